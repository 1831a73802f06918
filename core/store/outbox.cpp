// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox.h"

#include "rowmapping.h"

#include <algorithm>
#include <limits>

namespace encore::domain
{

template<>
std::span<const EnumName<store::OutboxState>> enumNames()
{
    using enum store::OutboxState;
    static constexpr EnumName<store::OutboxState> names[] = {{Queued, "queued"},       {InFlight, "in_flight"}, {Acknowledged, "acknowledged"},
                                                             {Confirmed, "confirmed"}, {Rejected, "rejected"},  {Conflict, "conflict"},
                                                             {Settled, "settled"}};
    return names;
}

} // namespace encore::domain

namespace encore::store
{

namespace
{

#define ENCORE_OUTBOX_COLUMNS                                                                                                              \
    "device_sequence, id, name, schema_version, arguments, base_version, occurred_at, role, actor, state, before_images, answer, first_images,"  \
    " log_sequence, outcome"

OutboxItem itemAt(const Rows& rows)
{
    OutboxItem item;
    item.deviceSequence = rows.number(0);
    item.id = idAt<domain::CommandId>(rows, 1);
    item.name = rows.text(2).toLatin1();
    item.schemaVersion = int(rows.number(3));
    item.arguments = rows.text(4).toUtf8();
    item.baseVersion = rows.optionalNumber(5);
    item.occurredAt = {rows.number(6)};
    item.role = enumAt(rows, 7, domain::Role::Door);
    item.actor = rows.text(8);
    item.state = enumAt(rows, 9, OutboxState::Queued);
    item.beforeImages = rows.bytes(10);
    item.answer = rows.text(11).toUtf8();
    item.firstImages = rows.bytes(12);
    item.logSequence = rows.optionalNumber(13);
    item.outcome = rows.text(14).toUtf8();
    return item;
}

std::vector<OutboxItem> itemsOf(Rows rows)
{
    std::vector<OutboxItem> items;
    while (rows.next())
        items.push_back(itemAt(rows));
    return items;
}

QVariant numberColumn(const std::optional<qint64>& number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}

} // namespace

std::optional<OutboxItem> OutboxReader::item(domain::CommandId id)
{
    Rows rows = m_database.run("SELECT " ENCORE_OUTBOX_COLUMNS " FROM outbox WHERE id = ?", {id.bytes()});
    if (!rows.next())
        return std::nullopt;
    return itemAt(rows);
}

std::vector<OutboxItem> OutboxReader::waiting(int limit)
{
    return itemsOf(m_database.run("SELECT " ENCORE_OUTBOX_COLUMNS " FROM outbox WHERE state = 'queued' ORDER BY device_sequence LIMIT ?", {limit}));
}

std::vector<OutboxItem> OutboxReader::provisional()
{
    return itemsOf(m_database.run("SELECT " ENCORE_OUTBOX_COLUMNS " FROM outbox WHERE state IN ('queued', 'in_flight', 'acknowledged')"
                                  " ORDER BY device_sequence"));
}

std::vector<OutboxItem> OutboxReader::withEffect()
{
    return itemsOf(m_database.run("SELECT " ENCORE_OUTBOX_COLUMNS " FROM outbox WHERE length(before_images) > 0 ORDER BY device_sequence"));
}

std::vector<OutboxItem> OutboxReader::open(int limit)
{
    return itemsOf(m_database.run("SELECT " ENCORE_OUTBOX_COLUMNS " FROM outbox WHERE state NOT IN ('confirmed', 'settled')"
                                  " ORDER BY occurred_at DESC, device_sequence DESC LIMIT ?",
                                  {limit}));
}

std::vector<OutboxItem> OutboxReader::everything()
{
    return itemsOf(m_database.run("SELECT " ENCORE_OUTBOX_COLUMNS " FROM outbox ORDER BY device_sequence"));
}

std::vector<OutboxItem> OutboxReader::seenAtDoor(qint64 behind, int limit)
{
    const char* sql = "SELECT " ENCORE_OUTBOX_COLUMNS " FROM outbox WHERE device_sequence > ? AND name IN ('AdmitTicket', 'UndoScan')"
                      " ORDER BY device_sequence LIMIT ?";
    Rows last = m_database.run("SELECT max(device_sequence) FROM outbox");
    const bool isCountedAnew = last.next() && last.number(0) < behind;
    return itemsOf(m_database.run(sql, {isCountedAnew ? std::numeric_limits<qint64>::min() : behind, limit}));
}

OutboxCounts OutboxReader::counts()
{
    OutboxCounts counts;
    Rows rows = m_database.run("SELECT state, count(*) FROM outbox WHERE state NOT IN ('confirmed', 'settled') GROUP BY state");
    while (rows.next()) {
        switch (enumAt(rows, 0, OutboxState::Queued)) {
        case OutboxState::Acknowledged:
            counts.acknowledged += rows.number(1);
            break;
        case OutboxState::Rejected:
            counts.rejected += rows.number(1);
            break;
        case OutboxState::Conflict:
            counts.conflicts += rows.number(1);
            break;
        default:
            counts.waiting += rows.number(1);
        }
    }
    Rows first = m_database.run("SELECT coalesce((SELECT min(device_sequence) FROM outbox WHERE state IN ('queued', 'in_flight', 'acknowledged')),"
                                " (SELECT max(max(device_sequence), 0) + 1 FROM outbox), 1)");
    if (first.next())
        counts.firstOpen = first.number(0);
    Rows sealed = m_database.run("SELECT coalesce(sum(commands), 0) FROM sealed_commands");
    if (sealed.next())
        counts.sealed = sealed.number(0);
    return counts;
}

bool OutboxReader::hasTaken(qint64 deviceSequence)
{
    Rows rows = m_database.run("SELECT 1 FROM outbox WHERE state IN ('acknowledged', 'confirmed') AND device_sequence >= ? LIMIT 1", {deviceSequence});
    return rows.next();
}

void OutboxWriter::add(const OutboxItem& item)
{
    m_database.execute("INSERT INTO outbox (" ENCORE_OUTBOX_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       {item.deviceSequence, item.id.bytes(), QString::fromLatin1(item.name), item.schemaVersion, QString::fromUtf8(item.arguments),
                        numberColumn(item.baseVersion), item.occurredAt.ms, domain::enumText(item.role), textNotNull(item.actor),
                        domain::enumText(item.state), item.beforeImages, textNotNull(QString::fromUtf8(item.answer)),
                        item.firstImages, numberColumn(item.logSequence), textNotNull(QString::fromUtf8(item.outcome))});
}

void OutboxWriter::setState(qint64 deviceSequence, OutboxState state, const QByteArray& answer, std::optional<qint64> logSequence)
{
    m_database.execute("UPDATE outbox SET state = ?, answer = ?, log_sequence = coalesce(?, log_sequence) WHERE device_sequence = ?",
                       {domain::enumText(state), textNotNull(QString::fromUtf8(answer)), numberColumn(logSequence), deviceSequence});
}

void OutboxWriter::setBeforeImages(qint64 deviceSequence, const QByteArray& images, const QByteArray& answer)
{
    m_database.execute("UPDATE outbox SET before_images = ?, answer = ? WHERE device_sequence = ?",
                       {images, textNotNull(QString::fromUtf8(answer)), deviceSequence});
}

void OutboxWriter::requeueInFlight()
{
    m_database.execute("UPDATE outbox SET state = 'queued' WHERE state = 'in_flight'");
}

qint64 OutboxWriter::numberAside()
{
    const std::vector<qint64> found = numbers("SELECT min(coalesce(min(device_sequence), 0), 0) - 1 FROM outbox");
    return found.empty() ? -1 : found.front(); // where reading failed nothing will be committed
}

qint64 OutboxWriter::takeOut(qint64 deviceSequence)
{
    const std::vector<qint64> behind = numbers("SELECT device_sequence FROM outbox WHERE device_sequence > ? ORDER BY device_sequence", {deviceSequence});
    m_database.execute("UPDATE outbox SET device_sequence = ? WHERE device_sequence = ?", {numberAside(), deviceSequence});
    for (const qint64 number : behind)
        m_database.execute("UPDATE outbox SET device_sequence = ? WHERE device_sequence = ?", {number - 1, number});
    return deviceSequence + qint64(behind.size()) - 1;
}

std::vector<qint64> OutboxWriter::numbers(const char* sql, std::initializer_list<QVariant> values)
{
    std::vector<qint64> found;
    Rows rows = m_database.run(sql, values);
    while (rows.next())
        found.push_back(rows.number(0));
    return found;
}

void OutboxWriter::moveTo(const std::vector<qint64>& from, qint64 first)
{
    if (from.empty() || (from.front() == first && from.back() == first + qint64(from.size()) - 1))
        return;
    constexpr qint64 aside = qint64(1) << 40; // further down than anything: the new places may be those of others that move, too
    for (const qint64 number : from)
        m_database.execute("UPDATE outbox SET device_sequence = device_sequence - ? WHERE device_sequence = ?", {aside, number});
    for (const qint64 number : from)
        m_database.execute("UPDATE outbox SET device_sequence = ? WHERE device_sequence = ?", {first++, number - aside});
}

qint64 OutboxWriter::renumber()
{
    m_database.execute("UPDATE outbox SET state = 'queued' WHERE state IN ('in_flight', 'acknowledged')");
    const std::vector<qint64> answered = numbers("SELECT device_sequence FROM outbox WHERE state <> 'queued' ORDER BY device_sequence");
    const std::vector<qint64> waiting = numbers("SELECT device_sequence FROM outbox WHERE state = 'queued' ORDER BY device_sequence");
    moveTo(answered, 1 - qint64(answered.size()));
    moveTo(waiting, 1);
    return qint64(waiting.size());
}

std::vector<qint64> OutboxWriter::numbersWithout(const std::set<QByteArray>& ids, const char* sql, std::initializer_list<QVariant> values)
{
    std::vector<qint64> found;
    Rows rows = m_database.run(sql, values);
    while (rows.next()) {
        if (!ids.contains(rows.bytes(1)))
            found.push_back(rows.number(0));
    }
    return found;
}

OutboxWriter::OfferedAgain OutboxWriter::offerFrom(qint64 deviceSequence, const std::set<QByteArray>& known)
{
    const std::vector<qint64> all = numbers("SELECT device_sequence FROM outbox WHERE device_sequence >= ? ORDER BY device_sequence", {deviceSequence});
    const std::vector<qint64> own = numbersWithout(known, "SELECT device_sequence, id FROM outbox WHERE device_sequence >= ?"
                                                          " AND state NOT IN ('rejected', 'conflict', 'settled') ORDER BY device_sequence",
                                                   {deviceSequence});
    // A number that the server has passed without the command: a late copy of the request came to a server restored from before it, and was
    // refused there.
    const std::vector<qint64> former = numbersWithout(known, "SELECT device_sequence, id FROM outbox o WHERE device_sequence < ?"
                                                             " AND state NOT IN ('rejected', 'conflict', 'settled') AND (device_sequence > 0 OR"
                                                             " (state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM command_log l WHERE l.id = o.id)))"
                                                             " ORDER BY device_sequence",
                                                      {deviceSequence});
    std::vector<qint64> done;
    std::set_difference(all.begin(), all.end(), own.begin(), own.end(), std::back_inserter(done));
    moveTo(done, numberAside() + 1 - qint64(done.size()));
    moveTo(own, deviceSequence + qint64(former.size()));
    moveTo(former, deviceSequence);
    const qint64 count = m_database.run("UPDATE outbox SET state = 'queued', log_sequence = NULL WHERE device_sequence >= ?"
                                        " AND state IN ('in_flight', 'acknowledged', 'confirmed')",
                                        {deviceSequence})
                             .changed();
    return {count, deviceSequence - 1 + qint64(former.size() + own.size())};
}

void OutboxWriter::forgetConfirmed(qint64 keep)
{
    m_database.execute("DELETE FROM outbox WHERE state = 'confirmed' AND device_sequence <= (SELECT max(device_sequence) FROM outbox) - ?", {keep});
}

void OutboxWriter::forgetEverything()
{
    m_database.execute("DELETE FROM outbox");
}

} // namespace encore::store
