// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who asks too often is told when to come back. Buckets of tokens, in memory: each server counts by itself.

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <list>
#include <mutex>
#include <optional>

namespace encore::api
{

/// Of one client: @p perSecond for ever, and @p atOnce after a while in which nothing was asked.
struct Rate {
    double perSecond = 0; ///< 0 or less: without limit
    double atOnce = 1; ///< at least 1
};

/// "50:200", or "50" with one second's worth at once; absent: not a rate.
[[nodiscard]] std::optional<Rate> rateOf(const QString& text);
[[nodiscard]] bool isAddress(const QByteArray& text);

/// Defaults: what no person and no desk reaches, and a web site that speaks for all its fans with one token does not either.
struct RateLimits {
    Rate anonymous{500, 5'000}; ///< of an address, IPv6 by its /64: a hall full of telephones may be one
    Rate signedIn{20'000, 40'000}; ///< of a person or a device, wherever they are
    Rate signIn{2, 120}; ///< of an address: passwords, refresh tokens, codes of devices
    int waitingPasswords = 32; ///< at most; each keeps one core busy for about a tenth of a second
    QList<QByteArray> trustedProxies; ///< addresses whose X-Forwarded-For says who asks
};

/// What is left for each of many; of those that have not been seen for longest nothing is known any more.
class RateLimiter
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit RateLimiter(Rate rate, size_t mostClients = 20'000) : m_rate(rate), m_mostClients(mostClients) { }
    Q_DISABLE_COPY_MOVE(RateLimiter)

    /// Seconds until @p client may ask again; 0: now, and it is counted.
    [[nodiscard]] int take(const QByteArray& client, Time now);
    /// The same without being counted.
    [[nodiscard]] int wouldTake(const QByteArray& client, Time now);
    [[nodiscard]] size_t clients() const;

private:
    struct Bucket {
        QByteArray client;
        double left;
        Time at;
    };
    [[nodiscard]] double leftAt(const Bucket& bucket, Time now) const;
    [[nodiscard]] int secondsUntilOne(double left) const;

    const Rate m_rate;
    const size_t m_mostClients;
    mutable std::mutex m_mutex;
    std::list<Bucket> m_buckets; ///< who came last is first
    QHash<QByteArray, std::list<Bucket>::iterator> m_byClient;
};

/// What an address counts as: whoever has one IPv6 address has the other 2^64 of its network as well.
[[nodiscard]] QByteArray clientOf(const QByteArray& address);
/// Whose request it is: @p peer, or where that is a proxy that is trusted, the last address in @p forwardedFor that is none.
[[nodiscard]] QByteArray askingAddress(const QByteArray& peer, const QByteArray& forwardedFor, const QList<QByteArray>& trustedProxies);

} // namespace encore::api
