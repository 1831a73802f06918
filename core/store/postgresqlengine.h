// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

struct pg_conn;
struct pg_result;

namespace encore::store
{

class PostgresqlPipeline;

/// A PostgreSQL database that several servers write, one transaction after another: each begins by locking the head of the log.
class PostgresqlEngine final : public Engine
{
public:
    /// postgresql://USER:PASSWORD@HOST:PORT/NAME?host=/socket/folder&… with the parameters of libpq.
    explicit PostgresqlEngine(const QString& address);
    ~PostgresqlEngine() override;
    Q_DISABLE_COPY_MOVE(PostgresqlEngine)

    [[nodiscard]] static bool isAddress(const QString& address) { return address.startsWith(QStringLiteral("postgresql:")); }

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] domain::Status check(bool create) const override;
    [[nodiscard]] QSqlDatabase add(const QString& connectionName) const override;
    void configure(Database& database, QSqlDatabase& connection) override;
    [[nodiscard]] domain::Error errorOf(const QSqlError& error) const override;
    [[nodiscard]] QString statement(const QString& sql) const override;
    [[nodiscard]] bool isPreparable(const QString& sql) const override;
    [[nodiscard]] bool streams() const override { return false; }
    [[nodiscard]] QVariant bound(const QVariant& value) const override;
    [[nodiscard]] bool gathers() const override { return true; }
    [[nodiscard]] QSqlError carryOut(const std::vector<Gathered>& statements, const std::function<void(size_t)>& done) override;
    [[nodiscard]] const char* beginReading() const override { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }
    void beginWriting(Database& database) override;
    void setFence(const std::optional<Fence>& fence) override { m_fence = fence; }
    void committed(qint64 logSequence) override { m_known = logSequence; }
    [[nodiscard]] int schemaVersion(Database& database) override;
    void beginMigration(Database& database) override;
    void setSchemaVersion(Database& database, int version) override;
    void finishMigrations(Database& database) override;
    [[nodiscard]] std::optional<qint64> changesOfOthers(Database& database) override;
    [[nodiscard]] std::unique_ptr<ChangeCapture> capture(Database& database) override;
    [[nodiscard]] DigestSums sumsOf(Database& database, int table) override;
    [[nodiscard]] bool heard(std::chrono::milliseconds longest) override;
    [[nodiscard]] bool canListen() const override { return true; }
    [[nodiscard]] bool isLost() const override;

private:
    class Capture;
    void look(qint64 logSequence);
    static void receive(void* self, const pg_result* notice);

    bool m_isValid = false;
    QString m_name;
    QString m_host;
    int m_port = -1;
    QString m_user;
    QString m_password;
    QString m_options;
    pg_conn* m_handle = nullptr;
    bool m_listens = false;
    std::optional<Fence> m_fence;
    qint64 m_known = -1; ///< the log's end when this connection last looked
    qint64 m_surprises = 0; ///< how often it was another than was known
    bool m_isLocked = false; ///< m_known is of the transaction that is running
    Capture* m_capture = nullptr; ///< the database's own
    std::unique_ptr<PostgresqlPipeline> m_pipeline; ///< of this connection
};

} // namespace encore::store
