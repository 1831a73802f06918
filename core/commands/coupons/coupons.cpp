// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/coupons/coupons.h"

#include "coupons/couponuse.h"
#include "people/person.h"

#include <algorithm>
#include <limits>

namespace encore::commands
{

using domain::Coupon;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

Result<store::CouponRow> findCoupon(store::BoxOfficeReader& boxOffice, domain::CouponId id)
{
    const auto coupon = boxOffice.coupon(id);
    if (!coupon)
        return error(ErrorCode::NotFound, message("coupon.not_found").with("coupon", id.text()));
    return *coupon;
}

Status applyFields(const CouponFields& fields, Coupon& coupon, qint64 claimed, store::UnitOfWork& work)
{
    coupon.name = fields.couponName.value_or(coupon.name);
    coupon.kind = fields.kind.value_or(coupon.kind);
    coupon.amount = fields.amount.value_or(coupon.amount);
    coupon.percent = fields.percent.value_or(coupon.percent);
    coupon.cap = fields.cap ? fields.cap : coupon.cap;
    coupon.performance = fields.performance ? fields.performance : coupon.performance;
    coupon.project = fields.project ? fields.project : coupon.project;
    coupon.from = fields.from ? fields.from : coupon.from;
    coupon.until = fields.until ? fields.until : coupon.until;
    coupon.minimumSpend = fields.minimumSpend.value_or(coupon.minimumSpend);
    if (fields.quantity)
        coupon.quantity = int(std::clamp<qint64>(*fields.quantity, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    coupon.usesPerPerson = fields.usesPerPerson.value_or(coupon.usesPerPerson);
    if (coupon.quantity != -1 && coupon.quantity < claimed)
        return error(ErrorCode::Refused, message("coupon.quantity_below").with("quantity", coupon.quantity).with("claimed", claimed));
    if (coupon.performance && !work.reader().catalogue().performances.contains(*coupon.performance))
        return error(ErrorCode::NotFound, message("performance.not_found").with("performance", coupon.performance->text()));
    if (coupon.project && !store::CampaignReader(work.reader()).project(*coupon.project))
        return error(ErrorCode::NotFound, message("project.not_found").with("project", coupon.project->text()));
    return checkCoupon(coupon);
}

Status clearFields(const std::vector<QString>& names, Coupon& coupon)
{
    for (const QString& name : names) {
        if (name == QStringLiteral("cap"))
            coupon.cap.reset();
        else if (name == QStringLiteral("performance_id"))
            coupon.performance.reset();
        else if (name == QStringLiteral("project_id"))
            coupon.project.reset();
        else if (name == QStringLiteral("opens_at"))
            coupon.from.reset();
        else if (name == QStringLiteral("closes_at"))
            coupon.until.reset();
        else
            return error(ErrorCode::Invalid, message("project.cannot_clear").with("field", name.left(64)));
    }
    return domain::done();
}

} // namespace

std::optional<domain::PerformanceId> onlyPerformance(const std::vector<domain::OfferId>& offers, store::SaleReader& sales)
{
    std::optional<domain::PerformanceId> only;
    for (const domain::OfferId& id : offers) {
        const auto offer = sales.offer(id);
        if (!offer || !offer->performance)
            continue;
        if (only && !(*only == *offer->performance))
            return std::nullopt;
        only = offer->performance;
    }
    return only;
}

Result<ChosenCoupon> chooseCoupon(const PlaceOrder& order, const domain::Sale& sale, domain::Instant at, SaleBook& book)
{
    if (!order.coupon && !order.bestCoupon)
        return ChosenCoupon{};
    domain::CouponUse use;
    use.total = sale.total();
    use.at = at;
    std::vector<domain::OfferId> offers;
    for (const domain::SaleLine& line : sale.lines)
        offers.push_back(line.offer);
    use.performance = onlyPerformance(offers, book.sales());
    if (order.coupon) {
        const Result<store::CouponRow> row = findCoupon(book.boxOffice(), *order.coupon);
        if (!row)
            return row.error();
        const auto claim = sale.buyer ? book.boxOffice().claim(*order.coupon, *sale.buyer) : std::nullopt;
        use.isIssued = claim.has_value();
        use.used = claim ? claim->used : 0;
        if (const Status usable = checkUse(row->coupon, use); !usable)
            return usable.error();
        return ChosenCoupon{row->coupon.id, discountOf(row->coupon, use.total)};
    }
    std::vector<Coupon> coupons;
    std::vector<domain::CouponUse> uses;
    for (const store::CouponClaim& claim : sale.buyer ? book.boxOffice().claimsOf(*sale.buyer) : std::vector<store::CouponClaim>()) {
        coupons.push_back(claim.coupon);
        use.isIssued = true;
        use.used = claim.used;
        uses.push_back(use);
    }
    const Coupon* best = domain::bestCoupon(coupons, uses);
    return best ? ChosenCoupon{best->id, discountOf(*best, use.total)} : ChosenCoupon{};
}

Result<CouponMade> CreateCoupon::execute(const Context& context, store::UnitOfWork& work) const
{
    store::BoxOfficeWriter boxOffice(work);
    Coupon coupon;
    coupon.id = label.isEmpty() ? domain::idMadeBy<domain::CouponId>(context.commandId, 0)
                                : domain::idForExternal<domain::CouponId>(context.workspaceId, label);
    coupon.label = label.isEmpty() ? coupon.id.text() : label;
    if (boxOffice.coupon(coupon.id))
        return error(ErrorCode::Refused, message("coupon.exists").with("coupon", coupon.label));
    if (const Status applied = applyFields(*this, coupon, 0, work); !applied)
        return applied.error();
    boxOffice.put(coupon);
    return CouponMade{coupon.id};
}

Result<CouponMade> EditCoupon::execute(const Context&, store::UnitOfWork& work) const
{
    store::BoxOfficeWriter boxOffice(work);
    const Result<store::CouponRow> row = findCoupon(boxOffice, couponId);
    if (!row)
        return row.error();
    Coupon coupon = row->coupon;
    if (const Status cleared = clearFields(clear, coupon); !cleared)
        return cleared.error();
    if (const Status applied = applyFields(*this, coupon, row->claimed, work); !applied)
        return applied.error();
    boxOffice.put(coupon);
    return CouponMade{couponId};
}

Result<CouponMade> DeleteCoupon::execute(const Context&, store::UnitOfWork& work) const
{
    store::BoxOfficeWriter boxOffice(work);
    Result<store::CouponRow> row = findCoupon(boxOffice, couponId);
    if (!row)
        return row.error();
    Coupon coupon = row->coupon;
    coupon.deleted = deleted;
    boxOffice.put(coupon);
    return CouponMade{couponId};
}

Result<CouponMade> ClaimCoupon::execute(const Context& context, store::UnitOfWork& work) const
{
    store::BoxOfficeWriter boxOffice(work);
    if (!person && email.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("coupon.nobody"));
    const Result<store::CouponRow> row = findCoupon(boxOffice, couponId);
    if (!row)
        return row.error();
    const Coupon& coupon = row->coupon;
    const domain::PersonId who = personFor(person, email, context);
    const auto refused = [&](const char* id) { return error(ErrorCode::Refused, message(id).with("coupon", coupon.name)); };
    if (coupon.deleted)
        return refused("coupon.deleted");
    if (coupon.until && context.occurredAt >= *coupon.until)
        return refused("coupon.out_of_window");
    if (boxOffice.claim(couponId, who))
        return refused("coupon.claimed_before");
    if (coupon.quantity != -1 && row->claimed >= coupon.quantity)
        return refused("coupon.none_left");
    boxOffice.addClaim(couponId, who, context.occurredAt);
    return CouponMade{couponId};
}

} // namespace encore::commands
