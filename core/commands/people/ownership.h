// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A musician may change their own campaigns only (DOMAIN §13). Checked where every command passes, so that none can forget it.

#include "commands/command.h"

namespace encore::commands
{

[[nodiscard]] domain::Status checkOwn(domain::ProjectId project, const Context& context, store::UnitOfWork& work);
[[nodiscard]] domain::Status checkOwn(domain::RewardId reward, const Context& context, store::UnitOfWork& work);
[[nodiscard]] domain::Status checkOwn(domain::PledgeId pledge, const Context& context, store::UnitOfWork& work);
[[nodiscard]] domain::Status checkOwn(domain::DispatchId dispatch, const Context& context, store::UnitOfWork& work);
[[nodiscard]] domain::Error notYours();

/// By whatever the command names that belongs to a campaign.
template<class C>
[[nodiscard]] domain::Status checkOwnership(const C& command, const Context& context, store::UnitOfWork& work)
{
    if (context.actor.role != Role::Musician)
        return domain::done();
    if constexpr (requires { checkOwn(command.projectId, context, work); })
        return checkOwn(command.projectId, context, work);
    else if constexpr (requires { checkOwn(command.rewardId, context, work); })
        return checkOwn(command.rewardId, context, work);
    else if constexpr (requires { checkOwn(command.pledgeId, context, work); })
        return checkOwn(command.pledgeId, context, work);
    else if constexpr (requires { checkOwn(command.dispatchId, context, work); })
        return checkOwn(command.dispatchId, context, work);
    else if constexpr (requires { command.author.isEmpty(); })
        return command.author.isEmpty() || command.author == context.actor.name ? domain::done() : domain::Status(notYours());
    else
        return notYours();
}

} // namespace encore::commands
