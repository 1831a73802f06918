// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectview.h"
#include "service.h"

#include "store/blobs.h"
#include "store/campaigns.h"

#include <algorithm>

namespace encore::api
{

using domain::error;
using domain::ErrorCode;
using domain::message;

namespace
{

/// 32 bytes; empty: not a hash.
QByteArray hashOf(const QByteArray& text)
{
    const QByteArray hash = QByteArray::fromHex(text);
    return text.size() == 64 && hash.toHex() == text ? hash : QByteArray();
}

/// Pictures are shown; whatever else it may be is only ever downloaded.
QByteArray typeOf(const QByteArray& content)
{
    if (content.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (content.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (content.startsWith("RIFF") && content.mid(8, 4) == "WEBP")
        return "image/webp";
    return "application/octet-stream";
}

/// Who works for the house sees every file; a hash that was heard of opens nobody else the pictures of a draft.
bool maySeeFile(const QByteArray& hash, const std::optional<SignedIn>& who, store::Reader& reader)
{
    using domain::Role;
    if (who && who->actor.role != Role::Musician && who->actor.role != Role::Door && who->actor.role != Role::Supervisor)
        return true;
    store::CampaignReader campaigns(reader);
    const std::vector<domain::ProjectId> projects = campaigns.projectsWith(hash);
    return std::any_of(projects.begin(), projects.end(), [&](domain::ProjectId id) {
        const auto project = campaigns.project(id);
        return project && maySee(project->state, project->author, who);
    });
}

} // namespace

void Service::putBlob(const Call& call)
{
    const QByteArray hash = hashOf(call.parameters.front());
    if (hash.isEmpty())
        return call.fail(error(ErrorCode::Invalid, message("api.hash")));
    if (domain::sha256(call.request.body) != hash)
        return call.fail(error(ErrorCode::Invalid, message("api.other_hash")), 422);
    m_writer.push(
        [body = call.request.body](commands::Executor&, store::UnitOfWork& work) {
            (void)store::BlobWriter(work).put(body);
            return work.status();
        },
        [call](const domain::Status& status) {
            if (!status)
                return call.fail(status.error());
            HttpAnswer kept;
            kept.status = 204;
            call.answer(kept);
        });
}

void Service::blob(const Call& call)
{
    const QByteArray hash = hashOf(call.parameters.front());
    if (hash.isEmpty())
        return call.fail(error(ErrorCode::Invalid, message("api.hash")));
    m_readers.push([call, hash](const commands::QueryContext& context) {
        const bool isAllowed = maySeeFile(hash, call.who, context.reader);
        const auto content = isAllowed ? store::BlobReader(context.reader).content(hash) : std::nullopt;
        if (const domain::Status status = context.reader.status(); !status)
            return call.fail(status.error());
        if (!content)
            return call.fail(error(ErrorCode::NotFound, message("api.no_blob").with("hash", QString::fromLatin1(hash.toHex()))));
        HttpAnswer answer;
        answer.headers = {{"ETag", '"' + hash.toHex() + '"'}, {"Cache-Control", "private, max-age=31536000, immutable"}, {"X-Content-Type-Options", "nosniff"}};
        answer.type = typeOf(*content);
        answer.body = *content;
        call.answer(unlessKnown(call.request, std::move(answer)));
    });
}

} // namespace encore::api
