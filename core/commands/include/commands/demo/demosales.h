// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/executor.h"

namespace encore::commands
{

/// An evening at the counter for the first performance, by the same commands as a real one: offers, a coupon, an open drawer, sales for cash
/// and by card, guests, one reservation. Where it has been made, or there is no performance, nothing is done. Returns how many orders.
[[nodiscard]] domain::Result<int> runDemoSales(Executor& executor, const Actor& actor);

} // namespace encore::commands
