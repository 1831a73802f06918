// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace encore::commands
{

/// Work waiting for threads. Closing lets the threads finish what waits and then end.
template<class Work>
class WorkQueue
{
public:
    void push(Work work)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(work));
        }
        m_arrived.notify_one();
    }

    /// Waits for work; up to @p most pieces that are there together. Empty: closed and nothing left.
    [[nodiscard]] std::vector<Work> take(size_t most)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
        std::vector<Work> taken;
        while (!m_waiting.empty() && taken.size() < most) {
            taken.push_back(std::move(m_waiting.front()));
            m_waiting.pop_front();
        }
        return taken;
    }

    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_arrived.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Work> m_waiting;
    bool m_closed = false;
};

} // namespace encore::commands
