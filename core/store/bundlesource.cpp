// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bundlesource.h"

#include "engine.h"
#include "ticketrows.h"

namespace encore::store
{
namespace
{

/// What the catalogue has, in the order of @p rows (id, extra).
template<class IdType, class T>
std::vector<Stored<T>> inOrder(Rows rows, const std::map<IdType, T>& known)
{
    std::vector<Stored<T>> found;
    while (rows.next()) {
        if (const auto entry = known.find(idAt<IdType>(rows, 0)); entry != known.end())
            found.push_back({entry->second, rows.text(1).toUtf8()});
    }
    return found;
}

} // namespace

BundleSource::BundleSource(Reader& reader) : m_reader(reader), m_database(reader.database())
{
    m_database.forgetFailure();
    m_database.execute(m_database.engine().beginReading());
    m_reader.forgetCatalogue(); // it may be older than this transaction
}

BundleSource::~BundleSource()
{
    m_database.execute("ROLLBACK");
}

qint64 BundleSource::rowCount()
{
    Rows rows = m_database.run("SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM scans WHERE verdict = 'admitted')");
    return rows.next() ? rows.number(0) : 0;
}

std::optional<Stored<WorkspaceRecord>> BundleSource::workspace()
{
    const std::optional<WorkspaceRecord> record = m_reader.workspace();
    Rows rows = m_database.run("SELECT extra FROM workspace");
    if (!record || !rows.next())
        return std::nullopt;
    return Stored<WorkspaceRecord>{*record, rows.text(0).toUtf8()};
}

std::vector<Stored<domain::Product>> BundleSource::products()
{
    return inOrder(m_database.run("SELECT id, extra FROM products ORDER BY label"), catalogue().products);
}

std::map<domain::VariationId, QByteArray> BundleSource::variationExtras()
{
    std::map<domain::VariationId, QByteArray> extras;
    Rows rows = m_database.run("SELECT id, extra FROM variations WHERE extra IS NOT NULL");
    while (rows.next())
        extras.emplace(idAt<domain::VariationId>(rows, 0), rows.text(1).toUtf8());
    return extras;
}

std::vector<Stored<domain::Performance>> BundleSource::performances()
{
    return inOrder(m_database.run("SELECT id, extra FROM performances ORDER BY label"), catalogue().performances);
}

std::vector<Stored<domain::Zone>> BundleSource::zones()
{
    return inOrder(m_database.run("SELECT id, extra FROM zones ORDER BY label"), catalogue().zones);
}

std::vector<Stored<domain::Gate>> BundleSource::gates()
{
    return inOrder(m_database.run("SELECT id, extra FROM gates ORDER BY label"), catalogue().gates);
}

std::vector<StoredQuestion> BundleSource::questions()
{
    std::map<domain::QuestionId, std::pair<QByteArray, QByteArray>> beside;
    Rows rows = m_database.run("SELECT id, options, extra FROM questions");
    while (rows.next())
        beside.emplace(idAt<domain::QuestionId>(rows, 0), std::pair(rows.text(1).toUtf8(), rows.text(2).toUtf8()));
    std::vector<StoredQuestion> found;
    for (const domain::Question& question : catalogue().questions) {
        const auto& [options, extra] = beside[question.id];
        found.push_back({question, options, extra});
    }
    return found;
}

std::vector<Stored<domain::Issuer>> BundleSource::issuers()
{
    std::map<domain::IssuerId, QByteArray> extras;
    Rows rows = m_database.run("SELECT id, extra FROM issuers");
    while (rows.next())
        extras.emplace(idAt<domain::IssuerId>(rows, 0), rows.text(1).toUtf8());
    std::vector<Stored<domain::Issuer>> found;
    for (const domain::Issuer& issuer : catalogue().issuers)
        found.push_back({issuer, extras[issuer.id]});
    return found;
}

std::vector<StoredTicket> BundleSource::ticketsOf(domain::OrderId order)
{
    std::vector<StoredTicket> tickets;
    Rows rows = m_database.run("SELECT " ENCORE_TICKET_COLUMNS ", a.label, t.extra FROM tickets t"
                               " LEFT JOIN contacts c ON c.owner = t.id LEFT JOIN tickets a ON a.id = t.addon_of"
                               " WHERE t.order_id = ? ORDER BY t.label",
                               {order.bytes()});
    while (rows.next())
        tickets.push_back({ticketAt(rows), rows.text(ticketColumns), rows.text(ticketColumns + 1).toUtf8()});
    return tickets;
}

void BundleSource::eachOrder(const std::function<bool(const StoredOrder&)>& visit)
{
    Rows rows = m_database.run("SELECT o.id, o.extra, b.extra, " ENCORE_ORDER_COLUMNS
                               " FROM orders o LEFT JOIN contacts b ON b.owner = o.id ORDER BY o.label");
    while (rows.next()) {
        const auto id = idAt<domain::OrderId>(rows, 0);
        if (!visit({orderAt(rows, 3, id), rows.text(1).toUtf8(), rows.text(2).toUtf8(), ticketsOf(id)}))
            return;
    }
}

void BundleSource::eachScan(const std::function<bool(const StoredScan&)>& visit)
{
    // By what a scan says and not by its id, which another workspace makes anew.
    Rows rows = m_database.run("SELECT s.id, s.ticket_id, s.gate_id, s.direction, s.at, s.device, s.device_sequence, t.label, s.listed,"
                               " s.extra FROM scans s LEFT JOIN tickets t ON t.id = s.ticket_id LEFT JOIN gates g ON g.id = s.gate_id"
                               " WHERE s.verdict = 'admitted' AND NOT EXISTS (SELECT 1 FROM scan_undos u WHERE u.scan_id = s.id)"
                               " ORDER BY s.at, t.label, s.ticket_id, g.label, s.direction, s.device, s.extra");
    while (rows.next()) {
        StoredScan stored;
        stored.scan.id = idAt<domain::ScanId>(rows, 0);
        stored.scan.ticketId = idAt<domain::TicketId>(rows, 1);
        stored.scan.gateId = idAt<domain::GateId>(rows, 2);
        stored.scan.direction = enumAt(rows, 3, domain::Direction::Entry);
        stored.scan.at = {rows.number(4)};
        stored.scan.device = rows.text(5);
        stored.scan.deviceSequence = rows.number(6);
        stored.ticketLabel = rows.text(7);
        stored.listed = rows.flag(8);
        stored.extra = rows.text(9).toUtf8();
        if (!visit(stored))
            return;
    }
}

void BundleSource::eachRefusedCode(const char* kind, const std::function<bool(const QString&)>& visit)
{
    Rows rows = m_database.run("SELECT entry FROM refused_codes WHERE kind = ? ORDER BY entry", {QString::fromLatin1(kind)});
    while (rows.next()) {
        if (!visit(rows.text(0)))
            return;
    }
}

void BundleSource::eachOther(const std::function<bool(const QString&, qint64, const QByteArray&)>& visit)
{
    Rows rows = m_database.run("SELECT name, position, json FROM bundle_members ORDER BY name, position");
    while (rows.next()) {
        if (!visit(rows.text(0), rows.number(1), rows.text(2).toUtf8()))
            return;
    }
}

} // namespace encore::store
