// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedwatch.h"

#include "store/feed.h"

#include <algorithm>

namespace encore::api
{

FeedWatch::FeedWatch(const store::Workspace& workspace) : m_workspace(workspace), m_thread([this] { loop(); }) { }

void FeedWatch::wait(qint64 cursor, std::chrono::milliseconds longest, std::function<void()> wake)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_finished) {
            m_waiting.push_back({cursor, std::chrono::steady_clock::now() + longest, std::move(wake)});
            m_changed.notify_one();
            return;
        }
    }
    wake();
}

void FeedWatch::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

std::vector<FeedWatch::Waiting> FeedWatch::takeDue(qint64 head)
{
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_mutex);
    const auto due = std::stable_partition(m_waiting.begin(), m_waiting.end(), [&](const Waiting& waiting) {
        return !m_finished && waiting.cursor >= head && now < waiting.until;
    });
    std::vector<Waiting> taken(std::make_move_iterator(due), std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(due, m_waiting.end());
    return taken;
}

void FeedWatch::loop()
{
    constexpr std::chrono::milliseconds interval(25); // a change is seen this much later at most
    const auto reader = m_workspace.openReader();
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_finished || !m_waiting.empty(); });
            if (m_finished && m_waiting.empty())
                return;
        }
        qint64 head = 0;
        if (reader) {
            (*reader)->database().forgetFailure();
            head = store::FeedReader(**reader).head().number;
        }
        for (const Waiting& waiting : takeDue(head))
            waiting.wake();
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, interval, [this] { return m_finished; });
    }
}

} // namespace encore::api
