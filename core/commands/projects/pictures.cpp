// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/projects/pictures.h"

#include "answer.h"
#include "projects/findproject.h"
#include "store/blobs.h"
#include "store/campaigns.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using store::ProjectPicture;

namespace
{

/// The pictures of a campaign that can be edited now.
Result<std::vector<ProjectPicture>> picturesOf(domain::ProjectId id, store::CampaignReader& campaigns)
{
    const auto project = findProject(campaigns, id, domain::ProjectAction::Edit);
    if (!project)
        return project.error();
    return campaigns.pictures(id);
}

auto find(std::vector<ProjectPicture>& pictures, const QByteArray& sha256)
{
    return std::find_if(pictures.begin(), pictures.end(), [&](const ProjectPicture& picture) { return picture.sha256 == sha256; });
}

/// Writes the pictures as @p change leaves them, given the list and the one with this hash.
template<class Change>
Result<PictureMade> changePicture(domain::ProjectId project, const QByteArray& sha256, store::UnitOfWork& work, const Change& change)
{
    store::CampaignWriter campaigns(work);
    const auto pictures = picturesOf(project, campaigns);
    if (!pictures)
        return pictures.error();
    std::vector<ProjectPicture> list = *pictures;
    const auto known = find(list, sha256);
    if (known == list.end())
        return error(ErrorCode::NotFound, message("picture.not_found").with("hash", QString::fromLatin1(sha256.toHex())));
    change(list, known);
    campaigns.putPictures(project, list);
    return PictureMade{project, sha256};
}

} // namespace

Result<PictureMade> AddProjectPicture::execute(const Context&, store::UnitOfWork& work) const
{
    store::CampaignWriter campaigns(work);
    auto pictures = picturesOf(projectId, campaigns);
    if (!pictures)
        return pictures.error();
    if (!store::BlobReader(work.reader()).contains(sha256))
        return error(ErrorCode::NotFound, message("picture.no_file").with("hash", QString::fromLatin1(sha256.toHex())));
    std::vector<ProjectPicture> list = *pictures;
    if (const auto known = find(list, sha256); known != list.end())
        known->caption = caption;
    else if (list.size() >= size_t(mostPictures))
        return error(ErrorCode::Refused, message("picture.too_many").with("most", mostPictures));
    else
        list.push_back({sha256, caption});
    campaigns.putPictures(projectId, list);
    return PictureMade{projectId, sha256};
}

Result<PictureMade> EditProjectPicture::execute(const Context&, store::UnitOfWork& work) const
{
    return changePicture(projectId, sha256, work, [this](std::vector<ProjectPicture>& list, auto known) {
        known->caption = caption.value_or(known->caption);
        if (!position)
            return;
        const ProjectPicture moved = *known;
        list.erase(known);
        list.insert(list.begin() + std::clamp(*position - 1, 0, int(list.size())), moved);
    });
}

Result<PictureMade> RemoveProjectPicture::execute(const Context&, store::UnitOfWork& work) const
{
    return changePicture(projectId, sha256, work, [](std::vector<ProjectPicture>& list, auto known) { list.erase(known); });
}

domain::Status addPicture(domain::ProjectId project, const QByteArray& bytes, const QString& caption, Executor& executor, store::UnitOfWork& work)
{
    AddProjectPicture add;
    add.projectId = project;
    add.sha256 = store::BlobWriter(work).put(bytes);
    add.caption = caption;
    const Result<Outcome> outcome = executor.apply(makeRequest(add, owner()), work);
    return outcome ? domain::done() : domain::Status(outcome.error());
}

Result<std::vector<ProjectPictures::Row>> ProjectPictures::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const ProjectPicture& picture : store::CampaignReader(context.reader).pictures(projectId))
        rows.push_back({picture.sha256, picture.caption});
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
