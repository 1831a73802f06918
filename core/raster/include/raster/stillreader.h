// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QImage>
#include <QString>

#include <functional>
#include <vector>

namespace encore::raster
{

struct StillCode {
    QString text;
    int page = 0; ///< where it stood first, from 0
};

/// What a picture or a document holds, for screens, which do not know the ticket room.
struct StillReading {
    std::vector<StillCode> codes; ///< each text once, page by page from top to bottom
    std::vector<domain::Message> unreadPages; ///< why a page could not be read, where others could
};

/// How a long reading is watched. Called in the thread that reads; either may be left out.
struct StillWatch {
    std::function<void(int done, int total)> pageDone;
    std::function<bool()> cancelled; ///< asked between passes
};

/// Reads every code of an image file or PDF. Errors name the file, as PictureFile::open does; Cancelled where it was
/// stopped.
[[nodiscard]] domain::Result<StillReading> readStill(const QString& path, const StillWatch& watch);
/// The same for a picture from the clipboard, which is one page.
[[nodiscard]] domain::Result<StillReading> readStill(const QImage& image, const QString& name, const StillWatch& watch);

} // namespace encore::raster
