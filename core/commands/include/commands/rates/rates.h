// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The numbers of DOMAIN.md that may change, each with the time from which it holds. What was agreed before – a campaign's fees from when
// it is live – stays as it was.

#include "commands/command.h"
#include "commands/query.h"

namespace encore::commands
{

enum class RateName {
    PlatformFee, ///< hundredths of a percent
    ProviderFee, ///< hundredths of a percent
    MinimumPledge, ///< KRW
    ChargeDays, ///< days on which a promise is tried to be charged
    OrderHold, ///< milliseconds until an order that is not paid expires
    PayLater, ///< milliseconds until one that is paid later does
    PayLaterBeforeDoors, ///< milliseconds before the doors open at which it does at the latest
    BusinessDayStarts, ///< milliseconds after midnight
    BoxOfficeRefund, ///< minor units of one order that whoever sells may give back; above, it is for finance
};

/// Until the house says otherwise: what holds of BoxOfficeRefund.
inline constexpr qint64 usualBoxOfficeRefund = 500'000;
/// What whoever sells may give back of one order, in minor units.
[[nodiscard]] qint64 boxOfficeRefundLimit(store::Reader& reader, domain::Instant at);

struct RateMade {
    RateName rate = RateName::PlatformFee;
    domain::Instant validFrom;
};

template<>
struct Descriptor<RateMade> {
    static auto fields()
    {
        return std::tuple(field("rate", &RateMade::rate, "which number"), field("valid_from", &RateMade::validFrom, "from when it holds"));
    }
};

struct SetRate {
    static constexpr const char* name = "SetRate";
    static constexpr const char* summary = "Let one of the house's numbers be another from a time on; the past stays as it was.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageWorkspace;
    using Made = RateMade;

    RateName rate = RateName::PlatformFee;
    qint64 value = 0;
    std::optional<domain::Instant> validFrom; ///< absent: now
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<SetRate> {
    static auto fields()
    {
        return std::tuple(field("rate", &SetRate::rate, "which number"), field("value", &SetRate::value, "in its own unit, as Rates says"),
                          field("valid_from", &SetRate::validFrom, "from when it holds, not in the past; absent: now"));
    }
};

struct Rates {
    static constexpr const char* name = "Rates";
    static constexpr const char* summary = "The house's numbers, with the times from which they hold.";
    struct Row {
        RateName rate = RateName::PlatformFee;
        domain::Instant validFrom;
        qint64 value = 0;
        QString unit;
        bool holdsNow = false;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

template<>
struct Descriptor<Rates> {
    static auto fields() { return std::tuple(); }
};
template<>
struct Descriptor<Rates::Row> {
    static auto fields()
    {
        using R = Rates::Row;
        return std::tuple(field("rate", &R::rate, "which number"), field("valid_from", &R::validFrom, "from when it holds"),
                          field("value", &R::value, "in its unit"), field("unit", &R::unit, "basis_points, krw, minor_units, days, milliseconds"),
                          field("holds_now", &R::holdsNow, "whether it is the one that counts now"));
    }
};

} // namespace encore::commands

namespace encore::domain
{
template<>
std::span<const EnumName<commands::RateName>> enumNames();
} // namespace encore::domain
