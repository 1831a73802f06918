// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace encore::commands
{

struct TicketStateMade {
    domain::TicketId ticketId;
};

template<>
struct Descriptor<TicketStateMade> {
    static auto fields() { return std::tuple(field("ticket_id", &TicketStateMade::ticketId, "the ticket")); }
};

/// For good: the code of this ticket is refused from now on, here and wherever the revocation list goes.
struct RevokeTicket {
    static constexpr const char* name = "RevokeTicket";
    static constexpr const char* summary = "Refuse a ticket's code for good, for example after it was issued again.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageTickets;
    using Made = TicketStateMade;

    domain::TicketId ticketId;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// For the time being: the ticket is refused until somebody unblocks it.
struct BlockTicket {
    static constexpr const char* name = "BlockTicket";
    static constexpr const char* summary = "Refuse a ticket until it is unblocked.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageTickets;
    using Made = TicketStateMade;

    domain::TicketId ticketId;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct UnblockTicket {
    static constexpr const char* name = "UnblockTicket";
    static constexpr const char* summary = "Admit a blocked ticket again.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageTickets;
    using Made = TicketStateMade;

    domain::TicketId ticketId;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<class T>
    requires std::is_same_v<typename T::Made, TicketStateMade>
struct Descriptor<T> {
    static auto fields()
    {
        return std::tuple(field("ticket_id", &T::ticketId, "which ticket"),
                          field("reason", &T::reason, "why, in a few words").atMost(200));
    }
};

} // namespace encore::commands
