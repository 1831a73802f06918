// SPDX-License-Identifier: GPL-3.0-or-later
#include "presence.h"
#include "door/checkin.h"

#include <algorithm>
#include <tuple>

namespace encore::door
{
using namespace domain;

const Gate* Zoning::gate(GateId id) const
{
    if (m_here && m_here->id == id)
        return m_here;
    const auto found = m_gates.find(id);
    return found == m_gates.end() ? nullptr : &found->second;
}

ZoneId Zoning::zoneBehind(GateId id) const
{
    const Gate* known = gate(id);
    return known ? known->effectiveZone() : ZoneId(id.uuid());
}

std::vector<ZoneId> Zoning::withParents(ZoneId zone) const
{
    std::vector<ZoneId> chain{zone};
    for (auto found = m_zones.find(zone); found != m_zones.end() && found->second.parent;) {
        found = m_zones.find(*found->second.parent);
        if (found == m_zones.end() || std::find(chain.begin(), chain.end(), found->first) != chain.end())
            break;
        chain.push_back(found->first);
    }
    return chain;
}

bool Zoning::liesIn(ZoneId inner, ZoneId outer) const
{
    const std::vector<ZoneId> chain = withParents(inner);
    return std::find(chain.begin(), chain.end(), outer) != chain.end();
}

std::vector<const Scan*> inEventOrder(const std::vector<Scan>& history)
{
    std::vector<const Scan*> scans;
    scans.reserve(history.size());
    for (const Scan& scan : history)
        scans.push_back(&scan);
    std::sort(scans.begin(), scans.end(), [](const Scan* left, const Scan* right) {
        return std::tie(left->at, left->deviceSequence, left->id) < std::tie(right->at, right->deviceSequence, right->id);
    });
    return scans;
}

void Whereabouts::pass(const Scan& scan)
{
    const ZoneId zone = m_zoning.zoneBehind(scan.gateId);
    if (scan.direction == Direction::Exit) {
        std::erase_if(m_zones, [&](const auto& entry) { return m_zoning.liesIn(entry.first, zone); });
        return;
    }
    const std::vector<ZoneId> inside = m_zoning.withParents(zone);
    if (m_zoning.isDeclared(zone)) {
        std::erase_if(m_zones, [&](const auto& entry) {
            return m_zoning.isDeclared(entry.first) && std::find(inside.begin(), inside.end(), entry.first) == inside.end();
        });
    }
    for (const ZoneId& each : inside)
        m_zones.emplace(each, &scan);
}

Presence presenceAfter(const std::vector<Scan>& history, const std::map<GateId, Gate>& gates,
                       const std::map<ZoneId, Zone>& zones)
{
    const Zoning zoning(gates, zones);
    Whereabouts whereabouts(zoning);
    for (const Scan* scan : inEventOrder(history))
        whereabouts.pass(*scan);
    Presence presence;
    for (const auto& [zone, entry] : whereabouts.zones())
        presence.zones.emplace(zone, entry->gateId);
    return presence;
}

} // namespace encore::door
