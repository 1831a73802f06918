// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

/// Cash: what is due in coins that exist, what was handed over, and the change.
class CashView final : public QWidget
{
    Q_OBJECT

public:
    explicit CashView(Theme& theme, QWidget* parent = nullptr);

    void ask(qint64 payable, const QString& currency);
    void retranslate();

Q_SIGNALS:
    void taken(qint64 given); ///< minor units that were handed over
    void backWanted();

private:
    void say();
    void refresh();
    void take();
    [[nodiscard]] domain::Result<domain::Money> given() const;

    Theme& m_theme;
    Wording m_wording;
    domain::Currency m_currency = domain::Currency::krw();
    qint64 m_payable = 0;
    qint64 m_due = 0;
    QLabel* m_heading = nullptr;
    QLabel* m_dueTitle = nullptr;
    QLabel* m_dueLabel = nullptr;
    QLabel* m_rounding = nullptr;
    QLabel* m_givenTitle = nullptr;
    QLineEdit* m_given = nullptr;
    std::vector<QPushButton*> m_notes;
    QLabel* m_changeTitle = nullptr;
    QLabel* m_change = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_back = nullptr;
};

} // namespace encore::ui
