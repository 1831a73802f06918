// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bundlestaging.h"

#include "rowmapping.h"
#include "statements.h"

namespace encore::store
{
namespace
{

// Each staged table has the columns of its table; names and e-mails wait beside their owner.
constexpr const char* stagedTables[]
    = {"products", "variations", "performances", "zones", "gates", "questions", "issuers", "orders", "tickets", "scans", "refused_codes",
       "bundle_members"};

QVariant jsonOrNull(const QByteArray& json)
{
    return json.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(QString::fromUtf8(json));
}

template<class IdType>
QString idMapText(const std::map<QString, IdType>& ids)
{
    std::map<QString, QString> texts;
    for (const auto& [outside, id] : ids)
        texts.emplace(outside, id.text());
    return mapColumn(texts);
}

} // namespace

bool BundleStaging::insert(const char* sql, std::initializer_list<QVariant> values)
{
    const Rows rows = m_database.run(sql, values);
    return rows.changed() > 0 || m_database.failure(); // a failure is told elsewhere; here it is no duplicate
}

void BundleStaging::begin()
{
    m_database.execute("BEGIN");
    for (const char* table : stagedTables) {
        const QString name = QString::fromLatin1(table);
        (void)m_database.run(QStringLiteral("DROP TABLE IF EXISTS temp.staged_%1").arg(name), {});
        (void)m_database.run(QStringLiteral("CREATE TEMP TABLE staged_%1 AS SELECT * FROM main.%1 WHERE false").arg(name), {});
        if (name != u"refused_codes" && name != u"bundle_members")
            (void)m_database.run(QStringLiteral("CREATE UNIQUE INDEX temp.staged_%1_id ON staged_%1 (id)").arg(name), {});
    }
    const char* own[] = {"DROP TABLE IF EXISTS temp.staged_workspace",
                         "DROP TABLE IF EXISTS temp.staged_contacts",
                         "DROP TABLE IF EXISTS temp.staged_mentions",
                         "DROP TABLE IF EXISTS temp.staged_bundle",
                         "CREATE TEMP TABLE staged_workspace AS SELECT * FROM main.workspace WHERE false",
                         "CREATE TEMP TABLE staged_contacts AS SELECT * FROM main.contacts WHERE false",
                         "CREATE TEMP TABLE staged_mentions (ticket_id BLOB, label TEXT, path TEXT)",
                         "CREATE TEMP TABLE staged_bundle (sha256 BLOB, workspace_id BLOB)"};
    for (const char* sql : own)
        (void)m_database.run(QString::fromLatin1(sql), {});
}

void BundleStaging::finish(const QByteArray& fileSha256, domain::WorkspaceId workspace)
{
    m_database.execute("INSERT INTO temp.staged_bundle VALUES (?, ?)", {fileSha256, workspace.bytes()});
    m_database.execute("COMMIT");
}

void BundleStaging::abandon()
{
    m_database.forgetFailure();
    m_database.execute("ROLLBACK");
    m_database.forgetFailure();
}

void BundleStaging::putWorkspace(const WorkspaceRecord& record, const QByteArray& extra)
{
    m_database.execute("INSERT INTO temp.staged_workspace (id, name, currency, time_zone, created_at, extra) VALUES (?, ?, ?, ?, 0, ?)",
                       {record.id.bytes(), textNotNull(record.name), record.currency, record.zone.name(), jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Product& product, const QByteArray& extra)
{
    return insert("INSERT OR IGNORE INTO temp.staged_products (id, label, name, attention, extra) VALUES (?, ?, ?, ?, ?)",
                  {product.id.bytes(), product.label, textNotNull(product.name), product.attention, jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Variation& variation, const QByteArray& extra)
{
    return insert("INSERT OR IGNORE INTO temp.staged_variations (id, label, product_id, name, extra) VALUES (?, ?, ?, ?, ?)",
                  {variation.id.bytes(), variation.label, variation.productId.bytes(), textNotNull(variation.name), jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Performance& performance, const QByteArray& extra)
{
    return insert("INSERT OR IGNORE INTO temp.staged_performances (id, label, title, doors_at, starts_at, ends_at, time_zone, age_rating,"
                  " extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  {performance.id.bytes(), performance.label, textNotNull(performance.title), column(performance.doorsAt),
                   column(performance.startsAt), column(performance.endsAt), performance.zone.name(), column(performance.ageRating),
                   jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Zone& zone, const QByteArray& extra)
{
    return insert("INSERT OR IGNORE INTO temp.staged_zones (id, label, name, parent, capacity, extra) VALUES (?, ?, ?, ?, ?, ?)",
                  {zone.id.bytes(), zone.label, textNotNull(zone.name), column(zone.parent), column(zone.capacity), jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Gate& gate, const QByteArray& extra)
{
    return insert("INSERT OR IGNORE INTO temp.staged_gates (id, label, name, performance_ids, product_ids, zone, include_unpaid, entry,"
                  " rules, addon_match, capacity, admit_unlisted, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  {gate.id.bytes(), gate.label, textNotNull(gate.name), idListColumn(gate.performanceIds), idListColumn(gate.productIds),
                   column(gate.zone), gate.includeUnpaid, domain::enumText(gate.entry), textOrNull(gate.rules), gate.addonMatch,
                   column(gate.capacity), gate.admitUnlisted, jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Question& question, const QByteArray& optionsJson, const QByteArray& extra)
{
    return insert("INSERT OR IGNORE INTO temp.staged_questions (id, label, text, kind, required, ask_at_door, product_ids, options, extra)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  {question.id.bytes(), question.label, textNotNull(question.text), domain::enumText(question.kind), question.required,
                   question.askAtDoor, idListColumn(question.productIds), QString::fromUtf8(optionsJson), jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Issuer& issuer, const QByteArray& extra)
{
    return insert("INSERT OR IGNORE INTO temp.staged_issuers (id, label, kind, public_key, product_map, performance_map, own, extra)"
                  " VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
                  {issuer.id.bytes(), issuer.label, domain::enumText(issuer.kind), issuer.publicKey, idMapText(issuer.products),
                   idMapText(issuer.performances), jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Order& order, const QByteArray& extra, const QByteArray& buyerExtra)
{
    m_database.execute("INSERT INTO temp.staged_contacts (owner, name, email, extra) VALUES (?, ?, ?, ?)",
                       {order.id.bytes(), textNotNull(order.buyerName), textNotNull(order.buyerEmail), jsonOrNull(buyerExtra)});
    return insert("INSERT OR IGNORE INTO temp.staged_orders (id, label, status, requires_approval, admit_while_unpaid, is_group, extra)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?)",
                  {order.id.bytes(), order.label, domain::enumText(order.status), order.requiresApproval, order.admitWhileUnpaid,
                   order.isGroup, jsonOrNull(extra)});
}

bool BundleStaging::add(const domain::Ticket& ticket, const QByteArray& extra)
{
    std::map<QString, QString> answers;
    for (const auto& [question, answer] : ticket.answers)
        answers.emplace(question.text(), answer);
    m_database.execute("INSERT INTO temp.staged_contacts (owner, name, email) VALUES (?, ?, ?)",
                       {ticket.id.bytes(), textNotNull(ticket.holderName), textNotNull(ticket.holderEmail)});
    return insert("INSERT OR IGNORE INTO temp.staged_tickets (id, label, order_id, product_id, variation_id, performance_id, secret, seat,"
                  " status, blocked, revoked, valid_from, valid_until, attention, addon_of, answers, extra)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  {ticket.id.bytes(), ticket.label, ticket.orderId.bytes(), ticket.productId.bytes(), column(ticket.variationId),
                   column(ticket.performanceId), textOrNull(ticket.secret), textNotNull(ticket.seat), domain::enumText(ticket.status),
                   ticket.blocked, ticket.revoked, column(ticket.validFrom), column(ticket.validUntil), ticket.attention,
                   column(ticket.addonOf), textOrNull(answers.empty() ? QString() : mapColumn(answers)), jsonOrNull(extra)});
}

void BundleStaging::add(const domain::Scan& scan, bool listed, const QByteArray& extra)
{
    m_database.execute("INSERT OR IGNORE INTO temp.staged_scans (id, ticket_id, gate_id, direction, at, device, device_sequence, verdict,"
                       " code_kind, listed, extra) VALUES (?, ?, ?, ?, ?, ?, 0, 'admitted', 'none', ?, ?)",
                       {scan.id.bytes(), scan.ticketId.bytes(), scan.gateId.bytes(), domain::enumText(scan.direction), scan.at.ms,
                        textNotNull(scan.device), listed, jsonOrNull(extra)});
}

void BundleStaging::addRefusedCode(const char* kind, const QString& entry)
{
    m_database.execute("INSERT INTO temp.staged_refused_codes (kind, entry) VALUES (?, ?)", {QString::fromLatin1(kind), entry});
}

void BundleStaging::addOther(const QString& member, qint64 position, const QByteArray& json)
{
    m_database.execute("INSERT INTO temp.staged_bundle_members (name, position, json) VALUES (?, ?, ?)",
                       {member, position, QString::fromUtf8(json)});
}

void BundleStaging::mention(domain::TicketId ticket, const QString& label, const QString& path)
{
    m_database.execute("INSERT INTO temp.staged_mentions VALUES (?, ?, ?)", {ticket.bytes(), label, path});
}

std::optional<DanglingReference> BundleStaging::danglingTicket()
{
    Rows rows = m_database.run("SELECT path, label FROM temp.staged_mentions m"
                               " WHERE NOT EXISTS (SELECT 1 FROM temp.staged_tickets s WHERE s.id = m.ticket_id)"
                               " AND NOT EXISTS (SELECT 1 FROM main.tickets t WHERE t.id = m.ticket_id) ORDER BY m.rowid LIMIT 1");
    if (!rows.next())
        return std::nullopt;
    return DanglingReference{rows.text(0), rows.text(1)};
}

bool BundleStaging::holds(const QByteArray& fileSha256)
{
    {
        Rows tables = m_database.run("SELECT 1 FROM temp.sqlite_master WHERE name = 'staged_bundle'");
        if (!tables.next())
            return false;
    }
    Rows rows = m_database.run(QStringLiteral("SELECT sha256 FROM temp.staged_bundle"), {});
    return rows.next() && rows.bytes(0) == fileSha256;
}

domain::WorkspaceId BundleStaging::workspace()
{
    Rows rows = m_database.run(QStringLiteral("SELECT workspace_id FROM temp.staged_bundle"), {});
    return rows.next() ? idAt<domain::WorkspaceId>(rows, 0) : domain::WorkspaceId();
}

bool BundleStaging::fits(Reader& reader)
{
    const std::optional<WorkspaceRecord> own = reader.workspace();
    return own && (own->id == workspace() || isEmpty(reader));
}

bool BundleStaging::isEmpty(Reader& reader)
{
    Rows rows = reader.database().run("SELECT EXISTS (SELECT 1 FROM products) OR EXISTS (SELECT 1 FROM performances)"
                                      " OR EXISTS (SELECT 1 FROM gates) OR EXISTS (SELECT 1 FROM zones) OR EXISTS (SELECT 1 FROM orders)"
                                      " OR EXISTS (SELECT 1 FROM projects)"
                                      " OR EXISTS (SELECT 1 FROM scans) OR EXISTS (SELECT 1 FROM issuers) OR EXISTS (SELECT 1 FROM questions)"
                                      " OR EXISTS (SELECT 1 FROM refused_codes) OR EXISTS (SELECT 1 FROM bundle_members)");
    return rows.next() && !rows.flag(0);
}

qint64 BundleStaging::countOf(const char* table)
{
    Rows rows = m_database.run(QStringLiteral("SELECT count(*) FROM temp.staged_%1").arg(QString::fromLatin1(table)), {});
    return rows.next() ? rows.number(0) : 0;
}

void BundleStaging::adoptWorkspace()
{
    m_database.execute("UPDATE main.workspace SET id = (SELECT workspace_id FROM temp.staged_bundle)");
    m_database.execute("UPDATE main.workspace SET (name, currency, time_zone, extra) = (SELECT name, currency, time_zone, extra"
                       " FROM temp.staged_workspace) WHERE EXISTS (SELECT 1 FROM temp.staged_workspace)");
}

void BundleStaging::publishCatalogue()
{
    m_database.execute("INSERT INTO main.products SELECT * FROM temp.staged_products WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, name = excluded.name, attention = excluded.attention, extra = excluded.extra");
    m_database.execute("INSERT INTO main.variations SELECT * FROM temp.staged_variations WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, product_id = excluded.product_id, name = excluded.name, extra = excluded.extra");
    m_database.execute("INSERT INTO main.performances SELECT * FROM temp.staged_performances WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, title = excluded.title, doors_at = excluded.doors_at, starts_at = excluded.starts_at,"
                       " ends_at = excluded.ends_at, time_zone = excluded.time_zone, age_rating = excluded.age_rating,"
                       " extra = excluded.extra");
    m_database.execute("INSERT INTO main.zones SELECT * FROM temp.staged_zones WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, name = excluded.name, parent = excluded.parent, capacity = excluded.capacity,"
                       " extra = excluded.extra");
    m_database.execute("INSERT INTO main.gates SELECT * FROM temp.staged_gates WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, name = excluded.name, performance_ids = excluded.performance_ids,"
                       " product_ids = excluded.product_ids, zone = excluded.zone, include_unpaid = excluded.include_unpaid,"
                       " entry = excluded.entry, rules = excluded.rules, addon_match = excluded.addon_match, capacity = excluded.capacity,"
                       " admit_unlisted = excluded.admit_unlisted, extra = excluded.extra");
    m_database.execute("INSERT INTO main.questions SELECT * FROM temp.staged_questions WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, text = excluded.text, kind = excluded.kind, required = excluded.required,"
                       " ask_at_door = excluded.ask_at_door, product_ids = excluded.product_ids, options = excluded.options,"
                       " extra = excluded.extra");
    // A key of our own stays our own, even when the bundle brings it back as somebody's.
    m_database.execute("INSERT INTO main.issuers SELECT * FROM temp.staged_issuers WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, kind = excluded.kind, public_key = excluded.public_key,"
                       " product_map = excluded.product_map, performance_map = excluded.performance_map, extra = excluded.extra");
    m_database.execute("INSERT OR IGNORE INTO main.refused_codes SELECT kind, entry FROM temp.staged_refused_codes");
    m_database.execute("DELETE FROM main.bundle_members WHERE name IN (SELECT name FROM temp.staged_bundle_members)");
    m_database.execute("INSERT INTO main.bundle_members SELECT name, position, json FROM temp.staged_bundle_members");
}

void BundleStaging::publishTickets()
{
    m_database.execute("INSERT INTO main.orders SELECT * FROM temp.staged_orders WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, status = excluded.status, requires_approval = excluded.requires_approval,"
                       " admit_while_unpaid = excluded.admit_while_unpaid, is_group = excluded.is_group, extra = excluded.extra");
    m_database.execute("INSERT INTO main.tickets SELECT * FROM temp.staged_tickets WHERE true ON CONFLICT (id) DO UPDATE SET"
                       " label = excluded.label, order_id = excluded.order_id, product_id = excluded.product_id,"
                       " variation_id = excluded.variation_id, performance_id = excluded.performance_id, secret = excluded.secret,"
                       " seat = excluded.seat, status = excluded.status, blocked = excluded.blocked, revoked = excluded.revoked,"
                       " valid_from = excluded.valid_from, valid_until = excluded.valid_until, attention = excluded.attention,"
                       " addon_of = excluded.addon_of, answers = excluded.answers, extra = excluded.extra");
    m_database.execute("DELETE FROM main.contacts WHERE owner IN (SELECT owner FROM temp.staged_contacts"
                       " WHERE name = '' AND email = '' AND extra IS NULL)");
    m_database.execute("INSERT INTO main.contacts SELECT owner, name, email, extra FROM temp.staged_contacts"
                       " WHERE name <> '' OR email <> '' OR extra IS NOT NULL"
                       " ON CONFLICT (owner) DO UPDATE SET name = excluded.name, email = excluded.email, extra = excluded.extra");
}

void BundleStaging::publishSearch()
{
    // All tickets of the orders in the bundle: a buyer's new name is found through tickets that the bundle left out, too.
    m_database.execute("DELETE FROM main.ticket_search WHERE rowid IN (SELECT t.rowid FROM temp.staged_orders s"
                       " JOIN main.tickets t ON t.order_id = s.id)");
    m_database.execute(ENCORE_TICKET_SEARCH " WHERE o.id IN (SELECT id FROM temp.staged_orders)");
}

StagedCounts BundleStaging::publish()
{
    adoptWorkspace();
    publishCatalogue();
    publishTickets();
    publishSearch();
    StagedCounts counts;
    counts.newScans = m_database.run("INSERT OR IGNORE INTO main.scans SELECT * FROM temp.staged_scans").changed();
    counts.products = countOf("products");
    counts.performances = countOf("performances");
    counts.gates = countOf("gates");
    counts.zones = countOf("zones");
    counts.questions = countOf("questions");
    counts.issuers = countOf("issuers");
    counts.orders = countOf("orders");
    counts.tickets = countOf("tickets");
    return counts;
}

void UnitOfWork::rebuildCounts(const PresenceRule& presenceOf)
{
    catalogueChanges();
    m_database.execute("DELETE FROM presence");
    m_database.execute("DELETE FROM zone_counts");
    m_database.execute("DELETE FROM gate_counts");
    m_database.execute("INSERT INTO gate_counts (gate_id, entries, exits, inside, refused, unlisted) SELECT s.gate_id,"
                       " count(*) FILTER (WHERE s.verdict = 'admitted' AND s.direction = 'entry' AND u.scan_id IS NULL),"
                       " count(*) FILTER (WHERE s.verdict = 'admitted' AND s.direction = 'exit' AND u.scan_id IS NULL), 0,"
                       " count(*) FILTER (WHERE s.verdict = 'refused'),"
                       " count(*) FILTER (WHERE s.verdict = 'admitted' AND s.listed = 0 AND u.scan_id IS NULL)"
                       " FROM scans s LEFT JOIN scan_undos u ON u.scan_id = s.id GROUP BY s.gate_id");
    Rows tickets = m_database.run("SELECT DISTINCT ticket_id FROM scans WHERE verdict = 'admitted'");
    while (tickets.next()) {
        const auto ticket = idAt<domain::TicketId>(tickets, 0);
        setPresence(ticket, presenceOf(m_reader.history(ticket), m_reader.catalogue()));
    }
}

} // namespace encore::store
