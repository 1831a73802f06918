// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "greybuffer.h"

#include <ZXing/ReadBarcode.h>

namespace encore::ticket
{

/// The formats whose own error correction makes a wrong reading in a changed picture next to impossible.
inline constexpr ZXing::BarcodeFormat matrixFormats[] = {ZXing::BarcodeFormat::QRCode, ZXing::BarcodeFormat::Aztec,
    ZXing::BarcodeFormat::DataMatrix, ZXing::BarcodeFormat::PDF417};

/// ZXing's quickest setting for these formats: no second scale, no turned picture.
[[nodiscard]] ZXing::DecodeHints quickHints(
    ZXing::BarcodeFormats formats, ZXing::Binarizer binarizer = ZXing::Binarizer::LocalAverage);
/// ZXing's most patient setting.
[[nodiscard]] ZXing::DecodeHints patientHints(
    ZXing::BarcodeFormats formats, ZXing::Binarizer binarizer = ZXing::Binarizer::LocalAverage);

/// For formats of stripes: every line is looked at, three must say the same (stripes are seen in any texture), and one
/// code at most comes back. ZXing 1.4, as Debian builds it, aborts the program when it compares two readings of the
/// same stripes: of two places in a picture, or of two scales of it.
[[nodiscard]] ZXing::DecodeHints stripeHints(ZXing::BarcodeFormats formats);

/// What ZXing finds.
[[nodiscard]] std::vector<ReadCode> readWith(const GreyImage& image, const ZXing::DecodeHints& hints);

/// The codes as they lie in the picture that @p toOriginal leads to.
[[nodiscard]] std::vector<ReadCode> mapped(std::vector<ReadCode> codes, const PointMap& toOriginal);

/// A change of the picture; ZXing then looks at the result.
using Prepare = Prepared (*)(const GreyImage& image);

/// One harder pass: how the picture is changed, and with which thresholds ZXing looks at it.
struct Pass {
    Prepare prepare = nullptr;
    std::vector<ZXing::Binarizer> binarizers;
    bool inverted = false; ///< look at it white on black
};

/// For a part of a still picture of up to a million pixels. The ones that help most often come first.
[[nodiscard]] const std::vector<Pass>& stillPasses();

/// How many at the head of stillPasses() are enough where other codes in the picture were easy to read.
inline constexpr size_t shortPasses = 5;

/// For a live frame: each costs about as much as the quick look at the whole frame.
using Slice = std::vector<ReadCode> (*)(const GreyImage& frame);
[[nodiscard]] const std::vector<Slice>& liveSlices();

} // namespace encore::ticket
