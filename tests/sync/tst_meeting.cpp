// SPDX-License-Identifier: GPL-3.0-or-later

// What desks that meet tell each other, how it is sealed, and what it counts at a door until the house confirms it.

#include "commands/door/checkin.h"
#include "commands/door/doorqueries.h"
#include "commands/door/hearsay.h"
#include "commands/door/undoscan.h"
#include "store/feed.h"
#include "store/outbox.h"
#include "support/desk.h"
#include "sync/meeting.h"

#include <QTest>

using namespace encore;
using domain::Status;
using store::HeardScan;

namespace
{

const QByteArray bundle = R"({"format":"encore-bundle/1","workspace":{"name":"House","currency":"KRW","time_zone":"Asia/Seoul"},"products":[{"id":"P","name":"Standing"}],
    "zones":[{"id":"hall","name":"Hall","capacity":2}],
    "gates":[{"id":"A","name":"A","zone":"hall","entry":"once_reentry"},{"id":"B","name":"B","zone":"hall","entry":"once_reentry"}],
    "orders":[{"id":"O","status":"paid","tickets":[{"id":"T1","secret":"one","product_id":"P"},{"id":"T2","secret":"two","product_id":"P"},
                                                    {"id":"T3","secret":"three","product_id":"P"}]}]})";

} // namespace

class tst_Meeting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCodeIsReadHoweverItIsTyped();
    void whatIsNoCode_data();
    void whatIsNoCode();
    void isSealedForOneMeetingOfOneHouse();
    void whatNoDeskSaysIsRefused();
    void theDoorCountsWhatItHears();
    void takenBackElsewhereIsTakenBackHere();
    void isNoFactUntilTheHouseSaysSo();
    void aFactOfTheSameScanCountsOnce();
    void whatNobodyConfirmsGoes();
    void tellsWhatWasSeenHere();

private:
    [[nodiscard]] domain::Result<door::Verdict> scan(const char* secret, const char* gate, domain::Direction direction = domain::Direction::Entry);
    [[nodiscard]] HeardScan heard(const char* ticket, const char* gate, domain::Direction direction = domain::Direction::Entry) const;
    void take(const sync::HeardScans& scans, int expected);
    [[nodiscard]] Status step(const std::function<Status(store::UnitOfWork&)>& what) { return m_desk->executor->runTogether({what}).front(); }
    [[nodiscard]] commands::DoorStatus::Row statusOf(const char* gate);
    template<class Id>
    [[nodiscard]] Id id(const char* text) const { return domain::idForExternal<Id>(m_desk->workspace->record().id, QLatin1String(text)); }

    std::unique_ptr<support::TestDesk> m_desk;
};

void tst_Meeting::init()
{
    m_desk = std::make_unique<support::TestDesk>();
    QVERIFY(m_desk->import(bundle).ok());
    const store::Workspace::DeskOf house{QStringLiteral("https://house"), domain::DeviceId(QUuid::createUuid()), domain::Role::Door, QStringLiteral("door")};
    QVERIFY(m_desk->workspace->becomeDesk(house, m_desk->random).ok());
}

domain::Result<door::Verdict> tst_Meeting::scan(const char* secret, const char* gate, domain::Direction direction)
{
    m_desk->clock.advanceMs(10'000);
    commands::ScanInput input;
    input.code = QLatin1String(secret);
    input.gateId = id<domain::GateId>(gate);
    input.direction = direction;
    input.actor = m_desk->steward;
    input.device = QStringLiteral("Desk 1");
    return commands::CheckIn(*m_desk->executor).scan(input);
}

HeardScan tst_Meeting::heard(const char* ticket, const char* gate, domain::Direction direction) const
{
    HeardScan made;
    made.command = domain::CommandId(QUuid::createUuid());
    made.scan = {domain::idMadeBy<domain::ScanId>(made.command, 0), id<domain::TicketId>(ticket), id<domain::GateId>(gate), direction, m_desk->clock.now(),
                 QStringLiteral("Desk 2"), 1};
    return made;
}

void tst_Meeting::take(const sync::HeardScans& scans, int expected)
{
    const Status done = step([&](store::UnitOfWork& work) -> Status {
        const auto taken = commands::takeHearsay(scans, m_desk->clock.now(), work);
        if (!taken)
            return taken.error();
        return *taken == expected ? domain::done() : Status(domain::error(domain::ErrorCode::Refused, domain::message("store.contradicts")));
    });
    QVERIFY(done.ok());
}

commands::DoorStatus::Row tst_Meeting::statusOf(const char* gate)
{
    const auto rows = commands::DoorStatus{id<domain::GateId>(gate)}.ask({m_desk->reader(), m_desk->clock.now(), false});
    return rows && !rows->empty() ? rows->front() : commands::DoorStatus::Row();
}

void tst_Meeting::aCodeIsReadHoweverItIsTyped()
{
    const sync::MeetingCode code{QStringLiteral("192.168.0.12"), 8471, QByteArray::fromHex("00112233445566778899aabbccddeeff")};
    QCOMPARE(code.text(), QStringLiteral("ENCMEET1:192.168.0.12:8471:00112233445566778899AABBCCDDEEFF"));
    for (const QString& typed : {code.text(), code.text().toLower(), QString(QStringLiteral("  ") + code.text() + u'\n')}) {
        const auto read = sync::parseMeetingCode(typed);
        QVERIFY2(read.ok(), qPrintable(typed));
        QCOMPARE(read->url(), QStringLiteral("http://192.168.0.12:8471"));
        QCOMPARE(read->secret, code.secret);
    }
    const auto long6 = sync::parseMeetingCode(QStringLiteral("encmeet1:[fe80::1]:1:00112233445566778899aabbccddeeff"));
    QVERIFY(long6.ok());
    QCOMPARE(long6->host, QStringLiteral("[fe80::1]"));
}

void tst_Meeting::whatIsNoCode_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QString::fromLatin1(text); };
    row("nothing", "");
    row("another's", "ENC1:ABC");
    row("no secret", "ENCMEET1:10.0.0.1:8471");
    row("short secret", "ENCMEET1:10.0.0.1:8471:0011");
    row("long secret", "ENCMEET1:10.0.0.1:8471:00112233445566778899aabbccddeeff00");
    row("no hexadecimal", "ENCMEET1:10.0.0.1:8471:0011223344556677889zaabbccddeeff");
    row("no port", "ENCMEET1:10.0.0.1:x:00112233445566778899aabbccddeeff");
    row("port 0", "ENCMEET1:10.0.0.1:0:00112233445566778899aabbccddeeff");
    row("port too large", "ENCMEET1:10.0.0.1:65536:00112233445566778899aabbccddeeff");
    row("no host", "ENCMEET1::8471:00112233445566778899aabbccddeeff");
    row("a path", "ENCMEET1:evil/x@y:8471:00112233445566778899aabbccddeeff");
}

void tst_Meeting::whatIsNoCode()
{
    QFETCH(QString, text);
    QVERIFY(!sync::parseMeetingCode(text).ok());
}

void tst_Meeting::isSealedForOneMeetingOfOneHouse()
{
    const QByteArray secret(16, 'a');
    const domain::WorkspaceId house = m_desk->workspace->record().id;
    const sync::MeetingSeal seal(secret, house, m_desk->random);
    const QByteArray sealed = seal.seal("{\"at\":\"the door\"}");
    QVERIFY(!sealed.contains("door"));
    QVERIFY(seal.seal("x") != seal.seal("x"));
    const auto opened = seal.open(sealed);
    QVERIFY(opened.ok());
    QCOMPARE(*opened, QByteArray("{\"at\":\"the door\"}"));
    QVERIFY(!sync::MeetingSeal(QByteArray(16, 'b'), house, m_desk->random).open(sealed).ok());
    QVERIFY(!sync::MeetingSeal(secret, domain::WorkspaceId(QUuid::createUuid()), m_desk->random).open(sealed).ok());
    const QByteArray start("{\"sealed\":\"");
    QVERIFY(sealed.startsWith(start));
    for (qsizetype at = start.size(); at < sealed.size() - 4; ++at) {
        QByteArray altered = sealed;
        altered[at] = altered.at(at) == 'A' ? 'B' : 'A';
        QVERIFY2(!seal.open(altered).ok(), altered.constData());
    }
    for (const char* strange : {"", "x", "{}", "[]", "{\"sealed\":1}", "{\"sealed\":\"\"}", "{\"sealed\":\"%%%\"}", "{\"sealed\":\"AAAA\"}"})
        QVERIFY2(!seal.open(strange).ok(), strange);
}

void tst_Meeting::whatNoDeskSaysIsRefused()
{
    sync::MeetingAsk ask;
    ask.number = "n";
    ask.desk = domain::DeviceId(QUuid::createUuid());
    ask.name = QStringLiteral("Desk 2");
    ask.meeting = "m";
    ask.scans = {heard("T1", "A")};
    const auto read = sync::parseAsk(sync::encodeAsk(ask));
    QVERIFY(read.ok());
    QCOMPARE(read->scans, ask.scans);
    ask.scans.front().scan.id = domain::ScanId(QUuid::createUuid()); // not the one that its command makes
    QVERIFY(!sync::parseAsk(sync::encodeAsk(ask)).ok());
    ask.scans.assign(size_t(sync::mostScansAtOnce) + 1, heard("T1", "A"));
    QVERIFY(!sync::parseAsk(sync::encodeAsk(ask)).ok());
    ask.scans = {};
    ask.cursor = -1;
    QVERIFY(!sync::parseAsk(sync::encodeAsk(ask)).ok());
}

void tst_Meeting::theDoorCountsWhatItHears()
{
    m_desk->clock.advanceMs(1'000);
    const HeardScan one = heard("T1", "A");
    take({one}, 1);
    take({one}, 0); // heard twice is heard once
    const auto refused = scan("one", "B");
    QVERIFY(refused.ok());
    QCOMPARE(refused->reason, std::optional(door::Reason::AlreadyAdmitted));
    QCOMPARE(refused->firstGateLabel, QStringLiteral("A"));
    QCOMPARE(refused->firstAdmittedAt, std::optional(one.scan.at));
    QVERIFY(domain::words(refused->explanation, domain::Language::English).contains(QStringLiteral("Desk 2")));
    QCOMPARE(statusOf("A").zoneInside, 1);
    QCOMPARE(statusOf("A").insideByGate, 1);
    QCOMPARE(statusOf("A").entries, 1);
    QCOMPARE(statusOf("B").entries, 0);
    // Who is inside by hearsay takes a place.
    QCOMPARE(scan("two", "B")->kind, door::VerdictKind::Admitted);
    QCOMPARE(scan("three", "B")->reason, std::optional(door::Reason::Full));
    // And leaves it here: the facts alone would not know of it.
    QCOMPARE(scan("one", "B", domain::Direction::Exit)->kind, door::VerdictKind::Admitted);
    QCOMPARE(statusOf("A").zoneInside, 1);
    QCOMPARE(scan("three", "B")->kind, door::VerdictKind::Admitted);
    QCOMPARE(statusOf("A").zoneInside, 2);
}

void tst_Meeting::takenBackElsewhereIsTakenBackHere()
{
    const HeardScan one = heard("T1", "A");
    HeardScan undo = one;
    undo.command = domain::CommandId(QUuid::createUuid());
    undo.isUndo = true;
    take({undo}, 1); // in whichever order
    take({one}, 1);
    QCOMPARE(statusOf("A").zoneInside, 0);
    QCOMPARE(statusOf("A").entries, 0);
    QCOMPARE(scan("one", "B")->kind, door::VerdictKind::Admitted);
    QCOMPARE(statusOf("A").zoneInside, 1);
}

void tst_Meeting::isNoFactUntilTheHouseSaysSo()
{
    const auto sums = [this] {
        QByteArray all;
        store::FeedReader feed(m_desk->reader());
        for (int table = 0; table < int(store::syncTables().size()); ++table)
            all += store::digestText(feed.countedSums(table, {}));
        return all;
    };
    const QByteArray before = sums();
    take({heard("T1", "A"), heard("T2", "A")}, 2);
    QCOMPARE(sums(), before);
    QCOMPARE(m_desk->count("scans"), 0);
    QCOMPARE(m_desk->count("presence"), 0);
    QVERIFY(store::OutboxReader(m_desk->reader()).everything().empty());
    QVERIFY(m_desk->reader().history(id<domain::TicketId>("T1")).empty());
}

void tst_Meeting::aFactOfTheSameScanCountsOnce()
{
    const HeardScan one = heard("T1", "A");
    take({one, heard("T2", "A")}, 2);
    // As the house's rows bring it: the same scan.
    QVERIFY(step([&](store::UnitOfWork& work) {
        store::ScanRecord record;
        record.scan = one.scan;
        record.admitted = true;
        record.codeKind = QStringLiteral("secret");
        work.addScan(record);
        work.setPresence(one.scan.ticketId, {{id<domain::ZoneId>("hall"), one.scan.gateId}});
        commands::settleHearsay(work, commands::Hearsay::OfWhatChanged);
        return work.status();
    }).ok());
    QCOMPARE(m_desk->count("heard_scans"), 1);
    QCOMPARE(m_desk->count("heard_tickets"), 1);
    QCOMPARE(statusOf("A").zoneInside, 2);
    QCOMPARE(statusOf("A").entries, 2);
    take({one}, 0); // who says it again says nothing new
    QCOMPARE(statusOf("A").zoneInside, 2);
}

void tst_Meeting::whatNobodyConfirmsGoes()
{
    take({heard("T1", "A")}, 1);
    m_desk->clock.advanceMs(73LL * 3'600'000);
    take({heard("T2", "A")}, 1);
    QCOMPARE(m_desk->count("heard_scans"), 1);
    QCOMPARE(statusOf("A").zoneInside, 1);
}

void tst_Meeting::tellsWhatWasSeenHere()
{
    qint64 behind = std::numeric_limits<qint64>::min();
    QVERIFY(commands::ownScans(m_desk->reader(), behind).empty());
    const auto admitted = scan("one", "A");
    QCOMPARE(scan("nonsense", "A")->kind, door::VerdictKind::Refused); // nobody else needs to know
    sync::HeardScans own = commands::ownScans(m_desk->reader(), behind);
    QCOMPARE(own.size(), size_t(1));
    QCOMPARE(own.front().scan.id, *admitted->scanId);
    QCOMPARE(own.front().scan.device, QStringLiteral("Desk 1"));
    QVERIFY(commands::ownScans(m_desk->reader(), behind).empty());
    commands::UndoScan undo;
    undo.scanId = *admitted->scanId;
    undo.reason = QStringLiteral("wrong person");
    commands::CommandRequest request = commands::makeRequest(undo, m_desk->steward);
    request.device = QStringLiteral("Desk 1");
    QVERIFY(m_desk->executor->run(request).ok());
    own = commands::ownScans(m_desk->reader(), behind);
    QCOMPARE(own.size(), size_t(1));
    QVERIFY(own.front().isUndo);
    QCOMPARE(own.front().scan.ticketId, id<domain::TicketId>("T1"));
    // What this desk did itself it does not hear of.
    take(own, 0);
}

QTEST_GUILESS_MAIN(tst_Meeting)
#include "tst_meeting.moc"
