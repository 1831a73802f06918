// SPDX-License-Identifier: GPL-3.0-or-later

// Several desks at a server, and several servers on one database.

#include "serverprocess.h"

using encore::support::ProgramAnswer;
using encore::support::runProgram;

class tst_Houses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.makeHouse(); }
    void cleanup() { m_server.end(); }
    void desksComeTogether();
    void desksMeetWithoutTheHouse();
    void picturesComeAlong();
    void lettersGoOut();
    void eventsAreTold();
    void whatAShutOutDeskHadIsOpenedByTheHouse();
    void anEmptyServerAdoptsAWorkspace();
    void twoServersOnOneDatabase();

private:
    encore::support::ServerProcess m_server;
};

void tst_Houses::desksComeTogether()
{
    QFile bundle(m_server.path("bundle.json"));
    QVERIFY(bundle.open(QIODevice::WriteOnly));
    bundle.write(R"({"format":"encore-bundle/1","workspace":{"name":"House","currency":"KRW","time_zone":"Asia/Seoul"},"products":[{"id":"P","name":"Standing"}],
        "performances":[{"id":"gala","title":"Gala","starts_at":"2026-12-24T19:00:00+09:00","ends_at":"2026-12-24T22:00:00+09:00","time_zone":"Asia/Seoul"}],
        "zones":[{"id":"hall","name":"Hall"}],"gates":[{"id":"A","name":"A","zone":"hall","entry":"once"},{"id":"B","name":"B","zone":"hall","entry":"once"}],
        "orders":[{"id":"O7","status":"paid","buyer":{"name":"Buyer","email":"b@example.org"},
                   "tickets":[{"id":"T7","secret":"secret-7","product_id":"P","performance_id":"gala","holder_name":"Holder","status":"valid"}]}]})");
    bundle.close();
    const bool isFile = !encore::support::testsOnServer();
    const QString house = isFile ? m_server.path("server.encore") : m_server.database();
    const ProgramAnswer imported = runProgram(QStringLiteral(ENCORECTL), {QStringLiteral("--workspace"), house, QStringLiteral("import"), bundle.fileName()}, m_server.environment());
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    m_server.start();
    m_server.script("desks.py", {QStringLiteral("begin")});
    if (!isFile)
        return; // what follows puts an older copy of the file in its place
    m_server.stop(SIGTERM);
    QVERIFY(QFile::copy(m_server.path("server.encore"), m_server.path("backup")));
    m_server.start();
    m_server.script("desks.py", {QStringLiteral("more")});
    for (const bool isSaid : {false, true}) { // whether whoever restores it says so or forgets to, the desks fill it up again
        m_server.stop(SIGTERM);
        QVERIFY(QFile::remove(m_server.path("server.encore")) && QFile::copy(m_server.path("backup"), m_server.path("server.encore")));
        if (isSaid)
            QCOMPARE(runProgram(QStringLiteral(ENCORE_SERVER), {QStringLiteral("restored"), QStringLiteral("--database"), m_server.database()},
                                m_server.environment()).exitCode, 0);
        m_server.start();
        m_server.script("desks.py", {QStringLiteral("restored")});
    }
}

/// The server is killed; the desks meet on their own network, and refuse there what another let in.
void tst_Houses::desksMeetWithoutTheHouse()
{
    if (encore::support::testsOnServer())
        QSKIP("has a house of its own");
    m_server.script("meeting.py");
}

void tst_Houses::picturesComeAlong()
{
    if (encore::support::testsOnServer())
        QSKIP("has a house of its own");
    m_server.script("pictures.py");
}

void tst_Houses::lettersGoOut()
{
    m_server.script("mail.py");
}

void tst_Houses::eventsAreTold()
{
    m_server.script("relay.py");
}

void tst_Houses::whatAShutOutDeskHadIsOpenedByTheHouse()
{
    m_server.start();
    m_server.script("sealed.py");
}

void tst_Houses::anEmptyServerAdoptsAWorkspace()
{
    m_server.start();
    m_server.script("adopt.py", {encore::support::testsOnServer() ? m_server.database() : m_server.path("server.encore")});
}

/// Commands from many connections to two servers, one of which is killed in between and comes back: each took effect once, in one order.
void tst_Houses::twoServersOnOneDatabase()
{
    if (!encore::support::testsOnServer())
        QSKIP("needs ENCORE_TEST_DATABASE");
    m_server.start();
    QString otherUrl;
    const std::unique_ptr<QProcess> other = m_server.startAnother(otherUrl);
    QVERIFY(other);
    QProcess clients;
    QProcessEnvironment environment = m_server.environment();
    environment.insert(QStringLiteral("ENCORE_URL"), otherUrl); // stays
    clients.setProcessEnvironment(environment);
    clients.setProcessChannelMode(QProcess::MergedChannels);
    clients.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(ENCORE_TEST_FOLDER "/twins.py"), m_server.url(), m_server.database()});
    const auto waitFor = [&clients](const char* word) {
        QByteArray line;
        while (!line.startsWith(word)) {
            while (!clients.canReadLine()) {
                if (!clients.waitForReadyRead(90'000))
                    return QByteArray(line + clients.readAll()).append(": no more came");
            }
            line = clients.readLine();
        }
        return line.trimmed();
    };
    QCOMPARE(waitFor("both work"), QByteArray("both work"));
    QTest::qWait(700);
    m_server.stop(SIGKILL);
    QCOMPARE(waitFor("one works"), QByteArray("one works"));
    m_server.start(); // the first again, at another address
    QFile comeback(m_server.path("comeback.new"));
    QVERIFY(comeback.open(QIODevice::WriteOnly));
    comeback.write(m_server.url().toUtf8());
    comeback.close();
    QVERIFY(comeback.rename(m_server.path("comeback")));
    QVERIFY(clients.waitForFinished(120'000));
    const QByteArray said = clients.readAll();
    QVERIFY2(clients.exitCode() == 0, said.constData());
    qInfo("%s", said.trimmed().constData());
    ::kill(pid_t(other->processId()), SIGTERM);
    QVERIFY(other->waitForFinished(15'000));
    QCOMPARE(other->exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_Houses)
#include "tst_houses.moc"
