// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/admitticket.h"
#include "commands/door/refuseticket.h"
#include "commands/door/undoscan.h"
#include "door/checkin.h"
#include "door/doubles.h"
#include "commands/door/hearsay.h"
#include "fulfilment/fulfil.h"
#include "store/unitofwork.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

void updatePresence(domain::TicketId ticket, store::UnitOfWork& work)
{
    store::Reader& reader = work.reader();
    const store::Catalogue& catalogue = reader.catalogue();
    work.setPresence(ticket, door::presenceAfter(reader.history(ticket), catalogue.gates, catalogue.zones).zones);
    if (work.part() == store::Part::Desk && store::HearsayReader(reader).speaksOf(ticket))
        recountHearsay(ticket, work);
}

bool knowsGate(domain::GateId gate, store::UnitOfWork& work)
{
    return work.reader().catalogue().gates.contains(gate);
}

domain::Error noGate(domain::GateId gate)
{
    return error(ErrorCode::NotFound, message("door.no_gate").with("gate", gate.text()));
}

} // namespace

Result<AdmitTicket::Made> AdmitTicket::execute(const Context& context, store::UnitOfWork& work) const
{
    if (!knowsGate(gateId, work))
        return noGate(gateId);
    if (fullOverridden && !hasRight(context.actor.role, Right::Supervise))
        return error(ErrorCode::Forbidden, message("door.override_needs_supervisor"));
    store::ScanRecord record;
    record.scan = {domain::idMadeBy<domain::ScanId>(context.commandId, 0),
                   ticketId,
                   gateId,
                   direction,
                   context.occurredAt,
                   context.device,
                   context.deviceSequence};
    record.admitted = true;
    record.codeKind = codeKind;
    record.listed = listed;
    record.note = note;
    record.productId = productId;
    record.performanceId = performanceId;
    work.addScan(record);
    const std::optional<domain::Ticket> ticket = work.reader().ticket(ticketId);
    if (!answers.empty()) {
        if (ticket) {
            auto merged = ticket->answers;
            for (const auto& [question, answer] : answers)
                merged.insert_or_assign(domain::idForExternal<domain::QuestionId>(context.workspaceId, question), answer);
            work.setAnswers(ticketId, merged);
        }
    }
    updatePresence(ticketId, work);
    if (direction == domain::Direction::Entry)
        noteDoubleEntry(ticketId, record.scan.id, context, work);
    // Whoever has come in is in, whatever becomes of the pledge; taking the scan back does not make it unfulfilled again.
    if (ticket && direction == domain::Direction::Entry)
        (void)fulfilIfAdmitted(ticket->orderId, context, work);
    return Made{record.scan.id};
}

Result<RefuseTicket::Made> RefuseTicket::execute(const Context& context, store::UnitOfWork& work) const
{
    if (!knowsGate(gateId, work))
        return noGate(gateId);
    store::ScanRecord record;
    record.scan = {domain::idMadeBy<domain::ScanId>(context.commandId, 0),
                   ticketId.value_or(domain::TicketId()),
                   gateId,
                   direction,
                   context.occurredAt,
                   context.device,
                   context.deviceSequence};
    record.reason = reason;
    record.codeKind = codeKind;
    work.addScan(record);
    return Made{record.scan.id};
}

Result<UndoScan::Made> UndoScan::execute(const Context& context, store::UnitOfWork& work) const
{
    if (reason.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("undo.no_reason"));
    const std::optional<store::ScanRecord> record = work.reader().scan(scanId);
    if (!record)
        return error(ErrorCode::NotFound, message("undo.no_scan").with("scan", scanId.text()));
    if (!record->admitted)
        return error(ErrorCode::Refused, message("undo.was_refused"));
    if (record->undone)
        return error(ErrorCode::Refused, message("undo.already").with("reason", record->undoReason));
    const domain::TicketId ticketId = record->scan.ticketId;
    const std::optional<store::ScanRecord> newest = work.reader().newestFact(ticketId);
    if (newest && newest->scan.id != scanId)
        return error(ErrorCode::Refused, message("undo.not_newest").with("newest", newest->scan.id.text()));
    if (!hasRight(context.actor.role, Right::Supervise)) {
        if (record->scan.device != context.device)
            return error(ErrorCode::Forbidden, message("undo.other_device").with("device", record->scan.device));
        if (context.occurredAt.ms - record->scan.at.ms > domain::undoWindowMs)
            return error(ErrorCode::Forbidden, message("undo.too_late"));
    }
    work.addUndo(*record, context.occurredAt, context.device, reason.trimmed());
    work.forgetSights(scanId);
    updatePresence(ticketId, work);
    return Made{scanId, ticketId};
}

} // namespace encore::commands
