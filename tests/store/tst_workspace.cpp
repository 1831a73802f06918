// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/campaigns.h"
#include "store/commandlog.h"
#include "store/deskrows.h"
#include "store/workspace.h"
#include "support/fakes.h"

#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace encore;
using domain::ErrorCode;
using store::Workspace;

class tst_Workspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void createsAndOpens();
    void doesNotOverwrite();
    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void refusesANewerSchema();
    void bringsAnOlderFileUpToDate_data();
    void bringsAnOlderFileUpToDate();
    void whoeverIsShutOutKeepsNoCopy();
    void aClosingGoesOnWhereItStood();
    void aSecondWriterReadsOnly();
    void aDeadWritersLockIsTaken();
    void anUnfinishedLockIsTaken();
    void aReadOnlyWorkspaceCannotBeWritten();
    void anOutsiderThatLooksInTakesNothingAway();
    void damageIsNamed();
    void rollsBackUnlessCommitted();
    void aFailedStatementRefusesTheCommit();
    void factsAreAppendOnly_data();
    void factsAreAppendOnly();
    void theChainProves();
    void tamperingIsFound_data();
    void tamperingIsFound();

private:
    [[nodiscard]] std::unique_ptr<Workspace> make();
    void appendLines(Workspace& workspace, int count);
    [[nodiscard]] static QByteArray contents(const QString& path);
    [[nodiscard]] QByteArray putOlder(const char* schema) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    support::FakeClock m_clock{{1'800'000'000'000}};
    support::SeededRandom m_random{1};
};

void tst_Workspace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("w.encore"));
}

std::unique_ptr<Workspace> tst_Workspace::make()
{
    store::WorkspaceRecord record;
    record.id = domain::WorkspaceId(domain::makeUuidV7(m_clock.now(), m_random));
    record.name = QStringLiteral("홀 Test");
    record.currency = QStringLiteral("KRW");
    record.zone = *domain::EventZone::fromName(QStringLiteral("Asia/Seoul"));
    auto made = Workspace::create(m_path, record, m_clock, m_random);
    return made ? std::move(made).value() : nullptr;
}

void tst_Workspace::appendLines(Workspace& workspace, int count)
{
    store::UnitOfWork work(workspace.reader(), m_random);
    for (int i = 0; i < count; ++i) {
        store::LogEntry entry;
        entry.id = domain::CommandId(domain::makeUuidV7(m_clock.now(), m_random));
        entry.name = "Test";
        entry.arguments = "{}";
        entry.outcome = "{}";
        entry.bodyHash = domain::sha256(QByteArray::number(i));
        entry.occurredAt = m_clock.now();
        work.appendLog(entry);
        QCOMPARE(entry.sequence, i + 1);
    }
    QVERIFY(work.commit().ok());
}

QByteArray tst_Workspace::contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What an older program made (compressed) takes the file's place.
QByteArray tst_Workspace::putOlder(const char* schema) const
{
    const QByteArray older = qUncompress(contents(QStringLiteral(ENCORE_TEST_DATA "/%1.encore.z").arg(QLatin1StringView(schema))));
    QFile file(m_path);
    return file.open(QIODevice::WriteOnly) && file.write(older) == older.size() ? older : QByteArray();
}

void tst_Workspace::createsAndOpens()
{
    const domain::WorkspaceId id = make()->record().id;
    const auto opened = Workspace::open(m_path, Workspace::Intent::Write);
    QVERIFY(opened.ok());
    QVERIFY(!(*opened)->isReadOnly());
    QCOMPARE((*opened)->record().id, id);
    QCOMPARE((*opened)->record().name, QStringLiteral("홀 Test"));
    QCOMPARE((*opened)->record().zone.name(), QStringLiteral("Asia/Seoul"));
}

void tst_Workspace::doesNotOverwrite()
{
    QVERIFY(make());
    const QByteArray before = contents(m_path);
    QVERIFY(!make());
    QCOMPARE(contents(m_path), before);
}

void tst_Workspace::refusesForeignFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    QByteArray sqlite(4096, '\0');
    sqlite.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    QTest::newRow("empty") << QByteArray() << QByteArray("store.not_a_workspace");
    QTest::newRow("text") << QByteArray("hello, this is a letter").repeated(10) << QByteArray("store.not_a_workspace");
    QTest::newRow("another program's database") << sqlite << QByteArray("store.foreign");
}

void tst_Workspace::refusesForeignFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, reason);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto opened = Workspace::open(m_path, Workspace::Intent::Write);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().message.id, reason);
    QCOMPARE(contents(m_path), bytes);
    QVERIFY(!QFile::exists(m_path + QStringLiteral("-wal")));
}

void tst_Workspace::refusesANewerSchema()
{
    QVERIFY(make());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(60); // user_version
    char version[4];
    qToBigEndian<quint32>(99, version);
    file.write(version, 4);
    file.close();
    const QByteArray before = contents(m_path);
    const auto opened = Workspace::open(m_path, Workspace::Intent::Write);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::NewerSchema);
    QVERIFY(domain::words(opened.error().message, domain::Language::English).contains(QStringLiteral("schema 99")));
    QCOMPARE(contents(m_path), before);
}

void tst_Workspace::bringsAnOlderFileUpToDate_data()
{
    QTest::addColumn<Workspace::Intent>("intent");
    QTest::newRow("to read") << Workspace::Intent::Read;
    QTest::newRow("to write") << Workspace::Intent::Write;
}

/// A workspace as the first version made it (schema 1, compressed).
void tst_Workspace::bringsAnOlderFileUpToDate()
{
    QFETCH(Workspace::Intent, intent);
    const QByteArray older = putOlder("schema1");
    {
        // Somebody else writes it: it cannot be brought up to date now, and is left alone.
        QLockFile other(m_path + QStringLiteral(".lock"));
        QVERIFY(other.tryLock());
        const QByteArray before = contents(m_path);
        const auto opened = Workspace::open(m_path, Workspace::Intent::WriteIfFree);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().message.id, QByteArray("store.older"));
        QCOMPARE(contents(m_path), before);
    }
    const auto opened = Workspace::open(m_path, intent);
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->record().name, QStringLiteral("w"));
    QCOMPARE((*opened)->isReadOnly(), intent == Workspace::Intent::Read);
    store::Rows rows = (*opened)->reader().database().run("SELECT value FROM rates WHERE name = 'platform_fee'");
    QVERIFY(rows.next());
    QCOMPARE(rows.number(0), 500);
    // For the program that made it: its version stands at byte 60 (sqlite.org/fileformat.html).
    const QByteArray copy = contents(m_path + QStringLiteral(".schema1"));
    QCOMPARE(copy.size(), older.size());
    QCOMPARE(qFromBigEndian<quint32>(copy.constData() + 60), quint32(1));
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".schema1.part")));
}

/// The copy of what an older program made names the same people as the file.
void tst_Workspace::whoeverIsShutOutKeepsNoCopy()
{
    QVERIFY(!putOlder("schema3").isEmpty());
    const auto opened = Workspace::open(m_path, Workspace::Intent::Write);
    QVERIFY(opened.ok());
    QVERIFY(QFile::exists(m_path + QStringLiteral(".schema3")));
    store::UnitOfWork work((*opened)->reader(), m_random);
    store::DeskRows rows(work);
    rows.begin();
    rows.forgetEverything();
    rows.finish();
    QVERIFY(work.commit().ok());
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".schema3")));
}

/// Schema 3 walked a closing by the pledges' ids; of seven lines it had carried out three.
void tst_Workspace::aClosingGoesOnWhereItStood()
{
    QVERIFY(!putOlder("schema3").isEmpty());
    const auto opened = Workspace::open(m_path, Workspace::Intent::Write);
    QVERIFY(opened.ok());
    store::CampaignReader campaigns((*opened)->reader());
    const domain::ProjectId project = domain::ProjectId::fromBytes(QByteArray(16, 'P'));
    const auto closing = campaigns.closing(project);
    QVERIFY(closing.has_value());
    QCOMPARE(closing->stepsDone, 1);
    QCOMPARE(closing->linesDone, 3);
    const auto rest = campaigns.closingLines(project, closing->linesDone, 100);
    QCOMPARE(rest.size(), size_t(4));
    QCOMPARE(rest.front().pledgeId.bytes(), QByteArray(16, '\4'));
    QVERIFY((*opened)->reader().status().ok());
}

void tst_Workspace::aSecondWriterReadsOnly()
{
    const auto first = make();
    QVERIFY(first);
    const auto strict = Workspace::open(m_path, Workspace::Intent::Write);
    QVERIFY(!strict.ok());
    QCOMPARE(strict.error().code, ErrorCode::ReadOnly);
    const auto polite = Workspace::open(m_path, Workspace::Intent::WriteIfFree);
    QVERIFY(polite.ok());
    QVERIFY((*polite)->isReadOnly());
    QCOMPARE((*polite)->record().id, first->record().id);
}

void tst_Workspace::aDeadWritersLockIsTaken()
{
    QVERIFY(make());
    // The lock of a process that was killed: its file names a process that is no more.
    QProcess gone;
    gone.start(QStringLiteral("true"), QStringList());
    QVERIFY(gone.waitForStarted());
    const qint64 process = gone.processId();
    QVERIFY(gone.waitForFinished());
    QFile lock(m_path + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(process) + "\nencore\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    lock.close();
    const auto opened = Workspace::open(m_path, Workspace::Intent::Write);
    QVERIFY(opened.ok());
    QVERIFY(!(*opened)->isReadOnly());
}

/// Killed between making the file and writing its name into it.
void tst_Workspace::anUnfinishedLockIsTaken()
{
    QVERIFY(make());
    QFile lock(m_path + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    const auto opened = Workspace::open(m_path, Workspace::Intent::Write);
    QVERIFY2(opened.ok(), "an empty lock file keeps everybody out");
    QVERIFY(!(*opened)->isReadOnly());
}

void tst_Workspace::aReadOnlyWorkspaceCannotBeWritten()
{
    const auto writer = make();
    const auto reader = Workspace::open(m_path, Workspace::Intent::Read);
    QVERIFY(reader.ok());
    (*reader)->reader().database().execute("UPDATE workspace SET name = 'x'");
    QVERIFY(!(*reader)->reader().status().ok());
    QCOMPARE(writer->reader().workspace()->name, QStringLiteral("홀 Test"));
}

/// Whoever closes a file loses all its locks on it: an Encore that opens a second connection must go on holding those of the first, or the
/// next program that looks into the file believes to be alone and clears the write-ahead log away under it.
void tst_Workspace::anOutsiderThatLooksInTakesNothingAway()
{
    const auto workspace = make();
    appendLines(*workspace, 1);
    const auto reader = workspace->openReader();
    QVERIFY(reader.ok());
    QVERIFY(Workspace::open(m_path, Workspace::Intent::Read).ok());
    QProcess outsider;
    outsider.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QStringLiteral("import sqlite3, sys\n"
                                                                                      "file = sqlite3.connect(sys.argv[1])\n"
                                                                                      "print(file.execute('SELECT count(*) FROM command_log').fetchone()[0])\n"
                                                                                      "file.close()"),
                                                        m_path});
    QVERIFY(outsider.waitForFinished());
    QCOMPARE(outsider.readAllStandardOutput().trimmed(), QByteArray("1"));
    QVERIFY2(QFileInfo::exists(m_path + QStringLiteral("-wal")), "the write-ahead log of an open file was taken away");
    {
        store::UnitOfWork work(workspace->reader(), m_random);
        work.setDeskValue(QStringLiteral("after"), QStringLiteral("yes"));
        QVERIFY(work.commit().ok());
    }
    outsider.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QStringLiteral("import sqlite3, sys\n"
                                                                                      "file = sqlite3.connect(sys.argv[1])\n"
                                                                                      "print(file.execute(\"SELECT value FROM desk WHERE name = 'after'\").fetchone())"),
                                                        m_path});
    QVERIFY(outsider.waitForFinished());
    QCOMPARE(outsider.readAllStandardOutput().trimmed(), QByteArray("('yes',)"));
}

void tst_Workspace::damageIsNamed()
{
    {
        const auto workspace = make();
        appendLines(*workspace, 500);
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    file.seek(8192);
    file.write(QByteArray(int(size - 8192), '\x5a'));
    file.close();
    const auto opened = Workspace::open(m_path, Workspace::Intent::Read);
    if (opened) {
        const store::ChainReport report = store::verifyChain((*opened)->reader());
        Q_UNUSED(report)
        QVERIFY(!(*opened)->reader().status().ok());
        QCOMPARE((*opened)->reader().status().error().code, ErrorCode::Damaged);
    } else {
        QCOMPARE(opened.error().code, ErrorCode::Damaged);
    }
}

void tst_Workspace::rollsBackUnlessCommitted()
{
    const auto workspace = make();
    {
        store::UnitOfWork work(workspace->reader(), m_random);
        work.setDeskValue(QStringLiteral("a"), QStringLiteral("1"));
        QCOMPARE(workspace->reader().deskValue(QStringLiteral("a")), QStringLiteral("1"));
    }
    QCOMPARE(workspace->reader().deskValue(QStringLiteral("a")), QString());
    {
        store::UnitOfWork work(workspace->reader(), m_random);
        work.setDeskValue(QStringLiteral("a"), QStringLiteral("2"));
        QVERIFY(work.commit().ok());
    }
    QCOMPARE(workspace->reader().deskValue(QStringLiteral("a")), QStringLiteral("2"));
}

void tst_Workspace::aFailedStatementRefusesTheCommit()
{
    const auto workspace = make();
    {
        store::UnitOfWork work(workspace->reader(), m_random);
        work.setDeskValue(QStringLiteral("a"), QStringLiteral("1"));
        workspace->reader().database().execute("INSERT INTO no_such_table VALUES (1)");
        QVERIFY(!work.commit().ok());
    }
    workspace->reader().database().forgetFailure();
    QCOMPARE(workspace->reader().deskValue(QStringLiteral("a")), QString());
}

void tst_Workspace::factsAreAppendOnly_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("log changed") << "UPDATE command_log SET name = 'x'";
    QTest::newRow("log removed") << "DELETE FROM command_log";
    QTest::newRow("scan changed") << "UPDATE scans SET verdict = 'refused'";
    QTest::newRow("scan removed") << "DELETE FROM scans";
    QTest::newRow("undo changed") << "UPDATE scan_undos SET reason = 'x'";
    QTest::newRow("undo removed") << "DELETE FROM scan_undos";
}

void tst_Workspace::factsAreAppendOnly()
{
    QFETCH(QString, sql);
    const auto workspace = make();
    appendLines(*workspace, 1);
    store::ScanRecord record;
    record.scan.id = domain::ScanId(domain::makeUuidV7(m_clock.now(), m_random));
    record.scan.gateId = domain::GateId(domain::makeUuidV7(m_clock.now(), m_random));
    record.codeKind = QStringLiteral("none");
    {
        store::UnitOfWork work(workspace->reader(), m_random);
        work.addScan(record);
        work.addUndo(record, m_clock.now(), QStringLiteral("desk"), QStringLiteral("why"));
        QVERIFY(work.commit().ok());
    }
    (void)workspace->reader().database().run(sql, {});
    QVERIFY(!workspace->reader().status().ok());
    QVERIFY(domain::words(workspace->reader().status().error().message, domain::Language::English).contains(QStringLiteral("append-only")));
}

void tst_Workspace::theChainProves()
{
    const auto workspace = make();
    QCOMPARE(store::verifyChain(workspace->reader()).entries, 0);
    appendLines(*workspace, 20);
    const store::ChainReport report = store::verifyChain(workspace->reader());
    QVERIFY(!report.brokenAt);
    QCOMPARE(report.entries, 20);
    QCOMPARE(report.head.size(), 32);
}

void tst_Workspace::tamperingIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<qint64>("sequence");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const char* sql, qint64 sequence, const char* reason) {
        QTest::newRow(name) << QString::fromLatin1(sql) << sequence << QByteArray(reason);
    };
    row("outcome", "UPDATE command_log SET outcome = '{\"x\":1}' WHERE sequence = 7", 7, "audit.broken_link");
    row("actor", "UPDATE command_log SET actor = 'nobody' WHERE sequence = 1", 1, "audit.broken_link");
    row("device", "UPDATE command_log SET device = 'elsewhere' WHERE sequence = 3", 3, "audit.broken_link");
    row("time", "UPDATE command_log SET occurred_at = occurred_at + 1 WHERE sequence = 20", 20, "audit.broken_link");
    row("body hash", "UPDATE command_log SET body_hash = zeroblob(32) WHERE sequence = 2", 2, "audit.broken_link");
    row("a line removed", "DELETE FROM command_log WHERE sequence = 10", 11, "audit.gap");
    row("the last line removed", "DELETE FROM command_log WHERE sequence = 20", 19, "audit.head_differs");
    row("two lines swapped", "UPDATE command_log SET sequence = CASE sequence WHEN 4 THEN -5 ELSE 4 END WHERE sequence IN (4, 5)", -5,
        "audit.gap");
}

void tst_Workspace::tamperingIsFound()
{
    QFETCH(QString, sql);
    QFETCH(qint64, sequence);
    QFETCH(QByteArray, reason);
    const auto workspace = make();
    appendLines(*workspace, 20);
    // Somebody with the file in hand can drop the triggers; the chain must tell.
    store::Database& database = workspace->reader().database();
    database.execute("DROP TRIGGER command_log_stay");
    database.execute("DROP TRIGGER command_log_keep");
    (void)database.run(sql, {});
    QVERIFY(database.status().ok());
    const store::ChainReport report = store::verifyChain(workspace->reader());
    QVERIFY(report.brokenAt.has_value());
    QCOMPARE(*report.brokenAt, sequence);
    QCOMPARE(report.fault.id, reason);
}

QTEST_GUILESS_MAIN(tst_Workspace)
#include "tst_workspace.moc"
