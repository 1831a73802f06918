// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults.h"

namespace encore::simulation
{

/// I8, whenever a desk says how it stands.
void checkWhatIsSaid(World& world, Desk& desk);
/// All invariants, after everything has healed and come to rest.
void checkAtRest(World& world);

} // namespace encore::simulation
