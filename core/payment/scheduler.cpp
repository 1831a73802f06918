// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/scheduler.h"

#include "payment/clockwork.h"
#include "store/lease.h"

#include <chrono>

namespace encore::payment
{

Scheduler::Scheduler(const store::Workspace& workspace, QString deskName, const domain::Clock& clock, domain::RandomSource& random) :
    m_workspace(workspace), m_deskName(std::move(deskName)), m_clock(clock), m_random(random)
{
    // Where another process writes it, that one does it; what a desk does with its house's money, the house does.
    if (!m_workspace.isReadOnly() && m_workspace.part() != store::Part::Desk)
        m_thread = std::thread([this] { loop(); });
}

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_stopped.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool Scheduler::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

bool Scheduler::waitForNext()
{
    constexpr std::chrono::seconds interval(1); // somebody may stand at the counter and wait for a card
    std::unique_lock lock(m_mutex);
    return !m_stopped.wait_for(lock, interval, [this] { return m_stopping; });
}

void Scheduler::loop()
{
    auto writer = m_workspace.openWriter();
    if (!writer)
        return;
    commands::Executor executor(**writer, m_deskName, m_clock, m_random);
    EffectWorker worker = standaloneWorker();
    store::Lease lease(**writer, QStringLiteral("scheduler")); // of many servers one does it
    const auto goOn = [&] { return !isStopping() && lease.hold(); };
    constexpr int ticksBetweenDueWork = 10; // planning a campaign that waits for one payment reads all of its pledges
    for (int tick = 0; tick == 0 || waitForNext(); ++tick) {
        if (!lease.hold())
            continue;
        // What failed is due again next time; the campaign or the order shows that it is.
        if (tick % ticksBetweenDueWork == 0)
            (void)runClockwork(executor, worker, commands::owner(), m_clock.now(), goOn);
        else
            (void)worker.run(executor, commands::owner(), m_clock.now(), [&](const auto&) { return goOn(); });
    }
}

} // namespace encore::payment
