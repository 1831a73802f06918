// SPDX-License-Identifier: GPL-3.0-or-later
#include "signature.h"
#include "support/table.h"
#include "ticket/ticketcode.h"

#include <QTest>

using namespace encore;

class tst_Signature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void published_data();
    void published();
    void everyBitCounts();
    void refusesUnreducedS();
    void refusesSmallOrder_data();
    void refusesSmallOrder();
    void refusesLengths();
};

namespace
{
struct Vector {
    QByteArray secret;
    QByteArray publicKey;
    QByteArray message;
    QByteArray signature;
};

Vector shortVector()
{
    const QStringList row = tests::table(QStringLiteral("ed25519-rfc8032.tsv"), 5).at(2);
    return {tests::fromHex(row.at(1)), tests::fromHex(row.at(2)), tests::fromHex(row.at(3)), tests::fromHex(row.at(4))};
}
} // namespace

void tst_Signature::published_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    for (const QStringList& row : tests::table(QStringLiteral("ed25519-rfc8032.tsv"), 5)) {
        QTest::newRow(qUtf8Printable(row.at(0))) << tests::fromHex(row.at(1)) << tests::fromHex(row.at(2))
                                                 << tests::fromHex(row.at(3)) << tests::fromHex(row.at(4));
    }
}

void tst_Signature::published()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const ticket::SigningKey key = ticket::makeSigningKey(secret);
    QCOMPARE(key.publicKey, publicKey);
    QCOMPARE(key.seed, secret);
    QVERIFY(ticket::isPublicKey(publicKey));
    QCOMPARE(ticket::signDetached(message, key.seed), signature);
    QVERIFY(ticket::verifyDetached(message, signature, publicKey));
    QVERIFY(!ticket::verifyDetached(message + 'x', signature, publicKey));
}

void tst_Signature::everyBitCounts()
{
    const Vector vector = shortVector();
    for (qsizetype bit = 0; bit < vector.signature.size() * 8; ++bit) {
        QByteArray altered = vector.signature;
        altered[bit / 8] = char(altered.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY2(!ticket::verifyDetached(vector.message, altered, vector.publicKey), qPrintable(QString::number(bit)));
    }
}

// RFC 8032 §5.1.7: S must be below the group order L. S + L would verify by the equation alone.
void tst_Signature::refusesUnreducedS()
{
    const Vector vector = shortVector();
    const QByteArray order = QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    QByteArray altered = vector.signature;
    int carry = 0;
    for (int at = 0; at < 32; ++at) {
        const int sum = quint8(altered.at(32 + at)) + quint8(order.at(at)) + carry;
        altered[32 + at] = char(sum & 0xff);
        carry = sum >> 8;
    }
    QCOMPARE(carry, 0);
    QVERIFY(altered != vector.signature);
    QVERIFY(!ticket::verifyDetached(vector.message, altered, vector.publicKey));
}

void tst_Signature::refusesSmallOrder_data()
{
    // The points of order 1, 2, 4 and 8 of edwards25519, and encodings of them that are not reduced.
    QTest::addColumn<QByteArray>("point");
    const char* points[] = {"0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};
    for (const char* point : points)
        QTest::newRow(point) << QByteArray::fromHex(point);
}

// With such a key and R the identity, S = 0 would sign every message.
void tst_Signature::refusesSmallOrder()
{
    QFETCH(QByteArray, point);
    const QByteArray identity = QByteArray::fromHex("01") + QByteArray(31, '\0');
    QVERIFY(!ticket::isPublicKey(point));
    for (const QByteArray& r : {identity, point}) {
        for (int message = 0; message < 16; ++message)
            QVERIFY(!ticket::verifyDetached(QByteArray::number(message), r + QByteArray(32, '\0'), point));
    }
}

void tst_Signature::refusesLengths()
{
    const Vector vector = shortVector();
    QVERIFY(!ticket::verifyDetached(vector.message, vector.signature + '\0', vector.publicKey));
    QVERIFY(!ticket::verifyDetached(vector.message, vector.signature.left(63), vector.publicKey));
    QVERIFY(!ticket::verifyDetached(vector.message, {}, vector.publicKey));
    QVERIFY(!ticket::verifyDetached(vector.message, vector.signature, vector.publicKey + '\0'));
    QVERIFY(!ticket::verifyDetached(vector.message, vector.signature, vector.publicKey.left(31)));
    QVERIFY(!ticket::verifyDetached(vector.message, vector.signature, {}));
    QVERIFY(!ticket::isPublicKey(vector.publicKey.left(31)));
    QVERIFY(!ticket::isPublicKey({}));
}

QTEST_GUILESS_MAIN(tst_Signature)
#include "tst_signature.moc"
