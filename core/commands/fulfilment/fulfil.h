// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "domain/fulfilment.h"

namespace encore::commands
{

/// Moves a pledge to “fulfilled” once everything in it was sent and everybody with one of its tickets came in; else leaves it as it is.
[[nodiscard]] domain::Result<domain::PledgeState> fulfilIfDone(const domain::Pledge& pledge, const Context& context, store::UnitOfWork& work);
/// The same after somebody came in with a ticket of this order; an order that belongs to no pledge is left alone.
[[nodiscard]] domain::Status fulfilIfAdmitted(domain::OrderId order, const Context& context, store::UnitOfWork& work);

} // namespace encore::commands
