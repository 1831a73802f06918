// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <random>

namespace encore::commands
{

/// Numbers that are the same on every machine: std distributions are not, so nothing here uses them.
class DemoChance
{
public:
    explicit DemoChance(quint64 seed) : m_engine(seed) { }
    [[nodiscard]] int below(int limit) { return int(m_engine() % quint64(limit)); }
    [[nodiscard]] bool oneIn(int count) { return below(count) == 0; }

private:
    std::mt19937_64 m_engine;
};

struct DemoPerson {
    QString name;
    QString email; ///< at example domains only (RFC 2606)
};

/// A name made of common Korean or Latin ones; about two of three are Korean.
[[nodiscard]] DemoPerson makePerson(DemoChance& chance, qint64 number);

} // namespace encore::commands
