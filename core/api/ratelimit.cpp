// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ratelimit.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <cmath>

namespace encore::api
{

namespace ip = boost::asio::ip;

namespace
{

/// IPv4 that is written as IPv6 is IPv4.
std::optional<ip::address> parsed(const QByteArray& text)
{
    boost::system::error_code failure;
    const ip::address address = ip::make_address(text.toStdString(), failure);
    if (failure)
        return std::nullopt;
    return address.is_v6() && address.to_v6().is_v4_mapped() ? ip::address(ip::make_address_v4(ip::v4_mapped, address.to_v6())) : address;
}

} // namespace

std::optional<Rate> rateOf(const QString& text)
{
    const qsizetype colon = text.indexOf(u':');
    bool isRate = false;
    bool isBurst = true;
    Rate rate;
    rate.perSecond = text.left(colon < 0 ? text.size() : colon).toDouble(&isRate);
    rate.atOnce = colon < 0 ? std::max(1.0, rate.perSecond) : text.mid(colon + 1).toDouble(&isBurst);
    constexpr double most = 1e9;
    const bool isSound = isRate && isBurst && rate.perSecond >= 0 && rate.perSecond <= most && rate.atOnce >= 1 && rate.atOnce <= most;
    return isSound ? std::optional(rate) : std::nullopt;
}

bool isAddress(const QByteArray& text)
{
    return parsed(text).has_value();
}

double RateLimiter::leftAt(const Bucket& bucket, Time now) const
{
    const std::chrono::duration<double> passed = now - bucket.at;
    return std::min(m_rate.atOnce, bucket.left + std::max(0.0, passed.count()) * m_rate.perSecond);
}

int RateLimiter::secondsUntilOne(double left) const
{
    return left >= 1 ? 0 : std::max(1, int(std::ceil((1 - left) / m_rate.perSecond)));
}

int RateLimiter::take(const QByteArray& client, Time now)
{
    if (m_rate.perSecond <= 0)
        return 0;
    const std::lock_guard lock(m_mutex);
    auto known = m_byClient.find(client);
    if (known == m_byClient.end()) {
        if (m_buckets.size() >= m_mostClients) {
            m_byClient.remove(m_buckets.back().client);
            m_buckets.pop_back();
        }
        m_buckets.push_front({client, m_rate.atOnce, now});
        known = m_byClient.insert(client, m_buckets.begin());
    } else {
        m_buckets.splice(m_buckets.begin(), m_buckets, *known);
    }
    Bucket& bucket = **known;
    bucket.left = leftAt(bucket, now);
    bucket.at = std::max(bucket.at, now);
    const int wait = secondsUntilOne(bucket.left);
    if (wait == 0)
        bucket.left -= 1;
    return wait;
}

int RateLimiter::wouldTake(const QByteArray& client, Time now)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_byClient.constFind(client);
    return known == m_byClient.constEnd() ? 0 : secondsUntilOne(leftAt(**known, now));
}

size_t RateLimiter::clients() const
{
    const std::lock_guard lock(m_mutex);
    return m_buckets.size();
}

QByteArray clientOf(const QByteArray& address)
{
    const auto known = parsed(address);
    if (!known)
        return address;
    if (known->is_v4())
        return QByteArray::fromStdString(known->to_string());
    constexpr size_t networkBytes = 8;
    QByteArray network;
    const ip::address_v6::bytes_type bytes = known->to_v6().to_bytes();
    for (size_t i = 0; i < networkBytes; ++i)
        network += char(bytes[i]);
    return network.toHex();
}

QByteArray askingAddress(const QByteArray& peer, const QByteArray& forwardedFor, const QList<QByteArray>& trustedProxies)
{
    const auto isTrusted = [&](const QByteArray& address) {
        const auto known = parsed(address);
        return known && std::any_of(trustedProxies.begin(), trustedProxies.end(), [&](const QByteArray& proxy) { return parsed(proxy) == known; });
    };
    QByteArray asking = peer;
    QList<QByteArray> behind = forwardedFor.split(',');
    while (!behind.isEmpty() && isTrusted(asking)) { // each proxy adds whom it heard it from at the end; what stands before may be invented
        const QByteArray next = behind.takeLast().trimmed();
        if (!isAddress(next))
            break;
        asking = next;
    }
    return asking;
}

} // namespace encore::api
