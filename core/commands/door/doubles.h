// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace encore::commands
{

/// Where @p scan (an entry that has just been recorded) and another one let two people in by one ticket, both are facts, and a finding
/// says so: the desks had not heard of each other. Other desks' scans may come late, so it is time that says which was first.
void noteDoubleEntry(domain::TicketId ticket, domain::ScanId scan, const Context& context, store::UnitOfWork& work);

} // namespace encore::commands
