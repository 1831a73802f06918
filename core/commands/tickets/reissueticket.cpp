// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/tickets/reissueticket.h"

#include "store/boxoffice.h"
#include "store/sales.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

Result<ReissueTicket::Made> ReissueTicket::execute(const Context& context, store::UnitOfWork& work) const
{
    const auto old = work.reader().ticket(ticketId);
    if (!old)
        return error(ErrorCode::NotFound, message("ticket.not_found").with("ticket", ticketId.text()));
    if (reason.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("ticket.no_reason"));
    if (old->status == domain::TicketStatus::Cancelled || old->revoked)
        return error(ErrorCode::Refused, message("ticket.not_valid").with("ticket", old->label));
    if (!work.reader().history(ticketId).empty())
        return error(ErrorCode::Refused, message("ticket.used").with("ticket", old->label));
    domain::Ticket ticket = *old;
    ticket.id = domain::idMadeBy<domain::TicketId>(context.commandId, 0);
    ticket.label = ticket.id.text();
    ticket.secret.clear();
    ticket.holderName = holderName.value_or(old->holderName);
    ticket.holderEmail = holderEmail.value_or(old->holderEmail);
    work.addTicket(ticket);
    if (!old->answers.empty())
        work.setAnswers(ticket.id, old->answers);
    if (old->blocked)
        work.setBlocked(ticket.id, true);
    work.setRevoked(ticketId);
    work.refuseCode("revocation", ticketId.hex());
    store::SaleWriter sales(work);
    if (const auto sale = sales.sale(old->orderId)) {
        domain::Sale after = *sale;
        for (domain::SaleLine& line : after.lines) {
            if (line.ticket == ticketId)
                line.ticket = ticket.id;
        }
        sales.put(sale, after);
    }
    return Made{ticket.id, ticketId};
}

Result<PrintTickets::Made> PrintTickets::execute(const Context&, store::UnitOfWork& work) const
{
    store::SaleWriter sales(work);
    const auto sale = sales.sale(orderId);
    if (!sale)
        return error(ErrorCode::NotFound, message("order.not_found").with("order", orderId.text()));
    sales.put(sale, *sale); // the line in the order's history is all there is to keep
    return Made{orderId};
}

Result<SendTickets::Made> SendTickets::execute(const Context& context, store::UnitOfWork& work) const
{
    const auto order = work.reader().order(orderId);
    if (!order)
        return error(ErrorCode::NotFound, message("order.not_found").with("order", orderId.text()));
    if (order->buyerEmail.isEmpty())
        return error(ErrorCode::Refused, message("order.no_email").with("order", order->label));
    const auto id = domain::idMadeBy<domain::MessageId>(context.commandId, 0);
    store::BoxOfficeWriter(work).add(
        {id, store::MessageKind::Tickets, store::MessageState::Waiting, orderId, orderId.uuid(), context.occurredAt, {}});
    return Made{id};
}

} // namespace encore::commands
