// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticket/ticketcode.h"

#include "base45.h"
#include "claims.h"
#include "cosesign1.h"
#include "pretixsig1.h"
#include "signature.h"

#include <map>

namespace encore::ticket
{
namespace
{
const QLatin1String prefix("ENC1:");

domain::Error failure(domain::ErrorCode code, const char* id)
{
    return domain::error(code, domain::message(id));
}

struct EncoreCode {
    CoseSign1 message;
    TicketClaims claims;
};

/// The one way to spell a code.
QString spell(const CoseSign1& message)
{
    return prefix + encodeBase45(writeCoseSign1(message));
}

CoseSign1 unsignedMessage(const TicketClaims& claims, const QByteArray& keyId)
{
    return {eddsaHeader(), keyId, encodeClaims(claims), {}};
}

/// Guards that one signed ticket has one text: what was read is written again and must give the same characters.
/// The signature is not checked here.
std::optional<EncoreCode> readEncoreCode(const QString& text)
{
    if (text.size() > maxCodeLength || !text.startsWith(prefix))
        return std::nullopt;
    const std::optional<QByteArray> cbor = decodeBase45(QStringView(text).mid(prefix.size()));
    if (!cbor)
        return std::nullopt;
    const std::optional<CoseSign1> message = readCoseSign1(*cbor);
    if (!message)
        return std::nullopt;
    const std::optional<TicketClaims> claims = decodeClaims(message->payload);
    if (!claims)
        return std::nullopt;
    CoseSign1 again = unsignedMessage(*claims, message->keyId);
    again.signature = message->signature;
    if (message->keyId.size() != keyIdLength || spell(again) != text)
        return std::nullopt;
    return EncoreCode{*message, *claims};
}

template<class IdType> std::optional<IdType> mapped(const std::map<QString, IdType>& map, const QString& key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional<IdType>(found->second);
}

/// Another house's Encore may call its products otherwise; an issuer without a map speaks of ours.
template<class IdType> std::optional<IdType> ours(const std::map<QString, IdType>& map, IdType id)
{
    if (id.isNull())
        return std::nullopt;
    if (map.empty())
        return id;
    const std::optional<IdType> byText = mapped(map, id.text());
    return byText ? byText : mapped(map, id.hex());
}

std::optional<VerifiedCode> verifyEncore(const EncoreCode& code, const std::vector<domain::Issuer>& issuers)
{
    for (const domain::Issuer& issuer : issuers) {
        if (issuer.kind != domain::IssuerKind::Encore || keyIdOf(issuer.publicKey) != code.message.keyId
            || !verifyCoseSign1(code.message, issuer.publicKey))
            continue;
        VerifiedCode verified;
        verified.kind = CodeKind::Encore;
        verified.issuer = issuer.id;
        verified.signedId = code.claims.ticketId;
        verified.productId = ours(issuer.products, code.claims.productId);
        verified.performanceId = ours(issuer.performances, code.claims.performanceId);
        if (code.claims.notBefore)
            verified.validFrom = domain::Instant{*code.claims.notBefore * 1000};
        if (code.claims.expires) // the second itself is outside
            verified.validUntil = domain::Instant{*code.claims.expires * 1000 - 1};
        verified.seat = code.claims.seat;
        return verified;
    }
    return std::nullopt;
}

std::optional<VerifiedCode> verifyPretix(const PretixCode& code, const std::vector<domain::Issuer>& issuers)
{
    const PretixTicket& ticket = code.ticket;
    if (!fitsInstant(ticket.validFrom) || !fitsInstant(ticket.validUntil))
        return std::nullopt;
    for (const domain::Issuer& issuer : issuers) {
        if (issuer.kind != domain::IssuerKind::PretixSig1
            || !verifyDetached(code.payload, code.signature, issuer.publicKey))
            continue;
        VerifiedCode verified;
        verified.kind = CodeKind::PretixSig1;
        verified.issuer = issuer.id;
        verified.signedId = domain::TicketId(QUuid::createUuidV5(issuer.id.uuid(), code.payload));
        verified.productId = mapped(issuer.products, QString::number(ticket.item));
        verified.performanceId = mapped(issuer.performances, QString::number(ticket.subevent));
        if (ticket.validFrom != 0)
            verified.validFrom = domain::Instant{ticket.validFrom * 1000};
        if (ticket.validUntil != 0)
            verified.validUntil = domain::Instant{ticket.validUntil * 1000};
        return verified;
    }
    return std::nullopt;
}

domain::Status checkClaims(const TicketClaims& claims)
{
    const qsizetype seatBytes = claims.seat.toUtf8().size();
    if (seatBytes > maxSeatBytes)
        return domain::error(domain::ErrorCode::Invalid,
            domain::message("ticket.seat_too_long")
                .with("seat", claims.seat.left(64))
                .with("bytes", seatBytes)
                .with("limit", maxSeatBytes));
    if (!claims.seat.isValidUtf16())
        return failure(domain::ErrorCode::Invalid, "ticket.seat_not_text");
    if (!fitsInstant(claims.notBefore.value_or(0)) || !fitsInstant(claims.expires.value_or(0)))
        return failure(domain::ErrorCode::Invalid, "ticket.time_out_of_range");
    return domain::done();
}

} // namespace

QString codeKindText(CodeKind kind)
{
    switch (kind) {
    case CodeKind::None:
        return QStringLiteral("none");
    case CodeKind::Encore:
        return QStringLiteral("encore");
    case CodeKind::PretixSig1:
        return QStringLiteral("pretix_sig1");
    case CodeKind::Secret:
        return QStringLiteral("secret");
    }
    Q_UNREACHABLE();
}

domain::Result<QString> issueCode(const TicketClaims& claims, const SigningKey& key)
{
    if (const domain::Status checked = checkClaims(claims); !checked)
        return checked.error();
    if (key.seed.size() != seedLength || publicKeyOf(key.seed) != key.publicKey)
        return failure(domain::ErrorCode::MissingKey, "ticket.key_missing");
    CoseSign1 message = unsignedMessage(claims, keyIdOf(key.publicKey));
    signCoseSign1(message, key.seed);
    const QString text = spell(message);
    if (text.size() > maxIssuedLength)
        return failure(domain::ErrorCode::Invalid, "ticket.code_too_long");
    return text;
}

std::optional<VerifiedCode> verifyCode(const QString& cleanedText, const std::vector<domain::Issuer>& issuers)
{
    if (cleanedText.size() > maxCodeLength)
        return std::nullopt;
    if (const std::optional<EncoreCode> code = readEncoreCode(cleanedText))
        return verifyEncore(*code, issuers);
    if (const std::optional<PretixCode> code = readPretixCode(cleanedText))
        return verifyPretix(*code, issuers);
    return std::nullopt;
}

domain::Result<InspectedCode> inspectCode(const QString& cleanedText)
{
    if (!cleanedText.startsWith(prefix))
        return failure(domain::ErrorCode::Invalid, "ticket.not_ours");
    const std::optional<EncoreCode> code = readEncoreCode(cleanedText);
    if (!code)
        return failure(domain::ErrorCode::Invalid, "ticket.not_canonical");
    return InspectedCode{code->claims, code->message.keyId};
}

} // namespace encore::ticket
