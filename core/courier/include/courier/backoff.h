// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace encore::courier
{

/// How long it is waited after the @p attempts-th try in vain, from 1: 2 s, doubled each time, @p longestMs at most.
[[nodiscard]] constexpr qint64 waitMs(int attempts, qint64 longestMs)
{
    constexpr qint64 firstMs = 2'000;
    constexpr int mostDoublings = 20;
    return std::min(firstMs << std::clamp(attempts - 1, 0, mostDoublings), longestMs);
}

} // namespace encore::courier
