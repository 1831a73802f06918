// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "changecapture.h"
#include "migrations.h"
#include "store/synctables.h"
#include "workspaceheader.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

Rows::Rows(Database* database, QSqlQuery* query, bool* busy, std::unique_ptr<QSqlQuery> own) :
    m_database(database), m_query(query), m_busy(busy), m_own(std::move(own))
{
}

Rows::Rows(Rows&& other) noexcept :
    m_database(other.m_database), m_query(std::exchange(other.m_query, nullptr)), m_busy(std::exchange(other.m_busy, nullptr)),
    m_own(std::move(other.m_own))
{
}

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
    if (m_busy)
        *m_busy = false;
}

bool Rows::next()
{
    if (!m_query)
        return false;
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        m_database->fail(*m_query);
    return false;
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Rows::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Rows::number(int column) const
{
    return m_query->value(column).toLongLong();
}

bool Rows::isNull(int column) const
{
    return m_query->isNull(column);
}

std::optional<qint64> Rows::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<qint64>(number(column));
}

QVariant Rows::value(int column) const
{
    return m_query->value(column);
}

int Rows::columns() const
{
    return m_query->record().count();
}

qint64 Rows::changed() const
{
    return m_query ? m_query->numRowsAffected() : 0;
}

Database::Database(QString path, Access access) :
    m_path(std::move(path)), m_access(access), m_connectionName(QUuid::createUuid().toString())
{
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    m_connection.setDatabaseName(m_path);
    // Longer than another connection of this program needs to publish the largest bundle: a scan waits for that rather than fail.
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=60000"));
}

Database::~Database()
{
    m_prepared.clear();
    m_capture.reset();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::shared_ptr<Database>> Database::open(const QString& path, Access access, bool create)
{
    if (!create) {
        if (const Status known = checkWorkspaceHeader(path); !known)
            return known.error();
    }
    std::shared_ptr<Database> database(new Database(path, access));
    if (!database->m_connection.open()) {
        return error(ErrorCode::Unavailable,
                     message("store.cannot_open").with("file", path).with("reason", database->m_connection.lastError().databaseText()));
    }
    database->configure();
    if (const Status configured = database->status(); !configured)
        return configured.error();
    if (access == Access::Write) {
        if (const Status migrated = migrate(*database); !migrated)
            return migrated.error();
        database->findPart();
        if (const Status found = database->status(); !found)
            return found.error();
    }
    return database;
}

void Database::configure()
{
    if (m_access == Access::Write) {
        execute("PRAGMA journal_mode = WAL");
        execute("PRAGMA synchronous = FULL"); // what was acknowledged survives a power cut
        execute("PRAGMA wal_autocheckpoint = 8000"); // 32 MB: moving pages home must not hit one commit in fifty
    } else {
        execute("PRAGMA query_only = ON");
    }
    execute("PRAGMA foreign_keys = ON");
    // 64 MB for the one that writes: closing a large campaign among a million pledges comes back to the same pages again and again.
    execute(m_access == Access::Write ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -16384");
    execute("PRAGMA temp_store = FILE"); // a staged import may be larger than memory should be
}

void Database::fail(const QSqlQuery& query)
{
    const QSqlError sqlError = query.lastError();
    const QString native = sqlError.nativeErrorCode();
    const int primary = native.toInt() & 0xff; // the high bits are SQLite's extended codes
    const auto with = [&](ErrorCode code, const char* id) {
        remember(error(code, message(id).with("file", QFileInfo(m_path).fileName()).with("reason", sqlError.databaseText())));
    };
    switch (primary) {
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return with(ErrorCode::Damaged, "store.damaged");
    case 13: // SQLITE_FULL
        return with(ErrorCode::Unavailable, "store.disk_full");
    case 8: // SQLITE_READONLY
        return with(ErrorCode::ReadOnly, "store.read_only_file");
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return with(ErrorCode::ReadOnly, "store.busy");
    default:
        return with(ErrorCode::Unavailable, "store.sql");
    }
}

void Database::remember(const domain::Error& error)
{
    if (!m_failure)
        m_failure = error;
}

Status Database::status() const
{
    if (m_failure)
        return *m_failure;
    return domain::done();
}

void Database::findPart()
{
    const auto isSet = [this](const char* name) {
        Rows rows = run("SELECT 1 FROM desk WHERE name = ? AND value <> ''", {QString::fromLatin1(name)});
        return rows.next();
    };
    if (isSet("server"))
        become(Part::Desk);
    else if (isSet("epoch"))
        become(Part::Authority);
}

void Database::become(Part part)
{
    Q_ASSERT(m_access == Access::Write && part != Part::Alone);
    m_part = part;
    if (m_capture)
        return;
    sumUp();
    const QVariant handle = m_connection.driver()->handle();
    m_capture = std::make_unique<ChangeCapture>(*static_cast<sqlite3* const*>(handle.constData()));
}

void Database::sumUp()
{
    {
        Rows rows = run("SELECT count(*) FROM digests");
        if (!rows.next() || rows.number(0) == qint64(syncTables().size()))
            return;
    }
    Transaction transaction(*this);
    const QVariant handle = m_connection.driver()->handle();
    for (size_t table = 0; table < syncTables().size(); ++table) {
        execute("INSERT OR REPLACE INTO digests (name, sums) VALUES (?, ?)",
                {QString::fromLatin1(syncTables()[table].name),
                 packedSums(ChangeCapture::sumsOf(*static_cast<sqlite3* const*>(handle.constData()), int(table)))});
    }
    (void)transaction.commit(); // what failed is remembered
}

Rows Database::run(const char* sql, std::initializer_list<QVariant> values)
{
    return runBound(sql, values.begin(), qsizetype(values.size()));
}

Rows Database::runPrepared(const char* sql, const QVariantList& values)
{
    return runBound(sql, values.constData(), values.size());
}

bool Database::failsOnPurpose(const char* sql)
{
    if (m_failing == 0 || qstrcmp(sql, "ROLLBACK") == 0 || --m_failAfter >= 0)
        return false;
    --m_failing;
    remember(error(ErrorCode::Unavailable, message("store.disk_full").with("file", QFileInfo(m_path).fileName())));
    return true;
}

Rows Database::runBound(const char* sql, const QVariant* values, qsizetype count)
{
    if (m_failure || failsOnPurpose(sql))
        return Rows(this, nullptr, nullptr, nullptr);
    std::unique_ptr<Prepared>& prepared = m_prepared[sql];
    if (prepared && prepared->busy)
        return run(QString::fromUtf8(sql), QVariantList(values, values + count)); // the same statement inside itself
    if (!prepared) {
        prepared = std::make_unique<Prepared>(Prepared{QSqlQuery(m_connection)});
        prepared->query.setForwardOnly(true);
        if (!prepared->query.prepare(QString::fromUtf8(sql))) {
            fail(prepared->query);
            prepared.reset();
            return Rows(this, nullptr, nullptr, nullptr);
        }
    }
    for (qsizetype i = 0; i < count; ++i)
        prepared->query.bindValue(int(i), values[i]);
    if (!prepared->query.exec()) {
        fail(prepared->query);
        return Rows(this, nullptr, nullptr, nullptr);
    }
    prepared->busy = true;
    return Rows(this, &prepared->query, &prepared->busy, nullptr);
}

Rows Database::run(const QString& sql, const QVariantList& values)
{
    if (m_failure)
        return Rows(this, nullptr, nullptr, nullptr);
    auto query = std::make_unique<QSqlQuery>(m_connection);
    query->setForwardOnly(true);
    bool worked = query->prepare(sql);
    if (worked) {
        for (int i = 0; i < values.size(); ++i)
            query->bindValue(i, values.at(i));
        worked = query->exec();
    }
    if (!worked) {
        fail(*query);
        return Rows(this, nullptr, nullptr, nullptr);
    }
    QSqlQuery* running = query.get();
    return Rows(this, running, nullptr, std::move(query));
}

void Database::execute(const char* sql, std::initializer_list<QVariant> values)
{
    const Rows rows = run(sql, values);
}

ReadTransaction::ReadTransaction(Database& database) : m_database(database)
{
    m_database.execute("BEGIN");
}

ReadTransaction::~ReadTransaction()
{
    m_database.execute("COMMIT");
}

Transaction::Transaction(Database& database) : m_database(database), m_open(true)
{
    if (m_database.capture())
        m_database.capture()->begin();
    // IMMEDIATE: whoever will write says so at once, instead of failing half-way when somebody else was quicker.
    database.execute("BEGIN IMMEDIATE");
    m_open = !database.failure().has_value();
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    const auto failure = m_database.failure();
    m_database.forgetFailure();
    m_database.execute("ROLLBACK");
    m_database.forgetFailure();
    if (failure)
        m_database.remember(*failure);
}

Status Transaction::commit()
{
    Q_ASSERT(m_open || m_database.failure());
    if (const Status status = m_database.status(); !status)
        return status;
    m_database.execute("COMMIT");
    if (const Status status = m_database.status(); !status)
        return status;
    m_open = false;
    return domain::done();
}

} // namespace encore::store
