// SPDX-License-Identifier: GPL-3.0-or-later

// Every command × every role (DOMAIN §13), against a table that does not come from the code; people, and who owns what.

#include "commands/people/users.h"
#include "commands/registry.h"
#include "store/secretstore.h"
#include "support/desk.h"

#include <QTest>

using namespace encore;
using commands::Role;
using domain::ErrorCode;

class tst_Rights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandForEveryRole();
    void whatBelongsToAMusician();
    void peopleAreAddedAndChanged();
    void somebodyMustStay();

private:
    [[nodiscard]] domain::Result<commands::Outcome> give(const char* name, const QByteArray& arguments, Role role, const char* who = "somebody")
    {
        commands::CommandRequest request;
        request.name = name;
        request.arguments = arguments;
        request.actor = {role, QString::fromLatin1(who)};
        return m_desk.executor->run(request);
    }
    [[nodiscard]] QByteArray refusal(const char* name, const QByteArray& arguments, Role role, const char* who = "somebody")
    {
        const auto outcome = give(name, arguments, role, who);
        return outcome ? QByteArray() : outcome.error().message.id;
    }

    support::TestDesk m_desk;
};

void tst_Rights::everyCommandForEveryRole()
{
    std::map<QByteArray, QStringList> table;
    const QByteArray text = support::TestDesk::contents(QStringLiteral(ENCORE_TEST_DATA "/rights.tsv"));
    for (const QByteArray& line : text.split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            table.emplace(line.split('\t').first(), QString::fromLatin1(line.split('\t').value(1)).split(u' ', Qt::SkipEmptyParts));
    }
    int pairs = 0;
    const qint64 before = m_desk.count("command_log");
    for (const commands::CommandEntry& entry : commands::allCommands()) {
        QVERIFY2(table.contains(entry.name), entry.name);
        for (const auto& row : domain::enumNames<Role>()) {
            const bool allowed = row.value == Role::Admin || table[entry.name].contains(QLatin1StringView(row.name));
            const auto outcome = give(entry.name, "{}", row.value); // whoever may not is told so before the arguments are looked at
            const bool forbidden = !outcome && outcome.error().message.id == "command.forbidden";
            QVERIFY2(forbidden == !allowed, QByteArray(QByteArray(entry.name) + " by " + row.name).constData());
            if (forbidden)
                QCOMPARE(outcome.error().code, ErrorCode::Forbidden);
            ++pairs;
        }
    }
    QCOMPARE(table.size(), commands::allCommands().size());
    QVERIFY(m_desk.count("command_log") - before < qint64(commands::allCommands().size())); // refused ones leave no line
    qInfo("%d pairs of command and role", pairs);
}

void tst_Rights::whatBelongsToAMusician()
{
    QCOMPARE(refusal("CreateProject", R"({"label":"own","title":"Own"})", Role::Musician, "hana"), QByteArray());
    QCOMPARE(refusal("AddReward", R"({"project_id":"own","label":"r","title":"R","price":1000})", Role::Musician, "hana"), QByteArray());
    QCOMPARE(refusal("CreateProject", R"({"author":"hana","title":"Forged"})", Role::Musician, "bora"), QByteArray("command.not_yours"));
    int refused = 0;
    for (const commands::CommandEntry& entry : commands::allCommands()) {
        if (entry.right != commands::Right::ManageCampaigns || QByteArray(entry.name) == "CreateProject")
            continue;
        // Everything these commands could name; whatever they lack besides is asked for later.
        const auto outcome = give(entry.name, R"({"project_id":"own","reward_id":"r","pledge_id":"none","dispatch_id":"none","title":"x","text":"x","price":1000,"reason":"x",
            "sha256":"00","plan_hash":"00","position":1,"caption":"x","carrier":"x","items":[],"backers_only":false})", Role::Musician, "bora");
        QVERIFY2(!outcome, entry.name);
        refused += outcome.error().message.id == "command.not_yours";
    }
    QVERIFY2(refused >= 11, QByteArray::number(refused).constData());
    QCOMPARE(refusal("EditReward", R"({"reward_id":"r","title":"Mine"})", Role::Musician, "bora"), QByteArray("command.not_yours"));
    QCOMPARE(refusal("EditReward", R"({"reward_id":"r","title":"Still hers"})", Role::Musician, "hana"), QByteArray());
    QCOMPARE(refusal("EditProject", R"({"project_id":"no such","title":"x"})", Role::Musician, "bora"), QByteArray("project.not_found"));
    // A reviewer signs with their own name.
    QCOMPARE(refusal("ApproveProject", R"({"project_id":"own","reviewer":"somebody else"})", Role::Reviewer, "hana"), QByteArray("command.not_in_their_name"));
}

void tst_Rights::peopleAreAddedAndChanged()
{
    const QByteArray verifier = store::hashPassword(QStringLiteral("a password")).toLatin1();
    QCOMPARE(refusal("AddUser", R"({"email":"Door@Example.org","role":"door","user_name":"Kim","password":")" + verifier + "\"}", Role::Admin), QByteArray());
    QCOMPARE(refusal("AddUser", R"({"email":"door@example.org","role":"door"})", Role::Admin), QByteArray("people.exists"));
    QCOMPARE(refusal("AddUser", R"({"email":"door@elsewhere.org","role":"door"})", Role::Admin), QByteArray("people.label_taken"));
    for (const char* email : {"", "no-at", "@x", "x@", "a@b@c", "a b@c"})
        QVERIFY(!refusal("AddUser", QByteArray("{\"email\":\"") + email + R"(","role":"door"})", Role::Admin).isEmpty());
    QCOMPARE(refusal("AddUser", R"({"email":"z@example.org","role":"door","password":"plain"})", Role::Admin), QByteArray("people.no_verifier"));
    const auto users = commands::Users{}.ask({m_desk.reader(), m_desk.clock.now(), false});
    QVERIFY(users.ok());
    QCOMPARE(users->size(), size_t(1));
    QCOMPARE(users->front().email, QStringLiteral("door@example.org"));
    QCOMPARE(users->front().label, QStringLiteral("door"));
    QVERIFY(users->front().hasPassword && !users->front().disabled);
    const QByteArray id = users->front().userId.text().toLatin1();
    QCOMPARE(refusal("EditUser", "{\"user_id\":\"" + id + R"(","role":"box_office","user_name":"Kim Minji"})", Role::Admin), QByteArray());
    const auto after = commands::Users{}.ask({m_desk.reader(), m_desk.clock.now(), false});
    QCOMPARE(after->front().role, Role::BoxOffice);
    QCOMPARE(after->front().userName, QStringLiteral("Kim Minji"));
    QCOMPARE(after->front().email, QStringLiteral("door@example.org"));
    QCOMPARE(refusal("SetPassword", R"({"user_id":"nobody","password":")" + verifier + "\"}", Role::Admin), QByteArray("people.not_found"));
}

void tst_Rights::somebodyMustStay()
{
    QCOMPARE(refusal("AddUser", R"({"email":"root@example.org","role":"admin"})", Role::Admin), QByteArray());
    QCOMPARE(refusal("EditUser", R"({"user_id":"root@example.org","disabled":true})", Role::Admin), QByteArray("people.last_admin"));
    QCOMPARE(refusal("EditUser", R"({"user_id":"root@example.org","role":"door"})", Role::Admin), QByteArray("people.last_admin"));
    QCOMPARE(refusal("AddUser", R"({"email":"second@example.org","role":"admin"})", Role::Admin), QByteArray());
    QCOMPARE(refusal("EditUser", R"({"user_id":"root@example.org","disabled":true})", Role::Admin), QByteArray());
    QCOMPARE(refusal("EditUser", R"({"user_id":"second@example.org","disabled":true})", Role::Admin), QByteArray("people.last_admin"));
}

QTEST_GUILESS_MAIN(tst_Rights)
#include "tst_rights.moc"
