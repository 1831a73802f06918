// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/rewards/rewards.h"

#include "projects/findproject.h"
#include "store/campaigns.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Reward;
using domain::Status;

namespace
{

Status checkItems(const std::vector<domain::RewardItem>& items, store::Reader& reader)
{
    for (const domain::RewardItem& item : items) {
        if (item.quantity < 1)
            return error(ErrorCode::Invalid, message("pledge.quantity").with("quantity", item.quantity));
        if (item.kind != domain::RewardItemKind::Ticket)
            continue;
        const store::Catalogue& catalogue = reader.catalogue();
        if (!item.performance || !catalogue.performances.contains(*item.performance))
            return error(ErrorCode::NotFound, message("reward.no_performance").with("item", item.name));
        if (!item.product || !catalogue.products.contains(*item.product))
            return error(ErrorCode::NotFound, message("reward.no_product").with("item", item.name));
    }
    return domain::done();
}

Status applyFields(const RewardFields& fields, Reward& reward, store::Reader& reader)
{
    if (fields.title)
        reward.title = *fields.title;
    if (fields.description)
        reward.description = *fields.description;
    if (fields.price)
        reward.price = *fields.price;
    if (fields.limit)
        reward.limit = fields.limit;
    if (fields.perBacker)
        reward.perBacker = fields.perBacker;
    if (fields.from)
        reward.from = fields.from;
    if (fields.until)
        reward.until = fields.until;
    if (fields.items)
        reward.items = *fields.items;
    if (fields.deliveredBy)
        reward.deliveredBy = fields.deliveredBy;
    reward.needsAddress = fields.needsAddress.value_or(reward.needsAddress);
    reward.addOn = fields.addOn.value_or(reward.addOn);
    reward.position = fields.position.value_or(reward.position);
    if (reward.title.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("reward.no_title"));
    if (reward.price < 0 || reward.price > domain::mostMinorUnits)
        return error(ErrorCode::Invalid, message("reward.price").with("price", reward.price));
    if (reward.limit && *reward.limit < reward.taken) {
        return error(ErrorCode::Refused,
                     message("reward.limit_below").with("reward", reward.title).with("limit", *reward.limit).with("taken", reward.taken));
    }
    if (reward.perBacker && *reward.perBacker < 1)
        return error(ErrorCode::Invalid, message("pledge.quantity").with("quantity", *reward.perBacker));
    if (reward.from && reward.until && *reward.until <= *reward.from)
        return error(ErrorCode::Invalid, message("reward.window").with("reward", reward.title));
    return fields.items ? checkItems(reward.items, reader) : domain::done();
}

Status clearFields(const std::vector<QString>& names, Reward& reward)
{
    for (const QString& name : names) {
        if (name == QStringLiteral("limit"))
            reward.limit.reset();
        else if (name == QStringLiteral("per_backer"))
            reward.perBacker.reset();
        else if (name == QStringLiteral("opens_at"))
            reward.from.reset();
        else if (name == QStringLiteral("closes_at"))
            reward.until.reset();
        else if (name == QStringLiteral("delivered_by"))
            reward.deliveredBy.reset();
        else
            return error(ErrorCode::Invalid, message("project.cannot_clear").with("field", name.left(64)));
    }
    return domain::done();
}

/// Price and contents stay once somebody chose it; and what there is may become more, not less.
Status checkChosen(const Reward& before, const Reward& after)
{
    const bool fewer = after.limit && (!before.limit || *after.limit < *before.limit);
    const bool isSame = before.price == after.price && before.items == after.items && before.addOn == after.addOn
        && before.needsAddress == after.needsAddress;
    if (before.everChosen && (!isSame || fewer))
        return error(ErrorCode::Refused, message(fewer && isSame ? "reward.fewer" : "reward.frozen").with("reward", before.title));
    return domain::done();
}

/// The reward, where its campaign lets rewards be changed now.
Result<Reward> findReward(store::CampaignReader& campaigns, domain::RewardId id)
{
    const std::optional<Reward> reward = campaigns.reward(id);
    if (!reward)
        return error(ErrorCode::NotFound, message("reward.not_found").with("reward", id.text()));
    const auto project = findProject(campaigns, reward->projectId, domain::ProjectAction::ChangeRewards);
    if (!project)
        return project.error();
    return *reward;
}

} // namespace

Result<RewardMade> AddReward::execute(const Context& context, store::UnitOfWork& work) const
{
    store::CampaignWriter campaigns(work);
    const auto project = findProject(campaigns, projectId, domain::ProjectAction::ChangeRewards);
    if (!project)
        return project.error();
    Reward reward;
    reward.id = label.isEmpty() ? domain::idMadeBy<domain::RewardId>(context.commandId, 0)
                                : domain::idForExternal<domain::RewardId>(context.workspaceId, label);
    reward.label = label.isEmpty() ? reward.id.text() : label;
    if (campaigns.reward(reward.id))
        return error(ErrorCode::Refused, message("reward.exists").with("reward", reward.label));
    reward.projectId = projectId;
    const std::vector<Reward> others = campaigns.rewards(projectId);
    reward.position = others.empty() ? 0 : others.back().position + 1;
    if (!price)
        return error(ErrorCode::Invalid, message("reward.no_price"));
    if (const Status applied = applyFields(*this, reward, work.reader()); !applied)
        return applied.error();
    campaigns.put(reward);
    return Made{reward.id};
}

Result<RewardMade> EditReward::execute(const Context&, store::UnitOfWork& work) const
{
    store::CampaignWriter campaigns(work);
    const Result<Reward> before = findReward(campaigns, rewardId);
    if (!before)
        return before.error();
    Reward after = *before;
    if (const Status cleared = clearFields(clear, after); !cleared)
        return cleared.error();
    if (const Status applied = applyFields(*this, after, work.reader()); !applied)
        return applied.error();
    if (const Status allowed = checkChosen(*before, after); !allowed)
        return allowed.error();
    campaigns.put(after);
    return Made{rewardId};
}

Result<RewardMade> CloseReward::execute(const Context&, store::UnitOfWork& work) const
{
    store::CampaignWriter campaigns(work);
    const Result<Reward> reward = findReward(campaigns, rewardId);
    if (!reward)
        return reward.error();
    Reward changed = *reward;
    changed.closed = closed;
    campaigns.put(changed);
    return Made{rewardId};
}

Result<RewardMade> DeleteReward::execute(const Context&, store::UnitOfWork& work) const
{
    store::CampaignWriter campaigns(work);
    const Result<Reward> reward = findReward(campaigns, rewardId);
    if (!reward)
        return reward.error();
    if (reward->everChosen)
        return error(ErrorCode::Refused, message("reward.sold").with("reward", reward->title));
    campaigns.remove(*reward);
    return Made{rewardId};
}

} // namespace encore::commands
