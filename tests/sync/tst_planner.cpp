// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/planner.h"

#include <QTest>

using namespace encore;
using sync::Lane;
using sync::Page;
using sync::Planner;
using sync::Response;
using sync::Trouble;

namespace
{

Page page(const char* epoch, qint64 from, qint64 to, bool hasMore = false, const char* next = "")
{
    Page made;
    made.epoch = QString::fromLatin1(epoch);
    made.from = from;
    made.to = to;
    made.hasMore = hasMore;
    made.next = QString::fromLatin1(next);
    return made;
}

void take(Planner& planner, const Page& taken)
{
    planner.settled(planner.take(taken), taken);
}

} // namespace

class tst_Planner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEverythingFirst();
    void followsFromThenOn();
    void takesOnlyWhatFollows();
    void waitsLongerEachTime();
    void obeysRetryAfter();
    void whatOnlyAPersonCanMendStops();
    void whatItIs_data();
    void whatItIs();
    void mendsOnceOnly();
};

void tst_Planner::takesEverythingFirst()
{
    Planner planner({}, 0);
    QVERIFY(planner.nextPull().isSnapshot);
    QVERIFY(planner.take(page("e", 0, 5, true, "tickets:x")) == Planner::Taking::Stage);
    take(planner, page("e", 0, 5, true, "tickets:x"));
    QCOMPARE(planner.nextPull().next, QStringLiteral("tickets:x"));
    take(planner, page("e", 0, 6)); // its end; what changed since the first page is still to come
    QVERIFY(!planner.nextPull().isSnapshot);
    QCOMPARE(planner.nextPull().cursor, 5);
    QCOMPARE(planner.nextPull().waitSeconds, 0);
    QVERIFY(planner.take(page("e", 5, 8)) == Planner::Taking::ApplyAnew);
    take(planner, page("e", 5, 8));
    QVERIFY(!planner.isTakingAnew());
    QCOMPARE(planner.cursor(), 8);
}

void tst_Planner::followsFromThenOn()
{
    Planner planner(QStringLiteral("e"), 8);
    QVERIFY(planner.nextPull().waitSeconds > 0);
    QVERIFY(planner.take(page("e", 8, 10, true)) == Planner::Taking::Stage);
    take(planner, page("e", 8, 10, true));
    QCOMPARE(planner.nextPull().cursor, 10);
    QCOMPARE(planner.nextPull().waitSeconds, 0); // there is more
    QVERIFY(planner.take(page("e", 10, 11)) == Planner::Taking::Apply);
}

void tst_Planner::takesOnlyWhatFollows()
{
    Planner planner(QStringLiteral("e"), 8);
    QVERIFY(planner.take(page("e", 7, 9)) == Planner::Taking::Drop);
    QVERIFY(planner.take(page("e", 9, 10)) == Planner::Taking::Drop);
    QVERIFY(planner.take(page("other", 8, 9)) == Planner::Taking::Drop);
    QVERIFY(planner.take(page("e", 8, 7)) == Planner::Taking::Drop);
}

void tst_Planner::waitsLongerEachTime()
{
    Planner planner(QStringLiteral("e"), 8);
    qint64 before = 0;
    for (int i = 0; i < 6; ++i) {
        planner.failed(Lane::Pull, {Trouble::Unreachable, {}, 0}, 0, 0.5);
        QVERIFY(planner.notBefore(Lane::Pull) > before);
        before = planner.notBefore(Lane::Pull);
    }
    for (int i = 0; i < 30; ++i)
        planner.failed(Lane::Pull, {Trouble::Unreachable, {}, 0}, 0, 0.99);
    QVERIFY(planner.notBefore(Lane::Pull) <= 75'000); // an hour of trouble is not an hour of silence after it
    QCOMPARE(planner.notBefore(Lane::Push), 0);
    planner.worked(Lane::Pull);
    QCOMPARE(planner.notBefore(Lane::Pull), 0);
    QVERIFY(planner.trouble().trouble == Trouble::None);
}

void tst_Planner::obeysRetryAfter()
{
    Planner planner(QStringLiteral("e"), 8);
    planner.failed(Lane::Push, {Trouble::Busy, {}, 120'000}, 1'000, 0.5);
    QCOMPARE(planner.notBefore(Lane::Push), 121'000);
    QVERIFY(planner.goesOn());
}

/// One lane's passing trouble does not hide that the other has heard what only a person can mend.
void tst_Planner::whatOnlyAPersonCanMendStops()
{
    for (const Trouble trouble : {Trouble::SignedOut, Trouble::Revoked, Trouble::Outdated}) {
        for (const auto& [heard, other] : {std::pair(Lane::Push, Lane::Pull), std::pair(Lane::Pull, Lane::Push)}) {
            Planner planner(QStringLiteral("e"), 8);
            planner.failed(other, {Trouble::ServerTrouble, {}, 0}, 0, 0.5);
            QVERIFY(planner.goesOn());
            planner.failed(heard, {trouble, {}, 0}, 0, 0.5);
            QVERIFY(!planner.goesOn());
            QVERIFY(planner.trouble().trouble == trouble);
            planner.worked(other); // what was under way arrives
            QVERIFY(!planner.goesOn());
            planner.worked(heard);
            QVERIFY(planner.goesOn());
        }
    }
}

void tst_Planner::whatItIs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Trouble>("trouble");
    const QByteArray json("application/json");
    const QByteArray problem("application/problem+json");
    QTest::newRow("an answer") << 200 << json << QByteArray("{}") << Trouble::None;
    QTest::newRow("a refusal") << 422 << problem << QByteArray(R"({"code":"json.missing"})") << Trouble::None;
    QTest::newRow("a hotel") << 200 << QByteArray("text/html") << QByteArray("<html>") << Trouble::NotOurs;
    QTest::newRow("a hotel that asks to sign in") << 403 << QByteArray("text/html") << QByteArray("<html>") << Trouble::NotOurs;
    QTest::newRow("a redirection") << 302 << json << QByteArray() << Trouble::NotOurs;
    QTest::newRow("broken") << 500 << problem << QByteArray("{}") << Trouble::ServerTrouble;
    QTest::newRow("a proxy without a server") << 502 << QByteArray("text/html") << QByteArray() << Trouble::ServerTrouble;
    QTest::newRow("too many") << 429 << problem << QByteArray("{}") << Trouble::Busy;
    QTest::newRow("shut out") << 401 << problem << QByteArray(R"({"code":"auth.revoked"})") << Trouble::Revoked;
    QTest::newRow("signed out") << 401 << problem << QByteArray(R"({"code":"auth.token"})") << Trouble::SignedOut;
    QTest::newRow("a hotel's 401") << 401 << QByteArray("text/html") << QByteArray("<html>") << Trouble::NotOurs;
    QTest::newRow("too old") << 426 << problem << QByteArray("{}") << Trouble::Outdated;
}

void tst_Planner::whatItIs()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(Trouble, trouble);
    const auto failure = sync::failureOf({Response::Kind::Answered, status, type, body, 0, {}});
    QCOMPARE(int(failure ? failure->trouble : Trouble::None), int(trouble));
}

void tst_Planner::mendsOnceOnly()
{
    Planner planner(QStringLiteral("e"), 8);
    QVERIFY(planner.differs(1'000));
    QVERIFY(planner.isTakingAnew());
    QVERIFY(!planner.differs(2'000)); // it does not help: a person has to look
    QVERIFY(planner.differs(2'000'000));
}

QTEST_GUILESS_MAIN(tst_Planner)
#include "tst_planner.moc"
