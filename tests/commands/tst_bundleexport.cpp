// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundleworld.h"
#include "commands/audit/verifyworkspace.h"
#include "commands/codec/json.h"
#include "commands/door/admitticket.h"
#include "commands/door/undoscan.h"
#include "commands/tickets/addsigningkey.h"

#include <QTest>

using namespace encore;
using commands::JsonDocument;
using commands::JsonValue;

class tst_BundleExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameBytesComeBack();
    void theOrderOfTheFileDoesNotMatter();
    void unknownMembersComeBack();
    void textsAndTimesComeBack();
    void keysAndScansMadeHereComeAlong();
    void anEmptyWorkspaceIsABundle();
    void canBeStopped();
    void aFullDiskIsTold();
    void manyOrdersStreamInSteps();

private:
    /// What x became: import, export.
    [[nodiscard]] static QByteArray through(const QByteArray& bundle, quint64 seed);
};

QByteArray tst_BundleExport::through(const QByteArray& bundle, quint64 seed)
{
    BundleWorld world(seed);
    const domain::Status imported = world.import(bundle);
    if (!imported) {
        qWarning("%s", wordsOf(imported).constData());
        return {};
    }
    return world.exported();
}

void tst_BundleExport::theSameBytesComeBack()
{
    const QByteArray first = through(testData("richbundle.json"), 1);
    QVERIFY(!first.isEmpty());
    QCOMPARE(through(first, 2), first);
    // Over itself, too: importing again changes nothing.
    BundleWorld world(3);
    QVERIFY(world.import(first).ok());
    QVERIFY(world.import(first).ok());
    QCOMPARE(world.exported(), first);
    QCOMPARE(world.count(QStringLiteral("SELECT count(*) FROM scans")), 4);
}

void tst_BundleExport::theOrderOfTheFileDoesNotMatter()
{
    const auto parsed = commands::parseJson(testData("richbundle.json"));
    QVERIFY(parsed.ok());
    JsonDocument reversed(rapidjson::kObjectType);
    for (auto member = parsed->MemberEnd(); member != parsed->MemberBegin();) {
        --member;
        JsonValue value(member->value, reversed.GetAllocator());
        const QString name = commands::jsonString(member->name);
        // The order inside unknown lists is somebody else's matter.
        if (value.IsArray() && name != u"people")
            std::reverse(value.Begin(), value.End());
        reversed.AddMember(JsonValue(member->name, reversed.GetAllocator()), value, reversed.GetAllocator());
    }
    QCOMPARE(through(commands::jsonText(reversed), 2), through(testData("richbundle.json"), 1));
}

void tst_BundleExport::unknownMembersComeBack()
{
    const auto bundle = commands::parseJson(through(testData("richbundle.json"), 1));
    QVERIFY(bundle.ok());
    const JsonValue& root = *bundle;
    QCOMPARE(commands::jsonText(root["people"]), QByteArray(R"([{"id":"p1","name":"이 서연"},"loose",3,[1,2]])"));
    QCOMPARE(commands::jsonText(root["coupons"]), QByteArray("[]"));
    QCOMPARE(commands::jsonText(root["note"]), QByteArray(R"({"by":"somebody","ratio":0.125})"));
    QCOMPARE(commands::jsonText(root["version"]), QByteArray("18446744073709551615"));
    QCOMPARE(root["workspace"]["logo"].GetString(), "x");
    QCOMPARE(root["products"][1]["price"].GetInt(), 12000);
    QCOMPARE(root["products"][0]["variations"][1]["deposit"].GetInt(), 5);
    QCOMPARE(root["performances"][0]["hall"].GetString(), "A");
    QCOMPARE(root["zones"][1]["floor"].GetInt(), 2);
    QCOMPARE(root["gates"][1]["colour"].GetString(), "gold");
    QCOMPARE(root["questions"][0]["hint"].GetString(), "ask");
    QCOMPARE(root["questions"][1]["options"][0]["price"].GetDouble(), 9.5);
    QCOMPARE(root["issuers"][0]["country"].GetString(), "KR");
    const JsonValue& order = root["orders"][1];
    QCOMPARE(order["channel"].GetString(), "web");
    QCOMPARE(order["buyer"]["phone"].GetString(), "010-1234-5678");
    QCOMPARE(commands::jsonText(order["tickets"][2]["gift_wrap"]), QByteArray(R"({"colour":"red","layers":[1,null,2.5]})"));
    QVERIFY(root["orders"][0]["buyer"]["vip"].GetBool());
    QCOMPARE(root["scans"][root["scans"].Size() - 1]["weather"].GetString(), "snow");
}

void tst_BundleExport::textsAndTimesComeBack()
{
    const auto bundle = commands::parseJson(through(testData("richbundle.json"), 1));
    QVERIFY(bundle.ok());
    const JsonValue& root = *bundle;
    QCOMPARE(root["workspace"]["id"].GetString(), "019f0000-0000-7000-8000-0000000000aa");
    QCOMPARE(root["workspace"]["currency"].GetString(), "EUR");
    const JsonValue& ticket = root["orders"][1]["tickets"][2];
    QCOMPARE(ticket["id"].GetString(), "T2");
    QCOMPARE(commands::jsonString(ticket["secret"]), QStringLiteral("s3cr3t \"two\" \\ \u0001"));
    QCOMPARE(ticket["valid_from"].GetString(), "2026-11-20T09:00:00.123Z");
    QCOMPARE(commands::jsonText(ticket["answers"]), QByteArray(R"({"q1":"True","q2":"3"})"));
    QCOMPARE(root["orders"][0]["tickets"][0]["valid_until"].GetString(), "9999-12-31T23:59:59.999Z");
    QCOMPARE(root["orders"][1]["tickets"][0]["id"].GetString(), "0123456789abcdef0123456789abcdef");
    QCOMPARE(root["orders"][1]["tickets"][1]["addon_of"].GetString(), "T2");
    QCOMPARE(commands::jsonText(root["gates"][1]["performance_ids"]), QByteArray(R"(["15","14"])"));
    QCOMPARE(commands::jsonText(root["gates"][1]["product_ids"]), QByteArray("[]"));
    QVERIFY(root["gates"][0]["product_ids"].IsNull());
    QCOMPARE(root["performances"][0]["time_zone"].GetString(), "Asia/Tokyo"); // the workspace's, whose member came last
    QCOMPARE(commands::jsonText(root["issuers"][1]["performance_map"]), QByteArray(R"({"3":"14"})"));
    QCOMPARE(commands::jsonText(root["revocations"]), QByteArray(R"(["","0123456789abcdef0123456789abcdef","zz"])"));
    QCOMPARE(commands::jsonText(root["blocks"]), QByteArray("[\"mark\",\"홀\"]"));
    QCOMPARE(root["scans"].Size(), 4u);
    QCOMPARE(commands::jsonText(root["scans"][0]),
             QByteArray(R"({"ticket_id":"5b3aa2a4-6c0d-4c67-9d59-2f6e2a3c7b99","gate_id":"L1","direction":"entry",)"
                        R"("at":"2026-11-20T10:00:00.000Z","device":"","listed":false})"));
}

void tst_BundleExport::keysAndScansMadeHereComeAlong()
{
    BundleWorld world;
    QVERIFY(world.import(testData("richbundle.json")).ok());
    const QByteArray before = world.exported();
    const QByteArray key = QByteArray::fromHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    QVERIFY(world.run(commands::AddSigningKey{key, QString()}).ok());
    commands::AdmitTicket admit;
    admit.ticketId = domain::idForExternal<domain::TicketId>(world.id(), QStringLiteral("T9"));
    admit.gateId = domain::idForExternal<domain::GateId>(world.id(), QStringLiteral("L3"));
    admit.codeKind = QStringLiteral("none");
    QVERIFY(world.run(admit).ok());
    admit.direction = domain::Direction::Exit;
    world.clock().advanceMs(60'000);
    const auto exit = world.run(admit);
    QVERIFY(exit.ok());
    const auto made = commands::parseJson(exit->json);
    const domain::ScanId scan(QUuid::fromString(commands::jsonString((*made)["scan_id"])));
    QVERIFY(world.run(commands::UndoScan{scan, QStringLiteral("wrong way")}).ok());

    const QByteArray bundle = world.exported();
    QVERIFY(bundle.contains(R"({"ticket_id":"T9","gate_id":"L3","direction":"entry","at":"2027-01-15T08:00:00.000Z","device":"Desk 1"})"));
    QVERIFY2(!bundle.contains(R"("direction":"exit","at":"2027)"), "an undone scan is no fact any more");
    QVERIFY(bundle.contains(R"("kind":"encore","public_key":"/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU=")"));
    QVERIFY(!before.contains("T9\",\"gate_id"));
    QCOMPARE(through(bundle, 2), bundle);
    BundleWorld other(2);
    QVERIFY(other.import(bundle).ok());
    QVERIFY(other.reader().ownPublicKeys().empty()); // elsewhere it is somebody's, for its private half stayed here
    const auto audit = commands::verifyWorkspace(other.reader());
    QVERIFY(audit.ok());
    QVERIFY(audit->faults.empty());
}

void tst_BundleExport::anEmptyWorkspaceIsABundle()
{
    BundleWorld world;
    const QByteArray bundle = world.exported();
    QVERIFY(commands::parseJson(bundle).ok());
    QVERIFY(bundle.endsWith("}\n"));
    QCOMPARE(through(bundle, 9), bundle);
}

namespace
{

QByteArray manyOrders(int count)
{
    QByteArray orders;
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        orders += (i ? "," : "") + QByteArray("{\"id\":\"O" + n + "\",\"status\":\"paid\",\"tickets\":[{\"id\":\"T" + n + "\",\"product_id\":\"1\"}]}");
    }
    return "{\"format\":\"encore-bundle/1\",\"products\":[{\"id\":\"1\",\"name\":\"A\"}],\"orders\":[" + orders + "]}";
}

/// A disk with room for so many bytes.
class SmallDisk final : public QIODevice
{
public:
    explicit SmallDisk(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        if (size > m_room)
            return -1;
        m_room -= size;
        return size;
    }

private:
    qint64 m_room;
};

} // namespace

void tst_BundleExport::canBeStopped()
{
    BundleWorld world;
    QVERIFY(world.import(manyOrders(1000)).ok());
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    qint64 told = 0;
    const domain::Status status = commands::exportBundle(world.reader(), file, [&](qint64 done, qint64 total) {
        told = done;
        return total != 1000 || done < 500;
    });
    QVERIFY(!status);
    QCOMPARE(status.error().code, domain::ErrorCode::Cancelled);
    QCOMPARE(told, 512);
    QVERIFY(!world.exported().isEmpty()); // the connection is free again
    QVERIFY(world.import(manyOrders(2)).ok());
}

void tst_BundleExport::aFullDiskIsTold()
{
    BundleWorld world;
    QVERIFY(world.import(manyOrders(50)).ok());
    const qint64 size = world.exported().size();
    for (const qint64 room : {qint64(0), qint64(10), size / 2, size - 1}) {
        SmallDisk disk(room);
        const domain::Status status = commands::exportBundle(world.reader(), disk);
        QVERIFY(!status);
        QCOMPARE(status.error().message.id, QByteArray("bundle.unwritable"));
    }
    SmallDisk enough(size);
    QVERIFY(commands::exportBundle(world.reader(), enough).ok());
}

void tst_BundleExport::manyOrdersStreamInSteps()
{
    BundleWorld world;
    QVERIFY(world.import(manyOrders(3000)).ok());
    // By label: O0, O1, O10, O100 …
    const QByteArray bundle = world.exported();
    QVERIFY(bundle.indexOf("\"O10\"") < bundle.indexOf("\"O2\""));
    QCOMPARE(bundle.count("\"product_id\":\"1\""), 3000);
    QCOMPARE(through(bundle, 2), bundle);
}

QTEST_GUILESS_MAIN(tst_BundleExport)
#include "tst_bundleexport.moc"
