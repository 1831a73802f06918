// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace encore::commands
{

/// Whom a command means: the one that is named, else whoever has this e-mail (in any case of letters), else somebody new.
[[nodiscard]] domain::PersonId personFor(const std::optional<domain::PersonId>& named, const QString& email, const Context& context);

} // namespace encore::commands
