// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

class Database;

/// Makes everything that words are looked for in from the rows as they are now.
void rebuildSearch(Database& database);

} // namespace encore::store
