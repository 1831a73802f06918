// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/digest.h"

#include "domain/random.h"

#include <QtEndian>

#include <algorithm>

namespace encore::store
{

namespace
{

bool isZero(const DigestSums& sums)
{
    return std::all_of(sums.begin(), sums.end(), [](quint64 sum) { return sum == 0; });
}

quint64 at(const DigestSums& sums, int bucket)
{
    return sums.empty() ? 0 : sums[size_t(bucket)];
}

} // namespace

void addTo(DigestSums& sums, const DigestSums& more)
{
    if (more.empty())
        return;
    sums.resize(digestBuckets);
    std::transform(sums.begin(), sums.end(), more.begin(), sums.begin(), std::plus<>());
}

QByteArray packedSums(const DigestSums& sums)
{
    if (isZero(sums))
        return QByteArray("");
    QByteArray packed(qsizetype(sums.size() * sizeof(quint64)), Qt::Uninitialized);
    qToLittleEndian<quint64>(sums.data(), qsizetype(sums.size()), packed.data());
    return packed;
}

DigestSums sumsFrom(const QByteArray& packed)
{
    if (packed.size() != qsizetype(digestBuckets * sizeof(quint64)))
        return {};
    DigestSums sums(digestBuckets);
    qFromLittleEndian<quint64>(packed.constData(), digestBuckets, sums.data());
    return sums;
}

QByteArray digestText(const DigestSums& sums)
{
    return domain::sha256(packedSums(sums)).toHex();
}

std::vector<int> differingBuckets(const DigestSums& ours, const DigestSums& theirs)
{
    std::vector<int> buckets;
    for (int bucket = 0; bucket < digestBuckets; ++bucket) {
        if (at(ours, bucket) != at(theirs, bucket))
            buckets.push_back(bucket);
    }
    return buckets;
}

} // namespace encore::store
