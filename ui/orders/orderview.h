// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ordermodels.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace encore::ui
{

/// One order: what was sold, how it is paid, what happened to it, and what can be done with it now.
class OrderView final : public QFrame
{
    Q_OBJECT

public:
    OrderView(const Services& services, Theme& theme, QWidget* parent = nullptr);

    void show(domain::OrderId order, const QString& zone);
    void reload();
    void retranslate();

Q_SIGNALS:
    void orderChanged();

private:
    void build();
    void buildActions(QVBoxLayout* column);
    void say();
    void refresh();
    void refreshButtons();
    [[nodiscard]] QString paymentsText() const;
    [[nodiscard]] QString historyText() const;
    void askRefund();
    void refund(const QString& reason);
    void takeCash();
    void transferCame();
    void askCancel();
    void sendTickets();
    void run(const commands::CommandRequest& request, const Wording::Words& done);

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    domain::OrderId m_order;
    QString m_zone;
    std::optional<commands::OrderDetails::Row> m_details;
    OrderLineModel m_lines;
    QLabel* m_heading = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_buyer = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_paymentsTitle = nullptr;
    QLabel* m_payments = nullptr;
    QLabel* m_historyTitle = nullptr;
    QLabel* m_history = nullptr;
    QLabel* m_answer = nullptr;
    QPushButton* m_papers = nullptr;
    QPushButton* m_refund = nullptr;
    QPushButton* m_cash = nullptr;
    QPushButton* m_transfer = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_send = nullptr;
};

} // namespace encore::ui
