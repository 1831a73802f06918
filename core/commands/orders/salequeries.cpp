// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/orders/salequeries.h"

#include "answer.h"
#include "coupons/couponuse.h"
#include "store/commandlog.h"

#include <algorithm>

namespace encore::commands
{

using domain::Result;

namespace
{

constexpr int mostRows = 1'000;

/// Who it was is asked of the e-mail alone: a query makes nobody.
std::optional<domain::PersonId> knownPerson(const std::optional<domain::PersonId>& named, const QString& email, store::Reader& reader)
{
    const QString known = email.trimmed().toLower();
    if (named || known.isEmpty() || known.size() > domain::maxExternalIdLength)
        return named;
    return domain::idForExternal<domain::PersonId>(reader.catalogue().workspaceId, known);
}

/// The reason that a command was given, where it has one.
QString reasonIn(const QByteArray& arguments)
{
    const Result<JsonDocument> parsed = parseJson(arguments);
    if (!parsed || !parsed->IsObject())
        return {};
    const auto found = parsed->FindMember("reason");
    return found != parsed->MemberEnd() && found->value.IsString() ? QString::fromUtf8(found->value.GetString()) : QString();
}

} // namespace

Result<std::vector<Offers::Row>> Offers::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    const store::Catalogue& catalogue = context.reader.catalogue();
    for (const domain::Offer& offer : store::SaleReader(context.reader).offers()) {
        if (performanceId && offer.performance != performanceId)
            continue;
        Row row;
        row.offer = offer;
        if (offer.limit)
            row.left = std::max<qint64>(*offer.limit - offer.sold, 0);
        const auto found = offer.performance ? catalogue.performances.find(*offer.performance) : catalogue.performances.end();
        if (found != catalogue.performances.end()) {
            row.performance = found->second.title;
            row.startsAt = found->second.startsAt;
            row.timeZone = found->second.zone.name();
        }
        rows.push_back(row);
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<Orders::Row>> Orders::ask(const QueryContext& context) const
{
    const Result<int> checked = checkedLimit(limit, mostRows);
    if (!checked)
        return checked.error();
    std::vector<Row> rows;
    for (const store::SaleRow& found : store::SaleReader(context.reader).sales({state, performanceId, text, limit, offset})) {
        const domain::Sale& sale = found.sale;
        rows.push_back({sale.id, sale.label, sale.state, found.titles, found.units, found.payable, found.received, found.refunded, found.refundOwed,
                        sale.currency.code(), found.buyer.name, found.buyer.email, sale.placedAt, sale.dueAt, sale.soldBy, sale.guestList, sale.version});
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<OrderDetails::Row>> OrderDetails::ask(const QueryContext& context) const
{
    store::SaleReader sales(context.reader);
    const auto sale = sales.sale(orderId);
    if (!sale)
        return domain::error(domain::ErrorCode::NotFound, domain::message("order.not_found").with("order", orderId.text()));
    Row row;
    row.sale = *sale;
    const auto contact = store::CampaignReader(context.reader).contact(orderId.uuid()).value_or(store::Contact());
    row.buyer = contact.name;
    row.email = contact.email;
    for (const qint64 sequence : sales.saleHistory(orderId)) {
        if (const auto entry = context.reader.logEntryAt(sequence))
            row.history.push_back({entry->occurredAt, QString::fromLatin1(entry->name), entry->actor, entry->device, reasonIn(entry->arguments)});
    }
    return answer(std::vector<Row>{row}, context.reader);
}

Result<std::vector<DrawerDays::Row>> DrawerDays::ask(const QueryContext& context) const
{
    const Result<int> checked = checkedLimit(limit, mostRows);
    if (!checked)
        return checked.error();
    std::vector<Row> rows;
    for (const store::DrawerDay& day : store::BoxOfficeReader(context.reader).drawerDays(limit)) {
        rows.push_back({day.drawer, day.day.toString(Qt::ISODate), day.openedAt, day.openedBy, day.openingFloat, day.closedAt, day.closedBy,
                        day.counted, day.closedAt ? day.counted - day.expected : 0, day.leftInside});
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<Coupons::Row>> Coupons::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const store::CouponRow& found : store::BoxOfficeReader(context.reader).coupons())
        rows.push_back({found.coupon, found.claimed, found.version});
    return answer(std::move(rows), context.reader);
}

Result<std::vector<UsableCoupons::Row>> UsableCoupons::ask(const QueryContext& context) const
{
    store::SaleReader sales(context.reader);
    domain::CouponUse use;
    use.at = context.now;
    use.isIssued = true;
    std::vector<domain::OfferId> offers;
    for (const ChosenOffer& chosen : lines) {
        const auto offer = sales.offer(chosen.offerId);
        const auto price = offer ? domain::timesMinor(offer->price, chosen.quantity) : Result<qint64>(0);
        if (!price)
            return price.error();
        use.total += *price;
        offers.push_back(chosen.offerId);
    }
    use.performance = onlyPerformance(offers, sales);
    const auto person = knownPerson(buyer, buyerEmail, context.reader);
    std::vector<domain::Coupon> coupons;
    std::vector<domain::CouponUse> uses;
    std::vector<Row> rows;
    for (const store::CouponClaim& claim : person ? store::BoxOfficeReader(context.reader).claimsOf(*person) : std::vector<store::CouponClaim>()) {
        use.used = claim.used;
        coupons.push_back(claim.coupon);
        uses.push_back(use);
        const domain::Status usable = checkUse(claim.coupon, use);
        rows.push_back({claim.coupon.id, claim.coupon.name, usable ? discountOf(claim.coupon, use.total) : 0, false,
                        usable ? QString() : QString::fromLatin1(usable.error().message.id)});
    }
    if (const domain::Coupon* best = domain::bestCoupon(coupons, uses)) {
        for (Row& row : rows)
            row.isBest = row.couponId == best->id;
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        return left.isBest != right.isBest ? left.isBest : left.discount > right.discount;
    });
    return answer(std::move(rows), context.reader);
}

Result<std::vector<MassRefundResults::Row>> MassRefundResults::ask(const QueryContext& context) const
{
    const Result<int> checked = checkedLimit(limit, mostRows);
    if (!checked)
        return checked.error();
    std::vector<Row> rows;
    store::CampaignReader contacts(context.reader);
    store::EffectReader effects(context.reader);
    for (const store::MassRefundLine& line : store::BoxOfficeReader(context.reader).massRefundLines(planHash, std::max(offset, 0), limit)) {
        QString result = line.result.isEmpty() ? QStringLiteral("waiting") : line.result;
        for (const store::Effect& effect : effects.openOf(line.order)) {
            if (effect.kind == store::EffectKind::Refund)
                result = effect.state == store::EffectState::Task ? QStringLiteral("failed") : QStringLiteral("on_its_way");
        }
        rows.push_back({line.order, line.orderLabel, contacts.contact(line.order.uuid()).value_or(store::Contact()).name, line.amount, result});
    }
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
