// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"

#include <algorithm>

namespace encore::door
{
namespace
{
using namespace domain;

/// The ticket that counts, or why there is none.
struct Resolved {
    const TicketFacts* facts = nullptr;
    bool listed = true;
    std::optional<Reason> failure;
    Message explanation;
};

Resolved failed(Reason reason, const char* id, const TicketFacts* facts = nullptr)
{
    Resolved resolved;
    resolved.facts = facts;
    resolved.failure = reason;
    resolved.explanation = message(id);
    return resolved;
}

/// addon_match: of the ticket and its add-ons the one whose product the gate takes. What is cancelled counts only if nothing else fits,
/// so that an add-on that was cancelled and bought again is not ambiguous.
Resolved withAddons(const TicketFacts& scanned, const std::vector<TicketFacts>& addons, const Gate& gate)
{
    std::vector<const TicketFacts*> fitting;
    const auto consider = [&](const TicketFacts& facts) {
        if (isOnProductList(gate, facts.ticket.productId))
            fitting.push_back(&facts);
    };
    consider(scanned);
    std::for_each(addons.begin(), addons.end(), consider);
    const auto isLive = [](const TicketFacts* facts) { return facts->ticket.status == TicketStatus::Valid; };
    const auto live = std::count_if(fitting.begin(), fitting.end(), isLive);
    if (live > 1)
        return failed(Reason::Ambiguous, "door.ambiguous.addons", &scanned);
    Resolved resolved;
    resolved.facts = &scanned; // where nothing fits, it is the scanned ticket that is at the wrong gate
    if (live == 1)
        resolved.facts = *std::find_if(fitting.begin(), fitting.end(), isLive);
    else if (!fitting.empty())
        resolved.facts = fitting.front();
    return resolved;
}

/// @param unlisted keeps what is made up for a ticket that the store does not have.
Resolved resolve(const Match& match, const Place& place, std::optional<TicketFacts>& unlisted)
{
    if (match.tickets.size() > 1)
        return failed(Reason::Ambiguous, "door.ambiguous");
    if (match.tickets.size() == 1) {
        const TicketFacts& scanned = match.tickets.front();
        if (place.gate.addonMatch)
            return withAddons(scanned, match.addons, place.gate);
        Resolved resolved;
        resolved.facts = &scanned;
        return resolved;
    }
    if (!match.unlisted)
        return failed(Reason::Unknown, "door.unknown");
    const ticket::VerifiedCode& code = *match.unlisted;
    unlisted = match.unlistedFacts.value_or(TicketFacts());
    Ticket& ticket = unlisted->ticket;
    ticket.id = code.signedId;
    if (ticket.label.isEmpty())
        ticket.label = code.signedId.hex();
    ticket.productId = code.productId.value_or(ProductId());
    ticket.performanceId = code.performanceId;
    ticket.validFrom = code.validFrom;
    ticket.validUntil = code.validUntil;
    ticket.seat = code.seat;
    Resolved resolved = place.gate.admitUnlisted ? Resolved() : failed(Reason::Unknown, "door.unknown.unlisted");
    resolved.facts = &*unlisted;
    resolved.listed = false;
    return resolved;
}

void fillPlace(Verdict& verdict, const Place& place, const Request& request)
{
    verdict.gateId = place.gate.id;
    verdict.gateLabel = place.gate.label;
    verdict.gateName = place.gate.name;
    verdict.direction = request.direction;
    verdict.at = request.at;
}

void fillTicket(Verdict& verdict, const TicketFacts& facts)
{
    verdict.ticketId = facts.ticket.id;
    verdict.ticketLabel = facts.ticket.label;
    verdict.orderLabel = facts.order.label;
    verdict.holder = facts.ticket.holderName;
    verdict.productLabel = facts.product.label;
    verdict.productName = productName(facts);
    verdict.seat = facts.ticket.seat;
    verdict.attention = facts.ticket.attention || facts.product.attention;
    if (facts.performance) {
        verdict.performanceLabel = facts.performance->label;
        verdict.performanceTitle = facts.performance->title;
        verdict.ageRating = facts.performance->ageRating;
    }
}

void fillRefusal(Verdict& verdict, const Refusal& refusal, const Situation& situation)
{
    verdict.reason = refusal.reason;
    verdict.explanation = refusal.explanation;
    verdict.mayAdmitUnpaid = refusal.mayAdmitUnpaid;
    verdict.mayOverrideFull = refusal.mayOverrideFull;
    for (const Question* question : refusal.openQuestions) {
        verdict.openQuestions.push_back(question->id);
        verdict.openQuestionLabels.push_back(question->label);
    }
    if (refusal.cause) {
        verdict.firstAdmittedAt = refusal.cause->at;
        if (const Gate* gate = situation.zoning.gate(refusal.cause->gateId))
            verdict.firstGateLabel = gate->label;
    }
}

void addSentence(Message& explanation, const Message& sentence)
{
    explanation = explanation.isEmpty() ? sentence
                                        : message("door.sentences").with("first", explanation).with("rest", sentence);
}

/// What the steward should know of an admission beyond the yes.
Message admission(const Situation& situation)
{
    Message explanation;
    if (!situation.listed)
        addSentence(explanation, message("door.admitted.unlisted"));
    if (isUnpaid(situation.facts))
        addSentence(explanation, message("door.admitted.unpaid"));
    if (fullness(situation))
        addSentence(explanation, message("door.admitted.over_full"));
    return explanation.isEmpty() ? message("door.admitted") : explanation;
}

Message departure(const Situation& situation)
{
    const bool inside = situation.before.zones().count(situation.zone) > 0;
    return message(inside ? "door.exited" : "door.exited.unseen");
}

} // namespace

Verdict decide(const Match& match, const Place& place, const Request& request)
{
    Verdict verdict;
    verdict.codeKind = match.codeKind;
    fillPlace(verdict, place, request);
    std::optional<TicketFacts> unlisted;
    const Resolved resolved = resolve(match, place, unlisted);
    verdict.listed = resolved.listed;
    if (resolved.facts)
        fillTicket(verdict, *resolved.facts);
    if (resolved.failure) {
        verdict.reason = resolved.failure;
        verdict.explanation = resolved.explanation;
        return verdict;
    }
    Q_ASSERT(resolved.facts != nullptr); // whoever fails to resolve says why
    const Situation situation(*resolved.facts, resolved.listed, place, request);
    const bool leaving = request.direction == Direction::Exit;
    const std::optional<Refusal> refusal = leaving ? std::nullopt : firstRefusal(situation);
    if (refusal) {
        fillRefusal(verdict, *refusal, situation);
    } else {
        verdict.kind = VerdictKind::Admitted;
        verdict.explanation = leaving ? departure(situation) : admission(situation);
    }
    if (!match.tickets.empty() && resolved.facts != &match.tickets.front())
        addSentence(verdict.explanation, message("door.addon").with("product", verdict.productName));
    return verdict;
}

} // namespace encore::door
