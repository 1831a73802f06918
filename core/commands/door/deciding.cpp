// SPDX-License-Identifier: GPL-3.0-or-later
#include "door/deciding.h"

#include "store/hearsay.h"

#include <algorithm>

namespace encore::commands
{

using domain::message;

namespace
{

door::Request requestOf(const ScanInput& input, domain::Instant at)
{
    door::Request request;
    request.direction = input.direction;
    request.at = at;
    request.allowUnpaid = input.allowUnpaid;
    request.overrideFull = input.overrideFull;
    request.answers = input.answers;
    request.performanceIds = input.performanceIds;
    return request;
}

/// This one is not who comes now, but another of the group may be.
bool passesOn(const door::Verdict& verdict)
{
    using door::Reason;
    return verdict.reason == Reason::AlreadyAdmitted || verdict.reason == Reason::Cancelled || verdict.reason == Reason::Blocked
        || verdict.reason == Reason::Revoked;
}

} // namespace

Deciding::Deciding(const ScanInput& input, store::Reader& reader, domain::Instant at) : m_reader(reader), m_request(requestOf(input, at))
{
    domain::Result<DoorFacts> facts = gatherFacts(input, reader);
    if (!facts) {
        m_status = facts.error();
        return;
    }
    m_facts = std::move(facts).value();
    // Who was found by name is that one person, unless the steward says so many of the group.
    if (m_facts.match.tickets.size() == 1 && m_facts.match.tickets.front().order.isGroup && (!input.ticketId || input.people))
        findGroup();
    if (!input.people)
        return;
    if (!m_isGroup)
        m_status = domain::error(domain::ErrorCode::Refused, message("door.not_a_group"));
    else if (*input.people < 1 || *input.people > left())
        m_status = domain::error(domain::ErrorCode::Refused, message("door.group_left").with("left", left()).with("people", *input.people));
}

void Deciding::findGroup()
{
    const domain::Ticket& ticket = m_facts.match.tickets.front().ticket;
    if (ticket.addonOf)
        return;
    m_isGroup = true;
    const domain::ZoneId zone = m_facts.place.gate.effectiveZone();
    m_group = m_reader.groupOf(ticket.orderId, ticket.performanceId, zone);
    store::HearsayReader heard(m_reader);
    for (store::GroupMember& member : m_group) {
        if (heard.speaksOf(member.ticket))
            member.inside = door::presenceAfter(heard.history(member.ticket), m_facts.place.gates, m_facts.place.zones).zones.contains(zone);
    }
    std::stable_partition(m_group.begin(), m_group.end(), [&](const store::GroupMember& member) { return member.ticket == ticket.id; });
    m_status = m_reader.status();
}

int Deciding::left() const
{
    return int(std::count_if(m_group.begin(), m_group.end(), [this](const store::GroupMember& member) { return member.inside == isLeaving(); }));
}

door::Verdict Deciding::counted(door::Verdict verdict, int difference) const
{
    if (m_isGroup) {
        const auto inside = std::count_if(m_group.begin(), m_group.end(), [](const store::GroupMember& member) { return member.inside; });
        verdict.group = door::GroupCount{int(inside) + difference, int(m_group.size())};
    }
    return verdict;
}

door::Verdict Deciding::own() const
{
    return counted(door::decide(m_facts.match, m_facts.place, m_request), 0);
}

door::Verdict Deciding::decideOn(const store::GroupMember& member) const
{
    const auto ticket = m_reader.ticket(member.ticket);
    door::Match match = ticket ? matchOf(*ticket, m_facts.place.gate, m_reader) : door::Match();
    match.codeKind = m_facts.match.codeKind;
    return door::decide(match, m_facts.place, m_request);
}

door::Verdict Deciding::next()
{
    door::Verdict verdict = own();
    // A code that was blocked or killed by a new one is dead, for whomever it would stand.
    const bool goesOn = verdict.kind == door::VerdictKind::Admitted || verdict.reason == door::Reason::AlreadyAdmitted
        || verdict.reason == door::Reason::Cancelled;
    if (!m_isGroup || !goesOn)
        return verdict;
    for (const store::GroupMember& member : m_group) {
        if (member.inside != isLeaving())
            continue;
        m_next = member.ticket;
        const door::Verdict theirs = decideOn(member);
        if (theirs.kind == door::VerdictKind::Admitted)
            return counted(theirs, isLeaving() ? -1 : 1);
        if (!passesOn(theirs))
            return counted(theirs, 0);
    }
    if (verdict.reason == door::Reason::Cancelled && !m_group.empty())
        verdict = counted(decideOn(m_group.front()), 0);
    if (verdict.reason == door::Reason::AlreadyAdmitted)
        verdict.explanation = message("door.group_complete").with("people", qint64(m_group.size()));
    return verdict;
}

void Deciding::passed()
{
    for (store::GroupMember& member : m_group) {
        if (member.ticket == m_next)
            member.inside = !isLeaving();
    }
    countAnew(m_facts.place, m_reader);
}

} // namespace encore::commands
