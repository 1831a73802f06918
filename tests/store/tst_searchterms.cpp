// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchterms.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace encore::store;

/// Reading rows and asking the index must find the same people.
class tst_SearchTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsTheIndex_data();
    void sameAsTheIndex();
};

void tst_SearchTerms::sameAsTheIndex_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("found");
    const std::pair<const char*, int> queries[] = {{"김", 2},      {"김하나", 1},  {"하나", 0},       {"jose", 1},       {"JOSÉ", 1},     {"jos per", 1}, {"per jos", 1},
                                                   {"b10", 2},     {"b100", 1},    {"example", 4},    {"b1@example", 3}, {"exam ple", 0}, {"o'brien", 1}, {"brien", 1},
                                                   {"\"", 0},      {"* OR *", 5},  {"NEAR(김 b10)", 0}, {"ß", 1},        {"straße", 1},   {"7", 1},       {"기", 0}};
    for (const auto& [query, found] : queries)
        QTest::newRow(query) << QString::fromUtf8(query) << found;
}

void tst_SearchTerms::sameAsTheIndex()
{
    QFETCH(QString, query);
    QFETCH(int, found);
    const QStringList people{QStringLiteral("김하나 b10@example.org"), QStringLiteral("김 하늘 b1@example.org"), QStringLiteral("José Pérez b100@example.org"),
                             QStringLiteral("O'Brien-Orwell 7"),       QStringLiteral("ß straße x@example.org")};
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("terms"));
        database.setDatabaseName(QStringLiteral(":memory:"));
        QVERIFY(database.open());
        QSqlQuery sql(database);
        QVERIFY(sql.exec(QStringLiteral("CREATE VIRTUAL TABLE s USING fts5 (text, prefix = '1 2 3', detail = 'none', tokenize = \"unicode61 remove_diacritics 2\")")));
        for (const QString& person : people) {
            sql.prepare(QStringLiteral("INSERT INTO s VALUES (?)"));
            sql.addBindValue(person);
            QVERIFY(sql.exec());
        }
        QStringList byIndex;
        if (const QString terms = prefixTerms(query); !terms.isEmpty()) {
            sql.prepare(QStringLiteral("SELECT text FROM s WHERE s MATCH ? ORDER BY rowid"));
            sql.addBindValue(terms);
            QVERIFY(sql.exec());
            while (sql.next())
                byIndex << sql.value(0).toString();
        }
        QStringList byReading;
        const QStringList words = foldedWords(query);
        for (const QString& person : people) {
            if (!words.isEmpty() && hasPrefixes(person, words))
                byReading << person;
        }
        QCOMPARE(byReading, byIndex);
        QCOMPARE(byIndex.size(), found);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("terms"));
}

QTEST_GUILESS_MAIN(tst_SearchTerms)
#include "tst_searchterms.moc"
