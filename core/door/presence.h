// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/gate.h"

#include <map>
#include <vector>

namespace encore::door
{

/// Which gate leads into which zone, and which zone lies in which.
class Zoning
{
public:
    /// @p here, if given, goes before the gate of the same id in @p gates. All must outlive this.
    Zoning(const std::map<domain::GateId, domain::Gate>& gates, const std::map<domain::ZoneId, domain::Zone>& zones,
           const domain::Gate* here = nullptr)
        : m_gates(gates), m_zones(zones), m_here(here)
    {
    }

    [[nodiscard]] const domain::Gate* gate(domain::GateId id) const; ///< null: no longer known
    [[nodiscard]] domain::ZoneId zoneBehind(domain::GateId id) const; ///< of an unknown gate: one of its own
    [[nodiscard]] bool isDeclared(domain::ZoneId zone) const { return m_zones.count(zone) > 0; }
    /// The zone and its declared parents, inside out; ends at a missing parent and where parents go in a circle.
    [[nodiscard]] std::vector<domain::ZoneId> withParents(domain::ZoneId zone) const;
    [[nodiscard]] bool liesIn(domain::ZoneId inner, domain::ZoneId outer) const; ///< or is the same

private:
    const std::map<domain::GateId, domain::Gate>& m_gates;
    const std::map<domain::ZoneId, domain::Zone>& m_zones;
    const domain::Gate* m_here;
};

/// By event time, ties by device sequence (then by id, so that the order never depends on arrival).
[[nodiscard]] std::vector<const domain::Scan*> inEventOrder(const std::vector<domain::Scan>& history);

/// Where one ticket is. The declared zones are one building: a person is in one place of it, which is a zone and its parents, so that
/// entering a sibling (roots are siblings too) or a parent leaves what is not on the way. A gate without a declared zone is an island:
/// entering or leaving it touches nothing else.
class Whereabouts
{
public:
    explicit Whereabouts(const Zoning& zoning) : m_zoning(zoning) { }
    void pass(const domain::Scan& scan);
    /// The zones and, for each, the entry that led into it.
    [[nodiscard]] const std::map<domain::ZoneId, const domain::Scan*>& zones() const { return m_zones; }

private:
    const Zoning& m_zoning;
    std::map<domain::ZoneId, const domain::Scan*> m_zones;
};

} // namespace encore::door
