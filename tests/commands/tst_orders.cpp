// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/audit/verifyworkspace.h"
#include "commands/registry.h"
#include "commands/schedule/duework.h"
#include "support/salesdesk.h"

#include <QTest>

using namespace encore;
using domain::AccountKind;
using domain::OrderState;
using tests::SalesDesk;

namespace
{

/// The books, the log and every counted sum, proven anew.
void prove(SalesDesk& desk)
{
    const auto report = commands::verifyWorkspace(desk.reader());
    QVERIFY(report.ok());
    for (const domain::Message& fault : report->faults)
        qWarning() << words(fault, domain::Language::English);
    QVERIFY(report->faults.empty());
}

domain::TicketStatus statusOf(SalesDesk& desk, const domain::SaleLine& line)
{
    return desk.reader().ticket(*line.ticket)->status;
}

} // namespace

class tst_Orders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoWalkInsBuyTheSame();
    void sameCheckoutTwice();
    void cashIsTakenInTens();
    void changeIsGiven();
    void refundOfALine();
    void refundsInCashComeToWhatCameIn();
    void everythingIsRefunded();
    void cardIsAskedAndAnswered_data();
    void cardIsAskedAndAnswered();
    void lookUpsGrowRarer();
    void severalTenders();
    void transferTooLittleAndTooMuch();
    void stockEnds();
    void payLater();
    void expiryWaitsForWhoWasAdmitted();
    void lateAnswer_data();
    void lateAnswer();
    void complimentary();
    void couponsTakeOff();
    void couponsEnd();
    void dayIsCounted();
    void theBoxOfficeRefundsUpToALimit();
    void massRefund();
    void massRefundGoesOnAfterACrash();
    void reissuedTicket();
    void refused_data();
    void refused();
    void tamperingIsSeen_data();
    void tamperingIsSeen();
};

void tst_Orders::twoWalkInsBuyTheSame()
{
    SalesDesk desk;
    const QByteArray first = desk.sellForCash("standing");
    const QByteArray second = desk.sellForCash("standing");
    QVERIFY(first != second);
    QCOMPARE(desk.drawer(), 100'000 + 2 * 60'000);
    QCOMPARE(desk.offerNow("standing").sold, 2);
    QCOMPARE(desk.count("tickets"), 2);
    QCOMPARE(-desk.balance(AccountKind::Sales) - desk.balance(AccountKind::OutputVat), 120'000);
    QCOMPARE(-desk.balance(AccountKind::OutputVat), 2 * 5'455); // 60,000 − round(60,000 · 10/11)
    prove(desk);
}

void tst_Orders::sameCheckoutTwice()
{
    SalesDesk desk;
    const QByteArray first = desk.place("standing", 2, R"("nonce":"checkout 1")");
    QCOMPARE(desk.place("standing", 2, R"("nonce":"checkout 1")"), first);
    QCOMPARE(desk.count("sales"), 1);
    QCOMPARE(desk.offerNow("standing").sold, 2);
    QVERIFY(desk.place("standing", 2, R"("nonce":"checkout 2")") != first);
    QVERIFY(desk.place("standing", 1, R"("nonce":"checkout 1")") != first); // another request is another order
}

void tst_Orders::cashIsTakenInTens()
{
    SalesDesk desk;
    const QByteArray order = desk.sellForCash("late");
    QCOMPARE(desk.sale(order).state, OrderState::Paid);
    QCOMPARE(desk.drawer(), 100'000 + 12'340);
    QCOMPARE(desk.balance(AccountKind::CashRounding), 5);
    QCOMPARE(-desk.balance(AccountKind::Sales) - desk.balance(AccountKind::OutputVat), 12'345);
    prove(desk);
}

void tst_Orders::changeIsGiven()
{
    SalesDesk desk;
    const QByteArray order = desk.place("late");
    QCOMPARE(desk.pay(order, R"({"kind":"cash","given":12000})"), QByteArray("order.given_too_little"));
    QCOMPARE(desk.pay(order, R"({"kind":"cash","given":20000})"), QByteArray());
    QCOMPARE(desk.number("change"), 7'660);
    QCOMPARE(desk.drawer(), 100'000 + 12'340);
    QCOMPARE(desk.pay(order, R"({"kind":"cash"})"), QByteArray("order.not_now"));
}

void tst_Orders::refundOfALine()
{
    SalesDesk desk;
    QCOMPARE(desk.give("CreateCoupon", R"({"label":"ten","name":"만 원","amount":10000})"), QByteArray());
    QCOMPARE(desk.give("ClaimCoupon", R"({"coupon_id":"ten","email":"mina@example.org"})"), QByteArray());
    const QByteArray order = desk.place("balcony", 3, R"("buyer_email":"Mina@example.org","coupon_id":"ten")");
    QCOMPARE(desk.pay(order, R"({"kind":"card"})"), QByteArray());
    QCOMPARE(desk.work().succeeded, 1);
    const domain::Sale before = desk.sale(order);
    QCOMPARE(before.lines[0].discount, 3'334);
    QCOMPARE(before.lines[1].discount, 3'333);
    QCOMPARE(before.lines[2].discount, 3'333);
    QCOMPARE(before.payable(), 89'999);

    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + R"(","lines":[2],"reason":"ill"})"), QByteArray());
    QCOMPARE(-desk.balance(AccountKind::RefundsPayable), 30'000);
    QCOMPARE(desk.sale(order).state, OrderState::Paid); // the money has not gone back yet
    QCOMPARE(desk.work().succeeded, 1);
    const domain::Sale after = desk.sale(order);
    QCOMPARE(after.state, OrderState::PartlyRefunded);
    QCOMPARE(after.tenders[0].refunded, 30'000);
    QCOMPARE(desk.balance(AccountKind::RefundsPayable), 0);
    QCOMPARE(desk.offerNow("balcony").sold, 2);
    QCOMPARE(statusOf(desk, after.lines[1]), domain::TicketStatus::Cancelled);
    QCOMPARE(statusOf(desk, after.lines[0]), domain::TicketStatus::Valid);
    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + R"(","lines":[2],"reason":"again"})"), QByteArray("order.line_refunded"));
    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + R"(","lines":[4],"reason":"again"})"), QByteArray("order.no_line"));
    prove(desk);
}

void tst_Orders::refundsInCashComeToWhatCameIn()
{
    SalesDesk desk;
    const QByteArray order = desk.sellForCash("late", 3); // 37,035: 37,030 is taken
    QCOMPARE(desk.drawer(), 137'030);
    for (const char* line : {"1", "2", "3"})
        QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + "\",\"reason\":\"ill\",\"lines\":[" + line + "]}"), QByteArray());
    QCOMPARE(desk.sale(order).state, OrderState::Refunded);
    QCOMPARE(desk.drawer(), 100'000);
    QCOMPARE(desk.balance(AccountKind::CashRounding), 0);
    QCOMPARE(desk.balance(AccountKind::Sales), 0);
    QCOMPARE(desk.balance(AccountKind::OutputVat), 0);
    prove(desk);
}

void tst_Orders::everythingIsRefunded()
{
    SalesDesk desk;
    const QByteArray order = desk.sellForCash("standing", 2);
    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + "\",\"reason\":\"\"}"), QByteArray("project.no_reason"));
    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + "\",\"reason\":\"ill\"}"), QByteArray());
    QCOMPARE(desk.sale(order).state, OrderState::Refunded);
    QCOMPARE(desk.offerNow("standing").sold, 0);
    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + "\",\"reason\":\"ill\"}"), QByteArray("order.not_now"));
    prove(desk);
}

void tst_Orders::cardIsAskedAndAnswered_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<domain::TenderState>("tender");
    QTest::newRow("approved") << QByteArray() << OrderState::Paid << domain::TenderState::Succeeded;
    QTest::newRow("declined: the order waits for another way") << QByteArray("sim-declined") << OrderState::AwaitingPayment << domain::TenderState::Failed;
    QTest::newRow("nobody knows yet") << QByteArray("sim-lost") << OrderState::AwaitingPayment << domain::TenderState::Unknown;
    QTest::newRow("known by looking it up") << QByteArray("sim-timeout") << OrderState::Paid << domain::TenderState::Succeeded;
}

void tst_Orders::cardIsAskedAndAnswered()
{
    QFETCH(QByteArray, method);
    QFETCH(OrderState, state);
    QFETCH(domain::TenderState, tender);
    SalesDesk desk;
    const QByteArray order = desk.place("standing");
    const QByteArray card = "{\"kind\":\"card\",\"payment_method\":\"" + method + "\"}";
    QCOMPARE(desk.pay(order, card), QByteArray());
    QCOMPARE(desk.sale(order).state, OrderState::AwaitingPayment);
    QCOMPARE(desk.pay(order, R"({"kind":"cash"})"), QByteArray("order.nothing_open")); // while the card is being asked
    (void)desk.work();
    (void)desk.work(SalesDesk::now.plusMs(60'000)); // the look-up
    QCOMPARE(desk.sale(order).state, state);
    QCOMPARE(desk.sale(order).tenders[0].state, tender);
    if (tender == domain::TenderState::Failed)
        QCOMPARE(desk.pay(order, R"({"kind":"cash"})"), QByteArray());
    prove(desk);
}

/// Every answer is a line in the log for ever; a payment that nobody finds must not fill it.
void tst_Orders::lookUpsGrowRarer()
{
    SalesDesk desk;
    const QByteArray order = desk.place("standing");
    QCOMPARE(desk.pay(order, R"({"kind":"card","payment_method":"sim-lost"})"), QByteArray());
    const qint64 before = desk.count("command_log");
    for (qint64 second = 0; second <= 3'600; second += 5)
        (void)desk.work(SalesDesk::now.plusMs(second * 1'000));
    const qint64 answers = desk.count("command_log") - before;
    QVERIFY2(answers >= 6 && answers <= 10, qPrintable(QString::number(answers))); // after 0, 10, 30, 70, 150 … seconds
}

void tst_Orders::severalTenders()
{
    SalesDesk desk;
    const QByteArray order = desk.place("standing");
    QCOMPARE(desk.pay(order, R"({"kind":"cash","amount":20005})"), QByteArray("order.no_such_coins"));
    QCOMPARE(desk.pay(order, R"({"kind":"cash","amount":20000},{"kind":"card"})"), QByteArray());
    QCOMPARE(-desk.balance(AccountKind::RefundsPayable), 20'000); // it is the buyer's until the rest is there
    QCOMPARE(desk.balance(AccountKind::Sales), 0);
    QCOMPARE(desk.work().succeeded, 1);
    QCOMPARE(desk.sale(order).state, OrderState::Paid);
    QCOMPARE(desk.balance(AccountKind::RefundsPayable), 0);
    QCOMPARE(desk.balance(domain::Account::provider(QStringLiteral("terminal"))), 40'000);
    QCOMPARE(desk.drawer(), 120'000);

    const QByteArray given = desk.place("standing");
    QCOMPARE(desk.pay(given, R"({"kind":"cash","amount":20000},{"kind":"card","payment_method":"sim-declined"})"), QByteArray());
    (void)desk.work();
    QCOMPARE(desk.give("CancelOrder", "{\"order_id\":\"" + given + "\"}"), QByteArray());
    QCOMPARE(desk.drawer(), 120'000);
    QCOMPARE(desk.balance(AccountKind::RefundsPayable), 0);
    prove(desk);
}

void tst_Orders::transferTooLittleAndTooMuch()
{
    SalesDesk desk;
    const QByteArray order = desk.place("standing");
    QCOMPARE(desk.pay(order, R"({"kind":"transfer"})"), QByteArray());
    QCOMPARE(desk.sale(order).dueAt->ms, SalesDesk::now.ms + 86'400'000); // a bank takes its time
    QCOMPARE(desk.give("RecordOrderPayment", "{\"order_id\":\"" + order + R"(","result":"succeeded","amount":50000})"), QByteArray());
    QCOMPARE(desk.sale(order).state, OrderState::AwaitingPayment);
    QCOMPARE(desk.tasks().size(), size_t(1));
    QCOMPARE(desk.tasks()[0].amount, 10'000);
    QCOMPARE(desk.pay(order, R"({"kind":"transfer"})"), QByteArray());
    QCOMPARE(desk.give("RecordOrderPayment", "{\"order_id\":\"" + order + R"(","tender":2,"result":"succeeded","amount":13000})"), QByteArray());
    QCOMPARE(desk.sale(order).state, OrderState::Paid);
    QCOMPARE(desk.balance(AccountKind::Bank), -100'000 + 63'000); // the float came from there
    QCOMPARE(-desk.balance(AccountKind::RefundsPayable), 3'000); // too much
    QCOMPARE(desk.tasks().size(), size_t(1));
    QCOMPARE(desk.give("RecordOrderRefund", "{\"order_id\":\"" + order + "\",\"effect_id\":\"" + desk.tasks()[0].id.text().toLatin1() + "\"}"), QByteArray());
    QCOMPARE(desk.balance(AccountKind::RefundsPayable), 0);
    QCOMPARE(desk.sale(order).state, OrderState::Paid);
    prove(desk);
}

void tst_Orders::stockEnds()
{
    SalesDesk desk;
    desk.offer("three", 1'000, R"("limit":3)");
    QVERIFY(!desk.place("three", 2).isEmpty());
    QVERIFY(desk.place("three", 2).isEmpty());
    QCOMPARE((*desk.last).error().message.id, QByteArray("offer.sold_out"));
    const QByteArray last = desk.place("three", 1);
    QVERIFY(desk.place("three", 1).isEmpty());
    QCOMPARE(desk.give("EditOffer", R"({"offer_id":"three","limit":2})"), QByteArray("offer.limit_below"));
    QCOMPARE(desk.give("CancelOrder", "{\"order_id\":\"" + last + "\"}"), QByteArray());
    QVERIFY(!desk.place("three", 1).isEmpty());
    prove(desk);
}

void tst_Orders::payLater()
{
    SalesDesk desk;
    const QByteArray order = desk.place("standing", 2, R"("pay_later":true,"buyer_name":"이 민아")");
    const domain::Sale sale = desk.sale(order);
    QCOMPARE(sale.dueAt->ms, SalesDesk::now.ms + 86'400'000);
    QCOMPARE(desk.count("tickets"), 2);
    QCOMPARE(desk.reader().order(sale.id)->status, domain::OrderStatus::AwaitingPayment);
    QCOMPARE(desk.pay(order, R"({"kind":"cash"})"), QByteArray());
    QCOMPARE(desk.reader().order(sale.id)->status, domain::OrderStatus::Paid);
    QCOMPARE(desk.count("tickets"), 2);

    const QByteArray other = desk.place("standing", 1, R"("pay_later":true)");
    const auto due = commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now.plusMs(86'399'999));
    QCOMPARE(due->expired, 0);
    QCOMPARE(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now.plusMs(86'400'000))->expired, 1);
    QCOMPARE(desk.sale(other).state, OrderState::Expired);
    QCOMPARE(desk.reader().order(desk.orderId(other))->status, domain::OrderStatus::Expired);
    QCOMPARE(desk.offerNow("standing").sold, 2);
    prove(desk);
}

void tst_Orders::expiryWaitsForWhoWasAdmitted()
{
    SalesDesk desk;
    const QByteArray order = desk.place("standing", 1, R"("pay_later":true)");
    QVERIFY(desk.import(R"({"format":"encore-bundle/1","gates":[{"id":"G","name":"Gate"}]})").ok());
    const QByteArray ticket = desk.sale(order).lines[0].ticket->text().toLatin1();
    QCOMPARE(desk.give("AdmitTicket", "{\"ticket_id\":\"" + ticket + R"(","gate_id":"G","direction":"entry","code_kind":"none","listed":true})"), QByteArray());
    QCOMPARE(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now.plusMs(90'000'000))->expired, 1);
    QCOMPARE(desk.sale(order).state, OrderState::AwaitingPayment); // it stays, and the money is owed
    QVERIFY(!desk.sale(order).dueAt);
    QCOMPARE(desk.pay(order, R"({"kind":"cash"})"), QByteArray());
    prove(desk);
}

void tst_Orders::lateAnswer_data()
{
    QTest::addColumn<bool>("stillThere");
    QTest::newRow("still to be had") << true;
    QTest::newRow("somebody else has it") << false;
}

void tst_Orders::lateAnswer()
{
    QFETCH(bool, stillThere);
    SalesDesk desk;
    desk.offer("last", 50'000, R"("limit":1)");
    const QByteArray order = desk.place("last");
    QCOMPARE(desk.pay(order, R"({"kind":"card","payment_method":"sim-lost"})"), QByteArray());
    (void)desk.work();
    QCOMPARE(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now.plusMs(901'000))->expired, 0); // it is being asked for
    QCOMPARE(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now.plusMs(1'801'000))->expired, 1);
    if (!stillThere)
        QVERIFY(!desk.sellForCash("last").isEmpty());
    QCOMPARE(desk.give("RecordOrderPayment", "{\"order_id\":\"" + order + R"(","result":"succeeded"})"), QByteArray());
    (void)desk.work();
    QCOMPARE(desk.sale(order).state, stillThere ? OrderState::Paid : OrderState::Refunded);
    QCOMPARE(desk.balance(AccountKind::RefundsPayable), 0);
    QCOMPARE(desk.balance(domain::Account::provider(QStringLiteral("terminal"))), stillThere ? 50'000 : 0);
    prove(desk);
}

void tst_Orders::complimentary()
{
    SalesDesk desk;
    const QByteArray order = desk.place("standing", 2, R"("complimentary":"press","guest_list":"한겨레","holders":["김 기자","이 기자"])");
    const domain::Sale sale = desk.sale(order);
    QCOMPARE(sale.state, OrderState::Paid);
    QCOMPARE(sale.payable(), 0);
    QCOMPARE(desk.reader().ticket(*sale.lines[1].ticket)->holderName, QStringLiteral("이 기자"));
    QCOMPARE(desk.count("ledger_entries"), 1); // the float
    QCOMPARE(store::SaleReader(desk.reader()).sales({std::nullopt, std::nullopt, QStringLiteral("한겨"), 10, 0}).size(), size_t(1));
    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + R"(","lines":[1],"reason":"does not come"})"), QByteArray());
    QCOMPARE(desk.sale(order).state, OrderState::PartlyRefunded);
    QCOMPARE(desk.offerNow("standing").sold, 1);
    prove(desk);
}

void tst_Orders::couponsTakeOff()
{
    SalesDesk desk;
    desk.offer("gala", 110'000);
    QCOMPARE(desk.give("CreateCoupon", R"({"label":"capped","name":"20 %","kind":"percentage","percent":20,"cap":10000})"), QByteArray());
    QCOMPARE(desk.give("CreateCoupon", R"({"label":"small","name":"9,000","amount":9000})"), QByteArray());
    QCOMPARE(desk.give("CreateCoupon", R"({"label":"wrong","name":"150 %","kind":"percentage","percent":150})"), QByteArray("coupon.percent"));
    QVERIFY(desk.place("gala", 1, R"("coupon_id":"capped","buyer_email":"a@example.org")").isEmpty());
    QCOMPARE((*desk.last).error().message.id, QByteArray("coupon.not_issued"));
    for (const char* coupon : {"capped", "small"})
        QCOMPARE(desk.give("ClaimCoupon", QByteArray("{\"coupon_id\":\"") + coupon + R"(","email":"a@example.org"})"), QByteArray());
    const QByteArray order = desk.place("gala", 1, R"("best_coupon":true,"buyer_email":"a@example.org")");
    QCOMPARE(desk.sale(order).discount(), 10'000);
    QCOMPARE(desk.sellForCash("gala", 1, R"("best_coupon":true,"buyer_email":"a@example.org")").isEmpty(), false); // the next best one
    QCOMPARE(desk.balance({AccountKind::CouponExpense, QStringLiteral("platform")}), 9'000);
    QCOMPARE(desk.give("CancelOrder", "{\"order_id\":\"" + order + "\"}"), QByteArray()); // gives the use back
    QCOMPARE(desk.sale(desk.place("gala", 1, R"("best_coupon":true,"buyer_email":"a@example.org")")).discount(), 10'000);
    prove(desk);
}

void tst_Orders::couponsEnd()
{
    SalesDesk desk;
    QCOMPARE(desk.give("CreateCoupon", R"({"label":"two","name":"Two","amount":1000,"quantity":2})"), QByteArray());
    QCOMPARE(desk.give("CreateCoupon", R"({"label":"endless","name":"Endless","amount":1000,"quantity":-1})"), QByteArray());
    int issued = 0;
    for (int i = 0; i < 5; ++i)
        issued += desk.give("ClaimCoupon", "{\"coupon_id\":\"two\",\"email\":\"p" + QByteArray::number(i) + "@example.org\"}").isEmpty();
    QCOMPARE(issued, 2);
    QCOMPARE((*desk.last).error().message.id, QByteArray("coupon.none_left"));
    QCOMPARE(desk.give("ClaimCoupon", R"({"coupon_id":"two","email":"p0@example.org"})"), QByteArray("coupon.claimed_before"));
    QCOMPARE(desk.give("EditCoupon", R"({"coupon_id":"two","quantity":1})"), QByteArray("coupon.quantity_below"));
    QCOMPARE(desk.give("DeleteCoupon", R"({"coupon_id":"two"})"), QByteArray());
    QVERIFY(desk.place("standing", 1, R"("coupon_id":"two","buyer_email":"p0@example.org")").isEmpty());
    QCOMPARE((*desk.last).error().message.id, QByteArray("coupon.deleted"));
    prove(desk);
}

void tst_Orders::dayIsCounted()
{
    SalesDesk desk;
    QCOMPARE(desk.give("OpenDay", R"({"float":1})"), QByteArray("drawer.open"));
    (void)desk.sellForCash("standing");
    QCOMPARE(desk.give("CloseDay", R"({"counted":159000,"left":200000})"), QByteArray("drawer.left"));
    QCOMPARE(desk.give("CloseDay", R"({"counted":159000,"left":100000})"), QByteArray());
    QCOMPARE(desk.number("difference"), -1'000);
    QCOMPARE(desk.drawer(), 100'000);
    QCOMPARE(desk.balance(AccountKind::CashDifference), 1'000);
    QCOMPARE(desk.pay(desk.place("standing"), R"({"kind":"cash"})"), QByteArray("drawer.not_open"));
    QCOMPARE(desk.give("OpenDay", R"({"float":50000})"), QByteArray());
    QCOMPARE(desk.drawer(), 50'000);
    QCOMPARE(desk.text("day"), QByteArray("2026-11-20"));
    QCOMPARE(desk.give("OpenDay", R"({"drawer":"bar","float":0})", domain::Instant{1'795'195'800'000}), QByteArray()); // 02:30 in Seoul
    QCOMPARE(desk.text("day"), QByteArray("2026-11-20"));
    QCOMPARE(desk.give("OpenDay", R"({"drawer":"Bar 1","float":0})"), QByteArray("drawer.name"));
    prove(desk);
}

void tst_Orders::theBoxOfficeRefundsUpToALimit()
{
    SalesDesk desk;
    const QByteArray order = desk.sellForCash("standing", 4);
    const auto refund = [&](const QByteArray& lines, commands::Role role, domain::Instant at = SalesDesk::now) {
        desk.owner.role = role;
        const QByteArray refused = desk.give("RefundOrder", "{\"order_id\":\"" + order + "\",\"reason\":\"ill\",\"lines\":[" + lines + "]}", at);
        desk.owner.role = commands::Role::Admin;
        return refused;
    };
    QCOMPARE(desk.give("SetRate", R"({"rate":"box_office_refund","value":120000})"), QByteArray());
    QCOMPARE(refund("1", commands::Role::BoxOffice), QByteArray());
    QCOMPARE(refund("2,3", commands::Role::BoxOffice), QByteArray("order.refund_limit")); // by the order, not by the try
    QCOMPARE(refund("2", commands::Role::BoxOffice), QByteArray());
    QCOMPARE(refund("3", commands::Role::BoxOffice), QByteArray("order.refund_limit"));
    QVERIFY(desk.last->error().message.arguments.size() == 2);
    QCOMPARE(desk.sale(order).lines[2].state, domain::LineState::Standing);
    QCOMPARE(refund("3", commands::Role::Finance), QByteArray());
    QCOMPARE(refund("9", commands::Role::BoxOffice), QByteArray("order.no_line"));

    // A number that holds from later on is not one yet; and until the house says otherwise it is 500,000.
    const domain::Instant later = SalesDesk::now.plusMs(60'000);
    QCOMPARE(desk.give("SetRate", "{\"rate\":\"box_office_refund\",\"value\":1000000,\"valid_from\":\"" + domain::formatInstant(later).toLatin1() + "\"}"),
             QByteArray());
    QCOMPARE(refund("4", commands::Role::BoxOffice), QByteArray("order.refund_limit"));
    QCOMPARE(refund("4", commands::Role::BoxOffice, later), QByteArray());
    SalesDesk other;
    const QByteArray nine = other.sellForCash("standing", 9);
    other.owner.role = commands::Role::BoxOffice;
    QCOMPARE(other.give("RefundOrder", "{\"order_id\":\"" + nine + R"(","reason":"ill"})"), QByteArray("order.refund_limit"));
    QCOMPARE(other.give("RefundOrder", "{\"order_id\":\"" + nine + R"(","lines":[1,2,3,4,5,6,7,8],"reason":"ill"})"), QByteArray());
}

void tst_Orders::massRefund()
{
    SalesDesk desk;
    QByteArray bouncing;
    for (int i = 0; i < 1'000; ++i) {
        const QByteArray order = desk.place("standing", 1, "\"buyer_email\":\"p" + QByteArray::number(i) + "@example.org\"");
        QCOMPARE(desk.pay(order, i == 500 ? R"({"kind":"card","payment_method":"sim-refund-bounces"})" : R"({"kind":"card"})"), QByteArray());
        if (i == 500)
            bouncing = order;
    }
    QCOMPARE(desk.work().succeeded, 1'000);
    const QByteArray cash = desk.sellForCash("late"); // of another price; its money is handed out by a person
    QCOMPARE(desk.give("MassRefund", R"({"performance_id":"gala","reason":"postponed","plan_hash":"abcd"})"), QByteArray("refund.plan_changed"));
    const auto planned = commands::findQuery("PlanMassRefund");
    QVERIFY(planned);
    const auto arguments = commands::parseJson(R"({"performance_id":"gala"})");
    const auto rows = planned->ask(*arguments, {desk.workspace->record().id}, {desk.reader(), SalesDesk::now, false});
    QVERIFY(rows.ok());
    const auto row = commands::parseJson(rows->front());
    QCOMPARE((*row)["orders"].GetInt64(), 1'001);
    QCOMPARE((*row)["amount"].GetInt64(), 60'000'000 + 12'345);
    const QByteArray give = QByteArray(R"({"performance_id":"gala","reason":"postponed","plan_hash":")") + (*row)["plan_hash"].GetString() + "\"}";
    QCOMPARE(desk.give("MassRefund", give), QByteArray());
    QCOMPARE(desk.number("steps"), 6);
    QCOMPARE(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now)->steps, 6);
    QCOMPARE(desk.give("MassRefund", give), QByteArray()); // twice: nothing more
    QCOMPARE(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now)->steps, 0);
    const payment::WorkDone done = desk.work();
    QCOMPARE(done.succeeded, 999);
    QCOMPARE(done.failed, 1);
    QCOMPARE(-desk.balance(AccountKind::RefundsPayable), 60'000 + 12'340); // the one that bounced, and the cash
    QCOMPARE(desk.tasks().size(), size_t(2));
    QCOMPARE(desk.sale(bouncing).state, OrderState::Paid);
    QCOMPARE(desk.sale(bouncing).lines[0].state, domain::LineState::RefundOwed);
    QCOMPARE(desk.sale(cash).lines[0].state, domain::LineState::RefundOwed);
    QCOMPARE(desk.offerNow("standing").sold, 0);
    prove(desk);
}

void tst_Orders::massRefundGoesOnAfterACrash()
{
    SalesDesk desk;
    for (int i = 0; i < 450; ++i)
        QVERIFY(!desk.sellForCash("standing").isEmpty());
    const auto planned = commands::findQuery("PlanMassRefund");
    const auto rows = planned->ask(*commands::parseJson(R"({"performance_id":"gala"})"), {desk.workspace->record().id}, {desk.reader(), SalesDesk::now, false});
    const auto row = commands::parseJson(rows->front());
    QCOMPARE(desk.give("MassRefund", QByteArray(R"({"performance_id":"gala","reason":"rain","plan_hash":")") + (*row)["plan_hash"].GetString() + "\"}"), QByteArray());
    // Stops behind the first step; in between somebody refunds one of the later ones by hand.
    QCOMPARE(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now, [](const auto&) { return false; })->steps, 1);
    const auto later = store::SaleReader(desk.reader()).standingFor(desk.id<domain::PerformanceId>("gala"));
    QCOMPARE(later.size(), size_t(250));
    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + later[100].text().toLatin1() + R"(","reason":"was there"})"), QByteArray());
    QCOMPARE(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now)->steps, 2);
    QVERIFY(store::SaleReader(desk.reader()).standingFor(desk.id<domain::PerformanceId>("gala")).empty());
    QCOMPARE(-desk.balance(AccountKind::RefundsPayable), 449 * 60'000);
    const auto results = store::BoxOfficeReader(desk.reader()).massRefundLines(QByteArray::fromHex((*row)["plan_hash"].GetString()), 0, 1'000);
    QCOMPARE(std::count_if(results.begin(), results.end(), [](const auto& line) { return line.result == QStringLiteral("done"); }), 449);
    prove(desk);
}

void tst_Orders::reissuedTicket()
{
    SalesDesk desk;
    const QByteArray order = desk.sellForCash("standing");
    const domain::TicketId old = *desk.sale(order).lines[0].ticket;
    const QByteArray arguments = "{\"ticket_id\":\"" + old.text().toLatin1() + R"(","reason":"lost","holder_name":"박 새이름"})";
    QCOMPARE(desk.give("ReissueTicket", arguments), QByteArray());
    const domain::TicketId fresh = *desk.sale(order).lines[0].ticket;
    QVERIFY(!(fresh == old));
    QVERIFY(desk.reader().ticket(old)->revoked);
    QVERIFY(desk.reader().isRefused("revocation", old.hex()));
    QCOMPARE(desk.reader().ticket(fresh)->holderName, QStringLiteral("박 새이름"));
    QCOMPARE(desk.give("ReissueTicket", arguments), QByteArray("ticket.not_valid"));
    QCOMPARE(desk.give("RefundOrder", "{\"order_id\":\"" + order + R"(","reason":"ill"})"), QByteArray());
    QCOMPARE(desk.reader().ticket(fresh)->status, domain::TicketStatus::Cancelled);
    prove(desk);
}

void tst_Orders::refused_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const char* command, const char* arguments, const char* reason) {
        QTest::newRow(name) << QByteArray(command) << QByteArray(arguments) << QByteArray(reason);
    };
    row("nothing chosen", "PlaceOrder", R"({"lines":[]})", "order.empty");
    row("no such offer", "PlaceOrder", R"({"lines":[{"offer_id":"none"}]})", "offer.not_found");
    row("a quantity of 0", "PlaceOrder", R"({"lines":[{"offer_id":"late","quantity":0}]})", "pledge.quantity");
    row("a quantity of −1", "PlaceOrder", R"({"lines":[{"offer_id":"late","quantity":-1}]})", "json.out_of_range");
    row("1,001 units", "PlaceOrder", R"({"lines":[{"offer_id":"late","quantity":1000},{"offer_id":"standing"}]})", "order.too_many");
    row("a quantity of 2,147,483,647", "PlaceOrder", R"({"lines":[{"offer_id":"late","quantity":2147483647}]})", "order.too_many");
    row("guests without a reason", "PlaceOrder", R"({"lines":[{"offer_id":"late"}],"guest_list":"press"})", "order.guests_without_reason");
    row("a due time now", "PlaceOrder", R"({"lines":[{"offer_id":"late"}],"due_at":"2026-12-01T00:00:00Z"})", "order.due_without_pay_later");
    row("due in the past", "PlaceOrder", R"({"lines":[{"offer_id":"late"}],"pay_later":true,"due_at":"2026-11-01T00:00:00Z"})", "order.too_late_to_reserve");
    row("no such order", "PayOrder", R"({"order_id":"none","tenders":[{"kind":"cash"}]})", "order.not_found");
    row("a price below zero", "CreateOffer", R"({"title":"x","price":-1,"performance_id":"gala"})", "reward.price");
    row("a price of 1e18", "CreateOffer", R"({"title":"x","price":1000000000000000000,"performance_id":"gala"})", "reward.price");
    row("a ticket of nothing", "CreateOffer", R"({"title":"x","price":1})", "reward.no_performance");
    row("no title", "CreateOffer", R"({"title":" ","price":1,"performance_id":"gala"})", "offer.no_title");
    row("a float below zero", "OpenDay", R"({"drawer":"bar","float":-1})", "drawer.amount");
    row("an end before the start", "SchedulePerformance", R"({"title":"x","starts_at":"2026-12-02T00:00:00Z","ends_at":"2026-12-01T00:00:00Z"})", "performance.times");
    row("an age of 100", "SchedulePerformance", R"({"title":"x","age_rating":100})", "performance.age");
    row("a gateway that nobody has", "PayOrder", R"({"order_id":"ORDER","tenders":[{"kind":"online","provider":"toss"}]})", "order.no_gateway");
    row("no way to pay", "PayOrder", R"({"order_id":"ORDER","tenders":[]})", "order.no_tender");
    row("0 won", "PayOrder", R"({"order_id":"ORDER","tenders":[{"kind":"cash","amount":0}]})", "order.amount");
    row("more than is open", "PayOrder", R"({"order_id":"ORDER","tenders":[{"kind":"card","amount":60001}]})", "order.amount");
    row("change of a card", "PayOrder", R"({"order_id":"ORDER","tenders":[{"kind":"card","given":70000}]})", "order.given_of_cash");
    row("a drawer that is closed", "PayOrder", R"({"order_id":"ORDER","tenders":[{"kind":"cash"}],"drawer":"bar"})", "drawer.not_open");
    row("a refund before the payment", "RefundOrder", R"({"order_id":"ORDER","reason":"x"})", "order.not_now");
    row("an answer to nothing", "RecordOrderPayment", R"({"order_id":"ORDER","result":"succeeded"})", "order.no_such_tender");
    row("not due", "ExpireOrder", R"({"order_id":"ORDER"})", "order.not_due");
    row("nowhere to send to", "SendTickets", R"({"order_id":"ORDER"})", "order.no_email");
}

void tst_Orders::refused()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, reason);
    SalesDesk desk;
    const QByteArray order = desk.place("standing");
    const qint64 lines = desk.count("command_log");
    QCOMPARE(desk.give(command.constData(), arguments.replace("ORDER", order)), reason);
    QCOMPARE(desk.count("command_log"), lines);
    prove(desk);
}

void tst_Orders::tamperingIsSeen_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("more is left than was sold") << QByteArray("UPDATE offers SET sold = sold - 1 WHERE label = 'standing'");
    QTest::newRow("a sale beyond the limit") << QByteArray("UPDATE offers SET quantity_limit = 1 WHERE label = 'standing'");
    QTest::newRow("a payment that the books do not know") << QByteArray("UPDATE tenders SET amount = amount + 1000");
    QTest::newRow("a cheaper line") << QByteArray("UPDATE sale_lines SET price = price - 1000 WHERE line = 1");
    QTest::newRow("a coupon given twice") << QByteArray("UPDATE coupons SET claimed = 0");
}

void tst_Orders::tamperingIsSeen()
{
    QFETCH(QByteArray, sql);
    SalesDesk desk;
    QCOMPARE(desk.give("CreateCoupon", R"({"label":"c","name":"C","amount":1000})"), QByteArray());
    QCOMPARE(desk.give("ClaimCoupon", R"({"coupon_id":"c","email":"a@example.org"})"), QByteArray());
    (void)desk.sellForCash("standing", 2);
    prove(desk);
    desk.reader().database().execute(sql.constData());
    QVERIFY(!commands::verifyWorkspace(desk.reader())->faults.empty());
}

QTEST_GUILESS_MAIN(tst_Orders)
#include "tst_orders.moc"
