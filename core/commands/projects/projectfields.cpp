// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/projects/projectfields.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Status;

namespace
{

/// An amount that a person wrote: not negative, and not more than any amount may be.
Status checkAmount(const char* field, qint64 amount)
{
    if (amount < 0)
        return error(ErrorCode::Invalid, message("project.negative").with("field", QString::fromLatin1(field)).with("amount", amount));
    if (amount > domain::mostMinorUnits)
        return error(ErrorCode::Invalid, message("money.overflow").with("most", domain::mostMinorUnits));
    return domain::done();
}

Status checkAmounts(const ProjectFields& fields)
{
    if (fields.goal) {
        if (*fields.goal == 0)
            return error(ErrorCode::Invalid, message("project.missing.goal"));
        if (const Status status = checkAmount("goal", *fields.goal); !status)
            return status;
    }
    if (fields.stretchGoals) {
        for (const domain::StretchGoal& goal : *fields.stretchGoals) {
            if (const Status status = checkAmount("stretch_goals", goal.amount); !status)
                return status;
        }
    }
    if (fields.budget) {
        for (const domain::BudgetLine& line : *fields.budget) {
            if (const Status status = checkAmount("budget", line.amount); !status)
                return status;
        }
    }
    return domain::done();
}

template<class Value, class Target>
void take(const std::optional<Value>& given, Target& target)
{
    if (given)
        target = *given;
}

} // namespace

Status applyFields(const ProjectFields& fields, domain::Project& project)
{
    if (const Status amounts = checkAmounts(fields); !amounts)
        return amounts;
    take(fields.title, project.title);
    take(fields.shortText, project.summary);
    take(fields.story, project.story);
    take(fields.category, project.category);
    take(fields.venue, project.venue);
    take(fields.goal, project.goal);
    take(fields.startsAt, project.startsAt);
    take(fields.endsAt, project.endsAt);
    if (fields.timeZone) {
        const auto zone = domain::EventZone::fromName(*fields.timeZone);
        if (!zone)
            return zone.error();
        project.zone = *zone;
    }
    take(fields.basis, project.basis);
    take(fields.model, project.model);
    take(fields.donationsOnly, project.donationsOnly);
    take(fields.payee, project.payee);
    take(fields.payoutAccount, project.payoutAccount);
    take(fields.performance, project.performance);
    take(fields.stretchGoals, project.stretchGoals);
    take(fields.faq, project.faq);
    take(fields.budget, project.budget);
    if (project.startsAt && project.endsAt && *project.endsAt <= *project.startsAt)
        return error(ErrorCode::Invalid, message("project.missing.order"));
    return domain::done();
}

std::vector<QByteArray> givenFields(const ProjectFields& fields)
{
    std::vector<QByteArray> names;
    std::apply([&](const auto&... described) { ((fields.*described.member ? names.push_back(described.name) : void()), ...); },
               projectFieldDescriptions());
    return names;
}

} // namespace encore::commands
