// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/feed.h"

#include "feedwriter.h"
#include "rowmapping.h"
#include "rowpack.h"
#include "statements.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QSet>

#include <algorithm>
#include <map>
#include <mutex>

namespace encore::store
{

namespace
{

// About three days of a busy house; a desk that was away for longer takes everything anew.
constexpr qint64 keptTransactions = 20'000;

QByteArray packedKeys(const std::vector<ChangeCapture::Change>& changes)
{
    std::map<int, QSet<QByteArray>> byTable;
    for (const ChangeCapture::Change& change : changes)
        byTable[change.table].insert(change.key);
    QByteArray packed;
    QCborStreamWriter writer(&packed);
    writer.startMap(byTable.size());
    for (const auto& [table, keys] : byTable) {
        writer.append(QLatin1StringView(syncTables()[size_t(table)].name));
        writer.startArray(quint64(keys.size()));
        for (const QByteArray& key : keys)
            writer.append(key);
        writer.endArray();
    }
    writer.endMap();
    return packed;
}

QByteArray readBytes(QCborStreamReader& reader)
{
    QByteArray bytes;
    for (auto chunk = reader.readByteArray(); chunk.status == QCborStreamReader::Ok; chunk = reader.readByteArray())
        bytes += chunk.data;
    return bytes;
}

QByteArray readName(QCborStreamReader& reader)
{
    QString name;
    for (auto chunk = reader.readString(); chunk.status == QCborStreamReader::Ok; chunk = reader.readString())
        name += chunk.data;
    return name.toLatin1();
}

/// Of tables that this version knows.
void eachKey(const QByteArray& packed, const std::function<void(RowKey)>& visit)
{
    QCborStreamReader reader(packed);
    if (!reader.isMap() || !reader.enterContainer())
        return;
    while (reader.hasNext()) {
        const QByteArray name = readName(reader);
        const int table = syncTableIndex({name.constData(), size_t(name.size())});
        if (!reader.isArray() || !reader.enterContainer())
            return;
        while (reader.hasNext()) {
            QByteArray key = readBytes(reader);
            if (table >= 0)
                visit({table, std::move(key)});
        }
        reader.leaveContainer();
    }
}

QVariantList valuesOf(const Rows& rows, int columns)
{
    QVariantList values;
    values.reserve(columns);
    for (int column = 0; column < columns; ++column)
        values.append(rows.value(column));
    return values;
}

} // namespace

void writeFeed(UnitOfWork& work, const ChangeCapture& capture, qint64 logSequence)
{
    if (capture.changes().empty() && !capture.overflowed())
        return;
    Database& database = work.reader().database();
    const QVariant changes = capture.overflowed() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(packedKeys(capture.changes()));
    database.execute("INSERT INTO feed (number, log_sequence, changes) SELECT coalesce(max(number), 0) + 1, ?, ? FROM feed", {logSequence, changes});
    database.execute("DELETE FROM feed WHERE number <= (SELECT max(number) FROM feed) - ?", {keptTransactions});
}

void writeDigests(Database& database, const ChangeCapture& capture)
{
    const std::vector<DigestSums> differences = capture.differences();
    std::map<QString, DigestSums> changed; // by table
    QVariantList names;
    for (size_t table = 0; table < differences.size(); ++table) {
        if (differences[table].empty())
            continue;
        names.append(QString::fromLatin1(syncTables()[table].name));
        changed[names.back().toString()] = differences[table];
    }
    if (names.empty())
        return;
    {
        Rows rows = database.runPrepared(keptStatement("SELECT name, sums FROM digests WHERE name IN (" + questionMarks(names.size()) + ')'), names);
        while (rows.next())
            addTo(changed[rows.text(0)], sumsFrom(rows.bytes(1)));
    }
    for (const auto& [name, sums] : changed)
        database.execute("UPDATE digests SET sums = ? WHERE name = ?", {packedSums(sums), name});
}

QString FeedReader::epoch()
{
    Rows rows = m_database.run("SELECT value FROM desk WHERE name = 'epoch'");
    return rows.next() ? rows.text(0) : QString();
}

FeedHead FeedReader::head()
{
    Rows rows = m_database.run("SELECT number, log_sequence FROM feed ORDER BY number DESC LIMIT 1");
    return rows.next() ? FeedHead{rows.number(0), rows.number(1)} : FeedHead{};
}

qint64 FeedReader::logSequenceAt(qint64 number)
{
    Rows rows = m_database.run("SELECT log_sequence FROM feed WHERE number = ?", {number});
    return rows.next() ? rows.number(0) : 0;
}

FeedRange FeedReader::after(qint64 cursor, size_t mostKeys)
{
    FeedRange range;
    range.to = cursor;
    const FeedHead newest = head();
    range.isGone = cursor > newest.number;
    QSet<RowKey> known;
    Rows rows = m_database.run("SELECT number, log_sequence, changes FROM feed WHERE number > ? ORDER BY number", {cursor});
    while (!range.isGone && rows.next()) {
        if (range.keys.size() >= mostKeys) {
            range.hasMore = true;
            break;
        }
        range.isGone = rows.isNull(2) || rows.number(0) != range.to + 1;
        range.to = rows.number(0);
        range.logSequence = rows.number(1);
        eachKey(rows.bytes(2), [&](RowKey key) {
            if (known.contains(key))
                return;
            known.insert(key);
            range.keys.push_back(std::move(key));
        });
    }
    return range;
}

RowKey rowKey(int table, const QVariantList& values)
{
    RowKey key{table, {}};
    for (const QVariant& value : values)
        packValue(key.key, value);
    return key;
}

QVariantList FeedReader::keyValues(const RowKey& key)
{
    return unpackValues(key.key);
}

std::optional<QVariantList> FeedReader::row(const RowKey& key, const Scope& scope)
{
    const SyncTable& table = syncTables()[size_t(key.table)];
    if (!scope.sees(table))
        return std::nullopt;
    const QByteArray condition = scope.condition(table);
    QByteArray sql = QByteArray("SELECT r.* FROM ") + table.name + " r WHERE " + keyList(table, "r.", " = ? AND ") + " = ?";
    QVariantList values = keyValues(key);
    if (!condition.isEmpty()) {
        sql += " AND " + condition;
        if (condition.contains('?'))
            values.append(scope.label);
    }
    Rows rows = m_database.runPrepared(keptStatement(sql), values);
    if (!rows.next())
        return std::nullopt;
    return valuesOf(rows, rows.columns());
}

bool FeedReader::mayHaveSeen(const RowKey& key, const Scope& scope)
{
    const SyncTable& table = syncTables()[size_t(key.table)];
    if (scope.seesAllOf(table))
        return true;
    if (!scope.sees(table) || row(key, Scope{}))
        return false;
    if (std::string_view(table.keys[0]) != "project_id")
        return true;
    RowKey project{syncTableIndex("projects"), {}};
    packValue(project.key, keyValues(key).first());
    return row(project, scope).has_value();
}

std::optional<QByteArray> FeedReader::rows(int table, const std::optional<QByteArray>& after, int limit, const Scope& scope,
                                           const RowVisitor& visit)
{
    const SyncTable& description = syncTables()[size_t(table)];
    if (!scope.sees(description))
        return std::nullopt;
    const QByteArray condition = scope.condition(description);
    const QByteArray keys = keyList(description, "r.", ", ");
    QByteArray sql = QByteArray("SELECT r.* FROM ") + description.name + " r WHERE " + (condition.isEmpty() ? QByteArray("true") : condition);
    QVariantList values;
    if (condition.contains('?'))
        values.append(scope.label);
    if (after) {
        sql += " AND (" + keys + ") > (" + questionMarks(keyCount(description)) + ')';
        values.append(unpackValues(*after));
    }
    sql += " ORDER BY " + keys + " LIMIT ?";
    values.append(limit);
    std::vector<int> positions;
    const std::vector<Column> names = columns(table);
    for (size_t i = 0; i < size_t(keyCount(description)); ++i) {
        const auto found = std::find_if(names.begin(), names.end(), [&](const Column& column) { return column.name == QLatin1StringView(description.keys[i]); });
        positions.push_back(int(found - names.begin()));
    }
    Rows rows = m_database.runPrepared(keptStatement(sql), values);
    int count = 0;
    QVariantList row;
    while (rows.next()) {
        row = valuesOf(rows, rows.columns());
        visit(row);
        ++count;
    }
    if (limit < 0 || count < limit)
        return std::nullopt;
    QByteArray last;
    for (const int position : positions)
        packValue(last, row.at(position));
    return last;
}

DigestSums FeedReader::sums(int table, const Scope& scope)
{
    const SyncTable& description = syncTables()[size_t(table)];
    if (scope.seesAllOf(description)) {
        Rows rows = m_database.run("SELECT sums FROM digests WHERE name = ?", {QString::fromLatin1(description.name)});
        return rows.next() ? sumsFrom(rows.bytes(0)) : DigestSums{};
    }
    return countedSums(table, scope);
}

DigestSums FeedReader::countedSums(int table, const Scope& scope)
{
    const SyncTable& description = syncTables()[size_t(table)];
    DigestSums sums;
    if (!scope.sees(description))
        return sums;
    sums.resize(digestBuckets);
    const std::vector<Column> names = columns(table);
    QByteArray packed;
    QByteArray key;
    (void)rows(table, {}, -1, scope, [&](const QVariantList& values) {
        packed.resize(0);
        key.resize(0);
        for (const QVariant& value : values)
            packValue(packed, value);
        for (const char* column : description.keys) {
            for (size_t i = 0; column && i < names.size(); ++i) {
                if (names[i].name == QLatin1StringView(column))
                    packValue(key, values.at(qsizetype(i)));
            }
        }
        sums[bucketOf(key)] += packedHash(packed);
    });
    return sums;
}

std::vector<FeedReader::Column> FeedReader::columns(int table)
{
    // The same in every file that this program has open: a newer schema is refused, an older one brought up to date.
    static std::mutex mutex;
    static std::map<int, std::vector<Column>> known;
    {
        const std::lock_guard lock(mutex);
        if (const auto found = known.find(table); found != known.end())
            return found->second;
    }
    std::vector<Column> columns;
    Rows rows = m_database.runPrepared(keptStatement(QByteArray("SELECT name, type FROM pragma_table_info('") + syncTables()[size_t(table)].name + "')"), {});
    while (rows.next())
        columns.push_back({rows.text(0), rows.text(1) == QStringLiteral("BLOB")});
    if (m_database.failure())
        return {};
    const std::lock_guard lock(mutex);
    return known.emplace(table, columns).first->second;
}

bool FeedReader::isDelivered(domain::DeviceId device, qint64 deviceSequence, domain::CommandId command)
{
    // Nearly always it is asked again with the number it had.
    Rows rows = m_database.run("SELECT EXISTS (SELECT 1 FROM device_log WHERE device_id = ? AND device_sequence = ? AND command_id = ?)"
                               " OR EXISTS (SELECT 1 FROM device_log WHERE device_id = ? AND command_id = ?)",
                               {device.bytes(), deviceSequence, command.bytes(), device.bytes(), command.bytes()});
    return rows.next() && rows.flag(0);
}

std::vector<FeedReader::Delivery> FeedReader::deliveries(domain::DeviceId device, qint64 deviceSequence, qint64 until)
{
    std::vector<Delivery> found;
    Rows rows = m_database.run("SELECT command_id, log_sequence FROM device_log WHERE device_id = ? AND device_sequence >= ? AND log_sequence > ? AND log_sequence <= ?"
                               " ORDER BY device_sequence",
                               {device.bytes(), deviceSequence, refusedSequence, until});
    while (rows.next())
        found.push_back({idAt<domain::CommandId>(rows, 0), rows.number(1)});
    return found;
}

void addDelivery(UnitOfWork& work, domain::DeviceId device, qint64 deviceSequence, const FeedReader::Delivery& delivery)
{
    work.reader().database().execute("INSERT OR IGNORE INTO device_log (device_id, device_sequence, command_id, log_sequence) VALUES (?, ?, ?, ?)",
                                     {device.bytes(), deviceSequence, delivery.command.bytes(), delivery.logSequence});
}

} // namespace encore::store
