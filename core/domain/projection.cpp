// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/projection.h"

#include <algorithm>

namespace encore::domain
{

namespace
{

constexpr qint64 million = 1'000'000;

/// The share at @p elapsed thousandths of the time, between two points by a straight line.
qint64 shareAt(const FundingShape& shape, int elapsed)
{
    const int point = elapsed / 10;
    if (point >= FundingShape::points - 1)
        return shape.share.back();
    const qint64 before = shape.share[size_t(point)];
    const qint64 after = shape.share[size_t(point) + 1];
    return before + (after - before) * (elapsed % 10) / 10;
}

/// What @p raised becomes by each shape, in order. One that had nothing by then says nothing.
std::vector<qint64> endsBy(const std::vector<FundingShape>& shapes, qint64 raised, int elapsed)
{
    std::vector<qint64> ends;
    ends.reserve(shapes.size());
    for (const FundingShape& shape : shapes) {
        const qint64 share = shareAt(shape, elapsed);
        if (share > 0)
            ends.push_back(qint64(__int128(raised) * million / share));
    }
    std::sort(ends.begin(), ends.end());
    return ends;
}

/// The value of a rank that may lie outside: then the outermost there is.
qint64 ranked(const std::vector<qint64>& ends, qint64 rank)
{
    return ends[size_t(std::clamp<qint64>(rank, 1, qint64(ends.size())) - 1)];
}

} // namespace

FundingShape shapeOf(const std::vector<qint64>& totalsByDay)
{
    Q_ASSERT(!totalsByDay.empty() && totalsByDay.back() > 0);
    FundingShape shape;
    const auto days = qint64(totalsByDay.size());
    const qint64 end = totalsByDay.back();
    for (int point = 0; point < FundingShape::points; ++point) {
        // Hundredths of the time in days; the beginning of the first day has nothing.
        const qint64 hundredths = point * days;
        const qint64 day = hundredths / 100;
        const qint64 before = day == 0 ? 0 : totalsByDay[size_t(day) - 1];
        const qint64 after = day < days ? totalsByDay[size_t(day)] : end;
        const __int128 total = before + __int128(after - before) * (hundredths % 100) / 100;
        shape.share[size_t(point)] = int(std::clamp<__int128>(total * million / end, 0, 100 * million));
    }
    return shape;
}

Projection project(qint64 raised, qint64 goal, int elapsed, const std::vector<FundingShape>& own, const std::vector<FundingShape>& simulated)
{
    Q_ASSERT(raised >= 0 && elapsed >= 0 && elapsed <= 1'000);
    Projection projection;
    projection.p10 = projection.p50 = projection.p90 = raised;
    projection.goalPermille = raised >= goal ? 1'000 : 0;
    projection.ownCampaigns = own.size();
    if (elapsed == 1'000)
        return projection;
    std::vector<FundingShape> shapes = own;
    projection.isWidened = own.size() < Projection::enoughCampaigns;
    if (projection.isWidened)
        shapes.insert(shapes.end(), simulated.begin(), simulated.end());
    const std::vector<qint64> ends = endsBy(shapes, raised, elapsed);
    if (ends.empty() || raised == 0)
        return projection;
    const auto count = qint64(ends.size());
    projection.p10 = ranked(ends, (count + 1) / 10);
    projection.p50 = ranked(ends, (count + 1) / 2);
    projection.p90 = ranked(ends, (9 * (count + 1) + 9) / 10);
    const auto reached = qint64(std::distance(std::lower_bound(ends.begin(), ends.end(), goal), ends.end()));
    projection.goalPermille = int((1'000 * reached + (count + 1) / 2) / (count + 1));
    if (projection.isWidened) {
        // Nobody knows yet whether this house's campaigns go like the simulated ones: half as wide again without any, less with each.
        const qint64 wider = 60 + qint64(Projection::enoughCampaigns - own.size()); // sixtieths
        const auto stretched = [&](qint64 end) { return projection.p50 + qint64(__int128(end - projection.p50) * wider / 60); };
        projection.p10 = std::max<qint64>(0, stretched(projection.p10));
        projection.p90 = stretched(projection.p90);
    }
    return projection;
}

} // namespace encore::domain
