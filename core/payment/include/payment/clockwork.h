// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that time brings about, in the order in which it must happen.

#include "commands/schedule/duework.h"
#include "payment/effectworker.h"

namespace encore::payment
{

/// What a desk without a server can ask: the simulated provider and the simulated card terminal. Everything else is paid out by people.
[[nodiscard]] EffectWorker standaloneWorker();

struct ClockworkReport {
    WorkDone payments;
    commands::DueReport due;
};

/// Payments first, because a campaign that ends now should know what came in; then starts and closings; then the refunds that those made.
/// @p mayGoOn is asked between steps.
[[nodiscard]] domain::Result<ClockworkReport> runClockwork(commands::Executor& executor, EffectWorker& worker, const commands::Actor& actor,
                                                           domain::Instant now, const std::function<bool()>& mayGoOn = {});

} // namespace encore::payment
