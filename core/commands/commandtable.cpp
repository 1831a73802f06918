// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/registry.h"

#include "commands/bundle/bundleimport.h"
#include "commands/coupons/coupons.h"
#include "commands/door/admitticket.h"
#include "commands/door/refuseticket.h"
#include "commands/door/undoscan.h"
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
#include "edits.h"
#include "fulfilment/fulfilmentcodec.h"
#include "people/ownership.h"

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

template<Command... C>
std::vector<CommandEntry> commandEntries()
{
    return {commandEntry<C>()...};
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

} // namespace encore::commands
