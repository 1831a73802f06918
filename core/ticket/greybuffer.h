// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ticket/codereader.h"

#include <functional>

namespace encore::ticket
{

/// Grey pixels of our own, rows without gaps.
struct GreyBuffer {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    GreyBuffer() = default;
    GreyBuffer(int ofWidth, int ofHeight);
    [[nodiscard]] GreyImage view() const;
    [[nodiscard]] std::uint8_t* row(int y);
};

/// Where a point of a changed picture lies in the picture it was made from.
using PointMap = std::function<QPointF(QPointF)>;

/// A picture made from another one so that a code in it becomes readable.
struct Prepared {
    GreyBuffer picture;
    PointMap toOriginal;
};

/// A part of somebody else's pixels, cut to what there is.
[[nodiscard]] GreyImage cropped(const GreyImage& image, int left, int top, int width, int height);

[[nodiscard]] GreyBuffer copied(const GreyImage& image);

/// Each output pixel is the mean of what it covers, or between its neighbours where the picture grows.
[[nodiscard]] GreyBuffer scaled(const GreyImage& image, int width, int height);

[[nodiscard]] GreyBuffer inverted(const GreyImage& image);

/// The darkest and brightest hundredth become black and white.
[[nodiscard]] GreyBuffer stretched(const GreyImage& image);

/// The mean of a square of 2 * @p reach + 1 pixels around each pixel.
[[nodiscard]] GreyBuffer boxMean(const GreyImage& image, int reach);

/// The middle one of nine pixels: takes away the grid of a screen and lone specks.
[[nodiscard]] GreyBuffer median(const GreyImage& image);

/// Adds @p amount times what differs from the mean within @p reach: turns soft edges into hard ones.
[[nodiscard]] GreyBuffer sharpened(const GreyImage& image, int reach, double amount);

/// The same contrast everywhere: each pixel by how far it is from the mean around it, measured in the mean difference
/// there.
[[nodiscard]] GreyBuffer levelled(const GreyImage& image, int reach);

/// Turned clockwise about its middle into a picture that holds all of it; what was outside is white.
[[nodiscard]] Prepared turned(const GreyImage& image, double degrees);

/// Unrolled as if the picture lay around an upright (or lying) cylinder; @p arc is half of the angle it spans, in
/// radians.
[[nodiscard]] Prepared unrolled(const GreyImage& image, double arc, bool upright);

/// Seen from the front again: what lies towards the given side (-1 to 1 each way) was nearer to the camera by that
/// much.
[[nodiscard]] Prepared untilted(const GreyImage& image, double across, double down);

/// Covers a quadrangle with white, so that the code in it is not found again.
void paintOver(GreyBuffer& picture, const std::array<QPointF, 4>& corners);

} // namespace encore::ticket
