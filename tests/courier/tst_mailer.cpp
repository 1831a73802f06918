// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailsink.h"

#include "commands/audit/verifyworkspace.h"
#include "commands/outgoing/outgoing.h"
#include "courier/couriers.h"
#include "support/salesdesk.h"

using namespace encore;
using courier::MailDone;
using courier::Mailer;
using store::MessageState;
using tests::MailSink;
using tests::SalesDesk;

/// Letters by SMTP: delivered in both languages, put off, bounced, cut off; each comes once, or twice under one Message-ID.
class tst_Mailer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ticketsInBothLanguages_data();
    void ticketsInBothLanguages();
    void putOffAndSentLater();
    void whatBouncesIsAPersonsTask();
    void whatIsRefusedAfterItsText();
    void theServerIsGone();
    void ourSenderIsRefused();
    void cutBeforeItIsSaid();
    void anEndedPassLosesNothing();
    void signsInOverTls();
    void twoHundred();
    void settingsAreChecked_data();
    void settingsAreChecked();
    void injectedNamesAddNothing();
    void aLetterIsReadWithoutItsCodes();

private:
    void settings(const QByteArray& more = {});
    QByteArray sell(const QByteArray& email, const QByteArray& name = "김하나");
    [[nodiscard]] MailDone send(const std::function<bool()>& mayGoOn = {});
    [[nodiscard]] std::vector<commands::Messages::Row> messages(std::optional<MessageState> state = {});
    [[nodiscard]] courier::MailParts parts();

    std::unique_ptr<SalesDesk> m_desk;
    std::unique_ptr<MailSink> m_sink;
    std::unique_ptr<Mailer> m_mailer;
    QString m_authorities;
    QByteArray m_password;
};

courier::MailParts tst_Mailer::parts()
{
    courier::MailParts made;
    made.secrets = [this] { return store::openSecretStore(m_sink->path("keys"), "of this test", m_desk->random); };
    made.attach = [](const std::vector<domain::TicketPaper>& papers, domain::Language) {
        return domain::Result<std::vector<courier::Attachment>>(
            std::vector<courier::Attachment>{{QStringLiteral("tickets.pdf"), "application/pdf", papers.front().code.toLatin1()}});
    };
    made.password = m_password;
    made.authorities = m_authorities;
    return made;
}

void tst_Mailer::init()
{
    m_desk = std::make_unique<SalesDesk>();
    m_sink = std::make_unique<MailSink>();
    m_authorities.clear();
    m_password.clear();
    m_mailer = std::make_unique<Mailer>(parts());
}

void tst_Mailer::cleanup()
{
    const auto audit = commands::verifyWorkspace(m_desk->reader());
    QVERIFY(audit.ok());
    QVERIFY2(audit->faults.empty(), audit->faults.empty() ? "" : audit->faults.front().id.constData());
    m_sink.reset();
    m_desk.reset();
}

void tst_Mailer::settings(const QByteArray& more)
{
    QCOMPARE(m_desk->give("SetMailSettings",
                          "{\"host\":\"127.0.0.1\",\"port\":" + QByteArray::number(m_sink->port()) + ",\"from_address\":\"box@hall.example\",\"from_name\":\"하나홀\""
                              + (more.contains("security") ? QByteArray() : QByteArray(",\"security\":\"none\"")) + (more.isEmpty() ? QByteArray() : "," + more) + "}"),
             QByteArray());
}

QByteArray tst_Mailer::sell(const QByteArray& email, const QByteArray& name)
{
    return m_desk->sellForCash("standing", 1, "\"buyer_email\":\"" + email + "\",\"buyer_name\":\"" + name + "\"");
}

MailDone tst_Mailer::send(const std::function<bool()>& mayGoOn)
{
    const auto done = m_mailer->run(*m_desk->executor, m_desk->owner, m_desk->clock, mayGoOn);
    return done ? *done : MailDone{-1, -1, -1, domain::words(done.error().message, domain::Language::English)};
}

std::vector<commands::Messages::Row> tst_Mailer::messages(std::optional<MessageState> state)
{
    const auto rows = commands::Messages{1'000, state}.ask({m_desk->reader(), m_desk->clock.now(), false});
    return rows ? *rows : std::vector<commands::Messages::Row>();
}

void tst_Mailer::ticketsInBothLanguages_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("greeting");
    QTest::newRow("ko") << QByteArray("ko") << QStringLiteral("티켓 안내: 하나홀, 주문 ") << QStringLiteral("김하나 님, 안녕하세요.");
    QTest::newRow("en") << QByteArray("en") << QStringLiteral("Your tickets: 하나홀, order ") << QStringLiteral("Hello 김하나,");
}

void tst_Mailer::ticketsInBothLanguages()
{
    QFETCH(QByteArray, language);
    QFETCH(QString, subject);
    QFETCH(QString, greeting);
    QVERIFY(m_sink->start());
    const QByteArray order = sell("kim@example.org");
    QCOMPARE(send().sent, 0); // nobody said by which server
    settings("\"language\":\"" + language + "\"");
    QCOMPARE(send().sent, 1);
    QCOMPARE(send().sent, 0);
    const auto letters = m_sink->letters();
    QCOMPARE(letters.size(), size_t(1));
    const QJsonObject letter = letters.front();
    QCOMPARE(letter[u"subject"].toString(), QString(subject + QString::fromLatin1(order)));
    const QString text = letter[u"text"].toString();
    QVERIFY2(text.startsWith(greeting), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("봄 공연")) && text.contains(QStringLiteral("ENC1:")) && text.contains(QStringLiteral("2026-12-24")));
    QCOMPARE(letter[u"to"].toArray().at(0).toString(), QStringLiteral("kim@example.org"));
    QCOMPARE(letter[u"mail_from"].toString(), QStringLiteral("box@hall.example"));
    QCOMPARE(letter[u"from_header"].toString(), QStringLiteral("하나홀 <box@hall.example>"));
    QCOMPARE(letter[u"message_id"].toString(), QString(u'<' + messages().front().messageId.text() + QStringLiteral("@hall.example>")));
    QVERIFY(letter[u"defects"].toArray().isEmpty());
    QVERIFY(letter[u"longest_line"].toInt() <= 78);
    QCOMPARE(letter[u"attachments"].toArray().at(0).toArray().at(0).toString(), QStringLiteral("tickets.pdf"));
    QCOMPARE(messages().front().state, MessageState::Sent);
    // The code admits, and is in no line of the log.
    bool isLogged = false;
    m_desk->reader().eachLogEntry([&](const store::LogEntry& entry) {
        isLogged = isLogged || entry.arguments.contains("ENC1:") || entry.outcome.contains("ENC1:");
        return true;
    });
    QVERIFY(!isLogged);
    // Once more is another letter; a refund is told, too.
    QCOMPARE(m_desk->give("SendTickets", "{\"order_id\":\"" + order + "\"}"), QByteArray());
    QCOMPARE(m_desk->give("RefundOrder", "{\"order_id\":\"" + order + "\",\"reason\":\"ill\"}"), QByteArray());
    const MailDone done = send();
    QCOMPARE(done.sent + done.failed, 2);
    QCOMPARE(done.failed, 1); // the tickets are none any more
    QVERIFY(m_sink->letters().back()[u"text"].toString().contains(QStringLiteral("60000 KRW")));
}

void tst_Mailer::putOffAndSentLater()
{
    QVERIFY(m_sink->start());
    settings();
    (void)sell("later2@example.org");
    (void)sell("kim@example.org");
    MailDone done = send();
    QCOMPARE(done.later, 1);
    QCOMPARE(done.sent, 1); // the other one does not wait for it
    QCOMPARE(messages(MessageState::Waiting).front().reason, QStringLiteral("451 4.7.1 greylisted, come again"));
    QCOMPARE(send().later, 0);
    m_desk->clock.advanceMs(Mailer::delayMs(1));
    QCOMPARE(send().later, 1);
    m_desk->clock.advanceMs(Mailer::delayMs(1));
    QCOMPARE(send().later, 0); // it waits longer each time
    m_desk->clock.advanceMs(Mailer::delayMs(2) - Mailer::delayMs(1));
    QCOMPARE(send().sent, 1);
    QCOMPARE(messages(MessageState::Waiting).size(), size_t(0));
    QCOMPARE(messages().back().attempts, 3);
    QCOMPARE(Mailer::delayMs(1), 2'000);
    QCOMPARE(Mailer::delayMs(1'000), 3'600'000);
    // Nobody waits for ever.
    (void)sell("later9999@example.org");
    QCOMPARE(send().later, 1);
    m_desk->clock.advanceMs(4LL * 24 * 60 * 60 * 1000);
    QCOMPARE(send().failed, 1);
}

void tst_Mailer::whatBouncesIsAPersonsTask()
{
    QVERIFY(m_sink->start());
    settings();
    (void)sell("bounce@example.org");
    (void)sell("");
    const MailDone done = send();
    QCOMPARE(done.failed, 1);
    QCOMPARE(done.trouble, QString());
    auto failed = messages(MessageState::Failed);
    QCOMPARE(failed.size(), size_t(1));
    QCOMPARE(failed.front().recipient, QStringLiteral("bounce@example.org"));
    QCOMPARE(failed.front().reason, QStringLiteral("550 5.1.1 <…> is nobody here")); // the log is no place for addresses
    m_desk->clock.advanceMs(100'000'000);
    QCOMPARE(send().sent, 0); // it is not tried by itself
    const QByteArray id = failed.front().messageId.text().toLatin1();
    QCOMPARE(m_desk->give("SendMessageAgain", "{\"message_id\":\"" + id + "\",\"email\":\"kim@example\\r\\nBcc: x@example.org\"}"), QByteArray("mail.address"));
    QCOMPARE(m_desk->give("SendMessageAgain", "{\"message_id\":\"" + id + "\",\"email\":\"kim@example.org\"}"), QByteArray());
    QCOMPARE(send().sent, 1);
    QCOMPARE(m_sink->letters().back()[u"message_id"].toString(), QString(u'<' + failed.front().messageId.text() + QStringLiteral("@hall.example>")));
    QCOMPARE(m_sink->letters().back()[u"to_header"].toString(), QStringLiteral("김하나 <kim@example.org>"));
    QCOMPARE(m_desk->give("SendMessageAgain", "{\"message_id\":\"" + id + "\"}"), QByteArray("message.sent"));
    QCOMPARE(m_desk->give("RecordMessage", "{\"message_id\":\"" + id + "\",\"result\":\"failed\"}"), QByteArray("message.not_waiting"));
    QCOMPARE(m_desk->give("SendMessageAgain", R"({"message_id":"nothing"})"), QByteArray("message.not_found"));
}

void tst_Mailer::whatIsRefusedAfterItsText()
{
    QVERIFY(m_sink->start());
    settings();
    (void)sell("spam@example.org");
    (void)sell("kim@example.org");
    const MailDone done = send();
    QCOMPARE(done.failed, 1);
    QCOMPARE(done.sent, 1);
    QCOMPARE(messages(MessageState::Failed).front().reason, QStringLiteral("554 5.7.1 we do not want this"));
}

void tst_Mailer::theServerIsGone()
{
    QVERIFY(m_sink->start());
    settings();
    m_sink->stop();
    for (const char* email : {"a@example.org", "b@example.org", "c@example.org"})
        (void)sell(email);
    MailDone done = send();
    QVERIFY(!done.trouble.isEmpty());
    QCOMPARE(done.later, 1); // one finds out, the others wait
    QVERIFY(!messages().back().reason.isEmpty());
    QCOMPARE(send().later, 0);
    m_desk->clock.advanceMs(Mailer::delayMs(1));
    QCOMPARE(send().later, 1);
    QVERIFY(m_sink->start());
    m_desk->clock.advanceMs(Mailer::delayMs(2));
    QCOMPARE(send().sent, 3);
    QCOMPARE(m_sink->letters().size(), size_t(3));
}

void tst_Mailer::ourSenderIsRefused()
{
    QVERIFY(m_sink->start({QStringLiteral("--refuse-sender")}));
    settings();
    for (const char* email : {"a@example.org", "b@example.org"})
        (void)sell(email);
    const MailDone done = send();
    QCOMPARE(done.trouble, QStringLiteral("553 5.7.1 not your address"));
    QCOMPARE(messages(MessageState::Waiting).size(), size_t(2)); // nobody's address is to be mended: ours is
    // As soon as it is, nobody waits for the pause to end.
    m_sink->stop();
    QVERIFY(m_sink->start());
    settings("\"language\":\"en\"");
    QCOMPARE(send().sent, 1);
    m_desk->clock.advanceMs(Mailer::delayMs(1));
    QCOMPARE(send().sent, 1);
}

void tst_Mailer::cutBeforeItIsSaid()
{
    QVERIFY(m_sink->start());
    settings();
    (void)sell("cut@example.org");
    QVERIFY(!send().trouble.isEmpty());
    m_desk->clock.advanceMs(Mailer::delayMs(1));
    QCOMPARE(send().sent, 1);
    const auto letters = m_sink->letters();
    QCOMPARE(letters.size(), size_t(2));
    QCOMPARE(letters[0][u"message_id"], letters[1][u"message_id"]);
    QCOMPARE(letters[0][u"text"], letters[1][u"text"]);
}

/// As when the program ends between two of them, or while it waits for an answer.
void tst_Mailer::anEndedPassLosesNothing()
{
    QVERIFY(m_sink->start());
    settings();
    for (const char* email : {"a@example.org", "b@example.org", "c@example.org"})
        (void)sell(email);
    const MailDone done = send([this] { return m_sink->letters().empty(); });
    QCOMPARE(done.later + done.failed, 0);
    m_mailer = std::make_unique<Mailer>(parts());
    QCOMPARE(send().later, 0);
    QCOMPARE(messages(MessageState::Sent).size(), size_t(3));
    std::map<QString, int> known;
    for (const QJsonObject& letter : m_sink->letters())
        ++known[letter[u"message_id"].toString()];
    QCOMPARE(known.size(), size_t(3));
    QVERIFY(m_sink->letters().size() <= 4); // the one that was under way may have come twice
}

void tst_Mailer::signsInOverTls()
{
    const QString certificate = m_sink->path("certificate.pem");
    const QString key = m_sink->path("key.pem");
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                              QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), key, QStringLiteral("-out"),
                                              certificate, QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                                              QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1")});
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
    QVERIFY(m_sink->start({QStringLiteral("--tls"), certificate, key, QStringLiteral("--login"), QStringLiteral("box"), QStringLiteral("right one")}));
    settings(R"("security":"starttls","user_name":"box")");
    (void)sell("kim@example.org");
    const auto next = [&] {
        m_desk->clock.advanceMs(4'000'000);
        m_mailer = std::make_unique<Mailer>(parts());
        return send();
    };
    m_password = "right one";
    QVERIFY(next().trouble.contains(QStringLiteral("certificate"))); // nobody vouches for it
    m_authorities = certificate;
    m_password = "wrong one";
    QCOMPARE(next().trouble, QStringLiteral("Login denied"));
    m_password.clear();
    QVERIFY(next().trouble.contains(QStringLiteral("ENCORE_SMTP_PASSWORD")) || next().trouble.contains(QStringLiteral("비밀번호")));
    QCOMPARE(m_sink->letters().size(), size_t(0));
    QVERIFY((*parts().secrets())->write(courier::mailPasswordSecret, "right one").ok());
    QCOMPARE(next().sent, 1);
    for (const commands::Messages::Row& row : messages())
        QVERIFY(!row.reason.contains(QStringLiteral("wrong one")));
}

void tst_Mailer::twoHundred()
{
    QVERIFY(m_sink->start());
    settings();
    for (int i = 0; i < 200; ++i)
        QCOMPARE(m_desk->give("SendTestMessage", "{\"email\":\"fan" + QByteArray::number(i) + "@example.org\"}"), QByteArray());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(send().sent, 200);
    qInfo("200 letters in %lld ms", timer.elapsed());
    std::set<QString> known;
    for (const QJsonObject& letter : m_sink->letters())
        known.insert(letter[u"message_id"].toString());
    QCOMPARE(known.size(), size_t(200));
    QCOMPARE(m_sink->letters().size(), size_t(200));
}

void tst_Mailer::settingsAreChecked_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("refusal");
    const auto row = [](const char* name, const char* arguments, const char* refusal) { QTest::newRow(name) << QByteArray(arguments) << QByteArray(refusal); };
    row("good", R"({"host":"smtp.example.org","from_address":"a@example.org"})", "");
    row("nothing", R"({"host":""})", "");
    row("host", R"({"host":"smtp.example.org/x","from_address":"a@example.org"})", "mail.host");
    row("two lines", R"({"host":"smtp.example.org\r\nQUIT","from_address":"a@example.org"})", "mail.host");
    row("port", R"({"host":"smtp.example.org","port":70000,"from_address":"a@example.org"})", "mail.port");
    row("in the open", R"({"host":"smtp.example.org","security":"none","from_address":"a@example.org"})", "mail.in_the_open");
    row("in the open, by a name", R"({"host":"127.0.0.1.example.org","security":"none","from_address":"a@example.org"})", "mail.in_the_open");
    row("no sender", R"({"host":"smtp.example.org"})", "mail.address");
    row("sender of two lines", R"({"host":"smtp.example.org","from_address":"a@example.org\r\nBcc: b@example.org"})", "mail.address");
    row("two senders", R"({"host":"smtp.example.org","from_address":"a@example.org,b@example.org"})", "mail.address");
    row("name of two lines", R"({"host":"smtp.example.org","from_address":"a@example.org","from_name":"A\nBcc: b"})", "mail.one_line");
}

void tst_Mailer::settingsAreChecked()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, refusal);
    QCOMPARE(m_desk->give("SetMailSettings", arguments), refusal);
}

void tst_Mailer::injectedNamesAddNothing()
{
    QVERIFY(m_sink->start());
    settings();
    (void)sell("kim@example.org", "Kim\\r\\nBcc: victim@example.org\\r\\n\\r\\nFree tickets");
    (void)sell("kim@example.org\\r\\nRCPT TO:<victim@example.org>", "Kim");
    (void)send();
    const auto letters = m_sink->letters();
    QCOMPARE(letters.size(), size_t(1));
    QCOMPARE(letters.front()[u"to"].toArray().size(), 1);
    for (const QJsonValue& header : letters.front()[u"headers"].toArray())
        QVERIFY(header.toString() != QStringLiteral("Bcc"));
    QCOMPARE(messages(MessageState::Failed).size(), size_t(1));
}

void tst_Mailer::aLetterIsReadWithoutItsCodes()
{
    QVERIFY(m_sink->start());
    settings(R"("language":"en")");
    const QByteArray order = sell("kim@example.org", "Kim");
    QCOMPARE(send().sent, 1);
    const auto letter = courier::readLetter(messages().front().messageId, m_desk->reader());
    QVERIFY(letter.ok());
    QVERIFY(letter->subject.contains(QString::fromLatin1(order)));
    QVERIFY2(letter->text.contains(QStringLiteral("Hello Kim,")) && letter->text.contains(QStringLiteral("Code: (not shown here)")), qPrintable(letter->text));
    QVERIFY(!letter->text.contains(QStringLiteral("ENC1:")));
    QCOMPARE(letter->attachments.size(), size_t(0));
    const auto none = courier::readLetter(domain::MessageId(QUuid::createUuid()), m_desk->reader());
    QVERIFY(!none);
    QCOMPARE(none.error().message.id, QByteArray("message.not_found"));
    const QByteArray refunded = m_desk->give("RefundOrder", "{\"order_id\":\"" + order + R"(","reason":"ill"})");
    QCOMPARE(refunded, QByteArray());
    const auto empty = courier::readLetter(messages().back().messageId, m_desk->reader());
    QVERIFY(!empty);
    QCOMPARE(empty.error().message.id, QByteArray("order.no_tickets"));
}

QTEST_GUILESS_MAIN(tst_Mailer)
#include "tst_mailer.moc"
