// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever is killed, what was acknowledged is there.

#include "serverprocess.h"

class tst_Kills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.makeHouse(); }
    void cleanup() { m_server.end(); }
    void killedTwoHundredTimes();

private:
    encore::support::ServerProcess m_server;
};

/// Whichever of them it is, and whatever it was doing: the server, a desk that works or comes together with it, the console.
void tst_Kills::killedTwoHundredTimes()
{
    m_server.script("kills.py", {QStringLiteral("200")});
}

QTEST_GUILESS_MAIN(tst_Kills)
#include "tst_kills.moc"
