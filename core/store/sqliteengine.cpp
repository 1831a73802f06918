// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqliteengine.h"

#include "migrations.h"
#include "rowpack.h"
#include "sqlitestatements.h"
#include "store/synctables.h"
#include "workspaceheader.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>

#define SQLITE_ENABLE_PREUPDATE_HOOK // Debian builds SQLite with it; the header has to be asked
#include <sqlite3.h>

#include <cerrno>
#include <cstdio>
#include <mutex>

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;

namespace
{

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

/// Sees changes by SQLite's own hook (sqlite.org/c3ref/preupdate_blobwrite.html).
class SqliteCapture final : public ChangeCapture
{
public:
    SqliteCapture(sqlite3* connection, std::vector<TableColumns> columns) : m_connection(connection), m_columns(std::move(columns))
    {
        sqlite3_preupdate_hook(connection, &SqliteCapture::changed, this);
    }
    ~SqliteCapture() override { sqlite3_preupdate_hook(m_connection, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(SqliteCapture)

private:
    static void changed(void* self, sqlite3* connection, int operation, const char* database, const char* table, long long rowBefore, long long)
    {
        auto* capture = static_cast<SqliteCapture*>(self);
        if (qstrcmp(database, "main") != 0)
            return;
        const int number = capture->tableNamed(QByteArray::fromRawData(table, qsizetype(qstrlen(table))));
        if (number >= 0)
            capture->note(connection, operation, number, rowBefore);
    }
    void note(sqlite3* connection, int operation, int table, qint64 rowBefore);

    sqlite3* m_connection;
    std::vector<TableColumns> m_columns; ///< by table
    Image m_before;
    Image m_after;
};

void SqliteCapture::note(sqlite3* connection, int operation, int table, qint64 rowBefore)
{
    const TableColumns& columns = m_columns[size_t(table)];
    const auto pack = [&](auto&& valueAt, Image& image) {
        image.row.resize(0);
        image.key = QByteArray(); // changes keep it
        for (int column = 0; column < columns.count; ++column) {
            sqlite3_value* value = nullptr;
            valueAt(connection, column, &value);
            packValue(image.row, value);
        }
        for (const int column : columns.keys) {
            sqlite3_value* value = nullptr;
            valueAt(connection, column, &value);
            packValue(image.key, value);
        }
    };
    if (operation != SQLITE_INSERT)
        pack(sqlite3_preupdate_old, m_before);
    if (operation != SQLITE_DELETE)
        pack(sqlite3_preupdate_new, m_after);
    if (operation == SQLITE_INSERT)
        inserted(table, m_after);
    else if (operation == SQLITE_DELETE)
        deleted(table, m_before, rowBefore);
    else
        updated(table, m_before, m_after, rowBefore);
}

sqlite3* handleOf(const QSqlDatabase& connection)
{
    const QVariant handle = connection.driver()->handle();
    return *static_cast<sqlite3* const*>(handle.constData());
}

QString copyBeside(const QString& path, int version)
{
    return path + QStringLiteral(".schema%1").arg(version);
}

/// Page by page, with what stands in the log only (sqlite.org/c3ref/backup_finish.html), and synced.
QSqlError copyTo(sqlite3* from, const QString& path)
{
    sqlite3* opened = nullptr;
    int result = sqlite3_open_v2(QFile::encodeName(path).constData(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> target(opened, &sqlite3_close);
    if (result == SQLITE_OK) {
        if (sqlite3_backup* backup = sqlite3_backup_init(target.get(), "main", from, "main")) {
            sqlite3_backup_step(backup, -1);
            sqlite3_backup_finish(backup);
        }
        result = sqlite3_extended_errcode(target.get());
    }
    if (result == SQLITE_OK)
        return {};
    return QSqlError(QStringLiteral("copy"), QString::fromUtf8(sqlite3_errmsg(target.get())), QSqlError::StatementError, QString::number(result));
}

/// The same in every file that this program writes: a newer schema is refused, an older one brought up to date before this is asked.
std::vector<TableColumns> columnsIn(Database& database)
{
    static std::mutex mutex;
    static std::vector<TableColumns> known;
    const std::lock_guard lock(mutex);
    if (!known.empty())
        return known;
    std::vector<TableColumns> columns = sharedColumns(database);
    if (!database.failure())
        known = columns;
    return columns;
}

} // namespace

SqliteEngine::SqliteEngine(QString path) : m_path(std::move(path)) { }

SqliteEngine::~SqliteEngine() = default;

QString SqliteEngine::name() const
{
    return QFileInfo(m_path).fileName();
}

domain::Status SqliteEngine::check(bool create) const
{
    return create ? domain::done() : checkWorkspaceHeader(m_path);
}

QSqlDatabase SqliteEngine::add(const QString& connectionName) const
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName);
    connection.setDatabaseName(m_path);
    // Longer than another connection of this program needs to publish the largest bundle: a scan waits for that rather than fail.
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=60000"));
    return connection;
}

void SqliteEngine::configure(Database& database, QSqlDatabase& connection)
{
    m_handle = handleOf(connection);
    m_statements = std::make_unique<SqliteStatements>(m_handle);
    const bool writes = database.access() == Database::Access::Write;
    if (writes) {
        database.execute("PRAGMA journal_mode = WAL");
        database.execute("PRAGMA synchronous = FULL"); // what was acknowledged survives a power cut
        database.execute("PRAGMA wal_autocheckpoint = 8000"); // 32 MB: moving pages home must not hit one commit in fifty
    } else {
        database.execute("PRAGMA query_only = ON");
    }
    database.execute("PRAGMA foreign_keys = ON");
    // 64 MB for the one that writes: closing a large campaign among a million pledges comes back to the same pages again and again.
    database.execute(writes ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -16384");
    database.execute("PRAGMA temp_store = FILE"); // a staged import may be larger than memory should be
}

domain::Error SqliteEngine::errorOf(const QSqlError& sqlError) const
{
    const int primary = sqlError.nativeErrorCode().toInt() & 0xff; // the high bits are SQLite's extended codes
    const auto with = [&](ErrorCode code, const char* id) {
        return error(code, message(id).with("file", name()).with("reason", sqlError.databaseText()));
    };
    switch (primary) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return with(ErrorCode::Damaged, "store.damaged");
    case SQLITE_FULL:
        return with(ErrorCode::Unavailable, "store.disk_full");
    case SQLITE_READONLY:
        return with(ErrorCode::ReadOnly, "store.read_only_file");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return with(ErrorCode::ReadOnly, "store.busy");
    case SQLITE_CONSTRAINT:
        return with(ErrorCode::Unavailable, "store.contradicts");
    default:
        return with(ErrorCode::Unavailable, "store.sql");
    }
}

QSqlError SqliteEngine::carryOut(const std::vector<Gathered>& statements, const std::function<void(size_t)>& done)
{
    for (size_t i = 0; i < statements.size(); ++i) {
        if (const QSqlError failed = m_statements->carryOut(statements[i].sql, statements[i].values, statements[i].count); failed.isValid())
            return failed;
        done(i);
    }
    return {};
}

void SqliteEngine::release()
{
    m_statements.reset();
}

void SqliteEngine::beginWriting(Database& database)
{
    // IMMEDIATE: whoever will write says so at once, instead of failing half-way when somebody else was quicker.
    database.execute("BEGIN IMMEDIATE");
}

int SqliteEngine::schemaVersion(Database& database)
{
    Rows rows = database.run(QStringLiteral("PRAGMA user_version"), {});
    return rows.next() ? int(rows.number(0)) : 0;
}

void SqliteEngine::setSchemaVersion(Database& database, int version)
{
    // PRAGMA takes no bound values; both numbers are our own constants.
    (void)database.run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId), {});
    (void)database.run(QStringLiteral("PRAGMA user_version = %1").arg(version), {});
}

domain::Status SqliteEngine::keepCopy(Database&, int version)
{
    const QString copy = copyBeside(m_path, version);
    const QString unfinished = copy + QStringLiteral(".part");
    QFile::remove(unfinished);
    QSqlError failed = copyTo(m_handle, unfinished);
    if (!failed.isValid() && std::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(copy).constData()) != 0)
        failed = QSqlError(QStringLiteral("copy"), qt_error_string(errno), QSqlError::StatementError);
    if (!failed.isValid())
        return domain::done();
    QFile::remove(unfinished);
    return errorOf(failed);
}

void SqliteEngine::dropCopies()
{
    for (int version = 1; version < newestSchema(); ++version)
        QFile::remove(copyBeside(m_path, version));
}

void SqliteEngine::finishMigrations(Database& database)
{
    // Whoever looks at the file before opening it reads its header, which until now stands in the write-ahead log only.
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::optional<qint64> SqliteEngine::changesOfOthers(Database& database)
{
    Rows rows = database.run("PRAGMA data_version");
    return rows.next() ? std::optional(rows.number(0)) : std::nullopt;
}

std::unique_ptr<ChangeCapture> SqliteEngine::capture(Database& database)
{
    return std::make_unique<SqliteCapture>(m_handle, columnsIn(database));
}

DigestSums SqliteEngine::sumsOf(Database& database, int table)
{
    const TableColumns columns = columnsIn(database)[size_t(table)];
    DigestSums sums(digestBuckets);
    const QByteArray sql = QByteArray("SELECT * FROM ") + syncTables()[size_t(table)].name;
    // Values of a statement may be looked at while nobody else uses the connection (sqlite.org/c3ref/value.html).
    sqlite3_mutex_enter(sqlite3_db_mutex(m_handle));
    sqlite3_stmt* prepared = nullptr;
    sqlite3_prepare_v2(m_handle, sql.constData(), int(sql.size()), &prepared, nullptr);
    const Statement rows(prepared, &sqlite3_finalize);
    QByteArray row;
    QByteArray key;
    while (rows && sqlite3_step(rows.get()) == SQLITE_ROW) {
        row.resize(0);
        key.resize(0);
        for (int column = 0; column < columns.count; ++column)
            packValue(row, sqlite3_column_value(rows.get(), column));
        for (const int column : columns.keys)
            packValue(key, sqlite3_column_value(rows.get(), column));
        sums[bucketOf(key)] += packedHash(row);
    }
    sqlite3_mutex_leave(sqlite3_db_mutex(m_handle));
    return sums;
}

} // namespace encore::store
