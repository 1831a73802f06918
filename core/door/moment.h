// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "domain/time.h"

namespace encore::door
{

/// How a moment is told to somebody who stands at the door at @p now: wall clock time of the event's zone, with the date when it is
/// another day.
struct Telling {
    domain::EventZone zone = domain::EventZone::utc();
    domain::Instant now;

    [[nodiscard]] domain::Message toTheSecond(domain::Instant instant) const;
    [[nodiscard]] domain::Message toTheMinute(domain::Instant instant) const; ///< with seconds only where they are not 0
};

} // namespace encore::door
