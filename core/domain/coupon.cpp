// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/coupon.h"

#include <algorithm>

namespace encore::domain
{

template<>
std::span<const EnumName<CouponKind>> enumNames()
{
    static constexpr EnumName<CouponKind> names[] = {{CouponKind::Fixed, "fixed"}, {CouponKind::Percentage, "percentage"}};
    return names;
}

namespace
{

Error refused(const char* id, const Coupon& coupon)
{
    return error(ErrorCode::Refused, message(id).with("coupon", coupon.name));
}

bool isAmount(qint64 amount)
{
    return amount > 0 && amount <= mostMinorUnits;
}

} // namespace

Status checkCoupon(const Coupon& coupon)
{
    const auto invalid = [&](const char* id) { return error(ErrorCode::Invalid, message(id).with("coupon", coupon.name)); };
    if (coupon.name.trimmed().isEmpty())
        return invalid("coupon.no_name");
    if (coupon.kind == CouponKind::Fixed && !isAmount(coupon.amount))
        return invalid("coupon.amount");
    if (coupon.kind == CouponKind::Percentage && (coupon.percent < 1 || coupon.percent > 100))
        return error(ErrorCode::Invalid, message("coupon.percent").with("percent", coupon.percent));
    if (coupon.cap && !isAmount(*coupon.cap))
        return invalid("coupon.cap");
    if (coupon.minimumSpend < 0 || coupon.minimumSpend > mostMinorUnits)
        return invalid("coupon.minimum");
    if (coupon.from && coupon.until && *coupon.until <= *coupon.from)
        return invalid("coupon.window");
    if (coupon.quantity < -1 || coupon.quantity == 0 || coupon.usesPerPerson < 1)
        return invalid("coupon.quantity");
    return done();
}

Status checkUse(const Coupon& coupon, const CouponUse& use)
{
    if (!use.isIssued)
        return refused("coupon.not_issued", coupon);
    if (use.total < coupon.minimumSpend)
        return error(ErrorCode::Refused, message("coupon.below_minimum").with("coupon", coupon.name).with("minimum", coupon.minimumSpend));
    if ((coupon.from && use.at < *coupon.from) || (coupon.until && use.at >= *coupon.until))
        return refused("coupon.out_of_window", coupon);
    if (coupon.deleted)
        return refused("coupon.deleted", coupon);
    if (use.used >= coupon.usesPerPerson)
        return refused("coupon.used_up", coupon);
    const bool fits = (!coupon.performance || coupon.performance == use.performance) && (!coupon.project || coupon.project == use.project);
    if (!fits)
        return refused("coupon.other_target", coupon);
    return done();
}

qint64 discountOf(const Coupon& coupon, qint64 total)
{
    Q_ASSERT(total >= 0);
    const qint64 wanted = coupon.kind == CouponKind::Fixed ? coupon.amount : shareOf(total, coupon.percent * 100);
    return std::min({wanted, coupon.cap.value_or(wanted), total});
}

const Coupon* bestCoupon(std::span<const Coupon> coupons, const std::vector<CouponUse>& uses)
{
    Q_ASSERT(coupons.size() == uses.size());
    const Coupon* best = nullptr;
    qint64 bestDiscount = 0;
    const auto isBetter = [&](const Coupon& coupon, qint64 discount) {
        if (discount != bestDiscount)
            return discount > bestDiscount;
        // One that never ends comes behind all that do.
        if (coupon.until != best->until)
            return coupon.until && (!best->until || *coupon.until < *best->until);
        return coupon.id < best->id;
    };
    for (size_t i = 0; i < coupons.size(); ++i) {
        const qint64 discount = discountOf(coupons[i], uses[i].total);
        if (discount == 0 || !checkUse(coupons[i], uses[i]))
            continue;
        if (!best || isBetter(coupons[i], discount)) {
            best = &coupons[i];
            bestDiscount = discount;
        }
    }
    return best;
}

std::vector<qint64> discountShares(qint64 discount, std::span<const qint64> lineTotals)
{
    return split(discount, lineTotals);
}

} // namespace encore::domain
