// SPDX-License-Identifier: GPL-3.0-or-later

// The disk is full while programs write, or bring an older file up to date: they say so, and nothing is half there.

#include "serverprocess.h"

class tst_FullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server.makeHouse(); }
    void cleanup() { m_server.end(); }
    void ofADesk() { m_server.script("crashfull.py"); }
    void ofAServer() { m_server.script("crashserver.py"); }
    void anOlderFileWithCommands() { m_server.script("crashupgrade.py"); }

private:
    encore::support::ServerProcess m_server;
};

QTEST_GUILESS_MAIN(tst_FullDisk)
#include "tst_fulldisk.moc"
