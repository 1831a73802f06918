// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

/// Hearsay (hearsay.h). None of it is shared: it is in no feed, digest or log.
inline constexpr const char* schema10[] = {
    "CREATE TABLE heard_scans (command_id BLOB PRIMARY KEY, undone INTEGER NOT NULL, scan_id BLOB NOT NULL, ticket_id BLOB NOT NULL,"
    " gate_id BLOB NOT NULL, direction TEXT NOT NULL, at INTEGER NOT NULL, device TEXT NOT NULL, device_sequence INTEGER NOT NULL,"
    " heard_at INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX heard_scans_ticket ON heard_scans (ticket_id)",
    // Of which tickets something was heard, and with how many facts about them it was counted last.
    "CREATE TABLE heard_tickets (ticket_id BLOB PRIMARY KEY, facts INTEGER NOT NULL) WITHOUT ROWID",
    // What hearsay makes different of what is counted: for each ticket, and in all.
    "CREATE TABLE heard_parts (ticket_id BLOB NOT NULL, what TEXT NOT NULL, id BLOB NOT NULL, difference INTEGER NOT NULL,"
    " PRIMARY KEY (ticket_id, what, id)) WITHOUT ROWID",
    "CREATE TABLE heard_counts (what TEXT NOT NULL, id BLOB NOT NULL, difference INTEGER NOT NULL, PRIMARY KEY (what, id)) WITHOUT ROWID",
};

} // namespace encore::store
