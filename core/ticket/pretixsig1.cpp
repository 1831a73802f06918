// SPDX-License-Identifier: GPL-3.0-or-later
#include "pretixsig1.h"

#include "cborreading.h"
#include "signature.h"

#include <QtEndian>

#include <algorithm>

namespace encore::ticket
{
namespace
{
constexpr char schemeVersion = 0x01;
constexpr qsizetype headLength = 5;

enum Field : quint64 { Seed = 1, Item, Variation, Subevent, ValidFrom, ValidUntil };
constexpr quint64 varintType = 0;
constexpr quint64 lengthType = 2;

constexpr quint64 key(Field field, quint64 type)
{
    return field << 3 | type;
}

void appendVarint(QByteArray& bytes, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        bytes.append(char(value & 0x7f) | char(0x80));
    bytes.append(char(value));
}

void appendNumber(QByteArray& bytes, Field field, qint64 value)
{
    if (value == 0)
        return;
    appendVarint(bytes, key(field, varintType));
    appendVarint(bytes, quint64(value));
}

/// Walks over the bytes from the front. What could have been written shorter is found by writing it again.
class ProtobufReader
{
public:
    explicit ProtobufReader(const QByteArray& bytes) : m_bytes(bytes) { }

    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

    [[nodiscard]] std::optional<quint64> takeVarint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && !atEnd(); shift += 7) {
            const quint64 byte = quint8(m_bytes.at(m_at++));
            value |= (byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<QByteArray> takeLengthDelimited()
    {
        const std::optional<quint64> length = takeVarint();
        if (!length || *length > quint64(m_bytes.size() - m_at))
            return std::nullopt;
        const QByteArray content = m_bytes.mid(m_at, qsizetype(*length));
        m_at += content.size();
        return content;
    }

private:
    const QByteArray& m_bytes;
    qsizetype m_at = 0;
};

bool takeField(ProtobufReader& reader, PretixTicket& ticket)
{
    const std::optional<quint64> fieldKey = reader.takeVarint();
    if (!fieldKey)
        return false;
    if (*fieldKey == key(Seed, lengthType)) {
        const std::optional<QByteArray> seed = reader.takeLengthDelimited();
        ticket.seed = seed.value_or(QByteArray());
        return seed && strictUtf8(*seed);
    }
    qint64* number = *fieldKey == key(Item, varintType) ? &ticket.item
        : *fieldKey == key(Variation, varintType)       ? &ticket.variation
        : *fieldKey == key(Subevent, varintType)        ? &ticket.subevent
        : *fieldKey == key(ValidFrom, varintType)       ? &ticket.validFrom
        : *fieldKey == key(ValidUntil, varintType)      ? &ticket.validUntil
                                                        : nullptr;
    if (!number)
        return false;
    const std::optional<quint64> value = reader.takeVarint();
    *number = qint64(value.value_or(0));
    return value.has_value();
}

QString reversed(QString text)
{
    std::reverse(text.begin(), text.end());
    return text;
}

quint16 lengthAt(const QByteArray& bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

} // namespace

QByteArray encodePretixTicket(const PretixTicket& ticket)
{
    QByteArray payload;
    if (!ticket.seed.isEmpty()) {
        appendVarint(payload, key(Seed, lengthType));
        appendVarint(payload, quint64(ticket.seed.size()));
        payload += ticket.seed;
    }
    appendNumber(payload, Item, ticket.item);
    appendNumber(payload, Variation, ticket.variation);
    appendNumber(payload, Subevent, ticket.subevent);
    appendNumber(payload, ValidFrom, ticket.validFrom);
    appendNumber(payload, ValidUntil, ticket.validUntil);
    return payload;
}

std::optional<PretixTicket> decodePretixTicket(const QByteArray& payload)
{
    PretixTicket ticket;
    ProtobufReader reader(payload);
    while (!reader.atEnd()) {
        if (!takeField(reader, ticket))
            return std::nullopt;
    }
    if (encodePretixTicket(ticket) != payload)
        return std::nullopt;
    return ticket;
}

QString writePretixCode(const QByteArray& payload, const QByteArray& signature)
{
    QByteArray bytes(headLength, Qt::Uninitialized);
    bytes[0] = schemeVersion;
    qToBigEndian(quint16(payload.size()), bytes.data() + 1);
    qToBigEndian(quint16(signature.size()), bytes.data() + 3);
    bytes += payload + signature;
    return reversed(QString::fromLatin1(bytes.toBase64()));
}

std::optional<PretixCode> readPretixCode(const QString& text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        reversed(text).toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QByteArray& bytes = *decoded;
    if (bytes.size() < headLength || bytes.at(0) != schemeVersion || lengthAt(bytes, 3) != signatureLength
        || bytes.size() != headLength + lengthAt(bytes, 1) + signatureLength)
        return std::nullopt;
    const QByteArray payload = bytes.mid(headLength, lengthAt(bytes, 1));
    const QByteArray signature = bytes.right(signatureLength);
    // Spare bits, padding, spaces: other texts of the same bytes would be the same ticket twice.
    if (writePretixCode(payload, signature) != text)
        return std::nullopt;
    const std::optional<PretixTicket> ticket = decodePretixTicket(payload);
    if (!ticket)
        return std::nullopt;
    return PretixCode{*ticket, payload, signature};
}

} // namespace encore::ticket
