// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pictures of a campaign, by the hash of their file; the first one stands on its card.

#include "commands/command.h"
#include "commands/executor.h"
#include "commands/query.h"

namespace encore::commands
{

inline constexpr qint64 mostPictureBytes = 10'000'000;
inline constexpr int mostPictures = 20; ///< of one campaign

struct PictureMade {
    domain::ProjectId projectId;
    QByteArray sha256;
};

template<>
struct Descriptor<PictureMade> {
    static auto fields()
    {
        return std::tuple(field("project_id", &PictureMade::projectId, "the campaign"), field("sha256", &PictureMade::sha256, "of the file"));
    }
};

/// The file must be in the workspace already. Adding it again changes nothing but the caption.
struct AddProjectPicture {
    static constexpr const char* name = "AddProjectPicture";
    static constexpr const char* summary = "Put a picture, whose file is in the workspace, behind the others of a campaign.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = PictureMade;

    domain::ProjectId projectId;
    QByteArray sha256;
    QString caption; ///< what it shows, for those who cannot see it
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct EditProjectPicture {
    static constexpr const char* name = "EditProjectPicture";
    static constexpr const char* summary = "Change what is said about a picture, or its place: 1 is the campaign's card.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = PictureMade;

    domain::ProjectId projectId;
    QByteArray sha256;
    std::optional<QString> caption;
    std::optional<int> position; ///< from 1
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct RemoveProjectPicture {
    static constexpr const char* name = "RemoveProjectPicture";
    static constexpr const char* summary = "Take a picture off a campaign; its file stays.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = PictureMade;

    domain::ProjectId projectId;
    QByteArray sha256;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<AddProjectPicture> {
    static auto fields()
    {
        using P = AddProjectPicture;
        return std::tuple(field("project_id", &P::projectId, "which campaign"), field("sha256", &P::sha256, "of the file"),
                          field("caption", &P::caption, "what it shows").absentMeansDefault().atMost(200));
    }
};
template<>
struct Descriptor<EditProjectPicture> {
    static auto fields()
    {
        using P = EditProjectPicture;
        return std::tuple(field("project_id", &P::projectId, "which campaign"), field("sha256", &P::sha256, "of the file"),
                          field("caption", &P::caption, "what it shows").atMost(200), field("position", &P::position, "from 1"));
    }
};
template<>
struct Descriptor<RemoveProjectPicture> {
    static auto fields()
    {
        using P = RemoveProjectPicture;
        return std::tuple(field("project_id", &P::projectId, "which campaign"), field("sha256", &P::sha256, "of the file"));
    }
};

/// Keeps the bytes and runs AddProjectPicture on them, in one transaction.
[[nodiscard]] domain::Status addPicture(domain::ProjectId project, const QByteArray& bytes, const QString& caption, Executor& executor, store::UnitOfWork& work);

struct ProjectPictures {
    static constexpr const char* name = "ProjectPictures";
    static constexpr const char* summary = "Pictures of a campaign, in their order.";

    domain::ProjectId projectId;
    struct Row {
        QByteArray sha256;
        QString caption;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

} // namespace encore::commands
