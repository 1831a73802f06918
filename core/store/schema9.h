// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// What leaves the house: letters by SMTP, what was done to a webhook. Passwords and keys of either lie with the desk's secrets, never here.
inline constexpr const char* schema9[] = {
    "ALTER TABLE messages ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE messages ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE messages ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX messages_waiting ON messages (due_at, number) WHERE state = 'waiting'",
    "CREATE TABLE mail_settings (one INTEGER PRIMARY KEY CHECK (one = 1), host TEXT NOT NULL, port INTEGER NOT NULL, security TEXT NOT NULL,"
    " user_name TEXT NOT NULL, from_address TEXT NOT NULL, from_name TEXT NOT NULL, language TEXT NOT NULL)",
    "CREATE TABLE webhook (one INTEGER PRIMARY KEY CHECK (one = 1), url TEXT NOT NULL, since INTEGER NOT NULL)",
    // How far the log was told to whom; only whoever tells it writes this, and it is no part of what desks share.
    "CREATE TABLE relays (name TEXT PRIMARY KEY, sequence INTEGER NOT NULL, fault TEXT NOT NULL) WITHOUT ROWID",
};

} // namespace encore::store
