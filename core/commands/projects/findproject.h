// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/project.h"

namespace encore::store
{
class CampaignReader;
}

namespace encore::commands
{

/// The project, or “there is none”.
[[nodiscard]] domain::Result<domain::Project> findProject(store::CampaignReader& campaigns, domain::ProjectId id);
/// The project in the state that @p action leads to, or why it is not possible now.
[[nodiscard]] domain::Result<domain::Project> findProject(store::CampaignReader& campaigns, domain::ProjectId id, domain::ProjectAction action);

} // namespace encore::commands
