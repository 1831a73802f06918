// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/executor.h"
#include "courier/letter.h"
#include "domain/papers.h"
#include "store/outgoing.h"

#include <functional>

namespace encore::courier
{

/// What a letter is written from beside the store.
struct Desk {
    std::function<domain::Result<std::vector<domain::TicketPaper>>(domain::OrderId)> tickets; ///< with their codes
    std::function<domain::Result<std::vector<Attachment>>(const std::vector<domain::TicketPaper>&, domain::Language)> attach; ///< may be empty
};

/// Puts a message into words, in the house's language: nobody says theirs yet. NotFound and Refused where there is nothing (any more) to
/// tell; Invalid where the recipient has no address; another error is of the moment.
[[nodiscard]] domain::Result<Letter> writeLetter(const store::OutgoingMessage& message, const store::MailSettings& settings, const Desk& desk,
                                                 store::Reader& reader);

} // namespace encore::courier
