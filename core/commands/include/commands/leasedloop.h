// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/executor.h"
#include "store/workspace.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace encore::commands
{

/// A thread that does at intervals what only one of a house's servers may do, while it has the lease of that name. On a connection of its
/// own, in short transactions, so that a scan never waits for it. Where another process writes the file it does nothing; neither does it
/// at a desk: what goes out of the house, the house does.
class LeasedLoop
{
public:
    /// @p mayGoOn is asked between steps, in the loop's thread: not where it is to end or the lease was lost.
    using Turn = std::function<void(Executor& executor, const std::function<bool()>& mayGoOn)>;

    LeasedLoop(const store::Workspace& workspace, QString lease, QString deskName, const domain::Clock& clock, domain::RandomSource& random,
               std::chrono::milliseconds interval, Turn turn);
    ~LeasedLoop(); ///< waits for the step that is under way
    Q_DISABLE_COPY_MOVE(LeasedLoop)

private:
    void loop();
    [[nodiscard]] bool waitForNext();
    [[nodiscard]] bool isStopping();

    const store::Workspace& m_workspace;
    QString m_lease;
    QString m_deskName;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    std::chrono::milliseconds m_interval;
    Turn m_turn;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace encore::commands
