// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/demo/demobundle.h"
#include "support/desk.h"

#include <QTest>

using namespace encore;

class tst_Demo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoIsTheSameFromTheSameSeed();
};

void tst_Demo::demoIsTheSameFromTheSameSeed()
{
    support::TestDesk desk;
    const auto made = [&](quint64 seed) {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        return commands::writeDemoBundle(out, seed, commands::DemoScale::Venue, desk.clock.now()).ok() ? out.data() : QByteArray();
    };
    const QByteArray bundle = made(5);
    QCOMPARE(made(5), bundle);
    QVERIFY(made(6) != bundle);
    QVERIFY(desk.import(bundle).ok());
    QCOMPARE(desk.count("tickets"), commands::demoTickets(commands::DemoScale::Venue));
    for (const char* status : {"paid", "awaiting_payment", "cancelled", "expired"})
        QVERIFY2(bundle.contains(QByteArray(QByteArray("\"status\":\"") + status + '"')), status);
    for (const char* flag : {"\"blocked\":true", "\"revoked\":true", "\"attention\":true", "\"requires_approval\":true", "\"addon_of\":\"T"})
        QVERIFY2(bundle.contains(flag), flag);
}

QTEST_GUILESS_MAIN(tst_Demo)
#include "tst_demo.moc"
