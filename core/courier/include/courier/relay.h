// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells the log, line by line in its order, to an EventSink. How far it came stands in the database, so nothing is left out or changes
// places; where this program ends between the sink's yes and that, the same events are told again.

#include "commands/executor.h"
#include "courier/eventsink.h"
#include "store/reader.h"

#include <memory>

namespace encore::courier
{

/// What others may know of a line: which things its arguments and its outcome name by their ids.
[[nodiscard]] Event eventOf(const store::LogEntry& entry);

struct RelayDone {
    qint64 told = 0;
    QString trouble; ///< why it stopped before the log's end, where it did
};

class Relay
{
public:
    /// Makes the sink for a URL; MissingKey where nothing is there to sign with.
    using MakeSink = std::function<domain::Result<std::unique_ptr<EventSink>>(const QString& url)>;
    explicit Relay(MakeSink makeSink) : m_makeSink(std::move(makeSink)) { }

    /// Everything that was not told yet, a hundred lines at a time. After trouble it waits, longer each time, five minutes at most.
    [[nodiscard]] domain::Result<RelayDone> run(commands::Executor& executor, const domain::Clock& clock, const std::function<bool()>& mayGoOn = {});

private:
    [[nodiscard]] domain::Status tell(const std::vector<Event>& events, const QString& url, domain::Instant now, const std::function<bool()>& mayGoOn);

    MakeSink m_makeSink;
    QString m_url; ///< of the sink
    std::unique_ptr<EventSink> m_sink;
    int m_troubles = 0; ///< behind each other
    domain::Instant m_pausedUntil;
};

} // namespace encore::courier
