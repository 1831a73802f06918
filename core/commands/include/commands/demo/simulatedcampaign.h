// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Campaigns that never were: for demonstrations, tests, and as company for a house whose own campaigns are few. Whole numbers only, so that
// a seed gives the same campaign on every machine.

#include "domain/projection.h"
#include "domain/time.h"

#include <vector>

namespace encore::commands
{

struct SimulatedPledge {
    enum class Fate {
        Paid,
        Declined, ///< the card was refused
        Cancelled, ///< paid, and taken back later
        Disputed, ///< paid, and disputed by the bank later
    };
    qint64 atMs = 0; ///< since the start
    qint64 fateAtMs = 0; ///< since the start, of a cancellation or dispute; within the campaign
    Fate fate = Fate::Paid;
    int reward = -1; ///< index; -1: a donation
    qint64 amount = 0; ///< minor units of KRW: the reward's price and the extra
    qint64 extra = 0; ///< part of it
    int person = 0; ///< some pledge twice
    int source = 0; ///< index of simulatedSources
};

inline constexpr const char* simulatedSources[] = {"instagram", "newsletter", "search", "friend", "youtube", "poster"};
inline constexpr qint64 simulatedPrices[] = {10'000, 30'000, 55'000, 110'000, 300'000};

struct SimulatedCampaign {
    int days = 30;
    qint64 goal = 0;
    std::vector<SimulatedPledge> pledges; ///< by time

    /// Sums at the end of each day, cancellations taken off on their day.
    [[nodiscard]] std::vector<qint64> totalsByDay() const;
};

/// A rush at the beginning, a long middle, a rush at the end; weekends and good weeks. @p pledges 0: as many as it happens to get.
[[nodiscard]] SimulatedCampaign simulateCampaign(quint64 seed, int pledges = 0);

/// Shapes of finished simulated campaigns, from @p seed on; those that got nothing are left out.
[[nodiscard]] std::vector<domain::FundingShape> simulatedShapes(quint64 seed, int count);

} // namespace encore::commands
