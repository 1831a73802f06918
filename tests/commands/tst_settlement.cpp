// SPDX-License-Identifier: GPL-3.0-or-later

// What a payee is owed for a campaign, out of books that commands wrote.

#include "commands/settlement/projectsettlement.h"
#include "support/campaigndesk.h"

#include <numeric>
#include <random>

using namespace encore;
using report::LineCategory;
using report::Settlement;
using report::SettlementLine;
using tests::CampaignDesk;

class tst_Settlement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<CampaignDesk>(); }
    void cleanup() { m_desk.reset(); }
    void feesAreOfTheWholeSum();
    void aRefundAfterwardsCopiesWhatWasCharged();
    void aLostDispute();
    void aFailedCampaignCostsNothing();
    void pastCutsStayAsTheyAre();
    void noCampaignNoPayee();

private:
    void endCampaigns();
    [[nodiscard]] Settlement settlement(const char* label, std::optional<qint64> until = {});
    void isWhole(const Settlement& settlement);
    std::unique_ptr<CampaignDesk> m_desk;
};

void tst_Settlement::endCampaigns()
{
    m_desk->due(CampaignDesk::end);
    m_desk->work(CampaignDesk::end);
}

Settlement tst_Settlement::settlement(const char* label, std::optional<qint64> until)
{
    const auto made = commands::projectSettlement(m_desk->reader(), m_desk->id<domain::ProjectId>(label), until);
    return made.ok() ? *made : Settlement();
}

/// I10: the sum of the lines is what the books hold.
void tst_Settlement::isWhole(const Settlement& settlement)
{
    const qint64 net = std::accumulate(settlement.lines.begin(), settlement.lines.end(), qint64(0), [](qint64 sum, const SettlementLine& line) { return sum + line.net(); });
    QCOMPARE(net, settlement.totals.net);
    QCOMPARE(settlement.opening + net - settlement.payouts, settlement.closing);
    QCOMPARE(settlement.closing, m_desk->payable("hana"));
}

void tst_Settlement::feesAreOfTheWholeSum()
{
    m_desk->goLive("many", "\"goal\":100000");
    for (int i = 0; i < 333; ++i)
        m_desk->paidPledge("many", "p" + QByteArray::number(i), 1'010);
    endCampaigns();
    const Settlement made = settlement("many");
    QCOMPARE(made.lines.size(), size_t(333));
    QCOMPARE(made.totals.gross, 336'330);
    QCOMPARE(made.totals.platformFee, (domain::TaxedAmount{16'817, 1'682})); // not 333 roundings
    QCOMPARE(made.totals.providerFee, (domain::TaxedAmount{10'090, 1'009}));
    isWhole(made);
    // Of equal pledges no two differ by more than a won in any part, and each part is the closing's own.
    store::CampaignReader campaigns(m_desk->reader());
    for (const SettlementLine& line : made.lines) {
        QVERIFY(line.platformFee.supply == 50 || line.platformFee.supply == 51);
        const auto planned = campaigns.closingLine(m_desk->id<domain::ProjectId>("many"), *line.pledge);
        QVERIFY(planned);
        QCOMPARE(line.platformFee, planned->platformFee);
        QCOMPARE(line.providerFee, planned->providerFee);
        QCOMPARE(line.category, LineCategory::Sale);
        QVERIFY(line.soldDate.isValid());
    }
}

void tst_Settlement::aRefundAfterwardsCopiesWhatWasCharged()
{
    m_desk->goLive("gig", "\"goal\":100000");
    m_desk->paidPledge("gig", "p", 50'000);
    m_desk->paidPledge("gig", "q", 50'000);
    endCampaigns();
    const Settlement before = settlement("gig");
    QCOMPARE(before.lines.size(), size_t(2));
    QCOMPARE(before.lines[0].net(), 45'600);
    const QByteArray locked = report::settlementJson(before);
    const QByteArray lockedCsv = report::settlementCsv(before);
    QCOMPARE(m_desk->give("RefundPledge", R"({"pledge_id":"p","reason":"ill"})", CampaignDesk::end.plusMs(1'000)), QByteArray());
    m_desk->work(CampaignDesk::end.plusMs(2'000));
    const Settlement after = settlement("gig");
    QCOMPARE(after.lines.size(), size_t(3));
    const SettlementLine& refund = after.lines.back();
    QCOMPARE(refund.category, LineCategory::Refund);
    QCOMPARE(refund.gross, -50'000);
    QCOMPARE(refund.platformFee, (domain::TaxedAmount{-2'500, -250}));
    QCOMPARE(refund.providerFee, domain::TaxedAmount()); // the provider keeps it
    QCOMPARE(refund.net(), -47'250);
    isWhole(after);
    QCOMPARE(report::settlementJson(settlement("gig", before.untilSequence)), locked);
    QCOMPARE(report::settlementCsv(settlement("gig", before.untilSequence)), lockedCsv);
    QVERIFY(after.hash() != before.hash());
}

void tst_Settlement::aLostDispute()
{
    m_desk->goLive("gig", "\"goal\":100000");
    m_desk->paidPledge("gig", "p", 100'000);
    endCampaigns();
    const domain::Instant later = CampaignDesk::end.plusMs(5'000);
    QCOMPARE(m_desk->give("RecordDispute", R"({"pledge_id":"p","stage":"opened"})", later), QByteArray());
    QCOMPARE(m_desk->give("RecordDispute", R"({"pledge_id":"p","stage":"lost"})", later), QByteArray());
    const Settlement made = settlement("gig");
    QCOMPARE(made.lines.back().category, LineCategory::Chargeback);
    QCOMPARE(made.lines.back().gross, -100'000);
    QCOMPARE(made.lines.back().platformFee.total(), -5'500);
    isWhole(made);
}

void tst_Settlement::aFailedCampaignCostsNothing()
{
    m_desk->goLive("short");
    m_desk->paidPledge("short", "p", 999'999);
    endCampaigns();
    const Settlement made = settlement("short");
    QVERIFY(made.lines.empty());
    QCOMPARE(made.closing, 0);
    isWhole(made);
    QVERIFY(made.untilSequence > 0); // its entries were looked at
}

void tst_Settlement::pastCutsStayAsTheyAre()
{
    m_desk->goLive("gig", "\"goal\":100000");
    for (int i = 0; i < 40; ++i)
        m_desk->paidPledge("gig", "p" + QByteArray::number(i), 5'000 + 37 * i);
    std::map<qint64, std::pair<QByteArray, QByteArray>> cuts;
    std::mt19937 chance(11);
    const auto cut = [&] {
        const auto last = settlement("gig").untilSequence;
        for (int i = 0; i < 250; ++i) {
            const qint64 until = std::uniform_int_distribution<qint64>(0, last)(chance);
            const Settlement made = settlement("gig", until);
            const std::pair bytes{report::settlementJson(made), report::settlementCsv(made)};
            const auto [known, isNew] = cuts.try_emplace(until, bytes);
            QCOMPARE(bytes, known->second);
        }
    };
    cut();
    endCampaigns();
    cut();
    for (int i = 0; i < 40; i += 3) {
        QCOMPARE(m_desk->give("RefundPledge", "{\"pledge_id\":\"p" + QByteArray::number(i) + "\",\"reason\":\"ill\",\"amount\":" + QByteArray::number(1'000 + i) + "}",
                              CampaignDesk::end.plusMs(i)),
                 QByteArray());
    }
    cut();
    m_desk->work(CampaignDesk::end.plusMs(1'000));
    cut();
    isWhole(settlement("gig"));
    for (const auto& [until, bytes] : cuts)
        QCOMPARE(report::settlementJson(settlement("gig", until)), bytes.first);
}

void tst_Settlement::noCampaignNoPayee()
{
    const auto none = commands::projectSettlement(m_desk->reader(), m_desk->id<domain::ProjectId>("none"), {});
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, domain::ErrorCode::NotFound);
    QCOMPARE(m_desk->give("CreateProject", R"({"label":"idea","author":"hana","title":"Idea"})"), QByteArray());
    const auto early = commands::projectSettlement(m_desk->reader(), m_desk->id<domain::ProjectId>("idea"), {});
    QVERIFY(!early.ok());
    QCOMPARE(early.error().message.id, QByteArray("settlement.no_payee"));
}

QTEST_GUILESS_MAIN(tst_Settlement)
#include "tst_settlement.moc"
