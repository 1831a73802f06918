// SPDX-License-Identifier: GPL-3.0-or-later
#include "greybuffer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace encore::ticket
{
namespace
{

const std::uint8_t* rowOf(const GreyImage& image, int y)
{
    return image.pixels + qsizetype(y) * image.stride;
}

std::uint8_t level(double value)
{
    return std::uint8_t(std::clamp(value, 0.0, 255.0));
}

/// The brightness at a place between pixels; outside it is white.
std::uint8_t between(const GreyImage& image, double x, double y)
{
    const double left = std::floor(x);
    const double top = std::floor(y);
    if (left < 0 || top < 0 || left + 1 >= image.width || top + 1 >= image.height)
        return 255;
    const std::uint8_t* const upper = rowOf(image, int(top)) + int(left);
    const std::uint8_t* const lower = upper + image.stride;
    const double across = x - left;
    const double above = upper[0] + (upper[1] - upper[0]) * across;
    const double below = lower[0] + (lower[1] - lower[0]) * across;
    return level(above + (below - above) * (y - top) + 0.5);
}

/// For one direction: from which two source pixels, and how much of the second, an output pixel is made when growing.
struct Blend {
    int first;
    int second;
    int weight; ///< of 256, of the second
};

std::vector<Blend> blends(int from, int to)
{
    std::vector<Blend> result;
    result.reserve(size_t(to));
    for (int i = 0; i < to; ++i) {
        const double place = std::clamp((i + 0.5) * from / to - 0.5, 0.0, from - 1.0);
        const int first = int(place);
        result.push_back({first, std::min(first + 1, from - 1), int((place - first) * 256)});
    }
    return result;
}

GreyBuffer grown(const GreyImage& image, int width, int height)
{
    GreyBuffer result(width, height);
    const std::vector<Blend> columns = blends(image.width, width);
    const std::vector<Blend> rows = blends(image.height, height);
    for (int y = 0; y < height; ++y) {
        const Blend& vertical = rows[size_t(y)];
        const std::uint8_t* const upper = rowOf(image, vertical.first);
        const std::uint8_t* const lower = rowOf(image, vertical.second);
        std::uint8_t* const out = result.row(y);
        for (int x = 0; x < width; ++x) {
            const Blend& across = columns[size_t(x)];
            const int above = upper[across.first] * (256 - across.weight) + upper[across.second] * across.weight;
            const int below = lower[across.first] * (256 - across.weight) + lower[across.second] * across.weight;
            out[x] = std::uint8_t((above * (256 - vertical.weight) + below * vertical.weight + (1 << 15)) >> 16);
        }
    }
    return result;
}

GreyBuffer shrunk(const GreyImage& image, int width, int height)
{
    GreyBuffer result(width, height);
    std::vector<int> edges;
    for (int x = 0; x <= width; ++x)
        edges.push_back(int(qint64(x) * image.width / width));
    std::vector<unsigned> sums(size_t(image.width), 0);
    for (int y = 0; y < height; ++y) {
        const int top = int(qint64(y) * image.height / height);
        const int bottom = int(qint64(y + 1) * image.height / height);
        std::fill(sums.begin(), sums.end(), 0U);
        for (int from = top; from < bottom; ++from) {
            const std::uint8_t* const in = rowOf(image, from);
            for (int x = 0; x < image.width; ++x)
                sums[size_t(x)] += in[x];
        }
        std::uint8_t* const out = result.row(y);
        for (int x = 0; x < width; ++x) {
            const int left = edges[size_t(x)];
            const int right = edges[size_t(x) + 1];
            unsigned sum = 0;
            for (int column = left; column < right; ++column)
                sum += sums[size_t(column)];
            out[x] = std::uint8_t(sum / unsigned((right - left) * (bottom - top)));
        }
    }
    return result;
}

std::uint8_t middleOf(std::uint8_t a, std::uint8_t b, std::uint8_t c)
{
    return std::max(std::min(a, b), std::min(std::max(a, b), c));
}

template <class Change> GreyBuffer changed(const GreyImage& image, Change change)
{
    GreyBuffer result(image.width, image.height);
    for (int y = 0; y < image.height; ++y)
        std::transform(rowOf(image, y), rowOf(image, y) + image.width, result.row(y), change);
    return result;
}

} // namespace

GreyBuffer::GreyBuffer(int ofWidth, int ofHeight)
    : width(ofWidth), height(ofHeight), pixels(size_t(ofWidth) * size_t(ofHeight))
{
}

GreyImage GreyBuffer::view() const
{
    return {pixels.data(), width, height, width};
}

std::uint8_t* GreyBuffer::row(int y)
{
    return pixels.data() + qsizetype(y) * width;
}

GreyImage cropped(const GreyImage& image, int left, int top, int width, int height)
{
    const int x = std::clamp(left, 0, image.width);
    const int y = std::clamp(top, 0, image.height);
    return {rowOf(image, y) + x, std::clamp(left + width, x, image.width) - x,
        std::clamp(top + height, y, image.height) - y, image.stride};
}

GreyBuffer copied(const GreyImage& image)
{
    return changed(image, [](std::uint8_t value) { return value; });
}

GreyBuffer scaled(const GreyImage& image, int width, int height)
{
    return width > image.width || height > image.height ? grown(image, width, height) : shrunk(image, width, height);
}

GreyBuffer inverted(const GreyImage& image)
{
    return changed(image, [](std::uint8_t value) { return std::uint8_t(255 - value); });
}

GreyBuffer stretched(const GreyImage& image)
{
    std::array<qint64, 256> counts{};
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x)
            ++counts[rowOf(image, y)[x]];
    }
    const qint64 hundredth = qint64(image.width) * image.height / 100;
    size_t darkest = 0;
    for (qint64 below = counts[0]; below <= hundredth && darkest < 255; below += counts[darkest])
        ++darkest;
    size_t brightest = 255;
    for (qint64 above = counts[255]; above <= hundredth && brightest > darkest; above += counts[brightest])
        --brightest;
    const double span = std::max(1.0, double(brightest) - double(darkest));
    std::array<std::uint8_t, 256> levels{};
    for (size_t i = 0; i < levels.size(); ++i)
        levels[i] = level((double(i) - double(darkest)) * 255 / span);
    return changed(image, [&](std::uint8_t value) { return levels[value]; });
}

GreyBuffer boxMean(const GreyImage& image, int reach)
{
    GreyBuffer result(image.width, image.height);
    // Sums of the columns over the rows in reach slide down the picture, so that the cost does not grow with the reach.
    std::vector<unsigned> columns(size_t(image.width), 0);
    const auto addRow = [&](int y, bool add) {
        const std::uint8_t* const in = rowOf(image, y);
        for (int x = 0; x < image.width; ++x)
            columns[size_t(x)] = add ? columns[size_t(x)] + in[x] : columns[size_t(x)] - in[x];
    };
    for (int y = 0; y < std::min(reach, image.height); ++y)
        addRow(y, true);
    std::vector<float> shares;
    shares.reserve(size_t(image.width));
    for (int x = 0; x < image.width; ++x)
        shares.push_back(1.0F / float(std::min(x + reach, image.width - 1) - std::max(x - reach, 0) + 1));
    for (int y = 0; y < image.height; ++y) {
        if (y + reach < image.height)
            addRow(y + reach, true);
        if (y - reach - 1 >= 0)
            addRow(y - reach - 1, false);
        const float share = 1.0F / float(std::min(y + reach, image.height - 1) - std::max(y - reach, 0) + 1);
        unsigned sum = 0;
        for (int x = 0; x < std::min(reach, image.width); ++x)
            sum += columns[size_t(x)];
        std::uint8_t* const out = result.row(y);
        for (int x = 0; x < image.width; ++x) {
            if (x + reach < image.width)
                sum += columns[size_t(x + reach)];
            if (x - reach - 1 >= 0)
                sum -= columns[size_t(x - reach - 1)];
            out[x] = std::uint8_t(std::min(float(sum) * shares[size_t(x)] * share, 255.0F));
        }
    }
    return result;
}

GreyBuffer median(const GreyImage& image)
{
    GreyBuffer result(image.width, image.height);
    std::vector<std::uint8_t> low(size_t(image.width), 0);
    std::vector<std::uint8_t> middle = low;
    std::vector<std::uint8_t> high = low;
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* const above = rowOf(image, std::max(y - 1, 0));
        const std::uint8_t* const here = rowOf(image, y);
        const std::uint8_t* const below = rowOf(image, std::min(y + 1, image.height - 1));
        // Each column of three is sorted once; the middle of nine is the middle of (largest low, middle middle, least
        // high).
        for (int x = 0; x < image.width; ++x) {
            const std::uint8_t smaller = std::min(above[x], here[x]);
            const std::uint8_t larger = std::max(above[x], here[x]);
            low[size_t(x)] = std::min(smaller, below[x]);
            high[size_t(x)] = std::max(larger, below[x]);
            middle[size_t(x)] = std::max(smaller, std::min(larger, below[x]));
        }
        std::uint8_t* const out = result.row(y);
        for (int x = 0; x < image.width; ++x) {
            const size_t left = size_t(std::max(x - 1, 0));
            const size_t right = size_t(std::min(x + 1, image.width - 1));
            const std::uint8_t lowest = std::max({low[left], low[size_t(x)], low[right]});
            const std::uint8_t highest = std::min({high[left], high[size_t(x)], high[right]});
            out[x] = middleOf(lowest, middleOf(middle[left], middle[size_t(x)], middle[right]), highest);
        }
    }
    return result;
}

GreyBuffer sharpened(const GreyImage& image, int reach, double amount)
{
    // Twice the box is nearly a Gaussian; a single one would leave ghosts of its square.
    const GreyBuffer soft = boxMean(boxMean(image, reach).view(), reach);
    GreyBuffer result(image.width, image.height);
    const int factor = int(amount * 256);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* const in = rowOf(image, y);
        const std::uint8_t* const mean = rowOf(soft.view(), y);
        std::uint8_t* const out = result.row(y);
        for (int x = 0; x < image.width; ++x)
            out[x] = std::uint8_t(std::clamp(in[x] + (in[x] - mean[x]) * factor / 256, 0, 255));
    }
    return result;
}

GreyBuffer levelled(const GreyImage& image, int reach)
{
    const GreyBuffer mean = boxMean(image, reach);
    GreyBuffer difference(image.width, image.height);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* const in = rowOf(image, y);
        const std::uint8_t* const around = rowOf(mean.view(), y);
        // Times four, because a pale code differs by a few levels only and the mean of it is kept in whole levels.
        for (int x = 0; x < image.width; ++x)
            difference.row(y)[x] = std::uint8_t(std::min(255, std::abs(in[x] - around[x]) * 4));
    }
    const GreyBuffer spread = boxMean(difference.view(), reach);
    GreyBuffer result(image.width, image.height);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* const in = rowOf(image, y);
        const std::uint8_t* const around = rowOf(mean.view(), y);
        const std::uint8_t* const usual = rowOf(spread.view(), y);
        std::uint8_t* const out = result.row(y);
        for (int x = 0; x < image.width; ++x)
            out[x] = std::uint8_t(std::clamp(128 + (in[x] - around[x]) * 4 * 80 / std::max<int>(usual[x], 4), 0, 255));
    }
    return result;
}

Prepared turned(const GreyImage& image, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const int width = int(std::ceil(std::abs(image.width * cosine) + std::abs(image.height * sine)));
    const int height = int(std::ceil(std::abs(image.width * sine) + std::abs(image.height * cosine)));
    const QPointF middle(width / 2.0, height / 2.0);
    const QPointF middleBefore(image.width / 2.0, image.height / 2.0);
    const PointMap back = [=](QPointF point) {
        const QPointF offset = point - middle;
        return middleBefore + QPointF(offset.x() * cosine + offset.y() * sine, offset.y() * cosine - offset.x() * sine);
    };
    Prepared result{GreyBuffer(width, height), back};
    for (int y = 0; y < height; ++y) {
        QPointF place = back(QPointF(0.5, y + 0.5)) - QPointF(0.5, 0.5);
        for (int x = 0; x < width; ++x, place += QPointF(cosine, -sine))
            result.picture.row(y)[x] = between(image, place.x(), place.y());
    }
    return result;
}

Prepared unrolled(const GreyImage& image, double arc, bool upright)
{
    const int across = upright ? image.width : image.height;
    const double middle = across / 2.0;
    const double radius
        = middle / std::sin(std::min(arc, std::numbers::pi / 2)); // the edges lie at the ends of the arc
    const int length = int(std::ceil(2 * radius * arc));
    const auto unroll = [=](double place) { return middle + radius * std::sin((place - length / 2.0) / radius); };
    std::vector<double> places;
    places.reserve(size_t(length));
    for (int i = 0; i < length; ++i)
        places.push_back(unroll(i + 0.5) - 0.5);
    const PointMap back = [=](QPointF point) {
        return upright ? QPointF(unroll(point.x()), point.y()) : QPointF(point.x(), unroll(point.y()));
    };
    Prepared result{upright ? GreyBuffer(length, image.height) : GreyBuffer(image.width, length), back};
    for (int y = 0; y < result.picture.height; ++y) {
        std::uint8_t* const out = result.picture.row(y);
        for (int x = 0; x < result.picture.width; ++x)
            out[x] = upright ? between(image, places[size_t(x)], y) : between(image, x, places[size_t(y)]);
    }
    return result;
}

Prepared untilted(const GreyImage& image, double across, double down)
{
    const QPointF middle(image.width / 2.0, image.height / 2.0);
    const double reach = std::max(image.width, image.height) / 2.0;
    const PointMap back = [=](QPointF point) {
        const QPointF offset = point - middle;
        return middle + offset / (1 + (across * offset.x() + down * offset.y()) / reach);
    };
    Prepared result{GreyBuffer(image.width, image.height), back};
    for (int y = 0; y < image.height; ++y) {
        std::uint8_t* const out = result.picture.row(y);
        for (int x = 0; x < image.width; ++x) {
            const QPointF place = back(QPointF(x + 0.5, y + 0.5));
            out[x] = between(image, place.x() - 0.5, place.y() - 0.5);
        }
    }
    return result;
}

void paintOver(GreyBuffer& picture, const std::array<QPointF, 4>& corners)
{
    const auto [top, bottom]
        = std::minmax_element(corners.begin(), corners.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    const int first = int(std::clamp(top->y(), 0.0, double(picture.height)));
    const int last = int(std::clamp(bottom->y() + 1, 0.0, double(picture.height)));
    for (int y = first; y < last; ++y) {
        double left = picture.width;
        double right = 0;
        for (size_t i = 0; i < corners.size(); ++i) {
            const QPointF from = corners[i];
            const QPointF to = corners[(i + 1) % corners.size()];
            if (y < std::min(from.y(), to.y()) - 1 || y > std::max(from.y(), to.y()) + 1)
                continue;
            const double share = from.y() == to.y() ? 0 : std::clamp((y - from.y()) / (to.y() - from.y()), 0.0, 1.0);
            const double x = from.x() + (to.x() - from.x()) * share;
            left = std::min({left, x, from.y() == to.y() ? to.x() : x});
            right = std::max({right, x, from.y() == to.y() ? to.x() : x});
        }
        const int begin = int(std::clamp(left, 0.0, double(picture.width)));
        const int end = int(std::clamp(right + 1, double(begin), double(picture.width)));
        std::fill(picture.row(y) + begin, picture.row(y) + end, std::uint8_t(255));
    }
}

} // namespace encore::ticket
