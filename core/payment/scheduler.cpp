// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/scheduler.h"

#include "payment/clockwork.h"

namespace encore::payment
{

namespace
{

constexpr std::chrono::seconds interval(1); // somebody may stand at the counter and wait for a card
constexpr int turnsBetweenDueWork = 10; // planning a campaign that waits for one payment reads all of its pledges

} // namespace

Scheduler::Scheduler(const store::Workspace& workspace, QString deskName, const domain::Clock& clock, domain::RandomSource& random) :
    m_clock(clock), m_worker(standaloneWorker()),
    m_loop(workspace, QStringLiteral("scheduler"), std::move(deskName), clock, random, interval,
           [this](commands::Executor& executor, const std::function<bool()>& mayGoOn) { turn(executor, mayGoOn); })
{
}

void Scheduler::turn(commands::Executor& executor, const std::function<bool()>& mayGoOn)
{
    // What failed is due again next time; the campaign or the order shows that it is.
    if (m_turns++ % turnsBetweenDueWork == 0)
        (void)runClockwork(executor, m_worker, commands::owner(), m_clock.now(), mayGoOn);
    else
        (void)m_worker.run(executor, commands::owner(), m_clock.now(), [&](const auto&) { return mayGoOn(); });
}

} // namespace encore::payment
