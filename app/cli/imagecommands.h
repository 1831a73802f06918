// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

#include "raster/readcodes.h"

namespace encore::cli
{

/// Every code of a picture or PDF, page by page.
[[nodiscard]] domain::Result<std::vector<raster::PageCodes>> codesInFile(const QString& file);

} // namespace encore::cli
