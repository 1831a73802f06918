// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlError>
#include <QVariant>

#include <memory>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace encore::store
{

/// Statements whose rows nobody wants, carried out past Qt Sql, which takes as long to bind their values as SQLite to write them.
class SqliteStatements
{
public:
    explicit SqliteStatements(sqlite3* connection) : m_connection(connection) { }

    /// @p sql lives as long as the connection.
    [[nodiscard]] QSqlError carryOut(const char* sql, const QVariant* values, qsizetype count);

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Prepared = std::unique_ptr<sqlite3_stmt, Finalizer>;
    [[nodiscard]] QSqlError error() const;

    sqlite3* m_connection;
    std::unordered_map<const char*, Prepared> m_prepared; ///< by the literal's address
};

} // namespace encore::store
