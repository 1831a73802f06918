// SPDX-License-Identifier: GPL-3.0-or-later
#include "changecapture.h"

#include "rowpack.h"
#include "store/synctables.h"

#define SQLITE_ENABLE_PREUPDATE_HOOK // Debian builds SQLite with it; the header has to be asked
#include <sqlite3.h>


namespace encore::store
{

namespace
{

// A larger transaction (an import) is not named row by row: its desks take everything anew.
constexpr size_t mostChanges = 100'000;

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Statement prepare(sqlite3* connection, const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(connection, sql.constData(), int(sql.size()), &statement, nullptr);
    return {statement, &sqlite3_finalize};
}

/// Where the key's columns stand among all columns of the table.
std::vector<int> keyPositions(sqlite3* connection, const SyncTable& table, int& count)
{
    QList<QByteArray> names;
    const Statement columns = prepare(connection, QByteArray("PRAGMA table_info(") + table.name + ')');
    while (columns && sqlite3_step(columns.get()) == SQLITE_ROW)
        names.append(reinterpret_cast<const char*>(sqlite3_column_text(columns.get(), 1)));
    count = int(names.size());
    std::vector<int> positions;
    for (const char* key : table.keys) {
        if (key)
            positions.push_back(int(names.indexOf(QByteArray(key))));
    }
    return positions;
}

} // namespace

ChangeCapture::ChangeCapture(sqlite3* connection) : m_connection(connection)
{
    for (const SyncTable& table : syncTables()) {
        Columns columns;
        columns.keys = keyPositions(connection, table, columns.count);
        m_tables.insert(QByteArray(table.name), int(m_columns.size()));
        m_columns.push_back(std::move(columns));
    }
    sqlite3_preupdate_hook(connection, &ChangeCapture::changed, this);
}

ChangeCapture::~ChangeCapture()
{
    sqlite3_preupdate_hook(m_connection, nullptr, nullptr);
}

void ChangeCapture::begin()
{
    m_changes.clear();
    m_folded.clear();
    m_overflowed = false;
    m_detail = Detail::Keys;
    m_pins = 0;
}

void ChangeCapture::rollBackTo(size_t mark)
{
    Q_ASSERT(mark <= m_changes.size());
    m_changes.erase(m_changes.begin() + std::ptrdiff_t(mark), m_changes.end());
}

void ChangeCapture::changed(void* self, sqlite3* connection, int operation, const char* database, const char* table, long long rowBefore,
                            long long)
{
    auto* capture = static_cast<ChangeCapture*>(self);
    if (qstrcmp(database, "main") != 0)
        return;
    const auto found = capture->m_tables.constFind(QByteArray::fromRawData(table, qsizetype(qstrlen(table))));
    if (found != capture->m_tables.constEnd())
        capture->note(connection, operation, *found, rowBefore);
}

void ChangeCapture::note(sqlite3* connection, int operation, int table, qint64 rowBefore)
{
    const Columns& columns = m_columns[size_t(table)];
    const auto pack = [&](auto&& valueAt, QByteArray& row, QByteArray& key) {
        row.resize(0);
        for (int column = 0; column < columns.count; ++column) {
            sqlite3_value* value = nullptr;
            valueAt(connection, column, &value);
            packValue(row, value);
        }
        for (const int column : columns.keys) {
            sqlite3_value* value = nullptr;
            valueAt(connection, column, &value);
            packValue(key, value);
        }
    };
    QByteArray keyBefore;
    QByteArray keyAfter;
    if (operation != SQLITE_INSERT)
        pack(sqlite3_preupdate_old, m_rowBefore, keyBefore);
    if (operation != SQLITE_DELETE)
        pack(sqlite3_preupdate_new, m_rowAfter, keyAfter);
    if (operation == SQLITE_UPDATE && m_rowBefore == m_rowAfter)
        return;
    const auto image = [&]() -> std::optional<QByteArray> {
        if (m_detail == Detail::Keys)
            return std::nullopt;
        return QByteArray(m_rowBefore.constData(), m_rowBefore.size()); // a copy: the buffer is used again
    };
    const auto number = quint8(table);
    if (operation == SQLITE_INSERT)
        return add({number, keyAfter, {}, packedHash(m_rowAfter), 0});
    if (operation == SQLITE_DELETE)
        return add({number, keyBefore, image(), -packedHash(m_rowBefore), rowBefore});
    if (keyBefore == keyAfter)
        return add({number, keyAfter, image(), packedHash(m_rowAfter) - packedHash(m_rowBefore), rowBefore});
    add({number, keyBefore, image(), -packedHash(m_rowBefore), rowBefore});
    add({number, keyAfter, {}, packedHash(m_rowAfter), 0});
}

void ChangeCapture::add(Change change)
{
    m_changes.push_back(std::move(change));
    if (m_changes.size() < mostChanges || m_pins > 0 || m_detail == Detail::Images)
        return;
    std::vector<DigestSums> folded = differences();
    m_folded = std::move(folded);
    m_changes.clear();
    m_overflowed = true;
}

std::vector<DigestSums> ChangeCapture::differences() const
{
    std::vector<DigestSums> sums = m_folded;
    sums.resize(syncTables().size());
    for (const Change& change : m_changes) {
        DigestSums& table = sums[change.table];
        table.resize(digestBuckets);
        table[bucketOf(change.key)] += change.difference;
    }
    return sums;
}

DigestSums ChangeCapture::sumsOf(sqlite3* connection, int table)
{
    const SyncTable& description = syncTables()[size_t(table)];
    int count = 0;
    const std::vector<int> keys = keyPositions(connection, description, count);
    DigestSums sums(digestBuckets);
    // Values of a statement may be looked at while nobody else uses the connection (sqlite.org/c3ref/value.html).
    sqlite3_mutex_enter(sqlite3_db_mutex(connection));
    const Statement rows = prepare(connection, QByteArray("SELECT * FROM ") + description.name);
    QByteArray row;
    QByteArray key;
    while (rows && sqlite3_step(rows.get()) == SQLITE_ROW) {
        row.resize(0);
        key.resize(0);
        for (int column = 0; column < count; ++column)
            packValue(row, sqlite3_column_value(rows.get(), column));
        for (const int column : keys)
            packValue(key, sqlite3_column_value(rows.get(), column));
        sums[bucketOf(key)] += packedHash(row);
    }
    sqlite3_mutex_leave(sqlite3_db_mutex(connection));
    return sums;
}

} // namespace encore::store
