// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Decides what a desk does next with its server; does nothing itself. Guards I7 (a page that does not follow the last one is not taken)
// and I9 (whatever goes wrong, it is tried again).

#include "sync/page.h"
#include "sync/transport.h"

namespace encore::sync
{

/// Why it does not go on at the moment.
enum class Trouble {
    None,
    Unreachable,
    ServerTrouble, ///< it is there, and broken
    Busy, ///< it says when to come again
    NotOurs, ///< somebody else answers: a captive portal
    Untrusted, ///< its certificate does not hold; nothing is sent
    SignedOut, ///< the token is not good any more
    Revoked, ///< this desk was shut out
    Outdated, ///< one of the two is too old for the other
    Damaged, ///< what came was broken on its way
};

struct Failure {
    Trouble trouble = Trouble::None;
    domain::Message reason;
    qint64 retryAfterMs = 0; ///< 0: as often as such trouble is tried
};

/// What a response that brought nothing to work with says; absent: it is an answer, of status 200 to 299 or a problem of our server's.
[[nodiscard]] std::optional<Failure> failureOf(const Response& response);

enum class Lane { Push, Pull };

class Planner
{
public:
    /// @p cursor of the last page that was applied; @p epoch empty: nothing was.
    Planner(QString epoch, qint64 cursor) : m_epoch(std::move(epoch)), m_cursor(cursor), m_isAnew(m_epoch.isEmpty()) { }

    struct Pull {
        bool isSnapshot = false;
        QString next; ///< of a snapshot
        QString epoch;
        qint64 cursor = 0;
        int waitSeconds = 0; ///< the server may keep the question until something changes
        bool allDigests = false;
        bool allAcks = false; ///< of everything this desk ever gave, not only of what is open here
    };
    [[nodiscard]] Pull nextPull() const;
    void setLongPoll(int seconds) { m_longPollSeconds = seconds; } ///< the default is shorter than what most proxies cut off

    enum class Taking {
        Drop, ///< it does not belong here
        Stage, ///< more is to come before it makes sense
        Apply, ///< with all that was staged
        ApplyAnew, ///< with all that was staged, in place of everything there is
    };
    /// What to do with a page that came; settled() is called when that is done.
    [[nodiscard]] Taking take(const Page& page);
    void settled(Taking taking, const Page& page);
    /// The server does not know what we go by: everything is taken anew. What was staged is worth nothing.
    void startAnew();
    /// The digests differ. Taking everything anew mends it; where it has just been tried, false: it is for a person.
    [[nodiscard]] bool differs(qint64 nowMs);

    void prove() { m_proveAll = true; } ///< the next page brings the digest of everything this desk sees
    void worked(Lane lane);
    /// @p random in [0, 1): tries of many desks must not fall together.
    void failed(Lane lane, const Failure& failure, qint64 nowMs, double random);
    [[nodiscard]] qint64 notBefore(Lane lane) const { return lane == Lane::Push ? m_push.notBeforeMs : m_pull.notBeforeMs; }
    /// False: only a person can help; trying again is pointless or harmful.
    [[nodiscard]] bool goesOn() const;
    [[nodiscard]] Failure trouble() const;
    [[nodiscard]] bool isTakingAnew() const { return m_isAnew; }
    [[nodiscard]] qint64 cursor() const { return m_cursor; }

private:
    struct Tries {
        int failures = 0;
        qint64 notBeforeMs = 0;
        Failure last;
    };
    QString m_epoch;
    qint64 m_cursor;
    bool m_isAnew;
    QString m_next; ///< of the snapshot
    bool m_catchesUp = false; ///< the snapshot is here, what changed meanwhile not yet
    QString m_newEpoch;
    qint64 m_newCursor = 0;
    bool m_hasMore = false;
    std::optional<qint64> m_mendedAtMs;
    bool m_proveAll = false;
    int m_longPollSeconds = 25;
    Tries m_push;
    Tries m_pull;
};

} // namespace encore::sync
