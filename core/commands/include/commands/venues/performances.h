// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When something takes place. Halls and seats come with the venues.

#include "commands/command.h"
#include "domain/event.h"

namespace encore::commands
{

struct PerformanceMade {
    domain::PerformanceId performanceId;
};

template<>
struct Descriptor<PerformanceMade> {
    static auto fields() { return std::tuple(field("performance_id", &PerformanceMade::performanceId, "the performance")); }
};

/// Absent means: as it is.
struct PerformanceFields {
    std::optional<QString> title;
    std::optional<domain::Instant> doorsAt;
    std::optional<domain::Instant> startsAt;
    std::optional<domain::Instant> endsAt;
    std::optional<QString> zone;
    std::optional<int> ageRating;
};

[[nodiscard]] inline auto performanceFieldDescriptions()
{
    using F = PerformanceFields;
    return std::tuple(field("title", &F::title, "what people call it").atMost(200), field("doors_at", &F::doorsAt, "when the doors open"),
                      field("starts_at", &F::startsAt, "when it begins"), field("ends_at", &F::endsAt, "when it is over"),
                      field("time_zone", &F::zone, "IANA name; absent: the workspace's").atMost(64),
                      field("age_rating", &F::ageRating, "years; shown at the door"));
}

struct SchedulePerformance : PerformanceFields {
    static constexpr const char* name = "SchedulePerformance";
    static constexpr const char* summary = "Say what takes place, and when.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageSales;
    using Made = PerformanceMade;

    QString label;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Tickets that were sold stay valid: a postponed show admits with the codes that were printed before.
struct EditPerformance : PerformanceFields {
    static constexpr const char* name = "EditPerformance";
    static constexpr const char* summary = "Change a performance, for example because it is postponed; only the fields that are given.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageSales;
    using Made = PerformanceMade;

    domain::PerformanceId performanceId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<SchedulePerformance> {
    static auto fields()
    {
        return std::tuple_cat(std::tuple(field("label", &SchedulePerformance::label, "the id by which others call it; made by the command where absent")
                                             .absentMeansDefault()
                                             .atMost(64)),
                              performanceFieldDescriptions());
    }
};
template<>
struct Descriptor<EditPerformance> {
    static auto fields()
    {
        return std::tuple_cat(std::tuple(field("performance_id", &EditPerformance::performanceId, "which performance")), performanceFieldDescriptions());
    }
};

} // namespace encore::commands
