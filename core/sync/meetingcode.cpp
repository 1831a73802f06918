// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/meetingcode.h"

#include "commands/codec/describe.h"

#include <sodium.h>

#include <QNetworkInterface>

namespace encore::sync
{

namespace
{

const QString mark = QStringLiteral("ENCMEET1:");

struct Sealed {
    QString sealed;
};

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

} // namespace

} // namespace encore::sync

namespace encore::commands
{

template<>
struct Descriptor<sync::Sealed> {
    static auto fields() { return std::tuple(field("sealed", &sync::Sealed::sealed, "nonce and secretbox, base64")); }
};

} // namespace encore::commands

namespace encore::sync
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

QString MeetingCode::text() const
{
    return QString(mark + host.toUpper() + u':' + QString::number(port) + u':' + QString::fromLatin1(secret.toHex().toUpper()));
}

QString MeetingCode::url() const
{
    return QString(QStringLiteral("http://") + host + u':' + QString::number(port));
}

Result<MeetingCode> parseMeetingCode(const QString& text)
{
    constexpr qsizetype longest = 300;
    const QString clean = text.left(longest).simplified().remove(u' ');
    const auto none = [&] { return error(ErrorCode::Invalid, message("meeting.not_code").with("text", text.left(64))); };
    if (!clean.startsWith(mark, Qt::CaseInsensitive))
        return none();
    const qsizetype secretAt = clean.lastIndexOf(u':');
    const qsizetype portAt = clean.lastIndexOf(u':', secretAt - 1);
    if (portAt <= mark.size())
        return none();
    MeetingCode code;
    code.host = clean.mid(mark.size(), portAt - mark.size()).toLower();
    bool isNumber = false;
    code.port = clean.mid(portAt + 1, secretAt - portAt - 1).toUShort(&isNumber);
    const QByteArray digits = clean.mid(secretAt + 1).toLatin1().toLower();
    code.secret = QByteArray::fromHex(digits);
    const bool isHost = std::all_of(code.host.begin(), code.host.end(), [](QChar c) { return c.isLetterOrNumber() || QStringView(u".-:[]").contains(c); });
    if (!isNumber || code.port == 0 || !isHost || code.secret.size() != MeetingCode::secretBytes || code.secret.toHex() != digits)
        return none();
    return code;
}

MeetingSeal::MeetingSeal(const QByteArray& secret, domain::WorkspaceId house, domain::RandomSource& random) :
    m_key(qsizetype(crypto_secretbox_KEYBYTES), '\0'), m_random(random)
{
    const int ready = sodium_init();
    Q_ASSERT(ready >= 0);
    Q_UNUSED(ready)
    const QByteArray text = "encore meeting 1" + house.bytes();
    crypto_generichash(raw(m_key), size_t(m_key.size()), raw(text), size_t(text.size()), raw(secret), size_t(secret.size()));
}

QByteArray MeetingSeal::seal(const QByteArray& text) const
{
    const QByteArray nonce = m_random.bytes(crypto_secretbox_NONCEBYTES);
    QByteArray box(qsizetype(crypto_secretbox_MACBYTES) + text.size(), '\0');
    crypto_secretbox_easy(raw(box), raw(text), size_t(text.size()), raw(nonce), raw(m_key));
    return commands::encodeText(Sealed{QString::fromLatin1(QByteArray(nonce + box).toBase64())});
}

Result<QByteArray> MeetingSeal::open(const QByteArray& sealed) const
{
    constexpr auto overhead = qsizetype(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES);
    const auto strange = [] { return error(ErrorCode::Forbidden, message("meeting.strange")); };
    const auto json = commands::parseJson(sealed);
    const auto read = json ? commands::decode<Sealed>(*json, {}) : Result<Sealed>(json.error());
    if (!read)
        return strange();
    const auto decoded = QByteArray::fromBase64Encoding(read->sealed.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray bytes = decoded ? *decoded : QByteArray();
    if (bytes.size() < overhead)
        return strange();
    const QByteArray nonce = bytes.left(qsizetype(crypto_secretbox_NONCEBYTES));
    const QByteArray box = bytes.mid(nonce.size());
    QByteArray text(bytes.size() - overhead, '\0');
    if (crypto_secretbox_open_easy(raw(text), raw(box), size_t(box.size()), raw(nonce), raw(m_key)) != 0)
        return strange();
    return text;
}

QStringList ownAddresses()
{
    QStringList addresses;
    QStringList unlikely; // of machines inside this one, and such
    for (const QNetworkInterface& network : QNetworkInterface::allInterfaces()) {
        const auto flags = network.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        const bool isLikely = network.type() == QNetworkInterface::Ethernet || network.type() == QNetworkInterface::Wifi;
        for (const QNetworkAddressEntry& entry : network.addressEntries()) {
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                (isLikely ? addresses : unlikely) << entry.ip().toString();
        }
    }
    return addresses + unlikely;
}

QString meetingSecretName(domain::DeviceId device)
{
    return QString(QStringLiteral("meeting-secret:") + device.text());
}

} // namespace encore::sync
