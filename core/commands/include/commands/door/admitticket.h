// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "domain/gate.h"

namespace encore::commands
{

/// An observation: this ticket passed this gate. The verdict was given before; it is recorded whatever anybody finds out later.
struct AdmitTicket {
    static constexpr const char* name = "AdmitTicket";
    static constexpr const char* summary = "Record that a ticket passed a gate. The verdict has been given.";
    static constexpr int schemaVersion = 1;
    static constexpr bool isObservation = true;
    static constexpr Right right = Right::Scan;

    domain::TicketId ticketId;
    domain::GateId gateId;
    domain::Direction direction = domain::Direction::Entry;
    QString codeKind; ///< encore | pretix_sig1 | secret | none (found by name)
    bool listed = true;
    bool unpaidConfirmed = false;
    bool fullOverridden = false;
    QString note; ///< the reason, when it was admitted by name
    std::map<QString, QString> answers; ///< question id → answer given at the door
    std::optional<domain::ProductId> productId; ///< of an unlisted code
    std::optional<domain::PerformanceId> performanceId; ///< of an unlisted code

    struct Made {
        domain::ScanId scanId;
    };
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<AdmitTicket> {
    static auto fields()
    {
        using T = AdmitTicket;
        return std::tuple(field("ticket_id", &T::ticketId, "the ticket; for an unlisted code its signed id"),
                          field("gate_id", &T::gateId, "where"), field("direction", &T::direction, "entry or exit"),
                          field("code_kind", &T::codeKind, "what was scanned").atMost(16),
                          field("listed", &T::listed, "whether the store had the ticket").absentMeansDefault(),
                          field("unpaid_confirmed", &T::unpaidConfirmed, "the steward confirmed an unpaid ticket").absentMeansDefault(),
                          field("full_overridden", &T::fullOverridden, "a supervisor admitted past a limit").absentMeansDefault(),
                          field("note", &T::note, "why it was admitted by name").absentMeansDefault().atMost(200),
                          field("answers", &T::answers, "answers given at the door, by question id").absentMeansDefault(),
                          field("product_id", &T::productId, "of an unlisted code"),
                          field("performance_id", &T::performanceId, "of an unlisted code"));
    }
};

template<>
struct Descriptor<AdmitTicket::Made> {
    static auto fields() { return std::tuple(field("scan_id", &AdmitTicket::Made::scanId, "the fact that was written")); }
};

} // namespace encore::commands
