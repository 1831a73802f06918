// SPDX-License-Identifier: GPL-3.0-or-later

// What the simulator found, each as the shortest story that shows it.

#include "desk.h"
#include "store/sealing.h"
#include "sync/salvage.h"
#include "sync/sealedfile.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace encore;
using domain::CommandId;
using domain::Role;
using simulation::Chance;
using simulation::Desk;
using simulation::House;
using simulation::Loop;
using store::OutboxState;

namespace
{

constexpr qint64 minuteMs = 60'000;
constexpr const char* admitT1 = R"({"ticket_id":"T1","gate_id":"A","direction":"entry","code_kind":"secret"})";
constexpr const char* admitT2 = R"({"ticket_id":"T2","gate_id":"A","direction":"entry","code_kind":"secret"})";

/// A house, and one desk of it.
struct Scene {
    QTemporaryDir folder;
    Loop loop;
    Chance chance{1};
    House house{folder.filePath(QStringLiteral("house.encore")), loop, chance};
    std::unique_ptr<Desk> desk;

    [[nodiscard]] domain::Status begin(Role role)
    {
        if (const domain::Status filled = house.fill(); !filled)
            return filled;
        const QString blank = folder.filePath(QStringLiteral("blank.encore"));
        if (const domain::Status made = Desk(blank, house, {}, loop, chance).make(); !made)
            return made;
        desk = std::make_unique<Desk>(folder.filePath(QStringLiteral("desk.encore")), house, letIn(role), loop, chance);
        desk->beginWith(blank);
        if (const domain::Status started = desk->startAnew(); !started)
            return started;
        pass(minuteMs);
        return domain::done();
    }
    [[nodiscard]] House::Device letIn(Role role) { return house.addDevice(role, QString(QStringLiteral("desk-") + QString::number(++devices))); }
    void pass(qint64 ms) { loop.run(loop.nowMs() + ms); }
    [[nodiscard]] QString file(const char* name) const { return folder.filePath(QLatin1StringView(name)); }
    /// What somebody does at the desk; null: it was not done.
    [[nodiscard]] CommandId run(const char* name, const QByteArray& arguments) const { return desk->run(name, arguments) ? desk->promised().back() : CommandId(); }
    /// Where it stands in the house's log; 0: nowhere.
    [[nodiscard]] qint64 placeOf(CommandId id)
    {
        const auto entry = house.reader().logEntry(id);
        return entry ? entry->sequence : 0;
    }
    [[nodiscard]] std::optional<OutboxState> stateOf(CommandId id) const
    {
        const auto item = store::OutboxReader(desk->reader()).item(id);
        return item ? std::optional(item->state) : std::nullopt;
    }

    int devices = 0;
};

QByteArray edit(const char* field, const char* text)
{
    return QByteArray(R"({"project_id":"album",")") + field + R"(":")" + text + R"("})";
}

QByteArray orderOf(const char* name, const char* email)
{
    return QByteArray(R"({"nonce":")") + name + R"(","lines":[{"offer_id":"plenty","quantity":1}],"buyer_name":")" + name + R"(","buyer_email":")" + email + R"("})";
}

} // namespace

class tst_Desks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverWasShutOutKnowsNobodyAndStartsAgain();
    void whatAShutOutDeskLeavesIsSealedForTheHouse();
    void withoutAKeyOfTheHouseWhatWaitsStaysReadable();
    void aRestoredHouseDoesNotWaitForWhatItHadRefused();
    void aLateCopyThatARestoredHouseRefusesIsNotTheEnd();
    void underANewNameItGoesOnCounting();
    void underANewNameARefusalUsesUpItsNumber();
    void underANewNameItGivesBackWhatTheHouseLost_data();
    void underANewNameItGivesBackWhatTheHouseLost();
    void whatStandsBehindAUsedNumberKeepsItsOrder();
    void anOldCopyMayCountOtherwiseThanARestoredHouse_data();
    void anOldCopyMayCountOtherwiseThanARestoredHouse();
    void aSnapshotGoesOnOnlyAtAPlaceThatThereIs_data();
    void aSnapshotGoesOnOnlyAtAPlaceThatThereIs();
};

void tst_Desks::whoeverWasShutOutKnowsNobodyAndStartsAgain()
{
    Scene scene;
    QVERIFY(scene.begin(Role::Supervisor));
    Desk& desk = *scene.desk;
    desk.wire.weather.isDown = true;
    const CommandId admitted = scene.run("AdmitTicket", admitT1);
    QVERIFY(!admitted.isNull());
    scene.house.revoke(desk.device().id);
    desk.wire.weather.isDown = false;
    scene.pass(20 * minuteMs);
    QCOMPARE(desk.engine().state().failure.trouble, sync::Trouble::Revoked);

    QVERIFY(desk.restart());
    store::FeedReader here(desk.reader());
    for (const char* table : {"contacts", "tickets", "orders", "scans"})
        QVERIFY2(store::differingBuckets(here.countedSums(store::syncTableIndex(table), {}), {}).empty(), table);
    QVERIFY(store::OutboxReader(desk.reader()).everything().empty());
    QCOMPARE(desk.unsealed().value_or(std::set<QByteArray>()), desk.inFile());
    QVERIFY(desk.inFile().contains(admitted.bytes()));
}

/// Names and addresses of what waits are in no byte of the file, and a supervisor's desk brings them to the house.
void tst_Desks::whatAShutOutDeskLeavesIsSealedForTheHouse()
{
    Scene scene;
    QVERIFY(scene.begin(Role::Admin));
    Desk& desk = *scene.desk;
    const CommandId taken = scene.run("PlaceOrder", orderOf("Gesehene", "seen@elsewhere.test"));
    scene.pass(minuteMs);
    QCOMPARE(scene.stateOf(taken), OutboxState::Confirmed);
    desk.wire.weather.isDown = true;
    const CommandId waiting = scene.run("PlaceOrder", orderOf("Wartende", "waiting@elsewhere.test"));
    const CommandId second = scene.run("CreateCoupon", R"({"name":"behind it","amount":1000})");
    QVERIFY(!waiting.isNull() && !second.isNull());
    QVERIFY(desk.hasInItsBytes("waiting@elsewhere.test"));
    scene.house.revoke(desk.device().id);
    desk.wire.weather.isDown = false;
    scene.pass(20 * minuteMs);
    for (const char* trace : {"waiting@elsewhere.test", "Wartende", "wartende", "seen@elsewhere.test", "Gesehene", "@example.org"})
        QVERIFY2(!desk.hasInItsBytes(trace), trace);
    const sync::SyncState& state = desk.engine().state();
    QCOMPARE(state.failure.reason.id, QByteArray("sync.revoked_sealed"));
    QCOMPARE(state.outbox.sealed, qint64(3));
    QVERIFY(!state.isWiping);

    const QByteArray file = sync::sealedFile(desk.reader());
    QVERIFY(sync::isSealedFile(file));
    QVERIFY(!file.contains("elsewhere"));
    const auto boxes = sync::boxesOf(file);
    QVERIFY(boxes.ok());
    QCOMPARE(boxes->size(), size_t(1));
    QByteArray damaged = boxes->front();
    damaged[5] = char(damaged[5] ^ 1);
    QVERIFY(!scene.house.unseal(damaged).ok());
    const auto saved = scene.house.unseal(boxes->front());
    QVERIFY(saved.ok());

    Desk supervisor(scene.file("supervisor.encore"), scene.house, scene.letIn(Role::Admin), scene.loop, scene.chance);
    supervisor.beginWith(scene.file("blank.encore"));
    QVERIFY(supervisor.startAnew());
    for (int twice = 0; twice < 2; ++twice) { // the second time it is there already
        {
            store::UnitOfWork work(supervisor.reader(), scene.chance);
            QVERIFY(sync::takeOverUnsealed(*saved, work));
            QVERIFY(work.commit());
        }
        QVERIFY(supervisor.restart());
        scene.pass(30 * minuteMs);
        QVERIFY(supervisor.engine().isQuiet());
        QVERIFY(scene.placeOf(waiting) > 0);
        QCOMPARE(scene.placeOf(second), scene.placeOf(waiting) + 1);
    }
}

void tst_Desks::withoutAKeyOfTheHouseWhatWaitsStaysReadable()
{
    Scene scene;
    QVERIFY(scene.begin(Role::Admin));
    Desk& desk = *scene.desk;
    desk.wire.weather.isDown = true;
    const CommandId waiting = scene.run("CreateCoupon", R"({"name":"waits","amount":1000})");
    {
        store::UnitOfWork work(desk.reader(), scene.chance);
        store::keepSealKey(work, {}); // of a house from before there were keys
        QVERIFY(work.commit());
    }
    scene.house.revoke(desk.device().id);
    desk.wire.weather.isDown = false;
    scene.pass(20 * minuteMs);
    QCOMPARE(desk.engine().state().failure.reason.id, QByteArray("sync.revoked_open"));
    QCOMPARE(scene.stateOf(waiting), OutboxState::Queued);
}

void tst_Desks::aRestoredHouseDoesNotWaitForWhatItHadRefused()
{
    Scene scene;
    QVERIFY(scene.begin(Role::Admin));
    QVERIFY(scene.house.backUp(scene.file("backup")));
    scene.desk->wire.weather.isDown = true;
    const CommandId title = scene.run("EditProject", edit("title", "mine"));
    QCOMPARE(scene.house.run("EditProject", edit("title", "theirs")), QByteArray());
    scene.desk->wire.weather.isDown = false;
    scene.pass(5 * minuteMs);
    QCOMPARE(scene.stateOf(title), OutboxState::Conflict);
    const CommandId venue = scene.run("EditProject", edit("venue", "mine"));
    scene.pass(minuteMs);
    QCOMPARE(scene.stateOf(venue), OutboxState::Confirmed);

    QVERIFY(scene.house.restore(scene.file("backup"), true));
    QCOMPARE(scene.placeOf(venue), 0);
    scene.pass(30 * minuteMs);
    QVERIFY(scene.placeOf(venue) > 0);
    QVERIFY(scene.desk->engine().isQuiet());
    const CommandId after = scene.run("EditProject", edit("summary", "after"));
    scene.pass(minuteMs);
    QCOMPARE(scene.stateOf(after), OutboxState::Confirmed);
}

/// The house had taken it and forgot that; what it says to the copy nobody hears, and its number is used.
void tst_Desks::aLateCopyThatARestoredHouseRefusesIsNotTheEnd()
{
    Scene scene;
    QVERIFY(scene.begin(Role::Admin));
    QVERIFY(scene.house.backUp(scene.file("backup")));
    scene.desk->wire.weather.twiceLate = 100;
    const CommandId title = scene.run("EditProject", edit("title", "mine"));
    scene.pass(minuteMs);
    scene.desk->wire.weather = {};
    QCOMPARE(scene.stateOf(title), OutboxState::Confirmed);

    scene.desk->wire.weather.isDown = true;
    QVERIFY(scene.house.restore(scene.file("backup"), true));
    QCOMPARE(scene.house.run("EditProject", edit("title", "theirs")), QByteArray());
    const int refused = scene.house.refused();
    scene.pass(4 * 60 * minuteMs);
    QCOMPARE(scene.house.refused(), refused + 1);
    scene.desk->wire.weather.isDown = false;
    scene.pass(30 * minuteMs);
    QCOMPARE(scene.stateOf(title), OutboxState::Conflict);
    const CommandId after = scene.run("EditProject", edit("summary", "after"));
    scene.pass(minuteMs);
    QCOMPARE(scene.stateOf(after), OutboxState::Confirmed);
    QVERIFY(scene.desk->engine().isQuiet());
}

/// A door does not see the log: it cannot know by itself that what comes with the rows is its own.
void tst_Desks::underANewNameItGoesOnCounting()
{
    Scene scene;
    QVERIFY(scene.begin(Role::Supervisor));
    Desk& desk = *scene.desk;
    desk.wire.weather.losesAnswers = 100;
    QVERIFY(desk.restart()); // the question that waits would still be answered
    const CommandId first = scene.run("AdmitTicket", admitT1);
    scene.pass(minuteMs / 6);
    QVERIFY(scene.placeOf(first) > 0);
    QVERIFY(scene.stateOf(first) != OutboxState::Confirmed);

    desk.wire.weather = {};
    QVERIFY(desk.becomeDevice(scene.letIn(Role::Supervisor)));
    const CommandId second = scene.run("AdmitTicket", admitT2);
    scene.pass(30 * minuteMs);
    QCOMPARE(scene.stateOf(first), OutboxState::Confirmed);
    QCOMPARE(scene.stateOf(second), OutboxState::Confirmed);
    QVERIFY(scene.placeOf(first) < scene.placeOf(second));
    QVERIFY(desk.engine().isQuiet());
}

void tst_Desks::underANewNameARefusalUsesUpItsNumber()
{
    Scene scene;
    QVERIFY(scene.begin(Role::Admin));
    Desk& desk = *scene.desk;
    desk.wire.weather.losesAnswers = 100;
    QCOMPARE(scene.house.run("EditProject", edit("title", "theirs")), QByteArray());
    const CommandId refused = scene.run("EditProject", edit("title", "mine"));
    scene.pass(minuteMs / 6);
    desk.wire.weather = {};
    QVERIFY(desk.becomeDevice(scene.letIn(Role::Admin)));
    const CommandId next = scene.run("EditProject", edit("venue", "mine"));
    scene.pass(30 * minuteMs);
    QCOMPARE(scene.stateOf(refused), OutboxState::Conflict);
    QCOMPARE(scene.stateOf(next), OutboxState::Confirmed);
}

void tst_Desks::underANewNameItGivesBackWhatTheHouseLost_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("isSalvaged");
    QTest::newRow("let in anew, sees the log") << Role::Admin << false;
    QTest::newRow("let in anew, a door") << Role::Supervisor << false;
    QTest::newRow("out of a damaged file") << Role::Admin << true;
    QTest::newRow("out of a damaged file, a door") << Role::Supervisor << true;
}

void tst_Desks::underANewNameItGivesBackWhatTheHouseLost()
{
    QFETCH(Role, role);
    QFETCH(bool, isSalvaged);
    Scene scene;
    QVERIFY(scene.begin(role));
    Desk& desk = *scene.desk;
    QVERIFY(scene.house.backUp(scene.file("backup")));
    const CommandId first = scene.run("AdmitTicket", admitT1);
    scene.pass(minuteMs);
    QCOMPARE(scene.stateOf(first), OutboxState::Confirmed);
    desk.wire.weather.isDown = true;
    const CommandId second = scene.run("AdmitTicket", admitT2);
    QVERIFY(scene.house.restore(scene.file("backup"), true));
    desk.wire.weather.isDown = false;
    if (isSalvaged)
        QVERIFY(desk.startAnewAs(scene.letIn(role), sync::salvage(desk.reader())));
    else
        QVERIFY(desk.becomeDevice(scene.letIn(role)));
    scene.pass(30 * minuteMs);
    QVERIFY(scene.placeOf(first) > 0);
    QVERIFY(scene.placeOf(first) < scene.placeOf(second));
    QVERIFY(desk.engine().isQuiet());
}

void tst_Desks::whatStandsBehindAUsedNumberKeepsItsOrder()
{
    Scene scene;
    QVERIFY(scene.begin(Role::Admin));
    Desk& desk = *scene.desk;
    QVERIFY(desk.copyFile(scene.file("copy")));
    QVERIFY(!scene.run("AdmitTicket", admitT1).isNull()); // takes the number that the old copy will give again
    scene.pass(minuteMs);
    QVERIFY(desk.replaceFile(scene.file("copy")));
    desk.wire.weather.isDown = true;
    const CommandId first = scene.run("EditProject", edit("title", "first"));
    const CommandId second = scene.run("EditProject", edit("venue", "second"));
    scene.pass(1'000); // so that the two go together afterwards
    desk.wire.weather.isDown = false;
    scene.pass(5 * minuteMs);
    QVERIFY(desk.engine().state().isCopied);
    QCOMPARE(scene.placeOf(second), 0);

    QVERIFY(desk.becomeDevice(scene.letIn(Role::Admin)));
    scene.pass(30 * minuteMs);
    QVERIFY(scene.placeOf(first) > 0);
    QVERIFY(scene.placeOf(first) < scene.placeOf(second));
    QVERIFY(desk.engine().isQuiet());
}

void tst_Desks::anOldCopyMayCountOtherwiseThanARestoredHouse_data()
{
    QTest::addColumn<Role>("role");
    QTest::newRow("sees the log") << Role::Admin;
    QTest::newRow("does not see it") << Role::BoxOffice;
}

/// The house has as the desk's first what the copy calls its second. It waits for a second, and asking again would not bring it.
void tst_Desks::anOldCopyMayCountOtherwiseThanARestoredHouse()
{
    QFETCH(Role, role);
    Scene scene;
    QVERIFY(scene.begin(role));
    Desk& desk = *scene.desk;
    QVERIFY(scene.house.backUp(scene.file("backup")));
    desk.wire.weather.isDown = true;
    const CommandId refused = scene.run("PlaceOrder", R"({"nonce":"mine","lines":[{"offer_id":"scarce","quantity":4}]})");
    QCOMPARE(scene.house.run("PlaceOrder", R"({"nonce":"theirs","lines":[{"offer_id":"scarce","quantity":4}]})"), QByteArray());
    desk.wire.weather.isDown = false;
    scene.pass(5 * minuteMs);
    QCOMPARE(scene.stateOf(refused), OutboxState::Rejected);
    const CommandId admitted = scene.run("AdmitTicket", admitT1);
    scene.pass(minuteMs);
    QVERIFY(desk.copyFile(scene.file("copy")));
    QVERIFY(scene.house.restore(scene.file("backup"), true));
    scene.pass(10 * minuteMs);
    QVERIFY(scene.placeOf(admitted) > 0);

    QVERIFY(desk.replaceFile(scene.file("copy")));
    const CommandId next = scene.run("AdmitTicket", admitT2);
    scene.pass(30 * minuteMs);
    QVERIFY(scene.placeOf(next) > scene.placeOf(admitted));
    QVERIFY(desk.engine().isQuiet());
    QVERIFY(!desk.engine().state().isCopied);
}

void tst_Desks::aSnapshotGoesOnOnlyAtAPlaceThatThereIs_data()
{
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<int>("status");
    QTest::newRow("the beginning") << QByteArray() << 200;
    QTest::newRow("a table") << QByteArray("tickets") << 200;
    QTest::newRow("no table") << QByteArray("passwords") << 409;
    QTest::newRow("no key") << QByteArray("tickets:") << 409;
    QTest::newRow("no kind of value") << QByteArray("tickets:" + QByteArray("Xabcd").toBase64(QByteArray::Base64UrlEncoding)) << 409;
    QTest::newRow("a text longer than what comes") << QByteArray("tickets:" + QByteArray("T\xff\xff\xff\x7f" "abc").toBase64(QByteArray::Base64UrlEncoding)) << 409;
    QTest::newRow("half a number") << QByteArray("tickets:" + QByteArray("I\1\2\3").toBase64(QByteArray::Base64UrlEncoding)) << 409;
    QTest::newRow("two values for one key") << QByteArray("tickets:" + QByteArray("NN").toBase64(QByteArray::Base64UrlEncoding)) << 409;
}

void tst_Desks::aSnapshotGoesOnOnlyAtAPlaceThatThereIs()
{
    QFETCH(QByteArray, next);
    QFETCH(int, status);
    Scene scene;
    QVERIFY(scene.begin(Role::Admin));
    sync::Request request;
    request.path = "/api/v1/snapshot?limit=20&next=" + next.toPercentEncoding();
    request.token = scene.desk->device().token;
    int answered = 0;
    scene.house.ask(request, [&](const sync::Response& response) { answered = response.status; });
    QCOMPARE(answered, status);
}

QTEST_GUILESS_MAIN(tst_Desks)
#include "tst_desks.moc"
