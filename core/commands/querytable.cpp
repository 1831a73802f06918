// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/registry.h"

#include "commands/coupons/coupons.h"
#include "commands/coupons/personcoupons.h"
#include "commands/desk/outbox.h"
#include "commands/door/doorqueries.h"
#include "commands/door/findings.h"
#include "commands/ledger/moneybyday.h"
#include "commands/orders/drawers.h"
#include "commands/orders/massrefund.h"
#include "commands/orders/offers.h"
#include "commands/orders/orders.h"
#include "commands/outgoing/outgoing.h"
#include "commands/people/devices.h"
#include "commands/people/users.h"
#include "commands/pledges/pledges.h"
#include "commands/projects/closeproject.h"
#include "commands/projects/pictures.h"
#include "commands/rates/rates.h"
#include "commands/rewards/rewards.h"
#include "commands/venues/performances.h"
#include "desk/outboxcodec.h"
#include "door/doorquerycodec.h"
#include "fulfilment/fulfilmentcodec.h"
#include "orders/salequerycodec.h"
#include "projects/projectquerycodec.h"

namespace encore::commands
{

using domain::Result;

namespace
{

template<Query Q>
Result<std::vector<QByteArray>> askAsJson(const JsonValue& arguments, const DecodeContext& decoding, const QueryContext& context)
{
    const Result<Q> query = decode<Q>(arguments, decoding);
    if (!query)
        return query.error();
    const Result<std::vector<typename Q::Row>> rows = query->ask(context);
    if (!rows)
        return rows.error();
    std::vector<QByteArray> texts;
    texts.reserve(rows->size());
    for (const auto& row : *rows)
        texts.push_back(encodeText(row));
    return texts;
}

template<Query Q>
QueryEntry queryEntry()
{
    return {Q::name, Q::summary, &schemaOf<Q>, &schemaOf<typename Q::Row>, &askAsJson<Q>};
}

template<Query... Q>
std::vector<QueryEntry> queryEntries()
{
    return {queryEntry<Q>()...};
}

} // namespace

const std::vector<QueryEntry>& allQueries()
{
    static const auto entries = queryEntries<
        Arrivals, Coupons, Devices, DoorGates, DoorList, DoorPerformances, DoorQuestions, DoorReadiness, DoorStatus, DrawerDays,
        FindTickets, Findings, FundingCurve, LedgerBalances, MassRefundResults, Messages, MoneyByDay, Offers, OrderDetails, Orders, Outbox, OutboxFields,
        OutgoingSettings, PackingList, PackingTotals, PersonCoupons, PlanClosing, PlanMassRefund, PledgeDelivery, Pledges, ProjectDetails, ProjectHistory,
        ProjectOutlook, ProjectPictures, ProjectSources, ProjectUpdates, Projects, Rates, RecentScans, Rewards, Tasks,
        UsableCoupons, Users, WorkspaceInfo>();
    return entries;
}

} // namespace encore::commands
