// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

#include <vector>

namespace encore::cli
{

/// {"bench":…,"figure":…,"value":…}
void print(Cli& cli, const char* bench, const char* figure, double value);
/// The same with median, p99 and worst of @p samples, of which there is at least one.
void printFigures(Cli& cli, const char* bench, const char* figure, std::vector<double> samples);
/// The most memory this process has used, in megabytes (Linux; elsewhere 0).
[[nodiscard]] qint64 peakMegabytes();

[[nodiscard]] domain::Status benchCampaigns(Cli& cli, int pledges);
[[nodiscard]] domain::Status benchSync(Cli& cli, const QString& scale);

} // namespace encore::cli
