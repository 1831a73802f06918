// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fulfilment.h"

#include "rowmapping.h"

namespace encore::store
{

namespace
{

#define ENCORE_STANDS_TO_SEND "p.confirmed = 1 AND p.state IN ('confirmed', 'partly_refunded', 'won'"

std::vector<domain::Dispatch> dispatchesOf(Database& database, Rows rows)
{
    std::vector<domain::Dispatch> found;
    while (rows.next()) {
        domain::Dispatch dispatch{idAt<domain::DispatchId>(rows, 1), idAt<domain::PledgeId>(rows, 2), {rows.number(3)}, rows.text(4), rows.text(5), rows.text(6), {}};
        Rows items = database.run("SELECT line, item, quantity FROM dispatch_items WHERE dispatch = ? ORDER BY line, item", {rows.number(0)});
        while (items.next())
            dispatch.items.push_back({int(items.number(0)), int(items.number(1)), int(items.number(2))});
        found.push_back(std::move(dispatch));
    }
    return found;
}

} // namespace

std::optional<domain::DeliveryAddress> FulfilmentReader::address(domain::PledgeId pledge)
{
    Rows rows = m_database.run("SELECT name, phone, street, details, city, region, postal_code, country, note FROM addresses WHERE pledge_id = ?",
                               {pledge.bytes()});
    if (!rows.next())
        return std::nullopt;
    return domain::DeliveryAddress{rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6), rows.text(7), rows.text(8)};
}

std::vector<domain::Dispatch> FulfilmentReader::dispatches(domain::PledgeId pledge)
{
    return dispatchesOf(m_database, m_database.run("SELECT number, id, pledge_id, at, carrier, tracking, note FROM dispatches WHERE pledge_id = ? ORDER BY number",
                                                   {pledge.bytes()}));
}

std::optional<domain::Dispatch> FulfilmentReader::dispatch(domain::DispatchId id)
{
    auto found = dispatchesOf(m_database, m_database.run("SELECT number, id, pledge_id, at, carrier, tracking, note FROM dispatches WHERE id = ?", {id.bytes()}));
    return found.empty() ? std::nullopt : std::optional<domain::Dispatch>(found.front());
}

std::vector<domain::PledgeId> FulfilmentReader::toPack(const PackingFilter& filter)
{
    QString sql = QStringLiteral("SELECT p.id FROM pledges p WHERE p.project_id = ? AND " ENCORE_STANDS_TO_SEND);
    if (filter.includesSent)
        sql += QStringLiteral(", 'fulfilled'");
    sql += QStringLiteral(") AND EXISTS (SELECT 1 FROM pledge_lines l WHERE l.pledge_id = p.id)");
    QVariantList values{filter.projectId.bytes()};
    if (filter.after) {
        sql += QStringLiteral(" AND p.placed_at >= ? AND (p.placed_at > ? OR p.id > ?)");
        values << filter.after->first.ms << filter.after->first.ms << filter.after->second.bytes();
    }
    sql += QStringLiteral(" ORDER BY p.placed_at, p.id LIMIT ?");
    values << filter.limit;
    std::vector<domain::PledgeId> found;
    Rows rows = m_database.run(sql, values);
    while (rows.next())
        found.push_back(idAt<domain::PledgeId>(rows, 0));
    return found;
}

std::vector<RewardUnits> FulfilmentReader::owedUnits(domain::ProjectId project)
{
    std::vector<RewardUnits> found;
    Rows rows = m_database.run("SELECT l.reward_id, sum(l.quantity) FROM pledges p JOIN pledge_lines l ON l.pledge_id = p.id"
                               " WHERE p.project_id = ? AND " ENCORE_STANDS_TO_SEND ", 'fulfilled') GROUP BY l.reward_id",
                               {project.bytes()});
    while (rows.next())
        found.push_back({idAt<domain::RewardId>(rows, 0), rows.number(1)});
    return found;
}

std::vector<SentUnits> FulfilmentReader::sentUnits(domain::ProjectId project)
{
    std::vector<SentUnits> found;
    Rows rows = m_database.run("SELECT l.reward_id, i.item, sum(i.quantity) FROM dispatches d JOIN pledges p ON p.id = d.pledge_id"
                               " JOIN dispatch_items i ON i.dispatch = d.number JOIN pledge_lines l ON l.pledge_id = p.id AND l.line = i.line"
                               " WHERE p.project_id = ? AND " ENCORE_STANDS_TO_SEND ", 'fulfilled') GROUP BY l.reward_id, i.item",
                               {project.bytes()});
    while (rows.next())
        found.push_back({idAt<domain::RewardId>(rows, 0), int(rows.number(1)), rows.number(2)});
    return found;
}

std::optional<domain::PledgeId> FulfilmentReader::pledgeOf(domain::OrderId order)
{
    Rows rows = m_database.run("SELECT pledge_id FROM pledge_orders WHERE order_id = ?", {order.bytes()});
    return rows.next() ? std::optional(idAt<domain::PledgeId>(rows, 0)) : std::nullopt;
}

qint64 FulfilmentReader::ticketsToAdmit(domain::PledgeId pledge)
{
    Rows rows = m_database.run("SELECT count(*) FROM pledge_orders o JOIN tickets t ON t.order_id = o.order_id WHERE o.pledge_id = ?"
                               " AND t.status = 'valid' AND t.revoked = 0 AND NOT EXISTS (SELECT 1 FROM scans s WHERE s.ticket_id = t.id"
                               " AND s.verdict = 'admitted' AND s.direction = 'entry'"
                               " AND NOT EXISTS (SELECT 1 FROM scan_undos u WHERE u.scan_id = s.id))",
                               {pledge.bytes()});
    return rows.next() ? rows.number(0) : 0;
}

void FulfilmentWriter::put(domain::PledgeId pledge, const domain::DeliveryAddress& address)
{
    m_database.execute("INSERT INTO addresses (pledge_id, name, phone, street, details, city, region, postal_code, country, note)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pledge_id) DO UPDATE SET name = excluded.name, phone = excluded.phone,"
                       " street = excluded.street, details = excluded.details, city = excluded.city, region = excluded.region,"
                       " postal_code = excluded.postal_code, country = excluded.country, note = excluded.note",
                       {pledge.bytes(), textNotNull(address.name), textNotNull(address.phone), textNotNull(address.street), textNotNull(address.details),
                        textNotNull(address.city), textNotNull(address.region), textNotNull(address.postalCode), textNotNull(address.country),
                        textNotNull(address.note)});
}

void FulfilmentWriter::add(const domain::Dispatch& dispatch)
{
    m_database.execute("INSERT INTO dispatches (number, id, pledge_id, at, carrier, tracking, note)"
                       " SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? FROM dispatches",
                       {dispatch.id.bytes(), dispatch.pledge.bytes(), dispatch.at.ms, textNotNull(dispatch.carrier), textNotNull(dispatch.tracking),
                        textNotNull(dispatch.note)});
    for (const domain::DispatchedItem& item : dispatch.items) {
        m_database.execute("INSERT INTO dispatch_items (dispatch, line, item, quantity) SELECT number, ?, ?, ? FROM dispatches WHERE id = ?",
                           {item.line, item.item, item.quantity, dispatch.id.bytes()});
    }
}

void FulfilmentWriter::correct(const domain::Dispatch& dispatch)
{
    m_database.execute("UPDATE dispatches SET carrier = ?, tracking = ?, note = ? WHERE id = ?",
                       {textNotNull(dispatch.carrier), textNotNull(dispatch.tracking), textNotNull(dispatch.note), dispatch.id.bytes()});
}

} // namespace encore::store
