// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who is told what was done. A webhook today; whatever takes events in order can stand in its place.

#include "domain/id.h"
#include "domain/result.h"
#include "domain/time.h"

#include <functional>
#include <vector>

namespace encore::courier
{

/// A line of the log as others hear of it: no arguments, nobody's name, no secret.
struct Event {
    domain::CommandId id; ///< the same whenever it is told again
    qint64 sequence = 0; ///< in the log, without gaps
    QByteArray command;
    domain::Instant at;
    std::vector<std::pair<QByteArray, QUuid>> concerns; ///< of which kind, and which: "project", its id
};

class EventSink
{
public:
    EventSink() = default;
    virtual ~EventSink() = default;
    Q_DISABLE_COPY_MOVE(EventSink)

    /// Takes all of them, in their order, or none. @p mayGoOn is asked while it is waited.
    [[nodiscard]] virtual domain::Status deliver(const std::vector<Event>& events, domain::Instant now, const std::function<bool()>& mayGoOn) = 0;
};

} // namespace encore::courier
