// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorservice.h"
#include "domain/result.h"
#include "ui/door/scansource.h"

namespace encore::ui
{

/// One guest held up at the door: what was asked of the door service, and its newest answer.
struct DoorCase {
    int id = 0; ///< stays the same while the guest is asked again
    int order = 0; ///< of asking the service; a later question has a higher one
    int batch = 0; ///< codes of one picture share it; 0: came alone
    ScanEvent event;
    commands::ScanInput input;
    door::Verdict verdict;
    std::optional<domain::Error> failure; ///< the service could not answer; nothing was recorded
    std::map<domain::QuestionId, QString> draft; ///< answers typed so far

    [[nodiscard]] door::Signal signal() const { return failure ? door::Signal::HelpDesk : verdict.signal(); }
    [[nodiscard]] bool isRefused() const { return failure || verdict.kind == door::VerdictKind::Refused; }
    [[nodiscard]] bool isNoted() const { return !failure && verdict.kind == door::VerdictKind::Noted; }
    [[nodiscard]] bool asksQuestions() const
    {
        return canGoOn() && verdict.reason == door::Reason::Questions && !verdict.openQuestions.empty();
    }
    [[nodiscard]] bool asksUnpaid() const { return canGoOn() && verdict.reason == door::Reason::Unpaid && verdict.mayAdmitUnpaid; }
    /// Refused because it is not paid, whether or not the gate would let it in like that.
    [[nodiscard]] bool owesMoney() const { return canGoOn() && verdict.reason == door::Reason::Unpaid && !verdict.orderLabel.isEmpty(); }
    [[nodiscard]] bool asksSupervisor() const { return canGoOn() && verdict.reason == door::Reason::Full && verdict.mayOverrideFull; }
    /// How many more of the group that is shown could pass now.
    [[nodiscard]] int groupLeft() const
    {
        if (isRefused() || input.lookOnly || !verdict.group)
            return 0;
        return input.direction == domain::Direction::Exit ? verdict.group->inside : verdict.group->people - verdict.group->inside;
    }
    /// Waits for an answer of the guest, and so may be parked.
    [[nodiscard]] bool isOpen() const { return asksQuestions() || asksUnpaid(); }
    [[nodiscard]] bool isSameGuest(const DoorCase& other) const
    {
        if (!input.code.isEmpty() && input.code == other.input.code)
            return true; // a group's code stands for one ticket after another
        return !failure && !other.failure && verdict.ticketId && other.verdict.ticketId && *verdict.ticketId == *other.verdict.ticketId;
    }

private:
    [[nodiscard]] bool canGoOn() const { return isRefused() && !failure && !input.lookOnly; }
};

} // namespace encore::ui
