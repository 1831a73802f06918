// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/audit/verifyworkspace.h"
#include "commands/ledger/moneybyday.h"
#include "commands/projects/projectqueries.h"
#include "support/campaigndesk.h"

#include <numeric>

using namespace encore;
using domain::Account;
using domain::AccountKind;
using domain::PledgeState;
using tests::CampaignDesk;

class tst_Closing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<CampaignDesk>(); }
    void cleanup();
    void theWindowDecidesToTheMillisecond();
    void backersAreDistinctPeople();
    void oneWonShortFails();
    void atTheGoalItIsFunded();
    void feesAreOfTheTotalAndSpreadOverPledges();
    void theHashIsDemanded();
    void twiceAndTwoClosersAtOnce();
    void aCrashInTheMiddle();
    void ticketsAreIssuedOnce();
    void anUnknownPaymentIsWaitedFor_data();
    void anUnknownPaymentIsWaitedFor();
    void aLatePaymentGoesBack();
    void aWrongAmountIsVoid();
    void aBouncedRefundStaysOwed();
    void refundAfterFundingCopiesTheFee();
    void disputes();
    void chargedOnSuccess();
    void cancellingGivesEverythingBack();
    void nothingPledged();
    void moneyDayByDay();
    void oneBadEffectKeepsNoOther();
    void theAuditSeesTampering_data();
    void theAuditSeesTampering();

private:
    void close(const char* label, domain::Instant at = CampaignDesk::end); ///< with whatever else is due
    [[nodiscard]] QByteArray planHash(const char* label);
    std::unique_ptr<CampaignDesk> m_desk;
};

void tst_Closing::cleanup()
{
    const auto audit = commands::verifyWorkspace(m_desk->reader());
    QVERIFY(audit.ok());
    for (const domain::Message& fault : audit->faults)
        QFAIL(qPrintable(domain::words(fault, domain::Language::English)));
    m_desk.reset();
}

QByteArray tst_Closing::planHash(const char* label)
{
    const auto rows = commands::PlanClosing{m_desk->id<domain::ProjectId>(label), {}, {}, {}, {}}.ask({m_desk->reader(), CampaignDesk::end, false});
    return rows.ok() ? rows->front().planHash.toHex() : QByteArray();
}

void tst_Closing::close(const char* label, domain::Instant at)
{
    Q_UNUSED(label)
    const commands::DueReport report = m_desk->due(at);
    for (const domain::Error& failure : report.failures)
        QFAIL(failure.message.id.constData());
    QVERIFY(m_desk->work(at).succeeded >= 0);
}

void tst_Closing::theWindowDecidesToTheMillisecond()
{
    m_desk->goLive("a");
    const auto place = [&](domain::Instant at) { return m_desk->give("PlacePledge", "{\"project_id\":\"a\",\"extra\":1000}", at); };
    QCOMPARE(place(CampaignDesk::start.plusMs(-1)), QByteArray("pledge.closed"));
    QCOMPARE(place(CampaignDesk::start), QByteArray());
    QCOMPARE(place(CampaignDesk::end.plusMs(-1)), QByteArray());
    QCOMPARE(place(CampaignDesk::end), QByteArray("pledge.closed"));
    QCOMPARE(m_desk->give("PlacePledge", "{\"project_id\":\"a\",\"extra\":999}"), QByteArray("pledge.too_little"));
    QCOMPARE(m_desk->give("PlacePledge", "{\"project_id\":\"a\",\"extra\":-1}"), QByteArray("pledge.negative_extra"));
}

void tst_Closing::backersAreDistinctPeople()
{
    m_desk->goLive("a");
    const auto place = [&](const char* label, const char* email) {
        QCOMPARE(m_desk->give("PlacePledge", QByteArray("{\"project_id\":\"a\",\"extra\":1000,\"label\":\"") + label + "\",\"backer_email\":\"" + email + "\"}"), QByteArray());
        QCOMPARE(m_desk->give("RecordPledgePayment", QByteArray("{\"result\":\"succeeded\",\"pledge_id\":\"") + label + "\"}"), QByteArray());
    };
    place("p1", "Kim@example.org");
    place("p2", " kim@example.org ");
    place("p3", "lee@example.org");
    QCOMPARE(m_desk->totals("a"), (store::ProjectTotals{3'000, 3, 2}));
    QCOMPARE(m_desk->give("CancelPledge", "{\"pledge_id\":\"p1\"}"), QByteArray());
    QCOMPARE(m_desk->totals("a"), (store::ProjectTotals{2'000, 2, 2}));
    QCOMPARE(m_desk->give("CancelPledge", "{\"pledge_id\":\"p2\"}"), QByteArray());
    QCOMPARE(m_desk->totals("a"), (store::ProjectTotals{1'000, 1, 1}));
    const auto curve = commands::FundingCurve{m_desk->id<domain::ProjectId>("a")}.ask({m_desk->reader(), CampaignDesk::start, false});
    QCOMPARE(curve->back().total, 1'000);
}

void tst_Closing::oneWonShortFails()
{
    m_desk->goLive("a");
    m_desk->paidPledge("a", "p1", 500'000);
    m_desk->paidPledge("a", "p2", 499'999);
    QCOMPARE(m_desk->totals("a"), (store::ProjectTotals{999'999, 2, 2}));
    QCOMPARE(m_desk->escrow("a"), -999'999);
    close("a");
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Failed);
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Refunded);
    QCOMPARE(m_desk->pledge("p2").state, PledgeState::Refunded);
    QCOMPARE(m_desk->escrow("a"), 0);
    QCOMPARE(m_desk->payable("hana"), 0);
    QCOMPARE(m_desk->balance(Account::provider(QStringLiteral("simulated"))), 0);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::PlatformFees)), 0); // a failed campaign costs the musician nothing
    QCOMPARE(m_desk->totals("a"), (store::ProjectTotals{0, 0, 0}));
}

void tst_Closing::atTheGoalItIsFunded()
{
    m_desk->goLive("a");
    m_desk->paidPledge("a", "p1", 500'000);
    m_desk->paidPledge("a", "p2", 500'000);
    m_desk->pledgeTo("a", "p3", 9'000); // never paid
    close("a");
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Funded);
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Confirmed);
    QCOMPARE(m_desk->pledge("p3").state, PledgeState::Cancelled);
    QCOMPARE(m_desk->escrow("a"), 0);
    QCOMPARE(m_desk->payable("hana"), 912'000); // less 50,000 + 5,000 for the platform and 30,000 + 3,000 for the provider
    QCOMPARE(m_desk->balance(Account::of(AccountKind::PlatformFees)), -50'000);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::ProviderFees)), -30'000);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::VatPayable)), -8'000);
}

/// DOMAIN §12: 333 pledges of 1,010 cost 16,817 and 1,682 VAT, not 333 roundings.
void tst_Closing::feesAreOfTheTotalAndSpreadOverPledges()
{
    m_desk->goLive("a", "\"goal\":1000");
    for (int i = 0; i < 333; ++i)
        m_desk->paidPledge("a", "p" + QByteArray::number(i), 1'010);
    close("a");
    QCOMPARE(m_desk->balance(Account::of(AccountKind::PlatformFees)), -16'817);
    const qint64 providerSupply = domain::shareOf(336'330, 300);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::VatPayable)), -(1'682 + domain::vatOnTop(providerSupply).vat));
    const auto lines = store::CampaignReader(m_desk->reader()).closingLines(m_desk->id<domain::ProjectId>("a"), 0, 1'000);
    QCOMPARE(lines.size(), size_t(333));
    const auto sum = [&](auto part) {
        return std::accumulate(lines.begin(), lines.end(), qint64(0), [&](qint64 total, const store::ClosingLine& line) { return total + part(line); });
    };
    QCOMPARE(sum([](const store::ClosingLine& line) { return line.platformFee.supply; }), 16'817);
    QCOMPARE(sum([](const store::ClosingLine& line) { return line.platformFee.vat; }), 1'682);
    QCOMPARE(sum([](const store::ClosingLine& line) { return line.providerFee.supply; }), providerSupply);
}

void tst_Closing::theHashIsDemanded()
{
    m_desk->goLive("a");
    m_desk->paidPledge("a", "p1", 500'000);
    const QByteArray hash = planHash("a");
    const auto closeWith = [&](const QByteArray& plan, domain::Instant at) {
        return m_desk->give("CloseProject", "{\"project_id\":\"a\",\"plan_hash\":\"" + plan + "\"}", at);
    };
    QCOMPARE(m_desk->give("CloseProject", "{\"project_id\":\"a\"}", CampaignDesk::end), QByteArray("json.missing"));
    QCOMPARE(closeWith(hash, CampaignDesk::end.plusMs(-1)), QByteArray("closing.too_early"));
    m_desk->paidPledge("a", "p2", 1'000);
    QCOMPARE(closeWith(hash, CampaignDesk::end), QByteArray("closing.plan_changed"));
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Live);
    QCOMPARE(closeWith(planHash("a"), CampaignDesk::end), QByteArray());
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Closing);
}

void tst_Closing::twiceAndTwoClosersAtOnce()
{
    m_desk->goLive("a");
    m_desk->paidPledge("a", "p1", 1'000'000);
    const QByteArray arguments = "{\"project_id\":\"a\",\"plan_hash\":\"" + planHash("a") + "\"}";
    // Two servers: each gives its own command, then both carry out every step.
    QCOMPARE(m_desk->give("CloseProject", arguments, CampaignDesk::end), QByteArray());
    QCOMPARE(m_desk->give("CloseProject", arguments, CampaignDesk::end.plusMs(5)), QByteArray());
    const QByteArray step = arguments.chopped(1) + ",\"step\":0}";
    QCOMPARE(m_desk->give("CarryOutClosing", step, CampaignDesk::end), QByteArray());
    const qint64 entries = m_desk->count("ledger_entries");
    QCOMPARE(m_desk->give("CarryOutClosing", step, CampaignDesk::end), QByteArray());
    QCOMPARE(m_desk->give("CloseProject", arguments, CampaignDesk::end.plusMs(9)), QByteArray());
    QCOMPARE(m_desk->give("CarryOutClosing", arguments.chopped(1) + ",\"step\":1}", CampaignDesk::end), QByteArray("closing.step"));
    close("a", CampaignDesk::end.plusMs(1'000'000));
    QCOMPARE(m_desk->count("ledger_entries"), entries);
    QCOMPARE(m_desk->payable("hana"), 912'000);
}

/// Stopped behind any step and started again, it ends as if nothing had happened.
void tst_Closing::aCrashInTheMiddle()
{
    std::vector<std::pair<QString, qint64>> whole;
    for (const int stopAfter : {-1, 0, 1, 2, 3}) {
        m_desk = std::make_unique<CampaignDesk>();
        m_desk->goLive("a", "\"goal\":10000000");
        for (int i = 0; i < 450; ++i)
            m_desk->paidPledge("a", "p" + QByteArray::number(i), 1'000 + i);
        if (stopAfter >= 0) {
            const auto report = m_desk->due(CampaignDesk::end, [&](const commands::DueReport& so) { return so.steps < stopAfter; });
            QCOMPARE(report.steps, qint64(std::clamp(stopAfter, 1, 3)));
            if (stopAfter < 3)
                QCOMPARE(m_desk->project("a").state, domain::ProjectState::Closing);
            if (stopAfter == 1)
                QCOMPARE(m_desk->give("CancelProject", "{\"project_id\":\"a\",\"reason\":\"x\"}"), QByteArray("closing.running"));
        }
        close("a");
        QCOMPARE(m_desk->project("a").state, domain::ProjectState::Failed);
        QCOMPARE(m_desk->count("effects"), 900); // a charge and one refund each, never two
        std::vector<std::pair<QString, qint64>> balances;
        for (const store::AccountBalance& account : store::LedgerReader(m_desk->reader()).balances())
            balances.emplace_back(domain::journalName(account.account), account.balance.minor);
        if (stopAfter < 0)
            whole = balances;
        QVERIFY(balances == whole);
        store::Rows refunded = m_desk->reader().database().run("SELECT count(*) FROM pledges WHERE state = 'refunded'");
        QVERIFY(refunded.next());
        QCOMPARE(refunded.number(0), 450);
    }
}

void tst_Closing::ticketsAreIssuedOnce()
{
    QVERIFY(m_desk->import(support::TestDesk::contents(QStringLiteral(ENCORE_TEST_DATA "/door.json"))).ok());
    const qint64 before = m_desk->count("tickets");
    const store::Catalogue& catalogue = m_desk->reader().catalogue();
    const QByteArray product = catalogue.products.begin()->first.text().toLatin1();
    const QByteArray performance = catalogue.performances.begin()->first.text().toLatin1();
    m_desk->goLive("a", "\"goal\":1000");
    QCOMPARE(m_desk->give("AddReward", "{\"project_id\":\"a\",\"label\":\"r\",\"title\":\"two tickets\",\"price\":60000,\"items\":[{\"kind\":\"ticket\",\"name\":\"R\","
                                       "\"quantity\":2,\"product_id\":\"" + product + "\",\"performance_id\":\"" + performance + "\"}]}"),
             QByteArray());
    m_desk->paidPledge("a", "p1", 0, "\"backer_name\":\"김하나\",\"rewards\":[{\"reward_id\":\"r\",\"quantity\":3}]");
    m_desk->paidPledge("a", "p2", 5'000);
    close("a");
    close("a");
    QCOMPARE(m_desk->count("tickets"), before + 6);
    const auto found = m_desk->reader().findTickets(QStringLiteral("김하나"), 50);
    QCOMPARE(found.size(), size_t(6));
    QCOMPARE(found.front().order.status, domain::OrderStatus::Paid);
    // Called off after all: nobody gets in with them.
    QCOMPARE(m_desk->give("CancelProject", "{\"project_id\":\"a\",\"reason\":\"the hall burnt\"}", CampaignDesk::end), QByteArray());
    close("a");
    QCOMPARE(m_desk->reader().findTickets(QStringLiteral("김하나"), 50).front().order.status, domain::OrderStatus::Cancelled);
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Refunded);
}

void tst_Closing::anUnknownPaymentIsWaitedFor_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<domain::ProjectState>("end");
    QTest::newRow("found approved: it counts") << QByteArray("sim-timeout") << domain::ProjectState::Funded;
    QTest::newRow("never known: it is waited for") << QByteArray("sim-lost") << domain::ProjectState::Closing;
}

void tst_Closing::anUnknownPaymentIsWaitedFor()
{
    QFETCH(QByteArray, method);
    QFETCH(domain::ProjectState, end);
    m_desk->goLive("a");
    m_desk->paidPledge("a", "p1", 999'000);
    m_desk->pledgeTo("a", "p2", 1'000, "\"payment_method\":\"" + method + "\"");
    (void)m_desk->work(CampaignDesk::end.plusMs(-1)); // asked before the deadline, no answer
    QCOMPARE(m_desk->pledge("p2").payment, domain::PaymentKnowledge::Unknown);
    QCOMPARE(m_desk->due(CampaignDesk::end).waiting, 1);
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Closing);
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Paid);
    QCOMPARE(m_desk->due(CampaignDesk::end.plusMs(1)).waiting, 1);
    (void)m_desk->work(CampaignDesk::end.plusMs(3'600'000));
    close("a", CampaignDesk::end.plusMs(3'600'000));
    QCOMPARE(m_desk->project("a").state, end);
}

void tst_Closing::aLatePaymentGoesBack()
{
    m_desk->goLive("a", "\"goal\":1000");
    m_desk->paidPledge("a", "p1", 5'000);
    m_desk->pledgeTo("a", "p2", 7'000);
    (void)m_desk->due(CampaignDesk::end);
    QCOMPARE(m_desk->pledge("p2").state, PledgeState::Cancelled);
    QCOMPARE(m_desk->give("RecordPledgePayment", "{\"pledge_id\":\"p2\",\"result\":\"succeeded\"}", CampaignDesk::end.plusMs(1)), QByteArray());
    QCOMPARE(m_desk->pledge("p2").state, PledgeState::CancelRequested);
    (void)m_desk->work(CampaignDesk::end.plusMs(2));
    QCOMPARE(m_desk->pledge("p2").state, PledgeState::Refunded);
    QCOMPARE(m_desk->escrow("a"), 0);
    QCOMPARE(m_desk->totals("a").raised, 5'000);
    // The same answer again is no second payment.
    QCOMPARE(m_desk->give("RecordPledgePayment", "{\"pledge_id\":\"p1\",\"result\":\"succeeded\"}", CampaignDesk::end.plusMs(1)), QByteArray("pledge.not_now"));
}

void tst_Closing::aWrongAmountIsVoid()
{
    m_desk->goLive("a");
    m_desk->pledgeTo("a", "p", 60'000);
    QCOMPARE(m_desk->give("RecordPledgePayment", "{\"pledge_id\":\"p\",\"result\":\"succeeded\",\"amount\":59999}"), QByteArray());
    QCOMPARE(m_desk->pledge("p").state, PledgeState::Failed);
    QCOMPARE(m_desk->totals("a").raised, 0);
    QCOMPARE(m_desk->count("ledger_entries"), 0);
    QCOMPARE(m_desk->work(CampaignDesk::end).succeeded, 1); // made void at the provider
}

void tst_Closing::aBouncedRefundStaysOwed()
{
    m_desk->goLive("a");
    m_desk->paidPledge("a", "good", 5'000);
    m_desk->paidPledge("a", "bad", 7'000, "\"payment_method\":\"sim-refund-bounces\"");
    close("a");
    QCOMPARE(m_desk->pledge("good").state, PledgeState::Refunded);
    QCOMPARE(m_desk->pledge("bad").state, PledgeState::RefundFailed);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::RefundsPayable)), -7'000);
    QCOMPARE(m_desk->escrow("a"), 0);
    const auto tasks = commands::Tasks{}.ask({m_desk->reader(), CampaignDesk::end, false});
    QCOMPARE(tasks->size(), size_t(1));
    QCOMPARE(tasks->front().amount, 7'000);
    // Asked again, and bounced again; then somebody pays it by hand.
    QCOMPARE(m_desk->give("RefundPledge", "{\"pledge_id\":\"bad\",\"reason\":\"new account\"}", CampaignDesk::end), QByteArray());
    (void)m_desk->work(CampaignDesk::end);
    QCOMPARE(m_desk->pledge("bad").state, PledgeState::RefundFailed);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::RefundsPayable)), -7'000);
    QCOMPARE(m_desk->give("RecordPledgeRefund", "{\"pledge_id\":\"bad\",\"reason\":\"paid at the desk\"}", CampaignDesk::end), QByteArray());
    QCOMPARE(m_desk->pledge("bad").state, PledgeState::Refunded);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::RefundsPayable)), 0);
    QVERIFY(commands::Tasks{}.ask({m_desk->reader(), CampaignDesk::end, false})->empty());
}

/// DOMAIN §12: 50,000 that netted 45,600 comes back as -50,000 with 2,750 of the platform returned and 1,650 of the provider kept: -47,250.
void tst_Closing::refundAfterFundingCopiesTheFee()
{
    m_desk->goLive("a", "\"goal\":50000");
    m_desk->paidPledge("a", "p", 50'000);
    close("a");
    QCOMPARE(m_desk->payable("hana"), 45'600);
    QCOMPARE(m_desk->give("RefundPledge", "{\"pledge_id\":\"p\",\"reason\":\"ill\",\"amount\":50001}", CampaignDesk::end), QByteArray("pledge.refund_above"));
    QCOMPARE(m_desk->give("RefundPledge", "{\"pledge_id\":\"p\",\"reason\":\"ill\",\"amount\":0}", CampaignDesk::end), QByteArray("pledge.refund_above"));
    // In parts that do not divide the fee: together they return exactly what was charged.
    for (const char* part : {"16667", "16667", "16666"})
        QCOMPARE(m_desk->give("RefundPledge", QByteArray("{\"pledge_id\":\"p\",\"reason\":\"ill\",\"amount\":") + part + "}", CampaignDesk::end), QByteArray());
    QCOMPARE(m_desk->payable("hana"), 45'600 - 47'250);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::PlatformFees)), 0);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::ProviderFees)), -1'500);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::VatPayable)), -150);
    (void)m_desk->work(CampaignDesk::end);
    QCOMPARE(m_desk->pledge("p").state, PledgeState::Refunded);
    QCOMPARE(m_desk->pledge("p").refunded, 50'000);
}

void tst_Closing::disputes()
{
    m_desk->goLive("a", "\"goal\":1000");
    m_desk->goLive("b");
    const auto dispute = [&](const char* pledge, const char* stage, domain::Instant at) {
        return m_desk->give("RecordDispute", QByteArray("{\"pledge_id\":\"") + pledge + "\",\"stage\":\"" + stage + "\"}", at);
    };
    m_desk->paidPledge("a", "won", 50'000);
    m_desk->paidPledge("a", "lost", 50'000);
    m_desk->paidPledge("b", "kept", 30'000);
    m_desk->paidPledge("b", "gone", 20'000);
    for (const char* pledge : {"won", "lost", "kept", "gone"})
        QCOMPARE(dispute(pledge, "opened", CampaignDesk::start), QByteArray());
    close("a");
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Funded);
    QCOMPARE(m_desk->project("b").state, domain::ProjectState::Failed);
    QCOMPARE(dispute("won", "won", CampaignDesk::end), QByteArray());
    QCOMPARE(dispute("lost", "lost", CampaignDesk::end), QByteArray());
    QCOMPARE(m_desk->payable("hana"), 2 * 45'600 - 47'250);
    QCOMPARE(m_desk->totals("a").raised, 50'000);
    // The failed one: what we keep after the dispute is not ours but the backer's.
    QCOMPARE(m_desk->escrow("b"), -50'000);
    QCOMPARE(dispute("kept", "won", CampaignDesk::end), QByteArray());
    QCOMPARE(dispute("gone", "lost", CampaignDesk::end), QByteArray());
    (void)m_desk->work(CampaignDesk::end);
    QCOMPARE(m_desk->pledge("kept").state, PledgeState::Refunded);
    QCOMPARE(m_desk->escrow("b"), 0);
    QCOMPARE(dispute("lost", "won", CampaignDesk::end), QByteArray("pledge.not_now"));
}

void tst_Closing::chargedOnSuccess()
{
    constexpr qint64 dayMs = 86'400'000;
    m_desk->goLive("a", "\"payment_model\":\"on_success\",\"goal\":100000");
    m_desk->goLive("b", "\"payment_model\":\"on_success\",\"goal\":100000,\"success_basis\":\"collected_at_window_end\"");
    for (const char* project : {"a", "b"}) {
        m_desk->pledgeTo(project, QByteArray("good-") + project, 60'000);
        m_desk->pledgeTo(project, QByteArray("bad-") + project, 40'000, "\"payment_method\":\"sim-declined\"");
        QCOMPARE(m_desk->totals(project).raised, 100'000);
    }
    QCOMPARE(m_desk->pledge("good-a").state, PledgeState::Held);
    QCOMPARE(m_desk->work(CampaignDesk::end).succeeded, 0); // nothing is charged before the end
    (void)m_desk->due(CampaignDesk::end);
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Collecting);
    QCOMPARE(m_desk->pledge("good-a").state, PledgeState::Charging);
    for (int day = 0; day < 9; ++day) {
        const auto work = m_desk->work(CampaignDesk::end.plusMs(day * dayMs));
        QCOMPARE(work.failed, day < 7 ? 2 : 0); // once a day for seven days
        (void)m_desk->due(CampaignDesk::end.plusMs(day * dayMs));
        if (day < 7)
            QCOMPARE(m_desk->project("a").state, domain::ProjectState::Collecting);
    }
    close("a", CampaignDesk::end.plusMs(9 * dayMs));
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Funded);
    QCOMPARE(m_desk->pledge("bad-a").state, PledgeState::Dropped);
    QCOMPARE(m_desk->totals("a").raised, 60'000); // the total is corrected
    QCOMPARE(m_desk->payable("hana"), 60'000 - 3'300 - 1'980);
    QCOMPARE(m_desk->project("b").state, domain::ProjectState::Failed); // collected too little
    QCOMPARE(m_desk->pledge("good-b").state, PledgeState::Refunded);
    QCOMPARE(m_desk->escrow("b"), 0);
}

void tst_Closing::cancellingGivesEverythingBack()
{
    m_desk->goLive("a");
    for (int i = 0; i < 250; ++i)
        m_desk->paidPledge("a", "p" + QByteArray::number(i), 2'000);
    m_desk->pledgeTo("a", "waiting", 2'000);
    QCOMPARE(m_desk->give("CancelProject", "{\"project_id\":\"a\",\"reason\":\" \"}"), QByteArray("project.no_reason"));
    QCOMPARE(m_desk->give("CancelProject", "{\"project_id\":\"a\",\"reason\":\"ill\"}"), QByteArray());
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Cancelled);
    QCOMPARE(m_desk->give("PlacePledge", "{\"project_id\":\"a\",\"extra\":5000}"), QByteArray("project.not_now"));
    close("a", CampaignDesk::start.plusMs(5));
    QCOMPARE(m_desk->escrow("a"), 0);
    QCOMPARE(m_desk->balance(Account::of(AccountKind::RefundsPayable)), 0);
    QCOMPARE(m_desk->totals("a"), (store::ProjectTotals{0, 0, 0}));
    QCOMPARE(m_desk->pledge("waiting").state, PledgeState::Cancelled);
}

void tst_Closing::nothingPledged()
{
    m_desk->goLive("a");
    close("a");
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Failed);
    QCOMPARE(m_desk->count("ledger_entries"), 0);
}

/// An answer that no longer fits is refused again and again; three hundred others, before and behind it, go through.
/// The sums of the days are the sums of the books, in the workspace's zone.
void tst_Closing::moneyDayByDay()
{
    m_desk->goLive("a", "\"goal\":1000");
    const auto paid = [&](const char* label, qint64 amount, domain::Instant at) {
        QCOMPARE(m_desk->give("PlacePledge", QByteArray("{\"project_id\":\"a\",\"label\":\"") + label + "\",\"extra\":" + QByteArray::number(amount) + "}", at), QByteArray());
        QCOMPARE(m_desk->give("RecordPledgePayment", QByteArray("{\"pledge_id\":\"") + label + "\",\"result\":\"succeeded\"}", at), QByteArray());
    };
    // The workspace of tests keeps UTC: its 2 November begins at 09:00 in Seoul.
    const domain::Instant midnight = CampaignDesk::start.plusMs(33 * 3'600'000LL);
    paid("p1", 5'000, midnight.plusMs(-1));
    paid("p2", 7'000, midnight);
    QCOMPARE(m_desk->give("RefundPledge", R"({"pledge_id":"p1","reason":"x","amount":2000})", midnight.plusMs(10)), QByteArray());
    (void)m_desk->work(midnight.plusMs(20));
    const auto ask = [&](const char* from, const char* until) {
        return commands::MoneyByDay{QString::fromLatin1(from), QString::fromLatin1(until)}.ask({m_desk->reader(), midnight, false});
    };
    const auto days = ask("2026-10-31", "2026-11-03");
    QVERIFY(days.ok());
    QCOMPARE(days->size(), size_t(4));
    QCOMPARE(days->at(0).pledges, 0);
    QCOMPARE(days->at(1).pledges, 5'000);
    QCOMPARE(days->at(2).pledges, 7'000);
    QCOMPARE(days->at(2).refunds, 2'000);
    QCOMPARE(days->at(2).day, QStringLiteral("2026-11-02"));
    qint64 sum = 0;
    for (const auto& day : *days)
        sum += day.pledges + day.sales - day.refunds + day.other;
    QCOMPARE(sum, m_desk->balance(Account::provider(QStringLiteral("simulated"))));
    QCOMPARE(ask("2026-11-03", "2026-11-02").error().message.id, QByteArray("query.days"));
    QCOMPARE(ask("x", "2026-11-02").error().message.id, QByteArray("query.days"));
    QCOMPARE(ask("1970-01-01", "2026-11-02").error().message.id, QByteArray("query.days"));
}

void tst_Closing::oneBadEffectKeepsNoOther()
{
    m_desk->goLive("a");
    for (int i = 0; i < 301; ++i)
        m_desk->pledgeTo("a", "p" + QByteArray::number(i), 1'000);
    m_desk->reader().database().execute("UPDATE pledges SET state = 'refunded' WHERE label = 'p150'");
    const payment::WorkDone done = m_desk->work(CampaignDesk::start.plusMs(10));
    QCOMPARE(done.refused, 1);
    QCOMPARE(m_desk->totals("a"), (store::ProjectTotals{300'000, 300, 300}));
    QCOMPARE(store::EffectReader(m_desk->reader()).due(CampaignDesk::end, 10).size(), size_t(1));
    QCOMPARE(m_desk->work(CampaignDesk::start.plusMs(20)).refused, 1);
}

void tst_Closing::theAuditSeesTampering_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("fault");
    const auto row = [](const char* sql, const char* fault) { QTest::newRow(sql) << QByteArray(sql) << QByteArray(fault); };
    row("UPDATE project_totals SET raised = raised + 1", "audit.project_differs");
    row("UPDATE project_totals SET backers = backers - 1", "audit.project_differs");
    row("UPDATE pledges SET paid = paid - 1", "audit.project_differs");
    row("UPDATE rewards SET taken = taken + 1", "audit.reward_differs");
    row("UPDATE rewards SET quantity_limit = 1", "audit.oversold");
    row("UPDATE accounts SET balance = balance + 1 WHERE kind = 'escrow'", "ledger.fault.balances");
    row("INSERT INTO postings SELECT entry, 9, account, 1 FROM postings WHERE line = 1", "ledger.fault.unbalanced");
    row("INSERT INTO ledger_entries SELECT sequence + 7, kind, at, command_id, project_id, pledge_id, order_id, reverses, '', '' FROM ledger_entries", "ledger.fault.gaps");
    row("INSERT INTO ledger_entries (sequence, kind, at, command_id) VALUES (2, 'sale_paid', 0, x'00')", "ledger.fault.strangers");
}

void tst_Closing::theAuditSeesTampering()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, fault);
    m_desk->goLive("a");
    QCOMPARE(m_desk->give("AddReward", "{\"project_id\":\"a\",\"label\":\"r\",\"title\":\"CD\",\"price\":20000,\"limit\":5}"), QByteArray());
    m_desk->paidPledge("a", "p", 0, "\"rewards\":[{\"reward_id\":\"r\",\"quantity\":2}]");
    // In a transaction that is taken back, so that the check behind every test finds all as it was.
    store::Transaction transaction(m_desk->reader().database());
    m_desk->reader().database().execute(sql.constData());
    QVERIFY(m_desk->reader().status().ok());
    const auto audit = commands::verifyWorkspace(m_desk->reader());
    QVERIFY(audit.ok());
    QVERIFY(std::any_of(audit->faults.begin(), audit->faults.end(), [&](const domain::Message& message) { return message.id == fault; }));
    // Facts cannot even be changed.
    m_desk->reader().database().execute("UPDATE postings SET amount = 0");
    m_desk->reader().database().settle(); // on a server it would wait for the commit
    QVERIFY(!m_desk->reader().status().ok());
    m_desk->reader().database().forgetFailure();
}

QTEST_GUILESS_MAIN(tst_Closing)
#include "tst_closing.moc"
