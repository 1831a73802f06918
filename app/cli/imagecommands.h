// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

#include "raster/readcodes.h"

namespace encore::cli
{

/// Every code of a picture or PDF, page by page.
[[nodiscard]] domain::Result<std::vector<raster::PageCodes>> codesInFile(const QString& file);

/// Says why a picture cannot be read. Whatever the reason is, a file that cannot be read is the surroundings' fault (CONTRACTS §3).
[[nodiscard]] int failUnreadable(Cli& cli, const domain::Error& error);

} // namespace encore::cli
