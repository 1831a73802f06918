// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/enums.h"
#include "domain/gate.h"
#include "domain/message.h"
#include "ticket/ticketcode.h"

#include <optional>
#include <vector>

namespace encore::door
{

enum class VerdictKind { Admitted, Refused, Noted };

/// Why a ticket was refused, in the order of the checks (DOMAIN §8), the names being those of CONTRACTS §5.
enum class Reason {
    Unknown,
    Ambiguous,
    Cancelled,
    Blocked,
    Revoked,
    NotApproved,
    OutsideValidity,
    WrongGate,
    WrongPerformance,
    Unpaid,
    Rules,
    Questions,
    Full,
    AlreadyAdmitted,
    Error,
};

/// The five words a steward sees (UX.md). Stop: the code gives no right any more or never did (unknown, cancelled, blocked, revoked).
/// Ask: the steward can settle it (questions; unpaid where the gate takes it). Already. Help desk: everything else that is refused.
enum class Signal { Go, Ask, HelpDesk, Stop, Already };

/// How many of a group have come in.
struct GroupCount {
    int inside = 0; ///< after this verdict
    int people = 0; ///< who may come in on the order, for this performance
    friend bool operator==(const GroupCount&, const GroupCount&) = default;
};

/// The answer to one code at one gate. Labels are the texts by which the outside calls things; empty means "does not apply".
struct Verdict {
    VerdictKind kind = VerdictKind::Refused;
    std::optional<Reason> reason; ///< set exactly when refused
    domain::Message explanation; ///< why, in full; also for an admission (for example after an answered question)
    ticket::CodeKind codeKind = ticket::CodeKind::None;

    std::optional<domain::TicketId> ticketId; ///< the ticket that counts: with addon_match the add-on that was admitted
    QString ticketLabel;
    QString orderLabel;
    QString holder;
    QString productLabel;
    QString productName; ///< with its variation, for people
    QString performanceLabel;
    QString performanceTitle;
    QString seat;
    std::optional<int> ageRating;

    domain::GateId gateId;
    QString gateLabel;
    QString gateName;
    domain::Direction direction = domain::Direction::Entry;
    domain::Instant at;

    std::optional<domain::Instant> firstAdmittedAt; ///< of the entry that causes the refusal
    QString firstGateLabel;

    bool attention = false;
    bool listed = true; ///< false: the signature holds, but the store does not have the ticket
    bool mayAdmitUnpaid = false; ///< refused as unpaid, and this gate admits it once the steward confirms
    bool mayOverrideFull = false; ///< refused as full: a supervisor may admit all the same
    std::vector<domain::QuestionId> openQuestions;
    std::vector<QString> openQuestionLabels;
    std::optional<GroupCount> group; ///< set exactly where the order is a group's
    std::optional<domain::ScanId> scanId;
    std::vector<domain::ScanId> earlierScanIds; ///< of the others, where several of a group came at once; scanId is the last one's

    [[nodiscard]] Signal signal() const;
};

} // namespace encore::door

namespace encore::domain
{
template<>
std::span<const EnumName<door::VerdictKind>> enumNames();
template<>
std::span<const EnumName<door::Reason>> enumNames();
template<>
std::span<const EnumName<door::Signal>> enumNames();
} // namespace encore::domain
