// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/syncservice.h"

namespace encore::ui
{

/// How desk and server stand, in one line. Guards I8: that they are the same is said only where it was proven and nothing waits.
[[nodiscard]] QString syncSentence(const SyncStatus& status);
/// Whom this desk meets on its own network; empty: it meets nobody.
[[nodiscard]] QString meetingSentence(const MeetingStatus& meeting);
/// What needs a person; empty: nothing does.
[[nodiscard]] QString syncDecisions(const SyncStatus& status);
/// A command's name as people say it.
[[nodiscard]] QString commandWords(const QString& command);
[[nodiscard]] QString roleWords(domain::Role role);

} // namespace encore::ui
