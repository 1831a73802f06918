// SPDX-License-Identifier: GPL-3.0-or-later

// Who may do and see what, through a server.

#include "serverprocess.h"

class tst_Roles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.makeHouse(); }
    void cleanup() { m_server.end(); }
    void everyRoleOverHttp();
    void aCounterSeesAPart();

private:
    encore::support::ServerProcess m_server;
};

void tst_Roles::everyRoleOverHttp()
{
    m_server.script("rights.py", {QStringLiteral(ENCORE_TEST_FOLDER "/../commands/data/rights.tsv"), QStringLiteral(ENCORE_TEST_FOLDER "/views.tsv")});
}

void tst_Roles::aCounterSeesAPart()
{
    m_server.script("counter.py");
}

QTEST_GUILESS_MAIN(tst_Roles)
#include "tst_roles.moc"
