// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/project.h"

namespace encore::api
{

/// What the public may see: a campaign that somebody has approved.
[[nodiscard]] inline bool isPublic(domain::ProjectState state)
{
    return state != domain::ProjectState::Draft && state != domain::ProjectState::InReview;
}

} // namespace encore::api
