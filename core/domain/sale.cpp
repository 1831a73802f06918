// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sale.h"

#include <algorithm>

namespace encore::domain
{

namespace
{

using S = OrderState;
using A = OrderAction;

constexpr qint64 leastCoin = 10; // KRW: coins below ten won are no longer handed out

struct Rule {
    A action;
    S from;
    S to;
};

constexpr Rule rules[] = {
    {A::Pay, S::AwaitingPayment, S::Paid},
    {A::Pay, S::Expired, S::Paid}, // an answer that came late, where everything is still to be had
    {A::RefundPart, S::Paid, S::PartlyRefunded},
    {A::RefundPart, S::PartlyRefunded, S::PartlyRefunded},
    {A::RefundAll, S::Paid, S::Refunded},
    {A::RefundAll, S::PartlyRefunded, S::Refunded},
    {A::RefundAll, S::Expired, S::Refunded}, // an answer that came too late
    {A::Cancel, S::AwaitingPayment, S::Cancelled},
    {A::Expire, S::AwaitingPayment, S::Expired},
};

qint64 sumOf(const std::vector<SaleLine>& lines, qint64 SaleLine::*member)
{
    qint64 sum = 0;
    for (const SaleLine& line : lines)
        sum += line.*member;
    return sum;
}

Result<std::vector<size_t>> chosenLines(const Sale& sale, const std::vector<int>& numbers)
{
    std::vector<size_t> chosen;
    if (numbers.empty()) {
        for (size_t i = 0; i < sale.lines.size(); ++i) {
            if (sale.lines[i].state == LineState::Standing)
                chosen.push_back(i);
        }
    }
    for (const int number : numbers) {
        if (number < 1 || size_t(number) > sale.lines.size())
            return error(ErrorCode::NotFound, message("order.no_line").with("line", number).with("lines", qint64(sale.lines.size())));
        const auto index = size_t(number - 1);
        if (sale.lines[index].state != LineState::Standing || std::find(chosen.begin(), chosen.end(), index) != chosen.end())
            return error(ErrorCode::Refused, message("order.line_refunded").with("line", number));
        chosen.push_back(index);
    }
    if (chosen.empty())
        return error(ErrorCode::Refused, message("order.nothing_stands"));
    return chosen;
}

} // namespace

Result<OrderState> stateAfter(OrderState state, OrderAction action)
{
    for (const Rule& rule : rules) {
        if (rule.action == action && rule.from == state)
            return rule.to;
    }
    return error(ErrorCode::Refused, message("order.not_now")
                                         .with("action", messageFor("order.action.", action))
                                         .with("state", messageFor("order.state.", state)));
}

bool holdsStock(OrderState state)
{
    return state == S::AwaitingPayment || state == S::Paid || state == S::PartlyRefunded;
}

Status checkOffer(const Offer& offer)
{
    if (offer.title.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("offer.no_title"));
    if (offer.price < 0 || offer.price > mostMinorUnits)
        return error(ErrorCode::Invalid, message("reward.price").with("price", offer.price));
    if (offer.limit && *offer.limit < offer.sold) {
        return error(ErrorCode::Refused,
                     message("offer.limit_below").with("offer", offer.title).with("limit", *offer.limit).with("sold", offer.sold));
    }
    if (offer.from && offer.until && *offer.until <= *offer.from)
        return error(ErrorCode::Invalid, message("reward.window").with("reward", offer.title));
    return done();
}

Status checkSale(const Offer& offer, qint64 quantity, Instant at, const EventZone& zone)
{
    if (offer.closed)
        return error(ErrorCode::Refused, message("offer.closed").with("offer", offer.title));
    if (offer.from && at < *offer.from)
        return error(ErrorCode::Refused, message("offer.not_yet").with("offer", offer.title).with("from", wallClockText(*offer.from, zone)));
    if (offer.until && at >= *offer.until)
        return error(ErrorCode::Refused, message("offer.over").with("offer", offer.title).with("until", wallClockText(*offer.until, zone)));
    if (offer.limit && quantity > *offer.limit - offer.sold)
        return error(ErrorCode::Refused, message("offer.sold_out").with("offer", offer.title).with("left", std::max<qint64>(*offer.limit - offer.sold, 0)));
    return done();
}

qint64 Sale::total() const
{
    return sumOf(lines, &SaleLine::price);
}

qint64 Sale::discount() const
{
    return sumOf(lines, &SaleLine::discount);
}

qint64 Sale::received() const
{
    qint64 sum = 0;
    for (const Tender& tender : tenders)
        sum += tender.state == TenderState::Succeeded ? tender.amount : 0;
    return sum;
}

qint64 Sale::rounding() const
{
    qint64 sum = 0;
    for (const Tender& tender : tenders)
        sum += tender.state == TenderState::Succeeded ? tender.rounding : 0;
    return sum;
}

qint64 Sale::pending() const
{
    qint64 sum = 0;
    for (const Tender& tender : tenders)
        sum += tender.state == TenderState::Processing || tender.state == TenderState::Unknown ? tender.amount : 0;
    return sum;
}

qint64 cashToTake(qint64 amount, const Currency& currency)
{
    Q_ASSERT(amount >= 0);
    return currency == Currency::krw() ? amount - amount % leastCoin : amount;
}

Result<SaleRefund> planRefund(const Sale& sale, const std::vector<int>& lines)
{
    if (sale.state != S::Paid && sale.state != S::PartlyRefunded)
        return stateAfter(sale.state, A::RefundPart).error();
    const Result<std::vector<size_t>> chosen = chosenLines(sale, lines);
    if (!chosen)
        return chosen.error();
    SaleRefund refund;
    refund.lines = *chosen;
    for (const size_t line : refund.lines)
        refund.amount += sale.lines[line].net();
    qint64 left = refund.amount;
    for (size_t i = 0; i < sale.tenders.size(); ++i) {
        const qint64 part = sale.tenders[i].kind == TenderKind::Cash ? 0 : std::min(left, sale.tenders[i].standing());
        if (part > 0)
            refund.parts.push_back({i, part});
        left -= part;
    }
    qint64 cashLeft = 0;
    for (const Tender& tender : sale.tenders)
        cashLeft += tender.kind == TenderKind::Cash ? tender.standing() : 0;
    const qint64 coins = sale.currency == Currency::krw() ? leastCoin : 1;
    qint64 cash = std::min((left + coins - 1) / coins * coins, cashLeft);
    refund.rounding = cash - left;
    for (size_t i = 0; i < sale.tenders.size(); ++i) {
        const qint64 part = sale.tenders[i].kind == TenderKind::Cash ? std::min(cash, sale.tenders[i].standing()) : 0;
        if (part > 0)
            refund.parts.push_back({i, part});
        cash -= part;
    }
    return refund;
}

template<>
std::span<const EnumName<OfferKind>> enumNames()
{
    static constexpr EnumName<OfferKind> names[]
        = {{OfferKind::Ticket, "ticket"}, {OfferKind::Merchandise, "merchandise"}, {OfferKind::Fee, "fee"}};
    return names;
}

template<>
std::span<const EnumName<OrderState>> enumNames()
{
    static constexpr EnumName<OrderState> names[]
        = {{S::AwaitingPayment, "awaiting_payment"}, {S::Paid, "paid"},       {S::PartlyRefunded, "partly_refunded"},
           {S::Refunded, "refunded"},                {S::Expired, "expired"}, {S::Cancelled, "cancelled"}};
    return names;
}

template<>
std::span<const EnumName<OrderAction>> enumNames()
{
    static constexpr EnumName<OrderAction> names[] = {{A::Pay, "pay"},
                                                      {A::RefundPart, "refund_part"},
                                                      {A::RefundAll, "refund_all"},
                                                      {A::Cancel, "cancel"},
                                                      {A::Expire, "expire"}};
    return names;
}

template<>
std::span<const EnumName<LineState>> enumNames()
{
    static constexpr EnumName<LineState> names[]
        = {{LineState::Standing, "standing"}, {LineState::RefundOwed, "refund_owed"}, {LineState::Refunded, "refunded"}};
    return names;
}

template<>
std::span<const EnumName<TenderKind>> enumNames()
{
    static constexpr EnumName<TenderKind> names[] = {
        {TenderKind::Cash, "cash"}, {TenderKind::Card, "card"}, {TenderKind::Transfer, "transfer"}, {TenderKind::Online, "online"}};
    return names;
}

template<>
std::span<const EnumName<TenderState>> enumNames()
{
    static constexpr EnumName<TenderState> names[] = {{TenderState::Processing, "processing"},
                                                      {TenderState::Succeeded, "succeeded"},
                                                      {TenderState::Failed, "failed"},
                                                      {TenderState::Unknown, "unknown"}};
    return names;
}

} // namespace encore::domain
