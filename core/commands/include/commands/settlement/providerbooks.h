// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "report/reconciliation.h"

namespace encore::store
{
class Reader;
}

namespace encore::commands
{

/// Every entry of the books that moved money at a provider, in the order of the books. @p provider: as pledges and orders name it.
[[nodiscard]] domain::Result<std::vector<report::BookRow>> providerBooks(store::Reader& reader, const QString& provider);

} // namespace encore::commands
