// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace encore::commands
{

/// Takes back the newest fact of a ticket, with a reason: within 15 minutes on the device that made it, supervisors any.
/// An observation in the past stays written; the undo is a fact of its own.
struct UndoScan {
    static constexpr const char* name = "UndoScan";
    static constexpr const char* summary = "Take back the newest scan of a ticket, with a reason.";
    static constexpr int schemaVersion = 1;
    static constexpr bool isObservation = true;
    static constexpr Right right = Right::Scan;

    domain::ScanId scanId;
    QString reason; ///< 1 to 200 characters

    struct Made {
        domain::ScanId scanId;
        domain::TicketId ticketId;
    };
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<UndoScan> {
    static auto fields()
    {
        return std::tuple(field("scan_id", &UndoScan::scanId, "the scan to take back"),
                          field("reason", &UndoScan::reason, "why, in a few words").atMost(200));
    }
};

template<>
struct Descriptor<UndoScan::Made> {
    static auto fields()
    {
        return std::tuple(field("scan_id", &UndoScan::Made::scanId, "the scan that was taken back"),
                          field("ticket_id", &UndoScan::Made::ticketId, "its ticket"));
    }
};

} // namespace encore::commands
