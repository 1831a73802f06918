// SPDX-License-Identifier: GPL-3.0-or-later
#include "takemoneydialog.h"

#include "commands/orders/orders.h"
#include "ui/common/cashview.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace encore::ui
{

TakeMoneyDialog::TakeMoneyDialog(const Services& services, Theme& theme, const QString& orderLabel, QWidget* parent) : QDialog(parent), m_services(services)
{
    setObjectName(QStringLiteral("takeMoneyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    m_cash = new CashView(theme, this);
    m_fault = new QLabel(this);
    m_fault->setObjectName(QStringLiteral("takeMoneyFaultLabel"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_cash);
    column->addWidget(m_fault);
    m_cash->setEnabled(false); // until it is known how much
    m_wording.also([this] {
        setWindowTitle(tr("Take the money"));
        m_cash->retranslate();
    });
    connect(m_cash, &CashView::taken, this, &TakeMoneyDialog::take);
    connect(m_cash, &CashView::backWanted, this, &TakeMoneyDialog::reject);
    find(orderLabel);
}

void TakeMoneyDialog::find(const QString& orderLabel)
{
    commands::Orders query;
    query.text = orderLabel;
    m_services.queries->ask<commands::Orders>(query, this, [this, orderLabel](const auto& rows) {
        for (const commands::Orders::Row& row : rows ? *rows : std::vector<commands::Orders::Row>()) {
            if (row.label == orderLabel)
                m_order = row;
        }
        if (!m_order || m_order->state != domain::OrderState::AwaitingPayment) {
            tell(rows ? tr("This order was not sold here, so that its money cannot be taken here.") : inWords(rows.error().message));
            return;
        }
        m_cash->setEnabled(true);
        m_cash->ask(m_order->payable - m_order->received, m_order->currency);
    });
}

void TakeMoneyDialog::take(qint64 given)
{
    m_cash->setEnabled(false);
    commands::PayOrder pay;
    pay.orderId = m_order->orderId;
    pay.tenders.emplace_back();
    pay.tenders.front().given = given;
    m_services.commands->run(makeRequest(pay, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        if (!outcome) {
            m_cash->setEnabled(true);
            tell(inWords(outcome.error().message));
            return;
        }
        const auto json = commands::parseJson(outcome->json);
        const auto made = json ? commands::decode<commands::OrderMade>(*json, {}) : domain::Result<commands::OrderMade>(json.error());
        Q_EMIT paid(made && made->change > 0 ? moneyText(made->change, m_order->currency) : QString());
        accept();
    });
}

void TakeMoneyDialog::tell(const QString& words)
{
    m_fault->setText(words);
    m_fault->setVisible(!words.isEmpty());
}

void TakeMoneyDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
}

} // namespace encore::ui
