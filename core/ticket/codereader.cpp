// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticket/codereader.h"

#include "codepass.h"
#include "stillsearch.h"

#include <algorithm>
#include <cmath>

namespace encore::ticket
{
namespace
{

/// A larger still picture is made smaller first: together with what the passes need this stays far below 512 MB.
constexpr double mostPixels = 64e6;

bool isUsable(const GreyImage& image)
{
    return image.pixels != nullptr && image.width > 0 && image.height > 0 && image.stride >= image.width;
}

void nearestFirst(std::vector<ReadCode>& codes, const GreyImage& image)
{
    const QPointF middle(image.width / 2.0, image.height / 2.0);
    const auto squaredDistance = [&](const ReadCode& code) {
        const QPointF offset = code.centre() - middle;
        return QPointF::dotProduct(offset, offset);
    };
    std::stable_sort(codes.begin(), codes.end(),
        [&](const ReadCode& a, const ReadCode& b) { return squaredDistance(a) < squaredDistance(b); });
}

} // namespace

QPointF ReadCode::centre() const
{
    return (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
}

/// Which slice of the harder passes a live frame gets: in turn, but every other time the one that worked last, because
/// the next ticket often is as hard to read as the one before it.
class CodeReader::Passes
{
public:
    [[nodiscard]] std::vector<ReadCode> nextSlice(const GreyImage& frame)
    {
        const bool again = m_worked >= 0 && !m_triedAgain;
        m_triedAgain = again;
        const int slice = again ? m_worked : m_next;
        if (!again)
            m_next = (m_next + 1) % int(liveSlices().size());
        std::vector<ReadCode> codes = liveSlices()[size_t(slice)](frame);
        if (!codes.empty()) {
            m_worked = slice;
            m_triedAgain = false;
        }
        return codes;
    }

private:
    int m_next = 0;
    int m_worked = -1;
    bool m_triedAgain = false;
};

CodeReader::CodeReader() : m_passes(std::make_unique<Passes>()) { }
CodeReader::~CodeReader() = default;
CodeReader::CodeReader(CodeReader&&) noexcept = default;
CodeReader& CodeReader::operator=(CodeReader&&) noexcept = default;

std::vector<ReadCode> CodeReader::readFrame(const GreyImage& image)
{
    if (!isUsable(image))
        return {};
    std::vector<ReadCode> codes = readWith(image, quickHints(ZXing::BarcodeFormat::QRCode));
    if (codes.empty())
        codes = m_passes->nextSlice(image);
    nearestFirst(codes, image);
    return codes;
}

std::vector<ReadCode> CodeReader::readStill(const GreyImage& image, const StillOptions& options)
{
    if (!isUsable(image))
        return {};
    const double pixels = double(image.width) * image.height;
    if (pixels <= mostPixels)
        return StillSearch(image, options).run();
    const double by = std::sqrt(mostPixels / pixels);
    const GreyBuffer smaller = scaled(image, std::max(1, int(image.width * by)), std::max(1, int(image.height * by)));
    const double across = double(image.width) / smaller.width;
    const double down = double(image.height) / smaller.height;
    return mapped(StillSearch(smaller.view(), options).run(),
        [=](QPointF point) { return QPointF(point.x() * across, point.y() * down); });
}

} // namespace encore::ticket
