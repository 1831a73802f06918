// SPDX-License-Identifier: GPL-3.0-or-later

// encore-server as the outside sees it: a real process, asked by programs that know nothing of our code (Python's standard library).

#include "support/program.h"
#include "support/testdatabase.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using encore::support::ProgramAnswer;
using encore::support::runProgram;

class tst_Server : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void anOutsideClient();
    void everyRouteAnswersAsDescribed();
    void hostileHttp();
    void overTls();
    void killedAtAnyMoment();
    void endsWithinSeconds();
    void desksComeTogether();
    void twoServersOnOneDatabase();
    void everyRoleOverHttp();
    void aCounterSeesAPart();
    void killedTwoHundredTimes();

private:
    void start(const QStringList& more = {});
    [[nodiscard]] std::unique_ptr<QProcess> startServer(QString& url, const QStringList& more = {});
    void stop(int signal);
    void script(const char* name, const QStringList& arguments = {});
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QString database() const { return m_database; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
    std::unique_ptr<QProcess> m_server;
    QString m_url;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

void tst_Server::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = encore::support::testsOnServer() ? encore::support::freshDatabase() : QStringLiteral("sqlite:") + path("server.encore");
    const ProgramAnswer made = runProgram(QStringLiteral(ENCORE_SERVER),
                                          {QStringLiteral("create-admin"), QStringLiteral("--email"), QStringLiteral("admin@example.org"),
                                           QStringLiteral("--database"), database()},
                                          m_environment, "correct horse\n");
    QVERIFY2(made.exitCode == 0, made.err.constData());
}

void tst_Server::cleanup()
{
    if (m_server)
        stop(SIGKILL);
    m_server.reset();
}

/// Null: it did not begin to listen.
std::unique_ptr<QProcess> tst_Server::startServer(QString& url, const QStringList& more)
{
    auto server = std::make_unique<QProcess>();
    server->setStandardErrorFile(path("log"), QIODevice::Append);
    server->start(QStringLiteral(ENCORE_SERVER),
                  QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--database"), database()} + more);
    while (!server->canReadLine()) {
        if (!server->waitForReadyRead(20'000))
            return nullptr;
    }
    const QString line = QString::fromUtf8(server->readLine()).trimmed();
    if (!line.startsWith(QStringLiteral("listening on http")))
        return nullptr;
    url = line.mid(13);
    return server;
}

void tst_Server::start(const QStringList& more)
{
    m_server = startServer(m_url, more);
    QVERIFY(m_server);
}

void tst_Server::stop(int signal)
{
    if (m_server->state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_server->processId()), signal);
    QVERIFY(m_server->waitForFinished(15'000));
}

void tst_Server::script(const char* name, const QStringList& arguments)
{
    QProcessEnvironment environment = m_environment;
    environment.insert(QStringLiteral("ENCORE_URL"), m_url);
    environment.insert(QStringLiteral("ENCORE_FOLDER"), m_folder->path());
    environment.insert(QStringLiteral("ENCORECTL"), QStringLiteral(ENCORECTL));
    environment.insert(QStringLiteral("ENCORE_KEY_PASSPHRASE"), QStringLiteral("of this test"));
    environment.insert(QStringLiteral("ENCORE_SERVER"), QStringLiteral(ENCORE_SERVER));
#ifdef ENCORE_CONSOLE
    environment.insert(QStringLiteral("ENCORE_CONSOLE"), QStringLiteral(ENCORE_CONSOLE));
#endif
    if (m_server)
        environment.insert(QStringLiteral("ENCORE_SERVER_PID"), QString::number(m_server->processId()));
    constexpr int patienceMs = 300'000;
    const ProgramAnswer answer = runProgram(QStringLiteral("/usr/bin/python3"),
                                            QStringList{QStringLiteral(ENCORE_TEST_FOLDER "/") + QLatin1String(name)} + arguments, environment, {}, patienceMs);
    QVERIFY2(answer.exitCode == 0, QByteArray(answer.out + answer.err).constData());
    qInfo("%s", answer.out.trimmed().constData());
}

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
    row("no folder", "migrate --database sqlite:/dev/null/x.encore", 3, "/dev/null");
    row("short password", "create-admin --email b@example.org --database sqlite:/dev/null/x", 1, "8");
    row("no such option", "serve --port 1", 2, "port");
}

void tst_Server::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, says);
    const ProgramAnswer answer = runProgram(QStringLiteral(ENCORE_SERVER), arguments, m_environment, "short\n");
    QCOMPARE(answer.exitCode, exitCode);
    QVERIFY2(answer.err.contains(says.toUtf8()), answer.err.constData());
}

void tst_Server::anOutsideClient()
{
    start();
    script("client.py");
}

void tst_Server::everyRouteAnswersAsDescribed()
{
    start();
    script("openapi.py");
}

void tst_Server::hostileHttp()
{
    start();
    script("hostile.py");
    QCOMPARE(m_server->state(), QProcess::Running);
}

void tst_Server::overTls()
{
    const ProgramAnswer made = runProgram(QStringLiteral("openssl"),
                                          {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ed25519"),
                                           QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                                           QStringLiteral("/CN=localhost"), QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                                           QStringLiteral("-keyout"), path("key.pem"), QStringLiteral("-out"), path("certificate.pem")},
                                          m_environment);
    QVERIFY2(made.exitCode == 0, made.err.constData());
    start({QStringLiteral("--tls-certificate"), path("certificate.pem"), QStringLiteral("--tls-key"), path("key.pem")});
    QVERIFY(m_url.startsWith(QStringLiteral("https://")));
    script("tls.py");
}

/// What was answered as applied is there after the process was killed, and what is sent again takes effect once.
void tst_Server::killedAtAnyMoment()
{
    for (int round = 0; round < 12; ++round) {
        start();
        QProcess client;
        QProcessEnvironment environment = m_environment;
        environment.insert(QStringLiteral("ENCORE_URL"), m_url);
        environment.insert(QStringLiteral("ENCORE_FOLDER"), m_folder->path());
        client.setProcessEnvironment(environment);
        client.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(ENCORE_TEST_FOLDER "/writer.py"), QString::number(round)});
        QVERIFY(client.waitForStarted());
        while (!client.canReadLine())
            QVERIFY(client.waitForReadyRead(20'000)); // it begins
        QTest::qWait(20 + 37 * round);
        stop(SIGKILL);
        QVERIFY(client.waitForFinished(20'000));
    }
    start();
    script("recount.py");
}

void tst_Server::endsWithinSeconds()
{
    start();
    script("open.py"); // leaves connections open, as browsers do
    stop(SIGTERM);
    QCOMPARE(m_server->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_server->exitCode(), 0);
    start(); // and what it left is whole
}

void tst_Server::desksComeTogether()
{
    QFile bundle(path("bundle.json"));
    QVERIFY(bundle.open(QIODevice::WriteOnly));
    bundle.write(R"({"format":"encore-bundle/1","workspace":{"name":"House","currency":"KRW","time_zone":"Asia/Seoul"},"products":[{"id":"P","name":"Standing"}],
        "performances":[{"id":"gala","title":"Gala","starts_at":"2026-12-24T19:00:00+09:00","ends_at":"2026-12-24T22:00:00+09:00","time_zone":"Asia/Seoul"}],
        "zones":[{"id":"hall","name":"Hall"}],"gates":[{"id":"A","name":"A","zone":"hall","entry":"once"},{"id":"B","name":"B","zone":"hall","entry":"once"}],
        "orders":[{"id":"O7","status":"paid","buyer":{"name":"Buyer","email":"b@example.org"},
                   "tickets":[{"id":"T7","secret":"secret-7","product_id":"P","performance_id":"gala","holder_name":"Holder","status":"valid"}]}]})");
    bundle.close();
    const bool isFile = !encore::support::testsOnServer();
    const QString house = isFile ? path("server.encore") : m_database;
    const ProgramAnswer imported = runProgram(QStringLiteral(ENCORECTL), {QStringLiteral("--workspace"), house, QStringLiteral("import"), bundle.fileName()}, m_environment);
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    start();
    script("desks.py", {QStringLiteral("begin")});
    if (!isFile)
        return; // what follows puts an older copy of the file in its place
    stop(SIGTERM);
    QVERIFY(QFile::copy(path("server.encore"), path("backup")));
    start();
    script("desks.py", {QStringLiteral("more")});
    for (const bool isSaid : {false, true}) { // whether whoever restores it says so or forgets to, the desks fill it up again
        stop(SIGTERM);
        QVERIFY(QFile::remove(path("server.encore")) && QFile::copy(path("backup"), path("server.encore")));
        if (isSaid)
            QCOMPARE(runProgram(QStringLiteral(ENCORE_SERVER), {QStringLiteral("restored"), QStringLiteral("--database"), database()}, m_environment).exitCode, 0);
        start();
        script("desks.py", {QStringLiteral("restored")});
    }
}

/// Commands from many connections to two servers, one of which is killed in between and comes back: each took effect once, in one order.
void tst_Server::twoServersOnOneDatabase()
{
    if (!encore::support::testsOnServer())
        QSKIP("needs ENCORE_TEST_DATABASE");
    start();
    QString otherUrl;
    const std::unique_ptr<QProcess> other = startServer(otherUrl);
    QVERIFY(other);
    QProcess clients;
    QProcessEnvironment environment = m_environment;
    environment.insert(QStringLiteral("ENCORE_URL"), otherUrl); // stays
    environment.insert(QStringLiteral("ENCORE_FOLDER"), m_folder->path());
    clients.setProcessEnvironment(environment);
    clients.setProcessChannelMode(QProcess::MergedChannels);
    clients.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(ENCORE_TEST_FOLDER "/twins.py"), m_url, m_database});
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
    stop(SIGKILL);
    QCOMPARE(waitFor("one works"), QByteArray("one works"));
    start(); // the first again, at another address
    QFile comeback(path("comeback.new"));
    QVERIFY(comeback.open(QIODevice::WriteOnly));
    comeback.write(m_url.toUtf8());
    comeback.close();
    QVERIFY(comeback.rename(path("comeback")));
    QVERIFY(clients.waitForFinished(120'000));
    const QByteArray said = clients.readAll();
    QVERIFY2(clients.exitCode() == 0, said.constData());
    qInfo("%s", said.trimmed().constData());
    ::kill(pid_t(other->processId()), SIGTERM);
    QVERIFY(other->waitForFinished(15'000));
    QCOMPARE(other->exitCode(), 0);
}

void tst_Server::everyRoleOverHttp()
{
    script("rights.py", {QStringLiteral(ENCORE_TEST_FOLDER "/../commands/data/rights.tsv"), QStringLiteral(ENCORE_TEST_FOLDER "/views.tsv")});
}

void tst_Server::aCounterSeesAPart()
{
    script("counter.py");
}

/// Whichever of them it is, and whatever it was doing: the server, a desk that works or comes together with it, the console.
void tst_Server::killedTwoHundredTimes()
{
    script("kills.py", {QStringLiteral("200")});
}

QTEST_GUILESS_MAIN(tst_Server)
#include "tst_server.moc"
