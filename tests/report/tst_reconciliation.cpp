// SPDX-License-Identifier: GPL-3.0-or-later

// What a provider's file says against the books: each status from a data file, in every order of lines and entries.

#include "report/reconciliation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace encore;
using namespace encore::report;

namespace
{

std::vector<BookRow> booksOf(const QJsonArray& rows)
{
    std::vector<BookRow> books;
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        BookRow book;
        book.sequence = row[u"seq"].toInteger();
        book.event = domain::enumFromText<ProviderEvent>(row[u"event"].toString()).value();
        book.transaction = row[u"txn"].toString();
        for (const QJsonValue& reference : row[u"refs"].toArray())
            book.references << reference.toString();
        book.currency = domain::Currency::fromCode(row[u"currency"].toString()).value();
        book.amount = row[u"amount"].toInteger();
        if (row.contains(u"fee"))
            book.fee = row[u"fee"].toInteger();
        book.at = domain::parseInstant(row[u"at"].toString()).value();
        books.push_back(book);
    }
    return books;
}

QString said(const MatchResult& result, bool withDifference)
{
    QStringList words{domain::enumText(result.status), result.line ? QString::number(*result.line) : QStringLiteral("-")};
    for (const qint64 entry : result.entries)
        words << QString::number(entry);
    if (!result.suggestions.empty())
        words << QStringLiteral("?");
    for (const qint64 entry : result.suggestions)
        words << QString::number(entry);
    if (withDifference)
        words << QStringLiteral("=") << QString::number(result.difference);
    return words.join(u' ');
}

domain::EventZone seoul()
{
    return domain::EventZone::fromName(QStringLiteral("Asia/Seoul")).value();
}

} // namespace

class tst_Reconciliation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void everyStatusHasACase();
    void noOrderMatters_data() { cases_data(); }
    void noOrderMatters();
    void aHundredThousandLines();

private:
    [[nodiscard]] ProviderFile fileOf(const QJsonObject& test) const;
    [[nodiscard]] std::vector<MatchDecision> decisionsOf(const QJsonObject& test, const ProviderFile& file) const;
    std::set<QString> m_seen;
};

void tst_Reconciliation::cases_data()
{
    QTest::addColumn<QJsonObject>("test");
    QFile file(QStringLiteral(ENCORE_TEST_DATA "/reconcile.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        const QJsonObject test = QJsonDocument::fromJson(file.readLine()).object();
        QVERIFY(!test.isEmpty());
        QTest::newRow(qPrintable(test[u"name"].toString())) << test;
    }
}

ProviderFile tst_Reconciliation::fileOf(const QJsonObject& test) const
{
    const auto format = domain::enumFromText<ProviderFormat>(test[u"format"].toString(QStringLiteral("toss"))).value();
    const QByteArray bytes = test.contains(u"text") ? test[u"text"].toString().toUtf8() : QJsonDocument(test[u"lines"].toArray()).toJson();
    auto file = readProviderFile(format, bytes);
    return file.ok() ? std::move(file).value() : ProviderFile();
}

std::vector<MatchDecision> tst_Reconciliation::decisionsOf(const QJsonObject& test, const ProviderFile& file) const
{
    std::vector<MatchDecision> decisions;
    for (const QJsonValue& value : test[u"decisions"].toArray()) {
        const QJsonObject one = value.toObject();
        MatchDecision decision{file.lines.at(size_t(one[u"line"].toInteger())).identity(), {}, one[u"reason"].toString(), one[u"who"].toString()};
        for (const QJsonValue& entry : one[u"entries"].toArray())
            decision.entries.push_back(entry.toInteger());
        decisions.push_back(decision);
    }
    return decisions;
}

void tst_Reconciliation::cases()
{
    QFETCH(QJsonObject, test);
    const ProviderFile file = fileOf(test);
    QVERIFY(!file.lines.empty());
    const std::vector<BookRow> books = booksOf(test[u"books"].toArray());
    const Reconciliation made = reconcile(file, books, seoul(), decisionsOf(test, file));
    const QJsonArray wanted = test[u"expect"].toArray();
    QStringList got;
    for (size_t i = 0; i < made.results.size(); ++i) {
        const bool withDifference = wanted.at(qsizetype(i)).toString().contains(u'=');
        got << said(made.results[i], withDifference);
        m_seen.insert(domain::enumText(made.results[i].status));
    }
    QStringList expected;
    for (const QJsonValue& one : wanted)
        expected << one.toString();
    QCOMPARE(got, expected);
    // None is lost: lines in are the sum of the statuses, and each entry is somewhere, once unless several lines are one of it.
    qint64 lines = 0;
    for (const auto& [status, sum] : made.sums)
        lines += sum.lines;
    QCOMPARE(lines, qint64(file.lines.size()));
    std::set<qint64> entries;
    for (const MatchResult& result : made.results)
        entries.insert(result.entries.begin(), result.entries.end());
    QCOMPARE(entries.size(), books.size());
}

void tst_Reconciliation::everyStatusHasACase()
{
    for (const auto& status : domain::enumNames<MatchStatus>())
        QVERIFY2(m_seen.contains(QString::fromLatin1(status.name)), status.name);
}

void tst_Reconciliation::noOrderMatters()
{
    QFETCH(QJsonObject, test);
    const ProviderFile file = fileOf(test);
    const std::vector<BookRow> books = booksOf(test[u"books"].toArray());
    const std::vector<MatchDecision> decisions = decisionsOf(test, file);
    const Reconciliation first = reconcile(file, books, seoul(), decisions);
    std::mt19937 shuffler(7);
    for (int round = 0; round < 20; ++round) {
        ProviderFile shuffled = file;
        std::vector<BookRow> mixed = books;
        std::shuffle(shuffled.lines.begin(), shuffled.lines.end(), shuffler);
        std::shuffle(mixed.begin(), mixed.end(), shuffler);
        QCOMPARE(reconcile(shuffled, mixed, seoul(), decisions).hash.toHex(), first.hash.toHex());
    }
}

void tst_Reconciliation::aHundredThousandLines()
{
    constexpr int count = 100'000;
    ProviderFile file;
    std::vector<BookRow> books;
    const domain::Instant at = domain::parseInstant(QStringLiteral("2026-11-03T01:00:00Z")).value();
    for (int i = 0; i < count; ++i) {
        ProviderRow row;
        row.transaction = row.payment = QStringLiteral("k") + QString::number(i);
        row.gross = row.net = 1'000 + i % 7;
        row.occurredAt = at;
        row.payoutDate = QDate(2026, 11, 10);
        ProviderLine line;
        line.line = i + 1;
        line.row = row;
        file.lines.push_back(line);
        if (i % 1'000 == 0)
            continue; // a hundred are missing in the books
        BookRow book;
        book.sequence = i + 1;
        book.transaction = row.transaction;
        book.amount = row.gross + (i % 1'001 == 0 ? 1 : 0);
        book.at = at;
        books.push_back(book);
    }
    const Reconciliation made = reconcile(file, books, seoul());
    QCOMPARE(made.sums.at(MatchStatus::MissingInLedger).lines, 100);
    QCOMPARE(made.sums.at(MatchStatus::AmountMismatch).lines, 99); // the 0th is missing
    QCOMPARE(made.sums.at(MatchStatus::Matched).lines, count - 199);
    QCOMPARE(made.fileGross.at(QStringLiteral("KRW")) - made.bookAmount.at(QStringLiteral("KRW")),
             made.sums.at(MatchStatus::MissingInLedger).gross.at(QStringLiteral("KRW")) - 99);
}

QTEST_APPLESS_MAIN(tst_Reconciliation)
#include "tst_reconciliation.moc"
