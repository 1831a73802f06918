// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "commands/orders/offers.h"
#include "domain/money.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

/// Puts something on sale; for a ticket the performance can be made along with it.
class OfferDialog final : public QDialog
{
    Q_OBJECT

public:
    OfferDialog(const Services& services, Theme& theme, const QString& currency, const QString& zone, QWidget* parent = nullptr);

Q_SIGNALS:
    void done();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void say();
    void fillPerformances();
    void refresh();
    void submit();
    void create(const std::optional<domain::PerformanceId>& performance);
    void fail(const domain::Error& error);
    [[nodiscard]] bool isTicket() const;
    [[nodiscard]] bool isNewPerformance() const;

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    domain::Currency m_currency = domain::Currency::krw();
    QString m_zone;
    QString m_faultText;
    std::vector<commands::DoorPerformances::Row> m_performances;
    QLabel* m_heading = nullptr;
    QLabel* m_kindTitle = nullptr;
    QComboBox* m_kind = nullptr;
    QLabel* m_performanceTitle = nullptr;
    QComboBox* m_performance = nullptr;
    QLabel* m_newTitleTitle = nullptr;
    QLineEdit* m_newTitle = nullptr;
    QLabel* m_startTitle = nullptr;
    QLineEdit* m_start = nullptr;
    QLabel* m_titleTitle = nullptr;
    QLineEdit* m_title = nullptr;
    QLabel* m_priceTitle = nullptr;
    QLineEdit* m_price = nullptr;
    QLabel* m_limitTitle = nullptr;
    QLineEdit* m_limit = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_confirm = nullptr;
};

} // namespace encore::ui
