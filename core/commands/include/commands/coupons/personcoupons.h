// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/query.h"
#include "domain/coupon.h"

namespace encore::commands
{

/// What a person has claimed and not seen deleted, and what each takes off a total; the one that takes most off first.
struct PersonCoupons {
    static constexpr const char* name = "PersonCoupons";
    static constexpr const char* summary = "The coupons that a person has, and what each takes off a total.";

    domain::PersonId person;
    std::optional<qint64> total; ///< minor units, before any discount; absent: as much as each asks for
    bool usableOnly = false;
    struct Row {
        domain::CouponId couponId;
        QString label;
        QString couponName;
        domain::CouponKind kind = domain::CouponKind::Fixed;
        qint64 amount = 0;
        int percent = 0;
        std::optional<qint64> cap;
        std::optional<domain::PerformanceId> performance;
        std::optional<domain::ProjectId> project;
        std::optional<domain::Instant> from;
        std::optional<domain::Instant> until;
        qint64 minimumSpend = 0;
        int usesLeft = 0;
        qint64 discount = 0; ///< minor units; 0: it cannot be used, or no total was said
        QString reason; ///< id of the message that says why not; empty: it can be used
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

template<>
struct Descriptor<PersonCoupons> {
    static auto fields()
    {
        using P = PersonCoupons;
        return std::tuple(field("person_id", &P::person, "whose"), field("total", &P::total, "minor units, before any discount"),
                          field("usable", &P::usableOnly, "only those that can be used now").absentMeansDefault());
    }
};
template<>
struct Descriptor<PersonCoupons::Row> {
    static auto fields()
    {
        using R = PersonCoupons::Row;
        return std::tuple(field("coupon_id", &R::couponId, "the coupon"), field("label", &R::label, "what others call it"),
                          field("name", &R::couponName, "what people call it"), field("kind", &R::kind, "fixed or percentage"),
                          field("amount", &R::amount, "minor units, of a fixed one"), field("percent", &R::percent, "of the other"),
                          field("cap", &R::cap, "minor units; the most it takes off"), field("performance_id", &R::performance, "for this one only"),
                          field("project_id", &R::project, "for this one only"), field("opens_at", &R::from, "can be used from here, inclusive"),
                          field("closes_at", &R::until, "can be used until here, exclusive"),
                          field("minimum_spend", &R::minimumSpend, "minor units, before the discount"), field("uses_left", &R::usesLeft, "of this person"),
                          field("discount", &R::discount, "minor units off the total; 0: none, or no total was said"),
                          field("reason", &R::reason, "id of the message that says why it cannot be used; empty: it can"));
    }
};

} // namespace encore::commands
