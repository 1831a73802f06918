// SPDX-License-Identifier: GPL-3.0-or-later
#include "claims.h"

#include "cborreading.h"

#include <QCborStreamWriter>

namespace encore::ticket
{
namespace
{
// RFC 8392 §4; the negative ones are for private use, and ours (CONTRACTS §2).
constexpr qint64 expiresClaim = 4;
constexpr qint64 notBeforeClaim = 5;
constexpr qint64 ticketClaim = 7;
constexpr qint64 performanceClaim = -70001;
constexpr qint64 productClaim = -70002;
constexpr qint64 seatClaim = -70003;
constexpr qsizetype idBytes = 16;

template<class IdType> bool takeId(QCborStreamReader& reader, std::optional<IdType>& id)
{
    const std::optional<QByteArray> bytes = takeBytes(reader);
    if (!bytes || bytes->size() != idBytes)
        return false;
    id = IdType::fromBytes(*bytes);
    return true;
}

bool takeTime(QCborStreamReader& reader, std::optional<qint64>& seconds)
{
    seconds = takeInteger(reader);
    return seconds && fitsInstant(*seconds);
}

bool takeSeat(QCborStreamReader& reader, QString& seat)
{
    const std::optional<QString> text = takeText(reader);
    if (!text || text->toUtf8().size() > maxSeatBytes)
        return false;
    seat = *text;
    return true;
}

/// A claim that comes twice overwrites itself, and then the comparison with the text fails.
struct ClaimsReader {
    QCborStreamReader& reader;
    std::optional<domain::TicketId> ticketId;
    std::optional<domain::PerformanceId> performanceId;
    std::optional<domain::ProductId> productId;
    std::optional<qint64> notBefore;
    std::optional<qint64> expires;
    QString seat;

    bool takeClaim()
    {
        const std::optional<qint64> label = takeInteger(reader);
        switch (label.value_or(0)) {
        case expiresClaim:
            return takeTime(reader, expires);
        case notBeforeClaim:
            return takeTime(reader, notBefore);
        case ticketClaim:
            return takeId(reader, ticketId);
        case performanceClaim:
            return takeId(reader, performanceId);
        case productClaim:
            return takeId(reader, productId);
        case seatClaim:
            return takeSeat(reader, seat);
        default:
            return false;
        }
    }
};

} // namespace

QByteArray encodeClaims(const TicketClaims& claims)
{
    QByteArray cbor;
    QCborStreamWriter writer(&cbor);
    writer.startMap(
        quint64(3 + (claims.expires ? 1 : 0) + (claims.notBefore ? 1 : 0) + (claims.seat.isEmpty() ? 0 : 1)));
    // In the bytewise order of the encoded keys: positive ones first, then -70001, -70002, -70003.
    if (claims.expires) {
        writer.append(expiresClaim);
        writer.append(*claims.expires);
    }
    if (claims.notBefore) {
        writer.append(notBeforeClaim);
        writer.append(*claims.notBefore);
    }
    writer.append(ticketClaim);
    writer.append(claims.ticketId.bytes());
    writer.append(performanceClaim);
    writer.append(claims.performanceId.bytes());
    writer.append(productClaim);
    writer.append(claims.productId.bytes());
    if (!claims.seat.isEmpty()) {
        writer.append(seatClaim);
        writer.append(QStringView(claims.seat));
    }
    writer.endMap();
    return cbor;
}

std::optional<TicketClaims> decodeClaims(const QByteArray& cbor)
{
    QCborStreamReader reader(cbor);
    const std::optional<quint64> pairs = enterMap(reader);
    if (!pairs)
        return std::nullopt;
    ClaimsReader claims{reader, {}, {}, {}, {}, {}, {}};
    for (quint64 pair = 0; pair < *pairs; ++pair) {
        if (!claims.takeClaim())
            return std::nullopt;
    }
    if (!reader.leaveContainer() || reader.currentOffset() != cbor.size())
        return std::nullopt;
    if (!claims.ticketId || !claims.performanceId || !claims.productId)
        return std::nullopt;
    return TicketClaims{
        *claims.ticketId, *claims.performanceId, *claims.productId, claims.notBefore, claims.expires, claims.seat};
}

} // namespace encore::ticket
