// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticket/ticketcode.h"

#include <QTest>

using namespace encore;

class tst_PublicKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void keyId();
};

namespace
{
// The first key of libpretixsync's event1.json, see data/pretix-libpretixsync.tsv.
const QByteArray rawBase64 = "7AD7/vFA33EsY4z2PHr7iZPsZ8n5dh0ajP8gyzNmmIs=";
const QByteArray pemBody = "MCowBQYDK2VwAyEA7AD7/vFA33EsY4z2PHr7iZPsZ8n5dh0ajP8gyzNmmIs=";

QByteArray pem(const QByteArray& body)
{
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
}
} // namespace

void tst_PublicKey::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("raw") << rawBase64;
    QTest::newRow("raw with a line end") << rawBase64 + "\r\n";
    QTest::newRow("PEM") << pem(pemBody);
    QTest::newRow("PEM with Windows line ends") << pem(pemBody).replace("\n", "\r\n");
    QTest::newRow("PEM without a last line end") << pem(pemBody).chopped(1);
    QTest::newRow("PEM in two lines") << pem(pemBody.left(20) + '\n' + pemBody.mid(20));
    QTest::newRow("PEM in base64") << pem(pemBody).toBase64();
}

void tst_PublicKey::reads()
{
    QFETCH(QByteArray, text);
    const domain::Result<QByteArray> key = ticket::parsePublicKey(QString::fromLatin1(text));
    QVERIFY(key.ok());
    QCOMPARE(*key, QByteArray::fromBase64(rawBase64));
}

void tst_PublicKey::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason");
    const QByteArray notReadable = "ticket.key_not_readable";
    const QByteArray notEd25519 = "ticket.key_not_ed25519";
    QTest::newRow("empty") << QByteArray() << notEd25519;
    QTest::newRow("words") << QByteArray("my public key") << notReadable;
    QTest::newRow("hex") << QByteArray::fromBase64(rawBase64).toHex() << notEd25519;
    QTest::newRow("without padding") << rawBase64.chopped(1) << notReadable;
    QTest::newRow("spare bits set") << QByteArray(rawBase64).replace("mIs=", "mIt=") << notReadable;
    QTest::newRow("base64url") << QByteArray(rawBase64).replace('/', '_') << notReadable;
    QTest::newRow("31 bytes") << QByteArray(31, 'k').toBase64() << notEd25519;
    QTest::newRow("33 bytes") << QByteArray(33, 'k').toBase64() << notEd25519;
    QTest::newRow("PEM of a private key") << pem(pemBody).replace("PUBLIC", "PRIVATE") << notReadable;
    QTest::newRow("PEM of X25519") << pem(QByteArray(pemBody).replace("K2Vw", "K2Vu")) << notEd25519;
    QTest::newRow("PEM with a byte more") << pem(QByteArray::fromBase64(pemBody).append('x').toBase64()) << notEd25519;
    QTest::newRow("PEM with a byte less") << pem(QByteArray::fromBase64(pemBody).chopped(1).toBase64()) << notEd25519;
    QTest::newRow("PEM that is no base64") << pem("!" + pemBody) << notReadable;
    QTest::newRow("PEM without an end") << pem(pemBody).left(60) << notReadable;
    QTest::newRow("PEM of nothing") << QByteArray("-----BEGIN PUBLIC KEY-----") << notReadable;
    QTest::newRow("two PEMs") << pem(pemBody) + pem(pemBody) << notReadable;
    QTest::newRow("PEM in base64 in base64") << pem(pemBody).toBase64().toBase64() << notEd25519;
    QTest::newRow("a point of small order") << QByteArray(32, '\0').toBase64() << QByteArray("ticket.key_weak");
    QTest::newRow("no point") << QByteArray(32, '\xff').toBase64() << QByteArray("ticket.key_weak");
    QTest::newRow("1 MB") << QByteArray(1 << 20, 'A') << notReadable;
}

void tst_PublicKey::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reason);
    const domain::Result<QByteArray> key = ticket::parsePublicKey(QString::fromLatin1(text));
    QVERIFY(!key.ok());
    QCOMPARE(key.error().message.id, reason);
    QVERIFY(domain::hasWords(reason));
}

void tst_PublicKey::keyId()
{
    // SHA-256 of the empty text begins with these bytes (FIPS 180-4 example).
    QCOMPARE(ticket::keyIdOf({}).toHex(), QByteArray("e3b0c44298fc1c14"));
    QCOMPARE(ticket::keyIdOf(QByteArray::fromBase64(rawBase64)).size(), ticket::keyIdLength);
}

QTEST_GUILESS_MAIN(tst_PublicKey)
#include "tst_publickey.moc"
