// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a coupon takes off, and when it may (DOMAIN §6).

#include "domain/enumname.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/time.h"

#include <optional>
#include <span>
#include <vector>

namespace encore::domain
{

enum class CouponKind { Fixed, Percentage };

struct Coupon {
    CouponId id;
    QString label;
    QString name;
    CouponKind kind = CouponKind::Fixed;
    qint64 amount = 0; ///< minor units, of a fixed one
    int percent = 0; ///< 1 to 100, of the other
    std::optional<qint64> cap; ///< minor units; the most it takes off
    std::optional<PerformanceId> performance; ///< for this one only
    std::optional<ProjectId> project; ///< for this one only
    std::optional<Instant> from; ///< inclusive
    std::optional<Instant> until; ///< exclusive
    qint64 minimumSpend = 0; ///< minor units, before the discount
    int quantity = -1; ///< how many may be claimed; -1: as many as are wanted
    int usesPerPerson = 1;
    bool deleted = false;

    friend bool operator==(const Coupon&, const Coupon&) = default;
};

/// What a coupon is asked for.
struct CouponUse {
    qint64 total = 0; ///< minor units, before any discount
    Instant at;
    std::optional<PerformanceId> performance;
    std::optional<ProjectId> project;
    bool isIssued = false; ///< to this person
    int used = 0; ///< by this person, so far
};

/// Whether such a coupon may exist: amount or percent, cap, window, quantity.
[[nodiscard]] Status checkCoupon(const Coupon& coupon);

/// Why it cannot be used, the first reason in the order of DOMAIN §6: issued to this person, minimum spend, window, not deleted, uses left,
/// target.
[[nodiscard]] Status checkUse(const Coupon& coupon, const CouponUse& use);

/// What it takes off @p total (≥ 0): never more than that, and never more than its cap.
[[nodiscard]] qint64 discountOf(const Coupon& coupon, qint64 total);

/// The usable one with the largest discount; then the one that ends first; then the smallest id. Null: none can be used, or takes anything off.
[[nodiscard]] const Coupon* bestCoupon(std::span<const Coupon> coupons, const std::vector<CouponUse>& uses);

/// Each line's share of a discount, fixed at the sale: what a refund of the line does not give back.
[[nodiscard]] std::vector<qint64> discountShares(qint64 discount, std::span<const qint64> lineTotals);

template<>
std::span<const EnumName<CouponKind>> enumNames();

} // namespace encore::domain
