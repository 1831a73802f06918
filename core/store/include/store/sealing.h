// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a desk that was shut out leaves behind is sealed for its house (libsodium sealed boxes, crypto_box_seal): whoever seals cannot open
// again. The house's secret half lies in the house's own database, beside every name that a box could tell; no feed, snapshot, bundle or
// desk ever has it. All servers of one database open the same boxes.

#include "store/unitofwork.h"

namespace encore::store
{

/// The public half, as desks hear of it: base64 of the key and the first 8 bytes of its SHA-256. Empty: the house has none.
[[nodiscard]] QString sealKeyOfHouse(Reader& house);
/// Whether a text is such a key, and arrived whole.
[[nodiscard]] bool isSealKey(const QString& text);
/// At the house: makes the two halves where there are none. All in the caller's transaction.
void makeSealKey(UnitOfWork& house);

/// At a desk: the key of its house, as it heard of it; empty: it never did.
[[nodiscard]] QString sealKeyAtDesk(Reader& desk);
void keepSealKey(UnitOfWork& desk, const QString& key); ///< @pre isSealKey(key)

/// @pre isSealKey(key)
[[nodiscard]] QByteArray sealed(const QByteArray& text, const QString& key);
/// Refused where the box is damaged, or was sealed for another house.
[[nodiscard]] domain::Result<QByteArray> unsealed(const QByteArray& box, Reader& house);

/// What was sealed at this desk.
struct SealedCommands {
    qint64 commands = 0;
    QByteArray box;
};
[[nodiscard]] std::vector<SealedCommands> sealedCommands(Reader& desk); ///< in the order in which they were sealed
void addSealed(UnitOfWork& desk, const SealedCommands& sealed);

/// Nothing that was deleted may be found in the bytes of the file or of its write-ahead log. @pre no transaction is open; of a file.
[[nodiscard]] domain::Status wipeTraces(Reader& writer);

} // namespace encore::store
