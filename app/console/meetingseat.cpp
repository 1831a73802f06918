// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingseat.h"

#include "sync/deskstore.h"

namespace encore::console
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;
using Part = ui::MeetingStatus::Part;

namespace
{

constexpr quint16 usualPort = 8471;

/// What is kept begins with which part this desk has.
QByteArray markOf(Part part)
{
    return part == Part::Point ? "point " : "member ";
}

} // namespace

Result<std::unique_ptr<api::Meeting>> MeetingSeat::made()
{
    const auto reader = m_parts.workspace.openReader();
    if (!reader)
        return reader.error();
    const sync::Position known = sync::position(**reader);
    if (known.server.isEmpty())
        return error(ErrorCode::Refused, message("meeting.alone"));
    return std::make_unique<api::Meeting>(api::Meeting::Parts{m_parts.writer, m_parts.timers, m_parts.clock, m_parts.random},
                                          api::Meeting::Myself{{known.device, m_parts.deskName}, m_parts.workspace.record().id});
}

Status MeetingSeat::keep(Part part, const sync::MeetingCode& code)
{
    const auto reader = m_parts.workspace.openReader();
    const auto secrets = m_parts.secrets.open(m_parts.workspace.path());
    if (!reader || !secrets)
        return secrets ? reader.error() : secrets.error();
    return (*secrets)->write(sync::meetingSecretName(sync::position(**reader).device), markOf(part) + code.text().toUtf8());
}

std::optional<sync::MeetingCode> MeetingSeat::kept(Part part)
{
    const auto reader = m_parts.workspace.openReader();
    const auto secrets = m_parts.secrets.open(m_parts.workspace.path());
    if (!reader || !secrets)
        return std::nullopt;
    const auto read = (*secrets)->read(sync::meetingSecretName(sync::position(**reader).device));
    if (!read || !read->startsWith(markOf(part)))
        return std::nullopt;
    const auto code = sync::parseMeetingCode(QString::fromUtf8(read->mid(markOf(part).size())));
    return code ? std::optional(*code) : std::nullopt;
}

Status MeetingSeat::enter(std::unique_ptr<api::Meeting> meeting, Part part, const sync::MeetingCode& code)
{
    if (const Status written = keep(part, code); !written)
        return written;
    m_meeting = std::move(meeting);
    m_part = part;
    m_code = code.text();
    m_meeting->onChange([this] { m_changed(); });
    m_changed();
    return domain::done();
}

Status MeetingSeat::open(bool newCode)
{
    const QStringList addresses = sync::ownAddresses();
    if (addresses.isEmpty())
        return error(ErrorCode::Unavailable, message("meeting.no_network"));
    m_meeting.reset(); // its port is needed
    m_part = Part::None;
    auto meeting = made();
    if (!meeting)
        return meeting.error();
    const auto before = kept(Part::Point);
    const QByteArray secret = before && !newCode ? before->secret : m_parts.random.bytes(sync::MeetingCode::secretBytes);
    const QString anywhere = QStringLiteral("0.0.0.0");
    auto code = (*meeting)->open(anywhere, before ? before->port : usualPort, addresses.first(), secret);
    if (!code)
        code = (*meeting)->open(anywhere, 0, addresses.first(), secret); // another program has the port
    return code ? enter(std::move(meeting).value(), Part::Point, *code) : Status(code.error());
}

Status MeetingSeat::join(const QString& text)
{
    const auto code = sync::parseMeetingCode(text);
    if (!code)
        return code.error();
    auto meeting = made();
    if (!meeting)
        return meeting.error();
    (*meeting)->join(*code);
    return enter(std::move(meeting).value(), Part::Member, *code);
}

void MeetingSeat::resume()
{
    if (m_meeting)
        return;
    if (kept(Part::Point))
        (void)open(false); // where it cannot, a person will see that there is no meeting
    else if (const auto code = kept(Part::Member))
        (void)join(code->text());
}

void MeetingSeat::leave()
{
    m_meeting.reset();
    m_part = Part::None;
    m_code.clear();
    const auto reader = m_parts.workspace.openReader();
    const auto secrets = m_parts.secrets.open(m_parts.workspace.path());
    if (reader && secrets)
        (void)(*secrets)->remove(sync::meetingSecretName(sync::position(**reader).device));
    m_changed();
}

void MeetingSeat::somethingWasDone()
{
    if (m_meeting)
        m_meeting->somethingWasDone();
}

ui::MeetingStatus MeetingSeat::status() const
{
    ui::MeetingStatus status;
    status.part = m_part;
    status.code = m_code;
    if (m_meeting) {
        const sync::MeetingState& state = m_meeting->state();
        status.isMet = state.isMet;
        status.desks = QStringList(state.desks.begin(), state.desks.end());
        status.trouble = state.trouble;
    }
    return status;
}

} // namespace encore::console
