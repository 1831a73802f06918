// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorcase.h"
#include "ui/common/services.h"

#include <QTimer>

namespace encore::ui
{

/// What happens at the door of this desk, without any picture of it: codes go to the service one after another, and answers, in
/// whatever order they come, become what is shown, what is parked and what stands in the list of the last scans.
class DoorSession final : public QObject
{
    Q_OBJECT

public:
    explicit DoorSession(const Services& services, QObject* parent = nullptr);

    void setGate(domain::GateId gate) { m_gate = gate; }
    [[nodiscard]] domain::GateId gate() const { return m_gate; }
    /// Absent: the performances of the gate.
    void setPerformances(const std::optional<std::vector<domain::PerformanceId>>& performances) { m_performances = performances; }
    void setDirection(domain::Direction direction) { m_direction = direction; }
    void setLookOnly(bool lookOnly) { m_lookOnly = lookOnly; }
    [[nodiscard]] bool isLookOnly() const { return m_lookOnly; }
    /// Behind the PIN scans are those of a supervisor.
    void setSupervisor(bool supervisor) { m_supervisor = supervisor; }
    [[nodiscard]] commands::Actor actor() const;
    /// 0: a verdict stays until the next.
    void setClearAfter(int milliseconds);

    void scanCode(const ScanEvent& event);
    void admitByName(domain::TicketId ticket, const QString& reason);

    /// Goes on with the guest shown: their answers, the confirmation to let an unpaid ticket in, a supervisor's word.
    void submitAnswers(const std::map<domain::QuestionId, QString>& answers);
    void confirmUnpaid();
    void askAgain(); ///< the same guest once more: what was wrong has been put right
    void overrideFull();
    /// So many more of the group that is shown.
    void passMore(int people);
    /// Remembers what is typed so far, so that parking the guest loses nothing.
    void keepDraft(const std::map<domain::QuestionId, QString>& draft);

    void park(); ///< the guest shown, if they wait for an answer
    void resume(int caseId);
    void discard(int caseId);
    void clear(); ///< what is shown; an open case is parked, never lost

    [[nodiscard]] const std::optional<DoorCase>& shownCase() const { return m_shown; }
    [[nodiscard]] const std::vector<DoorCase>& parkedCases() const { return m_parked; }
    [[nodiscard]] const std::vector<DoorCase>& batchCases() const { return m_batchCases; }
    [[nodiscard]] bool isWaiting() const { return m_waiting > 0; }

Q_SIGNALS:
    /// @p isNews: make the sound; not for a guest who is taken up again.
    void shown(const encore::ui::DoorCase& guest, bool isNews);
    void cleared();
    /// The ticket that is shown as admitted was held up again.
    void seenAgain(const encore::ui::DoorCase& guest);
    /// An answer that came after that of a later scan, so that it could not be shown large.
    void answeredLate(const encore::ui::DoorCase& guest);
    /// One more verdict on the codes of a picture with several.
    void batchChanged(bool isComplete);
    void parkedChanged();
    /// The service has written it down.
    void recorded(const encore::ui::DoorCase& guest);
    void waitingChanged();

private:
    [[nodiscard]] bool isStillInView(const ScanEvent& event);
    [[nodiscard]] commands::ScanInput inputHere() const;
    void submitAgain(const commands::ScanInput& input);
    void submit(DoorCase guest);
    void settle(DoorCase guest);
    void settleInBatch(const DoorCase& guest);
    void show(DoorCase guest, bool isNews);
    void addParked(const DoorCase& guest);
    void endBatch();

    Services m_services;
    domain::GateId m_gate;
    std::optional<std::vector<domain::PerformanceId>> m_performances;
    domain::Direction m_direction = domain::Direction::Entry;
    bool m_lookOnly = false;
    bool m_supervisor = false;

    int m_lastCase = 0;
    int m_lastOrder = 0;
    int m_shownOrder = 0;
    int m_waiting = 0;
    std::optional<DoorCase> m_shown;
    std::vector<DoorCase> m_parked;
    int m_batch = 0;
    int m_batchSize = 0;
    int m_batchOrder = 0; ///< of its first code
    std::vector<DoorCase> m_batchCases;
    QString m_refusedCode; ///< that the camera may still see
    domain::Instant m_refusedSeenAt;
    QTimer m_clearTimer;
};

} // namespace encore::ui
