// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How commands and questions about fulfilment are written as JSON.

#include "commands/fulfilment/fulfilment.h"

namespace encore::commands
{

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

template<>
struct Descriptor<domain::PledgedItem> {
    static auto fields()
    {
        using I = domain::PledgedItem;
        return std::tuple(field("line", &I::line, "of the pledge, from 1"), field("item", &I::item, "of the line's reward, from 1"),
                          field("reward_id", &I::reward, "the reward"), field("kind", &I::kind, "what it is"), field("name", &I::name, "what people call it"),
                          field("quantity", &I::quantity, "in all"), field("sent", &I::sent, "of it"),
                          field("needs_address", &I::needsAddress, "has to be sent"));
    }
};
template<>
struct Descriptor<domain::Dispatch> {
    static auto fields()
    {
        using D = domain::Dispatch;
        return std::tuple(field("dispatch_id", &D::id, "what was sent"), field("at", &D::at, "when"), field("carrier", &D::carrier, "who brings it"),
                          field("tracking", &D::tracking, "the carrier's number"), field("note", &D::note, "for the backer"),
                          field("items", &D::items, "what was in it"));
    }
};
template<>
struct Descriptor<PackingRow> {
    static auto fields()
    {
        using R = PackingRow;
        return std::tuple(field("pledge_id", &R::pledgeId, "the pledge"), field("label", &R::label, "what others call it"),
                          field("backer", &R::backer, "name"), field("email", &R::email, "e-mail"), field("state", &R::state, "its state"),
                          field("placed_at", &R::placedAt, "when it was placed"), field("items", &R::items, "what is sent"),
                          field("needs_address", &R::needsAddress, "something of it has to be sent"), field("address", &R::address, "where to"),
                          field("dispatches", &R::dispatches, "what was sent"), field("tickets_to_admit", &R::ticketsToAdmit, "that nobody came in with yet"));
    }
};
template<>
struct Descriptor<PackingList> {
    static auto fields()
    {
        using Q = PackingList;
        return std::tuple(field("project_id", &Q::projectId, "which campaign"),
                          field("includes_sent", &Q::includesSent, "also those of which everything was sent").absentMeansDefault(),
                          field("limit", &Q::limit, "1 to 1,000").absentMeansDefault(), field("after", &Q::after, "those behind this pledge in the list"));
    }
};
template<>
struct Descriptor<PledgeDelivery> {
    static auto fields() { return std::tuple(field("pledge_id", &PledgeDelivery::pledgeId, "which pledge")); }
};
template<>
struct Descriptor<PackingTotals> {
    static auto fields() { return std::tuple(field("project_id", &PackingTotals::projectId, "which campaign")); }
};
template<>
struct Descriptor<PackingTotals::Row> {
    static auto fields()
    {
        using R = PackingTotals::Row;
        return std::tuple(field("reward_id", &R::rewardId, "the reward"), field("reward", &R::reward, "its title"), field("item", &R::item, "what it is"),
                          field("kind", &R::kind, "merchandise or digital"), field("quantity", &R::quantity, "owed in all"), field("sent", &R::sent, "of it"));
    }
};

} // namespace encore::commands
