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

qint64 FeedWatch::waiting()
{
    const std::lock_guard lock(m_mutex);
    return qint64(m_waiting.size());
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
    constexpr std::chrono::seconds lookAnyway(1); // what was said while a connection was lost
    const auto reader = m_workspace.openReader();
    const bool listens = reader && (*reader)->database().canListen();
    std::chrono::steady_clock::time_point looked;
    qint64 head = 0;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            const auto isWanted = [this] { return m_finished || !m_waiting.empty(); };
            if (listens)
                m_changed.wait_for(lock, lookAnyway, isWanted); // what is said to whoever listens piles up until they hear it
            else
                m_changed.wait(lock, isWanted);
            if (m_finished && m_waiting.empty())
                return;
        }
        const bool heard = !listens || (*reader)->database().heard(interval);
        if (reader && (heard || std::chrono::steady_clock::now() - looked >= lookAnyway)) {
            (*reader)->database().forgetFailure();
            head = store::FeedReader(**reader).head().number;
            looked = std::chrono::steady_clock::now();
        }
        for (const Waiting& waiting : takeDue(head))
            waiting.wake();
        std::unique_lock lock(m_mutex);
        if (!listens)
            m_changed.wait_for(lock, interval, [this] { return m_finished; });
    }
}

} // namespace encore::api
