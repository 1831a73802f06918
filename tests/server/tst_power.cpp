// SPDX-License-Identifier: GPL-3.0-or-later

// The power fails at each write of a desk: what was acknowledged is there, and nothing is half there.

#include "serverprocess.h"

class tst_Power : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.makeHouse(); }
    void cleanup() { m_server.end(); }
    void failsAtEveryWriteOfAPage() { m_server.script("crashpages.py", {QStringLiteral("power")}); }
    void failsBehindAnAnswer() { m_server.script("crashpower.py"); }

private:
    encore::support::ServerProcess m_server;
};

QTEST_GUILESS_MAIN(tst_Power)
#include "tst_power.moc"
