// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/projects/projectqueries.h"
#include "commands/rates/rates.h"
#include "store/blobs.h"
#include "support/campaigndesk.h"
#include "support/table.h"

using namespace encore;
using tests::CampaignDesk;

class tst_Campaigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesHoldFromATimeOn();
    void init() { m_desk = std::make_unique<CampaignDesk>(); }
    void everyCommandInEveryState();
    void reviewNamesAllThatIsMissing();
    void nobodyReviewsTheirOwn();
    void badFields_data();
    void badFields();
    void termsFreezeWhenLive();
    void editsMergeByField();
    void hostileTextStaysText();
    void rewardsFreezeOnceChosen();
    void rewardLimits_data();
    void rewardLimits();
    void breakEvenCoversTheBudget();
    void backersAreFoundByTheirNames_data();
    void backersAreFoundByTheirNames();

private:
    void bringTo(domain::ProjectState state, const QByteArray& label);
    std::unique_ptr<CampaignDesk> m_desk;
};

namespace
{

struct Given {
    const char* name;
    domain::ProjectAction action;
    QByteArray (*arguments)(const QByteArray& label);
    domain::Instant at;
};

QByteArray which(const QByteArray& label)
{
    return "{\"project_id\":\"" + label + "\"}";
}
QByteArray whichAndWhy(const QByteArray& label)
{
    return "{\"project_id\":\"" + label + "\",\"reason\":\"because\"}";
}

/// Every command about a project, with arguments that nothing but the state can refuse.
const Given givens[] = {
    {"EditProject", domain::ProjectAction::Edit, [](const QByteArray& label) { return QByteArray("{\"summary\":\"new\",\"project_id\":\"" + label + "\"}"); }, CampaignDesk::start},
    {"SubmitProject", domain::ProjectAction::Submit, which, CampaignDesk::start},
    {"ApproveProject", domain::ProjectAction::Approve, which, CampaignDesk::start},
    {"RejectProject", domain::ProjectAction::Reject, whichAndWhy, CampaignDesk::start},
    {"StartProject", domain::ProjectAction::Start, which, CampaignDesk::start},
    {"SuspendProject", domain::ProjectAction::Suspend, whichAndWhy, CampaignDesk::start},
    {"ResumeProject", domain::ProjectAction::Resume, which, CampaignDesk::start},
    {"CancelProject", domain::ProjectAction::Cancel, whichAndWhy, CampaignDesk::start},
    {"PostUpdate", domain::ProjectAction::PostUpdate, [](const QByteArray& label) { return QByteArray("{\"title\":\"t\",\"text\":\"x\",\"project_id\":\"" + label + "\"}"); }, CampaignDesk::start},
    {"AddProjectPicture", domain::ProjectAction::Edit,
     [](const QByteArray& label) { return QByteArray("{\"sha256\":\"" + domain::sha256("picture").toHex() + "\",\"project_id\":\"" + label + "\"}"); }, CampaignDesk::start},
    {"AddReward", domain::ProjectAction::ChangeRewards, [](const QByteArray& label) { return QByteArray("{\"title\":\"t\",\"price\":1000,\"project_id\":\"" + label + "\"}"); }, CampaignDesk::start},
    {"EditReward", domain::ProjectAction::ChangeRewards, [](const QByteArray& label) { return QByteArray("{\"title\":\"u\",\"reward_id\":\"r-" + label + "\"}"); }, CampaignDesk::start},
    {"CloseReward", domain::ProjectAction::ChangeRewards, [](const QByteArray& label) { return QByteArray("{\"reward_id\":\"r-" + label + "\"}"); }, CampaignDesk::start},
    {"DeleteReward", domain::ProjectAction::ChangeRewards, [](const QByteArray& label) { return QByteArray("{\"reward_id\":\"r-" + label + "\"}"); }, CampaignDesk::start},
    {"PlacePledge", domain::ProjectAction::PlacePledge, [](const QByteArray& label) { return QByteArray("{\"extra\":5000,\"project_id\":\"" + label + "\"}"); }, CampaignDesk::start},
    {"CancelPledge", domain::ProjectAction::CancelPledge, [](const QByteArray& label) { return QByteArray("{\"pledge_id\":\"p-" + label + "\"}"); }, CampaignDesk::start},
    {"RefundPledge", domain::ProjectAction::Refund, [](const QByteArray& label) { return QByteArray("{\"reason\":\"x\",\"pledge_id\":\"p-" + label + "\"}"); }, CampaignDesk::start},
    {"RecordDispute", domain::ProjectAction::RecordPayment, [](const QByteArray& label) { return QByteArray("{\"stage\":\"opened\",\"pledge_id\":\"p-" + label + "\"}"); }, CampaignDesk::start},
};

} // namespace

/// A live campaign with a reward that nobody chose and a pledge that was paid, moved to a state as the store would have it.
void tst_Campaigns::bringTo(domain::ProjectState state, const QByteArray& label)
{
    m_desk->goLive(label);
    QCOMPARE(m_desk->give("AddReward", "{\"label\":\"r-" + label + "\",\"title\":\"t\",\"price\":1000,\"project_id\":\"" + label + "\"}"), QByteArray());
    m_desk->paidPledge(label, "p-" + label, 5'000);
    m_desk->reader().database().execute("UPDATE projects SET state = ? WHERE id = ?",
                                        {domain::enumText(state), m_desk->id<domain::ProjectId>(label.constData()).bytes()});
}

/// The walk of the issue: allowed pairs happen and lead where DOMAIN §2 says, forbidden ones are refused with their reason and change nothing.
void tst_Campaigns::everyCommandInEveryState()
{
    std::map<QString, QStringList> expected;
    const auto states = domain::enumNames<domain::ProjectState>();
    for (const QStringList& row : tests::table(QStringLiteral("../../domain/data/projectwalk.tsv"), qsizetype(states.size()) + 1))
        expected[row.first()] = row;
    int visited = 0;
    QVERIFY(m_desk->executor->runTogether({[](store::UnitOfWork& work) {
        (void)store::BlobWriter(work).put("picture");
        return domain::done();
    }}).front());
    for (const Given& given : givens) {
        for (size_t i = 0; i < states.size(); ++i) {
            const QByteArray label = QByteArray(given.name) + "-" + states[i].name;
            bringTo(states[i].value, label);
            const qint64 lines = m_desk->count("command_log");
            const QByteArray refusal = m_desk->give(given.name, given.arguments(label), given.at);
            const QString want = expected.at(domain::enumText(given.action)).at(qsizetype(i) + 1);
            const QString now = domain::enumText(m_desk->project(label.constData()).state);
            if (want == QStringLiteral("-")) {
                QVERIFY2(refusal == "project.not_now", QByteArray(label + ": " + refusal).constData());
                QCOMPARE(now, QString::fromLatin1(states[i].name));
                QCOMPARE(m_desk->count("command_log"), lines);
            } else {
                QVERIFY2(refusal.isEmpty(), QByteArray(label + ": " + refusal).constData());
                QCOMPARE(now, want == QStringLiteral("=") ? QString::fromLatin1(states[i].name) : want);
            }
            ++visited;
        }
    }
    QCOMPARE(visited, int(std::size(givens) * states.size()));
    qInfo("%d pairs of state and command visited", visited);
    QVERIFY(store::LedgerReader(m_desk->reader()).verify().isSound());
}

void tst_Campaigns::reviewNamesAllThatIsMissing()
{
    QCOMPARE(m_desk->give("CreateProject", "{\"label\":\"a\"}"), QByteArray());
    QCOMPARE(m_desk->give("SubmitProject", which("a")), QByteArray("project.incomplete"));
    const QString words = domain::words(m_desk->last->error().message, domain::Language::English);
    for (const char* part : {"title", "goal", "start", "end", "payout", "reward"})
        QVERIFY2(words.contains(QString::fromLatin1(part)), qPrintable(words));
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Draft);
}

void tst_Campaigns::nobodyReviewsTheirOwn()
{
    m_desk->draft("a");
    QCOMPARE(m_desk->give("SubmitProject", which("a")), QByteArray());
    QCOMPARE(m_desk->give("ApproveProject", "{\"project_id\":\"a\",\"reviewer\":\" Hana \"}"), QByteArray("project.own_review"));
    QCOMPARE(m_desk->give("ApproveProject", "{\"project_id\":\"a\",\"reviewer\":\"Bora\"}"), QByteArray());
    QCOMPARE(m_desk->give("StartProject", which("a"), CampaignDesk::start.plusMs(-1)), QByteArray("project.not_started"));
    QCOMPARE(m_desk->give("StartProject", which("a"), CampaignDesk::end), QByteArray("project.end_passed"));
    QCOMPARE(m_desk->give("StartProject", which("a"), CampaignDesk::start), QByteArray());
}

void tst_Campaigns::badFields_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("refusal");
    const auto row = [](const char* member, const char* refusal) { QTest::newRow(member) << QByteArray(member) << QByteArray(refusal); };
    row("\"goal\":0", "project.missing.goal");
    row("\"goal\":-1", "project.negative");
    row("\"goal\":1e19", "json.wrong_type");
    row("\"goal\":10000000000000000000", "json.wrong_type");
    row("\"goal\":1000.5", "json.wrong_type");
    row("\"goal\":1000000000001", "money.overflow");
    row("\"goal\":\"1000\"", "json.wrong_type");
    row("\"starts_at\":\"2026-12-01T00:00:00+09:00\"", "project.missing.order");
    row("\"starts_at\":\"2026-12-02T00:00:00+09:00\"", "project.missing.order");
    row("\"ends_at\":\"2026-11-01\"", "json.at");
    row("\"ends_at\":\"9999-12-31T23:59:59Z\"", "");
    row("\"time_zone\":\"Mars/Olympus\"", "time.unknown_zone");
    row("\"budget\":[{\"name\":\"hall\",\"amount\":-1}]", "project.negative");
    row("\"stretch_goals\":[{\"amount\":5}]", "json.missing");
    row("\"payment_model\":\"barter\"", "json.not_a_choice");
}

void tst_Campaigns::badFields()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, refusal);
    m_desk->draft("a");
    const domain::Project before = m_desk->project("a");
    QCOMPARE(m_desk->give("EditProject", "{\"project_id\":\"a\",\"title\":\"other\"," + member + "}"), refusal);
    if (!refusal.isEmpty())
        QVERIFY(m_desk->project("a") == before);
}

void tst_Campaigns::termsFreezeWhenLive()
{
    m_desk->goLive("a");
    for (const char* member : {"\"goal\":2000000", "\"ends_at\":\"2026-12-02T00:00:00+09:00\"", "\"success_basis\":\"collected_at_window_end\"",
                               "\"payment_model\":\"on_success\"", "\"starts_at\":\"2026-10-31T00:00:00+09:00\"", "\"time_zone\":\"Asia/Tokyo\""})
        QCOMPARE(m_desk->give("EditProject", QByteArray("{\"project_id\":\"a\",") + member + "}"), QByteArray("project.frozen"));
    QCOMPARE(m_desk->give("EditProject", "{\"project_id\":\"a\",\"goal\":1000000,\"story\":\"more\",\"title\":\"Better\"}"), QByteArray());
    QCOMPARE(m_desk->project("a").story, QStringLiteral("more"));
}

void tst_Campaigns::editsMergeByField()
{
    m_desk->draft("a");
    const qint64 base = m_desk->project("a").version;
    QCOMPARE(m_desk->give("EditProject", "{\"project_id\":\"a\",\"title\":\"theirs\"}"), QByteArray());
    m_desk->baseVersion = base;
    QCOMPARE(m_desk->give("EditProject", "{\"project_id\":\"a\",\"story\":\"mine\"}"), QByteArray());
    QCOMPARE(m_desk->project("a").title, QStringLiteral("theirs"));
    QCOMPARE(m_desk->project("a").story, QStringLiteral("mine"));
    QCOMPARE(m_desk->give("EditProject", "{\"project_id\":\"a\",\"title\":\"mine\"}"), QByteArray("edit.elsewhere"));
    QCOMPARE(m_desk->last->error().code, domain::ErrorCode::Conflict);
    m_desk->baseVersion = m_desk->project("a").version;
    QCOMPARE(m_desk->give("EditProject", "{\"project_id\":\"a\",\"title\":\"mine\"}"), QByteArray());
}

void tst_Campaigns::hostileTextStaysText()
{
    const QString story = QStringLiteral("<script>alert(1)</script> '; DROP TABLE projects; -- 🎸 \u202Eright to left\u202C مرحبا ") + QString(99'000, u'가');
    commands::EditProject edit;
    m_desk->draft("a");
    edit.projectId = m_desk->id<domain::ProjectId>("a");
    edit.story = story;
    QCOMPARE(m_desk->give("EditProject", commands::encodeText(edit)), QByteArray());
    QCOMPARE(m_desk->project("a").story, story);
    edit.story = QString(100'001, u'x');
    QCOMPARE(m_desk->give("EditProject", commands::encodeText(edit)), QByteArray("json.too_long"));
    QCOMPARE(m_desk->project("a").story, story);
}

void tst_Campaigns::rewardsFreezeOnceChosen()
{
    m_desk->goLive("a");
    const auto edit = [&](const char* member) { return m_desk->give("EditReward", QByteArray("{\"reward_id\":\"r\",") + member + "}"); };
    QCOMPARE(m_desk->give("AddReward", "{\"project_id\":\"a\",\"label\":\"r\",\"title\":\"CD\",\"price\":20000,\"limit\":5,\"items\":[{\"kind\":\"merchandise\",\"name\":\"CD\"}]}"), QByteArray());
    QCOMPARE(edit("\"price\":25000"), QByteArray());
    m_desk->paidPledge("a", "p", 0, "\"rewards\":[{\"reward_id\":\"r\",\"quantity\":2}]");
    QCOMPARE(m_desk->pledge("p").total, 50'000);
    QCOMPARE(edit("\"price\":30000"), QByteArray("reward.frozen"));
    QCOMPARE(edit("\"items\":[]"), QByteArray("reward.frozen"));
    QCOMPARE(edit("\"limit\":1"), QByteArray("reward.limit_below"));
    QCOMPARE(edit("\"limit\":4"), QByteArray("reward.fewer"));
    QCOMPARE(edit("\"limit\":6"), QByteArray());
    QCOMPARE(edit("\"description\":\"signed\""), QByteArray());
    QCOMPARE(m_desk->give("DeleteReward", "{\"reward_id\":\"r\"}"), QByteArray("reward.sold"));
    // Given back, it still was chosen once.
    QCOMPARE(m_desk->give("CancelPledge", "{\"pledge_id\":\"p\"}"), QByteArray());
    (void)m_desk->work(CampaignDesk::end);
    QCOMPARE(store::CampaignReader(m_desk->reader()).reward(m_desk->id<domain::RewardId>("r"))->taken, 0);
    QCOMPARE(m_desk->give("DeleteReward", "{\"reward_id\":\"r\"}"), QByteArray("reward.sold"));
    QCOMPARE(m_desk->give("CloseReward", "{\"reward_id\":\"r\"}"), QByteArray());
    QCOMPARE(m_desk->give("PlacePledge", "{\"project_id\":\"a\",\"rewards\":[{\"reward_id\":\"r\"}]}"), QByteArray("reward.closed"));
}

void tst_Campaigns::rewardLimits_data()
{
    QTest::addColumn<QByteArray>("reward");
    QTest::addColumn<QByteArray>("chosen");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QByteArray>("refusal");
    const qint64 noon = CampaignDesk::start.ms + 12 * 3'600'000;
    const auto row = [](const char* name, const char* reward, const char* chosen, qint64 at, const char* refusal) {
        QTest::newRow(name) << QByteArray(reward) << QByteArray(chosen) << at << QByteArray(refusal);
    };
    row("all of it", "\"limit\":3", "[{\"reward_id\":\"r\",\"quantity\":3}]", noon, "");
    row("one too many", "\"limit\":3", "[{\"reward_id\":\"r\",\"quantity\":4}]", noon, "reward.sold_out");
    row("one too many in two lines", "\"limit\":3", "[{\"reward_id\":\"r\",\"quantity\":2},{\"reward_id\":\"r\",\"quantity\":2}]", noon, "reward.sold_out");
    row("per backer", "\"per_backer\":2", "[{\"reward_id\":\"r\",\"quantity\":3}]", noon, "reward.per_backer");
    row("none", "\"limit\":3", "[{\"reward_id\":\"r\",\"quantity\":0}]", noon, "pledge.quantity");
    row("int overflow", "\"per_backer\":9", "[{\"reward_id\":\"r\",\"quantity\":2147483647},{\"reward_id\":\"r\",\"quantity\":2}]", noon, "pledge.quantity");
    row("money overflow", "\"position\":1", "[{\"reward_id\":\"r\",\"quantity\":2147483647}]", noon, "money.overflow");
    row("early bird, last millisecond", "\"closes_at\":\"2026-11-01T12:00:00+09:00\"", "[{\"reward_id\":\"r\"}]", noon - 1, "");
    row("early bird, over", "\"closes_at\":\"2026-11-01T12:00:00+09:00\"", "[{\"reward_id\":\"r\"}]", noon, "reward.over");
    row("not yet", "\"opens_at\":\"2026-11-01T12:00:00+09:00\"", "[{\"reward_id\":\"r\"}]", noon - 1, "reward.not_yet");
    row("from then on", "\"opens_at\":\"2026-11-01T12:00:00+09:00\"", "[{\"reward_id\":\"r\"}]", noon, "");
    row("only an add-on", "\"add_on\":true", "[{\"reward_id\":\"r\"}]", noon, "pledge.only_add_ons");
    row("add-on in company", "\"add_on\":true", "[{\"reward_id\":\"r\"},{\"reward_id\":\"main\"}]", noon, "");
    row("unknown", "\"limit\":3", "[{\"reward_id\":\"nothing\"}]", noon, "reward.not_found");
    row("of another campaign", "\"limit\":3", "[{\"reward_id\":\"other\"}]", noon, "reward.not_found");
}

void tst_Campaigns::rewardLimits()
{
    QFETCH(QByteArray, reward);
    QFETCH(QByteArray, chosen);
    QFETCH(qint64, at);
    QFETCH(QByteArray, refusal);
    m_desk->goLive("a");
    m_desk->goLive("b");
    QCOMPARE(m_desk->give("AddReward", "{\"project_id\":\"a\",\"label\":\"main\",\"title\":\"LP\",\"price\":1000}"), QByteArray());
    QCOMPARE(m_desk->give("AddReward", "{\"project_id\":\"b\",\"label\":\"other\",\"title\":\"LP\",\"price\":1000}"), QByteArray());
    QCOMPARE(m_desk->give("AddReward", "{\"project_id\":\"a\",\"label\":\"r\",\"title\":\"CD\",\"price\":1000," + reward + "}"), QByteArray());
    const qint64 pledges = m_desk->count("pledges");
    QCOMPARE(m_desk->give("PlacePledge", "{\"project_id\":\"a\",\"backer_id\":\"x\",\"rewards\":" + chosen + "}", {at}), refusal);
    QCOMPARE(m_desk->count("pledges"), pledges + (refusal.isEmpty() ? 1 : 0));
    QCOMPARE(store::CampaignReader(m_desk->reader()).reward(m_desk->id<domain::RewardId>("r"))->taken > 0, refusal.isEmpty());
}

/// The least sum that leaves the budget after fees: one unit less does not.
void tst_Campaigns::breakEvenCoversTheBudget()
{
    for (const qint64 budget : {1LL, 9LL, 10LL, 99'999LL, 912'000LL, 10'000'001LL, 123'456'789LL}) {
        const QByteArray label = "b" + QByteArray::number(budget);
        m_desk->draft(label, "\"budget\":[{\"name\":\"hall\",\"amount\":" + QByteArray::number(budget) + "}]");
        const auto rows = commands::ProjectDetails{m_desk->id<domain::ProjectId>(label.constData())}.ask({m_desk->reader(), CampaignDesk::start, false});
        QVERIFY(rows.ok());
        const auto left = [](qint64 raised) {
            return raised - domain::vatOnTop(domain::shareOf(raised, 500)).total() - domain::vatOnTop(domain::shareOf(raised, 300)).total();
        };
        QVERIFY(left(rows->front().breakEven) >= budget);
        QVERIFY(left(rows->front().breakEven - 1) < budget);
    }
}

void tst_Campaigns::backersAreFoundByTheirNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("all, newest first") << QString() << QStringList{QStringLiteral("p3"), QStringLiteral("p2"), QStringLiteral("p1")};
    QTest::newRow("beginning of a name") << QStringLiteral("김하") << QStringList{QStringLiteral("p3"), QStringLiteral("p1")};
    QTest::newRow("accent and case") << QStringLiteral("jose") << QStringList{QStringLiteral("p2")};
    QTest::newRow("e-mail") << QStringLiteral("lee@exam") << QStringList{QStringLiteral("p2")};
    QTest::newRow("two words") << QStringLiteral("lee josé") << QStringList{QStringLiteral("p2")};
    QTest::newRow("label") << QStringLiteral("p1") << QStringList{QStringLiteral("p1")};
    QTest::newRow("the name before it was completed") << QStringLiteral("Unknown") << QStringList{};
    QTest::newRow("nobody") << QStringLiteral("박") << QStringList{};
    QTest::newRow("syntax of the search") << QStringLiteral("\" OR name:* NEAR(") << QStringList{};
    QTest::newRow("no word at all") << QStringLiteral("%_*") << QStringList{};
}

void tst_Campaigns::backersAreFoundByTheirNames()
{
    QFETCH(QString, text);
    m_desk->goLive("a");
    const auto place = [&](const char* label, const char* name, const char* email, int minute) {
        QCOMPARE(m_desk->give("PlacePledge", QByteArray("{\"project_id\":\"a\",\"extra\":1000,\"label\":\"") + label + "\",\"backer_name\":\"" + name
                                  + "\",\"backer_email\":\"" + email + "\"}", CampaignDesk::start.plusMs(minute * 60'000)),
                 QByteArray());
    };
    place("p1", "Unknown", "kim@example.org", 1);
    place("p2", "José Lee", "lee@example.org", 2);
    place("p3", "김하나", "Kim@example.org", 3); // the same person, by their right name now
    const auto rows = commands::Pledges{m_desk->id<domain::ProjectId>("a"), {}, text, 100, 0, {}}.ask({m_desk->reader(), CampaignDesk::start, false});
    QVERIFY(rows.ok());
    QStringList labels;
    for (const auto& row : *rows)
        labels << row.label;
    QTEST(labels, "labels");
    // Page behind page is the whole list, whatever stands at the same moment.
    const auto id = m_desk->id<domain::ProjectId>("a");
    const auto whole = commands::Pledges{id, {}, {}, 1'000, 0, {}}.ask({m_desk->reader(), CampaignDesk::start, false});
    std::optional<domain::PledgeId> last;
    for (const commands::Pledges::Row& row : *whole) {
        const auto next = commands::Pledges{id, {}, {}, 1, 0, last}.ask({m_desk->reader(), CampaignDesk::start, false});
        QCOMPARE(next->size(), size_t(1));
        QCOMPARE(next->front().label, row.label);
        last = row.pledgeId;
    }
    QVERIFY(whole->size() > 1);
    const auto page = commands::Pledges{m_desk->id<domain::ProjectId>("a"), domain::PledgeState::Pending, {}, 1, 1, {}}.ask({m_desk->reader(), CampaignDesk::start, false});
    QCOMPARE(page->size(), size_t(1));
    QCOMPARE(page->front().label, QStringLiteral("p2"));
    const commands::Pledges paid{m_desk->id<domain::ProjectId>("a"), domain::PledgeState::Paid, {}, 1, 0, {}};
    QVERIFY(paid.ask({m_desk->reader(), CampaignDesk::start, false})->empty());
}

void tst_Campaigns::ratesHoldFromATimeOn()
{
    CampaignDesk desk;
    desk.goLive("before");
    QCOMPARE(desk.give("SetRate", R"({"rate":"platform_fee","value":5001})"), QByteArray("rate.out_of_range"));
    QCOMPARE(desk.give("SetRate", R"({"rate":"platform_fee","value":-1})"), QByteArray("rate.out_of_range"));
    QCOMPARE(desk.give("SetRate", R"({"rate":"interest","value":1})"), QByteArray("json.not_a_choice"));
    QCOMPARE(desk.give("SetRate", R"({"rate":"platform_fee","value":300,"valid_from":"2026-10-01T00:00:00Z"})"), QByteArray("rate.past"));
    QCOMPARE(desk.give("SetRate", R"({"rate":"platform_fee","value":300,"valid_from":"2026-11-10T00:00:00Z"})"), QByteArray());
    QCOMPARE(desk.give("SetRate", R"({"rate":"minimum_pledge_krw","value":5000})"), QByteArray());
    QCOMPARE(desk.give("PlacePledge", R"({"project_id":"before","extra":4999})"), QByteArray("pledge.too_little"));
    QCOMPARE(desk.give("PlacePledge", R"({"project_id":"before","extra":5000})"), QByteArray());
    const domain::Instant later = CampaignDesk::start.plusMs(20LL * 24 * 60 * 60 * 1000);
    QCOMPARE(desk.give("CreateProject", R"({"label":"after","author":"hana","title":"x"})", later), QByteArray());
    QCOMPARE(desk.project("before").fees.platformBasisPoints, 500); // agreed before
    QCOMPARE(desk.project("after").fees.platformBasisPoints, 300);
    const auto rates = commands::Rates{}.ask({desk.reader(), later, false});
    QVERIFY(rates.ok());
    for (const commands::Rates::Row& row : *rates) {
        if (row.rate == commands::RateName::PlatformFee)
            QCOMPARE(row.holdsNow, row.value == 300);
    }
}

QTEST_GUILESS_MAIN(tst_Campaigns)
#include "tst_campaigns.moc"
