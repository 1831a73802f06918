// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/audit/verifyworkspace.h"
#include "commands/demo/democampaigns.h"
#include "commands/ledger/ledgerexport.h"
#include "commands/projects/projectqueries.h"
#include "support/campaigndesk.h"

#include <QTest>

using namespace encore;

class tst_Demo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoIsTheSameFromTheSameSeed();
    void campaignsAreRunForReal();
    void theOutlookSaysOnWhatItRests();
};

namespace
{

QByteArray booksOf(tests::CampaignDesk& desk)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    return commands::exportLedger(desk.reader(), report::JournalFormat::Json, std::nullopt, out).ok() ? out.data() : QByteArray();
}

} // namespace

void tst_Demo::demoIsTheSameFromTheSameSeed()
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

void tst_Demo::campaignsAreRunForReal()
{
    tests::CampaignDesk desk;
    const auto made = commands::runDemoCampaigns(3, commands::DemoScale::Small, *desk.executor, desk.owner);
    QVERIFY(made.ok());
    QCOMPARE(*made, 4);
    QCOMPARE(desk.project("demo-spring").state, domain::ProjectState::Live);
    QCOMPARE(desk.project("demo-first-album").state, domain::ProjectState::Funded);
    QCOMPARE(desk.project("demo-jazz-cellar").state, domain::ProjectState::Failed);
    QCOMPARE(desk.project("demo-autumn").state, domain::ProjectState::Draft);
    QVERIFY(desk.totals("demo-spring").raised > 0);
    QVERIFY(desk.payable("hana") > 0);
    QCOMPARE(desk.escrow("demo-jazz-cellar"), 0);
    const auto audit = commands::verifyWorkspace(desk.reader());
    QVERIFY(audit.ok() && audit->faults.empty());
    const qint64 lines = desk.count("command_log");
    QCOMPARE(*commands::runDemoCampaigns(3, commands::DemoScale::Small, *desk.executor, desk.owner), 0);
    QCOMPARE(desk.count("command_log"), lines);
    tests::CampaignDesk other;
    QVERIFY(commands::runDemoCampaigns(3, commands::DemoScale::Small, *other.executor, other.owner).ok());
    QCOMPARE(booksOf(other), booksOf(desk));
    tests::CampaignDesk another;
    QVERIFY(commands::runDemoCampaigns(4, commands::DemoScale::Small, *another.executor, another.owner).ok());
    QVERIFY(booksOf(another) != booksOf(desk));
}

void tst_Demo::theOutlookSaysOnWhatItRests()
{
    tests::CampaignDesk desk;
    QVERIFY(commands::runDemoCampaigns(3, commands::DemoScale::Small, *desk.executor, desk.owner).ok());
    const auto ask = [&](const char* label) {
        return commands::ProjectOutlook{desk.id<domain::ProjectId>(label)}.ask({desk.reader(), desk.clock.now(), false});
    };
    const auto live = ask("demo-spring");
    QVERIFY(live.ok());
    QCOMPARE(live->front().ownCampaigns, 2);
    QVERIFY(live->front().isWidened);
    QCOMPARE(live->front().coveragePercent, 80);
    QVERIFY(live->front().p10 < live->front().p50 && live->front().p50 < live->front().p90);
    QVERIFY(live->front().goalPermille > 0 && live->front().goalPermille < 1'000);
    const auto over = ask("demo-jazz-cellar");
    QCOMPARE(over->front().p10, over->front().p90);
    QCOMPARE(over->front().p50, store::CampaignReader(desk.reader()).closing(desk.id<domain::ProjectId>("demo-jazz-cellar"))->raised);
    QCOMPARE(ask("nothing").error().code, domain::ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_Demo)
#include "tst_demo.moc"
