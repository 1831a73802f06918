// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What backers were promised reaches them: addresses, the packing list, and what left the house with which number (DOMAIN §3).

#include "commands/command.h"
#include "commands/query.h"
#include "domain/fulfilment.h"
#include "domain/papers.h"

namespace encore::commands
{

struct FulfilmentMade {
    domain::PledgeId pledgeId;
    domain::PledgeState state = domain::PledgeState::Confirmed;
    std::optional<domain::DispatchId> dispatchId;
};

/// By the backer or for them, until everything has left the house.
struct SetDeliveryAddress {
    static constexpr const char* name = "SetDeliveryAddress";
    static constexpr const char* summary = "Say where the things of a pledge go; replaces the address that was known.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::TakePledges;
    using Made = FulfilmentMade;

    domain::PledgeId pledgeId;
    domain::DeliveryAddress address;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct DispatchItems {
    static constexpr const char* name = "DispatchItems";
    static constexpr const char* summary = "Record that things of a pledge have left the house; the backer is told the carrier and the number.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = FulfilmentMade;

    domain::PledgeId pledgeId;
    std::optional<std::vector<domain::DispatchedItem>> items; ///< absent: all that is still open
    QString carrier;
    QString tracking;
    QString note;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct CorrectDispatch {
    static constexpr const char* name = "CorrectDispatch";
    static constexpr const char* summary = "Correct the carrier or the number of something that was sent.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = FulfilmentMade;

    domain::DispatchId dispatchId;
    std::optional<QString> carrier;
    std::optional<QString> tracking;
    std::optional<QString> note;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<FulfilmentMade> {
    static auto fields()
    {
        using M = FulfilmentMade;
        return std::tuple(field("pledge_id", &M::pledgeId, "the pledge"), field("state", &M::state, "its state now"),
                          field("dispatch_id", &M::dispatchId, "what was sent"));
    }
};

template<>
struct Descriptor<domain::DeliveryAddress> {
    static auto fields()
    {
        using A = domain::DeliveryAddress;
        constexpr qsizetype most = domain::mostAddressCharacters;
        return std::tuple(field("name", &A::name, "who receives it").atMost(most), field("phone", &A::phone, "for the carrier").absentMeansDefault().atMost(most),
                          field("street", &A::street, "with the number").atMost(most),
                          field("details", &A::details, "flat, floor, company").absentMeansDefault().atMost(most),
                          field("city", &A::city, "town").atMost(most), field("region", &A::region, "state or province").absentMeansDefault().atMost(most),
                          field("postal_code", &A::postalCode, "as the country writes it").atMost(most),
                          field("country", &A::country, "ISO 3166-1, two letters; absent: KR").absentMeansDefault().atMost(2),
                          field("note", &A::note, "for whoever delivers it").absentMeansDefault().atMost(most));
    }
};
template<>
struct Descriptor<SetDeliveryAddress> {
    static auto fields()
    {
        return std::tuple(field("pledge_id", &SetDeliveryAddress::pledgeId, "which pledge"), field("address", &SetDeliveryAddress::address, "where to"));
    }
};
template<>
struct Descriptor<domain::DispatchedItem> {
    static auto fields()
    {
        using I = domain::DispatchedItem;
        return std::tuple(field("line", &I::line, "of the pledge, from 1"), field("item", &I::item, "of the line's reward, from 1"),
                          field("quantity", &I::quantity, "how many, at least 1"));
    }
};
template<>
struct Descriptor<DispatchItems> {
    static auto fields()
    {
        using D = DispatchItems;
        return std::tuple(field("pledge_id", &D::pledgeId, "which pledge"), field("items", &D::items, "what was sent; absent: all that is open").atMost(1'000),
                          field("carrier", &D::carrier, "who brings it").absentMeansDefault().atMost(100),
                          field("tracking", &D::tracking, "the carrier's number").absentMeansDefault().atMost(100),
                          field("note", &D::note, "for the backer").absentMeansDefault().atMost(500));
    }
};
template<>
struct Descriptor<CorrectDispatch> {
    static auto fields()
    {
        using C = CorrectDispatch;
        return std::tuple(field("dispatch_id", &C::dispatchId, "what was sent"), field("carrier", &C::carrier, "who brings it").atMost(100),
                          field("tracking", &C::tracking, "the carrier's number").atMost(100), field("note", &C::note, "for the backer").atMost(500));
    }
};

/// What one pledge is owed, where it goes, and what was sent: the row of a packing list.
struct PackingRow {
    domain::PledgeId pledgeId;
    QString label;
    QString backer;
    QString email;
    domain::PledgeState state = domain::PledgeState::Confirmed;
    domain::Instant placedAt;
    std::vector<domain::PledgedItem> items;
    bool needsAddress = false;
    std::optional<domain::DeliveryAddress> address;
    std::vector<domain::Dispatch> dispatches;
    qint64 ticketsToAdmit = 0;
};

struct PackingList {
    static constexpr const char* name = "PackingList";
    static constexpr const char* summary = "What is to be sent to the backers of a funded campaign, the earliest pledge first.";

    domain::ProjectId projectId;
    bool includesSent = false;
    int limit = 100; ///< 1 to 1,000
    std::optional<domain::PledgeId> after; ///< those behind this one in the list
    using Row = PackingRow;
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// One row, for any pledge.
struct PledgeDelivery {
    static constexpr const char* name = "PledgeDelivery";
    static constexpr const char* summary = "What one pledge is owed, where it goes, and what was sent of it.";

    domain::PledgeId pledgeId;
    using Row = PackingRow;
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// How much of each thing has to be made or bought, and how much of it is gone.
struct PackingTotals {
    static constexpr const char* name = "PackingTotals";
    static constexpr const char* summary = "How much of each thing a campaign owes its backers, and how much was sent.";

    domain::ProjectId projectId;
    struct Row {
        domain::RewardId rewardId;
        QString reward;
        QString item;
        domain::RewardItemKind kind = domain::RewardItemKind::Merchandise;
        qint64 quantity = 0;
        qint64 sent = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// A slip for every parcel that can leave now: of open pledges with an address. @p withoutAddress: how many wait for theirs.
[[nodiscard]] domain::Result<std::vector<domain::PackingPaper>> packingPapers(domain::ProjectId project, store::Reader& reader, qint64& withoutAddress);

} // namespace encore::commands
