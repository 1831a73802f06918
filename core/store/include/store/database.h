// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace encore::store
{

class ChangeCapture;
class Database;
class Engine;
class Savepoint;
class WriteBehind;
struct StatementForm;

/// What this file is to the house (DESIGN §6): its own truth, that of many desks, or a desk's view of it.
enum class Part { Alone, Authority, Desk };

/// The rows of one running statement; finished when this goes out of scope, because an unfinished reader lets the WAL grow.
class Rows
{
public:
    Rows(Rows&& other) noexcept;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    [[nodiscard]] bool next();
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::optional<qint64> optionalNumber(int column) const;
    [[nodiscard]] qint64 changed() const; ///< rows written by an INSERT, UPDATE or DELETE

private:
    friend class Database;
    Rows(Database* database, QSqlQuery* query, bool* busy, std::unique_ptr<QSqlQuery> own);
    Database* m_database;
    QSqlQuery* m_query; ///< null after a failure: no rows
    bool* m_busy;
    std::unique_ptr<QSqlQuery> m_own;
};

/// One connection, used in the thread that opened it. An SQL failure is remembered: reads that follow come back empty, a transaction
/// cannot be committed, and failure() says what happened. So nobody has to check every single statement.
class Database
{
public:
    enum class Access { Write, Read };

    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Whether an address is that of a database server (postgresql://…) rather than the path of a file.
    [[nodiscard]] static bool isServer(const QString& address);
    /// Opens an existing workspace, or makes an empty one where @p create is set. Refuses files of a foreign application id or a newer
    /// schema without touching them.
    [[nodiscard]] static domain::Result<std::shared_ptr<Database>> open(const QString& address, Access access, bool create = false);

    [[nodiscard]] Rows run(const char* sql, std::initializer_list<QVariant> values = {});
    [[nodiscard]] Rows run(const QString& sql, const QVariantList& values);
    /// As many values as a list has, for statements that are used again and again: @p sql lives as long as the connection. Of a write no rows come.
    [[nodiscard]] Rows runPrepared(const char* sql, const QVariantList& values);
    /// For statements whose rows nobody wants.
    /// On a server they may wait within a transaction: for a question that may concern them, or for its end.
    void execute(const char* sql, std::initializer_list<QVariant> values = {});
    /// run() for rows that are found by @p key, the one value of @p sql, which every statement that writes one of them names, too.
    [[nodiscard]] Rows lookUp(const char* sql, const QByteArray& key);
    /// Carries out what execute() has left to wait.
    void settle();
    /// What @p read says of @p key in @p table, which is a literal: read once in a transaction, and again when the table has been written.
    template<class Value, class Read>
    [[nodiscard]] Value once(const char* table, const QByteArray& key, Read read)
    {
        if (!m_inTransaction)
            return read();
        Kept& kept = m_kept[{table, key}];
        const quint64 now = writesOf(table);
        if (!kept.value || kept.writes != now)
            kept = {std::make_shared<Value>(read()), now};
        return *std::static_pointer_cast<Value>(kept.value);
    }

    [[nodiscard]] const std::optional<domain::Error>& failure() const { return m_failure; }
    [[nodiscard]] domain::Status status() const;
    void forgetFailure(); ///< and the connection with it, where that is lost: a new one is made
    /// For tests: behind the next @p after statements, @p count fail as they do on a full disk.
    void failStatements(int after, int count)
    {
        m_failAfter = after;
        m_failing = count;
    }
    void remember(const domain::Error& error);

    [[nodiscard]] Access access() const { return m_access; }
    [[nodiscard]] QString path() const { return m_path; } ///< or address
    [[nodiscard]] QString name() const; ///< for people
    [[nodiscard]] Engine& engine() { return *m_engine; }
    /// Whether others may have committed since this was asked last; where they can tell, waits for it up to @p longest.
    [[nodiscard]] bool heard(std::chrono::milliseconds longest);
    [[nodiscard]] bool canListen() const;
    /// As the file says when it is opened for writing, or since it was made so.
    [[nodiscard]] Part part() const { return m_part; }
    /// From here on every change of a shared row is noted. Sums the file up where that was never done.
    void become(Part part);
    [[nodiscard]] ChangeCapture* capture() { return m_capture.get(); } ///< null: nothing is noted

private:
    friend class Rows;
    friend class Savepoint;
    friend class Transaction;
    Database(QString path, Access access);
    struct Prepared {
        QSqlQuery query;
        bool busy = false;
        QString text; ///< of what the database does not prepare
        bool isLost = false; ///< with the connection that prepared it
    };
    struct Kept {
        std::shared_ptr<void> value;
        quint64 writes = 0; ///< of its table, when it was read
    };
    [[nodiscard]] std::unique_ptr<Prepared> prepare(const QString& sql);
    [[nodiscard]] bool carryOut(Prepared& prepared, const QVariant* values, qsizetype count);
    void reconnect();
    void fail(const QSqlQuery& query);
    void configure();
    void findPart();
    void sumUp();
    [[nodiscard]] Rows runBound(const char* sql, const QVariant* values, qsizetype count);
    [[nodiscard]] Rows runNow(const char* sql, const QVariant* values, qsizetype count);
    [[nodiscard]] const StatementForm& formOf(const char* sql);
    void noteWrite(const StatementForm& form);
    [[nodiscard]] quint64 writesOf(const char* table) const;
    void setSavepoints();
    void transactionBegins();
    void transactionEnds();
    void forgetKept();

    QString m_path;
    Access m_access;
    std::unique_ptr<Engine> m_engine;
    QString m_connectionName;
    QSqlDatabase m_connection;
    std::unordered_map<const char*, std::unique_ptr<Prepared>> m_prepared; ///< by the literal's address
    std::unordered_map<const char*, std::unique_ptr<StatementForm>> m_forms; ///< the same
    std::unique_ptr<WriteBehind> m_waiting;
    std::vector<Savepoint*> m_savepoints; ///< that are open, the outermost first
    bool m_inTransaction = false;
    std::map<std::pair<const char*, QByteArray>, Kept> m_kept; ///< within a transaction
    QHash<QByteArray, quint64> m_writes; ///< how often each table was written
    quint64 m_otherWrites = 0; ///< of statements that do not say which
    [[nodiscard]] bool failsOnPurpose(const char* sql);
    int m_failAfter = 0;
    int m_failing = 0;
    Part m_part = Part::Alone;
    std::unique_ptr<ChangeCapture> m_capture;
    std::optional<domain::Error> m_failure;
};

/// Everything that is read while this lives is of one moment.
class ReadTransaction
{
public:
    explicit ReadTransaction(Database& database);
    ~ReadTransaction();
    Q_DISABLE_COPY_MOVE(ReadTransaction)

private:
    Database& m_database;
};

/// A place within a transaction to which it can be taken back. Where writes wait, nothing is sent for one behind which nothing was.
class Savepoint
{
public:
    explicit Savepoint(Database& database);
    ~Savepoint();
    Q_DISABLE_COPY_MOVE(Savepoint)
    void release(); ///< what was done since stays
    void rollBack(); ///< and what was noted of changes since is forgotten

private:
    friend class Database;
    [[nodiscard]] const char* statement(const char* verb) const;
    void set();
    void end();

    Database& m_database;
    size_t m_number;
    size_t m_place = 0; ///< among the writes that wait
    size_t m_mark = 0; ///< among the changes that are noted
    bool m_isSet = false;
    bool m_isOpen = true;
};

/// Rolls back unless commit() was called and succeeded.
class Transaction
{
public:
    enum class For { Rows, Schema };
    explicit Transaction(Database& database, For what = For::Rows);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)
    /// Fails, and rolls back, when any statement since the beginning failed.
    [[nodiscard]] domain::Status commit();

private:
    Database& m_database;
    bool m_open;
};

} // namespace encore::store
