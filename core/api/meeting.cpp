// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/meeting.h"

#include <QObject>

namespace encore::api
{

using domain::Result;

Meeting::Meeting(Parts parts, Myself myself) :
    m_parts(parts), m_myself(std::move(myself)), m_file(parts.desk, parts.clock), m_anchor(std::make_unique<QObject>())
{
}

Meeting::~Meeting() = default;

Result<sync::MeetingCode> Meeting::open(const QString& host, quint16 port, const QString& shownHost, const QByteArray& secret)
{
    const auto here = [this](std::function<void()> what) { QMetaObject::invokeMethod(m_anchor.get(), std::move(what), Qt::QueuedConnection); };
    MeetingPoint::Events events;
    events.heard = [this, here](const sync::HeardScans& scans) { here([this, scans] { heard(scans); }); };
    events.deskCameOrWent = [this, here] {
        here([this] {
            m_state.desks = m_point->desks();
            say();
        });
    };
    const sync::MeetingSeal seal(secret, m_myself.house, m_parts.random);
    auto point = std::make_unique<MeetingPoint>(seal, m_myself.desk, m_parts.random.bytes(16), events);
    const Result<quint16> listens = point->listen(host, port);
    if (!listens)
        return listens.error();
    m_point = std::move(point);
    m_state.isMet = true;
    m_file.readAll([this](const sync::HeardScans& all) { m_point->add(all); });
    return sync::MeetingCode{shownHost, *listens, secret};
}

void Meeting::heard(const sync::HeardScans& scans)
{
    m_file.take(scans, [this](const Result<int>& taken) {
        m_state.trouble = taken ? domain::Message() : taken.error().message;
        if (taken && *taken > 0)
            ++m_state.revision;
        say();
    });
}

void Meeting::join(const sync::MeetingCode& code)
{
    m_transport = std::make_unique<sync::HttpTransport>(code.url());
    m_member = std::make_unique<sync::MeetingMember>(sync::MeetingMember::Parts{*m_transport, m_file, m_parts.timers, m_parts.random},
                                                     sync::MeetingSeal(code.secret, m_myself.house, m_parts.random), m_myself.desk);
    m_member->onChange([this] {
        m_state = m_member->state();
        say();
    });
    m_member->start();
}

void Meeting::somethingWasDone()
{
    if (m_member)
        m_member->somethingWasDone();
    else if (m_point)
        m_file.readNew([this](const sync::HeardScans& scans) { m_point->add(scans); });
}

void Meeting::say()
{
    if (m_changed)
        m_changed();
}

} // namespace encore::api
