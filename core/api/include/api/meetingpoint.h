// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httpserver.h"
#include "sync/meeting.h"

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace encore::api
{

/// Where desks of one house meet on their own network (sync/meeting.h): keeps what they said since it started, and hands it on. Anybody
/// may knock; who does not have the meeting's secret is answered 403 and changes nothing.
class MeetingPoint
{
public:
    struct Events {
        std::function<void(const sync::HeardScans&)> heard; ///< something new from another desk
        std::function<void()> deskCameOrWent;
    }; ///< called in threads of its own
    MeetingPoint(sync::MeetingSeal seal, sync::MeetingDesk myself, QByteArray meeting, Events events);
    ~MeetingPoint();
    Q_DISABLE_COPY_MOVE(MeetingPoint)

    /// @p port 0: any that is free. The port it listens on.
    [[nodiscard]] domain::Result<quint16> listen(const QString& host, quint16 port) { return m_http.listen(host, port, {}); }
    /// What was done at this desk, or heard before. From any thread.
    void add(const sync::HeardScans& scans);
    [[nodiscard]] std::vector<QString> desks(); ///< the others who are here

private:
    using Clock = std::chrono::steady_clock;
    struct Line {
        store::HeardScan heard;
        domain::DeviceId from; ///< null: not known, or this desk
    };
    struct Here {
        QString name;
        Clock::time_point seen;
    };
    struct Waiting {
        sync::MeetingAsk ask;
        Clock::time_point until;
        HttpServer::Answer answer;
    };
    void handle(const HttpRequest& request, HttpServer::Answer answer);
    [[nodiscard]] sync::HeardScans note(const sync::HeardScans& scans, domain::DeviceId from);
    [[nodiscard]] sync::MeetingAnswer answerTo(const sync::MeetingAsk& ask);
    [[nodiscard]] std::vector<QString> othersThan(domain::DeviceId desk);
    [[nodiscard]] HttpAnswer sealed(const sync::MeetingAnswer& answer) const;
    void wake(bool all);
    void loop();

    sync::MeetingSeal m_seal;
    const sync::MeetingDesk m_myself;
    const QByteArray m_meeting;
    Events m_events;
    std::mutex m_mutex; ///< of all below
    std::condition_variable m_ended;
    bool m_isEnding = false;
    std::vector<Line> m_lines; ///< in the order in which they were heard
    std::set<domain::CommandId> m_known;
    std::map<domain::DeviceId, Here> m_here;
    std::vector<Waiting> m_waiting;
    std::thread m_thread;
    HttpServer m_http; ///< last: it ends first, and asks for all of the above until then
};

} // namespace encore::api
