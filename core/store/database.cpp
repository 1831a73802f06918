// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "engine.h"
#include "migrations.h"
#include "postgresqlengine.h"
#include "statements.h"
#include "writebehind.h"

#include <QSqlDriver>
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
    m_path(std::move(path)), m_access(access), m_engine(Engine::of(m_path)), m_connectionName(QUuid::createUuid().toString()),
    m_waiting(std::make_unique<WriteBehind>())
{
}

Database::~Database()
{
    m_prepared.clear();
    m_capture.reset();
    m_engine->release();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

bool Database::isServer(const QString& address)
{
    return PostgresqlEngine::isAddress(address);
}

Result<std::shared_ptr<Database>> Database::open(const QString& address, Access access, bool create)
{
    std::shared_ptr<Database> database(new Database(address, access));
    if (const Status known = database->m_engine->check(create); !known)
        return known.error();
    database->m_connection = database->m_engine->add(database->m_connectionName);
    if (!database->m_connection.open()) {
        return error(ErrorCode::Unavailable,
                     message("store.cannot_open").with("file", database->name()).with("reason", database->m_connection.lastError().databaseText()));
    }
    database->m_engine->configure(*database, database->m_connection);
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

QString Database::name() const
{
    return m_engine->name();
}

bool Database::heard(std::chrono::milliseconds longest)
{
    return m_engine->heard(longest);
}

bool Database::canListen() const
{
    return m_engine->canListen();
}

void Database::forgetFailure()
{
    m_failure.reset();
    if (m_engine->isLost())
        reconnect();
}

void Database::reconnect()
{
    for (auto& [sql, prepared] : m_prepared) {
        if (prepared)
            *prepared = Prepared{QSqlQuery(m_connection), false, {}, true};
    }
    m_engine->release();
    m_connection.close();
    if (m_connection.open())
        return m_engine->configure(*this, m_connection);
    remember(error(ErrorCode::Unavailable,
                   message("store.cannot_open").with("file", name()).with("reason", m_connection.lastError().databaseText())));
}

void Database::fail(const QSqlQuery& query)
{
    remember(m_engine->errorOf(query.lastError()));
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
    m_capture = m_engine->capture(*this);
}

void Database::sumUp()
{
    {
        Rows rows = run("SELECT count(*) FROM digests");
        if (!rows.next() || rows.number(0) == qint64(syncTables().size()))
            return;
    }
    Transaction transaction(*this);
    for (size_t table = 0; table < syncTables().size(); ++table) {
        execute("INSERT INTO digests (name, sums) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sums = excluded.sums",
                {QString::fromLatin1(syncTables()[table].name), packedSums(m_engine->sumsOf(*this, int(table)))});
    }
    (void)transaction.commit(); // what failed is remembered
}

Rows Database::run(const char* sql, std::initializer_list<QVariant> values)
{
    return runBound(sql, values.begin(), qsizetype(values.size()));
}

Rows Database::runPrepared(const char* sql, const QVariantList& values)
{
    constexpr size_t mostWaiting = 2'000;
    static const StatementForm nothingKnown;
    if (!m_inTransaction || !formOf(sql).isWrite)
        return runBound(sql, values.constData(), values.size());
    if (!m_failure && !failsOnPurpose(sql)) {
        const bool waits = m_engine->gathers();
        noteWrite(formOf(sql));
        m_waiting->add(sql, waits ? formOf(sql) : nothingKnown, values); // nobody is to be kept from what is not left to wait
        if (!waits || m_waiting->size() >= mostWaiting)
            settle();
    }
    return Rows(this, nullptr, nullptr, nullptr);
}

bool Database::failsOnPurpose(const char* sql)
{
    if (m_failing == 0 || qstrcmp(sql, "ROLLBACK") == 0 || --m_failAfter >= 0)
        return false;
    --m_failing;
    remember(error(ErrorCode::Unavailable, message("store.disk_full").with("file", name())));
    return true;
}

std::unique_ptr<Database::Prepared> Database::prepare(const QString& sql)
{
    auto prepared = std::make_unique<Prepared>(Prepared{QSqlQuery(m_connection), false, {}, false});
    prepared->query.setForwardOnly(m_engine->streams());
    const QString text = m_engine->statement(sql);
    if (!m_engine->isPreparable(text)) {
        prepared->text = text;
        return prepared;
    }
    if (prepared->query.prepare(text))
        return prepared;
    fail(prepared->query);
    return nullptr;
}

bool Database::carryOut(Prepared& prepared, const QVariant* values, qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i)
        prepared.query.bindValue(int(i), m_engine->bound(values[i]));
    if (prepared.text.isEmpty() ? prepared.query.exec() : prepared.query.exec(prepared.text))
        return true;
    fail(prepared.query);
    return false;
}

const StatementForm& Database::formOf(const char* sql)
{
    std::unique_ptr<StatementForm>& form = m_forms[sql];
    if (!form)
        form = std::make_unique<StatementForm>(QByteArray(sql));
    return *form;
}

void Database::noteWrite(const StatementForm& form)
{
    if (!m_inTransaction || form.isQuestion)
        return;
    if (form.isWrite)
        ++m_writes[form.table];
    else
        ++m_otherWrites;
}

quint64 Database::writesOf(const char* table) const
{
    return m_otherWrites + m_writes.value(QByteArray::fromRawData(table, qsizetype(qstrlen(table))));
}

void Database::forgetKept()
{
    m_kept.clear();
}

void Database::transactionBegins()
{
    m_inTransaction = !m_failure;
    forgetKept();
}

void Database::transactionEnds()
{
    m_inTransaction = false;
    m_waiting->dropFrom(0);
    forgetKept();
}

void Database::settle()
{
    if (m_failure)
        return m_waiting->dropFrom(0);
    if (m_waiting->size() == 0)
        return;
    std::vector<Engine::Gathered> statements;
    std::vector<Savepoint*> setting; // of each of them; null: a write
    auto savepoint = m_savepoints.begin();
    const std::vector<WriteBehind::Write> writes = m_waiting->take();
    for (size_t i = 0; i < writes.size(); ++i) {
        for (; savepoint != m_savepoints.end() && ((*savepoint)->m_isSet || (*savepoint)->m_place == i); ++savepoint) {
            if ((*savepoint)->m_isSet)
                continue;
            statements.push_back({(*savepoint)->statement("SAVEPOINT "), nullptr, 0});
            setting.push_back(*savepoint);
        }
        statements.push_back({writes[i].sql, writes[i].values.constData(), writes[i].values.size()});
        setting.push_back(nullptr);
    }
    for (; savepoint != m_savepoints.end(); ++savepoint)
        (*savepoint)->m_place = 0; // nothing was done behind it
    const QSqlError failed = m_engine->carryOut(statements, [&](size_t i) {
        if (setting[i])
            setting[i]->set();
    });
    if (failed.isValid())
        remember(m_engine->errorOf(failed));
}

/// What does not wait is done at once, and has to be behind every place to which it may be taken back.
void Database::setSavepoints()
{
    settle();
    for (Savepoint* savepoint : m_savepoints) {
        if (savepoint->m_isSet)
            continue;
        (void)runNow(savepoint->statement("SAVEPOINT "), nullptr, 0);
        savepoint->set();
    }
}

Rows Database::lookUp(const char* sql, const QByteArray& key)
{
    const QVariant value(key);
    if (m_waiting->size() > 0 && m_waiting->concerns(formOf(sql), key))
        settle();
    return runNow(sql, &value, 1);
}

Rows Database::runBound(const char* sql, const QVariant* values, qsizetype count)
{
    if (m_inTransaction) {
        const StatementForm& form = formOf(sql);
        if (m_waiting->concerns(form))
            settle();
        if (!form.isQuestion)
            setSavepoints();
        noteWrite(form);
    }
    return runNow(sql, values, count);
}

Rows Database::runNow(const char* sql, const QVariant* values, qsizetype count)
{
    if (m_failure || failsOnPurpose(sql))
        return Rows(this, nullptr, nullptr, nullptr);
    std::unique_ptr<Prepared>& prepared = m_prepared[sql];
    if (prepared && prepared->busy)
        return run(QString::fromUtf8(sql), QVariantList(values, values + count)); // the same statement inside itself
    if (!prepared || prepared->isLost)
        prepared = prepare(QString::fromUtf8(sql));
    if (!prepared || !carryOut(*prepared, values, count))
        return Rows(this, nullptr, nullptr, nullptr);
    prepared->busy = true;
    return Rows(this, &prepared->query, &prepared->busy, nullptr);
}

Rows Database::run(const QString& sql, const QVariantList& values)
{
    settle();
    if (!sql.startsWith(QStringLiteral("SELECT"))) {
        setSavepoints();
        ++m_otherWrites;
    }
    if (m_failure)
        return Rows(this, nullptr, nullptr, nullptr);
    const std::unique_ptr<Prepared> prepared = prepare(sql);
    if (!prepared || !carryOut(*prepared, values.constData(), values.size()))
        return Rows(this, nullptr, nullptr, nullptr);
    auto query = std::make_unique<QSqlQuery>(std::move(prepared->query));
    QSqlQuery* running = query.get();
    return Rows(this, running, nullptr, std::move(query));
}

void Database::execute(const char* sql, std::initializer_list<QVariant> values)
{
    (void)runPrepared(sql, QVariantList(values));
}

ReadTransaction::ReadTransaction(Database& database) : m_database(database)
{
    m_database.execute(m_database.engine().beginReading());
}

ReadTransaction::~ReadTransaction()
{
    m_database.execute("COMMIT");
}

Savepoint::Savepoint(Database& database) : m_database(database), m_number(database.m_savepoints.size())
{
    if (ChangeCapture* capture = m_database.capture())
        capture->pinBegin();
    m_place = m_database.m_waiting->size();
    if (!m_database.engine().gathers()) {
        m_database.execute(statement("SAVEPOINT "));
        set();
    }
    m_database.m_savepoints.push_back(this);
}

Savepoint::~Savepoint()
{
    if (m_isOpen)
        rollBack();
}

const char* Savepoint::statement(const char* verb) const
{
    return keptStatement(verb + QByteArray("attempt") + QByteArray::number(qsizetype(m_number)));
}

void Savepoint::set()
{
    m_isSet = true;
    m_mark = m_database.capture() ? m_database.capture()->mark() : 0;
}

void Savepoint::end()
{
    Q_ASSERT(m_isOpen && m_database.m_savepoints.back() == this);
    m_isOpen = false;
    m_database.m_savepoints.pop_back();
    if (ChangeCapture* capture = m_database.capture())
        capture->pinEnd();
}

void Savepoint::release()
{
    end();
    if (m_isSet && m_database.m_waiting->size() > 0)
        m_database.m_waiting->add(statement("RELEASE "), {}, {});
    else if (m_isSet)
        m_database.execute(statement("RELEASE "));
}

void Savepoint::rollBack()
{
    m_database.m_waiting->dropFrom(m_isSet ? 0 : m_place);
    if (m_isSet) {
        m_database.execute(statement("ROLLBACK TO "));
        if (ChangeCapture* capture = m_database.capture())
            capture->rollBackTo(m_mark);
    }
    m_database.forgetKept();
    end();
    if (m_isSet)
        m_database.execute(statement("RELEASE "));
}

Transaction::Transaction(Database& database, For what) : m_database(database), m_open(true)
{
    if (m_database.capture())
        m_database.capture()->begin();
    if (what == For::Rows)
        database.engine().beginWriting(database);
    else
        database.engine().beginMigration(database);
    m_open = !database.failure().has_value();
    if (what == For::Rows)
        database.transactionBegins();
}

Transaction::~Transaction()
{
    m_database.transactionEnds();
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
    m_database.settle();
    if (const Status status = m_database.status(); !status)
        return status;
    m_database.execute("COMMIT");
    if (const Status status = m_database.status(); !status)
        return status;
    m_open = false;
    m_database.transactionEnds();
    return domain::done();
}

} // namespace encore::store
