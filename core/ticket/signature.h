// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ed25519 (RFC 8032 §5.1) by libsodium.

#include <QByteArray>

namespace encore::ticket
{

inline constexpr qsizetype seedLength = 32;
inline constexpr qsizetype publicKeyLength = 32;
inline constexpr qsizetype signatureLength = 64;

[[nodiscard]] QByteArray publicKeyOf(const QByteArray& seed); ///< @pre seed has 32 bytes
[[nodiscard]] QByteArray signDetached(const QByteArray& message, const QByteArray& seed); ///< @pre seed has 32 bytes

/// False for lengths that are not right, for an S that is not reduced and for points of small order: libsodium refuses
/// them.
[[nodiscard]] bool verifyDetached(const QByteArray& message, const QByteArray& signature, const QByteArray& publicKey);

/// Whether these bytes are the one encoding of a point that can be somebody's public key.
[[nodiscard]] bool isPublicKey(const QByteArray& bytes);

} // namespace encore::ticket
