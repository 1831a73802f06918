// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// COSE_Sign1 (RFC 9052 §4.2), tag 18, with EdDSA over Ed25519 and the key id as only unprotected header. It knows
// nothing of tickets.

#include <QByteArray>

#include <optional>

namespace encore::ticket
{

struct CoseSign1 {
    QByteArray protectedHeader; ///< an encoded map
    QByteArray keyId; ///< label 4
    QByteArray payload;
    QByteArray signature; ///< 64 bytes
};

/// The protected header {1: -8}: the algorithm is EdDSA, and nothing else is said.
[[nodiscard]] QByteArray eddsaHeader();

[[nodiscard]] QByteArray writeCoseSign1(const CoseSign1& message);
/// No value where it is not exactly such a message. Heads that could be shorter are accepted: write it again and
/// compare.
[[nodiscard]] std::optional<CoseSign1> readCoseSign1(const QByteArray& cbor);

/// Fills in the signature. @pre seed has 32 bytes
void signCoseSign1(CoseSign1& message, const QByteArray& seed);
/// Whether the protected header names EdDSA and the signature over it and the payload is by this key.
[[nodiscard]] bool verifyCoseSign1(const CoseSign1& message, const QByteArray& publicKey);

} // namespace encore::ticket
