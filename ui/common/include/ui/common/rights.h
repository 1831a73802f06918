// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/syncservice.h"

namespace encore::ui
{

/// Whether something may be offered to whoever works here: whoever has a workspace that stands alone may do everything in it.
[[nodiscard]] inline bool mayUse(const SyncStatus& status, commands::Right right)
{
    return !status.isDesk || commands::hasRight(status.role, right);
}

} // namespace encore::ui
