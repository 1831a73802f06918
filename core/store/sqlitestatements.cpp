// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlitestatements.h"

#include "engine.h"

#include <sqlite3.h>

#include <vector>

namespace encore::store
{

namespace
{

constexpr sqlite3_destructor_type staysUntilDone = nullptr; // SQLITE_STATIC

/// As Qt Sql binds it; texts lie in @p texts, which has room for all of them, until the statement is carried out.
void bind(sqlite3_stmt* statement, int place, const QVariant& value, std::vector<QByteArray>& texts)
{
    if (isSqlNull(value)) {
        sqlite3_bind_null(statement, place);
    } else if (value.typeId() == QMetaType::QByteArray) {
        const auto* bytes = static_cast<const QByteArray*>(value.constData());
        sqlite3_bind_blob64(statement, place, bytes->constData(), sqlite3_uint64(bytes->size()), staysUntilDone);
    } else if (value.typeId() == QMetaType::QString) {
        const QByteArray& text = texts.emplace_back(static_cast<const QString*>(value.constData())->toUtf8());
        sqlite3_bind_text64(statement, place, text.constData(), sqlite3_uint64(text.size()), staysUntilDone, SQLITE_UTF8);
    } else {
        sqlite3_bind_int64(statement, place, value.toLongLong());
    }
}

} // namespace

void SqliteStatements::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

QSqlError SqliteStatements::error() const
{
    return QSqlError(QStringLiteral("statement"), QString::fromUtf8(sqlite3_errmsg(m_connection)), QSqlError::StatementError,
                     QString::number(sqlite3_extended_errcode(m_connection)));
}

QSqlError SqliteStatements::carryOut(const char* sql, const QVariant* values, qsizetype count)
{
    Prepared& prepared = m_prepared[sql];
    if (!prepared) {
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v3(m_connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
            return error();
        prepared.reset(made);
    }
    if (sqlite3_bind_parameter_count(prepared.get()) != count)
        return QSqlError(QStringLiteral("statement"), QStringLiteral("another number of values"), QSqlError::StatementError);
    std::vector<QByteArray> texts;
    texts.reserve(size_t(count));
    for (qsizetype i = 0; i < count; ++i)
        bind(prepared.get(), int(i) + 1, values[i], texts);
    int result = SQLITE_ROW;
    while (result == SQLITE_ROW)
        result = sqlite3_step(prepared.get());
    const QSqlError failed = result == SQLITE_DONE ? QSqlError() : error();
    sqlite3_reset(prepared.get());
    sqlite3_clear_bindings(prepared.get());
    return failed;
}

} // namespace encore::store
