// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workspace.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace encore::api
{

/// Wakes whoever waits for a change. Looks at the feed instead of being told, because others write the database, too.
class FeedWatch
{
public:
    explicit FeedWatch(const store::Workspace& workspace);
    ~FeedWatch() { finish(); }
    Q_DISABLE_COPY_MOVE(FeedWatch)

    /// @p wake is called once, in this watch's thread: when something came behind @p cursor, or after @p longest.
    void wait(qint64 cursor, std::chrono::milliseconds longest, std::function<void()> wake);
    [[nodiscard]] qint64 waiting(); ///< how many
    void finish(); ///< wakes all, and whoever comes from now on at once

private:
    struct Waiting {
        qint64 cursor;
        std::chrono::steady_clock::time_point until;
        std::function<void()> wake;
    };
    void loop();
    [[nodiscard]] std::vector<Waiting> takeDue(qint64 head);

    const store::Workspace& m_workspace;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Waiting> m_waiting;
    bool m_finished = false;
    std::thread m_thread;
};

} // namespace encore::api
