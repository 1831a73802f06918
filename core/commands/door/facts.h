// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorservice.h"
#include "store/reader.h"

namespace encore::commands
{

/// What a scan is decided from, read from the store.
struct DoorFacts {
    door::Match match;
    door::Place place;
    domain::TicketId signedId; ///< by what a second sight of the same code is known; null where nothing matched
};

/// A ticket that is known already, with what hangs on it at a gate.
[[nodiscard]] door::Match matchOf(const domain::Ticket& ticket, const domain::Gate& gate, store::Reader& reader);
/// How full it is by now.
void countAnew(door::Place& place, store::Reader& reader);
[[nodiscard]] domain::Result<DoorFacts> gatherFacts(const ScanInput& input, store::Reader& reader);

} // namespace encore::commands
