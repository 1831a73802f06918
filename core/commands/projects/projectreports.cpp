// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"
#include "commands/projects/projectqueries.h"
#include "store/campaigns.h"

#include <algorithm>

namespace encore::commands
{

using domain::Result;

Result<std::vector<ProjectUpdates::Row>> ProjectUpdates::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const store::ProjectUpdate& update : store::CampaignReader(context.reader).updates(projectId))
        rows.push_back({update.id, update.at, update.title, update.text, update.backersOnly});
    return answer(std::move(rows), context.reader);
}

Result<std::vector<ProjectHistory::Row>> ProjectHistory::ask(const QueryContext& context) const
{
    constexpr int mostRows = 1'000;
    const Result<int> checked = checkedLimit(limit, mostRows);
    if (!checked)
        return checked.error();
    std::vector<qint64> sequences = store::CampaignReader(context.reader).history(projectId);
    sequences.resize(std::min(sequences.size(), size_t(limit)));
    std::vector<Row> rows;
    for (const qint64 sequence : sequences) {
        if (const auto entry = context.reader.logEntryAt(sequence)) {
            rows.push_back({sequence, entry->occurredAt, QString::fromLatin1(entry->name), entry->actor, entry->device,
                            QString::fromUtf8(entry->arguments)});
        }
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<ProjectSources::Row>> ProjectSources::ask(const QueryContext& context) const
{
    std::map<QString, Row> bySource;
    for (const store::SourceSum& sum : store::CampaignReader(context.reader).sources(projectId)) {
        if (sum.sum.standing() <= 0)
            continue;
        Row& row = bySource[sum.source];
        row.source = sum.source;
        row.raised += sum.sum.standing();
        row.pledges += sum.standing;
    }
    std::vector<Row> rows;
    for (const auto& [source, row] : bySource)
        rows.push_back(row);
    std::stable_sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) { return left.raised > right.raised; });
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
