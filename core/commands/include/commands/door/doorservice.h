// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "door/checkin.h"

#include <functional>

class QObject;

namespace encore::commands
{

/// One thing held up at a gate: a code, or a ticket found by name.
struct ScanInput {
    QString code; ///< as read, uncleaned; empty when ticketId is set
    std::optional<domain::TicketId> ticketId; ///< admit by name: found by search, with a reason
    QString reason; ///< why there is no code to scan; needed with ticketId
    domain::GateId gateId;
    domain::Direction direction = domain::Direction::Entry;
    bool lookOnly = false; ///< info mode: the verdict as it would be, nothing recorded
    bool allowUnpaid = false;
    bool overrideFull = false; ///< needs Right::Supervise
    std::map<domain::QuestionId, QString> answers;
    std::optional<std::vector<domain::PerformanceId>> performanceIds;
    /// So many of a group at once, by the steward's word: the same-scan window does not hold them back, and either all of them pass or
    /// nobody. Absent: one code, one person.
    std::optional<int> people;
    std::optional<domain::Instant> at; ///< absent: now; a paper tick entered later has its own time
    Actor actor;
    QString device;
};

/// The door as a screen sees it. Decides and records in one transaction, away from the window's thread.
class DoorService
{
public:
    DoorService() = default;
    virtual ~DoorService() = default;
    Q_DISABLE_COPY_MOVE(DoorService)

    using Answer = std::function<void(const domain::Result<door::Verdict>&)>;
    virtual void scan(const ScanInput& input, QObject* receiver, Answer answer) = 0;
};

} // namespace encore::commands
