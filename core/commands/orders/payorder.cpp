// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/orders/orders.h"

#include "commands/rates/rates.h"
#include "orders/salebook.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::OrderAction;
using domain::OrderState;
using domain::Result;
using domain::Sale;
using domain::Status;
using domain::Tender;
using domain::TenderKind;
using domain::TenderState;

namespace
{

Result<Sale> findSale(store::SaleReader& sales, domain::OrderId id)
{
    const std::optional<Sale> sale = sales.sale(id);
    if (!sale)
        return error(ErrorCode::NotFound, message("order.not_found").with("order", id.text()));
    return *sale;
}

OrderMade made(const Sale& sale, qint64 change = 0)
{
    return {sale.id, sale.label, sale.state, sale.payable(), sale.open(), change};
}

Result<OrderMade> made(const Result<Sale>& sale)
{
    if (!sale)
        return sale.error();
    return made(*sale);
}

QString drawerOrMain(const QString& drawer)
{
    return drawer.isEmpty() ? mainDrawer : drawer;
}

QString providerOf(const OfferedTender& offered)
{
    switch (offered.kind) {
    case TenderKind::Card:
        return offered.provider.isEmpty() ? terminalProvider : offered.provider;
    case TenderKind::Online:
        return offered.provider.isEmpty() ? simulatedProvider : offered.provider;
    case TenderKind::Transfer:
        return QStringLiteral("transfer");
    case TenderKind::Cash:
        return {};
    }
    Q_UNREACHABLE();
}

/// What is handed over in cash for @p asked of what is open: coins below ten won do not exist, so the last of them is not asked for.
Result<Tender> cashTender(const OfferedTender& offered, qint64 asked, qint64 open, const domain::Currency& currency, const QString& drawer)
{
    Tender tender;
    tender.kind = TenderKind::Cash;
    tender.provider = drawer;
    const qint64 inCoins = domain::cashToTake(asked, currency);
    if (asked < open && inCoins != asked)
        return error(ErrorCode::Invalid, message("order.no_such_coins").with("amount", asked));
    tender.amount = inCoins;
    tender.rounding = asked - inCoins;
    tender.given = offered.given.value_or(tender.amount);
    if (tender.given > domain::mostMinorUnits)
        return error(ErrorCode::Invalid, message("money.overflow").with("most", domain::mostMinorUnits));
    if (tender.given < tender.amount)
        return error(ErrorCode::Refused, message("order.given_too_little").with("given", tender.given).with("amount", tender.amount));
    return tender;
}

Result<Tender> newTender(const OfferedTender& offered, const Sale& sale, const QString& drawer, SaleBook& book, domain::Instant at)
{
    const qint64 open = sale.open() - sale.pending();
    const qint64 asked = offered.amount.value_or(open);
    if (open <= 0)
        return error(ErrorCode::Refused, message("order.nothing_open").with("order", sale.label));
    if (asked <= 0 || asked > open)
        return error(ErrorCode::Refused, message("order.amount").with("amount", asked).with("open", open));
    Tender tender;
    if (offered.kind == TenderKind::Cash) {
        if (!book.boxOffice().openDrawer(drawer))
            return error(ErrorCode::Refused, message("drawer.not_open").with("drawer", drawer));
        Result<Tender> cash = cashTender(offered, asked, open, sale.currency, drawer);
        if (!cash)
            return cash.error();
        tender = *cash;
    } else {
        if (offered.given)
            return error(ErrorCode::Invalid, message("order.given_of_cash"));
        tender.kind = offered.kind;
        tender.provider = providerOf(offered);
        tender.amount = asked;
        tender.method = offered.paymentMethod;
        if (!domain::isScopeName(tender.provider))
            return error(ErrorCode::Invalid, message("pledge.provider").with("provider", tender.provider.left(64)));
        // Nobody here could ask another gateway; the server brings them.
        if (offered.kind != TenderKind::Transfer && isByHand(tender.provider))
            return error(ErrorCode::Refused, message("order.no_gateway").with("provider", tender.provider));
    }
    tender.at = at;
    return tender;
}

} // namespace

Result<OrderMade> PayOrder::execute(const Context& context, store::UnitOfWork& work) const
{
    SaleBook book(context, work);
    Result<Sale> sale = findSale(book.sales(), orderId);
    if (!sale)
        return sale.error();
    if (tenders.empty())
        return error(ErrorCode::Invalid, message("order.no_tender"));
    const QString from = drawerOrMain(drawer);
    if (!domain::isScopeName(from))
        return error(ErrorCode::Invalid, message("drawer.name").with("drawer", from.left(64)));
    qint64 change = 0;
    for (const OfferedTender& offered : tenders) {
        if (sale->state != OrderState::AwaitingPayment) {
            return error(ErrorCode::Refused, message("order.not_now")
                                                 .with("action", messageFor("order.action.", OrderAction::Pay))
                                                 .with("state", messageFor("order.state.", sale->state)));
        }
        const Result<Tender> tender = newTender(offered, *sale, from, book, context.occurredAt);
        if (!tender)
            return tender.error();
        sale = book.offer(*sale, *tender);
        if (!sale)
            return sale.error();
        if (tender->kind == TenderKind::Cash)
            change += tender->given - tender->amount;
    }
    return made(*sale, change);
}

Result<OrderMade> RecordOrderPayment::execute(const Context& context, store::UnitOfWork& work) const
{
    SaleBook book(context, work);
    const Result<Sale> sale = findSale(book.sales(), orderId);
    if (!sale)
        return sale.error();
    const auto index = size_t(tender - 1);
    if (tender < 1 || index >= sale->tenders.size())
        return error(ErrorCode::NotFound, message("order.no_such_tender").with("tender", tender));
    const Tender& asked = sale->tenders[index];
    if (asked.state == TenderState::Succeeded || (asked.state == TenderState::Failed && result != PaymentResult::Succeeded))
        return error(ErrorCode::Refused, message("order.tender_answered").with("tender", tender));
    const qint64 came = amount.value_or(asked.amount);
    if (came <= 0 || came > domain::mostMinorUnits)
        return error(ErrorCode::Invalid, message("order.amount").with("amount", came).with("open", asked.amount));
    if (result == PaymentResult::Unknown)
        return made(book.unknown(*sale, index));
    if (result == PaymentResult::Failed)
        return made(book.failed(*sale, index, reason));
    // What is approved must be what is payable, to the won; only a transfer is what the buyer sent.
    if (came == asked.amount || asked.kind == TenderKind::Transfer)
        return made(book.received(*sale, index, came, providerTransaction));
    const Result<Sale> failed = book.failed(*sale, index, QStringLiteral("the amount differs"));
    if (failed)
        book.voidPayment(*failed, index, came);
    return made(failed);
}

Result<OrderMade> CancelOrder::execute(const Context& context, store::UnitOfWork& work) const
{
    SaleBook book(context, work);
    const Result<Sale> sale = findSale(book.sales(), orderId);
    if (!sale)
        return sale.error();
    return made(book.giveUp(*sale, OrderAction::Cancel, reason, mainDrawer));
}

Result<OrderMade> ExpireOrder::execute(const Context& context, store::UnitOfWork& work) const
{
    SaleBook book(context, work);
    const Result<Sale> sale = findSale(book.sales(), orderId);
    if (!sale)
        return sale.error();
    if (sale->state == OrderState::AwaitingPayment && (!sale->dueAt || context.occurredAt < *sale->dueAt))
        return error(ErrorCode::Refused, message("order.not_due").with("order", sale->label));
    const bool wasAdmitted = std::any_of(sale->lines.begin(), sale->lines.end(), [&](const domain::SaleLine& line) {
        return line.ticket && !work.reader().history(*line.ticket).empty();
    });
    if (!wasAdmitted || sale->state != OrderState::AwaitingPayment)
        return made(book.giveUp(*sale, OrderAction::Expire, QStringLiteral("not paid in time"), std::nullopt));
    return made(book.stay(*sale));
}

namespace
{

/// Of one order, however many times it takes: whoever sells gives back up to a limit (DOMAIN §13), and what is beyond it finance does.
Status checkRefundLimit(const Sale& sale, const std::vector<int>& lines, const Context& context, store::UnitOfWork& work)
{
    if (context.actor.role != Role::BoxOffice)
        return domain::done();
    const Result<domain::SaleRefund> plan = planRefund(sale, lines);
    if (!plan)
        return plan.error();
    qint64 amount = plan->amount;
    for (const domain::SaleLine& line : sale.lines)
        amount += line.state == domain::LineState::Standing ? 0 : line.net();
    const qint64 limit = boxOfficeRefundLimit(work.reader(), context.occurredAt);
    return amount <= limit ? domain::done() : Status(error(ErrorCode::Refused, message("order.refund_limit").with("amount", amount).with("limit", limit)));
}

} // namespace

Result<OrderMade> RefundOrder::execute(const Context& context, store::UnitOfWork& work) const
{
    SaleBook book(context, work);
    const Result<Sale> sale = findSale(book.sales(), orderId);
    if (!sale)
        return sale.error();
    if (reason.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("project.no_reason"));
    if (const Status allowed = checkRefundLimit(*sale, lines, context, work); !allowed)
        return allowed.error();
    return made(book.refund(*sale, lines, reason, drawerOrMain(drawer)));
}

Result<OrderMade> RecordOrderRefund::execute(const Context& context, store::UnitOfWork& work) const
{
    SaleBook book(context, work);
    const Result<Sale> sale = findSale(book.sales(), orderId);
    if (!sale)
        return sale.error();
    const auto effect = book.effect(effectId);
    const bool isOpen = effect && effect->order == orderId && effect->kind != store::EffectKind::Charge
        && (effect->state == store::EffectState::Waiting || effect->state == store::EffectState::Task);
    if (!isOpen)
        return error(ErrorCode::NotFound, message("order.no_open_refund").with("order", sale->label));
    return made(book.refundAnswered(*sale, *effect, succeeded, reason));
}

} // namespace encore::commands
