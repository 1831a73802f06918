// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guards I4: two files hold the same rows of a table where their sums are equal. Sums only add, so they are kept up as rows change.

#include <QByteArray>

#include <vector>

namespace encore::store
{

inline constexpr int digestBuckets = 256;

/// Per bucket (by the hash of the key) the sum, modulo 2^64, of the hashes of a table's rows; empty: no row.
using DigestSums = std::vector<quint64>;

void addTo(DigestSums& sums, const DigestSums& more);
/// Of a whole table: SHA-256 of its sums, hex. Equal where the tables are.
[[nodiscard]] QByteArray digestText(const DigestSums& sums);
/// Buckets in which the two differ.
[[nodiscard]] std::vector<int> differingBuckets(const DigestSums& ours, const DigestSums& theirs);

[[nodiscard]] QByteArray packedSums(const DigestSums& sums);
[[nodiscard]] DigestSums sumsFrom(const QByteArray& packed);

} // namespace encore::store
