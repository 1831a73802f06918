// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ratelimit.h"

#include <QTest>

using namespace encore::api;
using namespace std::chrono_literals;

class tst_RateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atOnceAndThenByTheSecond();
    void eachByThemselves();
    void withoutLimit();
    void forgetsWhoWasNotSeenForLongest();
    void rates_data();
    void rates();
    void whoAsks_data();
    void whoAsks();
    void whatAnAddressCountsAs_data();
    void whatAnAddressCountsAs();
};

namespace
{

const RateLimiter::Time start{};

} // namespace

void tst_RateLimit::atOnceAndThenByTheSecond()
{
    RateLimiter limiter({0.5, 3});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(limiter.take("a", start), 0);
    QCOMPARE(limiter.take("a", start), 2); // one in two seconds
    QCOMPARE(limiter.take("a", start + 1s), 1);
    QCOMPARE(limiter.wouldTake("a", start + 1s), 1);
    QCOMPARE(limiter.wouldTake("a", start + 2s), 0); // which counts nothing
    QCOMPARE(limiter.take("a", start + 2s), 0); // and asking in vain did not either
    QCOMPARE(limiter.take("a", start + 2s), 2);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(limiter.take("a", start + 1h), 0); // no more is saved up than that
    QCOMPARE(limiter.take("a", start + 1h), 2);
    QCOMPARE(limiter.take("a", start), 2); // a clock that goes back gives nothing
}

void tst_RateLimit::eachByThemselves()
{
    RateLimiter limiter({1, 1});
    QCOMPARE(limiter.take("a", start), 0);
    QCOMPARE(limiter.take("a", start), 1);
    QCOMPARE(limiter.take("b", start), 0);
    QCOMPARE(limiter.wouldTake("c", start), 0);
    QCOMPARE(limiter.clients(), size_t(2));
}

void tst_RateLimit::withoutLimit()
{
    RateLimiter limiter({0, 1});
    for (int i = 0; i < 1'000; ++i)
        QCOMPARE(limiter.take("a", start), 0);
    QCOMPARE(limiter.wouldTake("a", start), 0);
    QCOMPARE(limiter.clients(), size_t(0));
}

void tst_RateLimit::forgetsWhoWasNotSeenForLongest()
{
    RateLimiter limiter({0.001, 1}, 3);
    for (const char* client : {"a", "b", "c"})
        QCOMPARE(limiter.take(client, start), 0);
    QVERIFY(limiter.take("a", start) > 0); // b is now who has not been seen for longest
    QCOMPARE(limiter.take("d", start), 0);
    QCOMPARE(limiter.clients(), size_t(3));
    QVERIFY(limiter.take("a", start) > 0);
    QVERIFY(limiter.take("c", start) > 0);
    QVERIFY(limiter.take("d", start) > 0);
    for (int i = 0; i < 10'000; ++i)
        (void)limiter.take(QByteArray::number(i), start);
    QCOMPARE(limiter.clients(), size_t(3));
}

void tst_RateLimit::rates_data()
{
    QTest::addColumn<bool>("isRate");
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<double>("atOnce");
    QTest::newRow("50:200") << true << 50.0 << 200.0;
    QTest::newRow("50") << true << 50.0 << 50.0;
    QTest::newRow("0.5") << true << 0.5 << 1.0;
    QTest::newRow("0") << true << 0.0 << 1.0;
    for (const char* text : {"", "many", "-1", "50:", "50:0", "50:x", "1e99", "nan", ":5"})
        QTest::newRow(*text ? text : "nothing") << false << 0.0 << 0.0;
}

void tst_RateLimit::rates()
{
    QFETCH(bool, isRate);
    QFETCH(double, perSecond);
    QFETCH(double, atOnce);
    const QByteArray tag = QTest::currentDataTag();
    const auto rate = rateOf(tag == "nothing" ? QString() : QString::fromLatin1(tag));
    QCOMPARE(rate.has_value(), isRate);
    if (rate) {
        QCOMPARE(rate->perSecond, perSecond);
        QCOMPARE(rate->atOnce, atOnce);
    }
}

void tst_RateLimit::whoAsks_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QByteArray>("forwardedFor");
    QTest::addColumn<QByteArray>("proxies");
    QTest::addColumn<QByteArray>("asking");
    const auto row = [](const char* name, const char* peer, const char* forwardedFor, const char* proxies, const char* asking) {
        QTest::newRow(name) << QByteArray(peer) << QByteArray(forwardedFor) << QByteArray(proxies) << QByteArray(asking);
    };
    row("no proxy", "192.0.2.1", "", "", "192.0.2.1");
    row("nobody is trusted", "192.0.2.1", "198.51.100.7", "", "192.0.2.1");
    row("another is trusted", "192.0.2.1", "198.51.100.7", "192.0.2.2", "192.0.2.1");
    row("by a proxy", "192.0.2.1", "198.51.100.7", "192.0.2.1", "198.51.100.7");
    row("what the client invented", "192.0.2.1", "203.0.113.9, 198.51.100.7", "192.0.2.1", "198.51.100.7");
    row("by two proxies", "192.0.2.1", "203.0.113.9, 198.51.100.7, 192.0.2.2", "192.0.2.1 192.0.2.2", "198.51.100.7");
    row("a proxy that says nothing", "192.0.2.1", "", "192.0.2.1", "192.0.2.1");
    row("nonsense", "192.0.2.1", "unknown", "192.0.2.1", "192.0.2.1");
    row("one address, written in two ways", "::ffff:192.0.2.1", "198.51.100.7", "192.0.2.1", "198.51.100.7");
    row("IPv6", "2001:db8::1", "2001:db8:1::5", "2001:db8:0:0::1", "2001:db8:1::5");
}

void tst_RateLimit::whoAsks()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, forwardedFor);
    QFETCH(QByteArray, proxies);
    QFETCH(QByteArray, asking);
    QCOMPARE(askingAddress(peer, forwardedFor, proxies.split(' ')), asking);
}

void tst_RateLimit::whatAnAddressCountsAs_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char* name, const char* one, const char* other, bool isSame) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other) << isSame;
    };
    row("two", "192.0.2.1", "192.0.2.2", false);
    row("IPv4 in IPv6", "::ffff:192.0.2.1", "192.0.2.1", true);
    row("one network of IPv6", "2001:db8::1", "2001:db8::ffff:1", true);
    row("two networks of IPv6", "2001:db8::1", "2001:db8:0:1::1", false);
}

void tst_RateLimit::whatAnAddressCountsAs()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, isSame);
    QCOMPARE(clientOf(one) == clientOf(other), isSame);
}

QTEST_GUILESS_MAIN(tst_RateLimit)
#include "tst_ratelimit.moc"
