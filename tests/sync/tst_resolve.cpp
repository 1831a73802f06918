// SPDX-License-Identifier: GPL-3.0-or-later

// How people see what a desk did, and end what the house refused.

#include "sync/resolve.h"

#include "commands/codec/json.h"
#include "commands/desk/outbox.h"
#include "commands/registry.h"
#include "support/desk.h"

#include <QTest>

#include <algorithm>

using namespace encore;
using commands::OutboxFields;
using domain::Status;
using store::OutboxItem;
using store::OutboxState;

class tst_Resolve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyCommandAndFieldHasWords();
    void showsEveryFieldOfEveryEdit();
    void saysWhatItWasAndIs();
    void keepsTheChosenFieldsOnly();
    void leavesWhatTheHouseSays();
    void asksForWhatWasEmptied();
    void doesAllTheSame();
    void decidesOnce();
    void isSeenOnce();

private:
    domain::CommandId give(const char* name, const QByteArray& arguments);
    void become(domain::CommandId command, OutboxState state);
    [[nodiscard]] Status step(const std::function<Status(store::UnitOfWork&)>& what);
    [[nodiscard]] std::vector<OutboxItem> outbox();
    [[nodiscard]] std::vector<OutboxFields::Row> fields(domain::CommandId command);
    [[nodiscard]] static QByteArray member(const QByteArray& json, const char* name);

    std::unique_ptr<support::TestDesk> m_desk;
};

void tst_Resolve::init()
{
    m_desk = std::make_unique<support::TestDesk>();
    const store::Workspace::DeskOf house{QStringLiteral("https://house"), domain::DeviceId(QUuid::createUuid()), domain::Role::Admin, QStringLiteral("hana")};
    QVERIFY(m_desk->workspace->becomeDesk(house, m_desk->random).ok());
}

domain::CommandId tst_Resolve::give(const char* name, const QByteArray& arguments)
{
    commands::CommandRequest request;
    request.name = name;
    request.arguments = arguments;
    request.actor = commands::owner();
    const auto done = m_desk->executor->run(request);
    if (!done)
        qFatal("%s: %s", name, qPrintable(domain::words(done.error().message, domain::Language::English)));
    return done->commandId;
}

Status tst_Resolve::step(const std::function<Status(store::UnitOfWork&)>& what)
{
    return m_desk->executor->runTogether({what}).front();
}

void tst_Resolve::become(domain::CommandId command, OutboxState state)
{
    QVERIFY(step([&](store::UnitOfWork& work) {
        store::OutboxWriter outbox(work);
        outbox.setState(outbox.item(command)->deviceSequence, state, R"({"code":"edit.elsewhere","detail":"title"})");
        return work.status();
    }));
}

std::vector<OutboxItem> tst_Resolve::outbox()
{
    return store::OutboxReader(m_desk->reader()).everything();
}

std::vector<OutboxFields::Row> tst_Resolve::fields(domain::CommandId command)
{
    const auto rows = OutboxFields{command}.ask({m_desk->reader(), m_desk->clock.now(), false});
    return rows ? *rows : std::vector<OutboxFields::Row>();
}

QByteArray tst_Resolve::member(const QByteArray& json, const char* name)
{
    const auto document = commands::parseJson(json);
    const auto found = document->FindMember(name);
    return found == document->MemberEnd() ? QByteArray() : commands::jsonText(found->value);
}

void tst_Resolve::everyCommandAndFieldHasWords()
{
    const auto snake = [](const char* name) {
        QByteArray id;
        for (const char letter : QByteArray(name)) {
            if (std::isupper(letter) && !id.isEmpty())
                id += '_';
            id += char(std::tolower(letter));
        }
        return id;
    };
    for (const commands::CommandEntry& entry : commands::allCommands()) {
        QVERIFY2(domain::hasWords(QByteArray("did." + snake(entry.name))), entry.name);
        if (!QByteArray(entry.name).startsWith("Edit") || QByteArray(entry.name) == "EditUser" || QByteArray(entry.name) == "EditProjectPicture")
            continue;
        commands::JsonDocument document;
        const auto schema = entry.argumentsSchema(document.GetAllocator());
        for (const auto& property : schema["properties"].GetObject()) {
            const QByteArray name = property.name.GetString();
            if (name != "clear" && !(name.endsWith("_id") && schema["required"].Size() == 1 && schema["required"][0] == property.name))
                QVERIFY2(domain::hasWords(QByteArray("field." + name)), QByteArray(QByteArray(entry.name) + ' ' + name).constData());
        }
    }
}

void tst_Resolve::showsEveryFieldOfEveryEdit()
{
    give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring"})");
    give("AddReward", R"({"project_id":"spring","label":"box","title":"Box","price":100})");
    give("SchedulePerformance", R"({"label":"eve","title":"Eve","starts_at":"2026-12-24T19:00:00+09:00"})");
    give("CreateOffer", R"({"label":"standing","title":"Standing","performance_id":"eve","price":60000})");
    give("CreateCoupon", R"({"label":"c","name":"C","amount":5})");
    const std::pair<const char*, const char*> edits[] = {
        {"EditProject",
         R"({"project_id":"spring","title":"a","summary":"b","story":"c","category":"d","venue":"e","goal":5,"starts_at":"2026-12-01T00:00:00Z","ends_at":"2026-12-20T00:00:00Z",
            "time_zone":"Asia/Tokyo","success_basis":"pledged_at_deadline","payment_model":"immediate","donations_only":true,"payee":"hana","payout_account":"k","performance_id":"eve",
            "stretch_goals":[{"amount":9,"text":"x"}],"faq":[{"question":"q","answer":"a"}],"budget":[{"name":"n","amount":3}]})"},
        {"EditReward", R"({"reward_id":"box","title":"a","description":"b","price":3,"limit":7,"per_backer":2,"opens_at":"2026-12-01T00:00:00Z","closes_at":"2026-12-02T00:00:00Z",
            "items":[],"delivered_by":"2027-01-01T00:00:00Z","needs_address":true,"add_on":true,"position":4})"},
        {"EditOffer", R"({"offer_id":"standing","title":"a","price":3,"limit":7,"opens_at":"2026-12-01T00:00:00Z","closes_at":"2026-12-02T00:00:00Z","closed":true,"position":2})"},
        {"EditCoupon", R"({"coupon_id":"c","name":"a","kind":"percentage","percent":5,"cap":3,"performance_id":"eve","project_id":"spring","opens_at":"2026-12-01T00:00:00Z",
            "closes_at":"2026-12-02T00:00:00Z","minimum_spend":1,"quantity":4,"uses_per_person":2})"},
        {"EditPerformance", R"({"performance_id":"eve","title":"a","doors_at":"2026-12-24T08:00:00Z","starts_at":"2026-12-24T09:00:00Z","ends_at":"2026-12-24T12:00:00Z",
            "time_zone":"Asia/Tokyo","age_rating":12})"},
    };
    for (const auto& [name, arguments] : edits) {
        const auto rows = fields(give(name, arguments));
        QVERIFY2(rows.size() >= 6, name);
        for (const OutboxFields::Row& row : rows) {
            const QByteArray where = QByteArray(name) + ' ' + row.field.toLatin1();
            QVERIFY2(row.mine.has_value(), where.constData());
            // It has taken effect here, so what stands there is what was wanted.
            QVERIFY2(row.theirs.has_value(), where.constData());
            if (row.kind != commands::FieldKind::List && row.field != u"payee")
                QVERIFY2(row.theirs == row.mine, QByteArray(where + ": " + row.theirs->toUtf8() + " is not " + row.mine->toUtf8()).constData());
        }
    }
}

void tst_Resolve::saysWhatItWasAndIs()
{
    give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring","goal":1000})");
    const auto edit = give("EditProject", R"({"project_id":"spring","title":"Mine","goal":2000,"ends_at":"2026-12-20T00:00:00+09:00"})");
    const auto rows = fields(edit);
    QCOMPARE(rows.size(), size_t(3));
    const auto row = [&](const char* name) { return *std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.field == QLatin1String(name); }); };
    QCOMPARE(row("title").base, QStringLiteral("Spring"));
    QCOMPARE(row("title").mine, QStringLiteral("Mine"));
    QCOMPARE(row("goal").kind, commands::FieldKind::Money);
    QCOMPARE(row("goal").base, QStringLiteral("1000"));
    QCOMPARE(row("ends_at").kind, commands::FieldKind::Moment);
    QVERIFY(!row("ends_at").base);
    QVERIFY(row("title").changedElsewhere);
    const auto listed = commands::Outbox{}.ask({m_desk->reader(), m_desk->clock.now(), false});
    QVERIFY(listed.ok());
    QCOMPARE(listed->size(), size_t(2));
    QCOMPARE(listed->front().command, QStringLiteral("EditProject"));
    QCOMPARE(listed->front().subject, QStringLiteral("Mine"));
}

void tst_Resolve::keepsTheChosenFieldsOnly()
{
    give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring"})");
    const auto edit = give("EditProject", R"({"project_id":"spring","title":"Mine","summary":"Mine too","venue":"Hall"})");
    become(edit, OutboxState::Conflict);
    QVERIFY(step([&](store::UnitOfWork& work) { return sync::solve(edit, {true, {QStringLiteral("title"), QStringLiteral("venue")}}, *m_desk->executor, work); }));
    const auto items = outbox();
    QCOMPARE(items.size(), size_t(3));
    QCOMPARE(items[1].state, OutboxState::Settled);
    QCOMPARE(items[2].state, OutboxState::Queued);
    QVERIFY(items[2].id != edit);
    QCOMPARE(member(items[2].arguments, "title"), QByteArray("\"Mine\""));
    QCOMPARE(member(items[2].arguments, "venue"), QByteArray("\"Hall\""));
    QVERIFY(member(items[2].arguments, "summary").isEmpty() || member(items[2].arguments, "summary") == "null");
}

void tst_Resolve::leavesWhatTheHouseSays()
{
    give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring"})");
    const auto edit = give("EditProject", R"({"project_id":"spring","title":"Mine"})");
    become(edit, OutboxState::Conflict);
    QVERIFY(step([&](store::UnitOfWork& work) { return sync::solve(edit, {false, {}}, *m_desk->executor, work); }));
    QCOMPARE(outbox().size(), size_t(2));
    QCOMPARE(outbox()[1].state, OutboxState::Settled);
    QCOMPARE(store::OutboxReader(m_desk->reader()).counts().conflicts, 0);
}

void tst_Resolve::asksForWhatWasEmptied()
{
    give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring"})");
    give("AddReward", R"({"project_id":"spring","label":"box","title":"Box","price":100,"limit":5,"per_backer":2})");
    const auto edit = give("EditReward", R"({"reward_id":"box","price":200,"clear":["limit","per_backer"]})");
    const auto rows = fields(edit);
    QCOMPARE(rows.size(), size_t(3));
    for (const auto& row : rows)
        QCOMPARE(row.mine.has_value(), row.field == u"price");
    become(edit, OutboxState::Conflict);
    QVERIFY(step([&](store::UnitOfWork& work) { return sync::solve(edit, {true, {QStringLiteral("limit")}}, *m_desk->executor, work); }));
    QCOMPARE(member(outbox().back().arguments, "clear"), QByteArray("[\"limit\"]"));
    const QByteArray price = member(outbox().back().arguments, "price");
    QVERIFY2(price.isEmpty() || price == "null", price.constData());
}

void tst_Resolve::doesAllTheSame()
{
    give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring"})");
    give("AddReward", R"({"project_id":"spring","label":"box","title":"Box","price":100})");
    const auto removed = give("DeleteReward", R"({"reward_id":"box"})");
    QVERIFY(fields(removed).empty());
    become(removed, OutboxState::Conflict);
    // Somebody brought it back meanwhile: here it is another of the same name.
    const Status gone = step([&](store::UnitOfWork& work) { return sync::solve(removed, {true, {}}, *m_desk->executor, work); });
    QVERIFY(!gone); // there is nothing to remove any more, and that is told
    QCOMPARE(store::OutboxReader(m_desk->reader()).item(removed)->state, OutboxState::Conflict);
}

void tst_Resolve::decidesOnce()
{
    give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring"})");
    const auto edit = give("EditProject", R"({"project_id":"spring","title":"Mine"})");
    const auto solve = [&] { return step([&](store::UnitOfWork& work) { return sync::solve(edit, {true, {QStringLiteral("title")}}, *m_desk->executor, work); }); };
    QVERIFY(!solve()); // it is in no conflict
    become(edit, OutboxState::Conflict);
    QVERIFY(solve());
    QVERIFY(!solve());
    QCOMPARE(outbox().size(), size_t(3));
}

void tst_Resolve::isSeenOnce()
{
    const auto made = give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring"})");
    const auto seen = [&] { return step([&](store::UnitOfWork& work) { return sync::markSeen(made, work); }); };
    QVERIFY(!seen());
    become(made, OutboxState::Rejected);
    QVERIFY(seen());
    QVERIFY(!seen());
    QCOMPARE(store::OutboxReader(m_desk->reader()).counts().rejected, 0);
}

QTEST_GUILESS_MAIN(tst_Resolve)
#include "tst_resolve.moc"
