// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/venues/performances.h"

#include "store/unitofwork.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Performance;
using domain::Result;
using domain::Status;

namespace
{

Status applyFields(const PerformanceFields& fields, Performance& performance)
{
    performance.title = fields.title.value_or(performance.title);
    performance.doorsAt = fields.doorsAt ? fields.doorsAt : performance.doorsAt;
    performance.startsAt = fields.startsAt ? fields.startsAt : performance.startsAt;
    performance.endsAt = fields.endsAt ? fields.endsAt : performance.endsAt;
    performance.ageRating = fields.ageRating ? fields.ageRating : performance.ageRating;
    if (fields.zone) {
        const auto zone = domain::EventZone::fromName(*fields.zone);
        if (!zone)
            return zone.error();
        performance.zone = *zone;
    }
    if (performance.title.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("performance.no_title"));
    const bool isInOrder = !(performance.doorsAt && performance.startsAt && *performance.startsAt < *performance.doorsAt)
        && !(performance.startsAt && performance.endsAt && *performance.endsAt <= *performance.startsAt);
    if (!isInOrder)
        return error(ErrorCode::Invalid, message("performance.times").with("performance", performance.title));
    if (performance.ageRating && (*performance.ageRating < 0 || *performance.ageRating > 99))
        return error(ErrorCode::Invalid, message("performance.age").with("age", *performance.ageRating));
    return domain::done();
}

} // namespace

Result<PerformanceMade> SchedulePerformance::execute(const Context& context, store::UnitOfWork& work) const
{
    Performance performance;
    performance.id = label.isEmpty() ? domain::idMadeBy<domain::PerformanceId>(context.commandId, 0)
                                     : domain::idForExternal<domain::PerformanceId>(context.workspaceId, label);
    performance.label = label.isEmpty() ? performance.id.text() : label;
    if (work.reader().catalogue().performances.contains(performance.id))
        return error(ErrorCode::Refused, message("performance.exists").with("performance", performance.label));
    if (const auto workspace = work.reader().workspace())
        performance.zone = workspace->zone;
    if (const Status applied = applyFields(*this, performance); !applied)
        return applied.error();
    work.putPerformance(performance);
    return PerformanceMade{performance.id};
}

Result<PerformanceMade> EditPerformance::execute(const Context&, store::UnitOfWork& work) const
{
    const auto& performances = work.reader().catalogue().performances;
    const auto found = performances.find(performanceId);
    if (found == performances.end())
        return error(ErrorCode::NotFound, message("performance.not_found").with("performance", performanceId.text()));
    Performance performance = found->second;
    if (const Status applied = applyFields(*this, performance); !applied)
        return applied.error();
    work.putPerformance(performance);
    return PerformanceMade{performanceId};
}

} // namespace encore::commands
