// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of campaigns: encorectl picture add|list|save.
#include "cli.h"

#include "commands/projects/pictures.h"
#include "raster/thumbnail.h"
#include "store/blobs.h"

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

int add(Cli& cli, const QString& project, const QString& path, const QString& caption)
{
    const Result<QByteArray> bytes = raster::readPicture(path, commands::mostPictureBytes);
    if (!bytes)
        return cli.fail(bytes.error());
    const Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    const auto id = domain::idForExternal<domain::ProjectId>(desk->workspace->record().id, project);
    const Status added = desk->executor
                             ->runTogether({[&](store::UnitOfWork& work) { return commands::addPicture(id, *bytes, caption, *desk->executor, work); }})
                             .front();
    if (!added)
        return cli.fail(added.error());
    cli.printJson(commands::encodeText(commands::PictureMade{id, domain::sha256(*bytes)}));
    return Yes;
}

int save(Cli& cli, const QString& hash, const QString& path)
{
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const auto content = store::BlobReader((*workspace)->reader()).content(QByteArray::fromHex(hash.toLatin1()));
    if (!content)
        return cli.fail(error(ErrorCode::NotFound, message("picture.not_found").with("hash", hash.left(64))));
    return writeFile(cli, path, *content);
}

} // namespace

int runPicture(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("caption", "TEXT")});
    if (!options.ok())
        return WrongUsage;
    const QStringList words = options.positional();
    if (words.size() == 3 && words.first() == u"add")
        return add(cli, words.at(1), words.at(2), options.value("caption"));
    if (words.size() == 3 && words.first() == u"save")
        return save(cli, words.at(1), words.at(2));
    return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("picture add PROJECT FILE | picture save SHA256 FILE")));
}

} // namespace encore::cli
