// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "ticket/ticketcode.h"

namespace encore::store
{
class Reader;
}

namespace encore::commands
{

/// Records that a code was made for a ticket. The code itself is signed before, outside the log, by signCodeFor().
struct IssueTicket {
    static constexpr const char* name = "IssueTicket";
    static constexpr const char* summary = "Record that a signed code was made for a ticket.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageTickets;

    domain::TicketId ticketId;
    QByteArray keyId; ///< 8 bytes, of a key of our own

    struct Made {
        domain::TicketId ticketId;
    };
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<IssueTicket> {
    static auto fields()
    {
        return std::tuple(field("ticket_id", &IssueTicket::ticketId, "whose code was made"),
                          field("key_id", &IssueTicket::keyId, "the key that signed it, hexadecimal"));
    }
};

template<>
struct Descriptor<IssueTicket::Made> {
    static auto fields() { return std::tuple(field("ticket_id", &IssueTicket::Made::ticketId, "the ticket")); }
};

/// The code of a ticket in the store, signed with @p key: ticket, product, performance, seat and validity as the store knows them.
/// Refused for a ticket that is cancelled or revoked, or that has no performance.
[[nodiscard]] domain::Result<QString> signCodeFor(domain::TicketId ticketId, const ticket::SigningKey& key, store::Reader& reader);

} // namespace encore::commands
