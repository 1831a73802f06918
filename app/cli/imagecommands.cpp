// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagecommands.h"

#include <algorithm>

namespace encore::cli
{

using commands::JsonDocument;
using commands::jsonString;
using domain::message;
using domain::Result;

Result<std::vector<raster::PageCodes>> codesInFile(const QString& file)
{
    const Result<raster::PictureFile> picture = raster::PictureFile::open(file);
    if (!picture)
        return picture.error();
    ticket::CodeReader reader;
    return raster::readCodes(*picture, reader);
}

int failUnreadable(Cli& cli, const domain::Error& error)
{
    (void)cli.fail(error);
    return Surroundings;
}

namespace
{

int decodeFile(Cli& cli, const QString& file)
{
    const Result<std::vector<raster::PageCodes>> pages = codesInFile(file);
    if (!pages)
        return failUnreadable(cli, pages.error());
    int worst = Yes;
    bool found = false;
    for (const raster::PageCodes& page : *pages) {
        if (page.failure)
            worst = std::max<int>(worst, failUnreadable(cli, *page.failure));
        for (const ticket::ReadCode& code : page.codes) {
            found = true;
            JsonDocument object(rapidjson::kObjectType);
            auto& allocator = object.GetAllocator();
            object.AddMember("file", jsonString(file, allocator), allocator);
            object.AddMember("page", page.page + 1, allocator);
            object.AddMember("text", jsonString(code.text, allocator), allocator);
            object.AddMember("format", jsonString(code.format, allocator), allocator);
            object.AddMember("ms", page.ms, allocator);
            if (cli.json())
                cli.printJson(commands::jsonText(object));
            else
                cli.say(file + QStringLiteral(": ") + code.text);
        }
    }
    if (found)
        return worst;
    cli.complain(cli.inWords(message("cli.no_code").with("file", file)));
    return std::max<int>(worst, No);
}

} // namespace

int runDecode(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {});
    if (!options.ok())
        return WrongUsage;
    if (options.positional().isEmpty())
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("decode FILE…")));
    int worst = Yes;
    for (const QString& file : options.positional())
        worst = std::max(worst, decodeFile(cli, file));
    return worst;
}

} // namespace encore::cli
