// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "simulation/simulation.h"

namespace encore::simulation
{

/// Everything that plays along.
struct World {
    QString folder;
    Loop loop;
    Chance chance;
    std::unique_ptr<House> house;
    std::vector<std::unique_ptr<Desk>> desks;
    int devices = 0;
    std::vector<QByteArray> violations;

    explicit World(quint64 seed) : chance(seed) { }
    [[nodiscard]] Desk& desk(int number) { return *desks[size_t(number) % desks.size()]; }
    [[nodiscard]] House::Device letIn(domain::Role role);
    void violated(const QByteArray& what);
};

/// Something that happens at a time: a fault begins or ends, or somebody does something.
struct Step {
    qint64 atMs = 0;
    QByteArray what; ///< in words, for the plan
    std::function<void(World&)> happen;
};

/// When and how a fault shows itself, somewhere in the first @p spanMs.
[[nodiscard]] std::vector<Step> stepsOf(const Fault& fault, Chance& chance, int desks, qint64 spanMs);
/// Something that people at a desk do.
[[nodiscard]] Step workStep(Chance& chance, int desks, qint64 atMs);

} // namespace encore::simulation
