// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tickets of pretix, "signature scheme 1": reverse(base64(0x01 | u16be payload length | u16be signature length |
// payload | signature)), the payload being protobuf 3 and the signature Ed25519 over it.

#include <QByteArray>
#include <QString>

#include <optional>

namespace encore::ticket
{

struct PretixTicket {
    QByteArray seed; ///< UTF-8
    qint64 item = 0;
    qint64 variation = 0; ///< 0: none, as for those below
    qint64 subevent = 0;
    qint64 validFrom = 0; ///< Unix seconds
    qint64 validUntil = 0;
};

/// The one encoding that protobuf writers agree on: fields in ascending order, once each, zero and empty ones left out.
[[nodiscard]] QByteArray encodePretixTicket(const PretixTicket& ticket);
/// No value where the bytes are not exactly that encoding.
[[nodiscard]] std::optional<PretixTicket> decodePretixTicket(const QByteArray& payload);

struct PretixCode {
    PretixTicket ticket;
    QByteArray payload; ///< as it was signed
    QByteArray signature;
};

[[nodiscard]] QString writePretixCode(const QByteArray& payload, const QByteArray& signature);
/// The signature is not checked here. No value where the text is not the one spelling of its bytes.
[[nodiscard]] std::optional<PretixCode> readPretixCode(const QString& text);

} // namespace encore::ticket
