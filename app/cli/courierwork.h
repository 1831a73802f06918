// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

namespace encore::cli
{

/// Letters that wait go out, and the webhook is told what it was not told yet: once, what fails waits for the next time. The exit code.
[[nodiscard]] int sendWhatWaits(Cli& cli, commands::Executor& executor);

} // namespace encore::cli
