// SPDX-License-Identifier: GPL-3.0-or-later

// What nobody should do to a server.

#include "serverprocess.h"

class tst_Hostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.makeHouse(); }
    void cleanup() { m_server.end(); }
    void hostileHttp();
    void tooOften();

private:
    encore::support::ServerProcess m_server;
};

void tst_Hostile::hostileHttp()
{
    m_server.start();
    m_server.script("hostile.py");
    QCOMPARE(m_server.process().state(), QProcess::Running);
}

void tst_Hostile::tooOften()
{
    m_server.start({QStringLiteral("--anonymous-rate-limit"), QStringLiteral("0.25:20"), QStringLiteral("--rate-limit"), QStringLiteral("0.5:30"),
                    QStringLiteral("--sign-in-rate-limit"), QStringLiteral("0.1:9"), QStringLiteral("--waiting-passwords"), QStringLiteral("4"),
                    QStringLiteral("--trusted-proxies"), QStringLiteral("127.0.0.1,192.0.2.1")});
    m_server.script("limits.py", {QStringLiteral("20"), QStringLiteral("30"), QStringLiteral("9"), QStringLiteral("4")});
}

QTEST_GUILESS_MAIN(tst_Hostile)
#include "tst_hostile.moc"
