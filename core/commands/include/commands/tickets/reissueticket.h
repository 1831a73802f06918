// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace encore::commands
{

/// Lost, renamed or sold on: a new ticket takes the old one's place, and the old code is refused from now on.
struct ReissueTicket {
    static constexpr const char* name = "ReissueTicket";
    static constexpr const char* summary = "Issue a ticket anew and refuse its old code.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageTickets;
    struct Made {
        domain::TicketId ticketId;
        domain::TicketId revoked;
    };

    domain::TicketId ticketId;
    QString reason;
    std::optional<QString> holderName;
    std::optional<QString> holderEmail;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<ReissueTicket> {
    static auto fields()
    {
        using R = ReissueTicket;
        return std::tuple(field("ticket_id", &R::ticketId, "which ticket"), field("reason", &R::reason, "why, in a few words").atMost(200).notEmpty(),
                          field("holder_name", &R::holderName, "a new name on it; absent: as it was").atMost(200),
                          field("holder_email", &R::holderEmail, "a new e-mail; absent: as it was").atMost(254));
    }
};
template<>
struct Descriptor<ReissueTicket::Made> {
    static auto fields()
    {
        return std::tuple(field("ticket_id", &ReissueTicket::Made::ticketId, "the new ticket"),
                          field("revoked", &ReissueTicket::Made::revoked, "the old one"));
    }
};

/// Puts the tickets of an order into the outbox once more.
struct SendTickets {
    static constexpr const char* name = "SendTickets";
    static constexpr const char* summary = "Send the tickets of an order to its buyer, once more.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    struct Made {
        domain::MessageId messageId;
    };

    domain::OrderId orderId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Notes that the tickets of an order were printed or saved, so that nobody prints them a second time without knowing.
struct PrintTickets {
    static constexpr const char* name = "PrintTickets";
    static constexpr const char* summary = "Note that the tickets of an order were printed.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    struct Made {
        domain::OrderId orderId;
    };

    domain::OrderId orderId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<PrintTickets> {
    static auto fields() { return std::tuple(field("order_id", &PrintTickets::orderId, "which order")); }
};
template<>
struct Descriptor<PrintTickets::Made> {
    static auto fields() { return std::tuple(field("order_id", &PrintTickets::Made::orderId, "the order")); }
};

template<>
struct Descriptor<SendTickets> {
    static auto fields() { return std::tuple(field("order_id", &SendTickets::orderId, "which order")); }
};
template<>
struct Descriptor<SendTickets::Made> {
    static auto fields() { return std::tuple(field("message_id", &SendTickets::Made::messageId, "the message that waits to be sent")); }
};

} // namespace encore::commands
