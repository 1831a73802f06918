// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// encore-server as the outside sees it: a real process, asked by programs that know nothing of our code (Python's standard library, curl).

#include "support/program.h"
#include "support/testdatabase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace encore::support
{

/// A server on a database of its own, with an admin; what it starts ends with it.
class ServerProcess
{
public:
    ServerProcess() = default;
    ~ServerProcess() { end(); }
    Q_DISABLE_COPY_MOVE(ServerProcess)

    void makeHouse()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = testsOnServer() ? freshDatabase() : QStringLiteral("sqlite:") + path("server.encore");
        const ProgramAnswer made = runProgram(QStringLiteral(ENCORE_SERVER),
                                              {QStringLiteral("create-admin"), QStringLiteral("--email"), QStringLiteral("admin@example.org"),
                                               QStringLiteral("--database"), m_database},
                                              environment(), "correct horse\n");
        QVERIFY2(made.exitCode == 0, made.err.constData());
    }

    /// Null: it did not begin to listen.
    [[nodiscard]] std::unique_ptr<QProcess> startAnother(QString& url, const QStringList& more = {}) const
    {
        auto server = std::make_unique<QProcess>();
        server->setStandardErrorFile(path("log"), QIODevice::Append);
        // What a sanitizer holds back of freed memory would count as the server's.
        QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
        own.insert(QStringLiteral("ASAN_OPTIONS"), own.value(QStringLiteral("ASAN_OPTIONS")) + QStringLiteral(":quarantine_size_mb=16"));
        server->setProcessEnvironment(own);
        server->start(QStringLiteral(ENCORE_SERVER), QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                                                 QStringLiteral("--database"), m_database}
                          + more);
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

    void start(const QStringList& more = {})
    {
        m_server = startAnother(m_url, more);
        QVERIFY(m_server);
    }

    void stop(int signal)
    {
        if (m_server->state() == QProcess::NotRunning)
            return;
        ::kill(pid_t(m_server->processId()), signal);
        QVERIFY(m_server->waitForFinished(15'000));
    }

    void end()
    {
        if (m_server)
            stop(SIGKILL);
        m_server.reset();
    }

    void script(const char* name, const QStringList& arguments = {})
    {
        constexpr int patienceMs = 800'000; // most of what the whole program may take, on a busy machine under sanitizers
        const QString file = QStringLiteral(ENCORE_TEST_FOLDER "/") + QLatin1String(name);
        const QString reader = file.endsWith(QStringLiteral(".sh")) ? QStringLiteral("/bin/sh") : QStringLiteral("/usr/bin/python3");
        const ProgramAnswer answer = runProgram(reader, QStringList{file} + arguments, environment(), {}, patienceMs);
        QVERIFY2(answer.exitCode == 0, QByteArray(answer.out + answer.err).constData());
        qInfo("%s", answer.out.trimmed().constData());
    }

    /// What a script needs to know.
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ENCORE_URL"), m_url);
        environment.insert(QStringLiteral("ENCORE_FOLDER"), m_folder->path());
        environment.insert(QStringLiteral("ENCORECTL"), QStringLiteral(ENCORECTL));
        environment.insert(QStringLiteral("ENCORE_KEY_PASSPHRASE"), QStringLiteral("of this test"));
        environment.insert(QStringLiteral("ENCORE_SERVER"), QStringLiteral(ENCORE_SERVER));
#ifdef ENCORE_CONSOLE
        environment.insert(QStringLiteral("ENCORE_CONSOLE"), QStringLiteral(ENCORE_CONSOLE));
#endif
#ifdef ENCORE_DISK_LIBRARY
        environment.insert(QStringLiteral("ENCORE_DISK_LIBRARY"), QStringLiteral(ENCORE_DISK_LIBRARY));
#endif
        if (m_server)
            environment.insert(QStringLiteral("ENCORE_SERVER_PID"), QString::number(m_server->processId()));
        return environment;
    }

    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QString database() const { return m_database; }
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] const QProcess& process() const { return *m_server; }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
    std::unique_ptr<QProcess> m_server;
    QString m_url;
};

} // namespace encore::support
