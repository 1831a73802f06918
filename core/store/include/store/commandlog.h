// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace encore::store
{

/// The link of one entry: SHA-256 over the link before and everything the entry says. Source of the order: DESIGN §4, §5.
[[nodiscard]] QByteArray chainHash(const QByteArray& before, const LogEntry& entry);

struct ChainReport {
    qint64 entries = 0;
    QByteArray head; ///< hash of the last entry
    std::optional<qint64> brokenAt; ///< first sequence that does not hold
    domain::Message fault; ///< why, where brokenAt is set
};

/// Walks the whole log: sequence without gaps, links, and the head row. Body hashes are for core/commands, which knows bodies.
/// @p isWhole false: of a log that only some lines were sent of, which proves those that stand one behind the other.
[[nodiscard]] ChainReport verifyChain(Reader& reader, bool isWhole = true);

} // namespace encore::store
