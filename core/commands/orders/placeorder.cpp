// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/orders/orders.h"

#include "coupons/couponuse.h"
#include "orders/salebook.h"
#include "people/person.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Offer;
using domain::Result;
using domain::Sale;
using domain::SaleLine;
using domain::Status;

namespace
{

constexpr int mostUnits = 1'000; ///< in one order

/// Twelve letters and digits that nobody confuses (Crockford's base 32), in groups: what people read to each other over a counter.
QString readableLabel(const QByteArray& hash)
{
    static constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString label;
    quint64 bits = 0;
    for (int i = 0; i < 8; ++i)
        bits = bits << 8 | quint8(hash[i]);
    for (int i = 0; i < 12; ++i) {
        if (i == 4 || i == 8)
            label += QLatin1Char('-');
        label += QLatin1Char(digits[(bits >> (59 - 5 * i)) & 31]);
    }
    return label;
}

/// One line a unit, at today's prices, where everything can be had.
Result<std::vector<SaleLine>> linesOf(const PlaceOrder& order, store::SaleReader& sales, domain::Instant at, const domain::EventZone& zone)
{
    std::map<domain::OfferId, qint64> units;
    std::vector<SaleLine> lines;
    for (const ChosenOffer& chosen : order.lines) {
        if (chosen.quantity < 1)
            return error(ErrorCode::Invalid, message("pledge.quantity").with("quantity", chosen.quantity));
        if (chosen.quantity > mostUnits - int(lines.size()))
            return error(ErrorCode::Refused, message("order.too_many").with("most", mostUnits));
        const std::optional<Offer> offer = sales.offer(chosen.offerId);
        if (!offer)
            return error(ErrorCode::NotFound, message("offer.not_found").with("offer", chosen.offerId.text()));
        qint64& taken = units[offer->id];
        taken += chosen.quantity;
        if (const Status allowed = checkSale(*offer, taken, at, zone); !allowed)
            return allowed.error();
        SaleLine line;
        line.offer = offer->id;
        line.title = offer->title;
        line.price = order.complimentary.isEmpty() ? offer->price : 0;
        lines.insert(lines.end(), size_t(chosen.quantity), line);
    }
    if (lines.empty())
        return error(ErrorCode::Invalid, message("order.empty"));
    return lines;
}

/// Shares of the discount and of the tax are fixed now, so that a refund of a line gives back exactly what it cost.
void fixShares(std::vector<SaleLine>& lines, qint64 discount)
{
    std::vector<qint64> prices;
    for (const SaleLine& line : lines)
        prices.push_back(line.price);
    const std::vector<qint64> shares = domain::discountShares(discount, prices);
    std::vector<qint64> nets;
    qint64 payable = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        lines[i].discount = shares[i];
        nets.push_back(lines[i].net());
        payable += lines[i].net();
    }
    const std::vector<qint64> taxes = domain::split(domain::vatInside(payable).vat, nets);
    for (size_t i = 0; i < lines.size(); ++i)
        lines[i].vat = taxes[i];
}

/// By when an order must be paid.
Result<domain::Instant> dueTime(const PlaceOrder& order, const std::vector<SaleLine>& lines, const Context& context, SaleBook& book, store::UnitOfWork& work)
{
    store::CampaignReader rates(work.reader());
    const domain::Instant now = context.occurredAt;
    if (!order.payLater)
        return now.plusMs(rates.rate("order_hold_ms", now));
    domain::Instant due = now.plusMs(rates.rate("pay_later_ms", now));
    for (const SaleLine& line : lines) {
        const auto offer = book.sales().offer(line.offer);
        const auto& performances = work.reader().catalogue().performances;
        const auto found = offer && offer->performance ? performances.find(*offer->performance) : performances.end();
        if (found == performances.end() || !(found->second.doorsAt || found->second.startsAt))
            continue;
        const domain::Instant doors = found->second.doorsAt.value_or(found->second.startsAt.value_or(due));
        due = std::min(due, doors.plusMs(-rates.rate("pay_later_before_doors_ms", now)));
    }
    due = order.dueAt.value_or(due);
    if (due <= now)
        return error(ErrorCode::Refused, message("order.too_late_to_reserve"));
    return due;
}

Status checkPlaceOrder(const PlaceOrder& order)
{
    if (!order.complimentary.isEmpty() && order.complimentary.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("project.no_reason"));
    if (!order.guestList.isEmpty() && order.complimentary.isEmpty())
        return error(ErrorCode::Invalid, message("order.guests_without_reason"));
    if (order.dueAt && !order.payLater)
        return error(ErrorCode::Invalid, message("order.due_without_pay_later"));
    return domain::done();
}

} // namespace

Result<OrderMade> PlaceOrder::execute(const Context& context, store::UnitOfWork& work) const
{
    if (const Status checked = checkPlaceOrder(*this); !checked)
        return checked.error();
    SaleBook book(context, work);
    Sale sale;
    sale.requestHash = domain::sha256(encodeText(*this) + (nonce.isEmpty() ? context.commandId.bytes() : QByteArray()));
    sale.label = readableLabel(sale.requestHash);
    sale.id = domain::idForExternal<domain::OrderId>(context.workspaceId, sale.label);
    if (const auto existing = book.sales().sale(sale.id)) {
        if (existing->requestHash != sale.requestHash) // 60 bits met: practically never, but never silently
            return error(ErrorCode::Refused, message("order.exists").with("order", sale.label));
        return OrderMade{existing->id, existing->label, existing->state, existing->payable(), existing->open(), 0};
    }
    const auto workspace = work.reader().workspace();
    const domain::EventZone zone = workspace ? workspace->zone : domain::EventZone::utc();
    if (const auto currency = domain::Currency::fromCode(workspace ? workspace->currency : QStringLiteral("KRW")))
        sale.currency = *currency;
    auto chosen = linesOf(*this, book.sales(), context.occurredAt, zone);
    if (!chosen)
        return chosen.error();
    sale.lines = *chosen;
    if (sale.total() > domain::mostMinorUnits)
        return error(ErrorCode::Invalid, message("money.overflow").with("most", domain::mostMinorUnits));
    const auto people = std::count_if(sale.lines.begin(), sale.lines.end(), [&](const SaleLine& line) {
        const auto offer = book.sales().offer(line.offer);
        return offer && offer->kind == domain::OfferKind::Ticket;
    });
    if (isGroup && people < 2)
        return error(ErrorCode::Invalid, message("order.group_of_one"));
    const bool isSomebody = buyer || !buyerEmail.trimmed().isEmpty();
    if (isSomebody)
        sale.buyer = personFor(buyer, buyerEmail, context);
    const Result<ChosenCoupon> used = chooseCoupon(*this, sale, context.occurredAt, book);
    if (!used)
        return used.error();
    sale.coupon = used->coupon;
    fixShares(sale.lines, used->discount);
    const Result<domain::Instant> due = dueTime(*this, sale.lines, context, book, work);
    if (!due)
        return due.error();
    sale.payLater = payLater;
    sale.placedAt = context.occurredAt;
    if (sale.payable() > 0)
        sale.dueAt = *due;
    sale.soldBy = context.actor.name;
    sale.reason = complimentary;
    sale.guestList = guestList;
    if (sale.coupon)
        book.boxOffice().countUse(*sale.coupon, *sale.buyer, 1);
    const Result<Sale> placed = book.place(sale, {{buyerName.trimmed(), buyerEmail.trimmed()}, holders, isGroup});
    if (!placed)
        return placed.error();
    return OrderMade{placed->id, placed->label, placed->state, placed->payable(), placed->open(), 0};
}

} // namespace encore::commands
