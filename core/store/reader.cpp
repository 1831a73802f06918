// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "searchterms.h"
#include "ticketrows.h"

namespace encore::store
{

Reader::Reader(std::shared_ptr<Database> database) : m_database(std::move(database)) { }

std::optional<WorkspaceRecord> Reader::workspace()
{
    Rows rows = m_database->run("SELECT id, name, currency, time_zone FROM workspace");
    if (!rows.next())
        return std::nullopt;
    WorkspaceRecord workspace;
    workspace.id = idAt<domain::WorkspaceId>(rows, 0);
    workspace.name = rows.text(1);
    workspace.currency = rows.text(2);
    if (const auto zone = domain::EventZone::fromName(rows.text(3)))
        workspace.zone = *zone;
    return workspace;
}

QString Reader::deskValue(const QString& name)
{
    Rows rows = m_database->run("SELECT value FROM desk WHERE name = ?", {name});
    return rows.next() ? rows.text(0) : QString();
}

namespace
{

std::vector<domain::Ticket> ticketsOf(Rows rows)
{
    std::vector<domain::Ticket> tickets;
    while (rows.next())
        tickets.push_back(ticketAt(rows));
    return tickets;
}

} // namespace

std::optional<domain::Ticket> Reader::ticket(domain::TicketId id)
{
    Rows rows = m_database->run("SELECT " ENCORE_TICKET_COLUMNS " FROM tickets t LEFT JOIN contacts c ON c.owner = t.id WHERE t.id = ?",
                                {id.bytes()});
    if (!rows.next())
        return std::nullopt;
    return ticketAt(rows);
}

std::vector<domain::Ticket> Reader::ticketsBySecret(const QString& secret)
{
    return ticketsOf(m_database->run(
        "SELECT " ENCORE_TICKET_COLUMNS " FROM tickets t LEFT JOIN contacts c ON c.owner = t.id WHERE t.secret = ? ORDER BY t.label",
        {secret}));
}

std::vector<domain::Ticket> Reader::addonsOf(domain::TicketId id)
{
    return ticketsOf(m_database->run(
        "SELECT " ENCORE_TICKET_COLUMNS " FROM tickets t LEFT JOIN contacts c ON c.owner = t.id WHERE t.addon_of = ? ORDER BY t.label",
        {id.bytes()}));
}

std::optional<domain::Order> Reader::order(domain::OrderId id)
{
    Rows rows = m_database->run("SELECT " ENCORE_ORDER_COLUMNS " FROM orders o LEFT JOIN contacts b ON b.owner = o.id WHERE o.id = ?",
                                {id.bytes()});
    if (!rows.next())
        return std::nullopt;
    return orderAt(rows, 0, id);
}

std::vector<GroupMember> Reader::groupOf(domain::OrderId order, const std::optional<domain::PerformanceId>& performance,
                                         domain::ZoneId zone)
{
    Rows rows = m_database->run("SELECT t.id, EXISTS (SELECT 1 FROM presence p WHERE p.ticket_id = t.id AND p.zone_id = ?)"
                                " FROM tickets t WHERE t.order_id = ? AND t.performance_id IS NOT DISTINCT FROM ? AND t.addon_of IS NULL"
                                " AND t.status = 'valid' AND t.revoked = 0 ORDER BY t.label",
                                {zone.bytes(), order.bytes(), column(performance)});
    std::vector<GroupMember> members;
    while (rows.next())
        members.push_back({idAt<domain::TicketId>(rows, 0), rows.flag(1)});
    return members;
}

bool Reader::isRefused(const char* kind, const QString& entry)
{
    Rows rows = m_database->run("SELECT 1 FROM refused_codes WHERE kind = ? AND entry = ?", {QString::fromLatin1(kind), entry});
    return rows.next();
}

std::vector<TicketRow> Reader::ticketRows(Rows rows)
{
    std::vector<TicketRow> found;
    while (rows.next()) {
        TicketRow row;
        row.ticket = ticketAt(rows);
        row.order = orderAt(rows, ticketColumns, row.ticket.orderId);
        row.inside = rows.flag(ticketColumns + orderColumns);
        row.lastEntryAt = optionalInstantAt(rows, ticketColumns + orderColumns + 1);
        found.push_back(row);
    }
    return found;
}

namespace
{

// What a row of a ticket list has beside the ticket: its order, whether somebody is inside on it, and since when.
#define ENCORE_TICKET_ROW                                                                                                        \
    "SELECT " ENCORE_TICKET_COLUMNS ", " ENCORE_ORDER_COLUMNS ","                                                                \
    " EXISTS (SELECT 1 FROM presence p WHERE p.ticket_id = t.id),"                                                               \
    " (SELECT max(s.at) FROM scans s WHERE s.ticket_id = t.id AND s.verdict = 'admitted' AND s.direction = 'entry'"              \
    "   AND NOT EXISTS (SELECT 1 FROM scan_undos u WHERE u.scan_id = s.id))"                                                     \
    " FROM tickets t LEFT JOIN orders o ON o.id = t.order_id LEFT JOIN contacts c ON c.owner = t.id"                             \
    " LEFT JOIN contacts b ON b.owner = t.order_id "

} // namespace

std::vector<TicketRow> Reader::findTickets(const QString& text, int limit)
{
    const QString terms = prefixTerms(text.left(200));
    if (terms.isEmpty())
        return {};
    return ticketRows(m_database->run(
        ENCORE_TICKET_ROW "WHERE t.rowid IN (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? LIMIT ?) ORDER BY coalesce(c.name, ''), t.label",
        {terms, limit}));
}

std::vector<TicketRow> Reader::doorList(std::optional<domain::PerformanceId> performanceId)
{
    if (performanceId) {
        return ticketRows(m_database->run(ENCORE_TICKET_ROW "WHERE t.status = 'valid' AND o.status IN ('paid', 'awaiting_payment')"
                                                            " AND t.performance_id = ? ORDER BY coalesce(c.name, ''), t.label",
                                          {performanceId->bytes()}));
    }
    return ticketRows(m_database->run(
        ENCORE_TICKET_ROW "WHERE t.status = 'valid' AND o.status IN ('paid', 'awaiting_payment') ORDER BY coalesce(c.name, ''), t.label"));
}

qint64 Reader::ticketCount()
{
    Rows rows = m_database->run("SELECT count(*) FROM tickets WHERE status = 'valid'");
    return rows.next() ? rows.number(0) : 0;
}

} // namespace encore::store
