// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

/// Opens a drawer with its float, or closes it with a count. What should be in it is told after the count and not before.
class DrawerDialog final : public QDialog
{
    Q_OBJECT

public:
    DrawerDialog(const Services& services, Theme& theme, bool opens, const QString& currency, QWidget* parent = nullptr);

Q_SIGNALS:
    void done();

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();
    void refresh();
    void submit();
    void conclude(const domain::Result<commands::Outcome>& outcome);
    [[nodiscard]] domain::Result<domain::Money> amountIn(const QLineEdit* field) const;

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    const bool m_opens;
    bool m_isDone = false;
    domain::Currency m_currency = domain::Currency::krw();
    std::optional<qint64> m_difference;
    QString m_faultText;
    QLabel* m_heading = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_amountTitle = nullptr;
    QLineEdit* m_amount = nullptr;
    QLabel* m_leftTitle = nullptr;
    QLineEdit* m_left = nullptr;
    QLabel* m_answer = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace encore::ui
