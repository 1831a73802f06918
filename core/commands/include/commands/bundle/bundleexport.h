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

/// Orders written so far and in all; false stops.
using ExportProgress = std::function<bool(qint64 done, qint64 total)>;

/// Writes the workspace as an encore-bundle/1, order by order. The same workspace gives the same bytes; members that came with a bundle
/// and that nobody here knows are written again. Passages that were undone or refused are left out.
[[nodiscard]] domain::Status exportBundle(store::Reader& reader, QIODevice& out, const ExportProgress& progress = {});

} // namespace encore::commands
