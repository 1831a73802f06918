// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which tables the desks of a house share with their authority, and who sees which of their rows (DESIGN §5, DOMAIN §13).

#include "domain/role.h"

#include <QString>

#include <array>
#include <span>

namespace encore::store
{

/// Who a table is for, beside those who see everything (finance, reviewer, admin).
enum class Audience {
    Everyone,
    Door, ///< whoever stands at a door, and the box office
    BoxOffice,
    Campaigns, ///< the box office; a musician's own
    House, ///< nobody else
};

struct SyncTable {
    const char* name;
    std::array<const char*, 3> keys; ///< columns of the primary key in their order; null: no more
    Audience audience = Audience::House;
    /// SQL that holds for a row `r` of a musician's own campaigns; its one parameter is the musician's label. Null: no row does.
    const char* own = nullptr;
    const char* boxOffice = nullptr; ///< SQL that holds for a row `r` the box office needs of what is otherwise the house's
    const char* door = nullptr; ///< SQL that holds for a row `r` that a door needs; null: every row
    const char* office = nullptr; ///< SQL that holds for a row `r` that finance and reviewers may see; null: every row
};

/// In an order in which what is pointed at comes before what points at it.
[[nodiscard]] std::span<const SyncTable> syncTables();
[[nodiscard]] int syncTableIndex(std::string_view name); ///< -1: not shared

/// Whose view of the house it is.
struct Scope {
    domain::Role role = domain::Role::Admin;
    QString label; ///< of a musician: whose campaigns

    [[nodiscard]] bool sees(const SyncTable& table) const;
    /// SQL that holds for the rows `r` this scope sees; empty: all of them.
    [[nodiscard]] const char* condition(const SyncTable& table) const;
    [[nodiscard]] bool seesAllOf(const SyncTable& table) const { return sees(table) && *condition(table) == '\0'; }
    /// Two of the same text see the same.
    [[nodiscard]] QString text() const;
};

} // namespace encore::store
