// SPDX-License-Identifier: GPL-3.0-or-later

// A group's ticket at the door: n of m (DOMAIN §5).

#include "commands/audit/verifyworkspace.h"
#include "commands/bundle/bundleexport.h"
#include "commands/door/checkin.h"
#include "commands/door/undoscan.h"
#include "commands/door/verdictjson.h"
#include "commands/tickets/addsigningkey.h"
#include "commands/tickets/signingkeys.h"
#include "support/salesdesk.h"

using namespace encore;
using namespace encore::tests;
using door::GroupCount;
using door::Reason;
using door::Verdict;
using door::VerdictKind;

class tst_Groups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneCodeLetsEachOfThemIn();
    void theSameSightCountsOnce();
    void severalAtOnce();
    void allOfThemOrNobody();
    void whatIsNoGroupStaysSingle();
    void outAndInAgain();
    void anotherGateGoesOnCounting();
    void aRefundedSeatTakesOneAway();
    void aDeadCodeIsDeadForAll();
    void byNameIsOnePerson();
    void unpaidGroupsAreAskedFor();
    void thePaperIsOne();
    void theyTravelInABundle();

private:
    /// Sells @p people tickets as a group's; the code of its paper.
    [[nodiscard]] QString sell(int people, const QByteArray& more = {});
    [[nodiscard]] QString codeOf(const QByteArray& order);
    [[nodiscard]] commands::ScanInput input(const QString& code, const char* gate = "A", std::optional<int> people = std::nullopt);
    [[nodiscard]] domain::Result<Verdict> answer(const commands::ScanInput& input) { return commands::CheckIn(*m_desk->executor).scan(input); }
    /// Five seconds later.
    [[nodiscard]] Verdict scan(const QString& code, const char* gate = "A", std::optional<int> people = std::nullopt);
    [[nodiscard]] qint64 scans() { return m_desk->count("scans WHERE verdict = 'admitted'"); }

    std::unique_ptr<SalesDesk> m_desk;
    std::optional<ticket::SigningKey> m_key;
    QByteArray m_order;
};

void tst_Groups::init()
{
    m_desk = std::make_unique<SalesDesk>();
    QVERIFY(m_desk->import(R"({"format":"encore-bundle/1","zones":[{"id":"hall","name":"Hall","capacity":8},{"id":"foyer","name":"Foyer"}],"gates":[
        {"id":"A","name":"Gate A","zone":"foyer"},{"id":"B","name":"Gate B","zone":"foyer"},{"id":"alone","name":"Side door"},{"id":"unpaid","name":"Late desk","include_unpaid":true},
        {"id":"turnstile","name":"Turnstile","zone":"hall","entry":"once_reentry"}]})").ok());
    m_key = ticket::makeSigningKey(QByteArray(32, 's'));
    commands::AddSigningKey command;
    command.publicKey = m_key->publicKey;
    command.label = QStringLiteral("house");
    QVERIFY(m_desk->executor->run(commands::makeRequest(command, m_desk->owner)).ok());
}

void tst_Groups::cleanup()
{
    const auto report = commands::verifyWorkspace(m_desk->reader());
    QVERIFY(report.ok());
    for (const domain::Message& fault : report->faults)
        QFAIL(qPrintable(domain::words(fault, domain::Language::English)));
}

QString tst_Groups::codeOf(const QByteArray& order)
{
    const auto papers = commands::ticketPapers(m_desk->orderId(order), *m_key, m_desk->reader());
    return papers ? papers->front().code : QString();
}

QString tst_Groups::sell(int people, const QByteArray& more)
{
    m_order = m_desk->sellForCash("standing", people, R"("group":true,"buyer_name":"Choir")" + more);
    return codeOf(m_order);
}

commands::ScanInput tst_Groups::input(const QString& code, const char* gate, std::optional<int> people)
{
    commands::ScanInput input;
    input.code = code;
    input.gateId = m_desk->id<domain::GateId>(gate);
    input.people = people;
    input.actor = m_desk->steward;
    input.device = QStringLiteral("desk 1");
    return input;
}

Verdict tst_Groups::scan(const QString& code, const char* gate, std::optional<int> people)
{
    m_desk->clock.advanceMs(5'000);
    const auto verdict = answer(input(code, gate, people));
    if (!verdict)
        qFatal("%s", verdict.error().message.id.constData());
    return *verdict;
}

void tst_Groups::oneCodeLetsEachOfThemIn()
{
    const QString code = sell(3);
    QSet<domain::TicketId> tickets;
    for (int person = 1; person <= 3; ++person) {
        const Verdict verdict = scan(code);
        QCOMPARE(verdict.kind, VerdictKind::Admitted);
        QCOMPARE(verdict.group, (GroupCount{person, 3}));
        QCOMPARE(verdict.holder, QStringLiteral("Choir"));
        tickets.insert(*verdict.ticketId);
    }
    QCOMPARE(tickets.size(), 3); // three facts, each of its own ticket
    const Verdict fourth = scan(code);
    QCOMPARE(fourth.reason, Reason::AlreadyAdmitted);
    QCOMPARE(fourth.group, (GroupCount{3, 3}));
    QCOMPARE(fourth.explanation.id, QByteArray("door.group_complete"));
    QVERIFY(fourth.firstAdmittedAt.has_value());
    const auto json = commands::parseJson(commands::verdictJson(fourth, domain::Language::English));
    QVERIFY(json.ok());
    QCOMPARE((*json)["group"]["inside"].GetInt(), 3);
    QCOMPARE((*json)["group"]["people"].GetInt(), 3);
}

void tst_Groups::theSameSightCountsOnce()
{
    const QString code = sell(3);
    QCOMPARE(scan(code).group, (GroupCount{1, 3}));
    m_desk->clock.advanceMs(2'000);
    const auto again = answer(input(code));
    QVERIFY(again.ok());
    QCOMPARE(again->kind, VerdictKind::Noted);
    QCOMPARE(again->group, (GroupCount{1, 3}));
    // Another desk that sees it has another guest before it.
    commands::ScanInput elsewhere = input(code, "B");
    elsewhere.device = QStringLiteral("desk 2");
    const auto other = answer(elsewhere);
    QVERIFY(other.ok());
    QCOMPARE(other->kind, VerdictKind::Admitted);
    QCOMPARE(other->group, (GroupCount{2, 3}));
}

void tst_Groups::severalAtOnce()
{
    const QString code = sell(7);
    QCOMPARE(scan(code).group, (GroupCount{1, 7}));
    const auto four = answer(input(code, "A", 4)); // within the three seconds: the steward counted them
    QVERIFY(four.ok());
    QCOMPARE(four->group, (GroupCount{5, 7}));
    QCOMPARE(four->earlierScanIds.size(), size_t(3));
    QCOMPARE(scans(), 5);
    const auto held = answer(input(code)); // and the code still lies on the reader
    QVERIFY(held.ok());
    QCOMPARE(held->kind, VerdictKind::Noted);
    commands::UndoScan undo;
    undo.scanId = four->earlierScanIds.front();
    undo.reason = QStringLiteral("turned back");
    QVERIFY(m_desk->executor->run(commands::makeRequest(undo, m_desk->owner)).ok());
    QCOMPARE(scan(code).group, (GroupCount{5, 7}));
}

void tst_Groups::allOfThemOrNobody()
{
    const QString code = sell(10);
    const Verdict ten = scan(code, "turnstile", 10); // the hall holds eight
    QCOMPARE(ten.kind, VerdictKind::Refused);
    QCOMPARE(ten.reason, Reason::Full);
    QCOMPARE(ten.group, (GroupCount{0, 10}));
    QCOMPARE(scans(), 0);
    QCOMPARE(scan(code, "turnstile", 8).group, (GroupCount{8, 10}));
    for (const int people : {0, -1, 3, 1'000'000}) {
        const auto refused = answer(input(code, "turnstile", people));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().message.id, QByteArray("door.group_left"));
    }
    QCOMPARE(scans(), 8);
}

void tst_Groups::whatIsNoGroupStaysSingle()
{
    const QByteArray order = m_desk->sellForCash("standing", 2);
    const QString code = codeOf(order);
    const Verdict first = scan(code);
    QCOMPARE(first.kind, VerdictKind::Admitted);
    QVERIFY(!first.group);
    QVERIFY(!commands::verdictJson(first, domain::Language::English).contains("\"group\""));
    QCOMPARE(scan(code).reason, Reason::AlreadyAdmitted);
    const auto two = answer(input(code, "A", 2));
    QVERIFY(!two.ok());
    QCOMPARE(two.error().message.id, QByteArray("door.not_a_group"));
    QVERIFY(!answer(input(QStringLiteral("nonsense"), "A", 2)).ok());
    QCOMPARE(m_desk->give("PlaceOrder", R"({"group":true,"lines":[{"offer_id":"standing"}]})"), QByteArray("order.group_of_one"));
    QCOMPARE(scans(), 1);
}

void tst_Groups::outAndInAgain()
{
    const QString code = sell(3);
    QCOMPARE(scan(code, "turnstile", 3).group, (GroupCount{3, 3}));
    m_desk->clock.advanceMs(60'000);
    commands::ScanInput leaving = input(code, "turnstile");
    leaving.direction = domain::Direction::Exit;
    const auto out = answer(leaving);
    QVERIFY(out.ok());
    QCOMPARE(out->kind, VerdictKind::Admitted);
    QCOMPARE(out->group, (GroupCount{2, 3}));
    leaving.people = 3;
    QCOMPARE(answer(leaving).error().message.id, QByteArray("door.group_left"));
    leaving.people = 2;
    QCOMPARE(answer(leaving)->group, (GroupCount{0, 3}));
    QCOMPARE(scan(code, "turnstile", 3).group, (GroupCount{3, 3}));
    QCOMPARE(m_desk->reader().zoneCounts().at(m_desk->id<domain::ZoneId>("hall")), 3);
}

void tst_Groups::anotherGateGoesOnCounting()
{
    const QString code = sell(3);
    QCOMPARE(scan(code, "A").group, (GroupCount{1, 3}));
    QCOMPARE(scan(code, "B").group, (GroupCount{2, 3}));
    QCOMPARE(scan(code, "A").group, (GroupCount{3, 3}));
    QCOMPARE(scan(code, "B").reason, Reason::AlreadyAdmitted);
    // A gate of a zone of its own counts by itself, as it does for single tickets.
    QCOMPARE(scan(code, "alone").group, (GroupCount{1, 3}));
}

void tst_Groups::aRefundedSeatTakesOneAway()
{
    const QString code = sell(3);
    // The first of them, whose code stands on the paper: the others still come in by it.
    QCOMPARE(m_desk->give("RefundOrder", "{\"order_id\":\"" + m_order + R"(","lines":[1],"reason":"ill"})"), QByteArray());
    QCOMPARE(scan(code).group, (GroupCount{1, 2}));
    QCOMPARE(scan(code).group, (GroupCount{2, 2}));
    QCOMPARE(scan(code).reason, Reason::AlreadyAdmitted);
    QCOMPARE(scans(), 2);
    QCOMPARE(m_desk->give("RefundOrder", "{\"order_id\":\"" + m_order + R"(","reason":"all ill"})"), QByteArray());
    QCOMPARE(scan(code).reason, Reason::Cancelled);
}

void tst_Groups::aDeadCodeIsDeadForAll()
{
    const QString lost = sell(3);
    const auto first = store::SaleReader(m_desk->reader()).sale(m_desk->orderId(m_order))->lines.front().ticket;
    QCOMPARE(m_desk->give("ReissueTicket", "{\"ticket_id\":\"" + first->text().toLatin1() + R"(","reason":"lost"})"), QByteArray());
    QCOMPARE(scan(lost).reason, Reason::Revoked);
    const QString fresh = codeOf(m_order);
    QVERIFY(fresh != lost);
    QCOMPARE(scan(fresh, "A", 3).group, (GroupCount{3, 3}));
    QCOMPARE(scan(lost).reason, Reason::Revoked);
    QCOMPARE(scans(), 3);
}

void tst_Groups::byNameIsOnePerson()
{
    const QString code = sell(3);
    const auto lines = store::SaleReader(m_desk->reader()).sale(m_desk->orderId(m_order))->lines;
    commands::ScanInput named = input({});
    named.ticketId = lines[1].ticket;
    named.reason = QStringLiteral("phone is dead");
    QCOMPARE(answer(named)->ticketId, lines[1].ticket);
    m_desk->clock.advanceMs(5'000);
    QCOMPARE(answer(named)->reason, Reason::AlreadyAdmitted); // that one person, not the next
    named.people = 2;
    QCOMPARE(answer(named)->group, (GroupCount{3, 3}));
    QCOMPARE(scan(code).reason, Reason::AlreadyAdmitted);
}

void tst_Groups::unpaidGroupsAreAskedFor()
{
    m_order = m_desk->place("standing", 2, R"("group":true,"pay_later":true)");
    const QString code = codeOf(m_order);
    QCOMPARE(scan(code).reason, Reason::Unpaid);
    const Verdict asked = scan(code, "unpaid");
    QCOMPARE(asked.reason, Reason::Unpaid);
    QVERIFY(asked.mayAdmitUnpaid);
    commands::ScanInput confirmed = input(code, "unpaid", 2);
    confirmed.allowUnpaid = true;
    QCOMPARE(answer(confirmed)->group, (GroupCount{2, 2}));
}

void tst_Groups::thePaperIsOne()
{
    m_order = m_desk->sellForCash("standing", 3, R"("group":true,"buyer_name":"Choir")");
    auto papers = commands::ticketPapers(m_desk->orderId(m_order), *m_key, m_desk->reader());
    QVERIFY(papers.ok());
    QCOMPARE(papers->size(), size_t(1));
    QCOMPARE(papers->front().people, 3);
    QCOMPARE(papers->front().products, QStringList{QStringLiteral("standing")});
    QCOMPARE(m_desk->give("PlaceOrder", R"({"group":true,"complimentary":"school","lines":[{"offer_id":"standing","quantity":2},{"offer_id":"balcony"}]})"), QByteArray());
    papers = commands::ticketPapers(m_desk->orderId(m_desk->text("label")), *m_key, m_desk->reader());
    QVERIFY(papers.ok());
    QCOMPARE(papers->size(), size_t(1));
    QCOMPARE(papers->front().people, 3);
    QCOMPARE(papers->front().products, (QStringList{QStringLiteral("standing"), QStringLiteral("balcony")}));
}

void tst_Groups::theyTravelInABundle()
{
    QVERIFY(m_desk->import(R"({"format":"encore-bundle/1","products":[{"id":"P","name":"Seat"}],"orders":[{"id":"G","status":"paid","group":true,
        "tickets":[{"id":"g1","secret":"group secret","product_id":"P"},{"id":"g2","product_id":"P"},{"id":"g3","product_id":"P","blocked":true}]}]})").ok());
    QCOMPARE(scan(QStringLiteral("group secret")).group, (GroupCount{1, 3}));
    QCOMPARE(scan(QStringLiteral("group secret")).ticketLabel, QStringLiteral("g2"));
    QCOMPARE(scan(QStringLiteral("group secret")).reason, Reason::AlreadyAdmitted); // the third is blocked
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QVERIFY(commands::exportBundle(m_desk->reader(), out).ok());
    QVERIFY(out.data().contains(R"("group":true)"));
}

QTEST_GUILESS_MAIN(tst_Groups)
#include "tst_groups.moc"
