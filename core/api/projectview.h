// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/project.h"
#include "sessions.h"

namespace encore::api
{

/// What the public may see: a campaign that somebody has approved.
[[nodiscard]] inline bool isPublic(domain::ProjectState state)
{
    return state != domain::ProjectState::Draft && state != domain::ProjectState::InReview;
}

/// What somebody may see of campaigns: a musician their own, beside those that the public may see.
[[nodiscard]] inline bool maySee(domain::ProjectState state, const QString& author, const std::optional<SignedIn>& who)
{
    if (isPublic(state))
        return true;
    if (!who)
        return false;
    if (who->actor.role == commands::Role::Musician)
        return who->actor.name == author;
    return who->actor.role == commands::Role::Admin || who->actor.role == commands::Role::Reviewer;
}

} // namespace encore::api
