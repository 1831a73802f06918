// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/doorqueries.h"

#include "answer.h"
#include "door/doorquerycodec.h"
#include "store/hearsay.h"

#include <QStorageInfo>
#include <QStringList>

#include <algorithm>

template<>
std::span<const encore::domain::EnumName<encore::commands::DoorReadiness::State>> encore::domain::enumNames()
{
    using State = commands::DoorReadiness::State;
    static constexpr EnumName<State> names[]
        = {{State::Ready, "ready"}, {State::Attention, "attention"}, {State::NotReady, "not_ready"}};
    return names;
}

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

QString productText(const store::Catalogue& catalogue, const std::optional<domain::ProductId>& product,
                    const std::optional<domain::VariationId>& variation)
{
    const auto found = product ? catalogue.products.find(*product) : catalogue.products.end();
    if (found == catalogue.products.end())
        return {};
    const auto kind = variation ? catalogue.variations.find(*variation) : catalogue.variations.end();
    return kind == catalogue.variations.end() ? found->second.name : QString(found->second.name + QStringLiteral(" · ") + kind->second.name);
}

QString performanceTitle(const store::Catalogue& catalogue, const std::optional<domain::PerformanceId>& id)
{
    const auto found = id ? catalogue.performances.find(*id) : catalogue.performances.end();
    return found == catalogue.performances.end() ? QString() : found->second.title;
}

std::vector<const domain::Gate*> gatesByName(const store::Catalogue& catalogue)
{
    std::vector<const domain::Gate*> gates;
    for (const auto& [id, gate] : catalogue.gates)
        gates.push_back(&gate);
    std::sort(gates.begin(), gates.end(), [](const domain::Gate* left, const domain::Gate* right) {
        return left->name != right->name ? left->name < right->name : left->label < right->label;
    });
    return gates;
}

} // namespace

Result<std::vector<DoorGates::Row>> DoorGates::ask(const QueryContext& context) const
{
    const store::Catalogue& catalogue = context.reader.catalogue();
    std::vector<Row> rows;
    for (const domain::Gate* gate : gatesByName(catalogue)) {
        Row row;
        row.id = gate->id;
        row.label = gate->label;
        row.name = gate->name;
        if (const auto zone = catalogue.zones.find(gate->effectiveZone()); zone != catalogue.zones.end())
            row.zoneName = zone->second.name;
        if (gate->performanceIds) {
            QStringList titles;
            for (const domain::PerformanceId& id : *gate->performanceIds)
                titles << performanceTitle(catalogue, id);
            row.performanceTitles = titles.join(QStringLiteral(", "));
            row.performanceIds = *gate->performanceIds;
        }
        row.capacity = gate->capacity;
        row.includeUnpaid = gate->includeUnpaid;
        rows.push_back(row);
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<DoorPerformances::Row>> DoorPerformances::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const auto& [id, performance] : context.reader.catalogue().performances)
        rows.push_back({id, performance.label, performance.title, performance.startsAt, performance.zone.name()});
    std::sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        return left.startsAt != right.startsAt ? left.startsAt < right.startsAt : left.label < right.label;
    });
    return answer(std::move(rows), context.reader);
}

Result<std::vector<DoorStatus::Row>> DoorStatus::ask(const QueryContext& context) const
{
    const store::Catalogue& catalogue = context.reader.catalogue();
    store::HearsayReader known(context.reader); // what desks nearby let through counts too
    const auto inside = known.zoneCounts();
    std::vector<Row> rows;
    for (const domain::Gate* gate : gatesByName(catalogue)) {
        if (gateId && gate->id != *gateId)
            continue;
        const store::GateCounts counts = known.gateCounts(gate->id);
        Row row;
        row.gateId = gate->id;
        row.gateLabel = gate->label;
        row.gateName = gate->name;
        row.entries = counts.entries;
        row.exits = counts.exits;
        row.insideByGate = counts.inside;
        row.gateCapacity = gate->capacity;
        row.refused = counts.refused;
        row.unlisted = counts.unlisted;
        if (const auto zone = catalogue.zones.find(gate->effectiveZone()); zone != catalogue.zones.end()) {
            row.zoneLabel = zone->second.label;
            row.zoneName = zone->second.name;
            row.zoneCapacity = zone->second.capacity;
        }
        if (const auto count = inside.find(gate->effectiveZone()); count != inside.end())
            row.zoneInside = count->second;
        rows.push_back(row);
    }
    if (gateId && rows.empty())
        return error(ErrorCode::NotFound, message("door.no_gate").with("gate", gateId->text()));
    return answer(std::move(rows), context.reader);
}

Result<std::vector<RecentScans::Row>> RecentScans::ask(const QueryContext& context) const
{
    const Result<int> most = checkedLimit(limit, 1000);
    if (!most)
        return most.error();
    const store::Catalogue& catalogue = context.reader.catalogue();
    std::vector<Row> rows;
    for (const store::ScanRow& scan : context.reader.scans({gateId, ticketId, refusedOnly, *most})) {
        const store::ScanRecord& record = scan.record;
        Row row;
        row.scanId = record.scan.id;
        row.at = record.scan.at;
        if (const auto gate = catalogue.gates.find(record.scan.gateId); gate != catalogue.gates.end()) {
            row.gateLabel = gate->second.label;
            row.gateName = gate->second.name;
        }
        row.direction = record.scan.direction;
        row.device = record.scan.device;
        row.verdict = record.admitted ? QStringLiteral("admitted") : QStringLiteral("refused");
        row.reason = record.reason;
        row.ticketLabel = scan.ticketLabel.isEmpty() && !record.scan.ticketId.isNull() ? record.scan.ticketId.hex() : scan.ticketLabel;
        row.holder = scan.holder;
        row.productName = productText(catalogue, scan.productId ? scan.productId : record.productId, scan.variationId);
        row.seat = scan.seat;
        row.listed = record.listed;
        row.undone = record.undone;
        row.undoReason = record.undoReason;
        rows.push_back(row);
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<Arrivals::Row>> Arrivals::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const store::MinuteCount& minute : context.reader.arrivals(gateId, since))
        rows.push_back({minute.minute, minute.entries});
    return answer(std::move(rows), context.reader);
}

Result<std::vector<FindTickets::Row>> FindTickets::ask(const QueryContext& context) const
{
    const Result<int> most = checkedLimit(limit, 500);
    if (!most)
        return most.error();
    const store::Catalogue& catalogue = context.reader.catalogue();
    std::vector<Row> rows;
    for (const store::TicketRow& found : context.reader.findTickets(text, *most)) {
        Row row;
        row.ticketId = found.ticket.id;
        row.ticketLabel = found.ticket.label;
        row.orderLabel = found.order.label;
        row.orderStatus = domain::enumText(found.order.status);
        row.holder = found.ticket.holderName;
        row.buyer = found.order.buyerName;
        row.email = found.ticket.holderEmail.isEmpty() ? found.order.buyerEmail : found.ticket.holderEmail;
        row.productName = productText(catalogue, found.ticket.productId, found.ticket.variationId);
        row.performanceTitle = performanceTitle(catalogue, found.ticket.performanceId);
        row.seat = found.ticket.seat;
        row.status = domain::enumText(found.ticket.status);
        row.blocked = found.ticket.blocked;
        row.inside = found.inside;
        row.lastEntryAt = found.lastEntryAt;
        rows.push_back(row);
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<DoorQuestions::Row>> DoorQuestions::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const domain::Question& question : context.reader.catalogue().questions) {
        if (!question.askAtDoor)
            continue;
        Row row{question.id, question.label, question.text, question.kind, question.required, {}};
        for (const domain::QuestionOption& option : question.options)
            row.options.push_back({option.label, option.text});
        rows.push_back(row);
    }
    return answer(std::move(rows), context.reader);
}

namespace
{

/// Nothing here can tell the right time, but a clock that stands before what this desk wrote last is wrong, or was then.
DoorReadiness::Row clockReadiness(const QueryContext& context)
{
    constexpr qint64 tolerableMs = 60'000;
    const std::optional<store::WorkspaceRecord> workspace = context.reader.workspace();
    const domain::EventZone zone = workspace ? workspace->zone : domain::EventZone::utc();
    const auto inWords = [&](domain::Instant at) { return zone.local(at).toString(QStringLiteral("yyyy-MM-dd HH:mm")); };
    const std::optional<domain::Instant> last = context.reader.newestLogTime();
    const bool behind = last && last->ms > context.now.ms + tolerableMs;
    domain::Message text = message(behind ? "ready.clock_behind" : "ready.clock").with("time", inWords(context.now));
    if (behind)
        text.with("last", inWords(*last));
    return {QStringLiteral("clock"), behind ? DoorReadiness::State::NotReady : DoorReadiness::State::Ready, text};
}

} // namespace

Result<std::vector<DoorReadiness::Row>> DoorReadiness::ask(const QueryContext& context) const
{
    store::Reader& reader = context.reader;
    const store::Catalogue& catalogue = reader.catalogue();
    std::vector<Row> rows;
    const qint64 tickets = reader.ticketCount();
    rows.push_back({QStringLiteral("tickets"), tickets > 0 ? State::Ready : State::Attention,
                    message(tickets > 0 ? "ready.tickets" : "ready.no_tickets").with("count", tickets)});
    const bool gates = !catalogue.gates.empty();
    rows.push_back({QStringLiteral("gates"), gates ? State::Ready : State::NotReady,
                    message(gates ? "ready.gates" : "ready.no_gates").with("count", qint64(catalogue.gates.size()))});
    const bool keys = !catalogue.issuers.empty();
    rows.push_back({QStringLiteral("keys"), keys ? State::Ready : State::Attention,
                    message(keys ? "ready.keys" : "ready.no_keys").with("count", qint64(catalogue.issuers.size()))});
    const qint64 freeMb = QStorageInfo(reader.database().path()).bytesAvailable() / 1000000;
    const bool disk = freeMb >= 500;
    rows.push_back({QStringLiteral("disk"), disk ? State::Ready : (freeMb >= 50 ? State::Attention : State::NotReady),
                    message(disk ? "ready.disk" : "ready.little_disk").with("megabytes", freeMb)});
    rows.push_back(clockReadiness(context));
    rows.push_back({QStringLiteral("writable"), context.readOnly ? State::NotReady : State::Ready,
                    message(context.readOnly ? "ready.not_writable" : "ready.writable")});
    return answer(std::move(rows), reader);
}

Result<std::vector<DoorList::Row>> DoorList::ask(const QueryContext& context) const
{
    const store::Catalogue& catalogue = context.reader.catalogue();
    std::vector<Row> rows;
    for (const store::TicketRow& found : context.reader.doorList(performanceId)) {
        const bool unpaid = found.order.status == domain::OrderStatus::AwaitingPayment && !found.order.admitWhileUnpaid;
        rows.push_back({found.ticket.id, found.ticket.label, found.ticket.holderName, found.order.label,
                        productText(catalogue, found.ticket.productId, found.ticket.variationId), found.ticket.seat, unpaid, found.inside});
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<WorkspaceInfo::Row>> WorkspaceInfo::ask(const QueryContext& context) const
{
    const std::optional<store::WorkspaceRecord> workspace = context.reader.workspace();
    if (!workspace)
        return answer(std::vector<Row>(), context.reader);
    const store::Catalogue& catalogue = context.reader.catalogue();
    return answer(std::vector<Row>{{workspace->name, workspace->currency, workspace->zone.name(), context.reader.ticketCount(),
                                    qint64(catalogue.performances.size()), qint64(catalogue.gates.size()), context.readOnly}},
                  context.reader);
}

} // namespace encore::commands
