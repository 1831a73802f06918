// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations.h"

#include "engine.h"
#include "schema2.h"
#include "schema3.h"
#include "schema4.h"
#include "schema5.h"
#include "schema6.h"
#include "schema7.h"
#include "schema8.h"
#include "schema10.h"
#include "schema11.h"
#include "schema9.h"
#include "store/database.h"

#include <span>

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Status;

namespace
{

// One statement an entry: QSQLITE refuses several in one exec. Ids are 16 bytes, times UTC milliseconds, enums their names, lists of ids
// the ids one behind the other (NULL: all). `extra` keeps members of a bundle that this version does not know.
constexpr const char* schema1[] = {
    "CREATE TABLE workspace (id BLOB PRIMARY KEY, name TEXT NOT NULL, currency TEXT NOT NULL, time_zone TEXT NOT NULL,"
    " created_at INTEGER NOT NULL, extra TEXT)",
    // What belongs to this desk and not to the world: its name, its sequence, the PIN's hash.
    "CREATE TABLE desk (name TEXT PRIMARY KEY, value TEXT NOT NULL)",

    "CREATE TABLE products (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, name TEXT NOT NULL, attention INTEGER NOT NULL, extra TEXT)",
    "CREATE TABLE variations (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, product_id BLOB NOT NULL REFERENCES products,"
    " name TEXT NOT NULL, extra TEXT)",
    "CREATE INDEX variations_product ON variations (product_id)",
    "CREATE TABLE performances (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, title TEXT NOT NULL, doors_at INTEGER, starts_at INTEGER,"
    " ends_at INTEGER, time_zone TEXT NOT NULL, age_rating INTEGER, extra TEXT)",
    "CREATE TABLE zones (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, name TEXT NOT NULL, parent BLOB, capacity INTEGER, extra TEXT)",
    "CREATE TABLE gates (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, name TEXT NOT NULL, performance_ids BLOB, product_ids BLOB,"
    " zone BLOB, include_unpaid INTEGER NOT NULL, entry TEXT NOT NULL, rules TEXT, addon_match INTEGER NOT NULL, capacity INTEGER,"
    " admit_unlisted INTEGER NOT NULL, extra TEXT)",
    "CREATE TABLE questions (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, text TEXT NOT NULL, kind TEXT NOT NULL,"
    " required INTEGER NOT NULL, ask_at_door INTEGER NOT NULL, product_ids BLOB, options TEXT NOT NULL, extra TEXT)",
    "CREATE TABLE issuers (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, public_key BLOB NOT NULL,"
    " product_map TEXT NOT NULL, performance_map TEXT NOT NULL, own INTEGER NOT NULL, created_at INTEGER, extra TEXT)",

    "CREATE TABLE orders (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, status TEXT NOT NULL, requires_approval INTEGER NOT NULL,"
    " admit_while_unpaid INTEGER NOT NULL, extra TEXT)",
    "CREATE TABLE tickets (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, order_id BLOB NOT NULL, product_id BLOB NOT NULL,"
    " variation_id BLOB, performance_id BLOB, secret TEXT, seat TEXT NOT NULL, status TEXT NOT NULL, blocked INTEGER NOT NULL,"
    " revoked INTEGER NOT NULL, valid_from INTEGER, valid_until INTEGER, attention INTEGER NOT NULL, addon_of BLOB, answers TEXT,"
    " extra TEXT)",
    "CREATE INDEX tickets_order ON tickets (order_id)",
    "CREATE INDEX tickets_secret ON tickets (secret) WHERE secret IS NOT NULL",
    "CREATE INDEX tickets_addon ON tickets (addon_of) WHERE addon_of IS NOT NULL",
    "CREATE INDEX tickets_performance ON tickets (performance_id)",
    // Names and addresses live here and in ticket_search only, so that a person can be erased.
    "CREATE TABLE contacts (owner BLOB PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, extra TEXT) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE ticket_search USING fts5 (holder, buyer, email, codes, prefix = '1 2 3', detail = 'none',"
    " tokenize = \"unicode61 remove_diacritics 2\")",
    // What a bundle refuses by text: secrets, or ticket ids as 32 digits.
    "CREATE TABLE refused_codes (kind TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (kind, entry)) WITHOUT ROWID",
    "CREATE TABLE bundle_members (name TEXT NOT NULL, position INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (name, position))",

    "CREATE TABLE scans (id BLOB PRIMARY KEY, ticket_id BLOB, gate_id BLOB NOT NULL, direction TEXT NOT NULL, at INTEGER NOT NULL,"
    " device TEXT NOT NULL, device_sequence INTEGER NOT NULL, verdict TEXT NOT NULL, reason TEXT, code_kind TEXT NOT NULL,"
    " listed INTEGER NOT NULL, note TEXT, product_id BLOB, performance_id BLOB, log_sequence INTEGER, extra TEXT)",
    "CREATE INDEX scans_ticket ON scans (ticket_id, at)",
    "CREATE INDEX scans_at ON scans (at)",
    "CREATE INDEX scans_gate ON scans (gate_id, at)",
    "CREATE TABLE scan_undos (scan_id BLOB PRIMARY KEY REFERENCES scans, at INTEGER NOT NULL, device TEXT NOT NULL, reason TEXT NOT NULL,"
    " log_sequence INTEGER NOT NULL)",
    // Derived from scans, kept up as they come; `audit verify` proves it.
    "CREATE TABLE presence (ticket_id BLOB NOT NULL, zone_id BLOB NOT NULL, gate_id BLOB NOT NULL, PRIMARY KEY (ticket_id, zone_id))"
    " WITHOUT ROWID",
    "CREATE TABLE zone_counts (zone_id BLOB PRIMARY KEY, inside INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE gate_counts (gate_id BLOB PRIMARY KEY, entries INTEGER NOT NULL, exits INTEGER NOT NULL, inside INTEGER NOT NULL,"
    " refused INTEGER NOT NULL, unlisted INTEGER NOT NULL) WITHOUT ROWID",
    // The last time a desk saw a code it had let through: what "the same scan" means for three seconds.
    "CREATE TABLE sights (device TEXT NOT NULL, gate_id BLOB NOT NULL, direction TEXT NOT NULL, signed_id BLOB NOT NULL,"
    " at INTEGER NOT NULL, scan_id BLOB NOT NULL, PRIMARY KEY (device, gate_id, direction, signed_id)) WITHOUT ROWID",

    "CREATE TABLE command_log (sequence INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, schema_version INTEGER NOT NULL,"
    " arguments TEXT NOT NULL, base_version INTEGER, actor TEXT NOT NULL, device TEXT NOT NULL, device_sequence INTEGER NOT NULL,"
    " occurred_at INTEGER NOT NULL, outcome TEXT NOT NULL, body_hash BLOB NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL)",
    "CREATE TABLE log_head (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash BLOB NOT NULL)",
    "INSERT INTO log_head VALUES (1, 0, zeroblob(32))",

    "CREATE TRIGGER command_log_stays BEFORE UPDATE ON command_log BEGIN SELECT RAISE(ABORT, 'command_log is append-only'); END",
    "CREATE TRIGGER command_log_keeps BEFORE DELETE ON command_log BEGIN SELECT RAISE(ABORT, 'command_log is append-only'); END",
    "CREATE TRIGGER scans_stay BEFORE UPDATE ON scans BEGIN SELECT RAISE(ABORT, 'scans are append-only'); END",
    "CREATE TRIGGER scans_keep BEFORE DELETE ON scans BEGIN SELECT RAISE(ABORT, 'scans are append-only'); END",
    "CREATE TRIGGER scan_undos_stay BEFORE UPDATE ON scan_undos BEGIN SELECT RAISE(ABORT, 'scan_undos are append-only'); END",
    "CREATE TRIGGER scan_undos_keep BEFORE DELETE ON scan_undos BEGIN SELECT RAISE(ABORT, 'scan_undos are append-only'); END",
};

struct Migration {
    int version;
    std::span<const char* const> statements;
};

constexpr Migration migrations[]
    = {{1, schema1}, {2, schema2}, {3, schema3}, {4, schema4}, {5, schema5}, {6, schema6}, {7, schema7}, {8, schema8},
       {9, schema9}, {10, schema10}, {11, schema11}};

Status apply(Database& database, const Migration& migration)
{
    Transaction transaction(database, Transaction::For::Schema);
    if (currentSchema(database) >= migration.version)
        return transaction.commit(); // another server was quicker
    for (const char* statement : migration.statements)
        database.execute(statement);
    database.engine().setSchemaVersion(database, migration.version);
    return transaction.commit();
}

} // namespace

int currentSchema(Database& database)
{
    return database.engine().schemaVersion(database);
}

int newestSchema()
{
    return std::end(migrations)[-1].version;
}

Status migrate(Database& database)
{
    const int current = currentSchema(database);
    if (const Status status = database.status(); !status)
        return status;
    if (current > newestSchema()) {
        return error(ErrorCode::NewerSchema,
                     message("store.newer").with("file", database.name()).with("theirs", current).with("ours", newestSchema()));
    }
    if (current > 0 && current < newestSchema()) {
        if (const Status kept = database.engine().keepCopy(database, current); !kept)
            return kept;
    }
    for (const Migration& migration : migrations) {
        if (migration.version <= current)
            continue;
        if (const Status status = apply(database, migration); !status)
            return status;
    }
    if (current < newestSchema()) {
        database.execute("DELETE FROM digests"); // of rows that may have got other columns
        database.engine().finishMigrations(database);
    }
    return database.status();
}

} // namespace encore::store
