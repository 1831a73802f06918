// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresqlengine.h"

#include "dialect.h"
#include "postgresqlpipeline.h"
#include "rowpack.h"
#include "statements.h"

#include <QRegularExpression>
#include <QSqlDriver>
#include <QUrl>
#include <QUrlQuery>
#include <QtEndian>

#include <libpq-fe.h>
#include <poll.h>

#include <thread>

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;

namespace
{

// pg_type.dat; the only types that our tables have.
constexpr quint32 typeBytes = 17;
constexpr quint32 typeNumber = 20;

/// A row as record_send() writes it: number of columns, then of each its type, its length and its bytes, big-endian.
void packRecord(const QByteArray& record, const TableColumns& columns, QByteArray& row, QByteArray& key)
{
    row.resize(0);
    key = QByteArray(); // changes keep it
    std::vector<std::pair<qsizetype, qsizetype>> places; // of each column in the packed row
    const char* at = record.constData() + sizeof(qint32);
    const char* end = record.constData() + record.size();
    while (at + 2 * sizeof(qint32) <= end) {
        const auto type = qFromBigEndian<quint32>(at);
        const auto size = qFromBigEndian<qint32>(at + sizeof(qint32));
        at += 2 * sizeof(qint32);
        const qsizetype from = row.size();
        if (size < 0)
            packNull(row);
        else if (type == typeNumber)
            packNumber(row, qFromBigEndian<qint64>(at));
        else if (type == typeBytes)
            packBytes(row, at, size);
        else
            packText(row, at, size);
        places.emplace_back(from, row.size() - from);
        at += std::max(size, 0);
    }
    for (const int column : columns.keys) {
        if (size_t(column) < places.size())
            key.append(row.constData() + places[size_t(column)].first, places[size_t(column)].second);
    }
}

QString quoted(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

} // namespace

/// Sees changes by what a trigger on each shared table tells while a statement runs.
class PostgresqlEngine::Capture final : public ChangeCapture
{
public:
    Capture(Capture*& place, std::vector<TableColumns> columns) : m_place(place), m_columns(std::move(columns)) { m_place = this; }
    ~Capture() override { m_place = nullptr; }
    Q_DISABLE_COPY_MOVE(Capture)

    void note(const QByteArray& name, const char* before, const char* after)
    {
        const int table = tableNamed(name);
        if (table < 0)
            return;
        const TableColumns& columns = m_columns[size_t(table)];
        if (before)
            packRecord(QByteArray::fromHex(before), columns, m_before.row, m_before.key);
        if (after)
            packRecord(QByteArray::fromHex(after), columns, m_after.row, m_after.key);
        if (before && after)
            updated(table, m_before, m_after, 0);
        else if (before)
            deleted(table, m_before, 0);
        else
            inserted(table, m_after);
    }

private:
    Capture*& m_place;
    std::vector<TableColumns> m_columns; ///< by table
    Image m_before;
    Image m_after;
};

PostgresqlEngine::PostgresqlEngine(const QString& address)
{
    // Not by QUrl, for which a user without a host is none.
    static const QRegularExpression form(
        QStringLiteral("^postgresql://(?:([^:@/?]*)(?::([^@/?]*))?@)?([^:/?]*)(?::(\\d+))?(?:/([^/?]*))?(?:\\?(.*))?$"));
    const QRegularExpressionMatch match = form.match(address);
    const auto part = [&](int number) { return QUrl::fromPercentEncoding(match.captured(number).toUtf8()); };
    m_isValid = match.hasMatch() && !match.captured(5).isEmpty() && !address.contains(u';');
    m_user = part(1);
    m_password = part(2);
    m_host = part(3);
    m_port = match.captured(4).isEmpty() ? -1 : match.captured(4).toInt();
    m_name = part(5);
    QStringList options{QStringLiteral("connect_timeout=10")};
    for (const auto& [key, value] : QUrlQuery(match.captured(6)).queryItems(QUrl::FullyDecoded)) {
        if (key == u"host")
            m_host = value;
        else
            options << QString(key + u'=' + quoted(value));
    }
    m_options = options.join(u';');
}

PostgresqlEngine::~PostgresqlEngine() = default;

domain::Status PostgresqlEngine::check(bool) const
{
    if (m_isValid)
        return domain::done();
    return error(ErrorCode::Invalid, message("store.address"));
}

QSqlDatabase PostgresqlEngine::add(const QString& connectionName) const
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connectionName);
    connection.setDatabaseName(m_name);
    connection.setHostName(m_host);
    if (m_port > 0)
        connection.setPort(m_port);
    connection.setUserName(m_user);
    connection.setPassword(m_password);
    connection.setConnectOptions(m_options);
    connection.setNumericalPrecisionPolicy(QSql::LowPrecisionInt64); // sums of whole numbers are "numeric" there
    return connection;
}

void PostgresqlEngine::configure(Database& database, QSqlDatabase& connection)
{
    const QVariant handle = connection.driver()->handle();
    m_handle = *static_cast<pg_conn* const*>(handle.constData());
    m_listens = false;
    m_pipeline = std::make_unique<PostgresqlPipeline>(m_handle);
    PQsetNoticeReceiver(m_handle, &PostgresqlEngine::receive, this);
    database.execute("SET client_min_messages = warning");
    database.execute("SET jit = off"); // our questions are short
    if (database.access() == Database::Access::Write) {
        database.execute("SET synchronous_commit = on"); // what was acknowledged survives a power cut
        database.execute("SET lock_timeout = '60s'");
        // A server that stands still in the middle of a transaction must not hold up all others.
        database.execute("SET idle_in_transaction_session_timeout = '60s'");
    } else {
        database.execute("SET default_transaction_read_only = on");
    }
}

domain::Error PostgresqlEngine::errorOf(const QSqlError& sqlError) const
{
    const QString state = sqlError.nativeErrorCode(); // postgresql.org/docs/15/errcodes-appendix.html
    const auto with = [&](ErrorCode code, const char* id) {
        return error(code, message(id).with("file", m_name).with("reason", sqlError.databaseText().trimmed()));
    };
    if (state == u"53100")
        return with(ErrorCode::Unavailable, "store.disk_full");
    if (state == u"25006")
        return with(ErrorCode::ReadOnly, "store.read_only_file");
    if (state == u"55P03")
        return with(ErrorCode::ReadOnly, "store.busy");
    if (state.startsWith(u"23"))
        return with(ErrorCode::Unavailable, "store.contradicts");
    if (state == u"XX001" || state == u"XX002")
        return with(ErrorCode::Damaged, "store.damaged");
    return with(ErrorCode::Unavailable, "store.sql");
}

QString PostgresqlEngine::statement(const QString& sql) const
{
    return postgresqlText(sql);
}

bool PostgresqlEngine::isPreparable(const QString& sql) const
{
    return isPostgresqlPreparable(sql);
}

QVariant PostgresqlEngine::bound(const QVariant& value) const
{
    if (value.typeId() == QMetaType::Bool)
        return value.isNull() ? QVariant(QMetaType::fromType<qint64>()) : QVariant(qint64(value.toBool()));
    if (value.typeId() == QMetaType::QString && value.toString().contains(QChar::Null))
        return value.toString().replace(QChar::Null, QChar::ReplacementCharacter); // no text there holds it
    return value;
}

QSqlError PostgresqlEngine::carryOut(const std::vector<Gathered>& statements, const std::function<void(size_t)>& done)
{
    m_pipeline->begin();
    for (const Gathered& statement : statements) {
        QVariantList values;
        for (qsizetype i = 0; i < statement.count; ++i)
            values.append(bound(statement.values[i]));
        m_pipeline->send(statement.sql, values);
    }
    return m_pipeline->finish(done);
}

void PostgresqlEngine::beginWriting(Database& database)
{
    database.execute("BEGIN");
    m_isLocked = false;
    {
        Rows head = database.run("SELECT sequence FROM log_head WHERE one = 1 FOR UPDATE");
        if (head.next()) {
            look(head.number(0));
            m_isLocked = true;
        }
    }
    if (m_fence && database.status()) {
        Rows lease = database.run("SELECT 1 FROM leases WHERE name = ? AND fence = ?", {m_fence->lease, m_fence->number});
        if (!lease.next())
            database.remember(error(ErrorCode::Unavailable, message("store.lease_lost").with("name", m_fence->lease)));
    }
    const domain::Status begun = database.status();
    if (begun)
        return;
    database.forgetFailure();
    database.execute("ROLLBACK");
    database.forgetFailure();
    database.remember(begun.error());
}

void PostgresqlEngine::look(qint64 logSequence)
{
    m_surprises += logSequence != m_known;
    m_known = logSequence;
}

int PostgresqlEngine::schemaVersion(Database& database)
{
    {
        Rows found = database.run("SELECT to_regclass('schema_version') IS NOT NULL");
        if (!found.next() || !found.flag(0))
            return 0;
    }
    Rows rows = database.run("SELECT version FROM schema_version");
    return rows.next() ? int(rows.number(0)) : 0;
}

void PostgresqlEngine::beginMigration(Database& database)
{
    if (schemaVersion(database) == 0) {
        // Two servers may start at once: one of them makes the table, and the other finds it.
        for (int attempt = 0; attempt < 3; ++attempt) {
            database.execute("CREATE TABLE IF NOT EXISTS schema_version (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL)");
            if (database.status())
                break;
            if (attempt < 2)
                database.forgetFailure();
        }
    }
    database.execute("BEGIN");
    database.execute("LOCK TABLE schema_version IN ACCESS EXCLUSIVE MODE");
    bool isNew = false;
    {
        Rows rows = database.run("SELECT 1 FROM schema_version");
        isNew = !rows.next();
    }
    if (!isNew)
        return;
    if (qstrcmp(PQparameterStatus(m_handle, "server_encoding"), "UTF8") != 0)
        return database.remember(error(ErrorCode::Refused, message("store.encoding").with("file", m_name)));
    for (const QString& function : postgresqlFunctions())
        (void)database.run(function, {});
    database.execute("INSERT INTO schema_version (one, version) VALUES (1, 0)");
}

void PostgresqlEngine::setSchemaVersion(Database& database, int version)
{
    database.execute("UPDATE schema_version SET version = ?", {version});
}

void PostgresqlEngine::finishMigrations(Database& database)
{
    Transaction transaction(database, Transaction::For::Schema);
    for (const SyncTable& table : syncTables()) {
        const QString sql = QStringLiteral("CREATE OR REPLACE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON %1 FOR EACH ROW EXECUTE FUNCTION tell_change()");
        (void)database.run(sql.arg(QLatin1StringView(table.name)), {});
    }
    database.execute("CREATE OR REPLACE TRIGGER tell_feed AFTER INSERT ON feed FOR EACH STATEMENT EXECUTE FUNCTION tell_feed()");
    (void)transaction.commit(); // what failed is remembered
}

std::optional<qint64> PostgresqlEngine::changesOfOthers(Database& database)
{
    // Whatever is kept in memory is changed by commands only, and every command has a number.
    if (!std::exchange(m_isLocked, false) || PQtransactionStatus(m_handle) != PQTRANS_INTRANS) {
        Rows rows = database.run("SELECT sequence FROM log_head WHERE one = 1");
        if (!rows.next())
            return std::nullopt;
        look(rows.number(0));
    }
    return m_surprises;
}

std::unique_ptr<ChangeCapture> PostgresqlEngine::capture(Database& database)
{
    return std::make_unique<Capture>(m_capture, sharedColumns(database));
}

void PostgresqlEngine::receive(void* self, const pg_result* notice)
{
    const auto* engine = static_cast<const PostgresqlEngine*>(self);
    if (engine->m_capture && qstrcmp(PQresultErrorField(notice, PG_DIAG_SQLSTATE), "01E01") == 0) {
        engine->m_capture->note(PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY), PQresultErrorField(notice, PG_DIAG_MESSAGE_DETAIL),
                                PQresultErrorField(notice, PG_DIAG_MESSAGE_HINT));
    }
}

DigestSums PostgresqlEngine::sumsOf(Database& database, int table)
{
    const TableColumns columns = sharedColumns(database)[size_t(table)];
    DigestSums sums(digestBuckets);
    Rows rows = database.runPrepared(keptStatement(QByteArray("SELECT record_send(r) FROM ") + syncTables()[size_t(table)].name + " r"), {});
    QByteArray row;
    QByteArray key;
    while (rows.next()) {
        packRecord(rows.bytes(0), columns, row, key);
        sums[bucketOf(key)] += packedHash(row);
    }
    return sums;
}

bool PostgresqlEngine::heard(std::chrono::milliseconds longest)
{
    if (!m_listens) {
        PQclear(PQexec(m_handle, "LISTEN encore_feed"));
        m_listens = true;
        return true; // what happened before
    }
    bool anything = false;
    const auto take = [&] {
        PQconsumeInput(m_handle);
        while (PGnotify* notice = PQnotifies(m_handle)) {
            PQfreemem(notice);
            anything = true;
        }
    };
    take();
    if (anything || isLost()) {
        if (isLost())
            std::this_thread::sleep_for(longest);
        return true;
    }
    pollfd socket{PQsocket(m_handle), POLLIN, 0};
    if (poll(&socket, 1, int(longest.count())) > 0)
        take();
    return anything || isLost();
}

bool PostgresqlEngine::isLost() const
{
    return m_handle && PQstatus(m_handle) == CONNECTION_BAD;
}

} // namespace encore::store
