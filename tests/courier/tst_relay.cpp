// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/outgoing/outgoing.h"
#include "courier/backoff.h"
#include "courier/relay.h"
#include "courier/webhook.h"
#include "store/unitofwork.h"
#include "support/salesdesk.h"

using namespace encore;
using courier::Event;
using courier::Relay;
using courier::RelayDone;
using tests::SalesDesk;

namespace
{

/// Keeps what it is told, or says no.
class Ear final : public courier::EventSink
{
public:
    Ear(std::vector<Event>& heard, bool& refuses) : m_heard(heard), m_refuses(refuses) { }
    domain::Status deliver(const std::vector<Event>& events, domain::Instant, const std::function<bool()>&) override
    {
        if (m_refuses)
            return domain::error(domain::ErrorCode::Unavailable, domain::message("webhook.no_answer").with("reason", QStringLiteral("HTTP 500")));
        m_heard.insert(m_heard.end(), events.begin(), events.end());
        return domain::done();
    }

private:
    std::vector<Event>& m_heard;
    bool& m_refuses;
};

} // namespace

/// The log is told line by line: from when somebody wants to hear it, in its order, without gaps, and with nothing in it but ids.
class tst_Relay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void inOrderFromWhenItIsWanted();
    void onlyIdsAreTold();
    void troubleHoldsItUp();
    void endedInBetween();
    void offAndOnAgain();
    void signature();
    void urlsAreChecked_data();
    void urlsAreChecked();

private:
    [[nodiscard]] RelayDone tell(const std::function<bool()>& mayGoOn = {});
    void want(const char* url = "https://hooks.example/encore") { QCOMPARE(m_desk->give("SetWebhook", QByteArray("{\"url\":\"") + url + "\"}"), QByteArray()); }
    [[nodiscard]] commands::OutgoingSettings::Row settings();
    [[nodiscard]] std::unique_ptr<Relay> relay();

    std::unique_ptr<SalesDesk> m_desk;
    std::unique_ptr<Relay> m_relay;
    std::vector<Event> m_heard;
    bool m_refuses = false;
};

std::unique_ptr<Relay> tst_Relay::relay()
{
    return std::make_unique<Relay>([this](const QString&) {
        return domain::Result<std::unique_ptr<courier::EventSink>>(std::unique_ptr<courier::EventSink>(std::make_unique<Ear>(m_heard, m_refuses)));
    });
}

void tst_Relay::init()
{
    m_desk = std::make_unique<SalesDesk>();
    m_relay = relay();
    m_heard.clear();
    m_refuses = false;
}

RelayDone tst_Relay::tell(const std::function<bool()>& mayGoOn)
{
    const auto done = m_relay->run(*m_desk->executor, m_desk->clock, mayGoOn);
    return done ? *done : RelayDone{-1, domain::words(done.error().message, domain::Language::English)};
}

commands::OutgoingSettings::Row tst_Relay::settings()
{
    return commands::OutgoingSettings{}.ask({m_desk->reader(), m_desk->clock.now(), false})->front();
}

void tst_Relay::inOrderFromWhenItIsWanted()
{
    QCOMPARE(tell().told, 0);
    want();
    for (int i = 0; i < 250; ++i)
        (void)m_desk->place("standing");
    QCOMPARE(tell().told, 251);
    QCOMPARE(m_heard.front().command, QByteArray("SetWebhook"));
    for (size_t i = 0; i < m_heard.size(); ++i) {
        QCOMPARE(m_heard[i].sequence, m_heard.front().sequence + qint64(i));
        QCOMPARE(m_heard[i].id, m_desk->reader().logEntryAt(m_heard[i].sequence)->id);
    }
    QCOMPARE(tell().told, 0);
    QCOMPARE(settings().relayed, settings().logged);
    QCOMPARE(settings().webhookSince, m_heard.front().sequence);
}

void tst_Relay::onlyIdsAreTold()
{
    want();
    const QByteArray order = m_desk->sellForCash("standing", 1, R"("buyer_email":"kim@example.org","buyer_name":"Kim Hana","complimentary":"")");
    QVERIFY(!order.isEmpty());
    (void)tell();
    const QByteArray body = courier::Webhook::bodyOf(m_heard);
    for (const char* secret : {"kim@example.org", "Kim Hana", "60000", "standing"})
        QVERIFY2(!body.contains(secret), secret);
    const auto concerns = [&](const char* command) {
        for (const Event& event : m_heard) {
            if (event.command == command)
                return event.concerns;
        }
        return decltype(Event::concerns)();
    };
    const std::pair<QByteArray, QUuid> sold("order", m_desk->orderId(order).uuid());
    const auto paid = concerns("PayOrder");
    QCOMPARE(std::count(paid.begin(), paid.end(), sold), 1); // named by the arguments and the outcome, told once
    const auto placed = concerns("PlaceOrder");
    QVERIFY(std::find(placed.begin(), placed.end(), std::pair<QByteArray, QUuid>("offer", m_desk->offerNow("standing").id.uuid())) != placed.end());
}

void tst_Relay::troubleHoldsItUp()
{
    want();
    m_refuses = true;
    QVERIFY(tell().trouble.contains(QStringLiteral("HTTP 500")));
    QVERIFY(settings().fault.contains(QStringLiteral("HTTP 500"))); // whoever looks at the settings sees why
    m_refuses = false;
    QCOMPARE(tell().told, 0); // it is left in peace for a while
    m_desk->clock.advanceMs(courier::waitMs(1, 300'000));
    m_refuses = true;
    QVERIFY(!tell().trouble.isEmpty());
    m_desk->clock.advanceMs(courier::waitMs(1, 300'000));
    m_refuses = false;
    QCOMPARE(tell().told, 0); // longer each time
    m_desk->clock.advanceMs(courier::waitMs(2, 300'000));
    QCOMPARE(tell().told, 1);
    QCOMPARE(settings().fault, QString());
    QCOMPARE(courier::waitMs(1'000, 300'000), 300'000);
}

/// Between the yes of whoever listens and the cursor: the same events again, under the same ids.
void tst_Relay::endedInBetween()
{
    want();
    for (int i = 0; i < 150; ++i)
        (void)m_desk->place("standing");
    int asked = 0;
    (void)tell([&] { return ++asked < 2; }); // one batch, and no more
    QCOMPARE(m_heard.size(), size_t(100));
    const std::vector<Event> before = m_heard;
    {
        store::UnitOfWork work(m_desk->reader(), m_desk->random);
        store::OutgoingWriter(work).put(store::webhookRelay, {before.front().sequence - 1, {}}); // as if it had never been written
        QVERIFY(work.commit().ok());
    }
    m_relay = relay();
    QCOMPARE(tell().told, 151);
    for (size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(m_heard[before.size() + i].id, before[i].id);
        QCOMPARE(m_heard[before.size() + i].sequence, before[i].sequence);
    }
}

void tst_Relay::offAndOnAgain()
{
    want();
    (void)tell();
    want("https://elsewhere.example/");
    (void)m_desk->place("standing");
    QCOMPARE(tell().told, 2); // it goes on where it was
    want("");
    (void)m_desk->place("standing");
    QCOMPARE(tell().told, 0);
    want();
    QCOMPARE(tell().told, 1);
    QCOMPARE(m_heard.back().command, QByteArray("SetWebhook"));
}

void tst_Relay::signature()
{
    // By openssl: printf '1795168800.{"events":[]}' | openssl dgst -sha256 -hmac secret
    QCOMPARE(courier::Webhook::bodyOf({}), QByteArray("{\"events\":[]}"));
    QCOMPARE(courier::Webhook::signatureOf("{\"events\":[]}", "secret", {1'795'168'800'999}), QByteArray("t=1795168800,v1=3752ac004195efcfdeeb68df45febb75ae578df2f90256cbefef0882a6d41963"));
}

void tst_Relay::urlsAreChecked_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("refusal");
    const auto row = [](const char* url, const char* refusal) { QTest::newRow(url) << QByteArray(url) << QByteArray(refusal); };
    row("https://example.org/a?b=c", "");
    row("http://127.0.0.1:8000/", "");
    row("http://[::1]:8000/", "");
    row("", "");
    row("http://example.org/", "webhook.in_the_open");
    row("http://127.example.org/", "webhook.in_the_open");
    row("https://user:password@example.org/", "webhook.secret_in_url");
    row("file:///etc/passwd", "webhook.url");
    row("gopher://example.org/", "webhook.url");
    row("example.org", "webhook.url");
}

void tst_Relay::urlsAreChecked()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, refusal);
    QCOMPARE(m_desk->give("SetWebhook", "{\"url\":\"" + url + "\"}"), refusal);
}

QTEST_GUILESS_MAIN(tst_Relay)
#include "tst_relay.moc"
