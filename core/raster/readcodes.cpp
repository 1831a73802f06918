// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/readcodes.h"

#include <QElapsedTimer>

#include <algorithm>

namespace encore::raster
{
using domain::ErrorCode;
using domain::Result;

namespace
{
/// A ticket's code on a page of A4 has three to four dots a module then; the second look is for business cards.
constexpr double firstLook = 200;
constexpr double secondLook = 400;
/// In a longer PDF a page without a code is taken as that: it is a report, and the harder passes take seconds a page.
constexpr int pagesWorthTheTrouble = 8;

std::vector<ticket::ReadCode> unscaled(std::vector<ticket::ReadCode> codes, double scale)
{
    for (ticket::ReadCode& code : codes) {
        for (QPointF& corner : code.corners)
            corner /= scale;
    }
    return codes;
}

Result<std::vector<ticket::ReadCode>> codesOfPage(
    const PictureFile& file, int index, ticket::CodeReader& reader, const std::function<bool()>& cancelled)
{
    const Result<GreyPage> first = file.page(index, firstLook);
    if (!first)
        return first.error();
    const bool drawn = file.isPdf();
    std::vector<ticket::ReadCode> codes = reader.readStill(first->view(), {!drawn, cancelled});
    if (codes.empty() && first->incomplete)
        return domain::error(ErrorCode::Damaged, domain::message("raster.cut_off").with("file", file.name()));
    if (!codes.empty() || !drawn)
        return unscaled(std::move(codes), first->scale);
    const Result<GreyPage> second = file.page(index, secondLook);
    if (!second)
        return second.error();
    const bool thorough = file.pageCount() <= pagesWorthTheTrouble;
    return unscaled(reader.readStill(second->view(), {thorough, cancelled}), second->scale);
}

} // namespace

Result<std::vector<PageCodes>> readCodes(const PictureFile& file, ticket::CodeReader& reader, const PageRead& pageRead,
    const std::function<bool()>& cancelled)
{
    const auto stopped = [&] {
        return domain::error(ErrorCode::Cancelled, domain::message("raster.cancelled").with("file", file.name()));
    };
    std::vector<PageCodes> pages;
    bool readable = false;
    for (int index = 0; index < file.pageCount(); ++index) {
        QElapsedTimer timer;
        timer.start();
        const Result<std::vector<ticket::ReadCode>> codes = codesOfPage(file, index, reader, cancelled);
        if (cancelled && cancelled())
            return stopped();
        PageCodes page{index, {}, {}, 0};
        if (codes)
            page.codes = *codes;
        else
            page.failure = codes.error();
        page.ms = double(timer.nsecsElapsed()) / 1e6;
        readable = readable || codes.ok();
        pages.push_back(page);
        if (pageRead && !pageRead(page, file.pageCount()))
            return stopped();
    }
    // One bad page does not take the others away; where none could be read, the first reason is the answer.
    if (!readable)
        return *pages.front().failure;
    return pages;
}

PageCodes readCodes(const QImage& image, ticket::CodeReader& reader, const std::function<bool()>& cancelled)
{
    QElapsedTimer timer;
    timer.start();
    PageCodes page;
    page.codes = reader.readStill(greyView(greyOf(image)), {true, cancelled});
    page.ms = double(timer.nsecsElapsed()) / 1e6;
    return page;
}

} // namespace encore::raster
