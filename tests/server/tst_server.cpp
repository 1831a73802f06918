// SPDX-License-Identifier: GPL-3.0-or-later

// encore-server and its clients, on any database.

#include "serverprocess.h"

using encore::support::ProgramAnswer;
using encore::support::runProgram;

class tst_Server : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.makeHouse(); }
    void cleanup() { m_server.end(); }
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void anOutsideClient();
    void curlAlone();
    void everyRouteAnswersAsDescribed();
    void longPollsThatAreDropped();
    void overTls();
    void killedAtAnyMoment();
    void endsWithinSeconds();

private:
    encore::support::ServerProcess m_server;
};

void tst_Server::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* arguments, int exitCode, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts) << exitCode << QString::fromLatin1(says);
    };
    row("nothing", "", 2, "serve");
    row("unknown", "dance", 2, "serve");
    row("no database", "migrate", 1, "sqlite:FILE");
    row("another database", "migrate --database mysql:x", 1, "mysql:x");
    row("no port", "serve --database sqlite:/dev/null/x --listen localhost", 2, "localhost");
    row("port too large", "serve --database sqlite:/dev/null/x --listen localhost:70000", 2, "70000");
    row("half of TLS", "serve --database sqlite:/dev/null/x --tls-key k", 2, "both");
    row("no rate", "serve --database sqlite:/dev/null/x --rate-limit many", 2, "many");
    row("no rate at once", "serve --database sqlite:/dev/null/x --sign-in-rate-limit 5:0", 2, "5:0");
    row("no number of passwords", "serve --database sqlite:/dev/null/x --waiting-passwords 0", 2, "0");
    row("no proxy", "serve --database sqlite:/dev/null/x --trusted-proxies 127.0.0.1,here", 2, "here");
    row("no folder", "migrate --database sqlite:/dev/null/x.encore", 3, "/dev/null");
    row("short password", "create-admin --email b@example.org --database sqlite:/dev/null/x", 1, "8");
    row("no such option", "serve --port 1", 2, "port");
}

void tst_Server::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, says);
    const ProgramAnswer answer = runProgram(QStringLiteral(ENCORE_SERVER), arguments, m_server.environment(), "short\n");
    QCOMPARE(answer.exitCode, exitCode);
    QVERIFY2(answer.err.contains(says.toUtf8()), answer.err.constData());
}

void tst_Server::anOutsideClient()
{
    m_server.start();
    m_server.script("client.py");
}

void tst_Server::curlAlone()
{
    m_server.start();
    m_server.script("curl.sh");
}

void tst_Server::everyRouteAnswersAsDescribed()
{
    m_server.start();
    m_server.script("openapi.py");
}

void tst_Server::longPollsThatAreDropped()
{
    m_server.start();
    m_server.script("polls.py");
    QCOMPARE(m_server.process().state(), QProcess::Running);
}

void tst_Server::overTls()
{
    const ProgramAnswer made = runProgram(QStringLiteral("openssl"),
                                          {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ed25519"),
                                           QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                                           QStringLiteral("/CN=localhost"), QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                                           QStringLiteral("-keyout"), m_server.path("key.pem"), QStringLiteral("-out"), m_server.path("certificate.pem")},
                                          m_server.environment());
    QVERIFY2(made.exitCode == 0, made.err.constData());
    m_server.start({QStringLiteral("--tls-certificate"), m_server.path("certificate.pem"), QStringLiteral("--tls-key"), m_server.path("key.pem")});
    QVERIFY(m_server.url().startsWith(QStringLiteral("https://")));
    m_server.script("tls.py");
}

/// What was answered as applied is there after the process was killed, and what is sent again takes effect once.
void tst_Server::killedAtAnyMoment()
{
    for (int round = 0; round < 12; ++round) {
        m_server.start();
        QProcess client;
        client.setProcessEnvironment(m_server.environment());
        client.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(ENCORE_TEST_FOLDER "/writer.py"), QString::number(round)});
        QVERIFY(client.waitForStarted());
        while (!client.canReadLine())
            QVERIFY(client.waitForReadyRead(20'000)); // it begins
        QTest::qWait(20 + 37 * round);
        m_server.stop(SIGKILL);
        QVERIFY(client.waitForFinished(20'000));
    }
    m_server.start();
    m_server.script("recount.py");
}

void tst_Server::endsWithinSeconds()
{
    m_server.start();
    m_server.script("open.py"); // leaves connections open, as browsers do
    m_server.stop(SIGTERM);
    QCOMPARE(m_server.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_server.process().exitCode(), 0);
    m_server.start(); // and what it left is whole
}

QTEST_GUILESS_MAIN(tst_Server)
#include "tst_server.moc"
