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
    /// Ids of commands that the house had not when the file of their desk was lost, or that a restore took from it.
    std::set<QByteArray> lostToTheHouse;
    /// Ids of commands that the house had refused and, restored from before that, no longer knows.
    std::set<QByteArray> forgottenRefusals;
    /// What the house decided and its people decide again where a restored house has forgotten it: who is shut out, who may less.
    std::vector<std::function<void(World&)>> decisions;

    explicit World(quint64 seed) : chance(seed) { }
    [[nodiscard]] Desk& desk(int number) { return *desks[size_t(number) % desks.size()]; }
    [[nodiscard]] House::Device letIn(domain::Role role);
    void decide(std::function<void(World&)> decision);
    void restoreHouse(bool newEpoch);
    void fileWasLost(const Desk& desk); ///< notes what the house does not have of what was lost with it
    /// Whether no file has a command any more: its desk's went away, and the house's never had it or was taken back to before it.
    [[nodiscard]] bool isBeyondRepair(const Desk& desk, domain::CommandId id) const;
    void violated(const QByteArray& what);
    void mustWork(const domain::Status& status, const char* otherwise); ///< violated where it did not
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
