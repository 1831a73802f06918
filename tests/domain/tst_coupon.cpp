// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/coupon.h"

#include <QTest>

#include <functional>

using namespace encore::domain;

namespace
{

using Change = std::function<void(Coupon&)>;

Coupon fixed(qint64 amount)
{
    Coupon coupon;
    coupon.id = CouponId(QUuid::createUuidV5(QUuid(), QByteArray::number(amount)));
    coupon.name = QStringLiteral("봄 할인");
    coupon.amount = amount;
    return coupon;
}

Coupon percentage(int percent, std::optional<qint64> cap = std::nullopt)
{
    Coupon coupon = fixed(0);
    coupon.kind = CouponKind::Percentage;
    coupon.percent = percent;
    coupon.cap = cap;
    return coupon;
}

CouponUse use(qint64 total)
{
    CouponUse use;
    use.total = total;
    use.at = {1'000};
    use.isIssued = true;
    return use;
}

} // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(encore::domain::Coupon)

class tst_Coupon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discounts_data();
    void discounts();
    void reasonsInTheirOrder();
    void theWindowIsHalfOpen();
    void faults_data();
    void faults();
    void theBestOne();
    void aLineReturnsItsPriceLessItsShare();
};

void tst_Coupon::discounts_data()
{
    QTest::addColumn<Coupon>("coupon");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("discount");
    const auto row = [](const char* name, const Coupon& coupon, qint64 total, qint64 discount) { QTest::newRow(name) << coupon << total << discount; };
    row("20 % of 110,000 capped at 10,000", percentage(20, 10'000), 110'000, 10'000);
    row("20 % of 40,000 below the cap", percentage(20, 10'000), 40'000, 8'000);
    row("half up", percentage(15), 10, 2);
    row("below half", percentage(14), 10, 1);
    row("all of it", percentage(100), 33'333, 33'333);
    row("fixed", fixed(5'000), 60'000, 5'000);
    row("fixed above the total", fixed(70'000), 60'000, 60'000);
    Coupon capped = fixed(7'000);
    capped.cap = 3'000;
    row("fixed with a cap", capped, 60'000, 3'000);
    row("of nothing", fixed(5'000), 0, 0);
    row("of the most there is", percentage(100), mostMinorUnits, mostMinorUnits);
}

void tst_Coupon::discounts()
{
    QFETCH(Coupon, coupon);
    QFETCH(qint64, total);
    QTEST(discountOf(coupon, total), "discount");
}

/// Everything is wrong at once; one after the other is put right, and the next reason comes up.
void tst_Coupon::reasonsInTheirOrder()
{
    Coupon coupon = fixed(1'000);
    coupon.minimumSpend = 50'000;
    coupon.from = Instant{2'000};
    coupon.deleted = true;
    coupon.performance = PerformanceId(QUuid::createUuidV5(QUuid(), QByteArray("p")));
    CouponUse asked = use(49'999);
    asked.isIssued = false;
    asked.used = 1;
    const auto reason = [&] {
        const Status status = checkUse(coupon, asked);
        return status.ok() ? QByteArray() : status.error().message.id;
    };
    QCOMPARE(reason(), QByteArray("coupon.not_issued"));
    asked.isIssued = true;
    QCOMPARE(reason(), QByteArray("coupon.below_minimum"));
    asked.total = 50'000;
    QCOMPARE(reason(), QByteArray("coupon.out_of_window"));
    asked.at = {2'000};
    QCOMPARE(reason(), QByteArray("coupon.deleted"));
    coupon.deleted = false;
    QCOMPARE(reason(), QByteArray("coupon.used_up"));
    coupon.usesPerPerson = 2;
    QCOMPARE(reason(), QByteArray("coupon.other_target"));
    asked.performance = coupon.performance;
    QCOMPARE(reason(), QByteArray());
    coupon.project = ProjectId(QUuid::createUuidV5(QUuid(), QByteArray("c")));
    QCOMPARE(reason(), QByteArray("coupon.other_target"));
}

void tst_Coupon::theWindowIsHalfOpen()
{
    Coupon coupon = fixed(1'000);
    coupon.from = Instant{10};
    coupon.until = Instant{20};
    const auto fits = [&](qint64 ms) {
        CouponUse asked = use(5'000);
        asked.at = {ms};
        return checkUse(coupon, asked).ok();
    };
    QVERIFY(!fits(9));
    QVERIFY(fits(10));
    QVERIFY(fits(19));
    QVERIFY(!fits(20));
}

void tst_Coupon::faults_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("fault");
    const auto row = [](const char* name, const Change& change, const char* fault) { QTest::newRow(name) << change << QByteArray(fault); };
    row("none", [](Coupon&) {}, "");
    row("no name", [](Coupon& coupon) { coupon.name = QStringLiteral(" "); }, "coupon.no_name");
    row("of nothing", [](Coupon& coupon) { coupon.amount = 0; }, "coupon.amount");
    row("negative", [](Coupon& coupon) { coupon.amount = -1; }, "coupon.amount");
    row("beyond all amounts", [](Coupon& coupon) { coupon.amount = mostMinorUnits + 1; }, "coupon.amount");
    row("150 %", [](Coupon& coupon) { coupon = percentage(150); }, "coupon.percent");
    row("0 %", [](Coupon& coupon) { coupon = percentage(0); }, "coupon.percent");
    row("cap of nothing", [](Coupon& coupon) { coupon.cap = 0; }, "coupon.cap");
    row("negative minimum", [](Coupon& coupon) { coupon.minimumSpend = -1; }, "coupon.minimum");
    row("ends as it begins", [](Coupon& coupon) { coupon.from = coupon.until = Instant{5}; }, "coupon.window");
    row("none of them", [](Coupon& coupon) { coupon.quantity = 0; }, "coupon.quantity");
    row("-2 of them", [](Coupon& coupon) { coupon.quantity = -2; }, "coupon.quantity");
    row("for nobody", [](Coupon& coupon) { coupon.usesPerPerson = 0; }, "coupon.quantity");
}

void tst_Coupon::faults()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, fault);
    Coupon coupon = fixed(1'000);
    change(coupon);
    const Status status = checkCoupon(coupon);
    QCOMPARE(status.ok() ? QByteArray() : status.error().message.id, fault);
    if (!status)
        QVERIFY(hasWords(status.error().message.id));
}

void tst_Coupon::theBestOne()
{
    std::vector<Coupon> coupons{fixed(5'000), fixed(9'000), percentage(20, 10'000), percentage(20, 10'000), fixed(10'000)};
    coupons[1].deleted = true;
    coupons[2].until = Instant{9'000};
    coupons[3].until = Instant{5'000};
    coupons[3].id = CouponId(QUuid::createUuidV5(QUuid(), QByteArray("other")));
    std::vector<CouponUse> uses(coupons.size(), use(110'000));
    QCOMPARE(bestCoupon(coupons, uses), &coupons[3]); // 10,000 like two others, and it ends first
    uses[3].used = 1;
    QCOMPARE(bestCoupon(coupons, uses), &coupons[2]);
    coupons[2].until = coupons[4].until;
    QCOMPARE(bestCoupon(coupons, uses), coupons[2].id < coupons[4].id ? &coupons[2] : &coupons[4]);
    uses[2].isIssued = uses[4].isIssued = false;
    QCOMPARE(bestCoupon(coupons, uses), &coupons[0]);
    uses[0].total = 0;
    QVERIFY(!bestCoupon(coupons, uses));
    QVERIFY(!bestCoupon({}, {}));
}

void tst_Coupon::aLineReturnsItsPriceLessItsShare()
{
    const std::vector<qint64> prices{33'333, 33'333, 33'333};
    const std::vector<qint64> shares = discountShares(10'000, prices);
    QCOMPARE(shares, (std::vector<qint64>{3'334, 3'333, 3'333}));
    QCOMPARE(prices[1] - shares[1], 30'000);
}

QTEST_APPLESS_MAIN(tst_Coupon)
#include "tst_coupon.moc"
