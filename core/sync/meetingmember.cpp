// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/meeting.h"

#include "wire.h"

#include <algorithm>

namespace encore::sync
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

constexpr int longestWaitMs = 10'000;
constexpr int patienceMs = 5'000; // beyond what it was asked to wait

qint64 pauseMs(int failures)
{
    constexpr qint64 first = 250;
    constexpr qint64 longest = 2'000;
    return std::min(longest, first << std::min(failures, 8));
}

} // namespace

MeetingMember::MeetingMember(Parts parts, MeetingSeal seal, MeetingDesk myself) :
    m_parts(parts), m_seal(std::move(seal)), m_myself(std::move(myself)), m_alive(std::make_shared<bool>(true))
{
}

MeetingMember::~MeetingMember()
{
    *m_alive = false;
}

void MeetingMember::start()
{
    listen();
}

void MeetingMember::ask(MeetingAsk ask, std::function<void(const Result<MeetingAnswer>&)> then)
{
    ask.number = m_parts.random.bytes(16);
    ask.desk = m_myself.device;
    ask.name = m_myself.name;
    ask.meeting = m_meeting;
    ask.cursor = m_cursor;
    Request request;
    request.method = "POST";
    request.path = meetingPath;
    request.body = m_seal.seal(encodeAsk(ask));
    request.timeoutMs = ask.waitMs + patienceMs;
    m_parts.transport.send(request, [this, alive = m_alive, number = ask.number, then = std::move(then)](const Response& response) {
        if (!*alive)
            return;
        if (const auto failure = failureOf(response))
            return then(error(ErrorCode::Unavailable, failure->reason));
        if (response.status >= 400)
            return then(bodyOf<Nothing>(response).error());
        const Result<QByteArray> opened = m_seal.open(response.body);
        if (!opened)
            return then(opened.error());
        const Result<MeetingAnswer> answer = parseAnswer(*opened);
        if (answer && answer->number != number)
            return then(error(ErrorCode::Forbidden, message("meeting.strange"))); // somebody plays an old one again
        then(answer);
    });
}

void MeetingMember::later(void (MeetingMember::*what)())
{
    m_parts.timers.after(pauseMs(m_failures), [this, alive = m_alive, what] {
        if (*alive)
            (this->*what)();
    });
}

void MeetingMember::say()
{
    if (m_changed)
        m_changed();
}

void MeetingMember::listen()
{
    MeetingAsk question;
    question.listens = !m_meeting.isEmpty();
    question.waitMs = question.listens ? longestWaitMs : 0;
    ask(question, [this](const Result<MeetingAnswer>& answer) { heard(answer); });
}

void MeetingMember::heard(const Result<MeetingAnswer>& answer)
{
    if (!answer) {
        m_state.isMet = false;
        m_state.desks.clear();
        m_state.trouble = answer.error().message;
        later(&MeetingMember::listen);
        ++m_failures;
        return say();
    }
    m_failures = 0;
    m_state.isMet = true;
    m_state.trouble = {};
    m_state.desks = answer->desks;
    if (answer->meeting != m_meeting) {
        beginMeeting(answer->meeting);
        listen();
        return say();
    }
    if (answer->scans.empty()) {
        m_cursor = answer->cursor;
        listen();
        return say();
    }
    m_parts.file.take(answer->scans, [this, meeting = answer->meeting, cursor = answer->cursor](const Result<int>& taken) {
        if (!taken) {
            m_state.trouble = taken.error().message;
            ++m_failures;
            later(&MeetingMember::listen); // the same again: the cursor has not moved
            return say();
        }
        if (meeting == m_meeting)
            m_cursor = cursor;
        m_state.revision += *taken > 0 ? 1 : 0;
        listen();
        say();
    });
}

void MeetingMember::beginMeeting(const QByteArray& meeting)
{
    m_meeting = meeting;
    m_cursor = 0;
    m_parts.file.readAll([this](const HeardScans& all) {
        m_untold = all;
        tell();
    });
}

void MeetingMember::somethingWasDone()
{
    if (m_meeting.isEmpty())
        return; // all of it is told once they meet
    m_parts.file.readNew([this](const HeardScans& scans) {
        m_untold.insert(m_untold.end(), scans.begin(), scans.end());
        tell();
    });
}

void MeetingMember::tell()
{
    if (m_isTelling || m_untold.empty())
        return;
    m_isTelling = true;
    const size_t count = std::min(m_untold.size(), size_t(mostScansAtOnce));
    MeetingAsk news;
    news.scans.assign(m_untold.begin(), m_untold.begin() + std::ptrdiff_t(count));
    ask(news, [this, count, meeting = m_meeting](const Result<MeetingAnswer>& answer) {
        m_isTelling = false;
        // Of another meeting: what is to be told there has been read anew, or will be.
        if (meeting != m_meeting)
            return tell();
        told(count, answer);
    });
}

void MeetingMember::told(size_t count, const Result<MeetingAnswer>& answer)
{
    if (!answer) {
        later(&MeetingMember::tell); // whoever listens says what is wrong
        return;
    }
    if (answer->meeting != m_meeting)
        return; // it started anew, and nothing was heard there: told when this desk has noticed
    m_untold.erase(m_untold.begin(), m_untold.begin() + std::ptrdiff_t(std::min(count, m_untold.size())));
    tell();
}

} // namespace encore::sync
