// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commandlog.h"

#include "domain/random.h"

#include <QCborStreamWriter>

namespace encore::store
{

QByteArray chainHash(const QByteArray& before, const LogEntry& entry)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(10);
    writer.append(before);
    writer.append(entry.sequence);
    writer.append(entry.id.bytes());
    writer.append(QLatin1StringView(entry.name));
    writer.append(domain::sha256(entry.salt + entry.bodyHash));
    writer.append(QStringView(entry.actor));
    writer.append(QStringView(entry.device));
    writer.append(entry.deviceSequence);
    writer.append(entry.occurredAt.ms);
    writer.append(domain::sha256(entry.outcome));
    writer.endArray();
    return domain::sha256(bytes);
}

ChainReport verifyChain(Reader& reader, bool isWhole)
{
    ChainReport report;
    report.head = QByteArray(32, '\0');
    const auto broken = [&](qint64 sequence, const char* id) {
        report.brokenAt = sequence;
        report.fault = domain::message(id).with("sequence", sequence);
        return false;
    };
    qint64 last = 0;
    reader.eachLogEntry([&](const LogEntry& entry) {
        const bool follows = entry.sequence == last + 1;
        if (!follows && isWhole)
            return broken(entry.sequence, "audit.gap");
        if (follows && chainHash(report.head, entry) != entry.hash)
            return broken(entry.sequence, "audit.broken_link");
        last = entry.sequence;
        report.head = entry.hash;
        ++report.entries;
        return true;
    });
    if (!report.brokenAt && isWhole) {
        Rows head = reader.database().run("SELECT sequence, hash FROM log_head");
        if (!head.next() || head.number(0) != report.entries || head.bytes(1) != report.head)
            broken(report.entries, "audit.head_differs");
    }
    return report;
}

std::optional<LogEntry> Reader::logEntry(domain::CommandId id)
{
    if (m_outsideLog == id)
        return std::nullopt;
    Rows rows = m_database->lookUp("SELECT sequence, name, outcome, body_hash FROM command_log WHERE id = ?", id.bytes());
    if (!rows.next())
        return std::nullopt;
    LogEntry entry;
    entry.id = id;
    entry.sequence = rows.number(0);
    entry.name = rows.bytes(1);
    entry.outcome = rows.text(2).toUtf8();
    entry.bodyHash = rows.bytes(3);
    return entry;
}

std::optional<domain::Instant> Reader::newestLogTime()
{
    Rows rows = m_database->run("SELECT occurred_at FROM command_log ORDER BY sequence DESC LIMIT 1");
    return rows.next() ? std::optional(domain::Instant{rows.number(0)}) : std::nullopt;
}

namespace
{

#define ENCORE_LOG_ENTRY                                                                                                         \
    "SELECT sequence, id, name, schema_version, arguments, base_version, actor, device, device_sequence, occurred_at, outcome,"   \
    " body_hash, salt, hash FROM command_log "

LogEntry logEntryOf(const Rows& rows)
{
    LogEntry entry;
    entry.sequence = rows.number(0);
    entry.id = domain::CommandId::fromBytes(rows.bytes(1));
    entry.name = rows.text(2).toLatin1();
    entry.schemaVersion = int(rows.number(3));
    entry.arguments = rows.text(4).toUtf8();
    entry.baseVersion = rows.optionalNumber(5);
    entry.actor = rows.text(6);
    entry.device = rows.text(7);
    entry.deviceSequence = rows.number(8);
    entry.occurredAt = {rows.number(9)};
    entry.outcome = rows.text(10).toUtf8();
    entry.bodyHash = rows.bytes(11);
    entry.salt = rows.bytes(12);
    entry.hash = rows.bytes(13);
    return entry;
}

} // namespace

std::optional<LogEntry> Reader::logEntryAt(qint64 sequence)
{
    Rows rows = m_database->run(ENCORE_LOG_ENTRY "WHERE sequence = ?", {sequence});
    return rows.next() ? std::optional<LogEntry>(logEntryOf(rows)) : std::nullopt;
}

void Reader::eachLogEntry(const std::function<bool(const LogEntry&)>& visit)
{
    Rows rows = m_database->run(ENCORE_LOG_ENTRY "ORDER BY sequence");
    while (rows.next()) {
        if (!visit(logEntryOf(rows)))
            return;
    }
}

} // namespace encore::store
