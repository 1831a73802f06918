// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <functional>

class QIODevice;

namespace encore::store
{
class Reader;
}

namespace encore::commands
{

/// Writes the workspace as an encore-bundle/1 (CONTRACTS §4), one row a line, in an order that depends on nothing but what it holds: the
/// same workspace gives the same bytes. Everything is read as it stood when this began. @p progress is told how many rows are done; when
/// it says false, or an error comes back, what stands in @p out is no bundle.
/// A scan of a code whose ticket the workspace does not have says "listed": false.
[[nodiscard]] domain::Status exportBundle(store::Reader& reader, QIODevice& out,
                                          const std::function<bool(qint64 done, qint64 total)>& progress = {});

} // namespace encore::commands
