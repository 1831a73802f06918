// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the questions about fulfilment and their rows are written as JSON.

#include "commands/fulfilment/fulfilment.h"

namespace encore::commands
{

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
