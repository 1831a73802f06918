// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/demo/demobundle.h"
#include "commands/executor.h"

namespace encore::commands
{

/// Invented campaigns, run by the same commands as real ones: one that is live, one that was funded, one that failed, one draft, and more of
/// them where the scale is larger. Where they are already there nothing is done. Returns how many campaigns were made.
[[nodiscard]] domain::Result<int> runDemoCampaigns(quint64 seed, DemoScale scale, Executor& executor, const Actor& actor);

} // namespace encore::commands
