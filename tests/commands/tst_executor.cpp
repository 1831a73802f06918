// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/checkin.h"
#include "commands/door/doorqueries.h"
#include "commands/registry.h"
#include "commands/tickets/ticketstate.h"
#include "store/commandlog.h"
#include "support/desk.h"

#include <QTest>

using namespace encore;
using commands::CommandRequest;
using domain::ErrorCode;

class tst_Executor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesEffectOnce();
    void theSameIdWithAnotherBody();
    void unknownNamesAndVersions();
    void badArguments_data();
    void badArguments();
    void rights_data();
    void rights();
    void aRefusalLeavesNothing();
    void oneFailingStepHarmsNoOther();
    void labelsAndUuidsNameTheSame();
    void bodyHashIgnoresSpelling();
    void everythingIsDescribed();
    void anAdoptedIdIsUsedAtOnce();
    void seesWhatAnotherConnectionImported();
    void aClockSetBackIsTold();

private:
    [[nodiscard]] CommandRequest block(const QByteArray& arguments) const;

    std::unique_ptr<support::TestDesk> m_desk;
    domain::TicketId m_ticket;
};

void tst_Executor::init()
{
    m_desk = std::make_unique<support::TestDesk>();
    QVERIFY(m_desk->import(support::TestDesk::contents(QStringLiteral(ENCORE_TEST_DATA "/door.json"))).ok());
    m_ticket = domain::idForExternal<domain::TicketId>(m_desk->workspace->record().id, QStringLiteral("T1"));
}

CommandRequest tst_Executor::block(const QByteArray& arguments) const
{
    CommandRequest request;
    request.name = "BlockTicket";
    request.arguments = arguments;
    request.actor = m_desk->owner;
    return request;
}

void tst_Executor::takesEffectOnce()
{
    CommandRequest request = block("{\"ticket_id\":\"T1\",\"reason\":\"lost\"}");
    request.id = m_desk->executor->makeCommandId();
    const auto first = m_desk->executor->run(request);
    QVERIFY(first.ok());
    QVERIFY(!first->duplicate);
    QVERIFY(m_desk->reader().ticket(m_ticket)->blocked);
    // Taken back by another command; the first one, sent again hours later, must not block it again.
    CommandRequest unblock = block("{\"ticket_id\":\"T1\",\"reason\":\"found\"}");
    unblock.name = "UnblockTicket";
    QVERIFY(m_desk->executor->run(unblock).ok());
    m_desk->clock.advanceMs(5 * 3600 * 1000);
    const auto second = m_desk->executor->run(request);
    QVERIFY(second.ok());
    QVERIFY(second->duplicate);
    QCOMPARE(second->sequence, first->sequence);
    QCOMPARE(second->json, first->json);
    QVERIFY(!m_desk->reader().ticket(m_ticket)->blocked);
    QCOMPARE(m_desk->count("command_log"), 3);
}

void tst_Executor::theSameIdWithAnotherBody()
{
    CommandRequest request = block("{\"ticket_id\":\"T1\",\"reason\":\"lost\"}");
    request.id = m_desk->executor->makeCommandId();
    QVERIFY(m_desk->executor->run(request).ok());
    request.arguments = "{\"ticket_id\":\"T2\",\"reason\":\"lost\"}";
    const auto mismatch = m_desk->executor->run(request);
    QVERIFY(!mismatch.ok());
    QCOMPARE(mismatch.error().code, ErrorCode::IdempotencyMismatch);
    const auto other = domain::idForExternal<domain::TicketId>(m_desk->workspace->record().id, QStringLiteral("T2"));
    QVERIFY(!m_desk->reader().ticket(other)->blocked);
}

void tst_Executor::unknownNamesAndVersions()
{
    CommandRequest request = block("{}");
    request.name = "FrobnicateTicket";
    QCOMPARE(m_desk->executor->run(request).error().code, ErrorCode::NotFound);
    request = block("{\"ticket_id\":\"T1\",\"reason\":\"x\"}");
    request.schemaVersion = 2;
    QCOMPARE(m_desk->executor->run(request).error().code, ErrorCode::NewerSchema);
}

void tst_Executor::badArguments_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const char* arguments, const char* reason) {
        QTest::newRow(name) << QByteArray(arguments) << QByteArray(reason);
    };
    row("no JSON", "ticket", "json.malformed");
    row("cut off in a UTF-8 character", "{\"ticket_id\":\"T1\",\"reason\":\"\xed\x95", "json.malformed");
    row("behind it", "{\"ticket_id\":\"T1\",\"reason\":\"x\"} {}", "json.malformed");
    row("odd number", "{\"ticket_id\":0e200,\"reason\":\"x\"}", "json.wrong_type");
    row("a list", "[]", "json.wrong_type");
    row("missing", "{\"ticket_id\":\"T1\"}", "json.missing");
    row("twice", "{\"ticket_id\":\"T1\",\"reason\":\"x\",\"reason\":\"y\"}", "json.duplicate_key");
    row("number for text", "{\"ticket_id\":\"T1\",\"reason\":5}", "json.wrong_type");
    row("empty id", "{\"ticket_id\":\"\",\"reason\":\"x\"}", "json.empty_id");
    row("blank reason", "{\"ticket_id\":\"T1\",\"reason\":\"  \"}", "ticket.no_reason");
    const QByteArray deep = QByteArray("{\"reason\":\"x\",\"ticket_id\":") + QByteArray(100'000, '[');
    QTest::newRow("deep") << deep << QByteArray("json.too_deep");
    const QByteArray text = QByteArray("{\"ticket_id\":\"T1\",\"reason\":\"") + QByteArray(201, 'x') + "\"}";
    QTest::newRow("long") << text << QByteArray("json.too_long");
}

void tst_Executor::badArguments()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, reason);
    const auto outcome = m_desk->executor->run(block(arguments));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().message.id, reason);
    QVERIFY(domain::hasWords(reason));
    QCOMPARE(m_desk->count("command_log"), 1);
}

void tst_Executor::rights_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<commands::Role>("role");
    for (const commands::CommandEntry& entry : commands::allCommands()) {
        for (const auto& [role, word] : {std::pair(commands::Role::Door, "steward"), std::pair(commands::Role::Supervisor, "supervisor"),
                                         std::pair(commands::Role::Admin, "owner")})
            QTest::addRow("%s as %s", entry.name, word) << QByteArray(entry.name) << role;
    }
}

void tst_Executor::rights()
{
    QFETCH(QByteArray, name);
    QFETCH(commands::Role, role);
    // The table of DOMAIN §13, as far as it exists: stewards scan, everything else is the owner's.
    const bool stewards = name == "AdmitTicket" || name == "RefuseTicket" || name == "UndoScan";
    CommandRequest request;
    request.name = name;
    request.arguments = "[]";
    request.actor = {role, QStringLiteral("somebody")};
    const auto outcome = m_desk->executor->run(request);
    QVERIFY(!outcome.ok()); // none of them takes a list
    QCOMPARE(outcome.error().code != ErrorCode::Forbidden, stewards || role == commands::Role::Admin);
}

void tst_Executor::aRefusalLeavesNothing()
{
    const qint64 lines = m_desk->count("command_log");
    CommandRequest request = block("{\"ticket_id\":\"no such\",\"reason\":\"x\"}");
    request.name = "UnblockTicket";
    QCOMPARE(m_desk->executor->run(request).error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->count("command_log"), lines);
    QVERIFY(!store::verifyChain(m_desk->reader()).brokenAt);
}

void tst_Executor::oneFailingStepHarmsNoOther()
{
    std::vector<commands::Executor::Step> steps;
    for (int i = 0; i < 10; ++i) {
        steps.push_back([this, i](store::UnitOfWork& work) -> domain::Status {
            CommandRequest request = block("{\"ticket_id\":\"T1\",\"reason\":\"" + QByteArray::number(i) + "\"}");
            if (i == 6)
                request.name = "UnblockSomethingElse";
            const auto outcome = m_desk->executor->apply(request, work);
            return outcome ? domain::done() : domain::Status(outcome.error());
        });
    }
    const auto answers = m_desk->executor->runTogether(steps);
    for (size_t i = 0; i < answers.size(); ++i)
        QCOMPARE(answers[i].ok(), i != 6);
    QCOMPARE(m_desk->count("command_log"), 1 + 9);
    QVERIFY(!store::verifyChain(m_desk->reader()).brokenAt);
}

void tst_Executor::labelsAndUuidsNameTheSame()
{
    QVERIFY(m_desk->executor->run(block("{\"ticket_id\":\"" + m_ticket.text().toUtf8() + "\",\"reason\":\"x\"}")).ok());
    QVERIFY(m_desk->reader().ticket(m_ticket)->blocked);
}

void tst_Executor::bodyHashIgnoresSpelling()
{
    CommandRequest request = block("{\"ticket_id\":\"T1\",\"reason\":\"lost\"}");
    request.id = m_desk->executor->makeCommandId();
    QVERIFY(m_desk->executor->run(request).ok());
    // Another order, white space, a member nobody knows, the UUID for the label: the same body all the same.
    request.arguments = " { \"reason\" : \"l\\u006fst\" , \"colour\" : 1, \"ticket_id\" : \"" + m_ticket.text().toUtf8() + "\" } ";
    const auto again = m_desk->executor->run(request);
    QVERIFY(again.ok());
    QVERIFY(again->duplicate);
}

void tst_Executor::everythingIsDescribed()
{
    commands::JsonDocument document;
    for (const commands::CommandEntry& entry : commands::allCommands()) {
        QVERIFY(QByteArray(entry.summary).endsWith('.'));
        const commands::JsonValue schema = entry.argumentsSchema(document.GetAllocator());
        QVERIFY(schema.HasMember("properties"));
        for (const auto& property : schema["properties"].GetObject())
            QVERIFY2(property.value.HasMember("description"), property.name.GetString());
    }
    for (const commands::QueryEntry& entry : commands::allQueries())
        QVERIFY(entry.rowSchema(document.GetAllocator()).HasMember("properties"));
}

/// An empty workspace takes the id of the first bundle; labels that come afterwards are read under that id, without opening anew.
void tst_Executor::anAdoptedIdIsUsedAtOnce()
{
    support::TestDesk desk;
    QVERIFY(desk.import(QByteArray(R"({"format":"encore-bundle/1","workspace":{"id":"018f3c1e-0000-7000-8000-0000000000aa","name":"Theirs",
        "currency":"KRW","time_zone":"Asia/Seoul"},"products":[{"id":"P","name":"Seat"}],
        "orders":[{"id":"O1","status":"paid","tickets":[{"id":"T1","product_id":"P","status":"valid"}]}]})")).ok());
    const auto adopted = domain::WorkspaceId(QUuid::fromString(QStringLiteral("{018f3c1e-0000-7000-8000-0000000000aa}")));
    commands::CommandRequest request;
    request.name = "BlockTicket";
    request.arguments = R"({"ticket_id":"T1","reason":"lost"})";
    request.actor = desk.owner;
    QVERIFY(desk.executor->run(request).ok());
    QVERIFY(desk.reader().ticket(domain::idForExternal<domain::TicketId>(adopted, QStringLiteral("T1")))->blocked);
}

void tst_Executor::seesWhatAnotherConnectionImported()
{
    const auto second = m_desk->workspace->openWriter();
    QVERIFY(second.ok());
    commands::Executor other(**second, QStringLiteral("desk 1"), m_desk->clock, m_desk->random);
    QVERIFY(m_desk->executor->run(block("{\"ticket_id\":\"T1\",\"reason\":\"x\"}")).ok()); // both have read the catalogue
    QBuffer file;
    file.setData(R"({"format":"encore-bundle/1","gates":[{"id":"NEW","name":"New gate"}]})");
    file.open(QIODevice::ReadOnly);
    QVERIFY(commands::importBundle(file, other, m_desk->owner).ok());
    commands::ScanInput input;
    input.gateId = domain::idForExternal<domain::GateId>(m_desk->workspace->record().id, QStringLiteral("NEW"));
    input.code = QStringLiteral("whatever");
    const auto verdict = commands::CheckIn(*m_desk->executor).scan(input);
    QVERIFY(verdict.ok());
    QCOMPARE(verdict->gateName, QStringLiteral("New gate"));
}

void tst_Executor::aClockSetBackIsTold()
{
    const auto clockRow = [this] {
        const auto rows = commands::DoorReadiness{}.ask({m_desk->reader(), m_desk->clock.now()});
        return *std::find_if(rows->begin(), rows->end(), [](const auto& row) { return row.check == u"clock"; });
    };
    QVERIFY(m_desk->executor->run(block("{\"ticket_id\":\"T1\",\"reason\":\"x\"}")).ok());
    QCOMPARE(clockRow().state, commands::DoorReadiness::State::Ready);
    m_desk->clock.set(m_desk->clock.now().plusMs(-60'000));
    QCOMPARE(clockRow().state, commands::DoorReadiness::State::Ready);
    m_desk->clock.set(m_desk->clock.now().plusMs(-1));
    QCOMPARE(clockRow().state, commands::DoorReadiness::State::NotReady);
}

QTEST_GUILESS_MAIN(tst_Executor)
#include "tst_executor.moc"
