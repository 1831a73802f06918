// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/planner.h"

#include <algorithm>

namespace encore::sync
{

using domain::message;

namespace
{

constexpr qint64 firstPauseMs = 1'000;
constexpr qint64 longestPauseMs = 60'000;
constexpr qint64 mendingPauseMs = 10 * 60'000;

bool isJson(const QByteArray& type)
{
    const QByteArray bare = type.split(';').value(0).trimmed().toLower();
    return bare == "application/json" || bare == "application/problem+json";
}

/// Trying again is pointless, or harmful.
bool isForPeople(const Failure& failure)
{
    return failure.trouble == Trouble::SignedOut || failure.trouble == Trouble::Revoked || failure.trouble == Trouble::Outdated;
}

Failure make(Trouble trouble, const char* id, const QString& reason = {}, qint64 retryAfterMs = 0)
{
    return {trouble, message(id).with("reason", reason), retryAfterMs};
}

/// The code of a problem of ours; empty: it is none.
QString problemCode(const QByteArray& body)
{
    commands::JsonDocument json;
    if (json.Parse(body.constData(), size_t(body.size())).HasParseError() || !json.IsObject())
        return {};
    const auto code = json.FindMember("code");
    return code != json.MemberEnd() && code->value.IsString() ? commands::jsonString(code->value) : QString();
}

std::optional<Failure> failureOfStatus(const Response& response)
{
    if (response.status == 429 || (response.status == 503 && response.retryAfterMs > 0))
        return make(Trouble::Busy, "sync.busy", {}, response.retryAfterMs);
    if (response.status >= 500)
        return make(Trouble::ServerTrouble, "sync.server_trouble", QString::number(response.status), response.retryAfterMs);
    if (response.status == 401 || response.status == 403) {
        const QString code = problemCode(response.body);
        if (code == QStringLiteral("auth.revoked"))
            return make(Trouble::Revoked, "sync.revoked");
        if (!code.isEmpty() && response.status == 401)
            return make(Trouble::SignedOut, "sync.signed_out");
    }
    if (response.status == 426)
        return make(Trouble::Outdated, "sync.outdated");
    return std::nullopt;
}

} // namespace

std::optional<Failure> failureOf(const Response& response)
{
    switch (response.kind) {
    case Response::Kind::Unreachable:
        return make(Trouble::Unreachable, "sync.unreachable", response.reason);
    case Response::Kind::TimedOut:
        return make(Trouble::Unreachable, "sync.timed_out");
    case Response::Kind::Untrusted:
        return make(Trouble::Untrusted, "sync.untrusted", response.reason);
    case Response::Kind::Answered:
        break;
    }
    if (const auto failure = failureOfStatus(response))
        return failure;
    // Whatever is not JSON was not said by our server: a login page of a hotel comes with status 200, too.
    if (!isJson(response.type) && response.status != 204)
        return make(Trouble::NotOurs, "sync.not_ours");
    if (response.status >= 300 && response.status < 400)
        return make(Trouble::NotOurs, "sync.not_ours");
    return std::nullopt;
}

Planner::Pull Planner::nextPull() const
{
    if (m_isAnew && !m_catchesUp)
        return {true, m_next, {}, 0, 0, false, false};
    const bool waits = !m_isAnew && !m_hasMore && !m_proveAll && m_pull.failures == 0;
    return {false, {}, m_isAnew ? m_newEpoch : m_epoch, m_isAnew ? m_newCursor : m_cursor, waits ? m_longPollSeconds : 0, m_isAnew || m_proveAll, m_isAnew};
}

Planner::Taking Planner::take(const Page& page)
{
    if (m_isAnew && !m_catchesUp) {
        if (!m_newEpoch.isEmpty() && page.epoch != m_newEpoch) { // restored in the middle
            startAnew();
            return Taking::Drop;
        }
        return Taking::Stage;
    }
    const QString& epoch = m_isAnew ? m_newEpoch : m_epoch;
    const qint64 cursor = m_isAnew ? m_newCursor : m_cursor;
    if (page.epoch != epoch || page.from != cursor || page.to < page.from)
        return Taking::Drop;
    if (page.hasMore)
        return Taking::Stage;
    return m_isAnew ? Taking::ApplyAnew : Taking::Apply;
}

void Planner::settled(Taking taking, const Page& page)
{
    switch (taking) {
    case Taking::Drop:
        return;
    case Taking::Stage:
        if (m_isAnew && !m_catchesUp) {
            if (m_newEpoch.isEmpty()) { // what changes while the snapshot is read comes behind this
                m_newEpoch = page.epoch;
                m_newCursor = page.to;
            }
            m_next = page.next;
            m_catchesUp = page.next.isEmpty();
        } else {
            (m_isAnew ? m_newCursor : m_cursor) = page.to;
            m_hasMore = true;
        }
        return;
    case Taking::Apply:
    case Taking::ApplyAnew:
        m_epoch = page.epoch;
        m_cursor = page.to;
        m_isAnew = false;
        m_catchesUp = false;
        m_hasMore = false;
        m_proveAll = false;
        m_next.clear();
        m_newEpoch.clear();
    }
}

void Planner::startAnew()
{
    m_isAnew = true;
    m_catchesUp = false;
    m_hasMore = false;
    m_next.clear();
    m_newEpoch.clear();
    m_newCursor = 0;
}

bool Planner::differs(qint64 nowMs)
{
    if (m_mendedAtMs && nowMs - *m_mendedAtMs < mendingPauseMs)
        return false;
    m_mendedAtMs = nowMs;
    startAnew();
    return true;
}

void Planner::worked(Lane lane)
{
    (lane == Lane::Push ? m_push : m_pull) = {};
}

void Planner::failed(Lane lane, const Failure& failure, qint64 nowMs, double random)
{
    Tries& tries = lane == Lane::Push ? m_push : m_pull;
    constexpr int mostDoublings = 6;
    const qint64 pause = std::min(firstPauseMs << std::min(tries.failures, mostDoublings), longestPauseMs);
    ++tries.failures;
    tries.last = failure;
    const auto jittered = qint64(double(pause) * (0.8 + 0.4 * random));
    tries.notBeforeMs = nowMs + std::max(failure.retryAfterMs, jittered);
}

bool Planner::goesOn() const
{
    return !isForPeople(trouble());
}

/// What only a person can mend counts before what passes, whichever lane heard it: otherwise one lane would go on until the other's trouble
/// has passed, and then stop without anybody to wake it.
Failure Planner::trouble() const
{
    for (const Failure& failure : {m_pull.last, m_push.last}) {
        if (isForPeople(failure))
            return failure;
    }
    return m_pull.last.trouble != Trouble::None ? m_pull.last : m_push.last;
}

} // namespace encore::sync
