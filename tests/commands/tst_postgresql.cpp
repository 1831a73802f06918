// SPDX-License-Identifier: GPL-3.0-or-later

// The second database of the store: the same commands leave the same rows, and several servers write it one after another. Needs
// ENCORE_TEST_DATABASE (tests/support/with_postgresql); the other tests of commands run on it as well.

#include "commands/authority.h"
#include "store/campaigns.h"
#include "store/commandlog.h"
#include "store/feed.h"
#include "store/ledgerbook.h"
#include "store/lease.h"
#include "support/desk.h"

#include <QTest>

#include <thread>

using namespace encore;
using store::Workspace;

namespace
{

/// One server's view of a house, in the thread that made it.
struct House {
    explicit House(const QString& address, quint32 seed = 1) : random(seed)
    {
        store::WorkspaceRecord record;
        record.id = domain::WorkspaceId(QUuid::fromString(QStringLiteral("{018f3c1e-0000-7000-8000-000000000001}")));
        record.name = QStringLiteral("Test");
        record.currency = QStringLiteral("KRW");
        auto opened = Workspace::openOrCreate(address, record, clock, random);
        if (!opened)
            qFatal("%s", qUtf8Printable(domain::words(opened.error().message, domain::Language::English)));
        workspace = std::move(opened).value();
        if (const domain::Status status = workspace->becomeAuthority(random); !status)
            qFatal("%s", qUtf8Printable(domain::words(status.error().message, domain::Language::English)));
        executor.emplace(workspace->reader(), QStringLiteral("server"), clock, random);
    }

    QByteArray give(const char* name, const QByteArray& arguments, domain::CommandId id = {})
    {
        commands::CommandRequest request;
        request.id = id;
        request.name = name;
        request.arguments = arguments;
        request.actor = {commands::Role::Admin, QStringLiteral("owner")};
        const auto done = executor->run(request);
        return done ? QByteArray() : done.error().message.id;
    }
    void campaign(int limit)
    {
        const QByteArray project = "{\"label\":\"spring\",\"author\":\"hana\",\"title\":\"봄 공연\",\"starts_at\":\"2026-11-01T00:00:00+09:00\","
                                   "\"ends_at\":\"2026-12-01T00:00:00+09:00\",\"goal\":1000000,\"payee\":\"hana\",\"payout_account\":\"bank 1\"}";
        const QByteArray reward = "{\"project_id\":\"spring\",\"label\":\"seat\",\"title\":\"Seat\",\"price\":10000,\"limit\":" + QByteArray::number(limit) + "}";
        QCOMPARE(give("CreateProject", project), QByteArray());
        QCOMPARE(give("AddReward", reward), QByteArray());
        for (const char* step : {"SubmitProject", "ApproveProject", "StartProject"})
            QCOMPARE(give(step, "{\"project_id\":\"spring\"}"), QByteArray());
    }
    QByteArray pledge(const QByteArray& label, domain::CommandId id = {})
    {
        return give("PlacePledge",
                    "{\"project_id\":\"spring\",\"label\":\"" + label + "\",\"backer_name\":\"Jörg " + label + "\",\"backer_email\":\"" + label
                        + "@example.org\",\"provider\":\"transfer\",\"rewards\":[{\"reward_id\":\"seat\",\"quantity\":1}]}",
                    id);
    }

    QByteArray performance(const QByteArray& label)
    {
        return give("SchedulePerformance", "{\"label\":\"" + label + "\",\"title\":\"Gala\",\"starts_at\":\"2026-12-24T19:00:00+09:00\"}");
    }

    support::FakeClock clock{{1'795'168'800'000}};
    support::SeededRandom random;
    std::unique_ptr<Workspace> workspace;
    std::optional<commands::Executor> executor;
};

std::vector<store::DigestSums> sumsOf(House& house)
{
    std::vector<store::DigestSums> sums;
    store::FeedReader feed(house.workspace->reader());
    for (size_t table = 0; table < store::syncTables().size(); ++table)
        sums.push_back(feed.sums(int(table), {}));
    return sums;
}

} // namespace

class tst_PostgreSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSameRowsAsInAFile();
    void manyServersStartAtOnce();
    void oneLogOfManyServers();
    void oneSeesWhatTheOtherChanged();
    void whatIsRolledBackIsNotTold();
    void whatWaitsIsRolledBackInPart_data();
    void whatWaitsIsRolledBackInPart();
    void manyInOneTransaction();
    void oneOfManyContradicts();
    void aChangeIsHeard();
    void aLostConnectionIsMadeAnew();
    void aLeaseIsTakenOver();
    void factsAreAppendOnly();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void tst_PostgreSql::init()
{
    if (!support::testsOnServer())
        QSKIP("needs ENCORE_TEST_DATABASE");
}

void tst_PostgreSql::theSameRowsAsInAFile()
{
    const QTemporaryDir folder;
    House file(folder.filePath(QStringLiteral("w.encore")));
    House server(support::freshDatabase());
    for (House* house : {&file, &server}) {
        house->campaign(5);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(house->pledge("p" + QByteArray::number(i)), i < 5 ? QByteArray() : QByteArray("reward.sold_out"));
        QCOMPARE(house->give("RecordPledgePayment", "{\"pledge_id\":\"p1\",\"result\":\"succeeded\"}"), QByteArray());
        QCOMPARE(house->give("CancelPledge", "{\"pledge_id\":\"p2\"}"), QByteArray());
        QCOMPARE(house->give("EditProject", "{\"project_id\":\"spring\",\"summary\":\"It's “spring” \\\\ 봄\\n?\"}"), QByteArray());
    }
    const std::vector<store::DigestSums> ours = sumsOf(file);
    const std::vector<store::DigestSums> theirs = sumsOf(server);
    store::FeedReader feed(server.workspace->reader());
    store::FeedReader own(file.workspace->reader());
    const auto shapeOf = [](store::FeedReader& reader, int table) {
        QStringList shape;
        for (const store::FeedReader::Column& column : reader.columns(table))
            shape << QString(column.name + (column.isBytes ? QStringLiteral(" bytes") : QString()));
        return shape;
    };
    int filled = 0;
    for (size_t table = 0; table < ours.size(); ++table) {
        const char* name = store::syncTables()[table].name;
        QCOMPARE(shapeOf(feed, int(table)), shapeOf(own, int(table)));
        QVERIFY2(ours[table] == theirs[table], name);
        // What the triggers told adds up to what lies there.
        QVERIFY2(store::differingBuckets(theirs[table], feed.countedSums(int(table), {})).empty(), name);
        filled += !ours[table].empty();
    }
    QVERIFY(filled > 10);
    const store::FeedRange here = own.after(0, 1'000'000);
    const store::FeedRange there = feed.after(0, 1'000'000);
    QCOMPARE(there.to, here.to);
    QVERIFY(there.keys == here.keys);
    QCOMPARE(feed.head().number, own.head().number);
}

void tst_PostgreSql::manyServersStartAtOnce()
{
    const QString address = support::freshDatabase();
    std::vector<std::thread> threads;
    std::mutex mutex;
    QSet<QString> epochs;
    for (quint32 i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            House house(address, i);
            const QString epoch = store::FeedReader(house.workspace->reader()).epoch();
            const std::lock_guard lock(mutex);
            epochs << epoch;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(epochs.size(), 1);
    QVERIFY(!epochs.begin()->isEmpty());
    House house(address);
    store::Rows rows = house.workspace->reader().database().run("SELECT count(*) FROM workspace");
    QVERIFY(rows.next());
    QCOMPARE(rows.number(0), 1);
}

void tst_PostgreSql::oneLogOfManyServers()
{
    constexpr int limit = 60;
    constexpr int each = 40;
    const QString address = support::freshDatabase();
    House first(address);
    first.campaign(limit);
    std::atomic<int> taken = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (quint32 server = 0; server < 3; ++server) {
        threads.emplace_back([&, server] {
            House house(address, server + 10);
            for (int i = 0; i < each; ++i) {
                const QByteArray why = house.pledge("s" + QByteArray::number(server) + "-" + QByteArray::number(i));
                if (why.isEmpty())
                    ++taken;
                else if (why == "reward.sold_out")
                    ++refused;
                else
                    qWarning("%s", why.constData());
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(taken.load(), limit);
    QCOMPARE(refused.load(), 3 * each - limit);
    store::Reader& reader = first.workspace->reader();
    const store::ChainReport chain = store::verifyChain(reader);
    QVERIFY2(!chain.brokenAt, qPrintable(domain::words(chain.fault, domain::Language::English)));
    QCOMPARE(chain.entries, 5 + limit);
    store::LedgerReader ledger(reader);
    const store::LedgerReport books = ledger.verify();
    QCOMPARE(books.unbalancedEntries + books.gaps + books.thinEntries + books.wrongBalances + books.strangers, 0);
    const store::FeedRange feed = store::FeedReader(reader).after(0, 1'000'000);
    QVERIFY(!feed.isGone); // without gaps
    store::FeedReader counted(reader);
    for (size_t table = 0; table < store::syncTables().size(); ++table)
        QVERIFY2(store::differingBuckets(counted.sums(int(table), {}), counted.countedSums(int(table), {})).empty(), store::syncTables()[table].name);
}

void tst_PostgreSql::oneSeesWhatTheOtherChanged()
{
    const QString address = support::freshDatabase();
    House one(address);
    House other(address, 2);
    const auto performances = [](House& house) {
        house.workspace->reader().forgetWhatOthersChanged();
        return house.workspace->reader().catalogue().performances.size();
    };
    QCOMPARE(performances(other), size_t(0));
    QCOMPARE(one.performance("A"), QByteArray());
    QCOMPARE(performances(one), size_t(1));
    QCOMPARE(performances(other), size_t(1));
    // The same command given to another server is the same command.
    one.campaign(5);
    const domain::CommandId id = one.executor->makeCommandId();
    QCOMPARE(one.pledge("p", id), QByteArray());
    QCOMPARE(other.pledge("p", id), QByteArray());
    QCOMPARE(other.pledge("q", id), QByteArray("command.mismatch"));
}

void tst_PostgreSql::whatIsRolledBackIsNotTold()
{
    House house(support::freshDatabase());
    house.campaign(1);
    const auto before = sumsOf(house);
    const qint64 head = store::FeedReader(house.workspace->reader()).head().number;
    {
        store::UnitOfWork work(house.workspace->reader(), house.random);
        {
            const store::UnitOfWork::Attempt attempt(work);
            work.putZone({domain::ZoneId(QUuid::createUuid()), QStringLiteral("z"), QStringLiteral("Z"), {}, {}});
        }
        QVERIFY(work.commit().ok());
    }
    QCOMPARE(store::FeedReader(house.workspace->reader()).head().number, head);
    QVERIFY(sumsOf(house) == before);
}

void tst_PostgreSql::whatWaitsIsRolledBackInPart_data()
{
    QTest::addColumn<bool>("outerIsKept");
    QTest::addColumn<bool>("innerIsKept");
    QTest::addColumn<bool>("isAskedBetween");
    for (const bool outer : {false, true}) {
        for (const bool inner : {false, true}) {
            for (const bool asked : {false, true})
                QTest::addRow("outer %s, inner %s, %s", outer ? "kept" : "not kept", inner ? "kept" : "not kept", asked ? "read in between" : "at once") << outer << inner << asked;
        }
    }
}

void tst_PostgreSql::whatWaitsIsRolledBackInPart()
{
    QFETCH(const bool, outerIsKept);
    QFETCH(const bool, innerIsKept);
    QFETCH(const bool, isAskedBetween);
    House house(support::freshDatabase());
    store::Database& database = house.workspace->reader().database();
    const auto zones = [&] {
        QStringList labels;
        store::Rows rows = database.run("SELECT label FROM zones ORDER BY label");
        while (rows.next())
            labels << rows.text(0);
        return labels;
    };
    {
        store::UnitOfWork work(house.workspace->reader(), house.random);
        const auto put = [&](const char* label) {
            work.putZone({domain::ZoneId(QUuid::createUuid()), QString::fromLatin1(label), QStringLiteral("Z"), {}, {}});
            if (isAskedBetween)
                QVERIFY(zones().contains(QString::fromLatin1(label)));
        };
        work.putZone({domain::ZoneId(QUuid::createUuid()), QStringLiteral("a before"), QStringLiteral("Z"), {}, {}}); // told while the attempt runs
        {
            store::UnitOfWork::Attempt outer(work);
            put("b outer");
            {
                store::UnitOfWork::Attempt inner(work);
                put("c inner");
                if (innerIsKept)
                    inner.keep();
            }
            put("d outer");
            if (outerIsKept)
                outer.keep();
        }
        work.putZone({domain::ZoneId(QUuid::createUuid()), QStringLiteral("e behind"), QStringLiteral("Z"), {}, {}});
        QVERIFY(work.commit().ok());
    }
    QStringList expected{QStringLiteral("a before"), QStringLiteral("e behind")};
    if (outerIsKept)
        expected << QStringLiteral("b outer") << QStringLiteral("d outer");
    if (outerIsKept && innerIsKept)
        expected << QStringLiteral("c inner");
    expected.sort();
    QCOMPARE(zones(), expected);
    store::FeedReader feed(house.workspace->reader());
    const int table = store::syncTableIndex("zones");
    QVERIFY(store::differingBuckets(feed.sums(table, {}), feed.countedSums(table, {})).empty());
    const std::vector<store::RowKey> told = feed.after(feed.head().number - 1, 1'000).keys;
    QCOMPARE(std::count_if(told.begin(), told.end(), [&](const store::RowKey& key) { return key.table == table; }), expected.size());
}

void tst_PostgreSql::manyInOneTransaction()
{
    const QTemporaryDir folder;
    House file(folder.filePath(QStringLiteral("w.encore")));
    House server(support::freshDatabase());
    for (House* house : {&file, &server}) {
        house->campaign(5);
        std::vector<commands::CommandRequest> requests;
        for (int i = 0; i < 9; ++i) {
            commands::CommandRequest request;
            request.id = house->executor->makeCommandId();
            request.name = "PlacePledge";
            const QByteArray who = QByteArray::number(i % 4); // some come again, and say more of themselves
            request.arguments = R"({"project_id":"spring","extra":1000,"provider":"transfer","backer_email":"p)" + who + R"(@example.org","backer_name":"Kim )"
                + QByteArray::number(i / 4) + R"(","rewards":[{"reward_id":"seat","quantity":1}]})";
            request.actor = {commands::Role::Admin, QStringLiteral("owner")};
            requests.push_back(request);
        }
        requests.push_back(requests.front()); // the same once more
        commands::Batch batch;
        QByteArrayList answers;
        std::vector<commands::Executor::Step> steps;
        for (const commands::CommandRequest& request : requests) {
            steps.push_back([&](store::UnitOfWork& work) -> domain::Status {
                const auto answered = commands::answer(request, *house->executor, work, batch);
                if (!answered)
                    return answered.error();
                answers << (answered->outcome ? QByteArray(answered->outcome->duplicate ? "again" : "applied") : answered->outcome.error().message.id);
                return domain::done();
            });
        }
        for (const domain::Status& status : house->executor->runTogether(steps))
            QVERIFY(status.ok());
        QCOMPARE(answers.join(' '), QByteArray("applied applied applied applied applied reward.sold_out reward.sold_out reward.sold_out reward.sold_out again"));
        QVERIFY(!store::verifyChain(house->workspace->reader()).brokenAt);
        store::CampaignReader campaigns(house->workspace->reader());
        store::PledgeFilter filter;
        filter.projectId = campaigns.projects().front().id;
        filter.text = QStringLiteral("kim 1");
        QCOMPARE(campaigns.pledges(filter).size(), size_t(2)); // both of the one who came again
        filter.text = QStringLiteral("kim");
        QCOMPARE(campaigns.pledges(filter).size(), size_t(5));
    }
    const std::vector<store::DigestSums> ours = sumsOf(file);
    const std::vector<store::DigestSums> theirs = sumsOf(server);
    store::FeedReader feed(server.workspace->reader());
    for (size_t table = 0; table < ours.size(); ++table) {
        QVERIFY2(ours[table] == theirs[table], store::syncTables()[table].name);
        QVERIFY2(store::differingBuckets(theirs[table], feed.countedSums(int(table), {})).empty(), store::syncTables()[table].name);
    }
}

void tst_PostgreSql::oneOfManyContradicts()
{
    House house(support::freshDatabase());
    std::vector<commands::Executor::Step> steps;
    for (const char* label : {"a", "b", "a", "c"}) { // labels are unique, and each has an id of its own
        steps.push_back([label](store::UnitOfWork& work) {
            work.putZone({domain::ZoneId(QUuid::createUuid()), QString::fromLatin1(label), QStringLiteral("Z"), {}, {}});
            return work.status();
        });
    }
    const std::vector<domain::Status> answers = house.executor->runTogether(steps);
    QCOMPARE(answers.size(), steps.size());
    for (size_t i = 0; i < answers.size(); ++i)
        QCOMPARE(answers[i].ok() ? QByteArray() : answers[i].error().message.id, i == 2 ? QByteArray("store.contradicts") : QByteArray());
    QCOMPARE(house.workspace->reader().catalogue().zones.size(), size_t(3));
}

void tst_PostgreSql::aChangeIsHeard()
{
    const QString address = support::freshDatabase();
    House house(address);
    const auto reader = house.workspace->openReader();
    QVERIFY(reader.ok());
    store::Database& listener = (*reader)->database();
    QVERIFY(listener.heard(std::chrono::milliseconds(0))); // from here on
    while (listener.heard(std::chrono::milliseconds(200))) { }
    QElapsedTimer timer;
    timer.start();
    house.campaign(1);
    QVERIFY(listener.heard(std::chrono::milliseconds(5'000)));
    QVERIFY(timer.elapsed() < 4'000);
}

void tst_PostgreSql::aLostConnectionIsMadeAnew()
{
    const QString address = support::freshDatabase();
    House house(address);
    house.campaign(5);
    House other(address, 2);
    {
        store::Rows rows = other.workspace->reader().database().run(
            QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"), {});
        QVERIFY(rows.next());
    }
    QVERIFY(!house.pledge("p").isEmpty()); // the one that was under way is refused with a reason
    QCOMPARE(house.pledge("p"), QByteArray());
    QCOMPARE(house.pledge("q"), QByteArray());
    store::FeedReader feed(house.workspace->reader());
    const int pledges = store::syncTableIndex("pledges");
    QVERIFY(store::differingBuckets(feed.sums(pledges, {}), feed.countedSums(pledges, {})).empty());
}

void tst_PostgreSql::aLeaseIsTakenOver()
{
    const QString address = support::freshDatabase();
    House one(address);
    House other(address, 2);
    store::Lease first(one.workspace->reader(), QStringLiteral("scheduler"));
    auto second = std::make_unique<store::Lease>(other.workspace->reader(), QStringLiteral("scheduler"));
    second->setPatience(std::chrono::milliseconds(1'500));
    QVERIFY(first.hold());
    QVERIFY(first.hold());
    QVERIFY(!second->hold());
    QCOMPARE(other.performance("A"), QByteArray("store.lease_lost")); // it writes nothing without it
    QCOMPARE(one.performance("A"), QByteArray());
    QTRY_VERIFY_WITH_TIMEOUT(second->hold(), 10'000); // the first has stopped counting
    QCOMPARE(one.performance("B"), QByteArray("store.lease_lost")); // though it still thinks it may
    QCOMPARE(other.performance("B"), QByteArray());
    QVERIFY(!first.hold());
    second.reset(); // gives it back: nobody has to wait
    QVERIFY(first.hold());
    QCOMPARE(one.performance("C"), QByteArray());
}

void tst_PostgreSql::factsAreAppendOnly()
{
    House house(support::freshDatabase());
    house.campaign(1);
    QCOMPARE(house.pledge("p"), QByteArray());
    QCOMPARE(house.give("RecordPledgePayment", "{\"pledge_id\":\"p\",\"result\":\"succeeded\"}"), QByteArray());
    for (const char* sql : {"UPDATE command_log SET actor = 'x'", "DELETE FROM command_log", "UPDATE postings SET amount = 0", "DELETE FROM ledger_entries"}) {
        store::Database& database = house.workspace->reader().database();
        database.execute(sql);
        QVERIFY2(!database.status().ok(), sql);
        database.forgetFailure();
    }
    QVERIFY(!store::verifyChain(house.workspace->reader()).brokenAt);
}

void tst_PostgreSql::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("no name") << QStringLiteral("postgresql://somebody@example.org") << QByteArray("store.address");
    QTest::newRow("not an address") << QStringLiteral("postgresql:encore") << QByteArray("store.address");
    QTest::newRow("nobody there") << QStringLiteral("postgresql:///encore?host=/nowhere") << QByteArray("store.cannot_open");
}

void tst_PostgreSql::saysWhatIsWrong()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, id);
    const auto opened = Workspace::open(address, Workspace::Intent::Write);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().message.id, id);
}

QTEST_GUILESS_MAIN(tst_PostgreSql)
#include "tst_postgresql.moc"
