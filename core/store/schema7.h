// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// Many desks and one authority (DESIGN §5). What belongs to one file only is not shared: feed, digests, outbox, staged pages.
inline constexpr const char* schema7[] = {
    // At the authority: which rows each transaction changed. NULL: too many to name, so that a desk takes everything anew.
    "CREATE TABLE feed (number INTEGER PRIMARY KEY, log_sequence INTEGER NOT NULL, changes BLOB)",
    // Per table 256 sums of the hashes of its rows, by the hash of their keys.
    "CREATE TABLE digests (name TEXT PRIMARY KEY, sums BLOB NOT NULL) WITHOUT ROWID",
    // Which commands of a device took effect, and where in the log.
    "CREATE TABLE device_log (device_id BLOB NOT NULL, device_sequence INTEGER NOT NULL, command_id BLOB NOT NULL, log_sequence INTEGER NOT NULL,"
    " PRIMARY KEY (device_id, device_sequence)) WITHOUT ROWID",

    // A device that stands for a person, who signed in at it: it may what they may.
    "ALTER TABLE devices ADD COLUMN person_id BLOB",
    "ALTER TABLE provisioning_codes ADD COLUMN person_id BLOB",

    // At a desk: its own commands on their way, and what their provisional effects replaced.
    "CREATE TABLE outbox (device_sequence INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, schema_version INTEGER NOT NULL,"
    " arguments TEXT NOT NULL, base_version INTEGER, occurred_at INTEGER NOT NULL, role TEXT NOT NULL, actor TEXT NOT NULL, state TEXT NOT NULL,"
    " before_images BLOB, answer TEXT NOT NULL, first_images BLOB, log_sequence INTEGER)",
    "CREATE INDEX outbox_state ON outbox (state, device_sequence)",
    // Pages that wait for the rest, so that all are applied in one transaction.
    "CREATE TABLE staged_pages (number INTEGER PRIMARY KEY, body BLOB NOT NULL)",

    // The last change of each field that people edit: whoever changed another one meanwhile is not in the way.
    "CREATE TABLE field_versions (entity BLOB NOT NULL, field TEXT NOT NULL, sequence INTEGER NOT NULL, device TEXT NOT NULL,"
    " PRIMARY KEY (entity, field)) WITHOUT ROWID",
    // What the authority found wrong with something that had happened already.
    "CREATE TABLE findings (id BLOB PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, ticket_id BLOB, scan_id BLOB, other_scan_id BLOB,"
    " order_id BLOB, note TEXT NOT NULL, log_sequence INTEGER NOT NULL)",
    "CREATE INDEX findings_at ON findings (at)",

    // Facts stay, except that a desk takes back what was provisional: while it does, there is a row here, in the same transaction.
    "CREATE TABLE taking_back (one INTEGER PRIMARY KEY CHECK (one = 1))",
    "DROP TRIGGER command_log_stays",
    "DROP TRIGGER command_log_keeps",
    "DROP TRIGGER scans_stay",
    "DROP TRIGGER scans_keep",
    "DROP TRIGGER scan_undos_stay",
    "DROP TRIGGER scan_undos_keep",
    "DROP TRIGGER ledger_entries_stay",
    "DROP TRIGGER ledger_entries_keep",
    "DROP TRIGGER postings_stay",
    "DROP TRIGGER postings_keep",
#define ENCORE_APPEND_ONLY(table)                                                                                                          \
    "CREATE TRIGGER " table "_stay BEFORE UPDATE ON " table " WHEN NOT EXISTS (SELECT 1 FROM taking_back)"                                 \
    " BEGIN SELECT RAISE(ABORT, '" table " are append-only'); END",                                                                        \
        "CREATE TRIGGER " table "_keep BEFORE DELETE ON " table " WHEN NOT EXISTS (SELECT 1 FROM taking_back)"                             \
        " BEGIN SELECT RAISE(ABORT, '" table " are append-only'); END"
    ENCORE_APPEND_ONLY("command_log"),
    ENCORE_APPEND_ONLY("scans"),
    ENCORE_APPEND_ONLY("scan_undos"),
    ENCORE_APPEND_ONLY("ledger_entries"),
    ENCORE_APPEND_ONLY("postings"),
    ENCORE_APPEND_ONLY("findings"),
#undef ENCORE_APPEND_ONLY

    // Rows from before a column was added are shorter than the table; whoever watches changes wants them whole.
    "UPDATE orders SET is_group = is_group",
    "UPDATE closings SET lines_done = lines_done",
};

} // namespace encore::store
