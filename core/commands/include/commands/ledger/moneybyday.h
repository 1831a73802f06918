// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/query.h"

namespace encore::commands
{

/// What came in and went out on each day of a period, in the workspace's zone and currency; days without anything are there too.
struct MoneyByDay {
    static constexpr const char* name = "MoneyByDay";
    static constexpr const char* summary = "What came in from pledges and sales and went back, day by day.";

    QString from; ///< YYYY-MM-DD, inclusive
    QString until; ///< YYYY-MM-DD, inclusive; at most 3,660 days
    struct Row {
        QString day; ///< YYYY-MM-DD
        qint64 pledges = 0; ///< minor units
        qint64 sales = 0;
        qint64 refunds = 0; ///< what went back, and what banks took back: not below zero
        qint64 other = 0; ///< differences of drawers, corrections
        QString currency;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

template<>
struct Descriptor<MoneyByDay> {
    static auto fields()
    {
        return std::tuple(field("from", &MoneyByDay::from, "first day, YYYY-MM-DD"), field("until", &MoneyByDay::until, "last day, YYYY-MM-DD"));
    }
};
template<>
struct Descriptor<MoneyByDay::Row> {
    static auto fields()
    {
        using R = MoneyByDay::Row;
        return std::tuple(field("day", &R::day, "in the workspace's zone"), field("pledges", &R::pledges, "minor units that came in"),
                          field("sales", &R::sales, "minor units that came in"), field("refunds", &R::refunds, "minor units that went back"),
                          field("other", &R::other, "differences and corrections"), field("currency", &R::currency, "ISO 4217"));
    }
};

} // namespace encore::commands
