// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace encore::store
{

class Database;

[[nodiscard]] int newestSchema();
[[nodiscard]] int currentSchema(Database& database);

/// Brings the file to the newest schema, each migration one transaction that also writes the version.
[[nodiscard]] domain::Status migrate(Database& database);

} // namespace encore::store
