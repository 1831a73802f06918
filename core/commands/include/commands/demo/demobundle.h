// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/time.h"

class QIODevice;

namespace encore::commands
{

enum class DemoScale {
    Small, ///< one evening, about 300 tickets
    Venue, ///< three evenings, about 3,000 tickets
    Festival, ///< three days, 250,000 tickets
};

[[nodiscard]] std::optional<DemoScale> demoScaleOf(const QString& text); ///< small, venue, festival
[[nodiscard]] qint64 demoTickets(DemoScale scale);

/// Writes an encore-bundle/1 of invented people. The same seed, scale and now write the same bytes. Doors of the first performance
/// opened half an hour before @p now, so that the door can be tried at once.
[[nodiscard]] domain::Status writeDemoBundle(QIODevice& out, quint64 seed, DemoScale scale, domain::Instant now);

} // namespace encore::commands
