// SPDX-License-Identifier: GPL-3.0-or-later
#include "codepass.h"

#include <QPoint>

#include <algorithm>
#include <cmath>

// Each slice looks at about half as many pixels as the frame has, or at all of them with next to no preparation, so
// that the picture on the screen keeps its pace.

namespace encore::ticket
{
namespace
{
using ZXing::BarcodeFormat;
using ZXing::Binarizer;

/// The middle of the frame, @p share of its shorter side each way: where a steward holds the ticket.
struct Middle {
    GreyImage part;
    QPointF corner;
};

Middle middleOf(const GreyImage& frame, double share)
{
    const int side = std::max(16, int(std::min(frame.width, frame.height) * share));
    const int left = std::max(0, (frame.width - side) / 2);
    const int top = std::max(0, (frame.height - side) / 2);
    return {cropped(frame, left, top, side, side), QPointF(left, top)};
}

std::vector<ReadCode> readQr(
    const GreyBuffer& picture, const PointMap& toFrame, Binarizer binarizer = Binarizer::LocalAverage)
{
    return mapped(readWith(picture.view(), quickHints(BarcodeFormat::QRCode, binarizer)), toFrame);
}

PointMap grownFrom(QPointF corner, double factor)
{
    return [=](QPointF point) { return corner + point / factor; };
}

template <int Percent, int Factor> GreyBuffer magnified(const GreyImage& frame, QPointF& corner)
{
    const Middle middle = middleOf(frame, Percent / 100.0);
    corner = middle.corner;
    return scaled(middle.part, middle.part.width * Factor, middle.part.height * Factor);
}

std::vector<ReadCode> whiteOnBlack(const GreyImage& frame)
{
    return readQr(inverted(frame), [](QPointF point) { return point; });
}

std::vector<ReadCode> evenLight(const GreyImage& frame)
{
    const Middle middle = middleOf(frame, 0.7);
    return readQr(levelled(middle.part, 16), grownFrom(middle.corner, 1));
}

std::vector<ReadCode> smallCodes(const GreyImage& frame)
{
    QPointF corner;
    return readQr(magnified<45, 2>(frame, corner), grownFrom(corner, 2));
}

std::vector<ReadCode> aztecCodes(const GreyImage& frame)
{
    return readWith(frame, quickHints(BarcodeFormat::Aztec));
}

std::vector<ReadCode> dataMatrixCodes(const GreyImage& frame)
{
    return readWith(frame, quickHints(BarcodeFormat::DataMatrix).setTryHarder(true).setTryRotate(true));
}

/// Stripes are looked for line by line, and half of the lines cross a code in the middle.
template <bool Upright> std::vector<ReadCode> stripes(const GreyImage& frame, ZXing::BarcodeFormats formats)
{
    const QPoint corner = Upright ? QPoint(frame.width / 4, 0) : QPoint(0, frame.height / 4);
    const GreyImage part
        = cropped(frame, corner.x(), corner.y(), frame.width - 2 * corner.x(), frame.height - 2 * corner.y());
    // Every line of the part for lying stripes; ZXing's choice of lines, turned by a quarter, for upright ones.
    return mapped(
        readWith(part, stripeHints(formats).setTryHarder(!Upright).setTryRotate(Upright)), grownFrom(corner, 1));
}

std::vector<ReadCode> usualStripes(const GreyImage& frame)
{
    return stripes<false>(frame, BarcodeFormat::Code128 | BarcodeFormat::EAN13 | BarcodeFormat::UPCA);
}

std::vector<ReadCode> rareStripes(const GreyImage& frame)
{
    return stripes<false>(frame, BarcodeFormat::Code39 | BarcodeFormat::ITF);
}

std::vector<ReadCode> uprightStripes(const GreyImage& frame)
{
    return stripes<true>(frame, BarcodeFormat::Code128 | BarcodeFormat::EAN13 | BarcodeFormat::UPCA);
}

std::vector<ReadCode> stackedStripes(const GreyImage& frame)
{
    return readWith(frame, quickHints(BarcodeFormat::PDF417).setTryRotate(true));
}

std::vector<ReadCode> blurredCodes(const GreyImage& frame)
{
    QPointF corner;
    const GreyBuffer large = magnified<35, 2>(frame, corner);
    return readQr(sharpened(large.view(), 8, 3), grownFrom(corner, 2));
}

std::vector<ReadCode> oneThreshold(const GreyImage& frame)
{
    return readWith(frame, quickHints(BarcodeFormat::QRCode, Binarizer::GlobalHistogram));
}

std::vector<ReadCode> largeAndDim(const GreyImage& frame)
{
    const GreyBuffer half = scaled(frame, std::max(1, frame.width / 2), std::max(1, frame.height / 2));
    return readQr(levelled(half.view(), 12), grownFrom({}, 0.5));
}

std::vector<ReadCode> noisyCodes(const GreyImage& frame)
{
    const Middle middle = middleOf(frame, 0.7);
    return readQr(boxMean(middle.part, 1), grownFrom(middle.corner, 1));
}

std::vector<ReadCode> behindAGrid(const GreyImage& frame)
{
    const Middle middle = middleOf(frame, 0.6);
    return readQr(median(middle.part), grownFrom(middle.corner, 1));
}

std::vector<ReadCode> dimWhiteOnBlack(const GreyImage& frame)
{
    const Middle middle = middleOf(frame, 0.6);
    const GreyBuffer even = levelled(middle.part, 16);
    return readQr(inverted(even.view()), grownFrom(middle.corner, 1));
}

template <int Degrees> std::vector<ReadCode> turnedCodes(const GreyImage& frame)
{
    const Middle middle = middleOf(frame, 0.5);
    const Prepared prepared = turned(middle.part, Degrees);
    return mapped(readQr(prepared.picture, prepared.toOriginal), grownFrom(middle.corner, 1));
}

template <int Percent, bool Upright> std::vector<ReadCode> bentCodes(const GreyImage& frame)
{
    const Middle middle = middleOf(frame, Percent / 100.0);
    const Prepared prepared = unrolled(middle.part, 1.2, Upright);
    return mapped(readQr(prepared.picture, prepared.toOriginal), grownFrom(middle.corner, 1));
}

template <int Across, int Down> std::vector<ReadCode> tiltedCodes(const GreyImage& frame)
{
    const Middle middle = middleOf(frame, 0.6);
    const Prepared prepared = untilted(middle.part, Across / 100.0, Down / 100.0);
    return mapped(readQr(prepared.picture, prepared.toOriginal), grownFrom(middle.corner, 1));
}

} // namespace

const std::vector<Slice>& liveSlices()
{
    static const std::vector<Slice> slices = {
        whiteOnBlack,
        evenLight,
        smallCodes,
        aztecCodes,
        blurredCodes,
        usualStripes,
        largeAndDim,
        stackedStripes,
        dataMatrixCodes,
        oneThreshold,
        noisyCodes,
        turnedCodes<30>,
        bentCodes<45, true>,
        dimWhiteOnBlack,
        uprightStripes,
        tiltedCodes<0, 40>,
        tiltedCodes<0, -40>,
        behindAGrid,
        bentCodes<45, false>,
        bentCodes<65, true>,
        bentCodes<65, false>,
        turnedCodes<60>,
        tiltedCodes<40, 0>,
        tiltedCodes<-40, 0>,
        rareStripes,
    };
    return slices;
}

} // namespace encore::ticket
