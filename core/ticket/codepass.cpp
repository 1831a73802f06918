// SPDX-License-Identifier: GPL-3.0-or-later
#include "codepass.h"

#include <algorithm>
#include <climits>
#include <exception>

namespace encore::ticket
{
namespace
{
using ZXing::BarcodeFormat;
using ZXing::Binarizer;

std::array<QPointF, 4> cornersOf(const ZXing::Position& position)
{
    std::array<QPointF, 4> corners;
    std::transform(
        position.begin(), position.end(), corners.begin(), [](const auto& point) { return QPointF(point.x, point.y); });
    return corners;
}

} // namespace

ZXing::DecodeHints quickHints(ZXing::BarcodeFormats formats, Binarizer binarizer)
{
    return ZXing::DecodeHints()
        .setFormats(formats)
        .setBinarizer(binarizer)
        .setTryHarder(false)
        .setTryRotate(false)
        .setTryDownscale(false);
}

ZXing::DecodeHints patientHints(ZXing::BarcodeFormats formats, Binarizer binarizer)
{
    return ZXing::DecodeHints()
        .setFormats(formats)
        .setBinarizer(binarizer)
        .setTryHarder(true)
        .setTryRotate(true)
        .setTryDownscale(true);
}

ZXing::DecodeHints stripeHints(ZXing::BarcodeFormats formats)
{
    return quickHints(formats).setTryHarder(true).setMaxNumberOfSymbols(1).setMinLineCount(3);
}

std::vector<ReadCode> readWith(const GreyImage& image, const ZXing::DecodeHints& hints)
{
    constexpr int least = 8; // fewer pixels hold no code of any format
    constexpr int most = 0xffff; // ZXing counts stripes in 16 bits
    std::vector<ReadCode> codes;
    if (image.pixels == nullptr || std::min(image.width, image.height) < least
        || std::max(image.width, image.height) > most || image.stride < image.width || image.stride > INT_MAX)
        return codes;
    try {
        const ZXing::ImageView view(
            image.pixels, image.width, image.height, ZXing::ImageFormat::Lum, int(image.stride));
        for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
            if (result.isValid())
                codes.push_back({QString::fromStdString(result.text()),
                    QString::fromLatin1(ZXing::ToString(result.format())), cornersOf(result.position())});
        }
    } catch (const std::exception&) {
        // ZXing throws where a picture asks too much of it; then this pass has found nothing.
        codes.clear();
    }
    return codes;
}

std::vector<ReadCode> mapped(std::vector<ReadCode> codes, const PointMap& toOriginal)
{
    for (ReadCode& code : codes)
        std::transform(code.corners.begin(), code.corners.end(), code.corners.begin(), toOriginal);
    return codes;
}

} // namespace encore::ticket
