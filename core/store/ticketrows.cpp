// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticketrows.h"

namespace encore::store
{

domain::Ticket ticketAt(const Rows& rows)
{
    domain::Ticket ticket;
    ticket.id = idAt<domain::TicketId>(rows, 0);
    ticket.label = rows.text(1);
    ticket.orderId = idAt<domain::OrderId>(rows, 2);
    ticket.productId = idAt<domain::ProductId>(rows, 3);
    ticket.variationId = optionalIdAt<domain::VariationId>(rows, 4);
    ticket.performanceId = optionalIdAt<domain::PerformanceId>(rows, 5);
    ticket.secret = rows.text(6);
    ticket.seat = rows.text(7);
    ticket.status = enumAt(rows, 8, domain::TicketStatus::Cancelled);
    ticket.blocked = rows.flag(9);
    ticket.revoked = rows.flag(10);
    ticket.validFrom = optionalInstantAt(rows, 11);
    ticket.validUntil = optionalInstantAt(rows, 12);
    ticket.attention = rows.flag(13);
    ticket.addonOf = optionalIdAt<domain::TicketId>(rows, 14);
    for (const auto& [question, answer] : mapAt(rows, 15))
        ticket.answers.emplace(domain::QuestionId(QUuid::fromString(question)), answer);
    ticket.holderName = rows.text(16);
    ticket.holderEmail = rows.text(17);
    return ticket;
}

domain::Order orderAt(const Rows& rows, int first, domain::OrderId id)
{
    return {id,
            rows.text(first),
            enumAt(rows, first + 1, domain::OrderStatus::Cancelled),
            rows.flag(first + 2),
            rows.flag(first + 3),
            rows.flag(first + 4),
            rows.text(first + 5),
            rows.text(first + 6)};
}

} // namespace encore::store
