// SPDX-License-Identifier: GPL-3.0-or-later
#include "cosesign1.h"
#include "signature.h"
#include "support/table.h"

#include <QTest>

using namespace encore;

class tst_CoseSign1 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void published_data();
    void published();
    void everythingSignedCounts();
};

void tst_CoseSign1::published_data()
{
    QTest::addColumn<QStringList>("row");
    for (const QStringList& row : tests::table(QStringLiteral("cose-eddsa.tsv"), 7))
        QTest::newRow(qUtf8Printable(row.at(0))) << row;
}

void tst_CoseSign1::published()
{
    QFETCH(QStringList, row);
    const QByteArray publicKey = tests::fromHex(row.at(1));
    const QByteArray cbor = tests::fromHex(row.at(5));
    const std::optional<ticket::CoseSign1> message = ticket::readCoseSign1(cbor);
    if (row.at(6) == u"refused") {
        QVERIFY(!message);
        return;
    }
    QVERIFY(message);
    QCOMPARE(message->payload, QByteArray("This is the content."));
    QCOMPARE(message->protectedHeader, tests::fromHex(row.at(3)));
    QCOMPARE(message->keyId, tests::fromHex(row.at(4)));
    QVERIFY(ticket::verifyCoseSign1(*message, publicKey));

    // EdDSA has one signature for a message, so that making it gives the published bytes.
    ticket::CoseSign1 made{message->protectedHeader, message->keyId, message->payload, {}};
    ticket::signCoseSign1(made, tests::fromHex(row.at(2)));
    QCOMPARE(ticket::writeCoseSign1(made).toHex(), cbor.toHex());
}

void tst_CoseSign1::everythingSignedCounts()
{
    const QByteArray seed(32, 's');
    const QByteArray publicKey = ticket::publicKeyOf(seed);
    ticket::CoseSign1 message{ticket::eddsaHeader(), "kid", "payload", {}};
    QCOMPARE(message.protectedHeader, QByteArray::fromHex("a10127"));
    ticket::signCoseSign1(message, seed);
    QVERIFY(ticket::verifyCoseSign1(message, publicKey));
    QVERIFY(!ticket::verifyCoseSign1(message, ticket::publicKeyOf(QByteArray(32, 't'))));

    ticket::CoseSign1 altered = message;
    altered.payload = "payloae";
    QVERIFY(!ticket::verifyCoseSign1(altered, publicKey));
    altered = message;
    altered.protectedHeader = QByteArray::fromHex("a201270300");
    QVERIFY(!ticket::verifyCoseSign1(altered, publicKey));
    altered.protectedHeader = QByteArray::fromHex("a10126"); // signed, but it says ES256
    ticket::signCoseSign1(altered, seed);
    QVERIFY(!ticket::verifyCoseSign1(altered, publicKey));
    altered.protectedHeader.clear();
    ticket::signCoseSign1(altered, seed);
    QVERIFY(!ticket::verifyCoseSign1(altered, publicKey));
    // A signature over the payload alone is none over the Sig_structure.
    altered = message;
    altered.signature = ticket::signDetached(message.payload, seed);
    QVERIFY(!ticket::verifyCoseSign1(altered, publicKey));
}

QTEST_GUILESS_MAIN(tst_CoseSign1)
#include "tst_cosesign1.moc"
