// SPDX-License-Identifier: GPL-3.0-or-later
#include "base45.h"
#include "support/fakes.h"
#include "support/table.h"

#include <QTest>

using namespace encore;

class tst_Base45 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void published_data();
    void published();
    void everyGroup();
    void roundTrips();
};

void tst_Base45::published_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bytes");
    for (const QStringList& row : tests::table(QStringLiteral("base45-rfc9285.tsv"), 3))
        QTest::newRow(qUtf8Printable(row.at(0))) << row.at(1) << row.at(2);
}

void tst_Base45::published()
{
    QFETCH(QString, text);
    QFETCH(QString, bytes);
    const std::optional<QByteArray> decoded = ticket::decodeBase45(text);
    if (bytes == u"refused") {
        QVERIFY(!decoded);
        return;
    }
    QVERIFY(decoded);
    QCOMPARE(*decoded, tests::fromHex(bytes));
    QCOMPARE(ticket::encodeBase45(tests::fromHex(bytes)), text);
}

// All pairs of bytes have a group of three characters of their own, all single bytes one of two.
void tst_Base45::everyGroup()
{
    for (int number = 0; number < 0x10000; ++number) {
        QByteArray bytes(1, char(number & 0xff));
        if (number > 0xff)
            bytes.prepend(char(number >> 8));
        const QString text = ticket::encodeBase45(bytes);
        QCOMPARE(text.size(), bytes.size() == 2 ? 3 : 2);
        const std::optional<QByteArray> decoded = ticket::decodeBase45(text);
        QVERIFY(decoded);
        QCOMPARE(*decoded, bytes);
    }
}

void tst_Base45::roundTrips()
{
    support::SeededRandom random(9285);
    for (qsizetype length = 0; length < 500; ++length) {
        const QByteArray bytes = random.bytes(length);
        const std::optional<QByteArray> decoded = ticket::decodeBase45(ticket::encodeBase45(bytes));
        QVERIFY(decoded);
        QCOMPARE(*decoded, bytes);
    }
}

QTEST_GUILESS_MAIN(tst_Base45)
#include "tst_base45.moc"
