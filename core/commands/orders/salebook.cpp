// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/salebook.h"

#include <algorithm>
#include <map>

namespace encore::commands
{

using domain::Account;
using domain::AccountKind;
using domain::EntryKind;
using domain::error;
using domain::ErrorCode;
using domain::LineState;
using domain::message;
using domain::OrderAction;
using domain::OrderState;
using domain::Result;
using domain::Sale;
using domain::SaleLine;
using domain::Status;
using domain::Tender;
using domain::TenderKind;
using domain::TenderState;

namespace
{

const QString platformScope = QStringLiteral("platform"); // who bears a coupon

/// Follows from the order, not from the command, so that nothing can issue its tickets a second time.
domain::TicketId ticketIdOf(const Sale& sale, size_t line)
{
    return domain::TicketId(QUuid::createUuidV5(sale.id.uuid(), "ticket" + QByteArray::number(qint64(line) + 1)));
}

qint64 vatOf(const Sale& sale)
{
    qint64 vat = 0;
    for (const SaleLine& line : sale.lines)
        vat += line.vat;
    return vat;
}

} // namespace

Account accountOf(const Tender& tender)
{
    return tender.kind == TenderKind::Cash ? Account::drawer(tender.provider) : moneyAccount(tender.provider);
}

SaleBook::SaleBook(const Context& context, store::UnitOfWork& work) :
    m_context(context), m_work(work), m_sales(work), m_boxOffice(work), m_ledger(work, context.commandId), m_effects(work)
{
}

Status SaleBook::post(EntryKind kind, const Sale& sale, const AccountAmounts& amounts, const QString& transaction)
{
    std::map<Account, qint64> merged;
    for (const auto& [account, amount] : amounts)
        merged[account] += amount;
    std::erase_if(merged, [](const auto& entry) { return entry.second == 0; });
    if (merged.empty())
        return domain::done();
    domain::EntrySubject subject;
    subject.order = sale.id;
    subject.providerTransaction = transaction;
    return postAmounts(m_ledger, kind, m_context.occurredAt, sale.currency, {merged.begin(), merged.end()}, subject);
}

void SaleBook::askProvider(store::EffectKind kind, const Sale& sale, size_t index, qint64 amount, const QString& note, bool byHand)
{
    const Tender& tender = sale.tenders[index];
    store::Effect effect;
    effect.id = domain::idMadeBy<domain::EffectId>(m_context.commandId, 1'000'000 + m_effectsMade++);
    effect.kind = kind;
    effect.state = byHand || isByHand(tender.provider) ? store::EffectState::Task : store::EffectState::Waiting;
    effect.order = sale.id;
    effect.tender = int(index) + 1;
    effect.provider = tender.provider;
    effect.paymentMethod = tender.method;
    effect.providerTransaction = tender.transaction;
    effect.amount = amount;
    effect.currency = sale.currency.code();
    effect.dueAt = m_context.occurredAt;
    effect.note = note;
    m_effects.add(effect);
}

Status SaleBook::issueTickets(Sale& sale)
{
    store::CampaignReader contacts(m_work.reader());
    const store::Contact buyer = contacts.contact(sale.id.uuid()).value_or(store::Contact());
    bool any = false;
    for (size_t i = 0; i < sale.lines.size(); ++i) {
        SaleLine& line = sale.lines[i];
        const auto offer = m_sales.offer(line.offer);
        if (!offer || offer->kind != domain::OfferKind::Ticket || line.ticket)
            continue;
        domain::Ticket ticket;
        ticket.id = ticketIdOf(sale, i);
        ticket.label = ticket.id.text();
        ticket.orderId = sale.id;
        ticket.productId = *offer->product;
        ticket.variationId = offer->variation;
        ticket.performanceId = offer->performance;
        const store::Contact holder = contacts.contact(ticket.id.uuid()).value_or(buyer);
        ticket.holderName = holder.name;
        ticket.holderEmail = buyer.email;
        m_work.addTicket(ticket);
        line.ticket = ticket.id;
        any = true;
    }
    if (any && !buyer.email.isEmpty()) {
        m_boxOffice.add({domain::idMadeBy<domain::MessageId>(m_context.commandId, 2'000'000), store::MessageKind::Tickets, store::MessageState::Waiting,
                         sale.id, sale.id.uuid(), m_context.occurredAt, {}});
    }
    return m_work.status();
}

Result<Sale> SaleBook::place(Sale sale, const Guests& guests)
{
    const bool isFree = sale.payable() == 0;
    sale.state = isFree ? OrderState::Paid : OrderState::AwaitingPayment;
    domain::Order order;
    order.id = sale.id;
    order.label = sale.label;
    order.status = isFree ? domain::OrderStatus::Paid : domain::OrderStatus::AwaitingPayment;
    order.isGroup = guests.isGroup;
    order.buyerName = guests.buyer.name;
    order.buyerEmail = guests.buyer.email;
    m_work.addOrder(order);
    for (size_t i = 0; i < std::min(guests.holders.size(), sale.lines.size()); ++i)
        m_work.addContact(ticketIdOf(sale, i).bytes(), guests.holders[i], {});
    if (isFree || sale.payLater) {
        if (const Status issued = issueTickets(sale); !issued)
            return issued.error();
    }
    m_sales.put(std::nullopt, sale);
    m_sales.index(sale, guests.buyer);
    if (isFree) {
        const Status posted = post(EntryKind::SalePaid, sale, {{{AccountKind::CouponExpense, platformScope}, sale.discount()},
                                                               {Account::of(AccountKind::Sales), -sale.total()}});
        if (!posted)
            return posted.error();
    }
    return sale;
}

Result<Sale> SaleBook::offer(const Sale& sale, const Tender& tender)
{
    Sale after = sale;
    after.tenders.push_back(tender);
    const size_t index = after.tenders.size() - 1;
    if (tender.kind == TenderKind::Cash) {
        after.tenders[index].state = TenderState::Succeeded;
        return complete(sale, after, index);
    }
    if (tender.kind == TenderKind::Transfer) { // nobody asks a bank: the buyer sends it in their own time, and a person sees it come
        const qint64 waitMs = store::CampaignReader(m_work.reader()).rate("pay_later_ms", m_context.occurredAt);
        after.dueAt = std::max(after.dueAt.value_or(m_context.occurredAt), m_context.occurredAt.plusMs(waitMs));
    }
    m_sales.put(sale, after);
    if (tender.kind != TenderKind::Transfer)
        askProvider(store::EffectKind::Charge, after, index, tender.amount, {}, false);
    return after;
}

Result<Sale> SaleBook::complete(const Sale& before, Sale after, size_t index)
{
    Tender& tender = after.tenders[index];
    const Account refunds = Account::of(AccountKind::RefundsPayable);
    if (after.open() > 0) { // a part: it is the buyer's until the rest is there
        const Status posted = post(EntryKind::DepositTaken, after, {{accountOf(tender), tender.amount}, {refunds, -tender.amount}}, tender.transaction);
        if (!posted)
            return posted.error();
        m_sales.put(before, after);
        return after;
    }
    const Result<OrderState> state = stateAfter(before.state, OrderAction::Pay);
    if (!state)
        return state.error();
    const qint64 surplus = -after.open();
    const qint64 deposits = after.received() - tender.amount;
    const qint64 vat = vatOf(after);
    const Status posted = post(EntryKind::SalePaid, after,
                               {{accountOf(tender), tender.amount},
                                {refunds, deposits - surplus},
                                {Account::of(AccountKind::CashRounding), after.rounding()},
                                {{AccountKind::CouponExpense, platformScope}, after.discount()},
                                {Account::of(AccountKind::Sales), -(after.total() - vat)},
                                {Account::of(AccountKind::OutputVat), -vat}},
                               tender.transaction);
    if (!posted)
        return posted.error();
    after.state = *state;
    after.dueAt.reset();
    if (surplus > 0) {
        tender.refundOwed += surplus;
        askProvider(store::EffectKind::Refund, after, index, surplus, QStringLiteral("paid too much"), true);
    }
    for (const store::Effect& effect : m_effects.openOf(after.id)) {
        if (effect.kind == store::EffectKind::Shortfall)
            m_effects.finish(effect.id, store::EffectState::Superseded, {});
    }
    if (before.state == OrderState::Expired && after.coupon && after.buyer)
        m_boxOffice.countUse(*after.coupon, *after.buyer, 1); // expiring had given the use back
    m_work.setOrderStatus(after.id, domain::OrderStatus::Paid);
    for (const SaleLine& line : after.lines) {
        if (line.ticket)
            m_work.setTicketStatus(*line.ticket, domain::TicketStatus::Valid);
    }
    if (const Status issued = issueTickets(after); !issued)
        return issued.error();
    m_sales.put(before, after);
    return after;
}

Status SaleBook::checkStock(const Sale& sale)
{
    std::map<domain::OfferId, qint64> units;
    for (const SaleLine& line : sale.lines)
        ++units[line.offer];
    for (const auto& [id, quantity] : units) {
        const auto offer = m_sales.offer(id);
        if (offer && offer->limit && quantity > *offer->limit - offer->sold)
            return error(ErrorCode::Refused, message("offer.sold_out").with("offer", offer->title).with("left", *offer->limit - offer->sold));
    }
    return domain::done();
}

void SaleBook::endCharge(const Sale& sale, size_t index, store::EffectState state, const QString& note)
{
    for (const store::Effect& effect : m_effects.openOf(sale.id)) {
        if (effect.kind == store::EffectKind::Charge && effect.tender == int(index) + 1)
            m_effects.finish(effect.id, state, note);
    }
}

Result<Sale> SaleBook::received(const Sale& sale, size_t index, qint64 amount, const QString& transaction)
{
    Sale after = sale;
    Tender& tender = after.tenders[index];
    tender.state = TenderState::Succeeded;
    tender.amount = amount;
    tender.transaction = transaction.isEmpty() ? tender.transaction : transaction;
    endCharge(sale, index, store::EffectState::Done, {});
    const bool isWanted = sale.state == OrderState::AwaitingPayment || (sale.state == OrderState::Expired && checkStock(sale).ok());
    if (isWanted) {
        Result<Sale> completed = complete(sale, after, index);
        if (completed && completed->open() > 0 && tender.kind == TenderKind::Transfer)
            askProvider(store::EffectKind::Shortfall, *completed, index, completed->open(), QStringLiteral("paid too little"), true);
        return completed;
    }
    // Nobody waits for it any more: it is the buyer's, and goes back.
    tender.refundOwed = amount;
    askProvider(store::EffectKind::Refund, after, index, amount, QStringLiteral("paid too late"), false);
    const Status posted = post(EntryKind::DepositTaken, after, {{accountOf(tender), amount}, {Account::of(AccountKind::RefundsPayable), -amount}},
                               tender.transaction);
    if (!posted)
        return posted.error();
    m_sales.put(sale, after);
    return after;
}

Result<Sale> SaleBook::failed(const Sale& sale, size_t index, const QString& reason)
{
    Sale after = sale;
    after.tenders[index].state = TenderState::Failed;
    endCharge(sale, index, store::EffectState::Failed, reason);
    m_sales.put(sale, after);
    return after;
}

Sale SaleBook::unknown(const Sale& sale, size_t index)
{
    Sale after = sale;
    after.tenders[index].state = TenderState::Unknown;
    for (const store::Effect& effect : m_effects.openOf(sale.id)) {
        if (effect.kind == store::EffectKind::Charge && effect.tender == int(index) + 1)
            m_effects.askLater(effect.id, m_context.occurredAt.plusMs(lookUpDelayMs(10'000, effect.attempts)));
    }
    m_sales.put(sale, after);
    return after;
}

void SaleBook::voidPayment(const Sale& sale, size_t index, qint64 amount)
{
    askProvider(store::EffectKind::Void, sale, index, amount, QStringLiteral("the amount differs"), false);
}

void SaleBook::cancelTickets(const Sale& before, const Sale& after)
{
    const bool gone = !domain::holdsStock(after.state);
    for (size_t i = 0; i < after.lines.size(); ++i) {
        const bool wentNow = before.lines[i].state == LineState::Standing && (gone || after.lines[i].state != LineState::Standing);
        if (wentNow && after.lines[i].ticket)
            m_work.setTicketStatus(*after.lines[i].ticket, domain::TicketStatus::Cancelled);
    }
}

Status SaleBook::giveBack(Sale& sale, const std::vector<domain::RefundPart>& parts, const QString& reason, const std::optional<QString>& drawer,
                          AccountAmounts& amounts)
{
    for (const domain::RefundPart& part : parts) {
        Tender& tender = sale.tenders[part.tender];
        tender.refundOwed += part.amount;
        const bool byHandNow = tender.kind == TenderKind::Cash && drawer;
        if (byHandNow && !m_boxOffice.openDrawer(*drawer))
            return error(ErrorCode::Refused, message("drawer.not_open").with("drawer", *drawer));
        if (byHandNow) {
            tender.refunded += part.amount;
            amounts.emplace_back(Account::drawer(*drawer), -part.amount);
            continue;
        }
        amounts.emplace_back(Account::of(AccountKind::RefundsPayable), -part.amount);
        askProvider(store::EffectKind::Refund, sale, part.tender, part.amount, reason, false);
    }
    return domain::done();
}

void SaleBook::returnCoupon(const Sale& sale)
{
    if (!sale.coupon || !sale.buyer)
        return;
    const auto coupon = m_boxOffice.coupon(*sale.coupon);
    if (coupon && (!coupon->coupon.until || m_context.occurredAt < *coupon->coupon.until))
        m_boxOffice.countUse(*sale.coupon, *sale.buyer, -1);
}

Result<Sale> SaleBook::giveUp(const Sale& sale, OrderAction action, const QString& reason, const std::optional<QString>& drawer)
{
    const Result<OrderState> state = stateAfter(sale.state, action);
    if (!state)
        return state.error();
    Sale after = sale;
    after.state = *state;
    std::vector<domain::RefundPart> parts;
    AccountAmounts amounts;
    for (size_t i = 0; i < sale.tenders.size(); ++i) {
        if (const qint64 standing = sale.tenders[i].standing(); standing > 0) {
            parts.push_back({i, standing});
            amounts.emplace_back(Account::of(AccountKind::RefundsPayable), standing);
        }
    }
    if (const Status given = giveBack(after, parts, reason, drawer, amounts); !given)
        return given.error();
    // What was not asked for yet need not be; what was asked is looked up, and goes back where it was taken.
    for (const store::Effect& effect : m_effects.openOf(sale.id)) {
        if (effect.kind == store::EffectKind::Shortfall || (effect.kind == store::EffectKind::Charge && effect.attempts == 0)) {
            m_effects.finish(effect.id, store::EffectState::Superseded, reason);
            if (effect.kind == store::EffectKind::Charge)
                after.tenders[size_t(effect.tender - 1)].state = TenderState::Failed;
        }
    }
    cancelTickets(sale, after);
    m_work.setOrderStatus(sale.id, action == OrderAction::Expire ? domain::OrderStatus::Expired : domain::OrderStatus::Cancelled);
    returnCoupon(sale);
    m_sales.put(sale, after);
    if (const Status posted = post(EntryKind::RefundPaid, after, amounts); !posted)
        return posted.error();
    return after;
}

Sale SaleBook::stay(const Sale& sale)
{
    Sale after = sale;
    after.dueAt.reset();
    m_sales.put(sale, after);
    return after;
}

void SaleBook::settleRefund(Sale& sale) const
{
    const bool isOnItsWay = std::any_of(sale.tenders.begin(), sale.tenders.end(), [](const Tender& tender) { return tender.refunded < tender.refundOwed; });
    if (isOnItsWay)
        return;
    bool anyLine = false;
    bool all = true;
    for (SaleLine& line : sale.lines) {
        if (line.state == LineState::RefundOwed)
            line.state = LineState::Refunded;
        anyLine = anyLine || line.state == LineState::Refunded;
        all = all && line.state == LineState::Refunded;
    }
    if (sale.state == OrderState::Expired)
        all = anyLine = true; // what came too late has gone back
    if (!anyLine || sale.state == OrderState::Cancelled || sale.state == OrderState::Refunded)
        return;
    if (const auto state = stateAfter(sale.state, all ? OrderAction::RefundAll : OrderAction::RefundPart))
        sale.state = *state;
}

Result<Sale> SaleBook::refund(const Sale& sale, const std::vector<int>& lines, const QString& reason, const std::optional<QString>& drawer)
{
    const Result<domain::SaleRefund> plan = planRefund(sale, lines);
    if (!plan)
        return plan.error();
    Sale after = sale;
    AccountAmounts amounts;
    for (const size_t index : plan->lines) {
        SaleLine& line = after.lines[index];
        line.state = LineState::RefundOwed;
        amounts.emplace_back(Account::of(AccountKind::Sales), line.price - line.vat);
        amounts.emplace_back(Account::of(AccountKind::OutputVat), line.vat);
        amounts.emplace_back(Account{AccountKind::CouponExpense, platformScope}, -line.discount);
    }
    amounts.emplace_back(Account::of(AccountKind::CashRounding), plan->rounding);
    if (const Status given = giveBack(after, plan->parts, reason, drawer, amounts); !given)
        return given.error();
    settleRefund(after);
    const bool nothingLeft = std::none_of(after.lines.begin(), after.lines.end(), [](const SaleLine& line) { return line.state == LineState::Standing; });
    cancelTickets(sale, after);
    if (nothingLeft) {
        m_work.setOrderStatus(sale.id, domain::OrderStatus::Cancelled);
        returnCoupon(sale);
    }
    m_sales.put(sale, after);
    const auto buyer = store::CampaignReader(m_work.reader()).contact(sale.id.uuid());
    if (plan->amount > 0 && buyer && !buyer->email.isEmpty()) {
        m_boxOffice.add({domain::MessageId(QUuid::createUuidV5(m_context.commandId.uuid(), "refund " + sale.id.bytes())), store::MessageKind::Refund,
                         store::MessageState::Waiting, sale.id, sale.id.uuid(), m_context.occurredAt, reason});
    }
    if (const Status posted = post(EntryKind::RefundOwed, after, amounts); !posted)
        return posted.error();
    return after;
}

Result<Sale> SaleBook::refundAnswered(const Sale& sale, const store::Effect& effect, bool succeeded, const QString& reason)
{
    if (!succeeded) { // the liability stays, and it is a person's task now
        m_effects.finish(effect.id, store::EffectState::Task, reason);
        return sale;
    }
    m_effects.finish(effect.id, store::EffectState::Done, reason);
    if (effect.kind != store::EffectKind::Refund) // a void: that money never was in the books
        return sale;
    Sale after = sale;
    Tender& tender = after.tenders[size_t(effect.tender - 1)];
    tender.refunded += effect.amount;
    settleRefund(after);
    m_sales.put(sale, after);
    const Status posted = post(EntryKind::RefundPaid, after, {{Account::of(AccountKind::RefundsPayable), effect.amount}, {accountOf(tender), -effect.amount}},
                               tender.transaction);
    if (!posted)
        return posted.error();
    return after;
}

} // namespace encore::commands
