// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tickets among a pledge's rewards: exactly one a unit, never twice (DOMAIN §3).

#include "commands/command.h"
#include "domain/pledge.h"

namespace encore::commands
{

/// Makes the order of a confirmed pledge and its tickets. Doing it again finds them there and makes nothing.
[[nodiscard]] domain::Status issueRewardTickets(const domain::Pledge& pledge, store::UnitOfWork& work);
/// Cancels that order, so that its tickets no longer admit anybody.
void cancelRewardTickets(const domain::Pledge& pledge, store::UnitOfWork& work);

} // namespace encore::commands
