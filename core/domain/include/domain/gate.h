// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace encore::domain
{

/// A place that people are inside or outside of. Whoever is inside a child is inside its parents too.
struct Zone {
    ZoneId id;
    QString label;
    QString name;
    std::optional<ZoneId> parent;
    std::optional<int> capacity; ///< people, by law; absent: no limit

    friend bool operator==(const Zone&, const Zone&) = default;
};

enum class EntryPolicy {
    Once, ///< one entry ever
    OnceReentry, ///< again after an exit
    Many, ///< always
};

struct Gate {
    GateId id;
    QString label;
    QString name;
    std::optional<std::vector<PerformanceId>> performanceIds; ///< absent: all
    std::optional<std::vector<ProductId>> productIds; ///< absent: all
    std::optional<ZoneId> zone; ///< absent: the gate is a zone of its own
    bool includeUnpaid = false; ///< an unpaid ticket may be admitted after the steward confirmed
    EntryPolicy entry = EntryPolicy::Once;
    QString rules; ///< JsonLogic as text (CONTRACTS §4b); empty: none
    bool addonMatch = false;
    std::optional<int> capacity; ///< people who came in by this gate and are still inside
    bool admitUnlisted = true; ///< a verified code whose ticket the store does not have

    /// The zone this gate leads into; a gate without one is its own, under the gate's own UUID.
    [[nodiscard]] ZoneId effectiveZone() const { return zone ? *zone : ZoneId(id.uuid()); }

    friend bool operator==(const Gate&, const Gate&) = default;
};

enum class Direction { Entry, Exit };

/// A fact: this ticket passed this gate. History is ordered by event time, ties by device sequence, not by arrival.
struct Scan {
    ScanId id;
    TicketId ticketId;
    GateId gateId;
    Direction direction = Direction::Entry;
    Instant at;
    QString device;
    qint64 deviceSequence = 0;

    friend bool operator==(const Scan&, const Scan&) = default;
};

/// How long the same code at the same gate, direction and device is the same scan; prolonged by each further sight.
inline constexpr qint64 sameScanWindowMs = 3000;
/// How long a scan may be undone on the device that made it (supervisors: always).
inline constexpr qint64 undoWindowMs = 15LL * 60 * 1000;

} // namespace encore::domain
