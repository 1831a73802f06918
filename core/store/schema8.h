// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// Several servers on one database: who does what only one may do (lease.h).
inline constexpr const char* schema8[] = {
    "CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, fence INTEGER NOT NULL, beat INTEGER NOT NULL) WITHOUT ROWID",
};

} // namespace encore::store
