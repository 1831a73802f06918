// SPDX-License-Identifier: GPL-3.0-or-later

// A desk is killed at each of its writes, and at any moment: nothing is half there.

#include "serverprocess.h"

class tst_Crashes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.makeHouse(); }
    void cleanup() { m_server.end(); }
    void killedAtEveryWriteOfAPage() { m_server.script("crashpages.py", {QStringLiteral("kill")}); }
    void killedWhileItSynchronizes() { m_server.script("crashsync.py", {QStringLiteral("60")}); }

private:
    encore::support::ServerProcess m_server;
};

QTEST_GUILESS_MAIN(tst_Crashes)
#include "tst_crashes.moc"
