// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The check-in decision (DOMAIN §8). Pure: facts in, verdict out; no clock, no store, no randomness.

#include "domain/event.h"
#include "domain/gate.h"
#include "domain/ticket.h"
#include "door/verdict.h"

#include <QHash>

#include <map>
#include <optional>
#include <vector>

namespace encore::door
{

/// Everything about one ticket that the decision needs.
struct TicketFacts {
    domain::Ticket ticket;
    domain::Order order;
    domain::Product product;
    std::optional<domain::Variation> variation;
    std::optional<domain::Performance> performance;
    std::vector<domain::Scan> history; ///< admitted and not undone, of every gate, in any order
    bool blockedByList = false; ///< stands on the workspace's block list
    bool revokedByList = false; ///< stands on the workspace's revocation list
};

/// The place: gates, zones and how full they are.
struct Place {
    domain::Gate gate; ///< where the scan happens
    std::map<domain::GateId, domain::Gate> gates; ///< every gate, for names and zones of earlier scans
    std::map<domain::ZoneId, domain::Zone> zones; ///< declared zones; a gate without one is its own (Gate::effectiveZone)
    std::map<domain::ZoneId, int> inside; ///< people inside each zone, children included, before this scan
    int insideByGate = 0; ///< people who came in by this gate and are still inside
    std::vector<domain::Question> questions; ///< every question of the workspace
    /// For doors_at, starts_at, ends_at where the ticket has no performance: the gate's only one, if it has just one.
    std::optional<domain::Performance> gatePerformance;
    domain::EventZone zone = domain::EventZone::utc(); ///< of the workspace, where neither ticket nor gate has a performance
};

/// What the code turned out to be before the decision.
struct Match {
    ticket::CodeKind codeKind = ticket::CodeKind::None;
    std::vector<TicketFacts> tickets; ///< none: unknown or unlisted; several: ambiguous
    std::vector<TicketFacts> addons; ///< add-ons of the one ticket that matched (for addon_match)
    std::optional<ticket::VerifiedCode> unlisted; ///< the signature holds, but the store does not have the ticket
    std::optional<TicketFacts> unlistedFacts; ///< product, performance and history for an unlisted code, as far as known here
};

/// What the steward asks for.
struct Request {
    domain::Direction direction = domain::Direction::Entry;
    domain::Instant at;
    bool allowUnpaid = false; ///< the steward confirmed to admit an unpaid ticket
    bool overrideFull = false; ///< a supervisor admits although it is full
    std::map<domain::QuestionId, QString> answers; ///< given at the door just now
    std::optional<std::vector<domain::PerformanceId>> performanceIds; ///< the performances being checked in; absent: the gate's
};

/// The decision. A verdict of kind Noted is not made here: the same-scan window belongs to whoever keeps the last sights.
///
/// What DOMAIN §8 leaves open is decided so:
/// - Exits fail only as unknown or ambiguous; with addon_match and nothing fitting, the scanned ticket leaves.
/// - addon_match passes over cancelled tickets as long as another fits, so that an add-on bought again is not ambiguous.
/// - A request's performances narrow the gate's list and never widen it; a ticket of no performance is on no list.
/// - An unlisted ticket goes through the same checks, with the validity of its code; only questions are not asked of it. What is not
///   mapped to a product or performance of ours is on no list.
/// - Full counts additions: a zone that the ticket is already inside of is not made fuller, and a ticket already inside the gate's own
///   zone is told where and when it came in (already_admitted) even if the zone is full.
/// - Scans later than the request (entered late, or by a clock that runs ahead) count. `once`: any entry ever, the earliest is named.
///   `once_reentry`: inside as of the request, or the next thing known is an entry without an exit in between. In rules they count as
///   entries, 0 minutes ago. A scan of the request's own millisecond happened before it.
/// - Entering a gate whose zone is declared leaves every declared zone that is not on the way to it (siblings, other roots, children);
///   a gate without a declared zone is an island that neither leaves nor is left.
/// - Rules: reading a variable that does not exist (without a default), and two operators in one object, are errors and so refusals.
[[nodiscard]] Verdict decide(const Match& match, const Place& place, const Request& request);

/// Where a ticket is after its history: the zones it is inside of (parents included), and by which gate it came into each.
struct Presence {
    std::map<domain::ZoneId, domain::GateId> zones; ///< zone → gate of the entry that led into it
    friend bool operator==(const Presence&, const Presence&) = default;
};
[[nodiscard]] Presence presenceAfter(const std::vector<domain::Scan>& history, const std::map<domain::GateId, domain::Gate>& gates,
                                     const std::map<domain::ZoneId, domain::Zone>& zones);

/// Checks the rules of a gate when they are saved: well-formed JsonLogic over the known variables and operators.
[[nodiscard]] domain::Status checkRules(const QString& jsonLogic);

/// Checks an answer against its question; the error's message says what is expected. number: decimal with a point; boolean: True or
/// False (also in lower case), where required only True, as in pretix; choice: an option's label, choices: labels with commas; date
/// YYYY-MM-DD; time HH:MM[:SS]; datetime ISO 8601 with offset; phone: up to 15 digits (ITU-T E.164) however grouped; country: ISO 3166-1
/// alpha-2. An empty answer is one only where none is required.
[[nodiscard]] domain::Status checkAnswer(const domain::Question& question, const QString& answer);

} // namespace encore::door
