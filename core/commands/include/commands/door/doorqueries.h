// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the Door screen and `encorectl query` ask. Labels are the bundle's texts; names are for people.

#include "commands/query.h"
#include "domain/gate.h"
#include "domain/message.h"

namespace encore::commands
{

struct DoorGates {
    static constexpr const char* name = "DoorGates";
    static constexpr const char* summary = "The gates, with what they admit.";
    struct Row {
        domain::GateId id;
        QString label;
        QString name;
        QString zoneName;
        QString performanceTitles; ///< joined; empty: all
        std::vector<domain::PerformanceId> performanceIds; ///< empty: all
        std::optional<int> capacity;
        bool includeUnpaid = false;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// What can be checked in, soonest first; by it a desk is told which performances it admits, and a door list is chosen.
struct DoorPerformances {
    static constexpr const char* name = "DoorPerformances";
    static constexpr const char* summary = "The performances, soonest first.";
    struct Row {
        domain::PerformanceId id;
        QString label;
        QString title;
        std::optional<domain::Instant> startsAt;
        QString timeZone; ///< IANA name of the event's zone
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// One row a gate (all gates when none is named).
struct DoorStatus {
    static constexpr const char* name = "DoorStatus";
    static constexpr const char* summary = "Counts of each gate: entries, exits, inside, refused, admitted without being listed.";
    std::optional<domain::GateId> gateId;
    struct Row {
        domain::GateId gateId;
        QString gateLabel;
        QString gateName;
        qint64 entries = 0;
        qint64 exits = 0;
        qint64 insideByGate = 0; ///< came in by this gate and are still inside
        std::optional<int> gateCapacity;
        QString zoneLabel;
        QString zoneName;
        qint64 zoneInside = 0;
        std::optional<int> zoneCapacity;
        qint64 refused = 0;
        qint64 unlisted = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Newest first.
struct RecentScans {
    static constexpr const char* name = "RecentScans";
    static constexpr const char* summary = "Scans, newest first: admitted ones, refused ones, or both.";
    std::optional<domain::GateId> gateId;
    std::optional<domain::TicketId> ticketId;
    bool refusedOnly = false;
    int limit = 50; ///< 1 to 1,000
    struct Row {
        domain::ScanId scanId;
        domain::Instant at;
        QString gateLabel;
        QString gateName;
        domain::Direction direction = domain::Direction::Entry;
        QString device;
        QString verdict; ///< admitted | refused
        QString reason; ///< of a refusal
        QString ticketLabel;
        QString holder;
        QString productName;
        QString seat;
        bool listed = true;
        bool undone = false;
        QString undoReason;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Admitted entries per minute, minutes without any left out.
struct Arrivals {
    static constexpr const char* name = "Arrivals";
    static constexpr const char* summary = "Admitted entries per minute since a time.";
    std::optional<domain::GateId> gateId;
    domain::Instant since;
    struct Row {
        domain::Instant minute; ///< its beginning
        qint64 entries = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Every word of the text must begin a word of the holder, buyer, e-mail, order, ticket or seat.
struct FindTickets {
    static constexpr const char* name = "FindTickets";
    static constexpr const char* summary = "Tickets by the beginnings of names, e-mails, orders, seats.";
    QString text;
    int limit = 50; ///< 1 to 500
    struct Row {
        domain::TicketId ticketId;
        QString ticketLabel;
        QString orderLabel;
        QString orderStatus;
        QString holder;
        QString buyer;
        QString email;
        QString productName;
        QString performanceTitle;
        QString seat;
        QString status; ///< valid | cancelled
        bool blocked = false;
        bool inside = false;
        std::optional<domain::Instant> lastEntryAt;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

struct DoorQuestions {
    static constexpr const char* name = "DoorQuestions";
    static constexpr const char* summary = "The questions that are asked at the door.";
    struct Option {
        QString label;
        QString text;
    };
    struct Row {
        domain::QuestionId id;
        QString label;
        QString text; ///< empty: the label is all there is
        domain::QuestionKind kind = domain::QuestionKind::Text;
        bool required = false;
        std::vector<Option> options;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// What the store alone can say about being ready; a screen adds its camera and scanner.
struct DoorReadiness {
    static constexpr const char* name = "DoorReadiness";
    static constexpr const char* summary = "Whether this desk is ready to admit people, point by point.";
    enum class State { Ready, Attention, NotReady };
    struct Row {
        QString check; ///< stable name: tickets, gates, keys, disk, clock, writable
        State state = State::Ready;
        domain::Message text; ///< in words
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// The list to print and tick with a pen where everything else fails; by holder name.
struct DoorList {
    static constexpr const char* name = "DoorList";
    static constexpr const char* summary = "Valid tickets of a performance, by name, for a printed door list.";
    std::optional<domain::PerformanceId> performanceId;
    struct Row {
        domain::TicketId ticketId;
        QString ticketLabel;
        QString holder;
        QString orderLabel;
        QString productName;
        QString seat;
        bool unpaid = false;
        bool inside = false;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// One row.
struct WorkspaceInfo {
    static constexpr const char* name = "WorkspaceInfo";
    static constexpr const char* summary = "What this workspace is called and how much it holds.";
    struct Row {
        QString name;
        QString currency;
        QString timeZone;
        qint64 tickets = 0; ///< ready offline
        qint64 performances = 0;
        qint64 gates = 0;
        bool readOnly = false; ///< another process writes it
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

} // namespace encore::commands
