// SPDX-License-Identifier: GPL-3.0-or-later

// All faults of FAULTS.md at once, over many seeds. With a number as its first argument it
// goes through the seeds from there on, so that parts of them run side by side.

#include "simulation/simulation.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace encore;

class tst_AllFaults : public QObject
{
    Q_OBJECT

public:
    explicit tst_AllFaults(quint64 first) : m_first(first) { }

private Q_SLOTS:
    void nothingIsLostOrDoubled();

private:
    [[nodiscard]] static simulation::Settings everything();

    quint64 m_first;
    /// In memory where there is such a place: what is tried here is not the disk.
    QTemporaryDir m_folder{QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/encore-simulation-XXXXXX")
                                                                     : QDir::tempPath() + QStringLiteral("/encore-simulation-XXXXXX")};
};

simulation::Settings tst_AllFaults::everything()
{
    simulation::Settings settings;
    for (const simulation::Fault& fault : simulation::allFaults())
        settings.faults.emplace_back(fault.name);
    return settings;
}

void tst_AllFaults::nothingIsLostOrDoubled()
{
#ifdef __SANITIZE_ADDRESS__
    constexpr quint64 seeds = 3; // many times slower there
#else
    constexpr quint64 seeds = 50;
#endif
    simulation::Settings settings = everything();
    int commands = 0;
    int disturbed = 0;
    for (settings.seed = m_first; settings.seed < m_first + seeds; ++settings.seed) {
        const auto report = simulation::simulate(settings, m_folder.path());
        QVERIFY(report.ok());
        const QByteArray violations = QByteArray("seed ") + QByteArray::number(settings.seed) + ": " + QByteArrayList(report->violations.begin(), report->violations.end()).join("; ");
        QVERIFY2(report->violations.empty(), violations.constData());
        commands += report->commands;
        disturbed += report->disturbed;
    }
    QVERIFY(commands > int(seeds) * 10);
    QVERIFY(disturbed > int(seeds) * 10);
    qInfo("%d seeds: %d commands, %d requests disturbed", int(seeds), commands, disturbed);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); // CTest's own; five minutes may be short where others work on the same machine
    QStringList arguments = QCoreApplication::arguments();
    quint64 first = arguments.value(1).toULongLong();
    if (first > 0)
        arguments.removeAt(1);
    tst_AllFaults test(first > 0 ? first : 1);
    return QTest::qExec(&test, arguments);
}

#include "tst_allfaults.moc"
