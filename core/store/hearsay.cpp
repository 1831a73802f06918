// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hearsay.h"

#include "rowmapping.h"

#include <algorithm>

namespace encore::domain
{

template<>
std::span<const EnumName<store::HeardCount>> enumNames()
{
    using store::HeardCount;
    static constexpr EnumName<HeardCount> names[] = {{HeardCount::ZoneInside, "zone_inside"},
                                                     {HeardCount::GateInside, "gate_inside"},
                                                     {HeardCount::GateEntries, "gate_entries"},
                                                     {HeardCount::GateExits, "gate_exits"}};
    return names;
}

} // namespace encore::domain

namespace encore::store
{

namespace
{

#define ENCORE_HEARD "SELECT h.command_id, h.undone, h.scan_id, h.ticket_id, h.gate_id, h.direction, h.at, h.device, h.device_sequence FROM heard_scans h"

/// What is a fact by now counts as one, and not as hearsay.
#define ENCORE_IS_FACT                                                                                                                     \
    "((undone = 0 AND EXISTS (SELECT 1 FROM scans s WHERE s.id = heard_scans.scan_id))"                                                     \
    " OR (undone = 1 AND EXISTS (SELECT 1 FROM scan_undos u WHERE u.scan_id = heard_scans.scan_id)))"

HeardScan heardAt(const Rows& rows)
{
    HeardScan heard;
    heard.command = idAt<domain::CommandId>(rows, 0);
    heard.isUndo = rows.flag(1);
    heard.scan = {idAt<domain::ScanId>(rows, 2), idAt<domain::TicketId>(rows, 3), idAt<domain::GateId>(rows, 4),
                  enumAt(rows, 5, domain::Direction::Entry), {rows.number(6)}, rows.text(7), rows.number(8)};
    return heard;
}

template<class IdType>
std::vector<IdType> idsOf(Rows rows)
{
    std::vector<IdType> ids;
    while (rows.next())
        ids.push_back(idAt<IdType>(rows, 0));
    return ids;
}

} // namespace

std::vector<HeardScan> HearsayReader::everything()
{
    Rows rows = m_database.run(ENCORE_HEARD " ORDER BY h.command_id");
    std::vector<HeardScan> heard;
    while (rows.next())
        heard.push_back(heardAt(rows));
    return heard;
}

bool HearsayReader::speaksOf(domain::TicketId ticket)
{
    return m_database.run("SELECT 1 FROM heard_tickets WHERE ticket_id = ?", {ticket.bytes()}).next();
}

std::vector<domain::TicketId> HearsayReader::tickets()
{
    return idsOf<domain::TicketId>(m_database.run("SELECT ticket_id FROM heard_tickets ORDER BY ticket_id"));
}

std::vector<domain::TicketId> HearsayReader::ticketsWithFacts()
{
    return idsOf<domain::TicketId>(m_database.run("SELECT ticket_id FROM heard_tickets WHERE facts > 0"
                                                  " OR EXISTS (SELECT 1 FROM scans s WHERE s.ticket_id = heard_tickets.ticket_id) ORDER BY ticket_id"));
}

std::vector<domain::Scan> HearsayReader::history(domain::TicketId ticket)
{
    std::vector<domain::Scan> scans = m_reader.history(ticket);
    std::vector<domain::Scan> added;
    std::set<domain::ScanId> undone;
    {
        // A fact that was undone here is not in the history, and is no hearsay any more either.
        Rows rows = m_database.run(ENCORE_HEARD " WHERE h.ticket_id = ? AND (h.undone = 1 OR NOT EXISTS (SELECT 1 FROM scans s WHERE s.id = h.scan_id))",
                                   {ticket.bytes()});
        while (rows.next()) {
            const HeardScan heard = heardAt(rows);
            if (heard.isUndo)
                undone.insert(heard.scan.id);
            else
                added.push_back(heard.scan);
        }
    }
    scans.insert(scans.end(), added.begin(), added.end());
    std::erase_if(scans, [&](const domain::Scan& scan) { return undone.contains(scan.id); });
    return scans;
}

std::map<domain::ZoneId, int> HearsayReader::zoneCounts()
{
    std::map<domain::ZoneId, int> counts = m_reader.zoneCounts();
    Rows rows = m_database.run("SELECT id, difference FROM heard_counts WHERE what = 'zone_inside'");
    while (rows.next())
        counts[idAt<domain::ZoneId>(rows, 0)] += int(rows.number(1));
    return counts;
}

GateCounts HearsayReader::gateCounts(domain::GateId gate)
{
    GateCounts counts = m_reader.gateCounts(gate);
    Rows rows = m_database.run("SELECT what, difference FROM heard_counts WHERE id = ?", {gate.bytes()});
    while (rows.next()) {
        switch (enumAt(rows, 0, HeardCount::ZoneInside)) {
        case HeardCount::ZoneInside: // of a gate that is its own zone
            break;
        case HeardCount::GateInside:
            counts.inside += rows.number(1);
            break;
        case HeardCount::GateEntries:
            counts.entries += rows.number(1);
            break;
        case HeardCount::GateExits:
            counts.exits += rows.number(1);
            break;
        }
    }
    return counts;
}

bool HearsayWriter::isFull()
{
    Rows rows = m_database.run("SELECT count(*) FROM heard_scans");
    return rows.next() && rows.number(0) >= most;
}

bool HearsayWriter::add(const HeardScan& heard, domain::Instant now)
{
    const domain::Scan& scan = heard.scan;
    const char* fact = heard.isUndo ? "SELECT 1 FROM scan_undos WHERE scan_id = ?" : "SELECT 1 FROM scans WHERE id = ?";
    if (m_database.run(fact, {scan.id.bytes()}).next())
        return false;
    Rows rows = m_database.run("INSERT INTO heard_scans (command_id, undone, scan_id, ticket_id, gate_id, direction, at, device, device_sequence, heard_at)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (command_id) DO NOTHING",
                               {heard.command.bytes(), heard.isUndo, scan.id.bytes(), scan.ticketId.bytes(), scan.gateId.bytes(), domain::enumText(scan.direction),
                                scan.at.ms, textNotNull(scan.device), scan.deviceSequence, now.ms});
    return rows.changed() > 0;
}

std::set<domain::TicketId> HearsayWriter::drop(const char* condition, const QVariantList& values)
{
    const QString where = QStringLiteral(" FROM heard_scans WHERE ") + QLatin1StringView(condition);
    std::set<domain::TicketId> tickets;
    for (const domain::TicketId& ticket : idsOf<domain::TicketId>(m_database.run(QString(QStringLiteral("SELECT DISTINCT ticket_id") + where), values)))
        tickets.insert(ticket);
    if (!tickets.empty())
        (void)m_database.run(QString(QStringLiteral("DELETE") + where), values);
    return tickets;
}

std::set<domain::TicketId> HearsayWriter::dropFacts()
{
    return drop(ENCORE_IS_FACT);
}

std::set<domain::TicketId> HearsayWriter::dropOlderThan(domain::Instant then)
{
    return drop("heard_at < ?", {then.ms});
}

void HearsayWriter::dropAll()
{
    for (const char* table : {"DELETE FROM heard_scans", "DELETE FROM heard_tickets", "DELETE FROM heard_parts", "DELETE FROM heard_counts"})
        m_database.execute(table);
}

void HearsayWriter::setParts(domain::TicketId ticket, const std::vector<HeardPart>& parts)
{
    const auto count = [this](const QString& what, const QByteArray& id, qint64 difference) {
        m_database.execute("INSERT INTO heard_counts (what, id, difference) VALUES (?, ?, ?)"
                           " ON CONFLICT (what, id) DO UPDATE SET difference = heard_counts.difference + excluded.difference",
                           {what, id, difference});
    };
    std::vector<std::tuple<QString, QByteArray, qint64>> before;
    {
        Rows rows = m_database.run("SELECT what, id, difference FROM heard_parts WHERE ticket_id = ?", {ticket.bytes()});
        while (rows.next())
            before.emplace_back(rows.text(0), rows.bytes(1), rows.number(2));
    }
    for (const auto& [what, id, difference] : before)
        count(what, id, -difference);
    m_database.execute("DELETE FROM heard_parts WHERE ticket_id = ?", {ticket.bytes()});
    m_database.execute("DELETE FROM heard_tickets WHERE ticket_id = ?", {ticket.bytes()});
    if (!m_database.run("SELECT 1 FROM heard_scans WHERE ticket_id = ? LIMIT 1", {ticket.bytes()}).next())
        return;
    m_database.execute("INSERT INTO heard_tickets (ticket_id, facts) SELECT ?, count(*) FROM scans WHERE ticket_id = ?", {ticket.bytes(), ticket.bytes()});
    for (const HeardPart& part : parts) {
        m_database.execute("INSERT INTO heard_parts (ticket_id, what, id, difference) VALUES (?, ?, ?, ?)",
                           {ticket.bytes(), domain::enumText(part.what), part.id.toRfc4122(), part.difference});
        count(domain::enumText(part.what), part.id.toRfc4122(), part.difference);
    }
}

} // namespace encore::store
