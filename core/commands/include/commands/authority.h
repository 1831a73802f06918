// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/executor.h"

namespace encore::commands
{

/// What an authority says to a command that somebody sent it.
struct Answered {
    domain::Result<Outcome> outcome;
};

/// What is known of one request's commands behind each other.
struct Batch {
    /// Number of its device that another command had: two programs go by the same name, and what comes behind it is not taken either, so
    /// that it keeps its order when this program has a name of its own.
    std::optional<qint64> reusedNumber;
};

/// Carries the command out, or refuses it for good: the same id gets the same answer for ever, and the same id with another body is an
/// IdempotencyMismatch. Commands of a device are taken in its own order: one that comes too early is told which is expected, and may be
/// sent again. The unit is to be committed whatever the answer is; it fails only where the store does.
[[nodiscard]] domain::Result<Answered> answer(const CommandRequest& request, Executor& executor, store::UnitOfWork& work, Batch& batch);

} // namespace encore::commands
