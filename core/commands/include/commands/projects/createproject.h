// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/projects/projectfields.h"

namespace encore::commands
{

struct ProjectMade {
    domain::ProjectId projectId;
    domain::ProjectState state = domain::ProjectState::Draft;
};

template<>
struct Descriptor<ProjectMade> {
    static auto fields()
    {
        return std::tuple(field("project_id", &ProjectMade::projectId, "the campaign"),
                          field("state", &ProjectMade::state, "its state now"));
    }
};

/// A draft. Nothing is asked of it yet; what is missing is told when it is submitted.
struct CreateProject : ProjectFields {
    static constexpr const char* name = "CreateProject";
    static constexpr const char* summary = "Begin a campaign as a draft.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = ProjectMade;

    QString label;
    QString author;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<CreateProject> {
    static auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("label", &CreateProject::label, "the id by which others call it; made by the command where absent").absentMeansDefault().atMost(64),
                       field("author", &CreateProject::author, "who may not review it; absent: whoever gives the command").absentMeansDefault().atMost(200)),
            projectFieldDescriptions());
    }
};

/// Changes what is given and nothing else. With a base version, fields that somebody else changed since then are a conflict; others merge.
struct EditProject : ProjectFields {
    static constexpr const char* name = "EditProject";
    static constexpr const char* summary = "Change what a campaign says; only the fields that are given.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = ProjectMade;

    domain::ProjectId projectId;
    std::vector<QString> clear;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<EditProject> {
    static auto fields()
    {
        return std::tuple_cat(std::tuple(field("project_id", &EditProject::projectId, "which campaign"),
                                         field("clear", &EditProject::clear, "fields to empty: starts_at, ends_at, payee, performance_id").absentMeansDefault()),
                              projectFieldDescriptions());
    }
};

} // namespace encore::commands
