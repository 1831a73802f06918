// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/settlement/projectsettlement.h"

#include "projects/findproject.h"
#include "store/campaigns.h"
#include "store/ledgerbook.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

Result<report::Settlement> projectSettlement(store::Reader& reader, domain::ProjectId project, std::optional<qint64> untilSequence)
{
    store::CampaignReader campaigns(reader);
    const Result<domain::Project> found = findProject(campaigns, project);
    if (!found)
        return found.error();
    if (!found->payee)
        return error(ErrorCode::Refused, message("settlement.no_payee").with("project", found->label));
    report::SettlementScope scope;
    scope.id = project.text();
    scope.payee = *found->payee;
    scope.project = project;
    scope.currency = found->currency;
    scope.zone = found->zone;
    report::SettlementBuilder builder(scope);
    store::EntryFilter filter;
    filter.projectId = project;
    filter.until = untilSequence;
    store::LedgerReader(reader).eachEntry(filter, [&](const store::BookedEntry& entry) {
        builder.add({entry.sequence, entry.kind, entry.at, entry.postings, entry.subject, entry.commandId});
    });
    if (const domain::Status read = reader.status(); !read)
        return read.error();
    return builder.finish();
}

} // namespace encore::commands
