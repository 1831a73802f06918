// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/demo/simulatedcampaign.h"

#include "demo/demopeople.h"

#include <algorithm>
#include <numeric>

namespace encore::commands
{

namespace
{

constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
constexpr qint64 hourMs = 60 * 60 * 1000;

/// How much each day draws: a first rush that fades, an even middle, a last rush that grows, weekends, and weeks that go well or badly.
std::vector<int> weightsOfDays(DemoChance& chance, int days)
{
    std::vector<int> weights(static_cast<size_t>(days), 100);
    qint64 first = 100 + chance.below(900);
    const int fading = 55 + chance.below(35); // percent left the next day
    qint64 last = 50 + chance.below(700);
    const int growing = 50 + chance.below(35);
    int mood = 100;
    for (size_t day = 0; day < weights.size(); ++day) {
        mood = std::clamp(mood + chance.below(41) - 20, 40, 200);
        weights[day] += int(first);
        first = first * fading / 100;
        weights[weights.size() - 1 - day] += int(last);
        last = last * growing / 100;
        const bool isWeekend = day % 7 >= 5;
        weights[day] = weights[day] * mood / 100 * (isWeekend ? 120 : 100) / 100;
    }
    return weights;
}

int pickWeighted(DemoChance& chance, const std::vector<int>& cumulated)
{
    const int drawn = chance.below(cumulated.back());
    return int(std::distance(cumulated.begin(), std::upper_bound(cumulated.begin(), cumulated.end(), drawn)));
}

SimulatedPledge makePledge(DemoChance& chance, const std::vector<int>& days, qint64 endMs, int people)
{
    SimulatedPledge pledge;
    // Few by night, most in the evening.
    const int hour = chance.oneIn(3) ? 19 + chance.below(4) : 8 + chance.below(16);
    pledge.atMs = std::min(pickWeighted(chance, days) * dayMs + hour * hourMs + chance.below(int(hourMs)), endMs - 1);
    const int kind = chance.below(100);
    pledge.reward = kind < 12 ? -1 : kind < 30 ? 0 : kind < 60 ? 1 : kind < 85 ? 2 : kind < 97 ? 3 : 4;
    pledge.extra = pledge.reward < 0 ? 1'000 * (1 + chance.below(50)) : chance.oneIn(8) ? 1'000 * (1 + chance.below(20)) : 0;
    pledge.amount = pledge.extra + (pledge.reward < 0 ? 0 : simulatedPrices[pledge.reward]);
    pledge.person = chance.below(people);
    pledge.source = std::min(chance.below(8), int(std::size(simulatedSources)) - 1);
    const int fate = chance.below(1'000);
    pledge.fate = fate < 25 ? SimulatedPledge::Fate::Declined : fate < 50 ? SimulatedPledge::Fate::Cancelled
        : fate < 53                                           ? SimulatedPledge::Fate::Disputed
                                                              : SimulatedPledge::Fate::Paid;
    const qint64 secondsLeft = (endMs - pledge.atMs) / 1'000;
    pledge.fateAtMs = pledge.atMs + 1 + (secondsLeft > 1 ? qint64(chance.below(int(secondsLeft))) * 999 : 0);
    return pledge;
}

} // namespace

std::vector<qint64> SimulatedCampaign::totalsByDay() const
{
    std::vector<qint64> totals(static_cast<size_t>(days), 0);
    const auto add = [&](qint64 atMs, qint64 amount) { totals[std::min(size_t(atMs / dayMs), totals.size() - 1)] += amount; };
    for (const SimulatedPledge& pledge : pledges) {
        if (pledge.fate == SimulatedPledge::Fate::Declined)
            continue;
        add(pledge.atMs, pledge.amount);
        if (pledge.fate == SimulatedPledge::Fate::Cancelled)
            add(pledge.fateAtMs, -pledge.amount);
    }
    std::partial_sum(totals.begin(), totals.end(), totals.begin());
    return totals;
}

SimulatedCampaign simulateCampaign(quint64 seed, int pledges)
{
    DemoChance chance(seed);
    SimulatedCampaign campaign;
    campaign.days = 14 + chance.below(47);
    const std::vector<int> weights = weightsOfDays(chance, campaign.days);
    std::vector<int> cumulated(weights.size());
    std::partial_sum(weights.begin(), weights.end(), cumulated.begin());
    const int drawn = 15 + chance.below(1 << (5 + chance.below(6))); // 15 to about 1,000, small ones more often
    const int count = pledges > 0 ? pledges : drawn;
    for (int i = 0; i < count; ++i)
        campaign.pledges.push_back(makePledge(chance, cumulated, campaign.days * dayMs, std::max(1, count * 9 / 10)));
    std::stable_sort(campaign.pledges.begin(), campaign.pledges.end(),
                     [](const SimulatedPledge& left, const SimulatedPledge& right) { return left.atMs < right.atMs; });
    const qint64 end = campaign.totalsByDay().back();
    campaign.goal = std::max<qint64>(100'000, end * (60 + chance.below(90)) / 100 / 100'000 * 100'000);
    return campaign;
}

std::vector<domain::FundingShape> simulatedShapes(quint64 seed, int count)
{
    std::vector<domain::FundingShape> shapes;
    for (int i = 0; i < count; ++i) {
        const std::vector<qint64> totals = simulateCampaign(seed + quint64(i)).totalsByDay();
        if (totals.back() > 0)
            shapes.push_back(domain::shapeOf(totals));
    }
    return shapes;
}

} // namespace encore::commands
