// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// What a desk that was shut out still had to send, sealed for the house (sealing.h). Its own only: in no feed, digest or log.
inline constexpr const char* schema11[] = {
    "CREATE TABLE sealed_commands (number INTEGER PRIMARY KEY, commands INTEGER NOT NULL, box BLOB NOT NULL)",
};

} // namespace encore::store
