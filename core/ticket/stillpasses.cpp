// SPDX-License-Identifier: GPL-3.0-or-later
#include "codepass.h"

#include <algorithm>
#include <cmath>

namespace encore::ticket
{
namespace
{
constexpr auto local = ZXing::Binarizer::LocalAverage;
constexpr auto global = ZXing::Binarizer::GlobalHistogram;
constexpr auto fixed = ZXing::Binarizer::FixedThreshold;

/// What a pass may blow its picture up to; more costs time and shows nothing new.
constexpr double mostPixels = 6e6;

Prepared resized(const GreyImage& image, double factor)
{
    const double allowed = std::sqrt(mostPixels / (double(image.width) * image.height));
    const double by = factor > 1 ? std::clamp(allowed, 1.0, factor) : factor;
    const int width = std::max(1, int(image.width * by));
    const int height = std::max(1, int(image.height * by));
    const double across = double(image.width) / width;
    const double down = double(image.height) / height;
    return {scaled(image, width, height), [=](QPointF point) { return QPointF(point.x() * across, point.y() * down); }};
}

/// A further change of the pixels that leaves every point where it is.
template <class Change> Prepared then(Prepared before, Change change)
{
    return {change(before.picture.view()), std::move(before.toOriginal)};
}

/// A further change that moves the points.
template <class Change> Prepared moved(const Prepared& before, Change change)
{
    Prepared after = change(before.picture.view());
    after.toOriginal
        = [first = before.toOriginal, second = after.toOriginal](QPointF point) { return first(second(point)); };
    return after;
}

template <int Percent> Prepared plain(const GreyImage& image)
{
    return resized(image, Percent / 100.0);
}

template <int Percent, int Reach> Prepared sharp(const GreyImage& image)
{
    return then(resized(image, Percent / 100.0), [](const GreyImage& pixels) { return sharpened(pixels, Reach, 3); });
}

template <int Percent, int Reach> Prepared level(const GreyImage& image)
{
    return then(resized(image, Percent / 100.0), [](const GreyImage& pixels) { return levelled(pixels, Reach); });
}

template <int Percent, int Soft, int Reach> Prepared softLevel(const GreyImage& image)
{
    return then(resized(image, Percent / 100.0),
        [](const GreyImage& pixels) { return levelled(boxMean(pixels, Soft).view(), Reach); });
}

template <int Soft> Prepared soft(const GreyImage& image)
{
    return then(resized(image, 1), [](const GreyImage& pixels) { return boxMean(pixels, Soft); });
}

Prepared stretch(const GreyImage& image)
{
    return then(resized(image, 1), stretched);
}

Prepared middles(const GreyImage& image)
{
    return then(resized(image, 1), median);
}

template <int Degrees> Prepared turn(const GreyImage& image)
{
    return moved(level<200, 32>(image), [](const GreyImage& pixels) { return turned(pixels, Degrees); });
}

template <int Tenths, bool Upright> Prepared unroll(const GreyImage& image)
{
    return moved(
        sharp<200, 8>(image), [](const GreyImage& pixels) { return unrolled(pixels, Tenths / 10.0, Upright); });
}

template <int Across, int Down> Prepared untilt(const GreyImage& image)
{
    return moved(
        resized(image, 2), [](const GreyImage& pixels) { return untilted(pixels, Across / 100.0, Down / 100.0); });
}

} // namespace

const std::vector<Pass>& stillPasses()
{
    static const std::vector<Pass> passes = {
        {sharp<200, 8>, {local, global}, false},
        {level<200, 16>, {fixed, local}, false},
        {level<100, 8>, {local, fixed}, true},
        {sharp<300, 4>, {local, fixed}, false},
        {plain<200>, {local, fixed}, false},
        {sharp<200, 8>, {local}, true},
        {level<100, 8>, {local, fixed}, false},
        {level<200, 32>, {local, fixed}, true},
        {level<200, 32>, {local, fixed}, false},
        {soft<1>, {local, fixed}, false},
        {soft<2>, {fixed, global}, false},
        {softLevel<200, 2, 16>, {local, fixed}, false},
        {softLevel<200, 2, 16>, {local}, true},
        {softLevel<100, 2, 24>, {local, fixed}, false},
        {softLevel<100, 4, 40>, {local, fixed}, false},
        {sharp<300, 8>, {local, global}, false},
        {sharp<200, 4>, {local, fixed}, false},
        {sharp<100, 16>, {local, fixed}, false},
        {sharp<400, 6>, {local, fixed}, false},
        {plain<50>, {local, global}, false},
        {plain<70>, {local, global}, false},
        {plain<150>, {local, global}, false},
        {plain<300>, {local, fixed}, false},
        {stretch, {local, global, fixed}, false},
        {middles, {local, global}, false},
        {turn<15>, {local, fixed}, false},
        {turn<30>, {local, fixed}, false},
        {turn<45>, {local, fixed}, false},
        {turn<60>, {local, fixed}, false},
        {turn<30>, {local}, true},
        {turn<60>, {local}, true},
        {unroll<6, true>, {local, fixed}, false},
        {unroll<6, false>, {local, fixed}, false},
        {unroll<9, true>, {local, fixed}, false},
        {unroll<9, false>, {local, fixed}, false},
        {unroll<12, true>, {local, fixed}, false},
        {unroll<12, false>, {local, fixed}, false},
        {unroll<15, true>, {local, fixed}, false},
        {unroll<15, false>, {local, fixed}, false},
        {untilt<0, 30>, {local}, false},
        {untilt<0, -30>, {local}, false},
        {untilt<30, 0>, {local}, false},
        {untilt<-30, 0>, {local}, false},
        {untilt<0, 50>, {local}, false},
        {untilt<0, -50>, {local}, false},
        {untilt<50, 0>, {local}, false},
        {untilt<-50, 0>, {local}, false},
        {untilt<25, 25>, {local}, false},
        {untilt<-25, 25>, {local}, false},
        {untilt<25, -25>, {local}, false},
        {untilt<-25, -25>, {local}, false},
    };
    return passes;
}

} // namespace encore::ticket
