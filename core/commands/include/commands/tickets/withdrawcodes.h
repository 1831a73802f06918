// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace encore::commands
{

struct CodesWithdrawn {
    int codes = 0;
};

template<>
struct Descriptor<CodesWithdrawn> {
    static auto fields() { return std::tuple(field("codes", &CodesWithdrawn::codes, "how many are refused from now on")); }
};

/// A desk sold while it was on its own, and the house said no: the codes it printed are for tickets that do not exist. A door that has
/// only the signature to go by must refuse them.
struct WithdrawCodes {
    static constexpr const char* name = "WithdrawCodes";
    static constexpr const char* summary = "Refuse codes that were handed out for tickets which never came to be.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    using Made = CodesWithdrawn;

    std::vector<domain::TicketId> ticketIds;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<WithdrawCodes> {
    static auto fields()
    {
        return std::tuple(field("ticket_ids", &WithdrawCodes::ticketIds, "the tickets that the codes name").atMost(10'000),
                          field("reason", &WithdrawCodes::reason, "what was refused").atMost(200));
    }
};

} // namespace encore::commands
