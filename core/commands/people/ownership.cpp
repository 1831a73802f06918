// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/ownership.h"

#include "store/campaigns.h"
#include "store/fulfilment.h"

namespace encore::commands
{

using domain::message;
using domain::Status;

domain::Error notYours()
{
    return domain::error(domain::ErrorCode::Forbidden, message("command.not_yours"));
}

// What does not exist is for the command to say, in its own words.

Status checkOwn(domain::ProjectId id, const Context& context, store::UnitOfWork& work)
{
    const auto project = store::CampaignReader(work.reader()).project(id);
    return !project || project->author == context.actor.name ? domain::done() : Status(notYours());
}

Status checkOwn(domain::RewardId id, const Context& context, store::UnitOfWork& work)
{
    const auto reward = store::CampaignReader(work.reader()).reward(id);
    return reward ? checkOwn(reward->projectId, context, work) : domain::done();
}

Status checkOwn(domain::PledgeId id, const Context& context, store::UnitOfWork& work)
{
    const auto pledge = store::CampaignReader(work.reader()).pledge(id);
    return pledge ? checkOwn(pledge->projectId, context, work) : domain::done();
}

Status checkOwn(domain::DispatchId id, const Context& context, store::UnitOfWork& work)
{
    const auto dispatch = store::FulfilmentReader(work.reader()).dispatch(id);
    return dispatch ? checkOwn(dispatch->pledge, context, work) : domain::done();
}

} // namespace encore::commands
