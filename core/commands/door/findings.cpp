// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/findings.h"

#include "answer.h"
#include "domain/enums.h"
#include "store/findings.h"

namespace encore::commands
{

using domain::Result;

namespace
{

constexpr int mostFindings = 1'000;

QString gateName(const store::Catalogue& catalogue, domain::GateId id)
{
    const auto found = catalogue.gates.find(id);
    return found == catalogue.gates.end() ? id.text() : found->second.name;
}

} // namespace

Result<std::vector<Findings::Row>> Findings::ask(const QueryContext& context) const
{
    const Result<int> most = checkedLimit(limit, mostFindings);
    if (!most)
        return most.error();
    store::Reader& reader = context.reader;
    const store::Catalogue& catalogue = reader.catalogue();
    std::vector<Row> rows;
    for (const store::Finding& finding : store::findings(reader, *most)) {
        Row row;
        row.findingId = finding.id.toString(QUuid::WithoutBraces);
        row.kind = domain::enumText(finding.kind);
        if (const auto ticket = finding.ticket ? reader.ticket(*finding.ticket) : std::nullopt) {
            row.ticket = ticket->label;
            row.holder = ticket->holderName;
        }
        if (const auto scan = finding.scan ? reader.scan(*finding.scan) : std::nullopt) {
            row.firstAt = scan->scan.at;
            row.gate = gateName(catalogue, scan->scan.gateId);
            row.device = scan->scan.device;
        }
        if (const auto scan = finding.otherScan ? reader.scan(*finding.otherScan) : std::nullopt) {
            row.secondAt = scan->scan.at;
            row.otherGate = gateName(catalogue, scan->scan.gateId);
            row.otherDevice = scan->scan.device;
        }
        rows.push_back(row);
    }
    return answer(std::move(rows), reader);
}

} // namespace encore::commands
