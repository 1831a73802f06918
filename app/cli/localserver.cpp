// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver.h"

#include "domain/message.h"

#include <QCoreApplication>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

QString program()
{
    return QString(QCoreApplication::applicationDirPath() + QStringLiteral("/encore-server"));
}

domain::Error whatItSaid(QProcess& process)
{
    return error(ErrorCode::Unavailable, message("server.does_not_run").with("reason", QString::fromUtf8(process.readAllStandardError().left(300))));
}

} // namespace

Result<QByteArray> runServer(const QStringList& arguments, const QByteArray& input)
{
    QProcess server;
    server.start(program(), arguments);
    server.write(input);
    server.closeWriteChannel();
    if (!server.waitForFinished(600'000) || server.exitStatus() != QProcess::NormalExit || server.exitCode() != 0)
        return whatItSaid(server);
    return server.readAllStandardOutput();
}

Status LocalServer::start(const QString& database)
{
    m_process.start(program(), {QStringLiteral("serve"), QStringLiteral("--quiet"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--database"), database});
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
        m_process.waitForReadyRead(10'000);
    const QByteArray line = m_process.readLine().trimmed();
    const QByteArray before = "listening on ";
    if (!line.startsWith(before))
        return whatItSaid(m_process);
    m_url = QString::fromLatin1(line.mid(before.size()));
    return domain::done();
}

Status LocalServer::end()
{
    if (m_process.state() == QProcess::NotRunning)
        return domain::done();
    m_process.terminate();
    if (!m_process.waitForFinished(15'000) || m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
        return whatItSaid(m_process);
    return domain::done();
}

} // namespace encore::cli
