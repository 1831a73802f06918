// SPDX-License-Identifier: GPL-3.0-or-later
#include "cosesign1.h"

#include "cborreading.h"
#include "signature.h"

#include <QCborStreamWriter>

namespace encore::ticket
{
namespace
{
constexpr quint64 coseSign1Tag = 18;
constexpr qint64 algorithmLabel = 1; // RFC 9052 §3.1
constexpr qint64 keyIdLabel = 4;
constexpr qint64 eddsa = -8; // RFC 9053 §2.2

/// What is signed (RFC 9052 §4.4): the external data is empty.
QByteArray signedBytes(const CoseSign1& message)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(4);
    writer.append(QLatin1String("Signature1"));
    writer.append(message.protectedHeader);
    writer.append(QByteArray());
    writer.append(message.payload);
    writer.endArray();
    return bytes;
}

bool namesEddsa(const QByteArray& protectedHeader)
{
    QCborStreamReader reader(protectedHeader);
    const std::optional<quint64> pairs = enterMap(reader);
    for (quint64 pair = 0; pairs && pair < *pairs; ++pair) {
        const std::optional<qint64> label = takeInteger(reader);
        if (!label)
            return false;
        if (*label == algorithmLabel)
            return takeInteger(reader) == eddsa;
        if (!reader.next())
            return false;
    }
    return false;
}

std::optional<QByteArray> takeKeyIdHeader(QCborStreamReader& reader)
{
    if (enterMap(reader) != quint64(1) || takeInteger(reader) != keyIdLabel)
        return std::nullopt;
    std::optional<QByteArray> keyId = takeBytes(reader);
    return reader.leaveContainer() ? keyId : std::nullopt;
}

} // namespace

QByteArray eddsaHeader()
{
    QByteArray header;
    QCborStreamWriter writer(&header);
    writer.startMap(1);
    writer.append(algorithmLabel);
    writer.append(eddsa);
    writer.endMap();
    return header;
}

QByteArray writeCoseSign1(const CoseSign1& message)
{
    QByteArray cbor;
    QCborStreamWriter writer(&cbor);
    writer.append(QCborTag(coseSign1Tag));
    writer.startArray(4);
    writer.append(message.protectedHeader);
    writer.startMap(1);
    writer.append(keyIdLabel);
    writer.append(message.keyId);
    writer.endMap();
    writer.append(message.payload);
    writer.append(message.signature);
    writer.endArray();
    return cbor;
}

std::optional<CoseSign1> readCoseSign1(const QByteArray& cbor)
{
    QCborStreamReader reader(cbor);
    if (!takeTag(reader, coseSign1Tag) || enterArray(reader) != quint64(4))
        return std::nullopt;
    const std::optional<QByteArray> protectedHeader = takeBytes(reader);
    if (!protectedHeader)
        return std::nullopt;
    const std::optional<QByteArray> keyId = takeKeyIdHeader(reader);
    if (!keyId)
        return std::nullopt;
    const std::optional<QByteArray> payload = takeBytes(reader);
    if (!payload)
        return std::nullopt;
    const std::optional<QByteArray> signature = takeBytes(reader);
    if (!signature || signature->size() != signatureLength)
        return std::nullopt;
    if (!reader.leaveContainer() || reader.currentOffset() != cbor.size())
        return std::nullopt;
    return CoseSign1{*protectedHeader, *keyId, *payload, *signature};
}

void signCoseSign1(CoseSign1& message, const QByteArray& seed)
{
    message.signature = signDetached(signedBytes(message), seed);
}

bool verifyCoseSign1(const CoseSign1& message, const QByteArray& publicKey)
{
    return namesEddsa(message.protectedHeader) && verifyDetached(signedBytes(message), message.signature, publicKey);
}

} // namespace encore::ticket
