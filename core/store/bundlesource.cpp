// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bundlesource.h"

#include "rowmapping.h"

namespace encore::store
{

QByteArray BundleSource::workspaceExtra()
{
    Rows rows = m_database.run("SELECT extra FROM workspace");
    return rows.next() ? rows.text(0).toUtf8() : QByteArray();
}

std::map<QUuid, QByteArray> BundleSource::extras(const char* table)
{
    Rows rows = m_database.run(QStringLiteral("SELECT id, extra FROM %1 WHERE extra IS NOT NULL").arg(QString::fromLatin1(table)), {});
    std::map<QUuid, QByteArray> found;
    while (rows.next())
        found.emplace(QUuid::fromRfc4122(rows.bytes(0)), rows.text(1).toUtf8());
    return found;
}

void BundleSource::eachOrder(const std::function<bool(const BundleOrderRow&)>& visit)
{
    Rows rows = m_database.run("SELECT o.id, o.label, o.status, o.requires_approval, o.admit_while_unpaid, b.name, b.email, o.extra, b.extra"
                               " FROM orders o LEFT JOIN contacts b ON b.owner = o.id ORDER BY o.label");
    while (rows.next()) {
        BundleOrderRow row;
        row.order = {idAt<domain::OrderId>(rows, 0),
                     rows.text(1),
                     enumAt(rows, 2, domain::OrderStatus::Cancelled),
                     rows.flag(3),
                     rows.flag(4),
                     rows.text(5),
                     rows.text(6)};
        row.extra = rows.text(7).toUtf8();
        row.buyerExtra = rows.text(8).toUtf8();
        if (!visit(row))
            return;
    }
}

void BundleSource::ticketsOf(domain::OrderId order, const WithExtra<domain::Ticket>& visit)
{
    std::vector<std::pair<domain::TicketId, QByteArray>> ids;
    {
        Rows rows = m_database.run("SELECT id, extra FROM tickets WHERE order_id = ? ORDER BY label", {order.bytes()});
        while (rows.next())
            ids.emplace_back(idAt<domain::TicketId>(rows, 0), rows.text(1).toUtf8());
    }
    for (const auto& [id, extra] : ids) {
        if (const auto ticket = m_reader.ticket(id))
            visit(*ticket, extra);
    }
}

void BundleSource::eachRefusedCode(const char* kind, const std::function<void(const QString&)>& visit)
{
    Rows rows = m_database.run("SELECT entry FROM refused_codes WHERE kind = ? ORDER BY entry", {QString::fromLatin1(kind)});
    while (rows.next())
        visit(rows.text(0));
}

std::map<QUuid, QByteArray> BundleSource::questionOptions()
{
    Rows rows = m_database.run("SELECT id, options FROM questions");
    std::map<QUuid, QByteArray> found;
    while (rows.next())
        found.emplace(QUuid::fromRfc4122(rows.bytes(0)), rows.text(1).toUtf8());
    return found;
}

void BundleSource::eachOther(const std::function<void(const QString&, qint64, const QByteArray&)>& visit)
{
    Rows rows = m_database.run("SELECT name, position, json FROM bundle_members ORDER BY name, position");
    while (rows.next())
        visit(rows.text(0), rows.number(1), rows.text(2).toUtf8());
}

void BundleSource::eachPassage(const std::function<void(const domain::Scan&, const QString&)>& visit)
{
    // A passage on a code that is not listed has no ticket that a bundle could name.
    Rows rows = m_database.run("SELECT s.id, s.ticket_id, s.gate_id, s.direction, s.at, s.device, t.label FROM scans s"
                               " JOIN tickets t ON t.id = s.ticket_id LEFT JOIN scan_undos u ON u.scan_id = s.id"
                               " WHERE s.verdict = 'admitted' AND u.scan_id IS NULL ORDER BY s.at, t.label, s.id");
    while (rows.next()) {
        const domain::Scan scan{idAt<domain::ScanId>(rows, 0),  idAt<domain::TicketId>(rows, 1),
                                idAt<domain::GateId>(rows, 2),  enumAt(rows, 3, domain::Direction::Entry),
                                domain::Instant{rows.number(4)}, rows.text(5),
                                0};
        visit(scan, rows.text(6));
    }
}

qint64 BundleSource::orderCount()
{
    Rows rows = m_database.run("SELECT count(*) FROM orders");
    return rows.next() ? rows.number(0) : 0;
}

} // namespace encore::store
