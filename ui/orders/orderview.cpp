// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderview.h"

#include "commands/tickets/reissueticket.h"
#include "ui/common/askdialog.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"
#include "ui/common/paperdialog.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

#include <algorithm>

namespace encore::ui
{

OrderView::OrderView(const Services& services, Theme& theme, QWidget* parent) : QFrame(parent), m_services(services), m_theme(theme), m_lines(this)
{
    setObjectName(QStringLiteral("orderView"));
    Theme::makeCard(this);
    build();
    say();
    connect(&m_lines, &OrderLineModel::choiceChanged, this, &OrderView::refreshButtons);
    connect(m_papers, &QPushButton::clicked, this, [this] {
        auto* dialog = new PaperDialog(m_services, m_theme, m_order, m_zone, this);
        connect(dialog, &PaperDialog::printed, this, &OrderView::reload);
        dialog->open();
    });
    connect(m_refund, &QPushButton::clicked, this, &OrderView::askRefund);
    connect(m_cash, &QPushButton::clicked, this, &OrderView::takeCash);
    connect(m_transfer, &QPushButton::clicked, this, &OrderView::transferCame);
    connect(m_cancel, &QPushButton::clicked, this, &OrderView::askCancel);
    connect(m_send, &QPushButton::clicked, this, &OrderView::sendTickets);
    refresh();
}

void OrderView::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    column->setSpacing(Theme::grid);
    const auto label = [this](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        made->setWordWrap(true);
        return made;
    };
    m_heading = label("orderHeadingLabel");
    m_state = label("orderStateLabel");
    m_buyer = label("orderBuyerLabel");
    Theme::makeMuted(m_buyer);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("orderLinesTableView"));
    m_table->setModel(&m_lines);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(4 * Theme::grid);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(18 * Theme::grid);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(OrderLineModel::Title, QHeaderView::Stretch);
    m_paymentsTitle = label("orderPaymentsTitleLabel");
    m_payments = label("orderPaymentsLabel");
    m_historyTitle = label("orderHistoryTitleLabel");
    m_history = label("orderHistoryLabel");
    m_answer = label("orderAnswerLabel");
    m_answer->setProperty("fault", true);
    for (QWidget* part : std::initializer_list<QWidget*>{m_heading, m_state, m_buyer})
        column->addWidget(part);
    column->addWidget(m_table, 2);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("orderScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inside = new QWidget(scroll);
    auto* texts = new QVBoxLayout(inside);
    texts->setContentsMargins(0, 0, Theme::grid, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_paymentsTitle, m_payments, m_historyTitle, m_history})
        texts->addWidget(part);
    texts->addStretch();
    scroll->setWidget(inside);
    column->addWidget(scroll, 3);
    column->addWidget(m_answer);
    buildActions(column);
}

void OrderView::buildActions(QVBoxLayout* column)
{
    auto* actions = new QGridLayout;
    actions->setSpacing(Theme::grid);
    int number = 0;
    const auto button = [&](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        actions->addWidget(made, number / 2, number % 2);
        ++number;
        return made;
    };
    m_papers = button("orderPapersButton");
    m_cash = button("orderCashButton");
    m_transfer = button("orderTransferButton");
    m_refund = button("orderRefundButton");
    m_send = button("orderSendButton");
    m_cancel = button("orderCancelButton");
    column->addLayout(actions);
}

void OrderView::say()
{
    m_wording.label(m_paymentsTitle, [] { return tr("Payments"); });
    m_wording.label(m_historyTitle, [] { return tr("What happened"); });
    m_wording.control(m_table, [] { return tr("Lines of the order"); }, [] { return tr("Tick lines (Space) to refund them alone"); });
    m_wording.button(m_papers, [] { return tr("Tickets…"); }, [] { return tr("Shows, prints or saves the tickets and the receipt"); });
    m_wording.button(m_refund, [this] { return m_lines.chosen().empty() ? tr("Refund all…") : tr("Refund the ticked lines…"); },
                     [] { return tr("Gives the money back the way it came; these tickets no longer admit"); });
    m_wording.button(m_cash, [] { return tr("Take cash"); }, [] { return tr("Takes what is open in cash, exactly"); });
    m_wording.button(m_transfer, [] { return tr("The transfer has come"); }, [] { return tr("Records that the bank has the whole amount"); });
    m_wording.button(m_cancel, [] { return tr("Cancel the order…"); }, [] { return tr("Gives up an order that is not paid"); });
    m_wording.button(m_send, [] { return tr("Send the tickets again"); }, [] { return tr("Puts a message to the buyer into the outbox"); });
}

void OrderView::retranslate()
{
    m_wording.sayAgain();
    m_lines.retranslate();
    refresh();
}

void OrderView::show(domain::OrderId order, const QString& zone)
{
    if (!(order == m_order))
        m_answer->clear();
    m_order = order;
    m_zone = zone;
    reload();
}

void OrderView::reload()
{
    if (m_order.isNull())
        return;
    m_services.queries->ask<commands::OrderDetails>({m_order}, this, [this](const auto& rows) {
        if (rows && !rows->empty() && rows->front().sale.id == m_order)
            m_details = rows->front();
        refresh();
    });
}

QString OrderView::paymentsText() const
{
    QStringList lines;
    const QString kinds[] = {tr("Cash"), tr("Card"), tr("Transfer"), tr("Online")};
    const QString states[] = {tr("waiting for the answer"), tr("paid"), tr("refused"), tr("not known yet")};
    for (const domain::Tender& tender : m_details->sale.tenders) {
        QString line = kinds[int(tender.kind)] + QStringLiteral("  ") + moneyText(tender.amount, m_details->sale.currency) + QStringLiteral("  ·  ") + states[int(tender.state)];
        if (tender.given > tender.amount)
            line += QStringLiteral("  ·  ") + tr("%1 handed over").arg(moneyText(tender.given, m_details->sale.currency));
        if (tender.refunded > 0)
            line += QStringLiteral("  ·  ") + tr("%1 refunded").arg(moneyText(tender.refunded, m_details->sale.currency));
        if (tender.refundOwed > tender.refunded)
            line += QStringLiteral("  ·  ") + tr("%1 on its way back").arg(moneyText(tender.refundOwed - tender.refunded, m_details->sale.currency));
        lines << line;
    }
    return lines.isEmpty() ? m_details->sale.payable() == 0 ? tr("Free of charge: %1").arg(m_details->sale.reason) : tr("Nothing is paid yet.") : lines.join(u'\n');
}

QString OrderView::historyText() const
{
    const std::pair<const char*, QString> names[] = {{"PlaceOrder", tr("sold")},
                                                     {"PayOrder", tr("payment taken")},
                                                     {"RecordOrderPayment", tr("payment answered")},
                                                     {"RefundOrder", tr("refund decided")},
                                                     {"CarryOutMassRefund", tr("refund decided for everybody")},
                                                     {"RecordOrderRefund", tr("refund answered")},
                                                     {"CancelOrder", tr("cancelled")},
                                                     {"ExpireOrder", tr("expired")},
                                                     {"ReissueTicket", tr("ticket issued anew")},
                                                     {"PrintTickets", tr("tickets printed")}};
    QStringList lines;
    for (const commands::OrderDetails::Event& event : m_details->history) {
        const auto* name = std::find_if(std::begin(names), std::end(names), [&](const auto& known) { return event.command == QLatin1String(known.first); });
        QString line = momentText(event.at, m_zone) + QStringLiteral("  ·  ") + (name == std::end(names) ? event.command : name->second);
        if (!event.reason.isEmpty())
            line += QStringLiteral(": ") + event.reason;
        lines << line;
    }
    return lines.join(u'\n');
}

void OrderView::refresh()
{
    setVisible(m_details.has_value());
    if (!m_details)
        return;
    const domain::Sale& sale = m_details->sale;
    m_heading->setFont(m_theme.font(TextRole::Heading));
    m_paymentsTitle->setFont(m_theme.font(TextRole::Heading));
    m_historyTitle->setFont(m_theme.font(TextRole::Heading));
    m_heading->setText(sale.label + QStringLiteral("   ") + moneyText(sale.payable(), sale.currency));
    QString state = orderStateText(sale.state);
    if (sale.state == domain::OrderState::AwaitingPayment)
        state = tr("%1 open").arg(moneyText(sale.open(), sale.currency))
            + (sale.dueAt ? QStringLiteral("  ·  ") + tr("to be paid until %1").arg(momentText(*sale.dueAt, m_zone)) : QString());
    m_state->setText(state);
    QStringList people;
    for (const QString& part : {m_details->buyer, m_details->email, sale.guestList}) {
        if (!part.isEmpty())
            people << part;
    }
    m_buyer->setText(people.isEmpty() ? tr("Nobody in particular") : people.join(QStringLiteral("  ·  ")));
    m_lines.setSale(sale);
    m_table->setColumnHidden(OrderLineModel::Discount, sale.discount() == 0);
    m_table->setColumnHidden(OrderLineModel::State, std::all_of(sale.lines.begin(), sale.lines.end(), [](const domain::SaleLine& line) {
                                 return line.state == domain::LineState::Standing;
                             }));
    m_payments->setText(paymentsText());
    m_history->setText(historyText());
    m_answer->setVisible(!m_answer->text().isEmpty());
    refreshButtons();
}

void OrderView::refreshButtons()
{
    if (!m_details)
        return;
    const domain::Sale& sale = m_details->sale;
    const bool isOpen = sale.state == domain::OrderState::AwaitingPayment;
    const bool isPaid = sale.state == domain::OrderState::Paid || sale.state == domain::OrderState::PartlyRefunded;
    const bool anyStands = std::any_of(sale.lines.begin(), sale.lines.end(), [](const auto& line) { return line.state == domain::LineState::Standing; });
    const bool waitsForBank = std::any_of(sale.tenders.begin(), sale.tenders.end(), [](const domain::Tender& tender) {
        return tender.kind == domain::TenderKind::Transfer && tender.state == domain::TenderState::Processing;
    });
    m_papers->setVisible(std::any_of(sale.lines.begin(), sale.lines.end(), [](const auto& line) { return line.ticket && line.state == domain::LineState::Standing; })
                         && (isOpen || isPaid));
    m_cash->setVisible(isOpen && !waitsForBank);
    m_transfer->setVisible(isOpen && waitsForBank);
    m_cancel->setVisible(isOpen);
    m_refund->setVisible(isPaid && anyStands);
    m_send->setVisible(isPaid && !m_details->email.isEmpty());
    m_refund->setText(m_lines.chosen().empty() ? tr("Refund all…") : tr("Refund the ticked lines…"));
    m_refund->setAccessibleName(m_refund->text());
}

void OrderView::run(const commands::CommandRequest& request, const Wording::Words& done)
{
    m_services.commands->run(request, this, [this, done](const domain::Result<commands::Outcome>& outcome) {
        m_answer->setText(outcome ? done() : inWords(outcome.error().message));
        if (outcome)
            m_lines.unchoose();
        reload();
        Q_EMIT orderChanged();
    });
}

void OrderView::askRefund()
{
    const auto plan = planRefund(m_details->sale, m_lines.chosen());
    if (!plan) {
        m_answer->setText(inWords(plan.error().message));
        refresh();
        return;
    }
    qint64 cash = 0;
    qint64 other = 0;
    for (const domain::RefundPart& part : plan->parts)
        (m_details->sale.tenders[part.tender].kind == domain::TenderKind::Cash ? cash : other) += part.amount;
    auto* dialog = new AskDialog(QStringLiteral("refund"), m_theme, this);
    const domain::Currency currency = m_details->sale.currency;
    const QString count = QLocale().toString(qint64(plan->lines.size()));
    dialog->setWords([count] { return tr("Refund lines: %1?").arg(count); },
                     [cash, other, currency] {
                         QStringList parts;
                         if (cash > 0)
                             parts << tr("%1 is handed out of the drawer now.").arg(moneyText(cash, currency));
                         if (other > 0)
                             parts << tr("%1 goes back the way it came.").arg(moneyText(other, currency));
                         parts << tr("These tickets no longer admit, and can be sold again.");
                         return parts.join(u'\n');
                     },
                     [] { return tr("Refund"); });
    dialog->addField([] { return tr("Reason"); }, [] { return tr("Stands in the order, and in the message to the buyer"); }, true);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { refund(dialog->field(0)); });
    dialog->open();
}

void OrderView::refund(const QString& reason)
{
    commands::RefundOrder command;
    command.orderId = m_order;
    command.lines = m_lines.chosen();
    command.reason = reason;
    run(makeRequest(command, commands::owner()), [] { return tr("It is decided; what goes over a provider is on its way."); });
}

void OrderView::takeCash()
{
    commands::PayOrder command;
    command.orderId = m_order;
    command.tenders.push_back({});
    run(makeRequest(command, commands::owner()), [] { return tr("Paid in cash."); });
}

void OrderView::transferCame()
{
    commands::RecordOrderPayment command;
    command.orderId = m_order;
    const std::vector<domain::Tender>& tenders = m_details->sale.tenders;
    for (size_t i = 0; i < tenders.size(); ++i) {
        if (tenders[i].kind == domain::TenderKind::Transfer && tenders[i].state == domain::TenderState::Processing)
            command.tender = int(i) + 1;
    }
    run(makeRequest(command, commands::owner()), [] { return tr("The transfer is booked."); });
}

void OrderView::askCancel()
{
    auto* dialog = new AskDialog(QStringLiteral("cancelOrder"), m_theme, this);
    dialog->setWords([] { return tr("Cancel this order?"); }, [] { return tr("Its tickets no longer admit, and can be sold again. What was paid of it goes back."); },
                     [] { return tr("Cancel the order"); });
    dialog->addField([] { return tr("Reason"); }, [] { return tr("Stands in the order"); }, false);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        commands::CancelOrder command;
        command.orderId = m_order;
        command.reason = dialog->field(0);
        run(makeRequest(command, commands::owner()), [] { return tr("The order is cancelled."); });
    });
    dialog->open();
}

void OrderView::sendTickets()
{
    commands::SendTickets command;
    command.orderId = m_order;
    run(makeRequest(command, commands::owner()), [] { return tr("The message waits in the outbox; it is sent when there is a server."); });
}

} // namespace encore::ui
