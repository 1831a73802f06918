// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/orders.h"
#include "orders/salebook.h"

namespace encore::commands
{

struct ChosenCoupon {
    std::optional<domain::CouponId> coupon;
    qint64 discount = 0; ///< minor units
};

/// The coupon that is named, or the buyer's best one where that is asked for; or why the named one cannot be used.
[[nodiscard]] domain::Result<ChosenCoupon> chooseCoupon(const PlaceOrder& order, const domain::Sale& sale, domain::Instant at, SaleBook& book);

/// The performance that all tickets among @p offers are for; none where they are for several.
[[nodiscard]] std::optional<domain::PerformanceId> onlyPerformance(const std::vector<domain::OfferId>& offers, store::SaleReader& sales);

} // namespace encore::commands
