// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/audit/verifyworkspace.h"
#include "commands/bundle/bundleexport.h"
#include "commands/demo/demobundle.h"
#include "support/desk.h"

#include <rapidjson/schema.h>

#include <QTest>

using namespace encore;
using commands::JsonDocument;

class tst_Bundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void badUtf8();
    void schemaAgrees_data() { faults_data(); }
    void schemaAgrees();
    void anyOrderOfMembersAndAMark();
    void defaultsOfAbsentMembers();
    void anEmptyWorkspaceAdopts();
    void importingAgainReplacesAndKeeps();
    void identicalScansMerge();
    void cancelledInTheMiddle();
    void roundTrip();
    void demoIsTheSameFromTheSameSeed();

private:
    [[nodiscard]] static QByteArray doorBundle() { return support::TestDesk::contents(QStringLiteral(ENCORE_TEST_DATA "/door.json")); }
    [[nodiscard]] static QByteArray exported(support::TestDesk& desk);
    [[nodiscard]] static QByteArray caseText(const QByteArray& line);
};

QByteArray tst_Bundle::caseText(const QByteArray& line)
{
    const auto parsed = commands::parseJson(line);
    Q_ASSERT(parsed.ok());
    const auto& object = *parsed;
    return object.HasMember("text") ? commands::jsonString(object["text"]).toUtf8() : commands::jsonText(object["bundle"]);
}

QByteArray tst_Bundle::exported(support::TestDesk& desk)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const domain::Status status = commands::exportBundle(desk.reader(), out);
    Q_ASSERT(status.ok());
    return out.data();
}

void tst_Bundle::faults_data()
{
    QTest::addColumn<QByteArray>("line");
    int count = 0;
    for (const QByteArray& line : support::TestDesk::contents(QStringLiteral(ENCORE_TEST_DATA "/bundlefaults.jsonl")).split('\n')) {
        if (line.isEmpty())
            continue;
        const auto parsed = commands::parseJson(line);
        QVERIFY2(parsed.ok(), line.constData());
        QTest::newRow(qPrintable(commands::jsonString((*parsed)["name"]))) << line;
        ++count;
    }
    QVERIFY2(count >= 60, qPrintable(QString::number(count)));
}

void tst_Bundle::faults()
{
    QFETCH(QByteArray, line);
    const auto expected = commands::parseJson(line);
    support::TestDesk desk;
    const auto outcome = desk.import(caseText(line));
    QVERIFY(!outcome.ok());
    const domain::Message& told = outcome.error().message;
    QCOMPARE(told.id, commands::jsonString((*expected)["reason"]).toUtf8());
    const QString path = commands::jsonString((*expected)["path"]);
    const QString words = domain::words(told, domain::Language::English);
    QVERIFY2(path.isEmpty() || words.startsWith(path + u':'), qPrintable(words));
    QVERIFY2(!words.contains(QStringLiteral("{")) || words.contains(QStringLiteral("JSON")), qPrintable(words));
    for (const char* table : {"products", "performances", "zones", "gates", "questions", "issuers", "orders", "tickets", "scans", "contacts",
                              "refused_codes", "bundle_members", "command_log"})
        QCOMPARE(desk.count(table), 0);
    QVERIFY(desk.import(doorBundle()).ok()); // and the next one goes as if nothing had been
}

void tst_Bundle::badUtf8()
{
    support::TestDesk desk;
    QVERIFY(!desk.import("{\"format\":\"encore-bundle/1\",\"products\":[{\"id\":\"1\",\"name\":\"\xff\xfe\"}]}").ok());
    QVERIFY(!desk.import(QByteArray("{\"format\":\"encore-bundle/1\"\0}", 29)).ok());
    QVERIFY(!desk.import("\xEF\xBB\xBF").ok());
    QCOMPARE(desk.count("products"), 0);
}

void tst_Bundle::schemaAgrees()
{
    QFETCH(QByteArray, line);
    JsonDocument schemaText;
    const QByteArray schema = commands::bundleSchema();
    schemaText.Parse(schema.constData(), size_t(schema.size()));
    QVERIFY(!schemaText.HasParseError());
    const rapidjson::SchemaDocument document(schemaText);
    const auto allowed = [&](const QByteArray& text) {
        JsonDocument bundle;
        bundle.Parse(text.constData(), size_t(text.size()));
        if (bundle.HasParseError())
            return false;
        rapidjson::SchemaValidator validator(document);
        return bundle.Accept(validator);
    };
    QVERIFY(allowed(doorBundle()));
    // What a shape alone can tell must be told by the schema, too; the others are about meaning.
    const auto expected = commands::parseJson(line);
    const QString reason = commands::jsonString((*expected)["reason"]);
    if (reason == u"json.missing" || reason == u"json.wrong_type" || reason == u"json.not_a_choice" || reason == u"json.too_long")
        QVERIFY2(!allowed(caseText(line)), line.constData());
}

void tst_Bundle::anyOrderOfMembersAndAMark()
{
    support::TestDesk desk;
    // door.json has orders before the products they name; here the workspace stands last and a byte order mark first.
    QVERIFY(desk.import("\xEF\xBB\xBF{\"scans\":[{\"ticket_id\":\"T\",\"gate_id\":\"g\",\"direction\":\"entry\",\"at\":\"2026-11-20T19:00:00Z\"}],"
                        "\"orders\":[{\"id\":\"O\",\"status\":\"paid\",\"tickets\":[{\"id\":\"T\",\"product_id\":\"r\"}]}],"
                        "\"gates\":[{\"id\":\"g\",\"name\":\"G\"}],\"products\":[{\"id\":\"r\",\"name\":\"R\"}],\r\n"
                        "\"format\":\"encore-bundle/1\",\"workspace\":{\"id\":\"018f3c1e-0000-7000-8000-00000000beef\",\"name\":\"Last\"}}")
                .ok());
    QCOMPARE(desk.reader().workspace()->name, QStringLiteral("Last"));
    QCOMPARE(desk.count("tickets"), 1);
    QCOMPARE(desk.count("presence"), 1);
}

void tst_Bundle::defaultsOfAbsentMembers()
{
    support::TestDesk desk;
    QVERIFY(desk.import(doorBundle()).ok());
    const auto& gates = desk.reader().catalogue().gates;
    const auto gate = gates.at(domain::idForExternal<domain::GateId>(desk.workspace->record().id, QStringLiteral("A")));
    QVERIFY(gate.admitUnlisted);
    QVERIFY(!gate.addonMatch);
    QVERIFY(!gate.performanceIds);
    QCOMPARE(gate.entry, domain::EntryPolicy::Once);
    const auto found = desk.reader().findTickets(QStringLiteral("하늘 김"), 10);
    QCOMPARE(found.size(), 0); // words begin words: 하늘 stands inside 김하늘
    QCOMPARE(desk.reader().findTickets(QStringLiteral("김하"), 10).size(), 2); // the holder, and the buyer's other ticket
    QCOMPARE(desk.reader().findTickets(QStringLiteral("muller zoe"), 10).size(), 1);
}

void tst_Bundle::anEmptyWorkspaceAdopts()
{
    support::TestDesk other(domain::WorkspaceId(QUuid::fromString(QStringLiteral("{018f3c1e-0000-7000-8000-000000000002}"))));
    QVERIFY(other.import(doorBundle()).ok());
    QCOMPARE(other.reader().workspace()->id.text(), QStringLiteral("018f3c1e-0000-7000-8000-000000000001"));
    support::TestDesk full(domain::WorkspaceId(QUuid::fromString(QStringLiteral("{018f3c1e-0000-7000-8000-000000000003}"))));
    QVERIFY(full.import("{\"format\":\"encore-bundle/1\",\"products\":[{\"id\":\"r\",\"name\":\"R\"}]}").ok());
    const auto refused = full.import(doorBundle());
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().message.id, QByteArray("bundle.other_workspace"));
}

void tst_Bundle::importingAgainReplacesAndKeeps()
{
    support::TestDesk desk;
    QVERIFY(desk.import(doorBundle()).ok());
    QVERIFY(desk.import("{\"format\":\"encore-bundle/1\",\"orders\":[{\"id\":\"O1\",\"status\":\"cancelled\",\"buyer\":{\"name\":\"이바다\"},"
                        "\"tickets\":[{\"id\":\"T1\",\"product_id\":\"regular\",\"holder_name\":\"Ann\"}]}]}")
                .ok());
    QCOMPARE(desk.count("tickets"), 7); // absent ones stay
    const auto id = domain::idForExternal<domain::TicketId>(desk.workspace->record().id, QStringLiteral("T1"));
    QCOMPARE(desk.reader().ticket(id)->holderName, QStringLiteral("Ann"));
    QVERIFY(desk.reader().ticket(id)->secret.isEmpty());
    QCOMPARE(desk.reader().order(desk.reader().ticket(id)->orderId)->status, domain::OrderStatus::Cancelled);
    QCOMPARE(desk.reader().findTickets(QStringLiteral("김하늘"), 10).size(), 0);
    QCOMPARE(desk.reader().findTickets(QStringLiteral("이바다"), 10).size(), 2);
}

void tst_Bundle::identicalScansMerge()
{
    support::TestDesk desk;
    QVERIFY(desk.import(doorBundle()).ok());
    const QByteArray scans = "{\"format\":\"encore-bundle/1\",\"scans\":["
                             "{\"ticket_id\":\"T1\",\"gate_id\":\"A\",\"direction\":\"entry\",\"at\":\"2026-11-20T19:00:00+09:00\",\"device\":\"x\"},"
                             "{\"ticket_id\":\"T1\",\"gate_id\":\"A\",\"direction\":\"entry\",\"at\":\"2026-11-20T10:00:00Z\",\"device\":\"x\"},"
                             "{\"ticket_id\":\"T2\",\"gate_id\":\"B\",\"direction\":\"entry\",\"at\":\"2026-11-20T19:01:00+09:00\",\"device\":\"x\"}]}";
    for (int round = 0; round < 2; ++round) {
        QVERIFY(desk.import(scans).ok());
        QCOMPARE(desk.count("scans"), 2);
        const auto report = commands::verifyWorkspace(desk.reader());
        QVERIFY(report.ok() && report->faults.empty());
        const auto site = domain::idForExternal<domain::ZoneId>(desk.workspace->record().id, QStringLiteral("site"));
        QCOMPARE(desk.reader().zoneCounts().at(site), 2);
    }
}

void tst_Bundle::cancelledInTheMiddle()
{
    support::TestDesk desk;
    QBuffer file;
    file.open(QIODevice::ReadWrite);
    QVERIFY(commands::writeDemoBundle(file, 1, commands::DemoScale::Venue, desk.clock.now()).ok());
    file.seek(0);
    int asked = 0;
    const auto staged = commands::stageBundle(file, desk.reader(), [&asked](qint64, qint64) { return ++asked < 3; });
    QVERIFY(!staged.ok());
    QCOMPARE(staged.error().code, domain::ErrorCode::Cancelled);
    QCOMPARE(desk.count("orders"), 0);
    QVERIFY(desk.import(doorBundle()).ok());
}

void tst_Bundle::roundTrip()
{
    support::TestDesk first;
    QVERIFY(first.import(doorBundle()).ok());
    QVERIFY(first.import("{\"format\":\"encore-bundle/1\",\"revocations\":[\"old\"],\"blocks\":[\"018f3c1e00007000800000000000dead\"],\"scans\":["
                         "{\"ticket_id\":\"T1\",\"gate_id\":\"A\",\"direction\":\"entry\",\"at\":\"2026-11-20T19:00:00+09:00\",\"device\":\"x\"}]}")
                .ok());
    const QByteArray bundle = exported(first);
    for (const char* kept : {"\"phone\":\"010\"", "\"note\":\"kept\"", "\"sponsors\":[", "\"motto\":\"loud\"", "\"nothing\":[]",
                             "\"colour\":\"blue\"", "\"id\":\"v1\"", "\"Id card?\""})
        QVERIFY2(bundle.contains(kept), kept);
    support::TestDesk second(domain::WorkspaceId(QUuid::fromString(QStringLiteral("{018f3c1e-0000-7000-8000-000000000009}"))));
    const auto imported = second.import(bundle);
    QVERIFY2(imported.ok(), imported ? "" : qPrintable(domain::words(imported.error().message, domain::Language::English)));
    QCOMPARE(exported(second), bundle);
    QCOMPARE(exported(first), bundle);
}

void tst_Bundle::demoIsTheSameFromTheSameSeed()
{
    support::TestDesk desk;
    const auto made = [&](quint64 seed) {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        return commands::writeDemoBundle(out, seed, commands::DemoScale::Venue, desk.clock.now()).ok() ? out.data() : QByteArray();
    };
    const QByteArray bundle = made(5);
    QCOMPARE(made(5), bundle);
    QVERIFY(made(6) != bundle);
    QVERIFY(desk.import(bundle).ok());
    QCOMPARE(desk.count("tickets"), commands::demoTickets(commands::DemoScale::Venue));
    for (const char* status : {"paid", "awaiting_payment", "cancelled", "expired"})
        QVERIFY2(bundle.contains(QByteArray(QByteArray("\"status\":\"") + status + '"')), status);
    for (const char* flag : {"\"blocked\":true", "\"revoked\":true", "\"attention\":true", "\"requires_approval\":true", "\"addon_of\":\"T"})
        QVERIFY2(bundle.contains(flag), flag);
}

QTEST_GUILESS_MAIN(tst_Bundle)
#include "tst_bundle.moc"
