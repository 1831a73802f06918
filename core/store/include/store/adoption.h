// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A workspace that stood alone becomes the house of a server, with its whole log (DESIGN §6). Everything here is of one transaction, so that
// the server has all of it or none.

#include "store/unitofwork.h"

namespace encore::store
{

/// A consistent copy of a file, without what is free in it. Fails where @p path exists.
[[nodiscard]] domain::Status copyInto(const QString& path, Reader& file);

/// Whether a server has nothing yet but the one person who may sign in.
[[nodiscard]] bool isEmptyHouse(Reader& house);

/// Puts everything of @p file in the place of what the server has, but for that one person, who stays signed in. Refused where they are
/// among those of the file, too. @pre isEmptyHouse(work.reader()), both of the newest schema
[[nodiscard]] domain::Status takeOverHouse(Reader& file, UnitOfWork& work, domain::RandomSource& random);

/// At the file, once a server has it: who may sign in and what was told to whom is the house's business from now on.
void leaveToHouse(UnitOfWork& work);

} // namespace encore::store
