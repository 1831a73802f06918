// SPDX-License-Identifier: GPL-3.0-or-later
#include "stillsearch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace encore::ticket
{
namespace
{
using ZXing::BarcodeFormat;
using ZXing::Binarizer;

/// Up to this many pixels the harder passes take the picture whole.
constexpr double smallPicture = 1e6;
constexpr int tileSide = 800;
constexpr int tilesEachScale = 2;
/// Passes at the head of the list that look for every matrix format; the others look for QR codes only.
constexpr size_t passesForAllFormats = 8;
/// Less than this many grey levels from pixel to pixel is no code that any pass could read.
constexpr double leastBusyness = 1;
/// What is less busy than this part of a code that was read is writing or a photograph.
constexpr double likeACode = 0.2;

double diagonal(const ReadCode& code)
{
    const QPointF across = code.corners[2] - code.corners[0];
    return std::hypot(across.x(), across.y());
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// How much neighbouring pixels differ in the busiest corner of it, in the direction in which they differ less: high in
/// a matrix code, lower in writing, none on blank paper.
double busyness(const GreyImage& image)
{
    constexpr int cell = 48;
    double most = 0;
    for (int top = 0; top + 2 < image.height; top += cell) {
        for (int left = 0; left + 2 < image.width; left += cell) {
            const int right = std::min(left + cell, image.width - 2);
            const int bottom = std::min(top + cell, image.height - 2);
            qint64 across = 0;
            qint64 down = 0;
            for (int y = top; y < bottom; ++y) {
                const std::uint8_t* const row = image.pixels + qsizetype(y) * image.stride;
                for (int x = left; x < right; ++x) {
                    across += std::abs(row[x + 2] - row[x]);
                    down += std::abs(row[x + 2 * image.stride] - row[x]);
                }
            }
            most = std::max(most, double(std::min(across, down)) / (double(cell) * cell));
        }
    }
    return most;
}

/// What has to be painted over so that the code is not found again. Stripes were read along a line only; of their
/// height, which nobody knows, a band at a time goes.
std::array<QPointF, 4> grown(const ReadCode& code)
{
    std::array<QPointF, 4> corners = code.corners;
    const QPointF along = corners[1] - corners[0];
    const double band = 0.15 * std::hypot(along.x(), along.y());
    if (distance(corners[0], corners[3]) < band) {
        const QPointF half = QPointF(-along.y(), along.x()) * 0.075;
        corners = {corners[0] - half, corners[1] - half, corners[2] + half, corners[3] + half};
    }
    const QPointF centre = code.centre();
    for (QPointF& corner : corners)
        corner = centre + (corner - centre) * 1.12;
    return corners;
}

GreyImage boxOf(const GreyImage& image, const ReadCode& code)
{
    const auto [left, right]
        = std::minmax({code.corners[0].x(), code.corners[1].x(), code.corners[2].x(), code.corners[3].x()});
    const auto [top, bottom]
        = std::minmax({code.corners[0].y(), code.corners[1].y(), code.corners[2].y(), code.corners[3].y()});
    return cropped(image, int(left), int(top), int(right - left), int(bottom - top));
}

} // namespace

StillSearch::StillSearch(const GreyImage& image, const StillOptions& options) : m_image(image), m_options(options) { }

std::vector<ReadCode> StillSearch::run()
{
    lookAtAll();
    if (m_options.thorough && !stopped())
        lookAtAreas();
    std::stable_sort(m_codes.begin(), m_codes.end(), [](const ReadCode& a, const ReadCode& b) {
        return std::pair(a.centre().y(), a.centre().x()) < std::pair(b.centre().y(), b.centre().x());
    });
    return std::move(m_codes);
}

bool StillSearch::stopped() const
{
    return m_options.cancelled && m_options.cancelled();
}

void StillSearch::lookAtAll()
{
    ZXing::BarcodeFormats matrices;
    for (const BarcodeFormat format : matrixFormats)
        matrices |= format;
    keep(readWith(m_image, patientHints(BarcodeFormat::MatrixCodes)));
    if (stopped())
        return;
    lookForStripes();
    if (stopped())
        return;
    keep(readWith(m_image, patientHints(matrices, Binarizer::GlobalHistogram)));
    if (stopped())
        return;
    {
        const GreyBuffer negative = inverted(m_image);
        keep(readWith(negative.view(), patientHints(matrices)));
    }
    for (const Binarizer binarizer : {Binarizer::FixedThreshold, Binarizer::BoolCast}) {
        if (stopped())
            return;
        keep(readWith(m_image, quickHints(BarcodeFormat::QRCode, binarizer)));
    }
    if (double(m_image.width) * m_image.height <= smallPicture)
        keep(readWith(m_image, quickHints(matrices).setIsPure(true)));
}

/// One code at a time, which is then painted over, in full size and in a third of it: see stripeHints().
void StillSearch::lookForStripes()
{
    constexpr int shrinking = 3;
    constexpr int leastSide = 500;
    constexpr int most = 64; // a sheet of labels
    const bool isLarge = std::min(m_image.width, m_image.height) >= leastSide;
    for (const int by : {1, shrinking}) {
        for (int i = 0; i < most && (by == 1 || isLarge) && !stopped(); ++i) {
            const GreyBuffer smaller = by == 1 ? GreyBuffer() : scaled(rest(), m_image.width / by, m_image.height / by);
            const GreyImage picture = by == 1 ? rest() : smaller.view();
            const std::vector<ReadCode> codes
                = readWith(picture, stripeHints(BarcodeFormat::LinearCodes).setTryRotate(true));
            if (codes.empty())
                break;
            keep(mapped(codes, [by](QPointF point) { return point * by; }));
        }
    }
}

void StillSearch::lookAtAreas()
{
    const size_t passes = m_codes.empty() ? stillPasses().size() : shortPasses;
    for (const Area& area : areas()) {
        if (stopped())
            return;
        lookHarder(area, passes);
    }
}

std::vector<StillSearch::Area> StillSearch::areas() const
{
    std::vector<Area> result;
    const double pixels = double(m_image.width) * m_image.height;
    const double shrunkBy = std::max(1.0, std::sqrt(pixels / smallPicture));
    result.push_back({0, 0, m_image.width, m_image.height, shrunkBy, busyness(rest())});
    for (int by = 4; by >= 1; by /= 2) {
        if (pixels / (by * by) > smallPicture)
            addTiles(result, by, tilesEachScale);
    }
    return result;
}

void StillSearch::addTiles(std::vector<Area>& areas, int shrunkBy, int count) const
{
    const GreyImage picture = rest();
    const int side = tileSide * shrunkBy;
    std::vector<Area> tiles;
    for (int top = 0; top == 0 || top + side / 2 < picture.height; top += side / 2) {
        for (int left = 0; left == 0 || left + side / 2 < picture.width; left += side / 2) {
            const GreyImage part = cropped(picture, left, top, side, side);
            tiles.push_back({left, top, part.width, part.height, double(shrunkBy), busyness(part)});
        }
    }
    std::stable_sort(tiles.begin(), tiles.end(), [](const Area& a, const Area& b) { return a.busyness > b.busyness; });
    std::vector<Area> chosen;
    for (const Area& tile : tiles) {
        const bool seen = std::any_of(chosen.begin(), chosen.end(), [&](const Area& other) {
            return std::abs(other.left - tile.left) + std::abs(other.top - tile.top) <= side / 2;
        });
        if (!seen && int(chosen.size()) < count)
            chosen.push_back(tile);
    }
    areas.insert(areas.end(), chosen.begin(), chosen.end());
}

bool StillSearch::isWorthwhile(double busynessOfArea) const
{
    return busynessOfArea >= std::max(leastBusyness, m_busynessOfCodes * likeACode);
}

void StillSearch::lookHarder(const Area& area, size_t passes)
{
    const auto picture = [&](double& busynessNow) {
        const GreyImage part = cropped(rest(), area.left, area.top, area.width, area.height);
        busynessNow = busyness(part);
        return scaled(
            part, std::max(1, int(part.width / area.shrunkBy)), std::max(1, int(part.height / area.shrunkBy)));
    };
    double busynessNow = 0;
    GreyBuffer pixels = picture(busynessNow);
    for (size_t number = 0; number < passes && isWorthwhile(busynessNow) && !stopped(); ++number) {
        if (tryPass(area, pixels.view(), number))
            pixels = picture(busynessNow);
    }
}

bool StillSearch::tryPass(const Area& area, const GreyImage& picture, size_t number)
{
    const Pass& pass = stillPasses()[number];
    Prepared prepared = pass.prepare(picture);
    if (pass.inverted)
        prepared.picture = inverted(prepared.picture.view());
    ZXing::BarcodeFormats formats = BarcodeFormat::QRCode;
    if (number < passesForAllFormats) {
        for (const BarcodeFormat format : matrixFormats)
            formats |= format;
    }
    const double across = double(area.width) / picture.width;
    const double down = double(area.height) / picture.height;
    const PointMap toOriginal = [&](QPointF point) {
        const QPointF inArea = prepared.toOriginal(point);
        return QPointF(area.left + inArea.x() * across, area.top + inArea.y() * down);
    };
    bool found = false;
    for (const Binarizer binarizer : pass.binarizers)
        found |= keep(mapped(readWith(prepared.picture.view(), patientHints(formats, binarizer)), toOriginal));
    return found;
}

bool StillSearch::keep(const std::vector<ReadCode>& codes)
{
    bool found = false;
    for (const ReadCode& code : codes) {
        const bool known = isKnown(code);
        if (m_rest.pixels.empty())
            m_rest = copied(m_image);
        paintOver(m_rest, grown(code));
        if (known)
            continue;
        m_busynessOfCodes = std::max(m_busynessOfCodes, busyness(boxOf(m_image, code)));
        m_codes.push_back(code);
        found = true;
    }
    return found;
}

bool StillSearch::isKnown(const ReadCode& code) const
{
    return std::any_of(m_codes.begin(), m_codes.end(), [&](const ReadCode& known) {
        // Two codes cannot lie on the same spot, and the same text from a bent picture lies a little off.
        const double apart = distance(code.centre(), known.centre());
        const double size = std::max(diagonal(code), diagonal(known));
        return apart < size * (code.text == known.text ? 0.5 : 0.15);
    });
}

GreyImage StillSearch::rest() const
{
    return m_rest.pixels.empty() ? m_image : m_rest.view();
}

} // namespace encore::ticket
