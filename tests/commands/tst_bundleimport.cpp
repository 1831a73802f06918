// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundleworld.h"
#include "commands/audit/verifyworkspace.h"
#include "commands/codec/json.h"

#include <rapidjson/schema.h>

#include <QTest>

using namespace encore;
using commands::JsonDocument;
using commands::JsonValue;
using domain::ErrorCode;

class tst_BundleImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesFaults_data();
    void refusesFaults();
    void theSchemaAgrees();
    void aByteOrderMarkIsSkipped();
    void absentMembersHaveDefaults();
    void anEmptyWorkspaceTakesTheId();
    void withoutAnIdTheWorkspaceKeepsItsOwn();
    void idsBelongToTheirWorkspace();
    void sameIdReplacesAndAbsentStays();
    void identicalScansMerge();
    void presenceFollowsTheScans();
    void stoppingLeavesNothing_data();
    void stoppingLeavesNothing();
    void onlyWhatWasStagedIsPublished();
    void aWorkspaceThatChangedMeanwhileRefuses();
    void namesAreFound();
    void namesLieInContactsOnly();

private:
    [[nodiscard]] static bool schemaAccepts(const JsonValue& bundle);

    std::unique_ptr<BundleWorld> m_world; ///< of the faults
    QByteArray m_before;
};

namespace
{

const char* const base = R"({"format":"encore-bundle/1","products":[{"id":"bp","name":"P"}],"performances":[{"id":"bf","title":"F"}],
"zones":[{"id":"bz","name":"Z"},{"id":"bz2","name":"Z2","parent":"bz"}],"gates":[{"id":"bg","name":"G","zone":"bz2"}],
"orders":[{"id":"bo","status":"paid","buyer":{"name":"Kim"},"tickets":[{"id":"bt","product_id":"bp","holder_name":"Lee"}]}],
"scans":[{"ticket_id":"bt","gate_id":"bg","direction":"entry","at":"2026-11-20T09:00:00Z"}],"odd":[1]})";

QByteArray bundleWith(const QByteArray& members)
{
    return "{\"format\":\"encore-bundle/1\"," + members + "}";
}

/// An order with one ticket for product 1.
QByteArray orderOf(const QByteArray& id, const QByteArray& buyer, const QByteArray& holder, const QByteArray& members = {})
{
    return "{\"id\":\"O" + id + "\",\"status\":\"paid\",\"buyer\":{\"name\":\"" + buyer + "\"},\"tickets\":[{\"id\":\"T" + id
        + "\",\"product_id\":\"1\",\"holder_name\":\"" + holder + "\"" + members + "}]}";
}

const QByteArray product = "\"products\":[{\"id\":\"1\",\"name\":\"A\"}]";

QByteArray fileOf(const JsonValue& fault)
{
    if (fault.HasMember("bundle"))
        return commands::jsonText(fault["bundle"]);
    return fault.HasMember("text") ? commands::jsonString(fault["text"]).toUtf8() : commands::jsonString(fault["bytes"]).toLatin1();
}

QString argumentOf(const domain::Message& message, const QByteArray& name)
{
    for (const auto& argument : message.arguments) {
        if (argument.name == name)
            return argument.text;
    }
    return {};
}

QByteArray innerOf(const domain::Message& message)
{
    for (const auto& argument : message.arguments) {
        if (argument.name == "fault" && !argument.message.empty())
            return argument.message.front().id;
    }
    return {};
}

QStringList labels(const std::vector<store::TicketRow>& rows)
{
    QStringList found;
    for (const store::TicketRow& row : rows)
        found += row.ticket.label;
    return found;
}

} // namespace

bool tst_BundleImport::schemaAccepts(const JsonValue& bundle)
{
    static const auto text = commands::parseJson(commands::bundleSchema());
    static const rapidjson::SchemaDocument schema(*text);
    rapidjson::SchemaValidator validator(schema);
    return bundle.Accept(validator);
}

void tst_BundleImport::initTestCase()
{
    QVERIFY(commands::parseJson(commands::bundleSchema()).ok());
    m_world = std::make_unique<BundleWorld>();
    const domain::Status imported = m_world->import(base);
    QVERIFY2(imported.ok(), wordsOf(imported).constData());
    m_before = m_world->exported();
    QVERIFY(!m_before.isEmpty());
}

void tst_BundleImport::refusesFaults_data()
{
    QTest::addColumn<QByteArray>("line");
    int count = 0;
    for (const QByteArray& line : testData("bundlefaults.jsonl").split('\n')) {
        if (line.isEmpty())
            continue;
        const auto fault = commands::parseJson(line);
        QVERIFY2(fault.ok(), line.constData());
        QTest::newRow((*fault)["name"].GetString()) << line;
        ++count;
    }
    QVERIFY(count >= 60);
}

void tst_BundleImport::refusesFaults()
{
    QFETCH(QByteArray, line);
    const auto fault = commands::parseJson(line);
    const QByteArray file = fileOf(*fault);
    const auto before = m_world->counts();

    const auto staged = m_world->stage(file);
    QVERIFY(!staged.ok());
    const domain::Message& told = staged.error().message;
    QCOMPARE(told.id, QByteArray((*fault)["reason"].GetString()));
    QCOMPARE(argumentOf(told, "path"), (*fault)["path"].IsNull() ? QString() : commands::jsonString((*fault)["path"]));
    QCOMPARE(innerOf(told), fault->HasMember("inner") ? QByteArray((*fault)["inner"].GetString()) : QByteArray());
    QVERIFY(!domain::words(told, domain::Language::Korean).contains(u'{'));

    const auto published = m_world->run(commands::ImportBundle{domain::sha256(file), file.size()});
    QVERIFY(!published.ok());
    QCOMPARE(published.error().message.id, QByteArray("bundle.not_staged"));
    QCOMPARE(m_world->counts(), before);
    QCOMPARE(m_world->exported(), m_before);

    if (const auto parsed = commands::parseJson(file); parsed && fault->HasMember("structural"))
        QVERIFY2(!schemaAccepts(*parsed), "the schema must refuse it, too");
    QVERIFY2(m_world->import(base).ok(), "the next import must work as ever");
    QCOMPARE(m_world->exported(), m_before);
}

namespace
{

/// Puts each of many values in the place of each value below @p value, and calls back with the whole changed.
void eachChange(JsonDocument& whole, JsonValue& value, const std::function<void(const QString&)>& visit, const QString& path)
{
    auto& allocator = whole.GetAllocator();
    static const auto others = commands::parseJson(R"([null,true,0,-1,1.5,1e300,"","x",[],[1],["x"],{},{"x":"y"},{"id":"x"}])");
    if (!path.isEmpty()) {
        JsonValue kept;
        kept.Swap(value);
        for (const JsonValue& other : others->GetArray()) {
            value.CopyFrom(other, allocator);
            visit(path + u'=' + QString::fromUtf8(commands::jsonText(other)));
        }
        value = JsonValue("y", allocator);
        value.SetString(QByteArray(500, 'y').constData(), 500, allocator);
        visit(path + QStringLiteral("=long"));
        kept.Swap(value);
    }
    if (value.IsObject()) {
        for (rapidjson::SizeType i = 0; i < value.MemberCount(); ++i) {
            const QString below = path + u'/' + commands::jsonString((value.MemberBegin() + i)->name);
            eachChange(whole, (value.MemberBegin() + i)->value, visit, below);
            JsonValue without(value, allocator);
            without.EraseMember(without.MemberBegin() + i);
            without.Swap(value);
            visit(below + QStringLiteral(" missing"));
            without.Swap(value);
        }
    } else if (value.IsArray()) {
        for (rapidjson::SizeType i = 0; i < value.Size(); ++i)
            eachChange(whole, value[i], visit, path + u'/' + QString::number(i));
    }
}

} // namespace

void tst_BundleImport::theSchemaAgrees()
{
    auto parsed = commands::parseJson(testData("richbundle.json"));
    QVERIFY(parsed.ok());
    JsonDocument rich = std::move(parsed).value();
    QVERIFY(schemaAccepts(rich));
    BundleWorld world;
    int refusedBySchema = 0;
    int taken = 0;
    QStringList disagreed;
    eachChange(rich, rich, [&](const QString& change) {
        const bool accepted = schemaAccepts(rich);
        const bool staged = world.stage(commands::jsonText(rich)).ok();
        refusedBySchema += !accepted;
        taken += staged;
        if (!accepted && staged)
            disagreed += change;
    }, {});
    QVERIFY2(disagreed.isEmpty(), disagreed.mid(0, 10).join(u'\n').toUtf8().constData());
    QVERIFY(refusedBySchema > 500);
    QVERIFY(taken > 200);
}

void tst_BundleImport::aByteOrderMarkIsSkipped()
{
    BundleWorld world;
    QVERIFY(world.import("\xEF\xBB\xBF" + bundleWith(product)).ok());
    QCOMPARE(world.reader().catalogue().products.size(), size_t(1));
}

void tst_BundleImport::absentMembersHaveDefaults()
{
    BundleWorld world;
    QVERIFY(world.import(bundleWith(product + R"(,"performances":[{"id":"14","title":"F"}],"gates":[{"id":"L1","name":"Main"}],
        "zones":[{"id":"z","name":"Z"}],"questions":[{"id":"q","kind":"text"}],
        "orders":[{"id":"O","status":"paid","tickets":[{"id":"T","product_id":"1"}]}])")).ok());
    const store::Catalogue& catalogue = world.reader().catalogue();
    const domain::Gate& gate = catalogue.gates.begin()->second;
    QVERIFY(!gate.performanceIds && !gate.productIds && !gate.zone && !gate.capacity && gate.rules.isEmpty());
    QVERIFY(!gate.includeUnpaid && !gate.addonMatch && gate.admitUnlisted);
    QVERIFY(gate.entry == domain::EntryPolicy::Once);
    const domain::Performance& performance = catalogue.performances.begin()->second;
    QVERIFY(!performance.doorsAt && !performance.startsAt && !performance.endsAt && !performance.ageRating);
    QCOMPARE(performance.zone.name(), QStringLiteral("Asia/Seoul"));
    const domain::Zone& zone = catalogue.zones.begin()->second;
    QVERIFY(!zone.parent && !zone.capacity);
    const domain::Question& question = catalogue.questions.front();
    QVERIFY(!question.required && !question.askAtDoor && !question.productIds && question.options.empty());
    const auto ticket = world.reader().ticket(domain::idForExternal<domain::TicketId>(world.id(), QStringLiteral("T")));
    QVERIFY(ticket.has_value());
    QVERIFY(!ticket->variationId && !ticket->performanceId && !ticket->addonOf && !ticket->validFrom && !ticket->validUntil);
    QVERIFY(ticket->secret.isEmpty() && ticket->seat.isEmpty() && ticket->answers.empty());
    QVERIFY(ticket->status == domain::TicketStatus::Valid && !ticket->blocked && !ticket->revoked && !ticket->attention);
    const auto order = world.reader().order(ticket->orderId);
    QVERIFY(order && !order->requiresApproval && !order->admitWhileUnpaid && order->buyerName.isEmpty());
}

void tst_BundleImport::anEmptyWorkspaceTakesTheId()
{
    BundleWorld world;
    QVERIFY(world.import(testData("richbundle.json")).ok());
    const auto record = world.reader().workspace();
    QCOMPARE(record->id.text(), QStringLiteral("019f0000-0000-7000-8000-0000000000aa"));
    QCOMPARE(record->name, QStringLiteral("홀"));
    QCOMPARE(record->zone.name(), QStringLiteral("Asia/Tokyo"));
    const auto other = world.stage(bundleWith(R"("workspace":{"id":"019f0000-0000-7000-8000-0000000000bb"})"));
    QVERIFY(!other.ok());
    QCOMPARE(other.error().code, ErrorCode::Refused);
    QVERIFY(world.import(bundleWith(R"("workspace":{"id":"019F0000-0000-7000-8000-0000000000AA"})")).ok());

    // Even a single question makes a workspace one that other ids would be confused with.
    BundleWorld asked;
    QVERIFY(asked.import(bundleWith(R"("questions":[{"id":"q","kind":"text"}])")).ok());
    QVERIFY(!asked.stage(bundleWith(R"("workspace":{"id":"019f0000-0000-7000-8000-0000000000bb"})")).ok());
}

void tst_BundleImport::withoutAnIdTheWorkspaceKeepsItsOwn()
{
    BundleWorld world;
    const domain::WorkspaceId own = world.id();
    QVERIFY(world.import(bundleWith(product + R"(,"workspace":{"name":"New"})")).ok());
    QCOMPARE(world.id(), own);
    QCOMPARE(world.reader().workspace()->name, QStringLiteral("New"));
    QVERIFY(world.reader().catalogue().products.count(domain::idForExternal<domain::ProductId>(own, QStringLiteral("1"))));
}

void tst_BundleImport::idsBelongToTheirWorkspace()
{
    BundleWorld world;
    QVERIFY(world.import(testData("richbundle.json")).ok()); // its workspace comes last
    QVERIFY(world.reader().ticket(domain::idForExternal<domain::TicketId>(world.id(), QStringLiteral("T2"))).has_value());
    const auto byUuid = world.reader().ticket(domain::TicketId(QUuid(QStringLiteral("{01234567-89ab-cdef-0123-456789abcdef}"))));
    QVERIFY(byUuid.has_value());
    QCOMPARE(byUuid->label, QStringLiteral("0123456789abcdef0123456789abcdef"));
}

void tst_BundleImport::sameIdReplacesAndAbsentStays()
{
    BundleWorld world;
    QVERIFY(world.import(bundleWith(product + R"(,"odd":[1,2],"gone":1,"orders":[)" + orderOf("1", "Kim", "Lee", R"(,"x":1,"seat":"A")") + "," + orderOf("2", "Ahn", "Bae")
                                    + R"(],"blocks":["a"],"gates":[{"id":"g","name":"G","capacity":5}])")).ok());
    QVERIFY(world.import(bundleWith(R"("odd":[3],"orders":[)" + orderOf("1", "Park", "Lee")
                                    + R"(],"gates":[{"id":"g","name":"H"}],"blocks":["b"])")).ok());
    const auto bundle = commands::parseJson(world.exported());
    const JsonValue& root = *bundle;
    QCOMPARE(root["orders"].Size(), 2u);
    QCOMPARE(root["orders"][0]["buyer"]["name"].GetString(), "Park");
    QVERIFY(!root["orders"][0]["tickets"][0].HasMember("x"));
    QVERIFY(root["orders"][0]["tickets"][0]["seat"].IsNull());
    QCOMPARE(root["orders"][1]["buyer"]["name"].GetString(), "Ahn");
    QCOMPARE(root["gates"][0]["name"].GetString(), "H");
    QVERIFY(root["gates"][0]["capacity"].IsNull());
    QCOMPARE(commands::jsonText(root["blocks"]), QByteArray(R"(["a","b"])"));
    QCOMPARE(commands::jsonText(root["odd"]), QByteArray("[3]"));
    QCOMPARE(root["gone"].GetInt(), 1);
}

void tst_BundleImport::identicalScansMerge()
{
    BundleWorld world;
    QVERIFY(world.import(base).ok());
    QVERIFY(world.import(base).ok());
    QCOMPARE(world.counts()[QStringLiteral("scans")], 1);
    QVERIFY(world.import(bundleWith(R"("scans":[
        {"ticket_id":"bt","gate_id":"bg","direction":"entry","at":"2026-11-20T18:00:00+09:00"},
        {"ticket_id":"bt","gate_id":"bg","direction":"entry","at":"2026-11-20T09:00:00Z","device":"other"}])")).ok());
    QCOMPARE(world.counts()[QStringLiteral("scans")], 2);
}

void tst_BundleImport::presenceFollowsTheScans()
{
    BundleWorld world;
    QVERIFY(world.import(testData("richbundle.json")).ok());
    const domain::WorkspaceId id = world.id();
    const auto ticket = [&](const char* label) { return domain::idForExternal<domain::TicketId>(id, QLatin1String(label)); };
    const auto zone = [&](const char* label) { return domain::idForExternal<domain::ZoneId>(id, QLatin1String(label)); };
    QVERIFY(world.reader().presence(ticket("T2")).empty()); // it left
    QVERIFY(world.reader().presence(ticket("T1")).count(zone("vip")));
    QVERIFY(world.reader().presence(ticket("T1")).count(zone("site"))); // VIP lies inside
    QCOMPARE(world.reader().zoneCounts()[zone("site")], 2); // and the one with a code that is not listed
    const store::GateCounts gate = world.reader().gateCounts(domain::idForExternal<domain::GateId>(id, QStringLiteral("L1")));
    QCOMPARE(gate.entries, 2);
    QCOMPARE(gate.exits, 1);
    QCOMPARE(gate.unlisted, 1);
    const auto audit = commands::verifyWorkspace(world.reader());
    QVERIFY(audit.ok());
    QVERIFY2(audit->faults.empty(), audit->faults.empty() ? "" : domain::words(audit->faults.front(), domain::Language::English).toUtf8().constData());
    QCOMPARE(audit->scans, 4);
}

void tst_BundleImport::stoppingLeavesNothing_data()
{
    QTest::addColumn<bool>("workspaceLast");
    QTest::newRow("while reading") << false;
    QTest::newRow("while looking for the workspace") << true;
}

void tst_BundleImport::stoppingLeavesNothing()
{
    QFETCH(bool, workspaceLast);
    QByteArray orders;
    for (int i = 0; i < 2000; ++i)
        orders += (i ? "," : "") + orderOf(QByteArray::number(i), "Kim", "Lee");
    const QByteArray workspace = R"("workspace":{"name":"New"})";
    const QByteArray file = bundleWith((workspaceLast ? QByteArray() : workspace + ",") + product + ",\"orders\":[" + orders + "]"
                                       + (workspaceLast ? "," + workspace : QByteArray()));
    BundleWorld world;
    const auto before = world.counts();
    int asked = 0;
    const auto staged = world.stage(file, [&](qint64 done, qint64 total) {
        ++asked;
        return total == file.size() && done <= total && (workspaceLast ? asked < 2 : done < total / 2);
    });
    QVERIFY(!staged.ok());
    QCOMPARE(staged.error().code, ErrorCode::Cancelled);
    QCOMPARE(asked > 1, true);
    QCOMPARE(world.counts(), before);
    QVERIFY(!world.run(commands::ImportBundle{domain::sha256(file), file.size()}).ok());
    QVERIFY(world.import(file).ok());
    QCOMPARE(world.counts()[QStringLiteral("tickets")], 2000);
}

void tst_BundleImport::onlyWhatWasStagedIsPublished()
{
    BundleWorld world;
    const QByteArray first = bundleWith(product);
    const QByteArray second = bundleWith(R"("products":[{"id":"2","name":"B"}])");
    const auto staged = world.stage(first);
    QVERIFY(staged.ok());
    QCOMPARE(staged->fileSha256, domain::sha256(first));
    QCOMPARE(staged->fileSize, first.size());
    QVERIFY2(world.counts()[QStringLiteral("products")] == 0, "staging changes nothing");
    QVERIFY(!world.run(commands::ImportBundle{domain::sha256(second), second.size()}).ok());
    QVERIFY(world.stage(second).ok());
    QVERIFY(world.run(commands::ImportBundle{domain::sha256(second), second.size()}).ok());
    QCOMPARE(world.reader().catalogue().products.size(), size_t(1));
    QCOMPARE(world.reader().catalogue().products.begin()->second.name, QStringLiteral("B"));
}

void tst_BundleImport::aWorkspaceThatChangedMeanwhileRefuses()
{
    BundleWorld world;
    const domain::WorkspaceId own = world.id();
    const QByteArray file = testData("richbundle.json");
    const auto staged = world.stage(file);
    QVERIFY(staged.ok());
    world.reader().database().execute("INSERT INTO refused_codes VALUES ('block', 'x')");
    const auto published = world.run(commands::ImportBundle{staged->fileSha256, staged->fileSize});
    QVERIFY(!published.ok());
    QCOMPARE(published.error().message.id, QByteArray("bundle.other_workspace"));
    QCOMPARE(world.id(), own);
}

void tst_BundleImport::namesAreFound()
{
    BundleWorld world;
    QVERIFY(world.import(bundleWith(product + ",\"orders\":[" + orderOf("1", "김 민지", "박지성") + "," + orderOf("2", "Müller", "Ørsted") + "]")).ok());
    const auto find = [&](const char* text) { return labels(world.reader().findTickets(QString::fromUtf8(text), 10)); };
    const QStringList first{QStringLiteral("T1")};
    const QStringList second{QStringLiteral("T2")};
    QCOMPARE(find("박지성"), first);
    QCOMPARE(find("박지"), first);
    QCOMPARE(find("박"), first);
    QCOMPARE(find("민지"), first);
    QCOMPARE(find("muller"), second);
    QCOMPARE(find("O2"), second);
    QCOMPARE(find("T2"), second);
    QVERIFY(world.import(bundleWith("\"orders\":[" + orderOf("1", "최 유리", "손흥민") + "]")).ok());
    QCOMPARE(find("손흥"), first);
    QCOMPARE(find("유리"), first);
    QVERIFY(find("박지성").isEmpty());
    QVERIFY(find("민지").isEmpty());
    QCOMPARE(find("muller"), second);
    // A buyer's new name is found through a ticket that the bundle leaves out.
    QVERIFY(world.import(bundleWith(R"("orders":[{"id":"O2","status":"paid","buyer":{"name":"Weber"}}])")).ok());
    QCOMPARE(find("weber"), second);
    QVERIFY(find("muller").isEmpty());
    QCOMPARE(find("Ørsted"), second);
}

void tst_BundleImport::namesLieInContactsOnly()
{
    BundleWorld world;
    QVERIFY(world.import(bundleWith(product + ",\"orders\":[" + orderOf("1", "Zweigbuyer", "Zweigholder", R"(,"holder_email":"zweig@example.org")") + "]")).ok());
    QStringList tables;
    store::Rows rows = world.reader().database().run(
        QStringLiteral("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'ticket_search%'"), {});
    while (rows.next())
        tables += rows.text(0);
    QStringList with;
    for (const QString& table : tables) {
        store::Rows columns = world.reader().database().run(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table), {});
        while (columns.next()) {
            const qint64 found = world.count(QStringLiteral("SELECT count(*) FROM main.%1 WHERE CAST(\"%2\" AS TEXT) LIKE '%zweig%'").arg(table, columns.text(0)));
            QVERIFY(found >= 0);
            if (found > 0)
                with += table;
        }
    }
    with.removeDuplicates();
    QCOMPARE(with, QStringList{QStringLiteral("contacts")});
}

QTEST_GUILESS_MAIN(tst_BundleImport)
#include "tst_bundleimport.moc"
