// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

struct sqlite3;

namespace encore::store
{

class SqliteStatements;

/// A file, which one process writes.
class SqliteEngine final : public Engine
{
public:
    explicit SqliteEngine(QString path);
    ~SqliteEngine() override;
    Q_DISABLE_COPY_MOVE(SqliteEngine)

    [[nodiscard]] QString name() const override;
    [[nodiscard]] domain::Status check(bool create) const override;
    [[nodiscard]] QSqlDatabase add(const QString& connectionName) const override;
    void configure(Database& database, QSqlDatabase& connection) override;
    [[nodiscard]] domain::Error errorOf(const QSqlError& error) const override;
    [[nodiscard]] QSqlError carryOut(const std::vector<Gathered>& statements, const std::function<void(size_t)>& done) override;
    void release() override;
    [[nodiscard]] const char* beginReading() const override { return "BEGIN"; }
    void beginWriting(Database& database) override;
    [[nodiscard]] int schemaVersion(Database& database) override;
    void beginMigration(Database& database) override { beginWriting(database); }
    [[nodiscard]] domain::Status keepCopy(Database& database, int version) override;
    void dropCopies() override;
    void setSchemaVersion(Database& database, int version) override;
    void finishMigrations(Database& database) override;
    [[nodiscard]] std::optional<qint64> changesOfOthers(Database& database) override;
    [[nodiscard]] std::unique_ptr<ChangeCapture> capture(Database& database) override;
    [[nodiscard]] DigestSums sumsOf(Database& database, int table) override;

private:
    QString m_path;
    sqlite3* m_handle = nullptr;
    std::unique_ptr<SqliteStatements> m_statements; ///< of this connection
};

} // namespace encore::store
