// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/tickets/addsigningkey.h"
#include "commands/tickets/issueticket.h"
#include "commands/tickets/ticketstate.h"
#include "store/unitofwork.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

domain::Error noTicket(domain::TicketId id)
{
    return error(ErrorCode::NotFound, message("ticket.not_found").with("ticket", id.text()));
}

Result<TicketStateMade> setBlocked(domain::TicketId id, bool blocked, const QString& reason, store::UnitOfWork& work)
{
    if (reason.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("ticket.no_reason"));
    if (work.reader().ticket(id)) {
        work.setBlocked(id, blocked);
    } else if (blocked) {
        work.refuseCode("block", id.hex()); // its code may come from a desk that has it
    } else if (!work.reader().isRefused("block", id.hex())) {
        return noTicket(id);
    }
    if (!blocked)
        work.forgiveCode("block", id.hex());
    return TicketStateMade{id};
}

} // namespace

Result<AddSigningKey::Made> AddSigningKey::execute(const Context& context, store::UnitOfWork& work) const
{
    if (publicKey.size() != 32)
        return error(ErrorCode::Invalid, message("ticket.key_size").with("size", publicKey.size()));
    const QByteArray keyId = ticket::keyIdOf(publicKey);
    const auto& issuers = work.reader().catalogue().issuers;
    if (std::any_of(issuers.begin(), issuers.end(), [&](const domain::Issuer& issuer) { return issuer.publicKey == publicKey; }))
        return error(ErrorCode::Refused, message("ticket.key_known").with("key", QString::fromLatin1(keyId.toHex())));
    domain::Issuer issuer;
    issuer.label = QString::fromLatin1(keyId.toHex());
    issuer.id = domain::idForExternal<domain::IssuerId>(context.workspaceId, issuer.label);
    issuer.kind = domain::IssuerKind::Encore;
    issuer.publicKey = publicKey;
    work.putIssuer(issuer, true, context.occurredAt);
    return Made{keyId};
}

Result<IssueTicket::Made> IssueTicket::execute(const Context&, store::UnitOfWork& work) const
{
    if (!work.reader().ticket(ticketId))
        return noTicket(ticketId);
    const auto& issuers = work.reader().catalogue().issuers;
    const bool known = std::any_of(issuers.begin(), issuers.end(), [&](const domain::Issuer& issuer) {
        return issuer.kind == domain::IssuerKind::Encore && ticket::keyIdOf(issuer.publicKey) == keyId;
    });
    if (!known)
        return error(ErrorCode::NotFound, message("ticket.no_key").with("key", QString::fromLatin1(keyId.toHex())));
    return Made{ticketId};
}

Result<QString> signCodeFor(domain::TicketId ticketId, const ticket::SigningKey& key, store::Reader& reader)
{
    const std::optional<domain::Ticket> found = reader.ticket(ticketId);
    if (!found)
        return noTicket(ticketId);
    if (found->status == domain::TicketStatus::Cancelled || found->revoked)
        return error(ErrorCode::Refused, message("ticket.not_valid").with("ticket", found->label));
    if (!found->performanceId)
        return error(ErrorCode::Refused, message("ticket.no_performance").with("ticket", found->label));
    ticket::TicketClaims claims;
    claims.ticketId = found->id;
    claims.performanceId = *found->performanceId;
    claims.productId = found->productId;
    claims.seat = found->seat;
    // nbf and exp are whole seconds: nbf·1000 ≤ now < exp·1000 (CONTRACTS §2). Rounded up, because a code must not admit before its time.
    if (found->validFrom)
        claims.notBefore = (found->validFrom->ms + 999) / 1000;
    if (found->validUntil)
        claims.expires = found->validUntil->ms / 1000 + 1;
    return ticket::issueCode(claims, key);
}

Result<TicketStateMade> RevokeTicket::execute(const Context&, store::UnitOfWork& work) const
{
    if (reason.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("ticket.no_reason"));
    if (work.reader().ticket(ticketId))
        work.setRevoked(ticketId);
    work.refuseCode("revocation", ticketId.hex());
    return Made{ticketId};
}

Result<TicketStateMade> BlockTicket::execute(const Context&, store::UnitOfWork& work) const
{
    return setBlocked(ticketId, true, reason, work);
}

Result<TicketStateMade> UnblockTicket::execute(const Context&, store::UnitOfWork& work) const
{
    return setBlocked(ticketId, false, reason, work);
}

} // namespace encore::commands
