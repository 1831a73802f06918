// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/random.h"
#include "sync/engine.h"

#include <queue>
#include <random>

namespace encore::simulation
{

inline constexpr domain::Instant firstDay{1'793'502'000'000}; ///< 2026-11-01T12:00:00+09:00

/// Randomness out of the seed.
class Chance final : public domain::RandomSource
{
public:
    explicit Chance(quint64 seed) : m_engine(seed) { }
    [[nodiscard]] QByteArray bytes(qsizetype count) override;
    [[nodiscard]] int below(int limit); ///< 0 … limit − 1
    [[nodiscard]] bool oneIn(int n) { return below(n) == 0; }

private:
    std::mt19937_64 m_engine;
};

/// Time that passes only when there is nothing left to do in it.
class Loop final : public sync::Timers
{
public:
    [[nodiscard]] qint64 nowMs() const override { return m_now; }
    void after(qint64 ms, std::function<void()> then) override;
    /// Does what is due until @p untilMs, or until @p enough says so.
    void run(qint64 untilMs, const std::function<bool()>& enough = {});

private:
    struct Due {
        qint64 atMs;
        qint64 order;
        std::function<void()> then;
        bool operator<(const Due& other) const { return std::pair(atMs, order) > std::pair(other.atMs, other.order); }
    };
    qint64 m_now = 0;
    qint64 m_order = 0;
    std::priority_queue<Due> m_due;
};

/// A clock on a wall: goes with the loop, and may be wrong.
class WallClock final : public domain::Clock
{
public:
    WallClock(const Loop& loop, domain::Instant start) : m_loop(loop), m_start(start) { }
    [[nodiscard]] domain::Instant now() const override { return m_start.plusMs(m_loop.nowMs() + m_wrongByMs); }
    void setWrongBy(qint64 ms) { m_wrongByMs = ms; }

private:
    const Loop& m_loop;
    domain::Instant m_start;
    qint64 m_wrongByMs = 0;
};

} // namespace encore::simulation
