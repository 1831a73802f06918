// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ticket codes: the signed text in a QR code, and who vouches for it. Layout and canonical form: CONTRACTS §2.

#include "domain/event.h"
#include "domain/id.h"
#include "domain/result.h"
#include "domain/time.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace encore::ticket
{

/// What kind of text a code turned out to be.
enum class CodeKind { None, Encore, PretixSig1, Secret };
[[nodiscard]] QString codeKindText(CodeKind kind); ///< "none", "encore", "pretix_sig1", "secret"

/// The longest text that is looked at as a code, in UTF-16 units; a QR code holds at most 4,296 alphanumeric characters.
inline constexpr qsizetype maxCodeLength = 8192;

/// The longest code of ours, in characters: what a QR code of version 10 with level M holds in alphanumeric mode.
inline constexpr qsizetype maxIssuedLength = 311;

/// The COSE `kid` in bytes.
inline constexpr qsizetype keyIdLength = 8;

/// What a code of ours says (the CWT claims).
struct TicketClaims {
    domain::TicketId ticketId;
    domain::PerformanceId performanceId; ///< null: all zero in the code, and absent once verified; productId the same
    domain::ProductId productId;
    std::optional<qint64> notBefore; ///< whole Unix seconds, inclusive
    std::optional<qint64> expires; ///< whole Unix seconds, exclusive
    QString seat; ///< at most 37 UTF-8 bytes; empty: none

    friend bool operator==(const TicketClaims&, const TicketClaims&) = default;
};

/// An Ed25519 key pair as libsodium keeps it: a seed of 32 bytes and the public half.
struct SigningKey {
    QByteArray seed; ///< 32 bytes, secret
    QByteArray publicKey; ///< 32 bytes
};

/// First 8 bytes of SHA-256 of the raw public key: the COSE `kid`.
[[nodiscard]] QByteArray keyIdOf(const QByteArray& publicKey);
[[nodiscard]] SigningKey makeSigningKey(const QByteArray& seed); ///< @pre seed has 32 bytes
/// A raw key in base64 (32 bytes), or a PEM "PUBLIC KEY" of Ed25519 (RFC 8410), or such a PEM in base64. Points that nobody's key can
/// be (small order) are refused.
[[nodiscard]] domain::Result<QByteArray> parsePublicKey(const QString& text);

/// Signs the claims and spells them as `ENC1:…`. Fails when the seat is longer than 37 UTF-8 bytes, when a time cannot be kept in
/// milliseconds, and when the text gets longer than maxIssuedLength: a long seat beside a time after 2106-02-07, which takes 4 more bytes.
[[nodiscard]] domain::Result<QString> issueCode(const TicketClaims& claims, const SigningKey& key);

/// A code whose signature holds.
struct VerifiedCode {
    CodeKind kind = CodeKind::None;
    domain::IssuerId issuer;
    /// The signed ticket id of our own codes; for pretix_sig1 UUIDv5(issuer, payload). By it duplicates are found, never by the text.
    domain::TicketId signedId;
    /// Absent where the issuer's map does not name it. An Encore issuer without a map speaks of our own products and performances.
    std::optional<domain::ProductId> productId;
    std::optional<domain::PerformanceId> performanceId;
    std::optional<domain::Instant> validFrom; ///< inclusive
    std::optional<domain::Instant> validUntil; ///< inclusive
    QString seat;
};

/// Takes away control characters and scanner prefixes (ECI \000001 \000003 \000026 \000027, AIM "]Q1" …) at the ends; never spaces.
/// A text beyond maxCodeLength comes back as it is: it is no code.
[[nodiscard]] QString cleanCode(const QString& raw);

/// Whether anybody in @p issuers vouches for @p cleanedText. No value: it is no signed code, or not in its one canonical form, or by
/// a key that is not accepted. Never fails on any input; takes well under a millisecond.
[[nodiscard]] std::optional<VerifiedCode> verifyCode(const QString& cleanedText, const std::vector<domain::Issuer>& issuers);

/// What the text says of itself, without trusting it (for `ticket inspect`): claims and key id of one of our own codes in canonical form.
struct InspectedCode {
    TicketClaims claims;
    QByteArray keyId; ///< 8 bytes
};
[[nodiscard]] domain::Result<InspectedCode> inspectCode(const QString& cleanedText);

} // namespace encore::ticket
