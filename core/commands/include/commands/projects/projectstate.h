// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps that a campaign takes from draft to live, and out of it again, other than closing.

#include "commands/projects/createproject.h"

namespace encore::commands
{

struct SubmitProject {
    static constexpr const char* name = "SubmitProject";
    static constexpr const char* summary = "Ask for the review of a draft.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = ProjectMade;

    domain::ProjectId projectId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// By somebody else than the author (DOMAIN §2).
struct ApproveProject {
    static constexpr const char* name = "ApproveProject";
    static constexpr const char* summary = "Approve a campaign after review; it goes live at its start.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ReviewCampaigns;
    using Made = ProjectMade;

    domain::ProjectId projectId;
    QString reviewer; ///< empty: whoever gives the command
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct RejectProject {
    static constexpr const char* name = "RejectProject";
    static constexpr const char* summary = "Send a campaign back to its author, with the reasons.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ReviewCampaigns;
    using Made = ProjectMade;

    domain::ProjectId projectId;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Once its start has come. The fee plan that holds at that moment is frozen with the other terms.
struct StartProject {
    static constexpr const char* name = "StartProject";
    static constexpr const char* summary = "Let an approved campaign go live, once its start has come.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = ProjectMade;

    domain::ProjectId projectId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct SuspendProject {
    static constexpr const char* name = "SuspendProject";
    static constexpr const char* summary = "Take a live campaign off for the time being; its deadline does not wait.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ReviewCampaigns;
    using Made = ProjectMade;

    domain::ProjectId projectId;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct ResumeProject {
    static constexpr const char* name = "ResumeProject";
    static constexpr const char* summary = "Let a suspended campaign go on.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ReviewCampaigns;
    using Made = ProjectMade;

    domain::ProjectId projectId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct PostUpdate {
    static constexpr const char* name = "PostUpdate";
    static constexpr const char* summary = "Tell the backers of a campaign how it goes.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;

    domain::ProjectId projectId;
    QString title;
    QString text;
    bool backersOnly = false;

    struct Made {
        domain::UpdateId updateId;
    };
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

namespace detail
{
template<class C>
[[nodiscard]] auto onlyProject()
{
    return std::tuple(field("project_id", &C::projectId, "which campaign"));
}
template<class C>
[[nodiscard]] auto projectAndReason()
{
    return std::tuple(field("project_id", &C::projectId, "which campaign"),
                      field("reason", &C::reason, "why, in words that its author will read").atMost(2'000).notEmpty());
}
} // namespace detail

template<>
struct Descriptor<SubmitProject> {
    static auto fields() { return detail::onlyProject<SubmitProject>(); }
};
template<>
struct Descriptor<ApproveProject> {
    static auto fields()
    {
        return std::tuple(field("project_id", &ApproveProject::projectId, "which campaign"),
                          field("reviewer", &ApproveProject::reviewer, "who reviewed it, not the author; absent: whoever gives the command").absentMeansDefault().atMost(200));
    }
};
template<>
struct Descriptor<RejectProject> {
    static auto fields() { return detail::projectAndReason<RejectProject>(); }
};
template<>
struct Descriptor<StartProject> {
    static auto fields() { return detail::onlyProject<StartProject>(); }
};
template<>
struct Descriptor<SuspendProject> {
    static auto fields() { return detail::projectAndReason<SuspendProject>(); }
};
template<>
struct Descriptor<ResumeProject> {
    static auto fields() { return detail::onlyProject<ResumeProject>(); }
};
template<>
struct Descriptor<PostUpdate> {
    static auto fields()
    {
        return std::tuple(field("project_id", &PostUpdate::projectId, "which campaign"),
                          field("title", &PostUpdate::title, "its headline").atMost(domain::mostTitleCharacters).notEmpty(),
                          field("text", &PostUpdate::text, "Markdown, shown as text").atMost(domain::mostStoryCharacters),
                          field("backers_only", &PostUpdate::backersOnly, "not for everybody").absentMeansDefault());
    }
};
template<>
struct Descriptor<PostUpdate::Made> {
    static auto fields() { return std::tuple(field("update_id", &PostUpdate::Made::updateId, "the update")); }
};

} // namespace encore::commands
