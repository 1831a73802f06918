// SPDX-License-Identifier: GPL-3.0-or-later
#include "codes.h"
#include "pretixsig1.h"
#include "signature.h"
#include "support/fakes.h"
#include "support/table.h"
#include "ticket/ticketcode.h"

#include <QTest>

#include <algorithm>

using namespace encore;

class tst_PretixSig1 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void published_data();
    void published();
    void reads();
    void maps();
    void severalKeys();
    void payloads_data();
    void payloads();
    void twins_data();
    void twins();
    void everyBit();
    void everyTruncation();
    void randomTicketsRoundTrip();
};

namespace
{
domain::Issuer pretix()
{
    domain::Issuer issuer = tests::issuer(domain::IssuerKind::PretixSig1, tests::foreignKey().publicKey);
    issuer.products[QStringLiteral("1")] = tests::idOf<domain::ProductId>('1');
    issuer.performances[QStringLiteral("14")] = tests::idOf<domain::PerformanceId>('p');
    return issuer;
}

QString codeOf(const QByteArray& payload)
{
    return ticket::writePretixCode(payload, ticket::signDetached(payload, tests::foreignKey().seed));
}

QString codeOf(const ticket::PretixTicket& ticket)
{
    return codeOf(ticket::encodePretixTicket(ticket));
}

const ticket::PretixTicket sample{"CTJqJOl1H", 1, 0, 14, 0, 0};

bool verifies(const QString& text)
{
    return ticket::verifyCode(text, {pretix()}).has_value();
}

QByteArray bytesOf(QString code)
{
    std::reverse(code.begin(), code.end());
    return QByteArray::fromBase64(code.toLatin1());
}

QString textOf(const QByteArray& base64)
{
    QString text = QString::fromLatin1(base64);
    std::reverse(text.begin(), text.end());
    return text;
}
} // namespace

void tst_PretixSig1::published_data()
{
    QTest::addColumn<QStringList>("row");
    int number = 0;
    for (const QStringList& row : tests::table(QStringLiteral("pretix-libpretixsync.tsv"), 6))
        QTest::addRow("key %d", ++number) << row;
}

void tst_PretixSig1::published()
{
    QFETCH(QStringList, row);
    const domain::Result<QByteArray> key = ticket::parsePublicKey(row.at(0));
    QVERIFY(key.ok());
    domain::Issuer issuer = tests::issuer(domain::IssuerKind::PretixSig1, *key);
    issuer.products[row.at(3)] = tests::idOf<domain::ProductId>('1');
    issuer.performances[row.at(4)] = tests::idOf<domain::PerformanceId>('p');
    const auto verified = ticket::verifyCode(row.at(1), {issuer});
    QCOMPARE(verified.has_value(), row.at(5) == u"verifies");
    if (!verified)
        return;
    QCOMPARE(verified->kind, ticket::CodeKind::PretixSig1);
    QCOMPARE(ticket::codeKindText(verified->kind), QStringLiteral("pretix_sig1"));
    QCOMPARE(verified->signedId.uuid(), QUuid::createUuidV5(issuer.id.uuid(), tests::fromHex(row.at(2))));
    QCOMPARE(verified->productId.value(), tests::idOf<domain::ProductId>('1'));
    QCOMPARE(verified->performanceId.value(), tests::idOf<domain::PerformanceId>('p'));
    QVERIFY(!verified->validFrom && !verified->validUntil && verified->seat.isEmpty());
}

void tst_PretixSig1::reads()
{
    const ticket::PretixTicket everything{"seed", 1, 2, 14, 1'782'381'600, 1'782'403'200};
    const auto code = ticket::readPretixCode(codeOf(everything));
    QVERIFY(code);
    QCOMPARE(code->ticket.seed, QByteArray("seed"));
    QCOMPARE(code->ticket.item, 1);
    QCOMPARE(code->ticket.variation, 2);
    QCOMPARE(code->ticket.subevent, 14);
    const auto verified = ticket::verifyCode(codeOf(everything), {pretix()});
    QVERIFY(verified);
    QCOMPARE(verified->validFrom.value().ms, 1'782'381'600'000);
    QCOMPARE(verified->validUntil.value().ms, 1'782'403'200'000); // "until" itself is inside
}

void tst_PretixSig1::maps()
{
    ticket::PretixTicket other = sample;
    other.item = 2;
    other.subevent = 0;
    auto verified = ticket::verifyCode(codeOf(other), {pretix()});
    QVERIFY(verified);
    QVERIFY(!verified->productId);
    QVERIFY(!verified->performanceId);
    domain::Issuer withoutSeries = pretix();
    withoutSeries.performances[QStringLiteral("0")] = tests::idOf<domain::PerformanceId>('q');
    verified = ticket::verifyCode(codeOf(other), {withoutSeries});
    QVERIFY(verified);
    QCOMPARE(verified->performanceId.value(), tests::idOf<domain::PerformanceId>('q'));
}

void tst_PretixSig1::severalKeys()
{
    domain::Issuer first = tests::issuer(domain::IssuerKind::PretixSig1, tests::houseKey().publicKey);
    first.id = tests::idOf<domain::IssuerId>('1');
    const auto verified = ticket::verifyCode(codeOf(sample), {first, pretix()});
    QVERIFY(verified);
    QCOMPARE(verified->issuer, pretix().id);
    QVERIFY(!ticket::verifyCode(codeOf(sample), {first}));
    QVERIFY(!ticket::verifyCode(codeOf(sample), {}));
    domain::Issuer asEncore = pretix();
    asEncore.kind = domain::IssuerKind::Encore;
    QVERIFY(!ticket::verifyCode(codeOf(sample), {asEncore}));
    // The same payload by two issuers is two tickets.
    domain::Issuer second = pretix();
    second.id = tests::idOf<domain::IssuerId>('2');
    QVERIFY(ticket::verifyCode(codeOf(sample), {second})->signedId != verified->signedId);
}

void tst_PretixSig1::payloads_data()
{
    QTest::addColumn<QString>("hex");
    QTest::addColumn<bool>("expected");
    for (const QStringList& row : tests::table(QStringLiteral("hostilepretix.tsv"), 3))
        QTest::newRow(qUtf8Printable(row.at(0))) << row.at(1) << (row.at(2) == u"verifies");
}

void tst_PretixSig1::payloads()
{
    QFETCH(QString, hex);
    QFETCH(bool, expected);
    QCOMPARE(verifies(codeOf(tests::fromHex(hex.remove(u' ')))), expected);
}

// Other texts of the very same bytes: each would be the same ticket once more.
void tst_PretixSig1::twins_data()
{
    QTest::addColumn<QString>("text");
    ticket::PretixTicket padded = sample;
    padded.seed = "CTJqJOl1"; // 83 bytes: base64 ends in one "="
    const QString code = codeOf(padded);
    const QByteArray base64 = bytesOf(code).toBase64();
    QTest::newRow("spare bits") << textOf(base64.chopped(2) + char(base64.at(base64.size() - 2) + 1) + '=');
    QTest::newRow("without padding") << textOf(base64.chopped(1));
    QTest::newRow("more padding") << textOf(base64 + '=');
    QTest::newRow("a space in front") << u' ' + code;
    QTest::newRow("a space behind") << code + u' ';
    QTest::newRow("a space inside") << QString(code).insert(50, u' ');
    QTest::newRow("a line end inside") << QString(code).insert(76, u'\n');
    QTest::newRow("a dash inside") << QString(code).insert(50, u'-');
    QTest::newRow("letters behind the padding") << textOf(base64 + "AAAA");
    QTest::newRow("base64url") << textOf(bytesOf(code).toBase64(QByteArray::Base64UrlEncoding));
    QTest::newRow("not reversed") << QString::fromLatin1(base64);
    QTest::newRow("a byte behind") << textOf(bytesOf(code).append('\0').toBase64());
    QTest::newRow("another version") << textOf(bytesOf(code).replace(0, 1, "\x02").toBase64());
    QTest::newRow("a letter beyond Latin-1") << QString(code).replace(10, 1, QChar(code.at(10).unicode() + 0x100));
    QTest::newRow("lower case") << code.toLower();
    QTest::newRow("empty") << QString();
    QTest::newRow("padding alone") << QStringLiteral("==");
}

void tst_PretixSig1::twins()
{
    QFETCH(QString, text);
    ticket::PretixTicket padded = sample;
    padded.seed = "CTJqJOl1";
    QVERIFY(verifies(codeOf(padded)));
    QVERIFY(text != codeOf(padded));
    QVERIFY(!verifies(text));
}

void tst_PretixSig1::everyBit()
{
    const QByteArray good = bytesOf(codeOf(sample));
    QVERIFY(verifies(textOf(good.toBase64())));
    for (qsizetype bit = 0; bit < good.size() * 8; ++bit) {
        QByteArray altered = good;
        altered[bit / 8] = char(altered.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY2(!verifies(textOf(altered.toBase64())), qPrintable(QString::number(bit)));
    }
}

void tst_PretixSig1::everyTruncation()
{
    const QString code = codeOf(sample);
    for (qsizetype length = 0; length < code.size(); ++length) {
        QVERIFY(!verifies(code.left(length)));
        QVERIFY(!verifies(code.right(length)));
    }
}

void tst_PretixSig1::randomTicketsRoundTrip()
{
    support::SeededRandom random(6);
    const auto number = [&random] {
        const QByteArray bytes = random.bytes(9);
        quint64 value = 0;
        for (int at = 1; at <= quint8(bytes.at(0)) % 9; ++at)
            value = value << 8 | quint8(bytes.at(at));
        return qint64(value);
    };
    for (int round = 0; round < 1000; ++round) {
        const ticket::PretixTicket ticket{
            random.bytes(round % 10).toHex(), number(), number(), number(), number(), number()};
        const QByteArray payload = ticket::encodePretixTicket(ticket);
        const auto again = ticket::decodePretixTicket(payload);
        QVERIFY(again);
        QCOMPARE(again->seed, ticket.seed);
        QCOMPARE(again->item, ticket.item);
        QCOMPARE(again->variation, ticket.variation);
        QCOMPARE(again->subevent, ticket.subevent);
        QCOMPARE(again->validFrom, ticket.validFrom);
        QCOMPARE(again->validUntil, ticket.validUntil);
        QVERIFY(ticket::readPretixCode(codeOf(ticket)));
    }
}

QTEST_GUILESS_MAIN(tst_PretixSig1)
#include "tst_pretixsig1.moc"
