// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/findings.h"

#include "rowmapping.h"

namespace encore::domain
{

template<>
std::span<const EnumName<store::FindingKind>> enumNames()
{
    static constexpr EnumName<store::FindingKind> names[] = {{store::FindingKind::DoubleEntry, "double_entry"}};
    return names;
}

} // namespace encore::domain

namespace encore::store
{

void addFinding(UnitOfWork& work, const Finding& finding)
{
    work.reader().database().execute("INSERT INTO findings (id, kind, at, ticket_id, scan_id, other_scan_id, order_id, note, log_sequence)"
                                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                     {finding.id.toRfc4122(), domain::enumText(finding.kind), finding.at.ms, column(finding.ticket),
                                      column(finding.scan), column(finding.otherScan), column(finding.order), textNotNull(finding.note),
                                      work.nextLogSequence()});
}

std::vector<Finding> findings(Reader& reader, int limit)
{
    std::vector<Finding> found;
    Rows rows = reader.database().run("SELECT id, kind, at, ticket_id, scan_id, other_scan_id, order_id, note, log_sequence FROM findings"
                                      " ORDER BY at DESC, id LIMIT ?",
                                      {limit});
    while (rows.next()) {
        found.push_back({QUuid::fromRfc4122(rows.bytes(0)), enumAt(rows, 1, FindingKind::DoubleEntry), {rows.number(2)},
                         optionalIdAt<domain::TicketId>(rows, 3), optionalIdAt<domain::ScanId>(rows, 4), optionalIdAt<domain::ScanId>(rows, 5),
                         optionalIdAt<domain::OrderId>(rows, 6), rows.text(7), rows.number(8)});
    }
    return found;
}

} // namespace encore::store
