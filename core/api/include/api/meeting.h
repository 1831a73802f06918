// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/meetingpoint.h"
#include "sync/httptransport.h"

class QObject;

namespace encore::api
{

/// This desk's part in a meeting of desks, whichever it is. Lives in one thread with an event loop.
class Meeting
{
public:
    struct Parts {
        sync::DeskWriter& desk;
        sync::Timers& timers;
        const domain::Clock& clock;
        domain::RandomSource& random;
    };
    struct Myself {
        sync::MeetingDesk desk;
        domain::WorkspaceId house;
    };
    Meeting(Parts parts, Myself myself);
    ~Meeting();
    Q_DISABLE_COPY_MOVE(Meeting)

    /// Makes this desk the meeting point, listening on @p host and @p port (0: any that is free); the code says @p shownHost and the port
    /// it listens on. Unavailable where it cannot listen there.
    [[nodiscard]] domain::Result<sync::MeetingCode> open(const QString& host, quint16 port, const QString& shownHost, const QByteArray& secret);
    void join(const sync::MeetingCode& code);
    void somethingWasDone(); ///< at this desk: the others hear of it at once
    [[nodiscard]] const sync::MeetingState& state() const { return m_state; }
    /// Called whenever the state may have changed.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

private:
    void say();
    void heard(const sync::HeardScans& scans);

    Parts m_parts;
    Myself m_myself;
    sync::MeetingFile m_file;
    sync::MeetingState m_state;
    std::function<void()> m_changed;
    std::unique_ptr<sync::HttpTransport> m_transport;
    std::unique_ptr<sync::MeetingMember> m_member;
    std::unique_ptr<QObject> m_anchor; ///< in this thread, for what the meeting point says in its own
    std::unique_ptr<MeetingPoint> m_point;
};

} // namespace encore::api
