// SPDX-License-Identifier: GPL-3.0-or-later

// Feeds anything to the functions that see what a scanner read. The first byte says how the rest is used: as a text, or
// as the inside of a code, signed with an accepted key, so that the fuzzer gets past the signature.

#include "base45.h"
#include "cosesign1.h"
#include "pretixsig1.h"
#include "signature.h"
#include "ticket/ticketcode.h"

#include <cstdlib>

using namespace encore;

namespace
{
const ticket::SigningKey& key()
{
    static const ticket::SigningKey signingKey = ticket::makeSigningKey(QByteArray(32, 'h'));
    return signingKey;
}

std::vector<domain::Issuer> makeIssuers()
{
    domain::Issuer house;
    house.id = domain::IssuerId::fromBytes(QByteArray(16, 'I'));
    house.publicKey = key().publicKey;
    domain::Issuer pretix = house;
    pretix.kind = domain::IssuerKind::PretixSig1;
    return {house, pretix};
}

QString goodCode(bool ofPretix)
{
    if (!ofPretix)
        return *ticket::issueCode(
            {domain::TicketId::fromBytes(QByteArray(16, 'T')), {}, {}, 1, 2, QStringLiteral("A-1")}, key());
    const QByteArray payload
        = ticket::encodePretixTicket({"CTJqJOl1", 1, 0, 14, 0, 0}); // so long that base64 needs padding
    return ticket::writePretixCode(payload, ticket::signDetached(payload, key().seed));
}

/// A good code, and at each place that the input names another character, one more or one less.
QString altered(const QByteArray& changes)
{
    QString text = goodCode(changes.size() & 1);
    for (qsizetype at = 0; at + 2 < changes.size(); at += 3) {
        const qsizetype place = quint8(changes.at(at)) * 2 + (quint8(changes.at(at + 1)) >> 7);
        const QChar character = QLatin1Char(changes.at(at + 2));
        const int change = changes.at(at + 1) & 3;
        text = text.left(place) + QString(change == 0 ? 0 : 1, character) + text.mid(place + (change == 2 ? 0 : 1));
    }
    return text;
}

QString asText(char use, const QByteArray& rest)
{
    ticket::CoseSign1 message{ticket::eddsaHeader(), ticket::keyIdOf(key().publicKey), rest, {}};
    switch (use & 7) {
    case 0:
        return QString::fromLatin1(rest);
    case 1:
        return QString::fromUtf8(rest);
    case 2:
        return QString::fromUtf16(reinterpret_cast<const char16_t*>(rest.constData()), rest.size() / 2);
    case 3: // any CBOR
        return u"ENC1:" + ticket::encodeBase45(rest);
    case 4: // any claims
        ticket::signCoseSign1(message, key().seed);
        return u"ENC1:" + ticket::encodeBase45(ticket::writeCoseSign1(message));
    case 5: // any protected header and claims
        message.protectedHeader = rest.left(rest.size() / 4);
        message.payload = rest.mid(rest.size() / 4);
        ticket::signCoseSign1(message, key().seed);
        return u"ENC1:" + ticket::encodeBase45(ticket::writeCoseSign1(message));
    case 6: // any protobuf
        return ticket::writePretixCode(rest, ticket::signDetached(rest, key().seed));
    default:
        return altered(rest);
    }
}

void mustHold(bool invariant)
{
    if (!invariant)
        std::abort();
}

/// What verifies is what would be made again from what it says.
void checkEncore(const QString& text, const ticket::VerifiedCode& verified)
{
    const domain::Result<ticket::InspectedCode> inspected = ticket::inspectCode(text);
    mustHold(inspected.ok() && inspected->claims.ticketId == verified.signedId);
    const domain::Result<QString> again = ticket::issueCode(inspected->claims, key());
    mustHold(again ? *again == text : text.size() > ticket::maxIssuedLength);
}

void checkPretix(const QString& text, const ticket::VerifiedCode& verified)
{
    const auto code = ticket::readPretixCode(text);
    mustHold(code.has_value());
    mustHold(ticket::encodePretixTicket(code->ticket) == code->payload);
    mustHold(ticket::writePretixCode(code->payload, code->signature) == text);
    mustHold(verified.signedId.uuid() == QUuid::createUuidV5(verified.issuer.uuid(), code->payload));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<domain::Issuer> issuers = makeIssuers();
    if (size == 0)
        return 0;
    const QByteArray rest(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    const QString text = asText(char(data[0]), rest);
    const QString cleaned = ticket::cleanCode(text);
    mustHold(ticket::cleanCode(cleaned) == cleaned);
    mustHold(text.contains(cleaned));
    for (const QString& candidate : {text, cleaned}) {
        const std::optional<ticket::VerifiedCode> verified = ticket::verifyCode(candidate, issuers);
        if (verified && verified->kind == ticket::CodeKind::Encore)
            checkEncore(candidate, *verified);
        else if (verified)
            checkPretix(candidate, *verified);
        else
            mustHold(candidate.size() <= ticket::maxCodeLength || !ticket::inspectCode(candidate).ok());
    }
    return 0;
}
