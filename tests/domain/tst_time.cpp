// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time.h"

#include <QTest>

using namespace encore::domain;

class tst_Time : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void wallClock_data();
    void wallClock();
    void everyErrorHasWords();
};

void tst_Time::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("UTC") << "2020-01-01T09:00:00Z" << "2020-01-01T09:00:00.000Z";
    QTest::newRow("Seoul") << "2026-11-20T19:00:00+09:00" << "2026-11-20T10:00:00.000Z";
    QTest::newRow("without seconds") << "2026-11-20T19:00-05:00" << "2026-11-21T00:00:00.000Z";
    QTest::newRow("milliseconds") << "2026-11-20T19:00:00.1Z" << "2026-11-20T19:00:00.100Z";
    QTest::newRow("nanoseconds are cut") << "2026-11-20T19:00:00.123999999Z" << "2026-11-20T19:00:00.123Z";
    QTest::newRow("year 9999") << "9999-12-31T23:59:59.999Z" << "9999-12-31T23:59:59.999Z";
    QTest::newRow("leap day") << "2024-02-29T00:00:00Z" << "2024-02-29T00:00:00.000Z";
    QTest::newRow("odd offset") << "2026-01-01T00:00:00+05:45" << "2025-12-31T18:15:00.000Z";
}

void tst_Time::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Result<Instant> instant = parseInstant(text);
    QVERIFY(instant.ok());
    QCOMPARE(formatInstant(*instant), expected);
}

void tst_Time::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("empty") << "" << QByteArray("time.not_iso");
    QTest::newRow("no offset") << "2026-11-20T19:00:00" << QByteArray("time.no_offset");
    QTest::newRow("date only") << "2026-11-20" << QByteArray("time.not_iso");
    QTest::newRow("30 February") << "2026-02-30T19:00:00Z" << QByteArray("time.no_such");
    QTest::newRow("leap day of a common year") << "2026-02-29T19:00:00Z" << QByteArray("time.no_such");
    QTest::newRow("hour 24") << "2026-11-20T24:00:00Z" << QByteArray("time.no_such");
    QTest::newRow("second 60") << "2026-11-20T19:00:60Z" << QByteArray("time.no_such");
    QTest::newRow("offset of 19 hours") << "2026-11-20T19:00:00+19:00" << QByteArray("time.no_such");
    QTest::newRow("before 1970") << "1969-12-31T23:59:59Z" << QByteArray("time.no_such");
    QTest::newRow("before 1970 by its offset") << "1970-01-01T00:00:00+01:00" << QByteArray("time.no_such");
    QTest::newRow("year of five digits") << "10000-01-01T00:00:00Z" << QByteArray("time.not_iso");
    QTest::newRow("trailing text") << "2026-11-20T19:00:00Z " << QByteArray("time.not_iso");
    QTest::newRow("trailing newline") << "2026-11-20T19:00:00Z\n" << QByteArray("time.not_iso");
    QTest::newRow("Arabic digits") << QString::fromUtf8("٢٠٢٦-11-20T19:00:00Z") << QByteArray("time.not_iso");
}

void tst_Time::refuses()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, reason);
    const Result<Instant> instant = parseInstant(text);
    QVERIFY(!instant.ok());
    QCOMPARE(instant.error().message.id, reason);
}

void tst_Time::wallClock_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Seoul") << "Asia/Seoul" << QDate(2026, 11, 20) << QTime(19, 0) << "2026-11-20T10:00:00.000Z";
    QTest::newRow("before the gap") << "Europe/Berlin" << QDate(2026, 3, 29) << QTime(1, 59, 59) << "2026-03-29T00:59:59.000Z";
    QTest::newRow("in the gap") << "Europe/Berlin" << QDate(2026, 3, 29) << QTime(2, 30) << "2026-03-29T01:30:00.000Z";
    QTest::newRow("after the gap") << "Europe/Berlin" << QDate(2026, 3, 29) << QTime(3, 0) << "2026-03-29T01:00:00.000Z";
    QTest::newRow("the first of two") << "Europe/Berlin" << QDate(2026, 10, 25) << QTime(2, 30) << "2026-10-25T00:30:00.000Z";
    QTest::newRow("after the second") << "Europe/Berlin" << QDate(2026, 10, 25) << QTime(3, 0) << "2026-10-25T02:00:00.000Z";
    QTest::newRow("New York gap") << "America/New_York" << QDate(2026, 3, 8) << QTime(2, 15) << "2026-03-08T07:15:00.000Z";
    QTest::newRow("New York twice") << "America/New_York" << QDate(2026, 11, 1) << QTime(1, 30) << "2026-11-01T05:30:00.000Z";
    QTest::newRow("midnight that is jumped over") << "America/Sao_Paulo" << QDate(2018, 11, 4) << QTime(0, 0) << "2018-11-04T03:00:00.000Z";
}

void tst_Time::wallClock()
{
    QFETCH(QString, zone);
    QFETCH(QDate, date);
    QFETCH(QTime, time);
    QFETCH(QString, expected);
    const Result<EventZone> eventZone = EventZone::fromName(zone);
    QVERIFY(eventZone.ok());
    QCOMPARE(formatInstant(eventZone->fromLocal(date, time)), expected);
    QCOMPARE(eventZone->dateOf(eventZone->startOfDay(date)), date);
    QVERIFY(eventZone->dateOf(eventZone->startOfDay(date).plusMs(-1)) < date);
}

void tst_Time::everyErrorHasWords()
{
    for (const char* id : {"time.not_iso", "time.no_offset", "time.no_such", "time.unknown_zone"})
        QVERIFY2(hasWords(id), id);
    for (const char* name : {"", "Nowhere", "KST-9", "UTC+09:00", "Asia/Seoul ", "../etc/passwd"})
        QVERIFY2(!EventZone::fromName(QString::fromLatin1(name)).ok(), name);
    const Result<EventZone> zone = EventZone::fromName(QStringLiteral("Mars/Olympus"));
    QVERIFY(!zone.ok());
    QVERIFY(words(zone.error().message, Language::Korean).contains(QStringLiteral("Mars/Olympus")));
}

QTEST_GUILESS_MAIN(tst_Time)
#include "tst_time.moc"
