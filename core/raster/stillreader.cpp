// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/stillreader.h"

#include "raster/readcodes.h"

#include <QSet>

namespace encore::raster
{

namespace
{

bool isCancelled(const StillWatch& watch)
{
    return watch.cancelled && watch.cancelled();
}

StillReading gathered(const std::vector<PageCodes>& pages)
{
    StillReading reading;
    QSet<QString> seen;
    for (const PageCodes& page : pages) {
        if (page.failure)
            reading.unreadPages.push_back(page.failure->message);
        for (const ticket::ReadCode& code : page.codes) {
            if (seen.contains(code.text))
                continue;
            seen.insert(code.text);
            reading.codes.push_back({code.text, page.page});
        }
    }
    return reading;
}

} // namespace

domain::Result<StillReading> readStill(const QString& path, const StillWatch& watch)
{
    const domain::Result<PictureFile> file = PictureFile::open(path);
    if (!file)
        return file.error();
    ticket::CodeReader reader;
    const PageRead pageRead = [&watch](const PageCodes& page, int pageCount) {
        if (watch.pageDone)
            watch.pageDone(page.page + 1, pageCount);
        return !isCancelled(watch);
    };
    const domain::Result<std::vector<PageCodes>> pages = readCodes(*file, reader, pageRead, watch.cancelled);
    if (!pages)
        return pages.error();
    return gathered(*pages);
}

domain::Result<StillReading> readStill(const QImage& image, const QString& name, const StillWatch& watch)
{
    ticket::CodeReader reader;
    const PageCodes page = readCodes(image, reader, watch.cancelled);
    if (isCancelled(watch))
        return domain::error(domain::ErrorCode::Cancelled, domain::message("raster.cancelled").with("file", name));
    if (page.failure)
        return *page.failure;
    if (watch.pageDone)
        watch.pageDone(1, 1);
    return gathered({page});
}

} // namespace encore::raster
