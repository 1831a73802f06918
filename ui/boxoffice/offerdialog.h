// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "commands/orders/offers.h"
#include "domain/money.h"
#include "ui/common/formdialog.h"
#include "ui/common/services.h"

namespace encore::ui
{

/// Puts something on sale; for a ticket the performance can be made along with it.
class OfferDialog final : public FormDialog
{
    Q_OBJECT

public:
    OfferDialog(const Services& services, Theme& theme, const QString& currency, const QString& zone, QWidget* parent = nullptr);

Q_SIGNALS:
    void done();

private:
    void build();
    void fillPerformances();
    void refresh() override;
    void confirm() override;
    void create(const std::optional<domain::PerformanceId>& performance);
    void fail(const domain::Error& error);
    [[nodiscard]] bool isTicket() const;
    [[nodiscard]] bool isNewPerformance() const;

    Services m_services;
    domain::Currency m_currency = domain::Currency::krw();
    QString m_zone;
    QString m_faultText;
    std::vector<commands::DoorPerformances::Row> m_performances;
    QComboBox* m_kind = nullptr;
    QComboBox* m_performance = nullptr;
    QLineEdit* m_newTitle = nullptr;
    QLineEdit* m_start = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_price = nullptr;
    QLineEdit* m_limit = nullptr;
};

} // namespace encore::ui
