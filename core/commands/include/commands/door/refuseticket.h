// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "domain/gate.h"

namespace encore::commands
{

/// An observation: somebody was turned away. Names the reason and never the code.
struct RefuseTicket {
    static constexpr const char* name = "RefuseTicket";
    static constexpr const char* summary = "Record that a scan was refused, with its reason.";
    static constexpr int schemaVersion = 1;
    static constexpr bool isObservation = true;
    static constexpr Right right = Right::Scan;

    std::optional<domain::TicketId> ticketId; ///< absent where the code was unknown
    domain::GateId gateId;
    domain::Direction direction = domain::Direction::Entry;
    QString reason; ///< as in a verdict
    QString codeKind;

    struct Made {
        domain::ScanId scanId;
    };
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<RefuseTicket> {
    static auto fields()
    {
        using T = RefuseTicket;
        return std::tuple(field("ticket_id", &T::ticketId, "the ticket, where the code named one"),
                          field("gate_id", &T::gateId, "where"), field("direction", &T::direction, "entry or exit"),
                          field("reason", &T::reason, "the verdict's reason").atMost(32),
                          field("code_kind", &T::codeKind, "what was scanned").atMost(16));
    }
};

template<>
struct Descriptor<RefuseTicket::Made> {
    static auto fields() { return std::tuple(field("scan_id", &RefuseTicket::Made::scanId, "the fact that was written")); }
};

} // namespace encore::commands
