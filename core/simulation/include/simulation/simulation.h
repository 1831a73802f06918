// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Many desks and a server in one process, each with a file of its own and the real code, under a network, clocks and disks that fail on
// purpose. Everything comes from the seed: the same seed does the same again (FAULTS.md).

#include "domain/result.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace encore::simulation
{

/// A way in which something goes wrong.
struct Fault {
    int number; ///< of FAULTS.md
    const char* name;
    const char* summary; ///< one English sentence
};
[[nodiscard]] std::span<const Fault> allFaults();

/// An invariant (DESIGN §8) that is broken on purpose, to see that the checker fires.
enum class Broken { Nothing, I1, I2, I3, I4, I5, I6, I7, I8, I9 };

struct Settings {
    quint64 seed = 1;
    int desks = 4;
    int steps = 40; ///< things that people do, all desks together
    std::vector<QByteArray> faults; ///< by name
    Broken broken = Broken::Nothing;
};

struct Report {
    quint64 seed = 0;
    std::vector<QByteArray> violations; ///< "I4: …"; empty: everything holds
    std::vector<QByteArray> plan; ///< what was done, in order; the shortest that still fails where something does
    int commands = 0; ///< that desks carried out
    int applied = 0; ///< that the server did
    int refused = 0;
    int findings = 0;
    int requests = 0;
    int disturbed = 0; ///< requests that the network did something to
};

/// Files are written under @p folder, those that every run begins with among them: it is nobody else's, nor another version's. Unavailable
/// where it cannot be written.
[[nodiscard]] domain::Result<Report> simulate(const Settings& settings, const QString& folder);
/// The same, and where an invariant does not hold, with the plan made as short as it can be.
[[nodiscard]] domain::Result<Report> simulateAndShrink(const Settings& settings, const QString& folder);

} // namespace encore::simulation
