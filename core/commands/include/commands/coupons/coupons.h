// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Coupons (DOMAIN §6): N of them and M > N claims give out exactly N, at most one a person, first come first served.

#include "commands/command.h"
#include "domain/coupon.h"

namespace encore::commands
{

struct CouponMade {
    domain::CouponId couponId;
};

template<>
struct Descriptor<CouponMade> {
    static auto fields() { return std::tuple(field("coupon_id", &CouponMade::couponId, "the coupon")); }
};

/// Absent means: as it is.
struct CouponFields {
    std::optional<QString> couponName;
    std::optional<domain::CouponKind> kind;
    std::optional<qint64> amount;
    std::optional<int> percent;
    std::optional<qint64> cap;
    std::optional<domain::PerformanceId> performance;
    std::optional<domain::ProjectId> project;
    std::optional<domain::Instant> from;
    std::optional<domain::Instant> until;
    std::optional<qint64> minimumSpend;
    std::optional<qint64> quantity; ///< −1 or more; an int would not admit what is below zero
    std::optional<int> usesPerPerson;
};

[[nodiscard]] inline auto couponFieldDescriptions()
{
    using F = CouponFields;
    return std::tuple(field("name", &F::couponName, "what people call it").atMost(200), field("kind", &F::kind, "fixed or percentage"),
                      field("amount", &F::amount, "minor units, of a fixed one"), field("percent", &F::percent, "1 to 100, of the other"),
                      field("cap", &F::cap, "minor units; the most it takes off"), field("performance_id", &F::performance, "for this one only"),
                      field("project_id", &F::project, "for this one only"), field("opens_at", &F::from, "can be used from here, inclusive"),
                      field("closes_at", &F::until, "can be used until here, exclusive"),
                      field("minimum_spend", &F::minimumSpend, "minor units, before the discount"),
                      field("quantity", &F::quantity, "how many can be claimed; -1: as many as are wanted"),
                      field("uses_per_person", &F::usesPerPerson, "at least 1"));
}

struct CreateCoupon : CouponFields {
    static constexpr const char* name = "CreateCoupon";
    static constexpr const char* summary = "Make a coupon that people can claim.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageSales;
    using Made = CouponMade;

    QString label;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct EditCoupon : CouponFields {
    static constexpr const char* name = "EditCoupon";
    static constexpr const char* summary = "Change a coupon; only the fields that are given. What was sold with it stays as it was.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageSales;
    using Made = CouponMade;

    domain::CouponId couponId;
    std::vector<QString> clear;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// It can no longer be claimed or used; claims stay on record.
struct DeleteCoupon {
    static constexpr const char* name = "DeleteCoupon";
    static constexpr const char* summary = "Take a coupon away: it can no longer be claimed or used.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageSales;
    using Made = CouponMade;

    domain::CouponId couponId;
    bool deleted = true; ///< false: bring it back
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct ClaimCoupon {
    static constexpr const char* name = "ClaimCoupon";
    static constexpr const char* summary = "Give a coupon to a person, where one is left.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    using Made = CouponMade;

    domain::CouponId couponId;
    std::optional<domain::PersonId> person;
    QString email;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<CreateCoupon> {
    static auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("label", &CreateCoupon::label, "the id by which others call it; made by the command where absent").absentMeansDefault().atMost(64)),
            couponFieldDescriptions());
    }
};
template<>
struct Descriptor<EditCoupon> {
    static auto fields()
    {
        return std::tuple_cat(std::tuple(field("coupon_id", &EditCoupon::couponId, "which coupon"),
                                         field("clear", &EditCoupon::clear, "fields to empty: cap, performance_id, project_id, opens_at, closes_at").absentMeansDefault()),
                              couponFieldDescriptions());
    }
};
template<>
struct Descriptor<DeleteCoupon> {
    static auto fields()
    {
        return std::tuple(field("coupon_id", &DeleteCoupon::couponId, "which coupon"),
                          field("deleted", &DeleteCoupon::deleted, "false: bring it back").absentMeansDefault());
    }
};
template<>
struct Descriptor<ClaimCoupon> {
    static auto fields()
    {
        return std::tuple(field("coupon_id", &ClaimCoupon::couponId, "which coupon"), field("person_id", &ClaimCoupon::person, "who gets it; absent: by the e-mail"),
                          field("email", &ClaimCoupon::email, "their e-mail").absentMeansDefault().atMost(254));
    }
};

} // namespace encore::commands
