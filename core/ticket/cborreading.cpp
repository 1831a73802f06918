// SPDX-License-Identifier: GPL-3.0-or-later
#include "cborreading.h"

#include <QStringDecoder>

#include <limits>

namespace encore::ticket
{
namespace
{
// Far above any string of a ticket code, and checked before memory is asked for.
constexpr quint64 maxStringLength = 1 << 16;

std::optional<QByteArray> takeString(QCborStreamReader& reader)
{
    if (!reader.isLengthKnown() || reader.length() > maxStringLength)
        return std::nullopt;
    QByteArray bytes(qsizetype(reader.length()), Qt::Uninitialized);
    const auto content = reader.readStringChunk(bytes.data(), bytes.size());
    if (content.status != QCborStreamReader::Ok || content.data != bytes.size())
        return std::nullopt;
    if (reader.readStringChunk(nullptr, 0).status != QCborStreamReader::EndOfString)
        return std::nullopt;
    return bytes;
}

std::optional<quint64> enter(QCborStreamReader& reader)
{
    if (!reader.isLengthKnown())
        return std::nullopt;
    const quint64 length = reader.length();
    if (!reader.enterContainer())
        return std::nullopt;
    return length;
}

} // namespace

std::optional<qint64> takeInteger(QCborStreamReader& reader)
{
    if (!reader.isInteger())
        return std::nullopt;
    const bool negative = reader.isNegativeInteger();
    // Of a negative integer Qt hands out the absolute value, 0 meaning 2^64; CBOR writes one less (RFC 8949 §3.1).
    const quint64 argument = negative ? quint64(reader.toNegativeInteger()) - 1 : reader.toUnsignedInteger();
    if (argument > quint64(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    if (!reader.next() && reader.lastError() != QCborError::NoError)
        return std::nullopt;
    return negative ? -1 - qint64(argument) : qint64(argument);
}

std::optional<QByteArray> takeBytes(QCborStreamReader& reader)
{
    return reader.isByteArray() ? takeString(reader) : std::nullopt;
}

std::optional<QString> takeText(QCborStreamReader& reader)
{
    if (!reader.isString())
        return std::nullopt;
    const std::optional<QByteArray> bytes = takeString(reader);
    return bytes ? strictUtf8(*bytes) : std::nullopt;
}

bool takeTag(QCborStreamReader& reader, quint64 tag)
{
    return reader.isTag() && quint64(reader.toTag()) == tag && reader.next();
}

std::optional<quint64> enterArray(QCborStreamReader& reader)
{
    return reader.isArray() ? enter(reader) : std::nullopt;
}

std::optional<quint64> enterMap(QCborStreamReader& reader)
{
    return reader.isMap() ? enter(reader) : std::nullopt;
}

std::optional<QString> strictUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.toUtf8() != bytes)
        return std::nullopt;
    return text;
}

} // namespace encore::ticket
