// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace encore::tests
{

/// sink.py, a mail server of somebody else's, and what it took.
class MailSink
{
public:
    ~MailSink() { stop(); }

    /// At the port that it had before, if it had one.
    bool start(const QStringList& more = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        QStringList{QStringLiteral(ENCORE_TEST_DATA "/sink.py"), m_folder.path(), QStringLiteral("--port"), QString::number(m_port)} + more);
        constexpr int patienceMs = 20'000;
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patienceMs))
                return false;
        }
        m_port = m_process.readLine().trimmed().toInt();
        return m_port > 0;
    }
    void stop()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] std::vector<QJsonObject> letters() const
    {
        std::vector<QJsonObject> found;
        QFile file(path("letters.jsonl"));
        if (file.open(QIODevice::ReadOnly)) {
            while (!file.atEnd())
                found.push_back(QJsonDocument::fromJson(file.readLine()).object());
        }
        return found;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace encore::tests
