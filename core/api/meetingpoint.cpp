// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/meetingpoint.h"

#include <algorithm>

namespace encore::api
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using sync::HeardScans;
using sync::MeetingAnswer;
using sync::MeetingAsk;

namespace
{

constexpr std::chrono::milliseconds longestWait(15'000);
constexpr std::chrono::seconds goneAfter(20); // a desk asks again each ten
constexpr size_t mostDesks = 200;
constexpr size_t mostLines = size_t(store::HearsayWriter::most);

HttpLimits meetingLimits()
{
    HttpLimits limits;
    limits.connections = 1'000;
    return limits;
}

} // namespace

MeetingPoint::MeetingPoint(sync::MeetingSeal seal, sync::MeetingDesk myself, QByteArray meeting, Events events) :
    m_seal(std::move(seal)), m_myself(std::move(myself)), m_meeting(std::move(meeting)), m_events(std::move(events)), m_thread([this] { loop(); }),
    m_http(meetingLimits(), [this](const HttpRequest& request, HttpServer::Answer answer) { handle(request, std::move(answer)); })
{
}

MeetingPoint::~MeetingPoint()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_ended.notify_one();
    m_thread.join();
    wake(true);
    (void)m_http.drain(std::chrono::milliseconds(500));
}

void MeetingPoint::handle(const HttpRequest& request, HttpServer::Answer answer)
{
    if (request.path != sync::meetingPath || request.method != "POST")
        return answer(problem(error(ErrorCode::NotFound, message("api.no_route").with("path", QString::fromUtf8(request.path.left(100))))));
    const domain::Language language = languageOf(request);
    const auto opened = m_seal.open(request.body);
    if (!opened)
        return answer(problem(opened.error(), language));
    const auto ask = sync::parseAsk(*opened);
    if (!ask)
        return answer(problem(ask.error(), language));
    HeardScans news;
    bool isNew = false;
    {
        const std::lock_guard lock(m_mutex);
        if (ask->meeting == m_meeting) {
            if (!m_here.contains(ask->desk) && m_here.size() >= mostDesks)
                return answer(problem(error(ErrorCode::Refused, message("meeting.full")), language));
            isNew = m_here.insert_or_assign(ask->desk, Here{ask->name, Clock::now()}).second;
            news = note(ask->scans, ask->desk);
        }
        const MeetingAnswer made = answerTo(*ask);
        if (ask->meeting == m_meeting && ask->listens && made.scans.empty() && ask->waitMs > 0 && !isNew && !m_isEnding) {
            const auto wait = std::min<std::chrono::milliseconds>(std::chrono::milliseconds(ask->waitMs), longestWait);
            m_waiting.push_back({*ask, Clock::now() + wait, std::move(answer)});
        } else {
            answer(sealed(made));
        }
    }
    if (!news.empty()) {
        wake(false);
        m_events.heard(news);
    }
    if (isNew)
        m_events.deskCameOrWent();
}

/// @pre locked. Those that were not known.
HeardScans MeetingPoint::note(const HeardScans& scans, domain::DeviceId from)
{
    HeardScans news;
    for (const store::HeardScan& scan : scans) {
        if (m_lines.size() >= mostLines || !m_known.insert(scan.command).second)
            continue;
        m_lines.push_back({scan, from});
        news.push_back(scan);
    }
    return news;
}

/// @pre locked
MeetingAnswer MeetingPoint::answerTo(const MeetingAsk& ask)
{
    MeetingAnswer answer;
    answer.number = ask.number;
    answer.meeting = m_meeting;
    answer.desks = othersThan(ask.desk);
    if (ask.meeting != m_meeting)
        return answer;
    size_t at = std::min(size_t(ask.cursor), m_lines.size());
    for (; ask.listens && at < m_lines.size() && answer.scans.size() < size_t(sync::mostScansAtOnce); ++at) {
        if (m_lines[at].from != ask.desk)
            answer.scans.push_back(m_lines[at].heard);
    }
    answer.cursor = qint64(at);
    return answer;
}

/// @pre locked
std::vector<QString> MeetingPoint::othersThan(domain::DeviceId desk)
{
    std::vector<QString> names;
    if (desk != m_myself.device)
        names.push_back(m_myself.name);
    for (const auto& [device, here] : m_here) {
        if (device != desk)
            names.push_back(here.name);
    }
    return names;
}

HttpAnswer MeetingPoint::sealed(const MeetingAnswer& answer) const
{
    HttpAnswer made;
    made.body = m_seal.seal(sync::encodeAnswer(answer));
    made.headers.emplace_back("Cache-Control", "no-store");
    return made;
}

void MeetingPoint::add(const HeardScans& scans)
{
    {
        const std::lock_guard lock(m_mutex);
        (void)note(scans, m_myself.device);
    }
    wake(false);
}

std::vector<QString> MeetingPoint::desks()
{
    const std::lock_guard lock(m_mutex);
    return othersThan(m_myself.device);
}

/// Answers those for whom there is something, or who have waited long enough.
void MeetingPoint::wake(bool all)
{
    const auto now = Clock::now();
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_waiting, [&](Waiting& waiting) {
        const MeetingAnswer made = answerTo(waiting.ask);
        if (made.scans.empty() && now < waiting.until && !all)
            return false;
        waiting.answer(sealed(made));
        return true;
    });
}

void MeetingPoint::loop()
{
    constexpr std::chrono::milliseconds interval(500);
    while (true) {
        bool someoneWent = false;
        {
            std::unique_lock lock(m_mutex);
            if (m_ended.wait_for(lock, interval, [this] { return m_isEnding; }))
                return;
            const auto longAgo = Clock::now() - goneAfter;
            someoneWent = std::erase_if(m_here, [&](const auto& desk) { return desk.second.seen < longAgo; }) > 0;
        }
        wake(false);
        if (someoneWent)
            m_events.deskCameOrWent();
    }
}

} // namespace encore::api
