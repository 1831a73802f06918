// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/audit/verifyworkspace.h"
#include "commands/fulfilment/fulfilment.h"
#include "commands/imports/tableimport.h"
#include "store/outgoing.h"
#include "store/fulfilment.h"
#include "store/unitofwork.h"
#include "support/campaigndesk.h"

using namespace encore;
using domain::PledgeState;
using tests::CampaignDesk;

namespace
{

const QByteArray seoul = R"({"name":"김하나","street":"세종대로 110","city":"서울","postal_code":"04524","phone":"010-0000-0000"})";

} // namespace

/// What backers were promised reaches them (DOMAIN §3), and tables from spreadsheets.
class tst_Fulfilment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anAddressIsCheckedAndKept();
    void nothingLeavesBeforeTheCampaignIsFunded();
    void partByPart();
    void allThatIsOpen();
    void ticketsAreAdmittedInstead();
    void refundedPledgesGetNothing();
    void totalsAndPages();
    void aNumberCanBeCorrected();
    void rewardsFromATable();
    void nothingIsHalfImported();
    void numbersFromATable();
    void guestsFromATable();

private:
    void fund(); ///< closes the campaign
    [[nodiscard]] commands::PackingRow delivery(const char* pledge);
    [[nodiscard]] QByteArray dispatch(const char* pledge, const QByteArray& more = {});
    [[nodiscard]] domain::Result<commands::TableImport> preview(const commands::ImportTarget& target, const QByteArray& csv);
    [[nodiscard]] qint64 logLength();
    [[nodiscard]] domain::Status import(const commands::TableImport& rows);

    std::unique_ptr<CampaignDesk> m_desk;
    domain::Instant m_after = CampaignDesk::end.plusMs(1'000);
};

void tst_Fulfilment::init()
{
    m_desk = std::make_unique<CampaignDesk>();
    m_desk->draft("a", "\"goal\":1000");
    QCOMPARE(m_desk->give("AddReward", R"({"project_id":"a","label":"box","title":"Box","price":50000,"limit":200,"needs_address":true,
        "items":[{"kind":"merchandise","name":"Vinyl","quantity":2},{"kind":"merchandise","name":"Shirt"},{"kind":"digital","name":"Songs"}]})", CampaignDesk::start),
             QByteArray());
    QCOMPARE(m_desk->give("AddReward", R"({"project_id":"a","label":"songs","title":"Songs","price":9000,"limit":30,"items":[{"kind":"digital","name":"Songs"}]})", CampaignDesk::start),
             QByteArray());
    for (const char* step : {"SubmitProject", "ApproveProject", "StartProject"})
        QCOMPARE(m_desk->give(step, R"({"project_id":"a"})", CampaignDesk::start), QByteArray());
    m_desk->paidPledge("a", "p1", 0, R"("backer_name":"김하나","rewards":[{"reward_id":"box","quantity":2}])");
    m_desk->paidPledge("a", "p2", 0, R"("backer_name":"이두리","rewards":[{"reward_id":"songs"}])");
    m_desk->paidPledge("a", "p3", 5'000);
}

void tst_Fulfilment::cleanup()
{
    const auto audit = commands::verifyWorkspace(m_desk->reader());
    QVERIFY(audit.ok());
    QVERIFY2(audit->faults.empty(), audit->faults.empty() ? "" : audit->faults.front().id.constData());
    m_desk.reset();
}

void tst_Fulfilment::fund()
{
    QCOMPARE(m_desk->due(CampaignDesk::end).failures.size(), size_t(0));
    QCOMPARE(m_desk->project("a").state, domain::ProjectState::Funded);
}

commands::PackingRow tst_Fulfilment::delivery(const char* pledge)
{
    const auto rows = commands::PledgeDelivery{m_desk->id<domain::PledgeId>(pledge)}.ask({m_desk->reader(), m_after, false});
    return rows.ok() ? rows->front() : commands::PackingRow();
}

QByteArray tst_Fulfilment::dispatch(const char* pledge, const QByteArray& more)
{
    return m_desk->give("DispatchItems", QByteArray("{\"pledge_id\":\"") + pledge + "\"" + (more.isEmpty() ? QByteArray() : "," + more) + "}", m_after);
}

void tst_Fulfilment::anAddressIsCheckedAndKept()
{
    const auto set = [&](const char* pledge, const QByteArray& address) {
        return m_desk->give("SetDeliveryAddress", QByteArray("{\"pledge_id\":\"") + pledge + "\",\"address\":" + address + "}");
    };
    QCOMPARE(set("p1", R"({"name":" ","street":"x","city":"y","postal_code":"z"})"), QByteArray("address.no_name"));
    QCOMPARE(set("p1", R"({"name":"a","street":"x","city":"y","postal_code":""})"), QByteArray("address.no_postal_code"));
    QCOMPARE(set("p1", R"({"name":"a","street":"x","city":"y","postal_code":"1","country":"kr"})"), QByteArray("address.country"));
    QCOMPARE(set("p2", seoul), QByteArray("address.not_needed"));
    QCOMPARE(set("nobody", seoul), QByteArray("pledge.not_found"));
    QCOMPARE(set("p1", seoul), QByteArray());
    QCOMPARE(delivery("p1").address->street, QStringLiteral("세종대로 110"));
    QCOMPARE(domain::addressLines(*delivery("p1").address).join(u'|'), QStringLiteral("서울 세종대로 110|04524|김하나|010-0000-0000|KR"));
    QCOMPARE(set("p1", R"({"name":"Hana","street":"10 Main St","city":"Leeds","postal_code":"LS1","country":"GB"})"), QByteArray());
    QCOMPARE(domain::addressLines(*delivery("p1").address).join(u'|'), QStringLiteral("Hana|10 Main St|LS1 Leeds|GB"));
    QCOMPARE(m_desk->give("CancelPledge", R"({"pledge_id":"p1"})"), QByteArray());
    (void)m_desk->work(CampaignDesk::start.plusMs(10));
    QCOMPARE(set("p1", seoul), QByteArray("address.pledge_over"));
}

void tst_Fulfilment::nothingLeavesBeforeTheCampaignIsFunded()
{
    QCOMPARE(dispatch("p1"), QByteArray("project.not_now"));
    fund();
    QCOMPARE(dispatch("p1"), QByteArray("dispatch.no_address"));
    QCOMPARE(dispatch("p3"), QByteArray("dispatch.nothing"));
    // What is digital needs none.
    QCOMPARE(dispatch("p2"), QByteArray());
    QCOMPARE(m_desk->pledge("p2").state, PledgeState::Fulfilled);
    QCOMPARE(dispatch("p2"), QByteArray("dispatch.not_now"));
    QCOMPARE(m_desk->pledge("p3").state, PledgeState::Confirmed);
}

void tst_Fulfilment::partByPart()
{
    fund();
    QCOMPARE(m_desk->give("SetDeliveryAddress", "{\"pledge_id\":\"p1\",\"address\":" + seoul + "}"), QByteArray());
    QCOMPARE(dispatch("p1", R"("items":[{"line":1,"item":1,"quantity":5}])"), QByteArray("dispatch.too_many"));
    QCOMPARE(dispatch("p1", R"("items":[{"line":1,"item":1,"quantity":0}])"), QByteArray("dispatch.too_many"));
    QCOMPARE(dispatch("p1", R"("items":[{"line":1,"item":1,"quantity":1},{"line":1,"item":1,"quantity":1}])"), QByteArray("dispatch.too_many"));
    QCOMPARE(dispatch("p1", R"("items":[{"line":2,"item":1,"quantity":1}])"), QByteArray("dispatch.no_item"));
    QCOMPARE(dispatch("p1", R"("items":[])"), QByteArray("dispatch.nothing"));
    QCOMPARE(dispatch("p1", R"("items":[{"line":1,"item":1,"quantity":3}],"carrier":"우체국","tracking":"1234")"), QByteArray());
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Confirmed);
    commands::PackingRow row = delivery("p1");
    QCOMPARE(row.items[0].quantity, 4);
    QCOMPARE(row.items[0].sent, 3);
    QCOMPARE(row.items[1].open(), 2);
    QCOMPARE(row.dispatches.front().tracking, QStringLiteral("1234"));
    const auto messages = store::OutgoingReader(m_desk->reader()).messages({}, 10);
    QCOMPARE(messages.front().message.kind, store::MessageKind::Dispatched);
    QCOMPARE(messages.front().message.recipient, m_desk->pledge("p1").backer.uuid());
    QCOMPARE(messages.front().message.note, row.dispatches.front().id.text()); // the letter is written from it
    QCOMPARE(dispatch("p1", R"("items":[{"line":1,"item":1,"quantity":1},{"line":1,"item":2,"quantity":2},{"line":1,"item":3,"quantity":2}])"), QByteArray());
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Fulfilled);
    QCOMPARE(m_desk->give("SetDeliveryAddress", "{\"pledge_id\":\"p1\",\"address\":" + seoul + "}", m_after), QByteArray("address.all_sent"));
}

void tst_Fulfilment::allThatIsOpen()
{
    QCOMPARE(m_desk->give("SetDeliveryAddress", "{\"pledge_id\":\"p1\",\"address\":" + seoul + "}"), QByteArray());
    fund();
    QCOMPARE(dispatch("p1", R"("items":[{"line":1,"item":2,"quantity":1}])"), QByteArray());
    QCOMPARE(dispatch("p1"), QByteArray());
    QCOMPARE(delivery("p1").dispatches.back().items, (std::vector<domain::DispatchedItem>{{1, 1, 4}, {1, 2, 1}, {1, 3, 2}}));
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Fulfilled);
    // What was fulfilled can still be given back.
    QCOMPARE(m_desk->give("RefundPledge", R"({"pledge_id":"p1","reason":"broken"})", m_after), QByteArray());
    (void)m_desk->work(m_after);
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Refunded);
}

void tst_Fulfilment::ticketsAreAdmittedInstead()
{
    m_desk.reset();
    m_desk = std::make_unique<CampaignDesk>();
    QCOMPARE(m_desk->give("SchedulePerformance", R"({"label":"gala","title":"Gala","starts_at":"2026-12-24T19:00:00+09:00"})"), QByteArray());
    QCOMPARE(m_desk->give("CreateOffer", R"({"label":"standing","title":"Standing","performance_id":"gala","price":1})"), QByteArray());
    const auto& products = m_desk->reader().catalogue().products;
    QVERIFY(!products.empty());
    const QByteArray product = products.begin()->second.label.toUtf8();
    m_desk->draft("a", "\"goal\":1000");
    QCOMPARE(m_desk->give("AddReward", R"({"project_id":"a","label":"seat","title":"Seat","price":30000,
        "items":[{"kind":"ticket","name":"Ticket","performance_id":"gala","product_id":")" + product + R"("},{"kind":"digital","name":"Songs"}]})", CampaignDesk::start),
             QByteArray());
    for (const char* step : {"SubmitProject", "ApproveProject", "StartProject"})
        QCOMPARE(m_desk->give(step, R"({"project_id":"a"})", CampaignDesk::start), QByteArray());
    m_desk->paidPledge("a", "p1", 0, R"("backer_name":"김하나","rewards":[{"reward_id":"seat","quantity":2}])");
    fund();
    QCOMPARE(delivery("p1").ticketsToAdmit, 2);
    QCOMPARE(delivery("p1").items.size(), size_t(1)); // the ticket is not packed
    QCOMPARE(dispatch("p1"), QByteArray());
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Confirmed);

    domain::Gate gate;
    gate.id = m_desk->id<domain::GateId>("main");
    gate.label = QStringLiteral("main");
    gate.name = gate.label;
    QVERIFY(m_desk->executor->runTogether({[&](store::UnitOfWork& work) { work.putGate(gate); return domain::done(); }}).front());
    int minute = 0;
    for (const store::TicketRow& ticket : m_desk->reader().findTickets(QStringLiteral("김하나"), 10)) {
        QCOMPARE(m_desk->pledge("p1").state, PledgeState::Confirmed);
        QCOMPARE(m_desk->give("AdmitTicket", "{\"ticket_id\":\"" + ticket.ticket.id.text().toUtf8() + "\",\"gate_id\":\"main\",\"direction\":\"entry\",\"code_kind\":\"encore\"}",
                              m_after.plusMs(60'000 * ++minute)),
                 QByteArray());
    }
    QCOMPARE(minute, 2);
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Fulfilled);
}

void tst_Fulfilment::refundedPledgesGetNothing()
{
    QCOMPARE(m_desk->give("SetDeliveryAddress", "{\"pledge_id\":\"p1\",\"address\":" + seoul + "}"), QByteArray());
    fund();
    QCOMPARE(m_desk->give("RefundPledge", R"({"pledge_id":"p1","reason":"no longer wanted"})", m_after), QByteArray());
    QCOMPARE(dispatch("p1"), QByteArray("dispatch.not_now"));
    (void)m_desk->work(m_after);
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Refunded);
    QCOMPARE(dispatch("p1"), QByteArray("dispatch.not_now"));
    const auto totals = commands::PackingTotals{m_desk->id<domain::ProjectId>("a")}.ask({m_desk->reader(), m_after, false});
    QCOMPARE(totals->size(), size_t(1)); // only the songs are left
}

void tst_Fulfilment::totalsAndPages()
{
    for (int i = 0; i < 20; ++i)
        m_desk->paidPledge("a", "q" + QByteArray::number(i), i % 3 == 0 ? 1'000 : 0, i % 3 == 0 ? QByteArray() : R"("rewards":[{"reward_id":"box"}])");
    fund();
    QCOMPARE(m_desk->give("SetDeliveryAddress", "{\"pledge_id\":\"p1\",\"address\":" + seoul + "}"), QByteArray());
    QCOMPARE(dispatch("p1"), QByteArray());
    const auto totals = commands::PackingTotals{m_desk->id<domain::ProjectId>("a")}.ask({m_desk->reader(), m_after, false});
    QVERIFY(totals.ok());
    QCOMPARE(totals->size(), size_t(4)); // vinyl, shirt, songs of the box; songs alone
    QCOMPARE(totals->at(0).quantity, 30); // 13 pledges of one box, one of two
    QCOMPARE(totals->at(0).sent, 4);
    std::vector<QString> seen;
    commands::PackingList list;
    list.projectId = m_desk->id<domain::ProjectId>("a");
    list.limit = 4;
    while (true) {
        const auto rows = list.ask({m_desk->reader(), m_after, false});
        QVERIFY(rows.ok());
        for (const auto& row : *rows)
            seen.push_back(row.label);
        if (rows->size() < 4)
            break;
        list.after = rows->back().pledgeId;
    }
    QCOMPARE(seen.size(), size_t(14)); // 13 boxes and p2's songs; p1 is sent, donations have nothing
    std::sort(seen.begin(), seen.end());
    QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    list = {list.projectId, true, 100, {}};
    QCOMPARE(list.ask({m_desk->reader(), m_after, false})->size(), size_t(15));
}

void tst_Fulfilment::aNumberCanBeCorrected()
{
    fund();
    QCOMPARE(dispatch("p2", R"("carrier":"CJ","tracking":"12")"), QByteArray());
    const QByteArray id = delivery("p2").dispatches.front().id.text().toUtf8();
    QCOMPARE(m_desk->give("CorrectDispatch", "{\"dispatch_id\":\"" + id + "\",\"tracking\":\" 34 \"}", m_after), QByteArray());
    QCOMPARE(delivery("p2").dispatches.front().tracking, QStringLiteral("34"));
    QCOMPARE(delivery("p2").dispatches.front().carrier, QStringLiteral("CJ"));
    QCOMPARE(m_desk->give("CorrectDispatch", R"({"dispatch_id":"none","tracking":"1"})", m_after), QByteArray("dispatch.not_found"));
}

domain::Result<commands::TableImport> tst_Fulfilment::preview(const commands::ImportTarget& target, const QByteArray& csv)
{
    const auto table = report::readTable(csv, commands::mostImportRows);
    if (!table)
        return table.error();
    std::optional<domain::Result<commands::TableImport>> import;
    const domain::Status done = m_desk->executor->runTogether({[&](store::UnitOfWork& work) -> domain::Status {
        import = commands::previewImport(target, *table, *m_desk->executor, work);
        return domain::done();
    }}).front();
    return done ? *import : domain::Result<commands::TableImport>(done.error());
}

qint64 tst_Fulfilment::logLength()
{
    store::Rows rows = m_desk->reader().database().run("SELECT count(*) FROM command_log");
    return rows.next() ? rows.number(0) : -1;
}

domain::Status tst_Fulfilment::import(const commands::TableImport& rows)
{
    return m_desk->executor->runTogether({[&](store::UnitOfWork& work) { return commands::runImport(rows, *m_desk->executor, work); }}).front();
}

void tst_Fulfilment::rewardsFromATable()
{
    const commands::ImportTarget target{commands::ImportKind::Rewards, m_desk->id<domain::ProjectId>("a"), {}};
    const qint64 before = logLength();
    const auto rows = preview(target, "Reward number;Title;Price;Limit;Colour\r\nbox;Box;50000;300;red\r\n;Poster;\"15,000\";;blue\r\nsongs;Songs;9000;;\r\n");
    QVERIFY2(rows.ok(), rows.ok() ? "" : rows.error().message.id.constData());
    QCOMPARE(rows->ignored, QStringList{QStringLiteral("Colour")});
    for (const commands::ImportRow& row : rows->rows)
        QVERIFY2(!row.fault, row.fault ? qPrintable(domain::words(*row.fault, domain::Language::English)) : "");
    QCOMPARE(rows->changingRows(), 2);
    QCOMPARE(rows->rows[0].changes.size(), size_t(1));
    QCOMPARE(rows->rows[0].changes[0].after, QStringLiteral("300"));
    QVERIFY(rows->rows[1].isNew);
    QVERIFY(rows->rows[2].changes.empty());
    QCOMPARE(logLength(), before); // a preview writes nothing
    QCOMPARE(store::CampaignReader(m_desk->reader()).rewards(*target.project).size(), size_t(2));
    QVERIFY(import(*rows));
    const auto rewards = store::CampaignReader(m_desk->reader()).rewards(*target.project);
    QCOMPARE(rewards.size(), size_t(3));
    QCOMPARE(store::CampaignReader(m_desk->reader()).reward(m_desk->id<domain::RewardId>("box"))->limit, std::optional(300));
    // Once more: by its title the poster is known now.
    const auto again = preview(target, "Title,Price\nPoster,15000\n");
    QCOMPARE(again->changingRows(), 0);
}

void tst_Fulfilment::nothingIsHalfImported()
{
    const commands::ImportTarget target{commands::ImportKind::Rewards, m_desk->id<domain::ProjectId>("a"), {}};
    // Somebody chose the box, so its price stays; a half won is no price; the first row is good.
    const auto rows = preview(target, QStringLiteral("제목,가격,수량 제한\nPoster,15000,\nBox,60000,\nPin,1000.5,\nCap,1000,many\n").toUtf8());
    QVERIFY(rows.ok());
    QCOMPARE(rows->faults(), 3);
    QVERIFY(!rows->rows[0].fault);
    QCOMPARE(rows->rows[1].fault->id, QByteArray("reward.frozen"));
    QCOMPARE(rows->rows[2].fault->id, QByteArray("import.cell"));
    QCOMPARE(rows->rows[3].line, 5);
    const qint64 before = logLength();
    const domain::Status refused = import(*rows);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message.id, QByteArray("import.has_faults"));
    // What became impossible between preview and import stops all of it.
    auto late = preview(target, "Title,Price\nPoster,15000\nSongs,9500\n");
    QVERIFY(late.ok());
    QCOMPARE(late->faults(), 1); // the songs are chosen too
    auto good = preview(target, "Title,Price,Limit\nPoster,15000,\nSongs,9000,40\n");
    QCOMPARE(good->faults(), 0);
    QCOMPARE(m_desk->give("EditReward", R"({"reward_id":"songs","limit":50})"), QByteArray());
    const qint64 then = logLength();
    const domain::Status stopped = import(*good);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().message.id, QByteArray("import.line"));
    QCOMPARE(logLength(), then);
    QVERIFY(then > before);
    QCOMPARE(store::CampaignReader(m_desk->reader()).rewards(*target.project).size(), size_t(2));
    QCOMPARE(preview(target, "Title\nx\n").error().message.id, QByteArray("import.no_column"));
    QCOMPARE(preview({commands::ImportKind::Rewards, m_desk->id<domain::ProjectId>("none"), {}}, "Title,Price\nx,1\n").error().message.id, QByteArray("project.not_found"));
}

void tst_Fulfilment::numbersFromATable()
{
    fund();
    QCOMPARE(m_desk->give("SetDeliveryAddress", "{\"pledge_id\":\"p1\",\"address\":" + seoul + "}"), QByteArray());
    const commands::ImportTarget target{commands::ImportKind::Dispatches, m_desk->id<domain::ProjectId>("a"), {}};
    const auto rows = preview(target, "Pledge,Carrier,Tracking number\np1,CJ,111\np1,CJ,222\np2,CJ,\nnobody,CJ,1\n");
    QVERIFY(rows.ok());
    QVERIFY(!rows->rows[0].fault);
    QCOMPARE(rows->rows[1].fault->id, QByteArray("dispatch.not_now")); // named twice: everything has left with the first
    QCOMPARE(rows->faults(), 3);
    const auto good = preview(target, "Pledge,Carrier,Tracking number\np1,CJ,111\n");
    QVERIFY(import(*good));
    QCOMPARE(delivery("p1").dispatches.front().tracking, QStringLiteral("111"));
    QCOMPARE(m_desk->pledge("p1").state, PledgeState::Fulfilled);
}

void tst_Fulfilment::guestsFromATable()
{
    QCOMPARE(m_desk->give("SchedulePerformance", R"({"label":"gala","title":"Gala","starts_at":"2026-12-24T19:00:00+09:00"})"), QByteArray());
    QCOMPARE(m_desk->give("CreateOffer", R"({"label":"standing","title":"Standing","performance_id":"gala","price":60000,"limit":5})"), QByteArray());
    const commands::ImportTarget target{commands::ImportKind::Guests, {}, m_desk->id<domain::OfferId>("standing")};
    const QByteArray csv = QStringLiteral("이름,매수,초대 명단\n김하나,2,밴드\n이두리,,밴드\n").toUtf8();
    const auto rows = preview(target, csv);
    QVERIFY2(rows.ok(), rows.ok() ? "" : rows.error().message.id.constData());
    QCOMPARE(rows->faults(), 0);
    QVERIFY(import(*rows));
    QCOMPARE(m_desk->reader().findTickets(QStringLiteral("김하나"), 10).size(), size_t(2));
    QCOMPARE(m_desk->reader().findTickets(QStringLiteral("이두리"), 10).size(), size_t(1));
    // The same file again gives nobody a second ticket.
    const auto again = preview(target, csv);
    QVERIFY(again.ok());
    (void)import(*again);
    QCOMPARE(m_desk->reader().findTickets(QStringLiteral("김하나"), 10).size(), size_t(2));
    // More than there are: the line is named, nobody gets any.
    const auto many = preview(target, QStringLiteral("이름,매수\n박세나,2\n최네오,9\n").toUtf8());
    QCOMPARE(many->faults(), 1);
    QCOMPARE(many->rows[1].line, 3);
    QVERIFY(many->rows[1].fault);
}

QTEST_GUILESS_MAIN(tst_Fulfilment)
#include "tst_fulfilment.moc"
