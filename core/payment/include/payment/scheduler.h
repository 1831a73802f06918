// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/random.h"
#include "domain/time.h"
#include "store/workspace.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace encore::payment
{

/// Does by itself what time brings about: campaigns start and end, payments and refunds are asked for. On a connection of its own, in
/// short transactions, so that a scan never waits for a campaign.
class Scheduler
{
public:
    Scheduler(const store::Workspace& workspace, QString deskName, const domain::Clock& clock, domain::RandomSource& random);
    ~Scheduler(); ///< waits for the step that is under way
    Q_DISABLE_COPY_MOVE(Scheduler)

private:
    void loop();
    [[nodiscard]] bool waitForNext();
    [[nodiscard]] bool isStopping();

    const store::Workspace& m_workspace;
    QString m_deskName;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace encore::payment
