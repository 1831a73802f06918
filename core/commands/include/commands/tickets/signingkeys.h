// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The keys that this workspace signs its tickets with: the public half in the workspace, the private half where the desk keeps secrets.

#include "commands/executor.h"
#include "domain/papers.h"
#include "store/secretstore.h"
#include "ticket/ticketcode.h"

#include <functional>

namespace encore::commands
{

/// Makes a key and accepts it. The secret is written first: a key that everybody accepts and nobody can sign with would be worse than an
/// unused secret.
[[nodiscard]] domain::Result<ticket::SigningKey> makeOwnKey(Executor& executor, const Actor& actor, store::SecretStore& secrets,
                                                            domain::RandomSource& random, const QString& label);
/// The newest key of our own whose private half is on this desk; MissingKey where there is none.
[[nodiscard]] domain::Result<ticket::SigningKey> ownKey(store::Reader& reader, store::SecretStore& secrets);

/// The tickets of an order that admit, each with its code. MissingKey, NotFound; Refused where no ticket of it is valid.
[[nodiscard]] domain::Result<std::vector<domain::TicketPaper>> ticketPapers(domain::OrderId order, const ticket::SigningKey& key, store::Reader& reader);
/// The same, each with what @p codeOf gives for its code.
[[nodiscard]] domain::Result<std::vector<domain::TicketPaper>> ticketPapers(domain::OrderId order, const std::function<domain::Result<QString>(domain::TicketId)>& codeOf,
                                                                            store::Reader& reader);
[[nodiscard]] domain::Result<domain::ReceiptPaper> receiptPaper(domain::OrderId order, store::Reader& reader);

} // namespace encore::commands
