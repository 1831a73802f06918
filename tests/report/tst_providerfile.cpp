// SPDX-License-Identifier: GPL-3.0-or-later

// Files of payment providers: the published examples, and what people send instead.

#include "report/providerfile.h"

#include <QStringEncoder>
#include <QTest>

using namespace encore;
using namespace encore::report;

namespace
{

/// A settlement as docs.tosspayments.com has it, with other names.
QByteArray toss(const QByteArray& more)
{
    return R"([{"mId":"m","paymentKey":"pk","transactionKey":"tk","orderId":"order-1","currency":"KRW","method":"카드","approvedAt":"2025-02-09T06:58:32+09:00",)"
           R"("soldDate":"2025-02-09","paidOutDate":"2025-02-13","cancel":null,)"
        + more + "}]";
}

const char* const adyenTitles = "Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Creation Date,TimeZone,Type,Modification Reference,"
                                "Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),"
                                "Scheme Fees (NC),Interchange (NC),Payment Method Variant,Modification Merchant Reference,Batch Number,Reserved4,Reserved5,Reserved6,"
                                "Reserved7,Reserved8,Reserved9,Reserved10\n";
const char* const stripeTitles = "automatic_payout_id,automatic_payout_effective_at_utc,balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,charge_id,"
                                 "payment_metadata[order_id]\n";
const char* const stripeLine = "po_1,2026-11-10 00:00:00,txn_1,2026-11-03 01:00:00,usd,50.00,1.75,48.25,charge,ch_1,order-1\n";

} // namespace

class tst_ProviderFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tossExamples_data();
    void tossExamples();
    void tossCancelled();
    void adyenDirectionAndZone();
    void stripe();
    void mapped();
    void differentOnlyInForm_data();
    void differentOnlyInForm();
    void decimals_data();
    void decimals();
    void refusedWhole_data();
    void refusedWhole();
    void faultsOfALine_data();
    void faultsOfALine();
    void mappings_data();
    void mappings();
};

void tst_ProviderFile::tossExamples_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<qint64>("fee");
    QTest::addColumn<qint64>("supply");
    QTest::addColumn<qint64>("vat");
    QTest::addColumn<qint64>("payout");
    QTest::newRow("860") << qint64(43'000) << qint64(860) << qint64(782) << qint64(78) << qint64(42'140); // the amount is ours
    QTest::newRow("1492") << qint64(64'601) << qint64(1'492) << qint64(1'356) << qint64(136) << qint64(63'109);
    QTest::newRow("859950") << qint64(3'280'000) << qint64(859'950) << qint64(781'773) << qint64(78'177) << qint64(2'420'050);
}

void tst_ProviderFile::tossExamples()
{
    QFETCH(qint64, amount);
    QFETCH(qint64, fee);
    QFETCH(qint64, supply);
    QFETCH(qint64, vat);
    QFETCH(qint64, payout);
    QCOMPARE(domain::vatInside(fee), (domain::TaxedAmount{supply, vat}));
    const auto number = [](const char* name, qint64 value) { return QByteArray(QByteArray("\"") + name + "\":" + QByteArray::number(value)); };
    const QByteArray numbers = number("amount", amount) + "," + number("interestFee", 0) + "," + number("fee", fee) + "," + number("supplyAmount", supply) + "," + number("vat", vat);
    const auto file = readProviderFile(ProviderFormat::Toss, toss(numbers + "," + number("payOutAmount", payout)));
    QVERIFY(file.ok());
    QCOMPARE(file->lines.size(), size_t(1));
    QVERIFY2(file->lines[0].row, file->lines[0].fault.id.constData());
    const ProviderRow& row = *file->lines[0].row;
    QCOMPARE(row.net, payout);
    QCOMPARE(row.fee, fee);
    QCOMPARE(row.vat, vat);
    QCOMPARE(row.event, ProviderEvent::Payment);
    QCOMPARE(row.fault.id, QByteArray());
    QCOMPARE(domain::formatInstant(row.occurredAt), QStringLiteral("2025-02-08T21:58:32.000Z"));
    QCOMPARE(row.payoutDate, QDate(2025, 2, 13));
    const auto wrong = readProviderFile(ProviderFormat::Toss, toss(numbers + "," + number("payOutAmount", payout + 1)));
    QCOMPARE(wrong->lines[0].row->fault.id, QByteArray("provider.net"));
}

void tst_ProviderFile::tossCancelled()
{
    const auto file = readProviderFile(ProviderFormat::Toss, R"([{"paymentKey":"pk","transactionKey":"ck","orderId":"o","currency":"KRW","approvedAt":"2023-11-25T13:03:39+09:00",
        "paidOutDate":"2023-11-30","cancel":{"transactionKey":"ck","canceledAt":"2023-11-25T13:40:03+09:00","cancelAmount":99800},
        "amount":-99800,"fees":[{"type":"BASE","fee":-2250}],"fee":"-2250","supplyAmount":-2045,"vat":"-205","payOutAmount":-97550}])");
    QVERIFY(file.ok() && file->lines[0].row);
    const ProviderRow& row = *file->lines[0].row;
    QCOMPARE(row.event, ProviderEvent::Refund);
    QCOMPARE(row.gross, -99'800);
    QCOMPARE(row.net, -97'550);
    QCOMPARE(row.fault.id, QByteArray());
    QCOMPARE(domain::formatInstant(row.occurredAt), QStringLiteral("2023-11-25T04:40:03.000Z")); // when it was cancelled
}

void tst_ProviderFile::adyenDirectionAndZone()
{
    const auto file = readProviderFile(ProviderFormat::Adyen,
                                       QByteArray(adyenTitles)
                                           + "C,M,1813702551707653,3vpzf7,visa,2013-06-03 11:26:49,CET,Settled,1713702551795048,GBP,,5.00,1,GBP,,4.88,,0.04,0.01,0.07,visaclassic,,,,,,,,,\n"
                                             "C,M,1313642467023511,324959451,visa,2013-03-26 22:37:26,CEST,Chargeback,2313642467170922,EUR,349.99,,1,EUR,357.49,,7.5,,,,visaclassic,,,,,,,,,\n"
                                             "C,M,,,,2013-06-11 04:55:40,BST,Fee,Transaction Fees June 2013,,,,,EUR,1.10,,,,,,,,,,,,,,,\n");
    QVERIFY(file.ok());
    QCOMPARE(file->lines.size(), size_t(3));
    for (const ProviderLine& line : file->lines)
        QVERIFY2(line.row, line.fault.id.constData());
    const ProviderRow& settled = *file->lines[0].row;
    QCOMPARE(settled.gross, 500);
    QCOMPARE(settled.fee, 12);
    QCOMPARE(settled.net, 488);
    QCOMPARE(settled.fault.id, QByteArray());
    QCOMPARE(domain::formatInstant(settled.occurredAt), QStringLiteral("2013-06-03T10:26:49.000Z")); // the column says winter time
    const ProviderRow& lost = *file->lines[1].row;
    QCOMPARE(lost.event, ProviderEvent::Chargeback);
    QCOMPARE(lost.gross, -34'999);
    QCOMPARE(lost.net, -35'749);
    QCOMPARE(domain::formatInstant(lost.occurredAt), QStringLiteral("2013-03-26T20:37:26.000Z"));
    QCOMPARE(file->lines[2].row->event, ProviderEvent::Fee);
    QCOMPARE(file->lines[2].row->gross, -110);
}

void tst_ProviderFile::stripe()
{
    const auto file = readProviderFile(ProviderFormat::Stripe, QByteArray(stripeTitles) + stripeLine
                                           + ",,txn_2,2026-11-03 02:00:00,usd,-20.00,0.00,-20.00,refund,ch_1,order-1\n"
                                             "po_1,2026-11-10,txn_3,2026-11-10 00:00:00,usd,-28.25,0,-28.25,payout,,\n");
    QVERIFY(file.ok());
    QCOMPARE(file->lines.size(), size_t(3));
    const ProviderRow& paid = *file->lines[0].row;
    QCOMPARE(paid.gross, 5'000);
    QCOMPARE(paid.net, 4'825);
    QCOMPARE(paid.reference, QStringLiteral("order-1"));
    QVERIFY(paid.payoutDate.isValid());
    QCOMPARE(file->lines[1].row->event, ProviderEvent::Refund);
    QVERIFY(!file->lines[1].row->payoutDate.isValid());
    QCOMPARE(file->lines[2].row->event, ProviderEvent::Payout);
}

void tst_ProviderFile::mapped()
{
    const auto mapping = readMapping(R"({"columns":{"transaction":"번호","reference":"주문","type":"구분","gross":"금액","fee":"수수료","occurred_at":"일시"},
        "types":{"승인":"payment","취소":"refund"},"currency":"KRW","zone":"Asia/Seoul"})");
    QVERIFY(mapping.ok());
    const auto file = readProviderFile(ProviderFormat::Generic, QStringLiteral("일시\t구분\t번호\t주문\t금액\t수수료\n2026-11-03 10:00\t승인\t7\tA\t12,000\t360\n"
                                                                              "2026-11-04\t취소\t8\tA\t-12,000\t-360\n2026-11-04\t보류\t9\tB\t1\t0\n").toUtf8(), *mapping);
    QVERIFY(file.ok());
    QCOMPARE(file->lines.size(), size_t(3));
    QCOMPARE(file->lines[0].row->gross, 12'000);
    QCOMPARE(file->lines[0].row->net, 11'640);
    QCOMPARE(domain::formatInstant(file->lines[0].row->occurredAt), QStringLiteral("2026-11-03T01:00:00.000Z"));
    QCOMPARE(file->lines[1].row->event, ProviderEvent::Refund);
    QVERIFY(file->lines[2].isUnknownType);
}

void tst_ProviderFile::differentOnlyInForm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString plain = QString::fromUtf8(QByteArray(stripeTitles) + stripeLine);
    QTest::newRow("plain") << plain.toUtf8();
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF" + plain.toUtf8());
    QTest::newRow("CRLF") << QString(plain).replace(u'\n', QStringLiteral("\r\n")).toUtf8();
    QTest::newRow("semicolon") << QString(plain).replace(u',', u';').toUtf8();
    QTest::newRow("semicolon and decimal comma") << QString(plain).replace(u',', u';').replace(QStringLiteral("50.00"), QStringLiteral("50,00")).replace(QStringLiteral("1.75"), QStringLiteral("1,75")).replace(QStringLiteral("48.25"), QStringLiteral("48,25")).toUtf8();
    QTest::newRow("tab") << QString(plain).replace(u',', u'\t').toUtf8();
    QTest::newRow("titles in capitals") << QString(plain).replace(QStringLiteral("gross"), QStringLiteral("GROSS")).toUtf8();
    QStringList titles = plain.section(u'\n', 0, 0).split(u',');
    QStringList cells = plain.section(u'\n', 1, 1).split(u',');
    std::reverse(titles.begin(), titles.end());
    std::reverse(cells.begin(), cells.end());
    QTest::newRow("columns in another order") << QByteArray((titles.join(u',') + u'\n' + cells.join(u',')).toUtf8());
    QTest::newRow("a column more") << QByteArray((u"note," + plain.section(u'\n', 0, 0) + u"\nhello," + plain.section(u'\n', 1, 1)).toUtf8());
}

void tst_ProviderFile::differentOnlyInForm()
{
    QFETCH(QByteArray, bytes);
    const auto plain = readProviderFile(ProviderFormat::Stripe, QByteArray(stripeTitles) + stripeLine);
    const auto file = readProviderFile(ProviderFormat::Stripe, bytes);
    QVERIFY2(file.ok(), file.ok() ? "" : file.error().message.id.constData());
    QCOMPARE(file->lines.size(), size_t(1));
    QCOMPARE(file->lines[0].identity(), plain->lines[0].identity());
}

void tst_ProviderFile::decimals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("point") << "1234.50" << "USD" << qint64(123'450);
    QTest::newRow("groups") << "1,234.50" << "USD" << qint64(123'450);
    QTest::newRow("comma") << "1234,50" << "USD" << qint64(123'450);
    QTest::newRow("points group") << "1.234,50" << "USD" << qint64(123'450);
    QTest::newRow("a group alone") << "1,234" << "USD" << qint64(123'400);
    QTest::newRow("below zero") << "-12.30" << "USD" << qint64(-1'230);
    QTest::newRow("a minus sign of its own") << QStringLiteral("−12.30") << "USD" << qint64(-1'230);
    QTest::newRow("won") << "50,000" << "KRW" << qint64(50'000);
    QTest::newRow("won with a fraction of nothing") << "50000.00" << "KRW" << qint64(50'000);
    QTest::newRow("three decimals") << "1.234" << "KWD" << qint64(1'234);
}

void tst_ProviderFile::decimals()
{
    QFETCH(QString, text);
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    ColumnMapping mapping;
    mapping.gross = QStringLiteral("a");
    mapping.occurredAt = QStringLiteral("t");
    mapping.onlyCurrency = currency;
    mapping.zone = QStringLiteral("UTC");
    const auto file = readProviderFile(ProviderFormat::Generic, QString(QStringLiteral("a;t\n") + text + QStringLiteral(";2026-11-03\n")).toUtf8(), mapping);
    QVERIFY(file.ok());
    QVERIFY2(file->lines[0].row, file->lines[0].fault.id.constData());
    QCOMPARE(file->lines[0].row->gross, minor);
}

void tst_ProviderFile::refusedWhole_data()
{
    QTest::addColumn<ProviderFormat>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("why");
    using enum ProviderFormat;
    QTest::newRow("empty") << Toss << QByteArray() << QByteArray("provider.empty");
    QTest::newRow("blanks") << Adyen << QByteArray(" \r\n\n") << QByteArray("provider.empty");
    QTest::newRow("an empty list") << Toss << QByteArray("[]") << QByteArray("provider.empty");
    QTest::newRow("titles only") << Stripe << QByteArray(stripeTitles) << QByteArray("table.empty");
    QTest::newRow("a page in place of JSON") << Toss << QByteArray("<html>Sign in</html>") << QByteArray("provider.no_array");
    QTest::newRow("an error in place of a list") << Toss << QByteArray(R"({"code":"UNAUTHORIZED_KEY"})") << QByteArray("provider.no_array");
    QTest::newRow("cut JSON") << Toss << toss("\"amount\":1").chopped(3) << QByteArray("provider.no_array");
    QTest::newRow("a picture") << Stripe << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\xfd", 19) << QByteArray("table.no_text");
    QTest::newRow("a title twice") << Stripe << QByteArray(QByteArray(stripeTitles).replace("charge_id", "gross") + stripeLine) << QByteArray("table.title_twice");
    QTest::newRow("a column missing") << Stripe << QByteArray(QByteArray(stripeTitles).replace("net", "nett") + stripeLine) << QByteArray("provider.no_column");
    QTest::newRow("another provider's") << Adyen << QByteArray(QByteArray(stripeTitles) + stripeLine) << QByteArray("provider.no_column");
    QTest::newRow("more cells than titles") << Stripe << QByteArray(QByteArray(stripeTitles) + QByteArray(stripeLine).replace("\n", ",,,x\n")) << QByteArray("table.cells");
    QTest::newRow("an open quote") << Stripe << QByteArray(QByteArray(stripeTitles) + "\"po_1,") << QByteArray("table.quotes");
}

void tst_ProviderFile::refusedWhole()
{
    QFETCH(ProviderFormat, format);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, why);
    const auto file = readProviderFile(format, bytes);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().message.id, why);
}

void tst_ProviderFile::faultsOfALine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("why");
    const QByteArray line = stripeLine;
    QTest::newRow("no amount") << QByteArray(line).replace("50.00", "fifty") << QByteArray("provider.amount");
    QTest::newRow("two signs") << QByteArray(line).replace("50.00", "--50.00") << QByteArray("provider.amount");
    QTest::newRow("more decimals than the currency has") << QByteArray(line).replace("50.00", "50.001") << QByteArray("provider.amount");
    QTest::newRow("no currency") << QByteArray(line).replace("usd", "us") << QByteArray("money.no_currency");
    QTest::newRow("no time") << QByteArray(line).replace("2026-11-03 01:00:00", "yesterday") << QByteArray("provider.time");
    QTest::newRow("no such day") << QByteArray(line).replace("2026-11-03", "2026-02-30") << QByteArray("provider.time");
    QTest::newRow("an unknown type") << QByteArray(line).replace("charge,", "barter,") << QByteArray("provider.type");
}

/// The rest of the file is read all the same.
void tst_ProviderFile::faultsOfALine()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, why);
    const auto file = readProviderFile(ProviderFormat::Stripe, QByteArray(stripeTitles) + line + stripeLine);
    QVERIFY(file.ok());
    QCOMPARE(file->lines.size(), size_t(2));
    QVERIFY(!file->lines[0].row);
    QCOMPARE(file->lines[0].fault.id, why);
    QVERIFY(file->lines[1].row);
    QCOMPARE(file->lines[1].line, 3);
}

void tst_ProviderFile::mappings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good") << QByteArray(R"({"columns":{"gross":"a","occurred_at":"b"},"currency":"KRW"})") << true;
    QTest::newRow("no JSON") << QByteArray("gross=a") << false;
    QTest::newRow("no amount") << QByteArray(R"({"columns":{"occurred_at":"b"},"currency":"KRW"})") << false;
    QTest::newRow("no time") << QByteArray(R"({"columns":{"gross":"a"},"currency":"KRW"})") << false;
    QTest::newRow("no currency") << QByteArray(R"({"columns":{"gross":"a","occurred_at":"b"}})") << false;
    QTest::newRow("a column that nobody knows") << QByteArray(R"({"columns":{"gross":"a","occurred_at":"b","colour":"c"},"currency":"KRW"})") << false;
    QTest::newRow("a type that nobody knows") << QByteArray(R"({"columns":{"gross":"a","occurred_at":"b"},"types":{"x":"gift"},"currency":"KRW"})") << false;
}

void tst_ProviderFile::mappings()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isGood);
    const auto mapping = readMapping(json);
    QCOMPARE(mapping.ok(), isGood);
    if (!isGood)
        QCOMPARE(mapping.error().message.id, QByteArray("provider.mapping"));
}

QTEST_APPLESS_MAIN(tst_ProviderFile)
#include "tst_providerfile.moc"
