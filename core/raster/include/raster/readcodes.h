// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/picturefile.h"

#include <functional>
#include <optional>
#include <vector>

namespace encore::raster
{

/// What one page of a picture file holds.
struct PageCodes {
    int page = 0; ///< from 0
    std::vector<ticket::ReadCode>
        codes; ///< from top to bottom; corners in pixels of the file's picture, or in points of a PDF page
    std::optional<domain::Error> failure; ///< this page could not be read, others could
    double ms = 0; ///< time it took
};

/// Called after each page with its codes, so that a long file shows progress; false stops, and the answer is Cancelled.
using PageRead = std::function<bool(const PageCodes& page, int pageCount)>;

/// Reads all codes of a picture or PDF, page by page. Also asked between passes: @p cancelled.
[[nodiscard]] domain::Result<std::vector<PageCodes>> readCodes(const PictureFile& file, ticket::CodeReader& reader,
    const PageRead& pageRead = {}, const std::function<bool()>& cancelled = {});

/// The same for a picture that is in memory already, for example from the clipboard.
[[nodiscard]] PageCodes readCodes(
    const QImage& image, ticket::CodeReader& reader, const std::function<bool()>& cancelled = {});

} // namespace encore::raster
