// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ticket/ticketcode.h"

#include <QByteArray>

#include <limits>
#include <optional>

namespace encore::ticket
{

inline constexpr qsizetype maxSeatBytes = 37;

/// Whether a Unix second can be kept as the milliseconds of an Instant.
[[nodiscard]] constexpr bool fitsInstant(qint64 seconds)
{
    constexpr qint64 limit = std::numeric_limits<qint64>::max() / 1000;
    return seconds >= -limit && seconds <= limit;
}

/// The CWT claims map (RFC 8392) in deterministic CBOR (RFC 8949 §4.2.1).
[[nodiscard]] QByteArray encodeClaims(const TicketClaims& claims);

/// No value where a claim is missing, foreign or out of range. The order of claims and the length of heads are not
/// looked at: encode them again and compare.
[[nodiscard]] std::optional<TicketClaims> decodeClaims(const QByteArray& cbor);

} // namespace encore::ticket
