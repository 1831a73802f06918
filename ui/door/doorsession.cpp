// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorsession.h"

namespace encore::ui
{

DoorSession::DoorSession(const Services& services, QObject* parent) : QObject(parent), m_services(services)
{
    m_clearTimer.setSingleShot(true);
    connect(&m_clearTimer, &QTimer::timeout, this, &DoorSession::clear);
}

commands::Actor DoorSession::actor() const
{
    return m_supervisor ? commands::Actor{commands::Role::Supervisor, QStringLiteral("supervisor")}
                        : commands::Actor{commands::Role::Door, QStringLiteral("steward")};
}

void DoorSession::setClearAfter(int milliseconds)
{
    m_clearTimer.setInterval(milliseconds);
}

commands::ScanInput DoorSession::inputHere() const
{
    commands::ScanInput input;
    input.gateId = m_gate;
    input.direction = m_direction;
    input.lookOnly = m_lookOnly;
    input.performanceIds = m_performances;
    input.actor = actor();
    return input;
}

void DoorSession::scanCode(const ScanEvent& event)
{
    if (m_gate.isNull() || event.text.trimmed().isEmpty() || isStillInView(event))
        return;
    DoorCase guest;
    guest.id = ++m_lastCase;
    guest.event = event;
    guest.input = inputHere();
    guest.input.code = event.text;
    if (event.count > 1) {
        if (event.number == 0) {
            ++m_batch;
            m_batchSize = event.count;
            m_batchOrder = m_lastOrder + 1;
            m_batchCases.clear();
        }
        guest.batch = m_batch;
    }
    park();
    submit(guest);
}

/// A camera tells the code it sees again and again. An admitted one is the service's business (it prolongs the same-scan window);
/// a refused one would sound and be logged every second.
bool DoorSession::isStillInView(const ScanEvent& event)
{
    if (event.origin != QStringLiteral("camera") || event.text != m_refusedCode)
        return false;
    const domain::Instant now = m_services.clock->now();
    const bool still = now.ms - m_refusedSeenAt.ms <= domain::sameScanWindowMs;
    m_refusedSeenAt = now;
    return still || (m_shown && m_shown->isOpen() && m_shown->input.code == event.text);
}

void DoorSession::admitByName(domain::TicketId ticket, const QString& reason)
{
    if (m_gate.isNull())
        return;
    DoorCase guest;
    guest.id = ++m_lastCase;
    guest.input = inputHere();
    guest.input.ticketId = ticket;
    guest.input.reason = reason;
    park();
    submit(guest);
}

void DoorSession::submitAnswers(const std::map<domain::QuestionId, QString>& answers)
{
    if (!m_shown || !m_shown->asksQuestions())
        return;
    commands::ScanInput input = m_shown->input;
    for (const auto& [question, answer] : answers)
        input.answers[question] = answer;
    m_shown->draft = answers;
    submitAgain(input);
}

void DoorSession::confirmUnpaid()
{
    if (!m_shown || !m_shown->asksUnpaid())
        return;
    commands::ScanInput input = m_shown->input;
    input.allowUnpaid = true;
    submitAgain(input);
}

void DoorSession::askAgain()
{
    if (m_shown && m_shown->isRefused())
        submitAgain(m_shown->input);
}

void DoorSession::overrideFull()
{
    if (!m_shown || !m_shown->asksSupervisor())
        return;
    commands::ScanInput input = m_shown->input;
    input.overrideFull = true;
    input.actor = {commands::Role::Supervisor, QStringLiteral("supervisor")};
    submitAgain(input);
}

void DoorSession::passMore(int people)
{
    if (!m_shown || people < 1 || people > m_shown->groupLeft())
        return;
    DoorCase guests = *m_shown;
    guests.id = ++m_lastCase; // they are others than those who stand in the list already
    guests.input.people = people;
    submit(guests);
}

void DoorSession::submitAgain(const commands::ScanInput& input)
{
    DoorCase guest = *m_shown;
    guest.input = input;
    submit(guest);
}

void DoorSession::keepDraft(const std::map<domain::QuestionId, QString>& draft)
{
    if (m_shown)
        m_shown->draft = draft;
}

void DoorSession::submit(DoorCase guest)
{
    guest.order = ++m_lastOrder;
    ++m_waiting;
    m_clearTimer.stop();
    Q_EMIT waitingChanged();
    m_services.door->scan(guest.input, this, [this, guest](const domain::Result<door::Verdict>& answer) {
        DoorCase answered = guest;
        answered.failure.reset();
        if (answer)
            answered.verdict = *answer;
        else
            answered.failure = answer.error();
        --m_waiting;
        settle(answered);
        Q_EMIT waitingChanged();
    });
}

void DoorSession::settle(DoorCase guest)
{
    if (!guest.failure && !guest.input.lookOnly && !guest.isNoted())
        Q_EMIT recorded(guest);
    if (guest.isRefused()) {
        m_refusedCode = guest.input.code;
        m_refusedSeenAt = m_services.clock->now();
    } else if (m_refusedCode == guest.input.code) {
        m_refusedCode.clear();
    }
    if (guest.batch != 0 && guest.batch == m_batch) {
        settleInBatch(guest);
        return;
    }
    if (guest.order < m_shownOrder) {
        if (guest.isOpen())
            addParked(guest);
        else
            discard(guest.id);
        if (guest.signal() != door::Signal::Go)
            Q_EMIT answeredLate(guest);
        return;
    }
    m_shownOrder = guest.order;
    if (guest.isNoted() && m_shown && m_shown->isSameGuest(guest) && m_shown->signal() == door::Signal::Go) {
        m_clearTimer.start();
        Q_EMIT seenAgain(guest);
        return;
    }
    show(std::move(guest), true);
}

void DoorSession::settleInBatch(const DoorCase& guest)
{
    m_shownOrder = std::max(m_shownOrder, guest.order);
    m_shown.reset();
    const auto later = std::find_if(m_batchCases.begin(), m_batchCases.end(),
                                    [&](const DoorCase& other) { return other.event.number > guest.event.number; });
    m_batchCases.insert(later, guest);
    if (guest.isOpen())
        addParked(guest);
    Q_EMIT batchChanged(int(m_batchCases.size()) == m_batchSize);
}

void DoorSession::show(DoorCase guest, bool isNews)
{
    if (guest.order > m_batchOrder)
        endBatch();
    guest.batch = 0;
    const auto parked = std::find_if(m_parked.begin(), m_parked.end(),
                                     [&](const DoorCase& other) { return other.id == guest.id || other.isSameGuest(guest); });
    if (parked != m_parked.end()) {
        if (guest.draft.empty())
            guest.draft = parked->draft;
        m_parked.erase(parked);
        Q_EMIT parkedChanged();
    }
    m_shown = guest;
    if (!guest.isOpen() && m_clearTimer.interval() > 0)
        m_clearTimer.start();
    Q_EMIT shown(*m_shown, isNews);
}

/// What still comes of that picture is an answer like any other.
void DoorSession::endBatch()
{
    ++m_batch;
    m_batchCases.clear();
}

void DoorSession::addParked(const DoorCase& guest)
{
    const auto same = std::find_if(m_parked.begin(), m_parked.end(), [&](const DoorCase& other) { return other.isSameGuest(guest); });
    if (same != m_parked.end())
        *same = guest;
    else
        m_parked.push_back(guest);
    Q_EMIT parkedChanged();
}

void DoorSession::park()
{
    if (!m_shown || !m_shown->isOpen())
        return;
    const DoorCase guest = *m_shown;
    m_shown.reset();
    addParked(guest);
    Q_EMIT cleared();
}

void DoorSession::resume(int caseId)
{
    const auto found = std::find_if(m_parked.begin(), m_parked.end(), [&](const DoorCase& other) { return other.id == caseId; });
    if (found == m_parked.end())
        return;
    DoorCase guest = *found;
    m_parked.erase(found);
    park();
    guest.order = m_shownOrder = ++m_lastOrder; // answers on their way are older than this wish
    Q_EMIT parkedChanged();
    show(guest, false);
}

void DoorSession::discard(int caseId)
{
    if (m_shown && m_shown->id == caseId) {
        m_shown.reset();
        Q_EMIT cleared();
        return;
    }
    const auto removed = std::erase_if(m_parked, [&](const DoorCase& other) { return other.id == caseId; });
    if (removed > 0)
        Q_EMIT parkedChanged();
}

void DoorSession::clear()
{
    park();
    m_shown.reset();
    endBatch();
    Q_EMIT cleared();
}

} // namespace encore::ui
