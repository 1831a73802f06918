// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowmapping.h"
#include "store/reader.h"

namespace encore::store
{
namespace
{

#define ENCORE_SCAN_COLUMNS                                                                                                      \
    "s.id, s.ticket_id, s.gate_id, s.direction, s.at, s.device, s.device_sequence, s.verdict, s.reason, s.code_kind, s.listed,"    \
    " s.note, s.product_id, s.performance_id, s.log_sequence, u.reason, u.scan_id IS NOT NULL"
#define ENCORE_SCANS "FROM scans s LEFT JOIN scan_undos u ON u.scan_id = s.id "
constexpr int scanColumns = 17;

ScanRecord scanAt(const Rows& rows)
{
    ScanRecord record;
    record.scan = {idAt<domain::ScanId>(rows, 0),
                   idAt<domain::TicketId>(rows, 1),
                   idAt<domain::GateId>(rows, 2),
                   enumAt(rows, 3, domain::Direction::Entry),
                   {rows.number(4)},
                   rows.text(5),
                   rows.number(6)};
    record.admitted = rows.text(7) == u"admitted";
    record.reason = rows.text(8);
    record.codeKind = rows.text(9);
    record.listed = rows.flag(10);
    record.note = rows.text(11);
    record.productId = optionalIdAt<domain::ProductId>(rows, 12);
    record.performanceId = optionalIdAt<domain::PerformanceId>(rows, 13);
    record.logSequence = rows.optionalNumber(14);
    record.undoReason = rows.text(15);
    record.undone = rows.flag(16);
    return record;
}

} // namespace

std::vector<domain::Scan> Reader::history(domain::TicketId id)
{
    Rows rows = m_database->run("SELECT " ENCORE_SCAN_COLUMNS " " ENCORE_SCANS
                                "WHERE s.ticket_id = ? AND s.verdict = 'admitted' AND u.scan_id IS NULL ORDER BY s.at, s.device_sequence",
                                {id.bytes()});
    std::vector<domain::Scan> scans;
    while (rows.next())
        scans.push_back(scanAt(rows).scan);
    return scans;
}

std::optional<ScanRecord> Reader::scan(domain::ScanId id)
{
    Rows rows = m_database->run("SELECT " ENCORE_SCAN_COLUMNS " " ENCORE_SCANS "WHERE s.id = ?", {id.bytes()});
    if (!rows.next())
        return std::nullopt;
    return scanAt(rows);
}

std::optional<ScanRecord> Reader::newestFact(domain::TicketId id)
{
    Rows rows = m_database->run("SELECT " ENCORE_SCAN_COLUMNS " " ENCORE_SCANS "WHERE s.ticket_id = ? AND s.verdict = 'admitted'"
                                " AND u.scan_id IS NULL ORDER BY s.at DESC, s.device_sequence DESC LIMIT 1",
                                {id.bytes()});
    if (!rows.next())
        return std::nullopt;
    return scanAt(rows);
}

std::map<domain::ZoneId, domain::GateId> Reader::presence(domain::TicketId id)
{
    Rows rows = m_database->run("SELECT zone_id, gate_id FROM presence WHERE ticket_id = ?", {id.bytes()});
    std::map<domain::ZoneId, domain::GateId> zones;
    while (rows.next())
        zones.emplace(idAt<domain::ZoneId>(rows, 0), idAt<domain::GateId>(rows, 1));
    return zones;
}

std::map<domain::ZoneId, int> Reader::zoneCounts()
{
    Rows rows = m_database->run("SELECT zone_id, inside FROM zone_counts");
    std::map<domain::ZoneId, int> counts;
    while (rows.next())
        counts.emplace(idAt<domain::ZoneId>(rows, 0), int(rows.number(1)));
    return counts;
}

GateCounts Reader::gateCounts(domain::GateId id)
{
    Rows rows
        = m_database->run("SELECT entries, exits, inside, refused, unlisted FROM gate_counts WHERE gate_id = ?", {id.bytes()});
    if (!rows.next())
        return {};
    return {rows.number(0), rows.number(1), rows.number(2), rows.number(3), rows.number(4)};
}

std::optional<Sight> Reader::sight(const Sight& key)
{
    Rows rows = m_database->run("SELECT at, scan_id FROM sights WHERE device = ? AND gate_id = ? AND direction = ? AND signed_id = ?",
                                {key.device, key.gateId.bytes(), domain::enumText(key.direction), key.signedId.bytes()});
    if (!rows.next())
        return std::nullopt;
    Sight found(key);
    found.at = {rows.number(0)};
    found.scanId = idAt<domain::ScanId>(rows, 1);
    return found;
}

std::vector<ScanRow> Reader::scans(const ScanFilter& filter)
{
    QString sql = QStringLiteral("SELECT " ENCORE_SCAN_COLUMNS
                                 ", t.label, c.name, t.seat, t.product_id, t.variation_id " ENCORE_SCANS
                                 "LEFT JOIN tickets t ON t.id = s.ticket_id LEFT JOIN contacts c ON c.owner = s.ticket_id WHERE true");
    QVariantList values;
    if (filter.gateId) {
        sql += QStringLiteral(" AND s.gate_id = ?");
        values << filter.gateId->bytes();
    }
    if (filter.ticketId) {
        sql += QStringLiteral(" AND s.ticket_id = ?");
        values << filter.ticketId->bytes();
    }
    if (filter.refusedOnly)
        sql += QStringLiteral(" AND s.verdict = 'refused'");
    sql += QStringLiteral(" ORDER BY s.at DESC, s.device_sequence DESC LIMIT ?");
    values << filter.limit;
    Rows rows = m_database->run(sql, values);
    std::vector<ScanRow> found;
    while (rows.next()) {
        ScanRow row;
        row.record = scanAt(rows);
        row.ticketLabel = rows.text(scanColumns);
        row.holder = rows.text(scanColumns + 1);
        row.seat = rows.text(scanColumns + 2);
        row.productId = optionalIdAt<domain::ProductId>(rows, scanColumns + 3);
        row.variationId = optionalIdAt<domain::VariationId>(rows, scanColumns + 4);
        found.push_back(row);
    }
    return found;
}

void Reader::eachScan(const std::function<void(const ScanRecord&)>& visit)
{
    Rows rows = m_database->run("SELECT " ENCORE_SCAN_COLUMNS " " ENCORE_SCANS "ORDER BY s.at, s.device_sequence");
    while (rows.next())
        visit(scanAt(rows));
}

void Reader::eachScanOutsideLog(const std::function<void(domain::ScanId)>& visit)
{
    Rows rows = m_database->run("SELECT s.id FROM scans s LEFT JOIN command_log l ON l.sequence = s.log_sequence"
                                " WHERE s.log_sequence IS NOT NULL AND (l.name IS NULL OR l.name NOT IN ('AdmitTicket', 'RefuseTicket')"
                                " OR l.occurred_at <> s.at)");
    while (rows.next())
        visit(idAt<domain::ScanId>(rows, 0));
}

std::vector<MinuteCount> Reader::arrivals(std::optional<domain::GateId> gateId, domain::Instant since)
{
    Rows rows = m_database->run("SELECT s.at / 60000, count(*) " ENCORE_SCANS
                                "WHERE s.at >= ? AND s.verdict = 'admitted' AND s.direction = 'entry' AND u.scan_id IS NULL"
                                " AND (CAST(? AS BLOB) IS NULL OR s.gate_id = ?) GROUP BY s.at / 60000 ORDER BY 1",
                                {since.ms, column(gateId), column(gateId)});
    std::vector<MinuteCount> minutes;
    while (rows.next())
        minutes.push_back({{rows.number(0) * 60000}, rows.number(1)});
    return minutes;
}

} // namespace encore::store
