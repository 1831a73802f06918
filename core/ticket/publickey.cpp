// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticket/ticketcode.h"

#include "domain/random.h"
#include "signature.h"

#include <optional>

namespace encore::ticket
{
namespace
{
const QLatin1String pemBegin("-----BEGIN PUBLIC KEY-----");
const QLatin1String pemEnd("-----END PUBLIC KEY-----");
// SubjectPublicKeyInfo with the algorithm id-Ed25519 (RFC 8410 §4), up to the 32 bytes of the key.
const QByteArray subjectPublicKeyInfo = QByteArray::fromHex("302a300506032b6570032100");

domain::Error failure(const char* id)
{
    return domain::error(domain::ErrorCode::Invalid, domain::message(id));
}

/// Strict: no other text gives the same bytes.
std::optional<QByteArray> decodeBase64(const QString& text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || QString::fromLatin1((*decoded).toBase64()) != text)
        return std::nullopt;
    return *decoded;
}

domain::Result<QByteArray> checkedKey(const QByteArray& key)
{
    if (!isPublicKey(key))
        return failure("ticket.key_weak");
    return key;
}

domain::Result<QByteArray> keyFromPem(const QString& pem)
{
    if (!pem.startsWith(pemBegin) || !pem.endsWith(pemEnd) || pem.size() < pemBegin.size() + pemEnd.size())
        return failure("ticket.key_not_readable");
    QString body = pem.mid(pemBegin.size(), pem.size() - pemBegin.size() - pemEnd.size());
    body.remove(u'\r').remove(u'\n');
    const std::optional<QByteArray> info = decodeBase64(body);
    if (!info)
        return failure("ticket.key_not_readable");
    if (!info->startsWith(subjectPublicKeyInfo) || info->size() != subjectPublicKeyInfo.size() + publicKeyLength)
        return failure("ticket.key_not_ed25519");
    return checkedKey(info->mid(subjectPublicKeyInfo.size()));
}

} // namespace

QByteArray keyIdOf(const QByteArray& publicKey)
{
    return domain::sha256(publicKey).left(8);
}

SigningKey makeSigningKey(const QByteArray& seed)
{
    return {seed, publicKeyOf(seed)};
}

domain::Result<QByteArray> parsePublicKey(const QString& text)
{
    if (text.size() > maxCodeLength)
        return failure("ticket.key_not_readable");
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u"-----"))
        return keyFromPem(trimmed);
    const std::optional<QByteArray> bytes = decodeBase64(trimmed);
    if (!bytes)
        return failure("ticket.key_not_readable");
    // The API of pretix hands out its keys as base64 of the PEM.
    if (bytes->startsWith("-----"))
        return keyFromPem(QString::fromLatin1(*bytes).trimmed());
    if (bytes->size() != publicKeyLength)
        return failure("ticket.key_not_ed25519");
    return checkedKey(*bytes);
}

} // namespace encore::ticket
