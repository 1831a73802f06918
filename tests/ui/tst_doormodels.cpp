// SPDX-License-Identifier: GPL-3.0-or-later

// Every table of the Door: told row by row, without resets, and well-behaved to whatever view sits on it.

#include "doormodels.h"
#include "historymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace encore;
using namespace encore::ui;

namespace
{

template<class Model>
class Watched
{
public:
    Watched() : tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest) { }
    Model model;
    QAbstractItemModelTester tester;
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy moved{&model, &QAbstractItemModel::rowsMoved};
};

commands::FindTickets::Row guestTicket(const char* name)
{
    commands::FindTickets::Row row;
    row.ticketId = domain::TicketId(QUuid::createUuidV5(QUuid(), QByteArray(name)));
    row.ticketLabel = QString::fromLatin1(name);
    row.holder = QString::fromLatin1(name);
    return row;
}

std::vector<commands::FindTickets::Row> tickets(const QByteArray& letters)
{
    std::vector<commands::FindTickets::Row> rows;
    for (const char letter : letters)
        rows.push_back(guestTicket(QByteArray(1, letter).constData()));
    return rows;
}

QByteArray lettersOf(const SearchModel& model)
{
    QByteArray letters;
    for (int row = 0; row < model.rowCount(); ++row)
        letters += model.index(row, SearchModel::HolderColumn).data().toString().toLatin1();
    return letters;
}

DoorCase guest(int id, const char* name, door::VerdictKind kind = door::VerdictKind::Admitted)
{
    DoorCase result;
    result.id = id;
    result.verdict.kind = kind;
    if (kind == door::VerdictKind::Refused)
        result.verdict.reason = door::Reason::Questions;
    result.verdict.holder = QString::fromLatin1(name);
    result.verdict.scanId = domain::ScanId(QUuid::createUuidV5(QUuid(), QByteArray(name)));
    return result;
}

} // namespace

class tst_DoorModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsRows_data();
    void followsRows();
    void keepsWhatStays();
    void keepsFiveScans();
    void aGuestAskedAgainKeepsTheirRow();
    void lateAnswersStandWhereTheyBelong();
    void earlierScansStandBelow();
    void hidesNames();
    void theWorstPointCounts();
    void otherModels();
};

void tst_DoorModels::followsRows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("filled") << QByteArray() << QByteArray("abc");
    QTest::newRow("emptied") << QByteArray("abc") << QByteArray();
    QTest::newRow("one more in front") << QByteArray("bc") << QByteArray("abc");
    QTest::newRow("one gone in the middle") << QByteArray("abc") << QByteArray("ac");
    QTest::newRow("turned round") << QByteArray("abcd") << QByteArray("dcba");
    QTest::newRow("mixed") << QByteArray("abcdef") << QByteArray("xfbya");
    QTest::newRow("the same") << QByteArray("abc") << QByteArray("abc");
}

void tst_DoorModels::followsRows()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    Watched<SearchModel> watched;
    watched.model.setRows(tickets(before));
    watched.model.setRows(tickets(after));
    QCOMPARE(lettersOf(watched.model), after);
    QCOMPARE(watched.resets.count(), 0);
}

void tst_DoorModels::keepsWhatStays()
{
    Watched<SearchModel> watched;
    watched.model.setRows(tickets("abc"));
    const QPersistentModelIndex chosen(watched.model.index(2, 0));
    watched.inserted.clear();
    watched.model.setRows(tickets("xac"));
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(chosen.data().toString(), QStringLiteral("c"));
    QCOMPARE(watched.inserted.count(), 1);
    QCOMPARE(watched.removed.count(), 1);
}

void tst_DoorModels::keepsFiveScans()
{
    Watched<HistoryModel> watched;
    for (int id = 1; id <= 8; ++id)
        watched.model.add(guest(id, QByteArray::number(id).constData()));
    QCOMPARE(watched.model.rowCount(), HistoryModel::limit);
    QCOMPARE(watched.model.row(0).holder, QStringLiteral("8"));
    QCOMPARE(watched.model.row(4).holder, QStringLiteral("4"));
    QCOMPARE(watched.resets.count(), 0);
}

void tst_DoorModels::aGuestAskedAgainKeepsTheirRow()
{
    Watched<HistoryModel> watched;
    watched.model.add(guest(1, "first", door::VerdictKind::Refused));
    watched.model.add(guest(2, "second"));
    QVERIFY(!watched.model.canUndo(1));
    watched.model.add(guest(1, "first"));
    QCOMPARE(watched.model.rowCount(), 2);
    QVERIFY(watched.model.row(1).admitted);
    QVERIFY(watched.model.canUndo(1));
    watched.model.markUndone(*watched.model.row(1).scanId);
    QVERIFY(!watched.model.canUndo(1));
    QVERIFY(watched.model.canUndo(0));
}

void tst_DoorModels::lateAnswersStandWhereTheyBelong()
{
    Watched<HistoryModel> watched;
    watched.model.add(guest(1, "first"));
    watched.model.add(guest(3, "third"));
    watched.model.add(guest(2, "second"));
    QCOMPARE(watched.model.row(0).holder, QStringLiteral("third"));
    QCOMPARE(watched.model.row(1).holder, QStringLiteral("second"));
}

void tst_DoorModels::earlierScansStandBelow()
{
    Watched<HistoryModel> watched;
    watched.model.add(guest(1, "now"));
    std::vector<commands::RecentScans::Row> earlier(3);
    earlier.at(0).scanId = *watched.model.row(0).scanId;
    earlier.at(1).scanId = domain::ScanId(QUuid::createUuidV5(QUuid(), QByteArray("old")));
    earlier.at(1).holder = QStringLiteral("old");
    earlier.at(1).verdict = QStringLiteral("admitted");
    earlier.at(2).scanId = domain::ScanId(QUuid::createUuidV5(QUuid(), QByteArray("older")));
    earlier.at(2).holder = QStringLiteral("older");
    earlier.at(2).verdict = QStringLiteral("refused");
    earlier.at(2).reason = QStringLiteral("already_admitted");
    watched.model.setEarlier(earlier);
    QCOMPARE(watched.model.rowCount(), 3);
    QCOMPARE(watched.model.row(0).holder, QStringLiteral("now"));
    QCOMPARE(watched.model.row(2).holder, QStringLiteral("older"));
    QCOMPARE(watched.model.row(2).signal, door::Signal::Already);
    QVERIFY(watched.model.canUndo(1));
    QVERIFY(!watched.model.canUndo(2));
}

void tst_DoorModels::hidesNames()
{
    Watched<SearchModel> watched;
    watched.model.setRows(tickets("a"));
    commands::FindTickets::Row named = guestTicket("a");
    named.holder = QStringLiteral("Kim Minji");
    watched.model.setRows({named});
    QCOMPARE(watched.model.index(0, 0).data().toString(), QStringLiteral("Kim Minji"));
    watched.model.setHideNames(true);
    for (int column = 0; column < watched.model.columnCount(); ++column)
        QVERIFY(!watched.model.index(0, column).data().toString().contains(QStringLiteral("Kim")));
}

void tst_DoorModels::theWorstPointCounts()
{
    using State = commands::DoorReadiness::State;
    Watched<ReadinessModel> watched;
    QCOMPARE(watched.model.worst(), State::NotReady);
    watched.model.setRows({{QStringLiteral("a"), State::Ready, {}}});
    QCOMPARE(watched.model.worst(), State::Ready);
    watched.model.setRows({{QStringLiteral("a"), State::Ready, {}}, {QStringLiteral("b"), State::NotReady, {}},
                           {QStringLiteral("c"), State::Attention, {}}});
    QCOMPARE(watched.model.worst(), State::NotReady);
}

void tst_DoorModels::otherModels()
{
    Watched<StatusModel> status;
    status.model.setRows({commands::DoorStatus::Row{}});
    QCOMPARE(status.model.index(0, StatusModel::CapacityColumn).data().toString(), QStringLiteral("–"));
    Watched<ArrivalsModel> arrivals;
    const auto seoul = domain::EventZone::fromName(QStringLiteral("Asia/Seoul"));
    QVERIFY(seoul.ok());
    arrivals.model.setZone(*seoul);
    arrivals.model.setRows({{domain::Instant{1'795'168'920'000}, 4}});
    QCOMPARE(arrivals.model.index(0, ArrivalsModel::MinuteColumn).data().toDateTime().time(), QTime(19, 2));
    Watched<FailedScansModel> failed;
    commands::RecentScans::Row scan;
    scan.reason = QStringLiteral("unknown");
    failed.model.setRows({scan});
    QCOMPARE(failed.model.index(0, FailedScansModel::ReasonColumn).data().toString(), QStringLiteral("Unknown code"));
    Watched<PaperTickModel> ticks;
    PaperTick tick;
    tick.ticketId = domain::TicketId(QUuid::createUuidV5(QUuid(), QByteArray("t")));
    ticks.model.add(tick);
    tick.at = domain::Instant{60'000};
    ticks.model.add(tick);
    QCOMPARE(ticks.model.rowCount(), 1);
    ticks.model.setAnswer(tick.ticketId, QStringLiteral("GO"), true);
    QCOMPARE(ticks.model.index(0, PaperTickModel::AnswerColumn).data().toString(), QStringLiteral("GO"));
    ticks.model.remove(0);
    QCOMPARE(ticks.model.rowCount(), 0);
}

QTEST_MAIN(tst_DoorModels)
#include "tst_doormodels.moc"
