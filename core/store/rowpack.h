// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The values of a row, or of its key, one behind the other, each with its type: what digests hash, and what a desk keeps to take a
// provisional change back. Stays inside one file; the wire has JSON.

#include <QByteArray>
#include <QVariant>

struct sqlite3_value;

namespace encore::store
{

void packValue(QByteArray& into, sqlite3_value* value);
void packValue(QByteArray& into, const QVariant& value);
void packNull(QByteArray& into);
void packNumber(QByteArray& into, qint64 number);
void packText(QByteArray& into, const char* utf8, qsizetype size);
void packBytes(QByteArray& into, const char* bytes, qsizetype size);
/// Nothing where it was not packed so: the place where a snapshot goes on comes from whoever asks.
[[nodiscard]] QVariantList unpackValues(const QByteArray& packed);
/// 64 bits that are the same wherever the values are. SipHash-2-4 with a fixed key: against chance, not against malice.
[[nodiscard]] quint64 packedHash(const QByteArray& packed);
[[nodiscard]] size_t bucketOf(const QByteArray& key); ///< of a digest; @p key packed

} // namespace encore::store
