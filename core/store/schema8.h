// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

inline constexpr const char* schema8[] = {
    // Several servers on one database: who does what only one may do (lease.h).
    "CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, fence INTEGER NOT NULL, beat INTEGER NOT NULL) WITHOUT ROWID",
    // What a command made here: said again where it is asked for twice.
    "ALTER TABLE outbox ADD COLUMN outcome TEXT NOT NULL DEFAULT ''",
    // Which tickets a pledge brought; without it, each row of a packing list read all tickets.
    "CREATE INDEX pledge_orders_pledge ON pledge_orders (pledge_id)",
};

} // namespace encore::store
