// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the box office sells, and at which price.

#include "commands/command.h"
#include "domain/sale.h"

namespace encore::commands
{

struct OfferMade {
    domain::OfferId offerId;
};

template<>
struct Descriptor<OfferMade> {
    static auto fields() { return std::tuple(field("offer_id", &OfferMade::offerId, "the offer")); }
};

/// Absent means: as it is.
struct OfferFields {
    std::optional<QString> title;
    std::optional<qint64> price;
    std::optional<int> limit;
    std::optional<domain::Instant> from;
    std::optional<domain::Instant> until;
    std::optional<bool> closed;
    std::optional<int> position;
};

[[nodiscard]] inline auto offerFieldDescriptions()
{
    using F = OfferFields;
    return std::tuple(field("title", &F::title, "what the buyer reads").atMost(200), field("price", &F::price, "minor units, with the tax in it"),
                      field("limit", &F::limit, "how many there are; absent: as many as are wanted"),
                      field("opens_at", &F::from, "on sale from here, inclusive"), field("closes_at", &F::until, "on sale until here, exclusive"),
                      field("closed", &F::closed, "taken off sale"), field("position", &F::position, "order at the desk"));
}

struct CreateOffer : OfferFields {
    static constexpr const char* name = "CreateOffer";
    static constexpr const char* summary = "Put something on sale: a ticket of a performance, a thing, a fee.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageSales;
    using Made = OfferMade;

    QString label;
    domain::OfferKind kind = domain::OfferKind::Ticket;
    std::optional<domain::PerformanceId> performance;
    std::optional<domain::ProductId> product; ///< a ticket's; absent: one that is called as the offer
    std::optional<domain::VariationId> variation;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// What was sold keeps its price.
struct EditOffer : OfferFields {
    static constexpr const char* name = "EditOffer";
    static constexpr const char* summary = "Change an offer; only the fields that are given.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageSales;
    using Made = OfferMade;

    domain::OfferId offerId;
    std::vector<QString> clear;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<CreateOffer> {
    static auto fields()
    {
        using C = CreateOffer;
        return std::tuple_cat(
            std::tuple(field("label", &C::label, "the id by which others call it; made by the command where absent").absentMeansDefault().atMost(64),
                       field("kind", &C::kind, "ticket (default), merchandise or fee").absentMeansDefault(),
                       field("performance_id", &C::performance, "of a ticket: for which performance"),
                       field("product_id", &C::product, "of a ticket: which product; absent: one that is called as the offer"),
                       field("variation_id", &C::variation, "of a ticket: which variation")),
            offerFieldDescriptions());
    }
};
template<>
struct Descriptor<EditOffer> {
    static auto fields()
    {
        return std::tuple_cat(std::tuple(field("offer_id", &EditOffer::offerId, "which offer"),
                                         field("clear", &EditOffer::clear, "fields to empty: limit, opens_at, closes_at").absentMeansDefault()),
                              offerFieldDescriptions());
    }
};

} // namespace encore::commands
