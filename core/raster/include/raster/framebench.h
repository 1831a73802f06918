// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace encore::raster
{

/// What the quick look at a live frame costs, beside a bare call of ZXing on the same pixels; medians in milliseconds.
struct FrameFigures {
    int rounds = 0;
    double readerMs = 0; ///< CodeReader::readFrame, a 1280×720 frame with one ticket code
    double zxingMs = 0; ///< ZXing asked for QR codes only, with its quickest setting
    double emptyReaderMs = 0; ///< a frame without a code: the quick look and one slice of the harder passes
    double emptyZxingMs = 0;
    double emptyWorstMs = 0; ///< the slowest single frame without a code
    [[nodiscard]] double ratio() const { return readerMs / zxingMs; }
};

/// Runs take turns, so that what else the machine does falls on both alike. A failure to read the frame gives rounds =
/// 0.
[[nodiscard]] FrameFigures measureFrames(int rounds = 200);

} // namespace encore::raster
