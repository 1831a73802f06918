// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a desk that was shut out had not got through: sealed for its house, which opens it for a supervisor, who takes it into the queue of
// a desk of their own (salvage.h). Guards I2 where the desk itself may know nobody any more.

#include "store/outbox.h"
#include "sync/transport.h"

namespace encore::sync
{

/// Seals everything in the outbox and removes it from there. Where no key of the house is known the outbox stays as it is.
[[nodiscard]] domain::Status sealOutbox(store::UnitOfWork& work);

/// JSON of everything that was sealed here, to be handed to whoever may open it.
[[nodiscard]] QByteArray sealedFile(store::Reader& desk);
[[nodiscard]] bool isSealedFile(const QByteArray& text);
/// The boxes of such a file, in their order. Invalid where it is none.
[[nodiscard]] domain::Result<std::vector<QByteArray>> boxesOf(const QByteArray& sealedFile);

/// Asks the house to open each box. The answer is a file of saved commands, as takeOver() wants it.
void unseal(Transport& transport, const QByteArray& token, const QByteArray& sealedFile, std::function<void(const domain::Result<QByteArray>&)> answer);

/// takeOver() of what was opened; everything is taken anew next, so that what a restored house has lost of it is seen. How many commands.
[[nodiscard]] domain::Result<qint64> takeOverUnsealed(const QByteArray& saved, store::UnitOfWork& work);

/// Why a desk that was shut out stands still, and what is to be done with what was done there.
[[nodiscard]] domain::Message shutOutWords(const store::OutboxCounts& outbox);

} // namespace encore::sync
