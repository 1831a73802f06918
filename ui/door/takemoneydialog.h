// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/salequeries.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDialog>

class QLabel;

namespace encore::ui
{

class CashView;

/// Takes what is still open of an order that was reserved, in cash, at the door.
class TakeMoneyDialog final : public QDialog
{
    Q_OBJECT

public:
    TakeMoneyDialog(const Services& services, Theme& theme, const QString& orderLabel, QWidget* parent);

Q_SIGNALS:
    void paid(const QString& change); ///< to hand back, as people read it; empty: nothing

protected:
    void changeEvent(QEvent* event) override;

private:
    void find(const QString& orderLabel);
    void take(qint64 given);
    void tell(const QString& words);

    Services m_services;
    Wording m_wording;
    std::optional<commands::Orders::Row> m_order;
    CashView* m_cash = nullptr;
    QLabel* m_fault = nullptr;
};

} // namespace encore::ui
