// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/registry.h"

#include "commands/bundle/bundleimport.h"
#include "commands/coupons/coupons.h"
#include "commands/coupons/personcoupons.h"
#include "commands/desk/outbox.h"
#include "commands/door/admitticket.h"
#include "commands/door/doorqueries.h"
#include "commands/door/findings.h"
#include "commands/door/refuseticket.h"
#include "commands/door/undoscan.h"
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
#include "commands/projects/projectstate.h"
#include "commands/rates/rates.h"
#include "commands/rewards/rewards.h"
#include "commands/tickets/addsigningkey.h"
#include "commands/tickets/issueticket.h"
#include "commands/tickets/reissueticket.h"
#include "commands/tickets/ticketstate.h"
#include "commands/tickets/withdrawcodes.h"
#include "commands/venues/performances.h"
#include "desk/outboxcodec.h"
#include "door/doorquerycodec.h"
#include "edits.h"
#include "fulfilment/fulfilmentcodec.h"
#include "orders/salequerycodec.h"
#include "people/ownership.h"
#include "projects/projectquerycodec.h"

#include <algorithm>
#include <map>
#include <set>

namespace encore::commands
{

using domain::Result;

namespace
{

/// The fields that are given, and those to be emptied.
std::vector<QString> fieldsOf(const JsonValue& arguments, const char* subject)
{
    std::vector<QString> fields;
    for (const auto& member : arguments.GetObject()) {
        const QString name = jsonString(member.name);
        if (name == QLatin1StringView(subject) || member.value.IsNull())
            continue;
        if (name != QStringLiteral("clear")) {
            fields.push_back(name);
            continue;
        }
        for (const JsonValue& emptied : member.value.GetArray())
            fields.push_back(jsonString(emptied));
    }
    return fields;
}

template<Command C>
std::optional<Edit> editOf(const C& command)
{
    if constexpr (requires { subjectOf(command); }) {
        const Subject subject = subjectOf(command);
        JsonDocument document;
        return Edit{subject.id.toRfc4122(), fieldsOf(encode(command, document.GetAllocator()), subject.member), subject.table};
    } else {
        return std::nullopt;
    }
}

template<Command C>
Result<PreparedCommand> prepare(const JsonValue& arguments, const DecodeContext& context)
{
    Result<C> command = decode<C>(arguments, context);
    if (!command)
        return command.error();
    const auto execute = [parsed = *command](const Context& execution, store::UnitOfWork& work) -> Result<QByteArray> {
        if (const domain::Status own = checkOwnership(parsed, execution, work); !own)
            return own.error();
        const Result<typename C::Made> made = parsed.execute(execution, work);
        if (!made)
            return made.error();
        return encodeText(*made);
    };
    return PreparedCommand{encodeText(*command), editOf(*command), execute};
}

template<Command C>
constexpr bool isObservation()
{
    if constexpr (requires { C::isObservation; })
        return C::isObservation;
    else
        return false;
}

template<Command C>
CommandEntry commandEntry()
{
    return {C::name, C::summary, C::schemaVersion, C::right, isObservation<C>(), &schemaOf<C>, &schemaOf<typename C::Made>, &prepare<C>};
}

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

template<Command... C>
std::vector<CommandEntry> commandEntries()
{
    return {commandEntry<C>()...};
}

template<Query... Q>
std::vector<QueryEntry> queryEntries()
{
    return {queryEntry<Q>()...};
}

template<class Entry>
const Entry* find(const std::vector<Entry>& entries, const QByteArray& name)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return name == entry.name; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

const std::vector<CommandEntry>& allCommands()
{
    static const auto entries = commandEntries<
        AddDevice, AddProjectPicture, AddReward, AddSigningKey, AddUser, AdmitTicket, ApproveProject, BlockTicket, CancelOrder, CancelPledge,
        CancelProject, CarryOutClosing, CarryOutMassRefund, ClaimCoupon, CloseDay, CloseProject, CloseReward,
        CorrectDispatch, CreateCoupon, CreateOffer, CreateProject, DeleteCoupon, DeleteReward, DispatchItems, EditCoupon,
        EditOffer, EditPerformance, EditProject, EditProjectPicture, EditReward, EditUser, ExpireOrder, ImportBundle, IssueTicket,
        MassRefund, OpenDay, PayOrder, PlaceOrder, PlacePledge, PostUpdate, PrintTickets, RecordDispute, RecordMessage,
        RecordOrderPayment, RecordOrderRefund, RecordPledgePayment, RecordPledgeRefund, RefundOrder, RefundPledge, RefuseTicket, ReissueTicket,
        RejectProject, RemoveProjectPicture, ResumeProject, RevokeDevice, RevokeTicket, SchedulePerformance, SendMessageAgain,
        SendTestMessage, SendTickets, SetDeliveryAddress, SetMailSettings, SetPassword, SetRate, SetWebhook, StartProject, SubmitProject, SuspendProject, UnblockTicket, UndoScan, WithdrawCodes>();
    return entries;
}

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

const CommandEntry* findCommand(const QByteArray& name)
{
    return find(allCommands(), name);
}

const QueryEntry* findQuery(const QByteArray& name)
{
    return find(allQueries(), name);
}

bool hasRight(Role role, Right right)
{
    using enum Right;
    // Each row: what this role may do. A command is refused to every other (tests/commands/data/rights.json says the same by hand).
    static const std::map<Role, std::set<Right>> rights = {
        {Role::Door, {Scan}},
        {Role::Supervisor, {Scan, Supervise}},
        {Role::BoxOffice, {Scan, Sell, Refund, TakePledges}},
        {Role::Musician, {ManageCampaigns}},
        {Role::Finance, {Refund}},
        {Role::Reviewer, {ReviewCampaigns}},
    };
    if (role == Role::Admin)
        return true;
    const auto found = rights.find(role);
    return found != rights.end() && found->second.contains(right);
}

QString rightText(Right right)
{
    switch (right) {
    case Right::Scan:
        return QStringLiteral("scan");
    case Right::Supervise:
        return QStringLiteral("supervise");
    case Right::ManageTickets:
        return QStringLiteral("manage_tickets");
    case Right::ManageWorkspace:
        return QStringLiteral("manage_workspace");
    case Right::ManageCampaigns:
        return QStringLiteral("manage_campaigns");
    case Right::ReviewCampaigns:
        return QStringLiteral("review_campaigns");
    case Right::TakePledges:
        return QStringLiteral("take_pledges");
    case Right::Refund:
        return QStringLiteral("refund");
    case Right::Sell:
        return QStringLiteral("sell");
    case Right::ManageSales:
        return QStringLiteral("manage_sales");
    case Right::ManagePeople:
        return QStringLiteral("manage_people");
    }
    Q_UNREACHABLE();
}

} // namespace encore::commands
