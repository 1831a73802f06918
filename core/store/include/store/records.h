// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the store hands over beside the values of core/domain.

#include "domain/event.h"
#include "domain/gate.h"
#include "domain/ticket.h"

#include <map>
#include <optional>
#include <vector>

namespace encore::store
{

struct WorkspaceRecord {
    domain::WorkspaceId id;
    QString name;
    QString currency; ///< ISO 4217
    domain::EventZone zone = domain::EventZone::utc();
};

/// The small tables that every scan needs, read once and kept.
struct Catalogue {
    domain::WorkspaceId workspaceId; ///< an empty workspace takes that of the first bundle imported into it
    std::map<domain::ProductId, domain::Product> products;
    std::map<domain::VariationId, domain::Variation> variations;
    std::map<domain::PerformanceId, domain::Performance> performances;
    std::map<domain::GateId, domain::Gate> gates;
    std::map<domain::ZoneId, domain::Zone> zones;
    std::vector<domain::Question> questions; ///< by label
    std::vector<domain::Issuer> issuers; ///< by label
};

/// A scan as it stands in the store: a fact of an admission or of a refusal.
struct ScanRecord {
    domain::Scan scan; ///< ticketId is null where the code was unknown
    bool admitted = false;
    QString reason; ///< of a refusal
    QString codeKind;
    bool listed = true;
    QString note; ///< why it was admitted by name, or past a limit
    std::optional<domain::ProductId> productId; ///< of an unlisted code
    std::optional<domain::PerformanceId> performanceId; ///< of an unlisted code
    std::optional<qint64> logSequence; ///< absent: it came with a bundle
    bool undone = false;
    QString undoReason;
};

struct ScanRow {
    ScanRecord record;
    QString ticketLabel;
    QString holder;
    QString seat;
    std::optional<domain::ProductId> productId;
    std::optional<domain::VariationId> variationId;
};

struct GateCounts {
    qint64 entries = 0;
    qint64 exits = 0;
    qint64 inside = 0;
    qint64 refused = 0;
    qint64 unlisted = 0;
};

struct Sight {
    QString device;
    domain::GateId gateId;
    domain::Direction direction = domain::Direction::Entry;
    domain::TicketId signedId;
    domain::Instant at;
    domain::ScanId scanId;
};

struct TicketRow {
    domain::Ticket ticket;
    domain::Order order;
    bool inside = false;
    std::optional<domain::Instant> lastEntryAt;
};

/// One of a group's people.
struct GroupMember {
    domain::TicketId ticket;
    bool inside = false;
};

struct MinuteCount {
    domain::Instant minute;
    qint64 entries = 0;
};

/// One line of the command log (DESIGN §4). The chain commits to a salted hash of the body, so that a body can be erased and the
/// chain still proves.
struct LogEntry {
    qint64 sequence = 0; ///< given by appendLog
    domain::CommandId id;
    QByteArray name;
    int schemaVersion = 1;
    QByteArray arguments; ///< JSON
    std::optional<qint64> baseVersion;
    QString actor;
    QString device;
    qint64 deviceSequence = 0;
    domain::Instant occurredAt;
    QByteArray outcome; ///< JSON
    QByteArray bodyHash; ///< SHA-256 of deterministic CBOR of {name, schema_version, arguments, base_version}
    QByteArray salt; ///< 16 bytes
    QByteArray hash; ///< of the chain; given by appendLog
};

} // namespace encore::store
