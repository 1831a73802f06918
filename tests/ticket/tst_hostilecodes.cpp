// SPDX-License-Identifier: GPL-3.0-or-later
#include "base45.h"
#include "claims.h"
#include "codes.h"
#include "cosesign1.h"
#include "signature.h"
#include "support/fakes.h"
#include "support/table.h"
#include "ticket/ticketcode.h"

#include <QTest>

using namespace encore;

// Each case alters one thing of a code that verifies. None may verify.
class tst_HostileCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claims_data();
    void claims();
    void envelopes_data();
    void envelopes();
    void texts_data();
    void texts();
    void everyBit();
    void everyByteMissingOrDoubled();
    void everyTruncation();
    void everyCharacter();
    void unreducedS();
    void weakIssuer();
    void randomTexts();
    void megabytes_data();
    void megabytes();
};

namespace
{
const QString prefix = QStringLiteral("ENC1:");

QString goodCode()
{
    ticket::TicketClaims claims = tests::fewClaims();
    claims.notBefore = 1'782'381'600;
    claims.expires = 1'782'403'200;
    claims.seat = QStringLiteral("A-1");
    return *ticket::issueCode(claims, tests::houseKey());
}

QByteArray bytesOf(const QString& code)
{
    return ticket::decodeBase45(QStringView(code).mid(prefix.size())).value_or(QByteArray());
}

bool verifies(const QString& text)
{
    const bool verified = ticket::verifyCode(text, tests::houseOnly()).has_value();
    // What is not canonical cannot be inspected either; what can be and does not verify is only signed by somebody
    // else.
    if (verified && !ticket::inspectCode(text).ok())
        qFatal("verified, but not readable: %s", qUtf8Printable(text));
    return verified;
}

bool verifies(const QByteArray& cbor)
{
    return verifies(prefix + ticket::encodeBase45(cbor));
}

QByteArray filled(QString pattern, const QByteArray& payload, const QByteArray& signature)
{
    const ticket::TicketClaims claims = tests::fewClaims();
    pattern.replace(QStringLiteral("{ticket}"), claims.ticketId.hex());
    pattern.replace(QStringLiteral("{performance}"), claims.performanceId.hex());
    pattern.replace(QStringLiteral("{product}"), claims.productId.hex());
    pattern.replace(QStringLiteral("{kid}"), QString::fromLatin1(ticket::keyIdOf(tests::houseKey().publicKey).toHex()));
    pattern.replace(QStringLiteral("{payload}"), QString::fromLatin1(payload.toHex()));
    pattern.replace(QStringLiteral("{signature}"), QString::fromLatin1(signature.toHex()));
    return tests::fromHex(pattern.remove(u' '));
}

ticket::CoseSign1 signedMessage(const QByteArray& protectedHeader, const QByteArray& payload)
{
    ticket::CoseSign1 message{protectedHeader, ticket::keyIdOf(tests::houseKey().publicKey), payload, {}};
    ticket::signCoseSign1(message, tests::houseKey().seed);
    return message;
}
} // namespace

void tst_HostileCodes::claims_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("expected");
    for (const QStringList& row : tests::table(QStringLiteral("hostileclaims.tsv"), 3))
        QTest::newRow(qUtf8Printable(row.at(0))) << row.at(1) << (row.at(2) == u"verifies");
}

void tst_HostileCodes::claims()
{
    QFETCH(QString, pattern);
    QFETCH(bool, expected);
    const ticket::CoseSign1 message = signedMessage(ticket::eddsaHeader(), filled(pattern, {}, {}));
    QVERIFY(ticket::verifyCoseSign1(message, tests::houseKey().publicKey));
    const QByteArray cbor = ticket::writeCoseSign1(message);
    QCOMPARE(verifies(cbor), expected);
    QCOMPARE(ticket::inspectCode(prefix + ticket::encodeBase45(cbor)).ok(), expected);
}

void tst_HostileCodes::envelopes_data()
{
    QTest::addColumn<QString>("protectedHeader");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("expected");
    for (const QStringList& row : tests::table(QStringLiteral("hostileenvelopes.tsv"), 4))
        QTest::newRow(qUtf8Printable(row.at(0))) << row.at(1) << row.at(2) << (row.at(3) == u"verifies");
}

void tst_HostileCodes::envelopes()
{
    QFETCH(QString, protectedHeader);
    QFETCH(QString, pattern);
    QFETCH(bool, expected);
    const QByteArray payload = ticket::encodeClaims(tests::fewClaims());
    const ticket::CoseSign1 message = signedMessage(filled(protectedHeader, {}, {}), payload);
    const QByteArray cbor = filled(pattern, payload, message.signature);
    QCOMPARE(verifies(cbor), expected);
    // A code of somebody else has another key id, and can be inspected.
    const bool readable = expected || pattern.contains(QStringLiteral("0000000000000000"));
    QCOMPARE(ticket::inspectCode(prefix + ticket::encodeBase45(cbor)).ok(), readable);
}

void tst_HostileCodes::texts_data()
{
    QTest::addColumn<QString>("text");
    const QString code = goodCode();
    QTest::newRow("empty") << QString();
    QTest::newRow("the prefix") << prefix;
    QTest::newRow("without the prefix") << code.mid(prefix.size());
    QTest::newRow("the prefix twice") << prefix + code;
    QTest::newRow("lower case") << code.toLower();
    QTest::newRow("prefix in lower case") << QStringLiteral("enc1:") + code.mid(prefix.size());
    QTest::newRow("another version") << QStringLiteral("ENC2:") + code.mid(prefix.size());
    QTest::newRow("a space in front") << u' ' + code;
    QTest::newRow("a space behind") << code + u' ';
    QTest::newRow("a space after the prefix") << prefix + u' ' + code.mid(prefix.size());
    QTest::newRow("not cleaned") << code + u'\n';
    QTest::newRow("a zero behind") << code + QChar(u'\0');
    QTest::newRow("00 behind") << code + QStringLiteral("00");
    QTest::newRow("000 behind") << code + QStringLiteral("000");
    QTest::newRow("itself behind") << code + code;
    QTest::newRow("spaces trimmed away") << QString(code).remove(u' ');
    QTest::newRow("URL encoded")
        << QString(code).replace(u'%', QStringLiteral("%25")).replace(u' ', QStringLiteral("%20"));
    QTest::newRow("full width") << QString(code).replace(u'E', QChar(0xff25));
    QTest::newRow("base64") << prefix + QString::fromLatin1(bytesOf(code).toBase64());
    QTest::newRow("hex") << prefix + QString::fromLatin1(bytesOf(code).toHex());
    const auto foreign = ticket::issueCode(tests::fewClaims(), tests::foreignKey());
    QTest::newRow("another key") << *foreign;
    ticket::CoseSign1 message = signedMessage(ticket::eddsaHeader(), ticket::encodeClaims(tests::fewClaims()));
    ticket::signCoseSign1(message, tests::foreignKey().seed);
    QTest::newRow("another key under our key id") << prefix + ticket::encodeBase45(ticket::writeCoseSign1(message));
    message.signature = ticket::signDetached(message.payload, tests::houseKey().seed);
    QTest::newRow("the payload signed alone") << prefix + ticket::encodeBase45(ticket::writeCoseSign1(message));
}

void tst_HostileCodes::texts()
{
    QFETCH(QString, text);
    QVERIFY(verifies(goodCode()));
    QVERIFY(text != goodCode());
    QVERIFY(!verifies(text));
}

void tst_HostileCodes::everyBit()
{
    const QByteArray good = bytesOf(goodCode());
    QVERIFY(verifies(good));
    for (qsizetype bit = 0; bit < good.size() * 8; ++bit) {
        QByteArray altered = good;
        altered[bit / 8] = char(altered.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY2(!verifies(altered), qPrintable(QString::number(bit)));
    }
}

void tst_HostileCodes::everyByteMissingOrDoubled()
{
    const QByteArray good = bytesOf(goodCode());
    for (qsizetype at = 0; at < good.size(); ++at) {
        QVERIFY(!verifies(QByteArray(good).remove(at, 1)));
        QVERIFY(!verifies(QByteArray(good).insert(at, good.at(at))));
        QVERIFY(!verifies(QByteArray(good).insert(at, '\0')));
    }
}

void tst_HostileCodes::everyTruncation()
{
    const QString code = goodCode();
    const QByteArray good = bytesOf(code);
    for (qsizetype length = 0; length < code.size(); ++length) {
        QVERIFY(!verifies(code.left(length)));
        QVERIFY(!verifies(code.right(length)));
    }
    for (qsizetype length = 0; length < good.size(); ++length)
        QVERIFY(!verifies(good.left(length)));
}

void tst_HostileCodes::everyCharacter()
{
    const QString code = goodCode();
    for (qsizetype at = 0; at < code.size(); ++at) {
        for (const QChar character : QStringLiteral("0AZ :a\n")) {
            QString altered = code;
            altered[at] = character;
            QVERIFY(altered == code || !verifies(altered));
            QVERIFY(!verifies(QString(code).insert(at, character)));
        }
        QVERIFY(!verifies(QString(code).remove(at, 1)));
        if (at > 0 && code.at(at) != code.at(at - 1)) {
            QString swapped = code;
            std::swap(swapped[at], swapped[at - 1]);
            QVERIFY(!verifies(swapped));
        }
    }
}

// The same point and message with S + L: a second text of the same ticket, were it accepted.
void tst_HostileCodes::unreducedS()
{
    const QByteArray order = QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    QByteArray altered = bytesOf(goodCode());
    const qsizetype s = altered.size() - 32;
    int carry = 0;
    for (int at = 0; at < 32; ++at) {
        carry += quint8(altered.at(s + at)) + quint8(order.at(at));
        altered[s + at] = char(carry & 0xff);
        carry >>= 8;
    }
    QVERIFY(ticket::inspectCode(prefix + ticket::encodeBase45(altered)).ok());
    QVERIFY(!verifies(altered));
}

// An issuer whose key is a point of small order would sign anything with R the identity and S = 0.
void tst_HostileCodes::weakIssuer()
{
    const QByteArray weak = QByteArray::fromHex("01") + QByteArray(31, '\0');
    const ticket::CoseSign1 message{ticket::eddsaHeader(), ticket::keyIdOf(weak),
        ticket::encodeClaims(tests::fewClaims()), weak + QByteArray(32, '\0')};
    const QString text = prefix + ticket::encodeBase45(ticket::writeCoseSign1(message));
    QVERIFY(ticket::inspectCode(text).ok());
    QVERIFY(!ticket::verifyCode(text, {tests::issuer(domain::IssuerKind::Encore, weak)}));
}

void tst_HostileCodes::randomTexts()
{
    support::SeededRandom random(1);
    for (int round = 0; round < 3000; ++round) {
        const QByteArray bytes = random.bytes(round % 300);
        QVERIFY(!verifies(bytes));
        QVERIFY(!verifies(QString::fromLatin1(bytes)));
        QVERIFY(!verifies(QString::fromUtf16(reinterpret_cast<const char16_t*>(bytes.constData()), bytes.size() / 2)));
    }
}

void tst_HostileCodes::megabytes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("zeros") << prefix + QString(1 << 20, u'0');
    QTest::newRow("a code and zeros") << goodCode() + QString(1 << 20, u'0');
    QTest::newRow("a long byte string") << prefix + ticket::encodeBase45(QByteArray::fromHex("d2845a00100000"))
            + QString(1 << 20, u'0');
    QTest::newRow("letters") << QString(1 << 20, u'A');
    QTest::newRow("just too long") << QString(ticket::maxCodeLength + 1, u'A');
    QTest::newRow("as long as is looked at") << prefix + QString(ticket::maxCodeLength - prefix.size(), u'0');
    QTest::newRow("as long as is looked at, base64") << QString(ticket::maxCodeLength, u'A');
}

void tst_HostileCodes::megabytes()
{
    QFETCH(QString, text);
    QVERIFY(!verifies(text));
    QVERIFY(!verifies(ticket::cleanCode(text)));
    QVERIFY(!ticket::inspectCode(text).ok());
}

QTEST_GUILESS_MAIN(tst_HostileCodes)
#include "tst_hostilecodes.moc"
