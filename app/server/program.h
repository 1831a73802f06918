// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace encore::server
{

/// The command line of encore-server (CONTRACTS §6): serve, migrate, create-admin, demo. @p waitForEnd comes back when it is to end.
/// Exit codes as those of encorectl: 0 done, 1 no, 2 wrong usage, 3 the surroundings failed.
[[nodiscard]] int runProgram(QStringList arguments, const std::function<void()>& waitForEnd);

} // namespace encore::server
