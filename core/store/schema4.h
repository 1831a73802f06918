// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// Fulfilment, pictures; and a closing that walks the pledges as they lie in the file.
inline constexpr const char* schema4[] = {
    // A plan's lines have their own order: that of the time, in which neighbours lie on one page. By id each pledge was a page of its own.
    "ALTER TABLE closing_lines RENAME TO closing_lines_by_id",
    "CREATE TABLE closing_lines (project_id BLOB NOT NULL, position INTEGER NOT NULL, pledge_id BLOB NOT NULL, action TEXT NOT NULL,"
    " amount INTEGER NOT NULL, platform_supply INTEGER NOT NULL, platform_vat INTEGER NOT NULL, provider_supply INTEGER NOT NULL,"
    " provider_vat INTEGER NOT NULL, PRIMARY KEY (project_id, position)) WITHOUT ROWID",
    "INSERT INTO closing_lines SELECT project_id, row_number() OVER (PARTITION BY project_id ORDER BY pledge_id) - 1, pledge_id, action, amount,"
    " platform_supply, platform_vat, provider_supply, provider_vat FROM closing_lines_by_id",
    "CREATE INDEX closing_lines_pledge ON closing_lines (pledge_id)",
    "ALTER TABLE closings ADD COLUMN lines_done INTEGER NOT NULL DEFAULT 0",
    "UPDATE closings SET lines_done = (SELECT count(*) FROM closing_lines_by_id l WHERE l.project_id = closings.project_id"
    " AND l.pledge_id <= closings.last_pledge) WHERE last_pledge IS NOT NULL",
    "ALTER TABLE closings DROP COLUMN last_pledge",
    "DROP TABLE closing_lines_by_id",

    // Where a pledge's things go. Like names, an address stands in one place, so that a person can be erased.
    "CREATE TABLE addresses (pledge_id BLOB PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL, street TEXT NOT NULL, details TEXT NOT NULL,"
    " city TEXT NOT NULL, region TEXT NOT NULL, postal_code TEXT NOT NULL, country TEXT NOT NULL, note TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE dispatches (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, pledge_id BLOB NOT NULL, at INTEGER NOT NULL,"
    " carrier TEXT NOT NULL, tracking TEXT NOT NULL, note TEXT NOT NULL)",
    "CREATE INDEX dispatches_pledge ON dispatches (pledge_id)",
    // `item` counts the items of the line's reward, as it counts the line: from 1.
    "CREATE TABLE dispatch_items (dispatch INTEGER NOT NULL REFERENCES dispatches, line INTEGER NOT NULL, item INTEGER NOT NULL,"
    " quantity INTEGER NOT NULL, PRIMARY KEY (dispatch, line, item)) WITHOUT ROWID",
    // The order that carries a pledge's tickets; the door asks it the other way round.
    "CREATE TABLE pledge_orders (order_id BLOB PRIMARY KEY, pledge_id BLOB NOT NULL) WITHOUT ROWID",

    // What moved on which days, without reading all of the books. Entries come in the order of time, nearly.
    "CREATE INDEX ledger_entries_at ON ledger_entries (at)",

    // Files by their SHA-256; commands carry the hash.
    "CREATE TABLE blobs (sha256 BLOB PRIMARY KEY, size INTEGER NOT NULL, content BLOB NOT NULL)",
    "CREATE TABLE project_pictures (project_id BLOB NOT NULL REFERENCES projects, sha256 BLOB NOT NULL, position INTEGER NOT NULL,"
    " caption TEXT NOT NULL, PRIMARY KEY (project_id, sha256)) WITHOUT ROWID",
};

} // namespace encore::store
