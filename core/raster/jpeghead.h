// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace encore::raster
{

/// What a JPEG file says of itself before its pixels (ISO/IEC 10918-1, annex B): Qt tells the size, but not the kind.
struct JpegHead {
    bool isJpeg = false;
    bool isProgressive = false;
    int components = 3;
    bool hasEnd = false; ///< the mark of the end is near the end, so the file is not cut off
};

[[nodiscard]] JpegHead readJpegHead(QIODevice& device);

} // namespace encore::raster
