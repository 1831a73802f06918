// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/leasedloop.h"

#include "store/lease.h"

namespace encore::commands
{

LeasedLoop::LeasedLoop(const store::Workspace& workspace, QString lease, QString deskName, const domain::Clock& clock, domain::RandomSource& random,
                       std::chrono::milliseconds interval, Turn turn) :
    m_workspace(workspace), m_lease(std::move(lease)), m_deskName(std::move(deskName)), m_clock(clock), m_random(random), m_interval(interval),
    m_turn(std::move(turn))
{
    if (!m_workspace.isReadOnly() && m_workspace.part() != store::Part::Desk)
        m_thread = std::thread([this] { loop(); });
}

LeasedLoop::~LeasedLoop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_stopped.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool LeasedLoop::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

bool LeasedLoop::waitForNext()
{
    std::unique_lock lock(m_mutex);
    return !m_stopped.wait_for(lock, m_interval, [this] { return m_stopping; });
}

void LeasedLoop::loop()
{
    auto writer = m_workspace.openWriter();
    if (!writer)
        return;
    Executor executor(**writer, m_deskName, m_clock, m_random);
    store::Lease lease(**writer, m_lease);
    const std::function<bool()> goOn = [&] { return !isStopping() && lease.hold(); };
    do {
        (*writer)->database().forgetFailure(); // of the last turn: this one may go better
        (*writer)->forgetWhatOthersChanged();
        if (lease.hold())
            m_turn(executor, goOn);
    } while (waitForNext());
}

} // namespace encore::commands
