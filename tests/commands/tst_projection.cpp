// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/demo/simulatedcampaign.h"

#include <QTest>

using namespace encore;
using commands::SimulatedCampaign;
using domain::FundingShape;
using domain::Projection;

class tst_Projection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_shapes = commands::simulatedShapes(1'000'000, 4'000); }
    void coverage_data();
    void coverage();
    void atTheEndItIsAPoint();
    void nothingKnownNothingSaid();
    void fewCampaignsMakeItWider();
    void theChanceOfTheGoalIsHonest();
    void shapes();
    void campaignsArePlausible();

private:
    std::vector<FundingShape> m_shapes;
};

void tst_Projection::coverage_data()
{
    QTest::addColumn<int>("elapsed");
    for (const int elapsed : {100, 250, 500, 750, 900})
        QTest::addRow("%d %% of the time", elapsed / 10) << elapsed;
}

/// Of 1,000 campaigns that the projection never saw, 77 to 83 % end inside its band of 80 %.
void tst_Projection::coverage()
{
    QFETCH(int, elapsed);
    int inside = 0;
    int seen = 0;
    for (quint64 seed = 1; seen < 1'000; ++seed) {
        const std::vector<qint64> totals = commands::simulateCampaign(seed).totalsByDay();
        if (totals.back() <= 0)
            continue;
        ++seen;
        const FundingShape shape = domain::shapeOf(totals);
        const qint64 raised = qint64(__int128(totals.back()) * shape.share[size_t(elapsed / 10)] / 1'000'000);
        const Projection projection = domain::project(raised, 1, elapsed, m_shapes, {});
        QVERIFY(!projection.isWidened);
        QVERIFY(projection.p10 <= projection.p50 && projection.p50 <= projection.p90);
        inside += projection.p10 <= totals.back() && totals.back() <= projection.p90 ? 1 : 0;
    }
    qInfo("%d of 1,000 ends lie inside", inside);
    QVERIFY2(inside >= 770 && inside <= 830, QByteArray::number(inside).constData());
}

void tst_Projection::atTheEndItIsAPoint()
{
    const Projection projection = domain::project(999'999, 1'000'000, 1'000, m_shapes, m_shapes);
    QCOMPARE(projection.p10, 999'999);
    QCOMPARE(projection.p90, 999'999);
    QCOMPARE(projection.goalPermille, 0);
    QCOMPARE(domain::project(1'000'000, 1'000'000, 1'000, {}, {}).goalPermille, 1'000);
}

void tst_Projection::nothingKnownNothingSaid()
{
    QCOMPARE(domain::project(5'000, 10'000, 500, {}, {}).p90, 5'000);
    QCOMPARE(domain::project(0, 10'000, 500, m_shapes, {}).p90, 0);
    QCOMPARE(domain::project(0, 10'000, 0, m_shapes, {}).p50, 0);
}

void tst_Projection::fewCampaignsMakeItWider()
{
    const std::vector<FundingShape> five(m_shapes.begin(), m_shapes.begin() + 5);
    const Projection known = domain::project(500'000, 1'000'000, 400, m_shapes, {});
    const Projection few = domain::project(500'000, 1'000'000, 400, five, m_shapes);
    const Projection none = domain::project(500'000, 1'000'000, 400, {}, m_shapes);
    QVERIFY(few.isWidened && none.isWidened && !known.isWidened);
    QVERIFY(few.p90 - few.p10 > known.p90 - known.p10);
    QVERIFY(none.p90 - none.p10 > few.p90 - few.p10);
    QCOMPARE(few.ownCampaigns, size_t(5));
}

/// Campaigns that are given a chance of 40 to 60 % reach their goal about half the time.
void tst_Projection::theChanceOfTheGoalIsHonest()
{
    int likely = 0;
    int reached = 0;
    for (quint64 seed = 50'000; likely < 200; ++seed) {
        const SimulatedCampaign campaign = commands::simulateCampaign(seed);
        const std::vector<qint64> totals = campaign.totalsByDay();
        if (totals.back() <= 0)
            continue;
        const FundingShape shape = domain::shapeOf(totals);
        const qint64 raised = qint64(__int128(totals.back()) * shape.share[50] / 1'000'000);
        // A goal that lies in the middle of what is projected, so that there is a question at all.
        const qint64 goal = domain::project(raised, 1, 500, m_shapes, {}).p50;
        const Projection projection = domain::project(raised, goal, 500, m_shapes, {});
        if (projection.goalPermille < 400 || projection.goalPermille > 600)
            continue;
        ++likely;
        reached += totals.back() >= goal ? 1 : 0;
    }
    QVERIFY2(reached > 70 && reached < 130, QByteArray::number(reached).constData());
}

void tst_Projection::shapes()
{
    const FundingShape shape = domain::shapeOf({100, 100, 300, 400});
    QCOMPARE(shape.share[0], 0);
    QCOMPARE(shape.share[25], 250'000);
    QCOMPARE(shape.share[50], 250'000);
    QCOMPARE(shape.share[75], 750'000);
    QCOMPARE(shape.share[100], 1'000'000);
}

void tst_Projection::campaignsArePlausible()
{
    qint64 declined = 0;
    qint64 cancelled = 0;
    qint64 all = 0;
    for (quint64 seed = 1; seed <= 300; ++seed) {
        const SimulatedCampaign campaign = commands::simulateCampaign(seed);
        const SimulatedCampaign again = commands::simulateCampaign(seed);
        QCOMPARE(campaign.totalsByDay(), again.totalsByDay());
        QVERIFY(campaign.goal >= 100'000);
        for (const commands::SimulatedPledge& pledge : campaign.pledges) {
            QVERIFY(pledge.atMs >= 0 && pledge.atMs < campaign.days * 86'400'000LL);
            QVERIFY(pledge.fateAtMs > pledge.atMs && pledge.fateAtMs <= campaign.days * 86'400'000LL);
            QVERIFY(pledge.amount >= 1'000);
            declined += pledge.fate == commands::SimulatedPledge::Fate::Declined ? 1 : 0;
            cancelled += pledge.fate == commands::SimulatedPledge::Fate::Cancelled ? 1 : 0;
            ++all;
        }
    }
    QVERIFY(declined * 1'000 / all >= 20 && declined * 1'000 / all <= 30);
    QVERIFY(cancelled * 1'000 / all >= 20 && cancelled * 1'000 / all <= 30);
}

QTEST_APPLESS_MAIN(tst_Projection)
#include "tst_projection.moc"
