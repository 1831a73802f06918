// SPDX-License-Identifier: GPL-3.0-or-later

// Many desks and a server under every fault of FAULTS.md; and for each invariant a broken variant that the checker has to catch.

#include "simulation/simulation.h"

#include <QTemporaryDir>
#include <QTest>

using namespace encore;
using simulation::Broken;

namespace
{

/// In memory where there is such a place: what is tried here is not the disk.
QString place()
{
    return QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/encore-simulation-XXXXXX") : QDir::tempPath() + QStringLiteral("/encore-simulation-XXXXXX");
}

} // namespace

class tst_Simulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultIsNamed();
    void nothingIsLostOrDoubled_data();
    void nothingIsLostOrDoubled();
    void theSameSeedIsTheSame();
    void theCheckerFires_data();
    void theCheckerFires();

private:
    QTemporaryDir m_folder{place()};
};

void tst_Simulation::everyFaultIsNamed()
{
    QCOMPARE(simulation::allFaults().size(), 44U);
    int number = 0;
    for (const simulation::Fault& fault : simulation::allFaults())
        QCOMPARE(fault.number, ++number);
}

void tst_Simulation::nothingIsLostOrDoubled_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const simulation::Fault& fault : simulation::allFaults())
        QTest::newRow(fault.name) << QByteArray(fault.name);
}

void tst_Simulation::nothingIsLostOrDoubled()
{
    QFETCH(QByteArray, fault);
    simulation::Settings settings;
    settings.faults = {fault};
#ifdef __SANITIZE_ADDRESS__
    settings.desks = 2; // five times slower there
    settings.steps = 20;
    constexpr quint64 seeds = 1;
#else
    constexpr quint64 seeds = 2;
#endif
    for (settings.seed = 1; settings.seed <= seeds; ++settings.seed) {
        const auto report = simulation::simulate(settings, m_folder.filePath(QStringLiteral("run")));
        QVERIFY(report.ok());
        QVERIFY(report->commands > 0);
        QVERIFY2(report->violations.empty(), QByteArray("seed " + QByteArray::number(settings.seed) + ": " + (report->violations.empty() ? QByteArray() : report->violations.front())).constData());
    }
}

void tst_Simulation::theSameSeedIsTheSame()
{
    simulation::Settings settings;
    settings.seed = 7;
    settings.faults = {"ack_lost", "delivered_twice"};
    const auto one = simulation::simulate(settings, m_folder.filePath(QStringLiteral("run")));
    const auto other = simulation::simulate(settings, m_folder.filePath(QStringLiteral("run")));
    QVERIFY(one.ok() && other.ok());
    QCOMPARE(other->plan, one->plan);
    QCOMPARE(other->requests, one->requests);
    QCOMPARE(other->disturbed, one->disturbed);
    QVERIFY(one->disturbed > 0);
}

void tst_Simulation::theCheckerFires_data()
{
    QTest::addColumn<Broken>("broken");
    QTest::addColumn<QByteArray>("fault");
#ifndef __SANITIZE_ADDRESS__ // what breaks among all faults does so by itself, too, and release shows it
    QTest::newRow("I1 twice") << Broken::I1 << QByteArray("delivered_twice");
    QTest::newRow("I2 lost") << Broken::I2 << QByteArray("ack_lost");
    QTest::newRow("I3 order") << Broken::I3 << QByteArray("too_many_requests");
    QTest::newRow("I4 rows") << Broken::I4 << QByteArray("ack_lost");
    QTest::newRow("I5 books") << Broken::I5 << QByteArray("ack_lost");
    QTest::newRow("I6 stock") << Broken::I6 << QByteArray("last_place");
    QTest::newRow("I7 cursor") << Broken::I7 << QByteArray("ack_lost");
    QTest::newRow("I8 words") << Broken::I8 << QByteArray("server_trouble");
    QTest::newRow("I9 outbox") << Broken::I9 << QByteArray("ack_lost");
#endif
    QTest::newRow("I1 twice, among all faults") << Broken::I1 << QByteArray("all");
    QTest::newRow("I2 lost, among all faults") << Broken::I2 << QByteArray("all");
    QTest::newRow("I3 order, among all faults") << Broken::I3 << QByteArray("all");
    QTest::newRow("I4 rows, among all faults") << Broken::I4 << QByteArray("all");
    QTest::newRow("I5 books, among all faults") << Broken::I5 << QByteArray("all");
    QTest::newRow("I6 stock, among all faults") << Broken::I6 << QByteArray("all");
    QTest::newRow("I7 cursor, among all faults") << Broken::I7 << QByteArray("all");
    QTest::newRow("I8 words, among all faults") << Broken::I8 << QByteArray("all");
    QTest::newRow("I9 outbox, among all faults") << Broken::I9 << QByteArray("all");
}

void tst_Simulation::theCheckerFires()
{
    QFETCH(Broken, broken);
    QFETCH(QByteArray, fault);
    simulation::Settings settings;
    settings.broken = broken;
    const bool isAmongAll = fault == "all";
    for (const simulation::Fault& known : simulation::allFaults()) {
        if (isAmongAll || fault == known.name)
            settings.faults.emplace_back(known.name);
    }
    settings.steps = 60;
    settings.desks = broken == Broken::I3 && !isAmongAll ? 1 : 4; // it takes a desk that has several things to send at once
    const QByteArray name = QByteArray("I") + QByteArray::number(int(broken));
    bool isCaught = false;
    for (settings.seed = 1; settings.seed <= 8 && !isCaught; ++settings.seed) {
        const auto report = simulation::simulate(settings, m_folder.filePath(QStringLiteral("run")));
        QVERIFY(report.ok());
        isCaught = std::any_of(report->violations.begin(), report->violations.end(), [&](const QByteArray& violation) { return violation.startsWith(name); });
    }
    QVERIFY2(isCaught, name.constData());
}

QTEST_GUILESS_MAIN(tst_Simulation)
#include "tst_simulation.moc"
