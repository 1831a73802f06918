// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a person ends what the house refused. Guards I2: whatever is chosen, it is written down what became of the change.

#include "commands/executor.h"
#include "store/outbox.h"

namespace encore::sync
{

/// Of a change in conflict: what of it is wanted still.
struct Choice {
    bool isMine = false; ///< false: what the house says stands
    std::vector<QString> fields; ///< of an edit: those that are to be as they were wanted here; the others stay as the house says
};

/// Ends a conflict. What is wanted still goes to the house as a new change, made on what it says now. Refused where the command is in no
/// conflict; whatever the new change runs into is told, and the conflict stays.
[[nodiscard]] domain::Status solve(domain::CommandId command, const Choice& choice, commands::Executor& executor, store::UnitOfWork& work);

/// A person has seen that a command was refused, and done what was to be done.
[[nodiscard]] domain::Status markSeen(domain::CommandId command, store::UnitOfWork& work);

} // namespace encore::sync
