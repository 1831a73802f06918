// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Desks that meet (DESIGN §3): what one says of its door and what becomes of that at the others. It is no command: nobody here did it.

#include "commands/command.h"
#include "store/hearsay.h"

namespace encore::commands
{

/// What was done at this desk's own door, behind its outbox's number @p behind, in order; then @p behind is that of the last that was looked at.
[[nodiscard]] std::vector<store::HeardScan> ownScans(store::Reader& reader, qint64& behind);

/// Keeps what another desk says; what is known already changes nothing. How many were new.
[[nodiscard]] domain::Result<int> takeHearsay(const std::vector<store::HeardScan>& heard, domain::Instant now, store::UnitOfWork& work);

enum class Hearsay { OfWhatChanged, All };
/// To be called when facts came or were taken back: what is a fact now is hearsay no longer, and what remains is counted anew.
/// All: gates or zones may be others, too.
void settleHearsay(store::UnitOfWork& work, Hearsay which);
/// The same for one ticket.
void recountHearsay(domain::TicketId ticket, store::UnitOfWork& work);

} // namespace encore::commands
