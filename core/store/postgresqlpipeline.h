// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Many statements on one way to the server and back (postgresql.org/docs/15/libpq-pipeline-mode.html).

#include <QByteArray>
#include <QSqlError>
#include <QVariant>

#include <functional>
#include <unordered_map>
#include <vector>

struct pg_conn;
struct pg_result;

namespace encore::store
{

/// On one connection, on which nothing else runs between begin() and finish().
class PostgresqlPipeline
{
public:
    explicit PostgresqlPipeline(pg_conn* connection) : m_connection(connection) { }

    void begin();
    /// @p sql, as it is written for SQLite, lives as long as the connection.
    void send(const char* sql, const QVariantList& values);
    /// Waits until all are carried out, or one failed; @p done is called for each that did not, with its number, in their order.
    [[nodiscard]] QSqlError finish(const std::function<void(size_t)>& done);

private:
    struct Known {
        QByteArray name; ///< empty: it cannot be prepared
        QByteArray text;
        bool isPrepared = false;
    };
    /// An answer that is on its way.
    struct Expected {
        Known* known;
        bool isPreparation;
    };
    [[nodiscard]] Known& knownAs(const char* sql);
    [[nodiscard]] QSqlError errorOf(const pg_result* result) const;

    pg_conn* m_connection;
    std::unordered_map<const char*, Known> m_known; ///< by the literal's address
    std::vector<Expected> m_expected;
    bool m_isSent = true;
};

} // namespace encore::store
