// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowpack.h"

#include "store/digest.h"

#include <QtEndian>

#include <sodium.h>
#include <sqlite3.h>

namespace encore::store
{

namespace
{

enum Kind : char { Null = 'N', Integer = 'I', Text = 'T', Bytes = 'B' };

void append(QByteArray& into, Kind kind, const char* data, qsizetype size)
{
    into.append(kind);
    const quint32 length = qToLittleEndian(quint32(size));
    into.append(reinterpret_cast<const char*>(&length), sizeof length);
    into.append(data, size);
}

void append(QByteArray& into, qint64 number)
{
    into.append(Integer);
    const qint64 little = qToLittleEndian(number);
    into.append(reinterpret_cast<const char*>(&little), sizeof little);
}

} // namespace

void packNull(QByteArray& into)
{
    into.append(Null);
}

void packNumber(QByteArray& into, qint64 number)
{
    append(into, number);
}

void packText(QByteArray& into, const char* utf8, qsizetype size)
{
    append(into, Text, utf8, size);
}

void packBytes(QByteArray& into, const char* bytes, qsizetype size)
{
    append(into, Bytes, bytes, size);
}

void packValue(QByteArray& into, sqlite3_value* value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return append(into, qint64(sqlite3_value_int64(value)));
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return append(into, Text, text, sqlite3_value_bytes(value));
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
        return append(into, Bytes, bytes, sqlite3_value_bytes(value));
    }
    default:
        Q_ASSERT(sqlite3_value_type(value) == SQLITE_NULL); // no column holds fractions
        into.append(Null);
    }
}

void packValue(QByteArray& into, const QVariant& value)
{
    if (value.isNull())
        into.append(Null);
    else if (value.typeId() == QMetaType::QByteArray)
        append(into, Bytes, value.toByteArray().constData(), value.toByteArray().size());
    else if (value.typeId() == QMetaType::QString) {
        const QByteArray text = value.toString().toUtf8();
        append(into, Text, text.constData(), text.size());
    } else {
        append(into, value.toLongLong());
    }
}

QVariantList unpackValues(const QByteArray& packed)
{
    QVariantList values;
    const char* at = packed.constData();
    const char* end = at + packed.size();
    while (at < end) {
        const char kind = *at++;
        if (kind == Null) {
            values.append(QVariant(QMetaType::fromType<QByteArray>()));
        } else if (kind == Integer) {
            if (end - at < qsizetype(sizeof(qint64)))
                return {};
            values.append(qFromLittleEndian<qint64>(at));
            at += sizeof(qint64);
        } else {
            if ((kind != Text && kind != Bytes) || end - at < qsizetype(sizeof(quint32)))
                return {};
            const auto size = qsizetype(qFromLittleEndian<quint32>(at));
            at += sizeof(quint32);
            if (end - at < size)
                return {};
            values.append(kind == Text ? QVariant(QString::fromUtf8(at, size)) : QVariant(QByteArray(at, size)));
            at += size;
        }
    }
    return values;
}

quint64 packedHash(const QByteArray& packed)
{
    static_assert(crypto_shorthash_BYTES == sizeof(quint64));
    static constexpr unsigned char key[crypto_shorthash_KEYBYTES] = {'e', 'n', 'c', 'o', 'r', 'e', ' ', 'd', 'i', 'g', 'e', 's', 't', ' ', '0', '1'};
    quint64 hash = 0;
    crypto_shorthash(reinterpret_cast<unsigned char*>(&hash), reinterpret_cast<const unsigned char*>(packed.constData()),
                     quint64(packed.size()), key);
    return qFromLittleEndian(hash);
}

size_t bucketOf(const QByteArray& key)
{
    return size_t(packedHash(key) % digestBuckets);
}

} // namespace encore::store
