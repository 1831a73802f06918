// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/tickets/withdrawcodes.h"

#include "store/unitofwork.h"

namespace encore::commands
{

domain::Result<WithdrawCodes::Made> WithdrawCodes::execute(const Context&, store::UnitOfWork& work) const
{
    Made made;
    for (const domain::TicketId id : ticketIds) {
        if (work.reader().ticket(id))
            continue; // it exists: refusing it is RevokeTicket's, and another right
        work.refuseCode("revocation", id.hex());
        ++made.codes;
    }
    return made;
}

} // namespace encore::commands
