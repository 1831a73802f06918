// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/unitofwork.h"

#include "engine.h"
#include "feedwriter.h"
#include "rowmapping.h"
#include "rowpack.h"
#include "store/commandlog.h"
#include "store/synctables.h"

namespace encore::store
{

UnitOfWork::UnitOfWork(Reader& reader, domain::RandomSource& random) :
    m_reader(reader), m_database(reader.database()), m_random(random), m_transaction(m_database)
{
    m_reader.forgetWhatOthersChanged();
}

UnitOfWork::~UnitOfWork()
{
    // Committed or not: what was read while it was being changed may not be so any more.
    if (m_catalogueChanged)
        m_reader.forgetCatalogue();
}

void UnitOfWork::catalogueChanges()
{
    m_catalogueChanged = true;
    m_reader.forgetCatalogue();
}

domain::Status UnitOfWork::commit()
{
    writeHead();
    if (m_deviceSequence)
        setDeskValue(QStringLiteral("device_sequence"), QString::number(*m_deviceSequence));
    if (const ChangeCapture* capture = m_database.capture()) {
        readHead();
        m_database.settle(); // what it changes is noted while it is carried out
        if (part() == Part::Authority)
            writeFeed(*this, *capture, *m_headSequence);
        writeDigests(m_database, *capture);
    }
    const domain::Status committed = m_transaction.commit();
    if (committed && m_headSequence)
        m_database.engine().committed(*m_headSequence);
    return committed;
}

void UnitOfWork::keepBeforeImages()
{
    Q_ASSERT(m_database.capture());
    m_database.capture()->setDetail(ChangeCapture::Detail::Images);
}

size_t UnitOfWork::changeMark() const
{
    return m_database.capture() ? m_database.capture()->mark() : 0;
}

QByteArray UnitOfWork::beforeImages(size_t mark) const
{
    QByteArray images;
    const std::vector<ChangeCapture::Change>& changes = m_database.capture()->changes();
    for (size_t i = mark; i < changes.size(); ++i) {
        packValue(images, QVariant(QString::fromLatin1(syncTables()[changes[i].table].name)));
        packValue(images, QVariant(changes[i].key));
        packValue(images, changes[i].before ? QVariant(*changes[i].before) : QVariant());
    }
    return images;
}

UnitOfWork::Attempt::Attempt(UnitOfWork& work) :
    m_work(work), m_savepoint(work.m_database), m_headSequence(work.m_headSequence), m_headHash(work.m_headHash),
    m_headChanged(work.m_headChanged), m_deviceSequence(work.m_deviceSequence), m_entrySequence(work.m_entrySequence),
    m_backerNumber(work.m_backerNumber)
{
}

UnitOfWork::Attempt::~Attempt()
{
    if (m_isKept) {
        m_savepoint.release();
        return;
    }
    m_savepoint.rollBack();
    m_work.m_headSequence = m_headSequence;
    m_work.m_headHash = m_headHash;
    m_work.m_headChanged = m_headChanged;
    m_work.m_deviceSequence = m_deviceSequence;
    m_work.m_entrySequence = m_entrySequence;
    m_work.m_backerNumber = m_backerNumber;
    if (m_work.m_catalogueChanged)
        m_work.m_reader.forgetCatalogue();
}

void UnitOfWork::createWorkspace(const WorkspaceRecord& workspace, domain::Instant at)
{
    m_database.execute("INSERT INTO workspace (id, name, currency, time_zone, created_at) VALUES (?, ?, ?, ?, ?)",
                       {workspace.id.bytes(), textNotNull(workspace.name), workspace.currency, workspace.zone.name(), at.ms});
}

void UnitOfWork::setDeskValue(const QString& name, const QString& value)
{
    m_database.execute("INSERT INTO desk (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                       {name, textNotNull(value)});
}

qint64 UnitOfWork::nextDeviceSequence()
{
    if (!m_deviceSequence)
        m_deviceSequence = m_reader.deskValue(QStringLiteral("device_sequence")).toLongLong();
    return ++*m_deviceSequence;
}

void UnitOfWork::putGate(const domain::Gate& gate)
{
    catalogueChanges(); // at once: the next command of this unit may ask
    m_database.execute(
        "INSERT INTO gates (id, label, name, performance_ids, product_ids, zone, include_unpaid, entry, rules, addon_match, capacity,"
        " admit_unlisted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
        " performance_ids = excluded.performance_ids, product_ids = excluded.product_ids, zone = excluded.zone,"
        " include_unpaid = excluded.include_unpaid, entry = excluded.entry, rules = excluded.rules, addon_match = excluded.addon_match,"
        " capacity = excluded.capacity, admit_unlisted = excluded.admit_unlisted",
        {gate.id.bytes(), gate.label, textNotNull(gate.name), idListColumn(gate.performanceIds), idListColumn(gate.productIds),
         column(gate.zone), gate.includeUnpaid, domain::enumText(gate.entry), textOrNull(gate.rules), gate.addonMatch,
         column(gate.capacity), gate.admitUnlisted});
}

void UnitOfWork::putZone(const domain::Zone& zone)
{
    catalogueChanges(); // at once: the next command of this unit may ask
    m_database.execute("INSERT INTO zones (id, label, name, parent, capacity) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                       " name = excluded.name, parent = excluded.parent, capacity = excluded.capacity",
                       {zone.id.bytes(), zone.label, textNotNull(zone.name), column(zone.parent), column(zone.capacity)});
}

void UnitOfWork::putIssuer(const domain::Issuer& issuer, bool own, domain::Instant at)
{
    catalogueChanges();
    const auto textMap = [](const auto& ids) {
        std::map<QString, QString> texts;
        for (const auto& [outside, id] : ids)
            texts.emplace(outside, id.text());
        return mapColumn(texts);
    };
    m_database.execute("INSERT INTO issuers (id, label, kind, public_key, product_map, performance_map, own, created_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                       {issuer.id.bytes(), issuer.label, domain::enumText(issuer.kind), issuer.publicKey, textMap(issuer.products),
                        textMap(issuer.performances), own, at.ms});
}

void UnitOfWork::putPerformance(const domain::Performance& performance)
{
    m_database.execute("INSERT INTO performances (id, label, title, doors_at, starts_at, ends_at, time_zone, age_rating) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (id) DO UPDATE SET title = excluded.title, doors_at = excluded.doors_at, starts_at = excluded.starts_at,"
                       " ends_at = excluded.ends_at, time_zone = excluded.time_zone, age_rating = excluded.age_rating",
                       {performance.id.bytes(), performance.label, performance.title, column(performance.doorsAt), column(performance.startsAt),
                        column(performance.endsAt), performance.zone.name(), column(performance.ageRating)});
    catalogueChanges();
}

void UnitOfWork::putProduct(const domain::Product& product)
{
    m_database.execute("INSERT INTO products (id, label, name, attention) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (id) DO UPDATE SET name = excluded.name, attention = excluded.attention",
                       {product.id.bytes(), product.label, product.name, product.attention});
    catalogueChanges();
}

void UnitOfWork::addOrder(const domain::Order& order)
{
    m_database.execute("INSERT INTO orders (id, label, status, requires_approval, admit_while_unpaid, is_group) VALUES (?, ?, ?, ?, ?, ?)",
                       {order.id.bytes(), order.label, domain::enumText(order.status), order.requiresApproval, order.admitWhileUnpaid,
                        order.isGroup});
    addContact(order.id.bytes(), order.buyerName, order.buyerEmail);
}

void UnitOfWork::setOrderStatus(domain::OrderId id, domain::OrderStatus status)
{
    m_database.execute("UPDATE orders SET status = ? WHERE id = ?", {domain::enumText(status), id.bytes()});
}

void UnitOfWork::addTicket(const domain::Ticket& ticket)
{
    m_database.execute("INSERT INTO tickets (id, label, order_id, product_id, variation_id, performance_id, seat, status, blocked, revoked,"
                       " valid_from, valid_until, attention, addon_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)",
                       {ticket.id.bytes(), ticket.label, ticket.orderId.bytes(), ticket.productId.bytes(), column(ticket.variationId),
                        column(ticket.performanceId), textNotNull(ticket.seat), domain::enumText(ticket.status), column(ticket.validFrom),
                        column(ticket.validUntil), ticket.attention, column(ticket.addonOf)});
    addContact(ticket.id.bytes(), ticket.holderName, ticket.holderEmail);
    m_database.execute("INSERT INTO ticket_search (rowid, holder, buyer, email, codes)"
                       " SELECT t.rowid, ?, coalesce(b.name, ''), ? || ' ' || coalesce(b.email, ''), o.label || ' ' || t.label || ' ' || t.seat"
                       " FROM tickets t JOIN orders o ON o.id = t.order_id LEFT JOIN contacts b ON b.owner = o.id WHERE t.id = ?",
                       {textNotNull(ticket.holderName), textNotNull(ticket.holderEmail), ticket.id.bytes()});
}

void UnitOfWork::addContact(const QByteArray& owner, const QString& name, const QString& email)
{
    if (!name.isEmpty() || !email.isEmpty())
        m_database.execute("INSERT INTO contacts (owner, name, email) VALUES (?, ?, ?)"
                           " ON CONFLICT (owner) DO UPDATE SET name = excluded.name, email = excluded.email, extra = NULL", {owner, textNotNull(name), textNotNull(email)});
}

void UnitOfWork::setBlocked(domain::TicketId id, bool blocked)
{
    m_database.execute("UPDATE tickets SET blocked = ? WHERE id = ?", {blocked, id.bytes()});
}

void UnitOfWork::setRevoked(domain::TicketId id)
{
    m_database.execute("UPDATE tickets SET revoked = 1 WHERE id = ?", {id.bytes()});
}

void UnitOfWork::setTicketStatus(domain::TicketId id, domain::TicketStatus status)
{
    m_database.execute("UPDATE tickets SET status = ? WHERE id = ?", {domain::enumText(status), id.bytes()});
}

void UnitOfWork::setAnswers(domain::TicketId id, const std::map<domain::QuestionId, QString>& answers)
{
    std::map<QString, QString> texts;
    for (const auto& [question, answer] : answers)
        texts.emplace(question.text(), answer);
    m_database.execute("UPDATE tickets SET answers = ? WHERE id = ?", {mapColumn(texts), id.bytes()});
}

void UnitOfWork::refuseCode(const char* kind, const QString& entry)
{
    m_database.execute("INSERT OR IGNORE INTO refused_codes (kind, entry) VALUES (?, ?)", {QString::fromLatin1(kind), entry});
}

void UnitOfWork::forgiveCode(const char* kind, const QString& entry)
{
    m_database.execute("DELETE FROM refused_codes WHERE kind = ? AND entry = ?", {QString::fromLatin1(kind), entry});
}

void UnitOfWork::addScan(const ScanRecord& record)
{
    const domain::Scan& scan = record.scan;
    const std::optional<domain::TicketId> ticketId
        = scan.ticketId.isNull() ? std::nullopt : std::optional<domain::TicketId>(scan.ticketId);
    m_database.execute(
        "INSERT INTO scans (id, ticket_id, gate_id, direction, at, device, device_sequence, verdict, reason, code_kind, listed, note,"
        " product_id, performance_id, log_sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {scan.id.bytes(), column(ticketId), scan.gateId.bytes(), domain::enumText(scan.direction), scan.at.ms, textNotNull(scan.device),
         scan.deviceSequence, record.admitted ? QStringLiteral("admitted") : QStringLiteral("refused"), textOrNull(record.reason),
         record.codeKind, record.listed, textOrNull(record.note), column(record.productId), column(record.performanceId),
         nextLogSequence()});
    const bool entry = scan.direction == domain::Direction::Entry;
    count(scan.gateId, {record.admitted && entry, record.admitted && !entry, 0, !record.admitted, record.admitted && !record.listed});
}

void UnitOfWork::addUndo(const ScanRecord& record, domain::Instant at, const QString& device, const QString& reason)
{
    m_database.execute("INSERT INTO scan_undos (scan_id, at, device, reason, log_sequence) VALUES (?, ?, ?, ?, ?)",
                       {record.scan.id.bytes(), at.ms, textNotNull(device), reason, nextLogSequence()});
    const bool entry = record.scan.direction == domain::Direction::Entry;
    count(record.scan.gateId, {entry ? -1 : 0, entry ? 0 : -1, 0, 0, record.listed ? 0 : -1});
}

void UnitOfWork::setPresence(domain::TicketId id, const std::map<domain::ZoneId, domain::GateId>& zones)
{
    const std::map<domain::ZoneId, domain::GateId> before = m_reader.presence(id);
    // A gate's own number counts whoever came into the gate's own zone by it.
    const auto countGate = [&](domain::ZoneId zone, domain::GateId gate, int difference) {
        const auto found = m_reader.catalogue().gates.find(gate);
        if (found != m_reader.catalogue().gates.end() && found->second.effectiveZone() == zone)
            count(gate, {0, 0, difference, 0, 0});
    };
    for (const auto& [zone, gate] : before) {
        const auto now = zones.find(zone);
        if (now != zones.end() && now->second == gate)
            continue;
        countGate(zone, gate, -1);
        if (now == zones.end()) {
            m_database.execute("DELETE FROM presence WHERE ticket_id = ? AND zone_id = ?", {id.bytes(), zone.bytes()});
            countZone(zone, -1);
        }
    }
    for (const auto& [zone, gate] : zones) {
        const auto old = before.find(zone);
        if (old != before.end() && old->second == gate)
            continue;
        m_database.execute("INSERT INTO presence (ticket_id, zone_id, gate_id) VALUES (?, ?, ?)"
                           " ON CONFLICT (ticket_id, zone_id) DO UPDATE SET gate_id = excluded.gate_id",
                           {id.bytes(), zone.bytes(), gate.bytes()});
        countGate(zone, gate, 1);
        if (old == before.end())
            countZone(zone, 1);
    }
}

void UnitOfWork::putSight(const Sight& sight)
{
    m_database.execute("INSERT INTO sights (device, gate_id, direction, signed_id, at, scan_id) VALUES (?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (device, gate_id, direction, signed_id) DO UPDATE SET at = excluded.at, scan_id = excluded.scan_id",
                       {textNotNull(sight.device), sight.gateId.bytes(), domain::enumText(sight.direction), sight.signedId.bytes(),
                        sight.at.ms, sight.scanId.bytes()});
}

void UnitOfWork::forgetSights(domain::ScanId id)
{
    m_database.execute("DELETE FROM sights WHERE scan_id = ?", {id.bytes()});
}

void UnitOfWork::appendLog(LogEntry& entry)
{
    readHead();
    entry.sequence = *m_headSequence + 1;
    entry.salt = m_random.bytes(16);
    entry.hash = chainHash(m_headHash, entry);
    m_database.execute("INSERT INTO command_log (sequence, id, name, schema_version, arguments, base_version, actor, device,"
                       " device_sequence, occurred_at, outcome, body_hash, salt, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       {entry.sequence, entry.id.bytes(), QString::fromLatin1(entry.name), entry.schemaVersion,
                        QString::fromUtf8(entry.arguments), entry.baseVersion ? QVariant(*entry.baseVersion) : QVariant(),
                        textNotNull(entry.actor), textNotNull(entry.device), entry.deviceSequence, entry.occurredAt.ms,
                        QString::fromUtf8(entry.outcome), entry.bodyHash, entry.salt, entry.hash});
    m_reader.noteOutsideLog(std::nullopt);
    m_headSequence = entry.sequence;
    m_headHash = entry.hash;
    m_headChanged = true;
    if (part() == Part::Desk)
        writeHead(); // with the command, so that it is taken back with it
}

void UnitOfWork::forgetSequences(qint64 seen)
{
    m_seenSequence = seen;
    m_headSequence.reset();
    m_headChanged = false;
    m_entrySequence.reset();
    m_backerNumber.reset();
}

qint64 UnitOfWork::nextLogSequence()
{
    readHead();
    return *m_headSequence + 1;
}

qint64 UnitOfWork::takeEntrySequence()
{
    if (!m_entrySequence) {
        Rows rows = m_database.run("SELECT max(sequence) FROM ledger_entries");
        m_entrySequence = rows.next() ? rows.number(0) : 0;
    }
    return ++*m_entrySequence;
}

qint64 UnitOfWork::takeBackerNumber()
{
    if (!m_backerNumber) {
        Rows rows = m_database.run("SELECT max(number) FROM backers");
        m_backerNumber = rows.next() ? rows.number(0) : 0;
    }
    return ++*m_backerNumber;
}

void UnitOfWork::readHead()
{
    if (m_headSequence)
        return;
    Rows rows = m_database.run("SELECT sequence, hash FROM log_head");
    m_headSequence = rows.next() ? rows.number(0) : 0;
    m_headHash = *m_headSequence > 0 ? rows.bytes(1) : QByteArray(32, '\0');
    // A desk may not see the end of the log and yet have lines and rows of it: what is provisional is counted behind all of them.
    if (part() == Part::Desk)
        m_headSequence = std::max({*m_headSequence, m_seenSequence, m_reader.deskValue(QStringLiteral("confirmed_sequence")).toLongLong()});
}

void UnitOfWork::writeHead()
{
    if (m_headChanged)
        // A desk that may not see the log has no row of it.
        m_database.execute("INSERT INTO log_head (one, sequence, hash) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence,"
                           " hash = excluded.hash",
                           {*m_headSequence, m_headHash});
    m_headChanged = false;
}

void UnitOfWork::count(domain::GateId id, const GateCounts& difference)
{
    m_database.execute("INSERT INTO gate_counts (gate_id, entries, exits, inside, refused, unlisted) VALUES (?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (gate_id) DO UPDATE SET entries = gate_counts.entries + excluded.entries,"
                       " exits = gate_counts.exits + excluded.exits, inside = gate_counts.inside + excluded.inside,"
                       " refused = gate_counts.refused + excluded.refused, unlisted = gate_counts.unlisted + excluded.unlisted",
                       {id.bytes(), difference.entries, difference.exits, difference.inside, difference.refused, difference.unlisted});
}

void UnitOfWork::countZone(domain::ZoneId id, int difference)
{
    m_database.execute("INSERT INTO zone_counts (zone_id, inside) VALUES (?, ?)"
                       " ON CONFLICT (zone_id) DO UPDATE SET inside = zone_counts.inside + excluded.inside",
                       {id.bytes(), difference});
}

} // namespace encore::store
