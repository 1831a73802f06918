// SPDX-License-Identifier: GPL-3.0-or-later
#include "door/doubles.h"

#include "store/findings.h"

#include <algorithm>

namespace encore::commands
{

void noteDoubleEntry(domain::TicketId ticket, domain::ScanId scan, const Context& context, store::UnitOfWork& work)
{
    const store::Catalogue& catalogue = work.reader().catalogue();
    const std::vector<domain::Scan> history = work.reader().history(ticket);
    const auto own = std::find_if(history.begin(), history.end(), [&](const domain::Scan& known) { return known.id == scan; });
    if (own == history.end())
        return;
    const auto gateOf = [&](const domain::Scan& known) {
        const auto found = catalogue.gates.find(known.gateId);
        return found == catalogue.gates.end() ? nullptr : &found->second;
    };
    const domain::Gate* here = gateOf(*own);
    if (!here || here->entry == domain::EntryPolicy::Many)
        return;
    const domain::Scan* before = nullptr; // the entry that the next one would double
    for (const domain::Scan& known : history) {
        const domain::Gate* gate = gateOf(known);
        if (!gate || gate->effectiveZone() != here->effectiveZone())
            continue;
        if (known.direction == domain::Direction::Exit) {
            if (here->entry == domain::EntryPolicy::OnceReentry)
                before = nullptr;
            continue;
        }
        if (before && (before->id == scan || known.id == scan)) {
            store::Finding finding;
            finding.id = domain::idMadeBy<domain::ScanId>(context.commandId, 1).uuid();
            finding.at = known.at;
            finding.ticket = ticket;
            finding.scan = before->id;
            finding.otherScan = known.id;
            return store::addFinding(work, finding);
        }
        before = &known;
    }
}

} // namespace encore::commands
