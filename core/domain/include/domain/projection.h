// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a live campaign may end, judged by how finished ones went. An estimate, shown with how often it holds.

#include <QtGlobal>

#include <array>
#include <vector>

namespace encore::domain
{

/// How a finished campaign came to its sum: what it had at each hundredth of its time, in millionths of what it ended with.
struct FundingShape {
    static constexpr int points = 101;
    std::array<int, points> share{};
};

/// The shape of a curve of sums at the end of each of its days, of a campaign that ended with more than 0.
[[nodiscard]] FundingShape shapeOf(const std::vector<qint64>& totalsByDay);

struct Projection {
    static constexpr int coveragePercent = 80; ///< how often the end lies from p10 to p90
    static constexpr size_t enoughCampaigns = 30; ///< from here on the own ones alone are asked

    qint64 p10 = 0; ///< minor units
    qint64 p50 = 0;
    qint64 p90 = 0;
    int goalPermille = 0; ///< of 1,000 such campaigns, how many reach the goal
    size_t ownCampaigns = 0; ///< that it is based on
    bool isWidened = false; ///< too few of them: simulated ones helped, and the band is wider
};

/// @p elapsed thousandths of the campaign's time, 0 to 1,000; @p raised ≥ 0. At 1,000 it is a point. Where nothing is raised yet, or nothing
/// is known of other campaigns, there is no band: p10 = p50 = p90 = raised.
/// Method: each finished campaign says what @p raised would become had this one its shape; the ranks of those ends give the band, as in
/// split conformal prediction (Vovk, Gammerman, Shafer: Algorithmic Learning in a Random World, 2005), so that the coverage holds
/// whatever the shapes are like, as long as the new campaign is one of their kind.
[[nodiscard]] Projection project(qint64 raised, qint64 goal, int elapsed, const std::vector<FundingShape>& own,
                                 const std::vector<FundingShape>& simulated);

} // namespace encore::domain
