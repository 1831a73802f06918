// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/projects/createproject.h"
#include "commands/projects/projectstate.h"
#include "projects/findproject.h"
#include "store/campaigns.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Project;
using domain::ProjectAction;
using domain::Result;
using domain::Status;

Result<Project> findProject(store::CampaignReader& campaigns, domain::ProjectId id)
{
    const std::optional<Project> project = campaigns.project(id);
    if (!project)
        return error(ErrorCode::NotFound, message("project.not_found").with("project", id.text()));
    return *project;
}

Result<Project> findProject(store::CampaignReader& campaigns, domain::ProjectId id, ProjectAction action)
{
    Result<Project> project = findProject(campaigns, id);
    if (!project)
        return project.error();
    const Result<domain::ProjectState> after = stateAfter(project->state, action);
    if (!after)
        return after.error();
    project.value().state = *after;
    return project;
}

namespace
{

domain::Error listed(const char* id, const std::vector<domain::Missing>& missing)
{
    domain::Message all = missing.front().message;
    for (size_t i = 1; i < missing.size(); ++i)
        all = message("joined.and").with("first", all).with("second", missing[i].message);
    return error(ErrorCode::Refused, message(id).with("missing", all));
}

Status checkReview(const Project& project, store::CampaignReader& campaigns)
{
    const std::vector<domain::Reward> rewards = campaigns.rewards(project.id);
    const auto open = std::count_if(rewards.begin(), rewards.end(), [](const domain::Reward& reward) { return !reward.closed; });
    const std::vector<domain::Missing> missing = missingForReview(project, open);
    if (!missing.empty())
        return listed("project.incomplete", missing);
    return domain::done();
}

Result<ProjectMade> step(domain::ProjectId id, ProjectAction action, store::UnitOfWork& work, const std::function<Status(Project&)>& guard)
{
    store::CampaignWriter campaigns(work);
    Result<Project> project = findProject(campaigns, id, action);
    if (!project)
        return project.error();
    Project changed = *project;
    if (const Status allowed = guard(changed); !allowed)
        return allowed.error();
    campaigns.put(changed);
    return ProjectMade{id, changed.state};
}

Status clearFields(const std::vector<QString>& names, Project& project)
{
    for (const QString& name : names) {
        if (name == QStringLiteral("starts_at"))
            project.startsAt.reset();
        else if (name == QStringLiteral("ends_at"))
            project.endsAt.reset();
        else if (name == QStringLiteral("payee"))
            project.payee.reset();
        else if (name == QStringLiteral("performance_id"))
            project.performance.reset();
        else
            return error(ErrorCode::Invalid, message("project.cannot_clear").with("field", name.left(64)));
    }
    return domain::done();
}

Status checkFrozen(const Project& before, const Project& after)
{
    const bool isSame = before.goal == after.goal && before.startsAt == after.startsAt && before.endsAt == after.endsAt
        && before.basis == after.basis && before.model == after.model && before.zone == after.zone && before.fees == after.fees;
    if (!isSame)
        return error(ErrorCode::Refused, message("project.frozen"));
    return domain::done();
}

} // namespace

Result<ProjectMade> CreateProject::execute(const Context& context, store::UnitOfWork& work) const
{
    store::CampaignWriter campaigns(work);
    const std::optional<store::WorkspaceRecord> workspace = work.reader().workspace();
    Project project;
    project.id = label.isEmpty() ? domain::idMadeBy<domain::ProjectId>(context.commandId, 0)
                                 : domain::idForExternal<domain::ProjectId>(context.workspaceId, label);
    project.label = label.isEmpty() ? project.id.text() : label;
    if (campaigns.project(project.id))
        return error(ErrorCode::Refused, message("project.exists").with("project", project.label));
    project.author = author.isEmpty() ? context.actor.name : author;
    if (workspace) {
        project.zone = workspace->zone;
        if (const auto currency = domain::Currency::fromCode(workspace->currency))
            project.currency = *currency;
    }
    project.fees = {int(campaigns.rate("platform_fee", context.occurredAt)), int(campaigns.rate("provider_fee", context.occurredAt))};
    if (const Status applied = applyFields(*this, project); !applied)
        return applied.error();
    campaigns.put(project);
    return Made{project.id, project.state};
}

Result<ProjectMade> EditProject::execute(const Context&, store::UnitOfWork& work) const
{
    return step(projectId, ProjectAction::Edit, work, [&](Project& project) -> Status {
        const Project before = project;
        if (const Status cleared = clearFields(clear, project); !cleared)
            return cleared;
        if (const Status applied = applyFields(*this, project); !applied)
            return applied;
        if (domain::termsAreFrozen(project.state))
            return checkFrozen(before, project);
        store::CampaignReader campaigns(work.reader());
        // What was approved must go on fulfilling what the review asked for.
        return project.state == domain::ProjectState::Scheduled ? checkReview(project, campaigns) : domain::done();
    });
}

Result<ProjectMade> SubmitProject::execute(const Context&, store::UnitOfWork& work) const
{
    return step(projectId, ProjectAction::Submit, work, [&](Project& project) -> Status {
        project.reason.clear();
        store::CampaignReader campaigns(work.reader());
        return checkReview(project, campaigns);
    });
}

Result<ProjectMade> ApproveProject::execute(const Context& context, store::UnitOfWork& work) const
{
    if (!reviewer.isEmpty() && reviewer != context.actor.name && context.actor.role != Role::Admin)
        return error(ErrorCode::Forbidden, message("command.not_in_their_name").with("name", context.actor.name));
    return step(projectId, ProjectAction::Approve, work, [&](Project& project) -> Status {
        const QString& by = reviewer.isEmpty() ? context.actor.name : reviewer;
        if (by.trimmed().compare(project.author.trimmed(), Qt::CaseInsensitive) == 0)
            return error(ErrorCode::Refused, message("project.own_review").with("author", project.author));
        if (project.endsAt && *project.endsAt <= context.occurredAt)
            return error(ErrorCode::Refused, message("project.end_passed"));
        store::CampaignReader campaigns(work.reader());
        return checkReview(project, campaigns);
    });
}

Result<ProjectMade> RejectProject::execute(const Context&, store::UnitOfWork& work) const
{
    return step(projectId, ProjectAction::Reject, work, [&](Project& project) -> Status {
        if (reason.trimmed().isEmpty())
            return error(ErrorCode::Invalid, message("project.no_reason"));
        project.reason = reason;
        return domain::done();
    });
}

Result<ProjectMade> StartProject::execute(const Context& context, store::UnitOfWork& work) const
{
    return step(projectId, ProjectAction::Start, work, [&](Project& project) -> Status {
        Q_ASSERT(project.startsAt && project.endsAt); // asked for by the review, and by every edit after it
        if (context.occurredAt < *project.startsAt)
            return error(ErrorCode::Refused, message("project.not_started").with("start", domain::wallClockText(*project.startsAt, project.zone)));
        if (context.occurredAt >= *project.endsAt)
            return error(ErrorCode::Refused, message("project.end_passed"));
        store::CampaignReader campaigns(work.reader());
        project.fees = {int(campaigns.rate("platform_fee", context.occurredAt)), int(campaigns.rate("provider_fee", context.occurredAt))};
        return domain::done();
    });
}

Result<ProjectMade> SuspendProject::execute(const Context&, store::UnitOfWork& work) const
{
    return step(projectId, ProjectAction::Suspend, work, [&](Project& project) -> Status {
        if (reason.trimmed().isEmpty())
            return error(ErrorCode::Invalid, message("project.no_reason"));
        project.reason = reason;
        return domain::done();
    });
}

Result<ProjectMade> ResumeProject::execute(const Context& context, store::UnitOfWork& work) const
{
    return step(projectId, ProjectAction::Resume, work, [&](Project& project) -> Status {
        if (context.occurredAt >= *project.endsAt)
            return error(ErrorCode::Refused, message("project.end_passed"));
        project.reason.clear();
        return domain::done();
    });
}

Result<PostUpdate::Made> PostUpdate::execute(const Context& context, store::UnitOfWork& work) const
{
    store::CampaignWriter campaigns(work);
    const Result<Project> project = findProject(campaigns, projectId, ProjectAction::PostUpdate);
    if (!project)
        return project.error();
    if (title.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("project.missing.title"));
    const auto id = domain::idMadeBy<domain::UpdateId>(context.commandId, 0);
    campaigns.putUpdate({id, projectId, context.occurredAt, title, text, backersOnly});
    return Made{id};
}

} // namespace encore::commands
