// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/hearsay.h"

#include "commands/door/admitticket.h"
#include "commands/door/undoscan.h"
#include "door/checkin.h"
#include "store/outbox.h"

#include <set>

namespace encore::commands
{

using store::HeardCount;
using store::HeardPart;
using store::HeardScan;

namespace
{

constexpr qint64 keptMs = 72LL * 60 * 60 * 1000; // a weekend without the house
constexpr int mostOwn = 10'000;

/// Absent: it has no effect here that others should know of.
std::optional<HeardScan> heardOf(const store::OutboxItem& item, store::Reader& reader)
{
    using enum store::OutboxState;
    if (item.state == Rejected || item.state == Conflict || item.state == Settled)
        return std::nullopt;
    HeardScan heard;
    heard.command = item.id;
    domain::ScanId scan;
    if (item.name == AdmitTicket::name) {
        scan = domain::idMadeBy<domain::ScanId>(item.id, 0);
    } else if (item.name == UndoScan::name) {
        const auto json = parseJson(item.arguments);
        const auto undo = json ? decode<UndoScan>(*json, {}) : domain::Result<UndoScan>(json.error());
        if (!undo)
            return std::nullopt;
        heard.isUndo = true;
        scan = undo->scanId;
    } else {
        return std::nullopt;
    }
    const auto record = reader.scan(scan);
    if (!record || record->scan.ticketId.isNull())
        return std::nullopt;
    heard.scan = record->scan;
    return heard;
}

using Counted = std::map<std::pair<HeardCount, QUuid>, int>;

/// What a history of one ticket counts, each @p sign times.
void countHistory(Counted& counted, const std::vector<domain::Scan>& history, const store::Catalogue& catalogue, int sign)
{
    for (const domain::Scan& scan : history)
        counted[{scan.direction == domain::Direction::Entry ? HeardCount::GateEntries : HeardCount::GateExits, scan.gateId.uuid()}] += sign;
    for (const auto& [zone, by] : door::presenceAfter(history, catalogue.gates, catalogue.zones).zones) {
        counted[{HeardCount::ZoneInside, zone.uuid()}] += sign;
        // As UnitOfWork::setPresence counts facts: whoever came into the gate's own zone by it.
        if (const auto gate = catalogue.gates.find(by); gate != catalogue.gates.end() && gate->second.effectiveZone() == zone)
            counted[{HeardCount::GateInside, by.uuid()}] += sign;
    }
}

} // namespace

std::vector<HeardScan> ownScans(store::Reader& reader, qint64& behind)
{
    std::vector<HeardScan> own;
    for (const store::OutboxItem& item : store::OutboxReader(reader).seenAtDoor(behind, mostOwn)) {
        behind = item.deviceSequence;
        if (const auto heard = heardOf(item, reader))
            own.push_back(*heard);
    }
    return own;
}

domain::Result<int> takeHearsay(const std::vector<HeardScan>& heard, domain::Instant now, store::UnitOfWork& work)
{
    store::HearsayWriter hearsay(work);
    if (hearsay.isFull())
        return domain::error(domain::ErrorCode::Refused, domain::message("meeting.full"));
    std::set<domain::TicketId> tickets = hearsay.dropOlderThan({now.ms - keptMs});
    int taken = 0;
    for (const HeardScan& each : heard) {
        if (hearsay.add(each, now)) {
            tickets.insert(each.scan.ticketId);
            ++taken;
        }
    }
    for (const domain::TicketId& ticket : tickets)
        recountHearsay(ticket, work);
    if (const domain::Status status = work.status(); !status)
        return status.error();
    return taken;
}

void settleHearsay(store::UnitOfWork& work, Hearsay which)
{
    store::HearsayWriter hearsay(work);
    std::set<domain::TicketId> tickets = hearsay.dropFacts();
    for (const domain::TicketId& ticket : which == Hearsay::All ? hearsay.tickets() : hearsay.ticketsWithFacts())
        tickets.insert(ticket);
    for (const domain::TicketId& ticket : tickets)
        recountHearsay(ticket, work);
}

void recountHearsay(domain::TicketId ticket, store::UnitOfWork& work)
{
    store::HearsayWriter hearsay(work);
    const store::Catalogue& catalogue = work.reader().catalogue();
    Counted counted;
    countHistory(counted, hearsay.history(ticket), catalogue, 1);
    countHistory(counted, work.reader().history(ticket), catalogue, -1);
    std::vector<HeardPart> parts;
    for (const auto& [what, difference] : counted) {
        if (difference != 0)
            parts.push_back({what.first, what.second, difference});
    }
    hearsay.setParts(ticket, parts);
}

} // namespace encore::commands
