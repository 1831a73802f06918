// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was done at a desk and is nowhere else, as a file: when the desk's own file is damaged, or its person leaves.

#include "store/outbox.h"

namespace encore::sync
{

/// JSON of everything that was done here, in its order, what the authority has confirmed too: it may be restored to before that. As much
/// as can still be read.
[[nodiscard]] QByteArray salvage(store::Reader& reader);
[[nodiscard]] QByteArray salvageOf(const std::vector<store::OutboxItem>& items);
/// Several such files as one, in their order. Invalid where one of them is none.
[[nodiscard]] domain::Result<QByteArray> joined(const std::vector<QByteArray>& files);
/// Puts it into the outbox of a desk that knows none of it and takes everything anew next; they take effect here with that. Invalid where it is no such file.
[[nodiscard]] domain::Status takeOver(const QByteArray& salvaged, store::UnitOfWork& work);

} // namespace encore::sync
