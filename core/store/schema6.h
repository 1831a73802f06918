// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// Who may sign in, and what they hold while they are. Names and addresses stay in contacts; passwords are argon2id, tokens SHA-256.
inline constexpr const char* schema6[] = {
    "CREATE TABLE users (person_id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, role TEXT NOT NULL, password TEXT NOT NULL,"
    " disabled INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE access_tokens (token BLOB PRIMARY KEY, family BLOB NOT NULL, person_id BLOB NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX access_tokens_family ON access_tokens (family)",
    "CREATE TABLE refresh_tokens (token BLOB PRIMARY KEY, family BLOB NOT NULL, person_id BLOB NOT NULL, expires_at INTEGER NOT NULL,"
    " used INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX refresh_tokens_family ON refresh_tokens (family)",
    "CREATE TABLE login_failures (person_id BLOB PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL) WITHOUT ROWID",
};

} // namespace encore::store
