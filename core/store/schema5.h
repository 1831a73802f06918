// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// Group tickets: any code of such an order stands for the next of its people.
inline constexpr const char* schema5[] = {
    "ALTER TABLE orders ADD COLUMN is_group INTEGER NOT NULL DEFAULT 0",
};

} // namespace encore::store
