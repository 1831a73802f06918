// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"
#include "commands/fulfilment/fulfilment.h"
#include "store/campaigns.h"
#include "store/fulfilment.h"

#include <algorithm>

namespace encore::commands
{

using domain::Result;

namespace
{

/// Rows of one campaign; its rewards are read once.
class PackingRows
{
public:
    explicit PackingRows(store::Reader& reader) : m_campaigns(reader), m_fulfilment(reader) { }

    [[nodiscard]] std::optional<PackingRow> rowOf(domain::PledgeId id)
    {
        const auto pledge = m_campaigns.pledge(id);
        if (!pledge)
            return std::nullopt;
        PackingRow row;
        row.pledgeId = id;
        row.label = pledge->label;
        const store::Contact backer = m_campaigns.contact(pledge->backer.uuid()).value_or(store::Contact());
        row.backer = backer.name;
        row.email = backer.email;
        row.state = pledge->state;
        row.placedAt = pledge->placedAt;
        row.dispatches = m_fulfilment.dispatches(id);
        row.items = pledgedItems(*pledge, [this](domain::RewardId reward) { return rewardOf(reward); }, row.dispatches);
        row.needsAddress = std::any_of(row.items.begin(), row.items.end(), [](const auto& item) { return item.needsAddress; });
        row.address = m_fulfilment.address(id);
        row.ticketsToAdmit = m_fulfilment.ticketsToAdmit(id);
        return row;
    }

private:
    [[nodiscard]] const domain::Reward* rewardOf(domain::RewardId id)
    {
        auto known = m_rewards.find(id);
        if (known == m_rewards.end())
            known = m_rewards.emplace(id, m_campaigns.reward(id)).first;
        return known->second ? &*known->second : nullptr;
    }

    store::CampaignReader m_campaigns;
    store::FulfilmentReader m_fulfilment;
    std::map<domain::RewardId, std::optional<domain::Reward>> m_rewards;
};

} // namespace

Result<std::vector<PackingRow>> PackingList::ask(const QueryContext& context) const
{
    constexpr int mostRows = 1'000;
    const Result<int> checked = checkedLimit(limit, mostRows);
    if (!checked)
        return checked.error();
    store::PackingFilter filter{projectId, includesSent, limit, {}};
    store::CampaignReader campaigns(context.reader);
    if (after) {
        const auto last = campaigns.pledge(*after);
        if (!last)
            return domain::error(domain::ErrorCode::NotFound, domain::message("pledge.not_found").with("pledge", after->text()));
        filter.after = {last->placedAt, last->id};
    }
    PackingRows packing(context.reader);
    store::FulfilmentReader fulfilment(context.reader);
    std::vector<Row> rows;
    // Pledges of tickets alone have nothing to send and are passed over, so that a page may need several looks.
    while (int(rows.size()) < limit) {
        const std::vector<domain::PledgeId> found = fulfilment.toPack(filter);
        for (const domain::PledgeId id : found) {
            auto row = packing.rowOf(id);
            const bool hasOpen = row && std::any_of(row->items.begin(), row->items.end(), [](const auto& item) { return item.open() > 0; });
            if (row && (hasOpen || (includesSent && !row->items.empty())) && int(rows.size()) < limit)
                rows.push_back(std::move(*row));
        }
        if (int(found.size()) < filter.limit)
            break;
        const auto last = campaigns.pledge(found.back());
        if (!last)
            break; // reading failed, and answer() says so
        filter.after = {last->placedAt, last->id};
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<PackingRow>> PledgeDelivery::ask(const QueryContext& context) const
{
    const auto row = PackingRows(context.reader).rowOf(pledgeId);
    if (!row)
        return domain::error(domain::ErrorCode::NotFound, domain::message("pledge.not_found").with("pledge", pledgeId.text()));
    return answer(std::vector<Row>{*row}, context.reader);
}

Result<std::vector<domain::PackingPaper>> packingPapers(domain::ProjectId project, store::Reader& reader, qint64& withoutAddress)
{
    const auto workspace = reader.workspace();
    const QString house = workspace ? workspace->name : QString();
    PackingList list;
    list.projectId = project;
    list.limit = 1'000;
    std::vector<domain::PackingPaper> papers;
    withoutAddress = 0;
    while (true) {
        const Result<std::vector<PackingRow>> rows = list.ask({reader, {}, false});
        if (!rows)
            return rows.error();
        for (const PackingRow& row : *rows) {
            domain::PackingPaper paper;
            for (const domain::PledgedItem& item : row.items) {
                if (item.needsAddress && item.open() > 0)
                    paper.items.emplace_back(item.name, item.open());
            }
            if (paper.items.empty())
                continue;
            if (!row.address) {
                ++withoutAddress;
                continue;
            }
            paper.house = house;
            paper.pledge = row.label;
            paper.address = addressLines(*row.address);
            paper.note = row.address->note;
            papers.push_back(std::move(paper));
        }
        if (int(rows->size()) < list.limit)
            return papers;
        list.after = rows->back().pledgeId;
    }
}

Result<std::vector<PackingTotals::Row>> PackingTotals::ask(const QueryContext& context) const
{
    store::FulfilmentReader fulfilment(context.reader);
    const std::vector<store::RewardUnits> owed = fulfilment.owedUnits(projectId);
    const std::vector<store::SentUnits> sent = fulfilment.sentUnits(projectId);
    std::vector<Row> rows;
    for (const domain::Reward& reward : store::CampaignReader(context.reader).rewards(projectId)) {
        const auto units = std::find_if(owed.begin(), owed.end(), [&](const auto& known) { return known.reward == reward.id; });
        for (size_t item = 0; item < reward.items.size() && units != owed.end(); ++item) {
            const domain::RewardItem& content = reward.items[item];
            if (content.kind == domain::RewardItemKind::Ticket)
                continue;
            const auto gone = std::find_if(sent.begin(), sent.end(), [&](const auto& known) { return known.reward == reward.id && known.item == int(item) + 1; });
            rows.push_back({reward.id, reward.title, content.name, content.kind, units->units * content.quantity, gone == sent.end() ? 0 : gone->quantity});
        }
    }
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
