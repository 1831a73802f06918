// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/coupons/personcoupons.h"

#include "answer.h"
#include "store/boxoffice.h"

#include <algorithm>

namespace encore::commands
{

domain::Result<std::vector<PersonCoupons::Row>> PersonCoupons::ask(const QueryContext& context) const
{
    if (total && (*total < 0 || *total > domain::mostMinorUnits))
        return domain::error(domain::ErrorCode::Invalid, domain::message("coupon.total"));
    std::vector<Row> rows;
    for (const store::CouponClaim& claim : store::BoxOfficeReader(context.reader).claimsOf(person)) {
        const domain::Coupon& coupon = claim.coupon;
        domain::CouponUse use{total.value_or(coupon.minimumSpend), context.now, coupon.performance, coupon.project, true, claim.used}; // for what it is for
        const domain::Status usable = checkUse(coupon, use);
        if (coupon.deleted || (usableOnly && !usable))
            continue;
        rows.push_back({coupon.id, coupon.label, coupon.name, coupon.kind, coupon.amount, coupon.percent, coupon.cap, coupon.performance, coupon.project,
                        coupon.from, coupon.until, coupon.minimumSpend, std::max(0, coupon.usesPerPerson - claim.used),
                        usable && total ? discountOf(coupon, *total) : 0, usable ? QString() : QString::fromLatin1(usable.error().message.id)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        return left.discount != right.discount ? left.discount > right.discount : left.couponId < right.couponId;
    });
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
