// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What time brings about by itself: campaigns that start and end, orders that expire, mass refunds that go on. Whoever runs it – the console, the command line, a server – gives the
// same commands the same ids, so that it happens once whatever the number of runners.

#include "commands/executor.h"

namespace encore::commands
{

struct DueReport {
    qint64 started = 0;
    qint64 closed = 0; ///< campaigns whose plan was accepted
    qint64 steps = 0; ///< of plans that were carried out
    qint64 expired = 0; ///< orders that were not paid in time
    qint64 waiting = 0; ///< campaigns that wait for a payment to be known
    std::vector<domain::Error> failures; ///< of single campaigns; they keep none of the others
};

/// Starts, plans, accepts and carries out everything that is due at @p now. @p mayGoOn is asked after each step; saying no leaves the rest
/// for the next time.
[[nodiscard]] domain::Result<DueReport> runDueWork(Executor& executor, const Actor& actor, domain::Instant now,
                                                   const std::function<bool(const DueReport&)>& mayGoOn = {});

/// Plans, accepts and carries out one campaign, @p now being at or after its deadline.
[[nodiscard]] domain::Status closeNow(Executor& executor, const Actor& actor, domain::ProjectId project, domain::Instant now,
                                      const QByteArray& planHash, DueReport& report, const std::function<bool(const DueReport&)>& mayGoOn = {});

} // namespace encore::commands
