// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The cash drawer's day: opened with a float, counted blind, and the difference booked (DOMAIN §5).

#include "commands/command.h"

namespace encore::commands
{

struct OpenDay {
    static constexpr const char* name = "OpenDay";
    static constexpr const char* summary = "Open a cash drawer with what is in it as change.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    struct Made {
        QString drawer;
        QString day; ///< the business day, YYYY-MM-DD
    };

    QString drawer;
    qint64 openingFloat = 0;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Whoever counts is not told what should be there before; the answer says it.
struct CloseDay {
    static constexpr const char* name = "CloseDay";
    static constexpr const char* summary = "Count a cash drawer and close it; what is over or short is booked.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    struct Made {
        qint64 counted = 0;
        qint64 expected = 0;
        qint64 difference = 0; ///< counted − expected: below zero is short
    };

    QString drawer;
    qint64 counted = 0;
    std::optional<qint64> left;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<OpenDay> {
    static auto fields()
    {
        return std::tuple(field("drawer", &OpenDay::drawer, "which drawer; absent: main").absentMeansDefault().atMost(36),
                          field("float", &OpenDay::openingFloat, "minor units that are in it as change"));
    }
};
template<>
struct Descriptor<OpenDay::Made> {
    static auto fields()
    {
        return std::tuple(field("drawer", &OpenDay::Made::drawer, "which drawer"), field("day", &OpenDay::Made::day, "the business day, YYYY-MM-DD"));
    }
};
template<>
struct Descriptor<CloseDay> {
    static auto fields()
    {
        return std::tuple(field("drawer", &CloseDay::drawer, "which drawer; absent: main").absentMeansDefault().atMost(36),
                          field("counted", &CloseDay::counted, "minor units that were counted"),
                          field("left", &CloseDay::left, "minor units that stay in it; the rest goes to the bank; absent: all stays"));
    }
};
template<>
struct Descriptor<CloseDay::Made> {
    static auto fields()
    {
        using M = CloseDay::Made;
        return std::tuple(field("counted", &M::counted, "minor units that were counted"), field("expected", &M::expected, "what the books say"),
                          field("difference", &M::difference, "over; below zero: short"));
    }
};

} // namespace encore::commands
