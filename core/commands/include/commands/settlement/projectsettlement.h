// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "report/settlement.h"

namespace encore::store
{
class Reader;
}

namespace encore::commands
{

/// What the payee of a campaign is owed for it, out of the books up to an entry (absent: all of them). A campaign that failed costs nothing: it
/// has no lines. NotFound where there is no such campaign, Refused where it has no payee.
[[nodiscard]] domain::Result<report::Settlement> projectSettlement(store::Reader& reader, domain::ProjectId project, std::optional<qint64> untilSequence);

} // namespace encore::commands
