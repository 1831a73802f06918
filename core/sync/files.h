// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files that commands name by their hash: the server has them before it is given such a command.

#include "store/outbox.h"

#include <set>

namespace encore::sync
{

struct FileToSend {
    QByteArray hash;
    std::optional<QByteArray> content; ///< absent: it is not here; the server will say so of the command
};

/// Of commands that are to go up. Where one names a file that is not in @p sent, those in front of it go alone, or, where it is the first
/// of them, the file does.
[[nodiscard]] std::optional<FileToSend> holdBackForFile(std::vector<store::OutboxItem>& items, const std::set<QByteArray>& sent, store::UnitOfWork& work);

} // namespace encore::sync
