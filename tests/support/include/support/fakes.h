// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/random.h"
#include "domain/time.h"

#include <random>

namespace encore::support
{

/// A clock that stands still until a test moves it.
class FakeClock final : public domain::Clock
{
public:
    explicit FakeClock(domain::Instant start) : m_now(start) { }
    [[nodiscard]] domain::Instant now() const override { return m_now; }
    void set(domain::Instant now) { m_now = now; }
    void advanceMs(qint64 milliseconds) { m_now.ms += milliseconds; }

private:
    domain::Instant m_now;
};

/// Randomness that is the same in every run of the same seed.
class SeededRandom final : public domain::RandomSource
{
public:
    explicit SeededRandom(quint64 seed) : m_engine(seed) { }
    [[nodiscard]] QByteArray bytes(qsizetype count) override
    {
        QByteArray result(count, Qt::Uninitialized);
        for (char& byte : result)
            byte = char(m_engine() & 0xff);
        return result;
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace encore::support
