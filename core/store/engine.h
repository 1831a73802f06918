// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What differs between the databases in which a house may lie: a SQLite file, or PostgreSQL for several servers. Statements are written
// once, for both (dialect.h).

#include "changecapture.h"
#include "store/database.h"

#include <QSqlError>

#include <functional>

namespace encore::store
{

/// A fencing number that a lease must still have (store/lease.h).
struct Fence {
    QString lease;
    qint64 number = 0;
};

class Engine
{
public:
    Engine() = default;
    virtual ~Engine() = default;
    Q_DISABLE_COPY_MOVE(Engine)

    /// @p address: postgresql://…, or the path of a file.
    [[nodiscard]] static std::unique_ptr<Engine> of(const QString& address);

    [[nodiscard]] virtual QString name() const = 0; ///< for people, without a password
    /// Whether it may be opened. @p create: there may be nothing yet.
    [[nodiscard]] virtual domain::Status check(bool create) const = 0;
    [[nodiscard]] virtual QSqlDatabase add(const QString& connectionName) const = 0;
    virtual void configure(Database& database, QSqlDatabase& connection) = 0;
    [[nodiscard]] virtual domain::Error errorOf(const QSqlError& error) const = 0;

    /// The statement as this database understands it.
    [[nodiscard]] virtual QString statement(const QString& sql) const { return sql; }
    /// Whether it can be prepared once and carried out again and again.
    [[nodiscard]] virtual bool isPreparable(const QString&) const { return true; }
    /// Whether rows come while they are read, with other statements in between.
    [[nodiscard]] virtual bool streams() const { return true; }
    [[nodiscard]] virtual QVariant bound(const QVariant& value) const { return value; }

    struct Gathered {
        const char* sql; ///< lives as long as the connection
        const QVariant* values;
        qsizetype count;
    };
    /// Whether statements whose rows nobody wants are better sent together: each way to the database and back takes its time.
    [[nodiscard]] virtual bool gathers() const { return false; }
    /// One after another, up to the first that fails; @p done is called for each that did not.
    [[nodiscard]] virtual QSqlError carryOut(const std::vector<Gathered>& statements, const std::function<void(size_t)>& done) = 0;
    virtual void release() { } ///< what keeps the connection from being closed

    [[nodiscard]] virtual const char* beginReading() const = 0;
    /// Behind this, nobody else writes until the transaction ends.
    virtual void beginWriting(Database& database) = 0;
    /// From here on, beginWriting() fails when the lease has another number.
    virtual void setFence(const std::optional<Fence>&) { }

    /// 0: nothing is there yet.
    [[nodiscard]] virtual int schemaVersion(Database& database) = 0;
    /// A copy of what a program of schema @p version made, before anything of it is changed: that program can go on with it.
    [[nodiscard]] virtual domain::Status keepCopy(Database&, int /*version*/) { return domain::done(); }
    virtual void dropCopies() { } ///< whoever must not know anybody any more has no copies either
    virtual void beginMigration(Database& database) = 0;
    virtual void setSchemaVersion(Database& database, int version) = 0;
    virtual void finishMigrations(Database& database) = 0; ///< outside of every transaction

    /// Another number when another connection has changed what is kept in memory.
    [[nodiscard]] virtual std::optional<qint64> changesOfOthers(Database& database) = 0;
    [[nodiscard]] virtual std::unique_ptr<ChangeCapture> capture(Database& database) = 0;
    /// The sums of a table as it lies there.
    [[nodiscard]] virtual DigestSums sumsOf(Database& database, int table) = 0;
    /// This connection has committed the log up to there: what it changed is known.
    virtual void committed(qint64) { }
    /// Whether this connection may have been told of a change since it was asked last; waits for one up to @p longest.
    [[nodiscard]] virtual bool heard(std::chrono::milliseconds) { return true; }
    [[nodiscard]] virtual bool canListen() const { return false; }
    /// The connection has gone and will not come back.
    [[nodiscard]] virtual bool isLost() const { return false; }
};

/// Whether Qt Sql binds it as NULL.
[[nodiscard]] bool isSqlNull(const QVariant& value);

/// Where the key's columns stand among all columns of each shared table.
struct TableColumns {
    int count = 0;
    std::vector<int> keys;
};
[[nodiscard]] std::vector<TableColumns> sharedColumns(Database& database);

} // namespace encore::store
