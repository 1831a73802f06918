// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// Who may sign in, on which devices, and what they hold while they are. Names and addresses stay in contacts; passwords are argon2id, tokens SHA-256.
inline constexpr const char* schema6[] = {
    "CREATE TABLE users (person_id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, role TEXT NOT NULL, password TEXT NOT NULL,"
    " disabled INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE access_tokens (token BLOB PRIMARY KEY, family BLOB NOT NULL, person_id BLOB NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX access_tokens_family ON access_tokens (family)",
    "CREATE TABLE refresh_tokens (token BLOB PRIMARY KEY, family BLOB NOT NULL, person_id BLOB NOT NULL, expires_at INTEGER NOT NULL,"
    " used INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX refresh_tokens_family ON refresh_tokens (family)",
    // A device has a token of its own, and its commands come in its own order.
    "CREATE TABLE devices (id BLOB PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, token BLOB NOT NULL UNIQUE, added_by TEXT NOT NULL,"
    " added_at INTEGER NOT NULL, revoked_at INTEGER, last_sequence INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE provisioning_codes (code BLOB PRIMARY KEY, role TEXT NOT NULL, added_by TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID",
    // What was refused stays refused: the same command sent again gets the same answer.
    "CREATE TABLE rejections (command_id BLOB PRIMARY KEY, body_hash BLOB NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, at INTEGER NOT NULL)"
    " WITHOUT ROWID",
    "CREATE INDEX project_pictures_file ON project_pictures (sha256)",
    "CREATE TABLE login_failures (person_id BLOB PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL) WITHOUT ROWID",
};

} // namespace encore::store
