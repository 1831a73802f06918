// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace encore::domain;

class tst_Money : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void writesWhatItReads();
    void currencies();
    void refusesToMixAndToOverflow();
    void roundsHalvesUp_data();
    void roundsHalvesUp();
    void vatInsideSumsToTheFee();
    void vatOnTop_data();
    void vatOnTop();
    void splits_data();
    void splits();
    void partsSumToTheWhole();
};

void tst_Money::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("fault"); // empty: none
    const auto row = [](const char* text, const char* currency, qint64 minor, const char* fault = "") {
        QTest::newRow(qPrintable(QString::fromUtf8(text) + u' ' + QLatin1StringView(currency)))
            << QString::fromUtf8(text) << QString::fromLatin1(currency) << minor << QByteArray(fault);
    };
    row("0", "KRW", 0);
    row("60000", "KRW", 60'000);
    row("1,000,000", "KRW", 1'000'000);
    row(" 12,345 ", "KRW", 12'345);
    row("-5", "KRW", -5);
    row("12.5", "KRW", 0, "money.fraction");
    row("12.0", "KRW", 0, "money.fraction");
    row("12.34", "USD", 1'234);
    row("12.3", "USD", 1'230);
    row("12", "USD", 1'200);
    row("0.05", "USD", 5);
    row("12.345", "USD", 0, "money.fraction");
    row("12.345", "KWD", 12'345);
    row("1,00", "KRW", 0, "money.not_a_number");
    row("1,0000", "KRW", 0, "money.not_a_number");
    row(",100", "KRW", 0, "money.not_a_number");
    row("", "KRW", 0, "money.not_a_number");
    row("-", "KRW", 0, "money.not_a_number");
    row("1e9", "KRW", 0, "money.not_a_number");
    row("NaN", "KRW", 0, "money.not_a_number");
    row("٣", "KRW", 0, "money.not_a_number");
    row("12.", "USD", 0, "money.not_a_number");
    row("1.2.3", "USD", 0, "money.not_a_number");
    row("--5", "KRW", 0, "money.not_a_number");
    row("1000000000000", "KRW", mostMinorUnits);
    row("1000000000001", "KRW", 0, "money.overflow");
    row("10000000000000000000", "KRW", 0, "money.overflow");
    row("99999999999999999999999999999999", "KRW", 0, "money.overflow");
    row("10000000000.01", "USD", 0, "money.overflow");
}

void tst_Money::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    QFETCH(QByteArray, fault);
    const Result<Money> money = parseMoney(text, *Currency::fromCode(currency));
    QCOMPARE(money.ok() ? QByteArray() : money.error().message.id, fault);
    if (money)
        QCOMPARE(money->minor, minor);
}

void tst_Money::writesWhatItReads()
{
    QCOMPARE(plainText({12'340, Currency::krw()}), QStringLiteral("12340"));
    QCOMPARE(plainText({5, *Currency::fromCode(QStringLiteral("USD"))}), QStringLiteral("0.05"));
    QCOMPARE(plainText({-1'234, *Currency::fromCode(QStringLiteral("USD"))}), QStringLiteral("-12.34"));
    std::mt19937_64 random(7);
    for (const char* code : {"KRW", "USD", "KWD", "CLF"}) {
        const Currency currency = *Currency::fromCode(QString::fromLatin1(code));
        for (int i = 0; i < 1'000; ++i) {
            const Money money{std::uniform_int_distribution<qint64>(-mostMinorUnits, mostMinorUnits)(random), currency};
            const auto again = parseMoney(plainText(money), currency);
            QVERIFY(again.ok());
            QCOMPARE(again->minor, money.minor);
        }
    }
}

void tst_Money::currencies()
{
    QVERIFY(!Currency::fromCode(QStringLiteral("krw")).ok());
    QVERIFY(!Currency::fromCode(QStringLiteral("WON!")).ok());
    QVERIFY(!Currency::fromCode({}).ok());
    const auto decimals = [](const char* code) { return Currency::fromCode(QString::fromLatin1(code))->decimals(); };
    QCOMPARE(decimals("KRW"), 0);
    QCOMPARE(decimals("JPY"), 0);
    QCOMPARE(decimals("USD"), 2);
    QCOMPARE(decimals("KWD"), 3);
}

void tst_Money::refusesToMixAndToOverflow()
{
    const Money won{5, Currency::krw()};
    const Money yen{5, *Currency::fromCode(QStringLiteral("JPY"))};
    QCOMPARE(add(won, yen).error().message.id, QByteArray("money.mixed"));
    QCOMPARE(add(won, won)->minor, 10);
    QCOMPARE(addMinor(mostMinorUnits, 1).error().message.id, QByteArray("money.overflow"));
    QCOMPARE(addMinor(std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()).error().message.id, QByteArray("money.overflow"));
    QCOMPARE(timesMinor(std::numeric_limits<qint64>::max(), 3).error().message.id, QByteArray("money.overflow"));
    QCOMPARE(*timesMinor(33'333, 3), 99'999);
}

void tst_Money::roundsHalvesUp_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<qint64>("rounded");
    QTest::newRow("half") << qint64(1) << qint64(2) << qint64(1);
    QTest::newRow("below half") << qint64(49) << qint64(100) << qint64(0);
    QTest::newRow("minus half goes up") << qint64(-1) << qint64(2) << qint64(0);
    QTest::newRow("below minus half") << qint64(-51) << qint64(100) << qint64(-1);
    QTest::newRow("minus one and a half") << qint64(-3) << qint64(2) << qint64(-1);
    QTest::newRow("whole") << qint64(-4) << qint64(2) << qint64(-2);
    QTest::newRow("16,816.5") << qint64(336'330) * 500 << qint64(10'000) << qint64(16'817);
}

void tst_Money::roundsHalvesUp()
{
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QTEST(roundHalfUp(numerator, denominator), "rounded");
}

/// Every fee from nothing to a million: the two parts are the fee, and the supply is within half a unit of ten elevenths.
void tst_Money::vatInsideSumsToTheFee()
{
    for (qint64 fee = 0; fee <= 1'000'000; ++fee) {
        const TaxedAmount parts = vatInside(fee);
        const bool sums = parts.supply + parts.vat == fee;
        const qint64 off = 2 * (11 * parts.supply - 10 * fee); // twice eleven times the rounding: (-11, 11]
        if (!sums || off <= -11 || off > 11 || parts.vat < 0)
            QFAIL(qPrintable(QStringLiteral("fee %1: %2 + %3").arg(fee).arg(parts.supply).arg(parts.vat)));
    }
}

void tst_Money::vatOnTop_data()
{
    QTest::addColumn<qint64>("supply");
    QTest::addColumn<qint64>("vat");
    QTest::newRow("2,500") << qint64(2'500) << qint64(250);
    QTest::newRow("16,817") << qint64(16'817) << qint64(1'682);
    QTest::newRow("5 is half") << qint64(5) << qint64(1);
    QTest::newRow("4") << qint64(4) << qint64(0);
    QTest::newRow("0") << qint64(0) << qint64(0);
}

void tst_Money::vatOnTop()
{
    QFETCH(qint64, supply);
    QTEST(encore::domain::vatOnTop(supply).vat, "vat");
}

void tst_Money::splits_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<QList<qint64>>("weights");
    QTest::addColumn<QList<qint64>>("parts");
    QTest::newRow("a discount of 10,000 on three of 33,333") << qint64(10'000) << QList<qint64>{33'333, 33'333, 33'333} << QList<qint64>{3'334, 3'333, 3'333};
    QTest::newRow("its mirror") << qint64(-10'000) << QList<qint64>{33'333, 33'333, 33'333} << QList<qint64>{-3'334, -3'333, -3'333};
    QTest::newRow("largest remainder first") << qint64(10) << QList<qint64>{1, 5, 3} << QList<qint64>{1, 6, 3};
    QTest::newRow("a line of nothing gets nothing") << qint64(7) << QList<qint64>{0, 1, 1} << QList<qint64>{0, 4, 3};
    QTest::newRow("nothing to give") << qint64(0) << QList<qint64>{0, 0} << QList<qint64>{0, 0};
    QTest::newRow("no lines") << qint64(0) << QList<qint64>{} << QList<qint64>{};
}

void tst_Money::splits()
{
    QFETCH(qint64, total);
    QFETCH(QList<qint64>, weights);
    QFETCH(QList<qint64>, parts);
    const std::vector<qint64> got = split(total, {weights.constData(), size_t(weights.size())});
    QCOMPARE(QList<qint64>(got.begin(), got.end()), parts);
}

void tst_Money::partsSumToTheWhole()
{
    std::mt19937_64 random(20261121);
    for (int round = 0; round < 100'000; ++round) {
        std::vector<qint64> weights(std::uniform_int_distribution<size_t>(1, 40)(random));
        const qint64 most = round % 2 ? 1'000 : mostMinorUnits;
        for (qint64& weight : weights)
            weight = std::uniform_int_distribution<qint64>(0, most)(random);
        weights.front() += 1;
        const qint64 total = std::uniform_int_distribution<qint64>(-most, most)(random);
        const std::vector<qint64> parts = split(total, weights);
        const __int128 sum = std::accumulate(weights.begin(), weights.end(), __int128(0));
        bool fair = std::accumulate(parts.begin(), parts.end(), qint64(0)) == total;
        for (size_t i = 0; i < parts.size(); ++i) {
            const __int128 off = __int128(parts[i]) * sum - __int128(total) * weights[i]; // less than one unit away from the exact share
            fair = fair && off < sum && off > -sum;
        }
        if (!fair)
            QFAIL(qPrintable(QStringLiteral("round %1: %2 over %3 lines").arg(round).arg(total).arg(weights.size())));
    }
}

QTEST_APPLESS_MAIN(tst_Money)
#include "tst_money.moc"
