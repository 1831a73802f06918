// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"
#include "explainrule.h"

#include <algorithm>

namespace encore::door
{
namespace
{
using namespace domain;
using Outcome = std::optional<Refusal>;

constexpr qsizetype maxGatesToName = 3;

Refusal refusal(Reason reason, const Message& explanation)
{
    Refusal result;
    result.reason = reason;
    result.explanation = explanation;
    return result;
}

template<class IdType>
bool isOnList(const std::optional<std::vector<IdType>>& list, const std::optional<IdType>& id)
{
    return !list || (id && std::find(list->begin(), list->end(), *id) != list->end());
}

const Performance* performanceOf(const TicketFacts& facts, const Place& place)
{
    if (facts.performance)
        return &*facts.performance;
    const auto& asked = facts.ticket.performanceId;
    const auto& only = place.gatePerformance;
    return only && (!asked || *asked == only->id) ? &*only : nullptr;
}

QString nameOf(const Gate& gate)
{
    return gate.name.isEmpty() ? gate.label : gate.name;
}

Outcome cancelled(const Situation& at)
{
    if (at.facts.ticket.status == TicketStatus::Cancelled)
        return refusal(Reason::Cancelled, message("door.cancelled.ticket"));
    if (at.facts.order.status == OrderStatus::Cancelled)
        return refusal(Reason::Cancelled, message("door.cancelled.order"));
    if (at.facts.order.status == OrderStatus::Expired)
        return refusal(Reason::Cancelled, message("door.cancelled.expired"));
    return std::nullopt;
}

Outcome blocked(const Situation& at)
{
    const bool is = at.facts.ticket.blocked || at.facts.blockedByList;
    return is ? Outcome(refusal(Reason::Blocked, message("door.blocked"))) : std::nullopt;
}

Outcome revoked(const Situation& at)
{
    const bool is = at.facts.ticket.revoked || at.facts.revokedByList;
    return is ? Outcome(refusal(Reason::Revoked, message("door.revoked"))) : std::nullopt;
}

Outcome notApproved(const Situation& at)
{
    return at.facts.order.requiresApproval ? Outcome(refusal(Reason::NotApproved, message("door.not_approved"))) : std::nullopt;
}

Outcome outsideValidity(const Situation& at)
{
    const auto outside = [&](const char* id, Instant border) {
        return refusal(Reason::OutsideValidity, message(id).with("when", at.telling.toTheSecond(border)));
    };
    const Ticket& ticket = at.facts.ticket;
    if (ticket.validFrom && *ticket.validFrom > at.request.at)
        return outside("door.too_early", *ticket.validFrom);
    if (ticket.validUntil && *ticket.validUntil < at.request.at)
        return outside("door.too_late", *ticket.validUntil);
    return std::nullopt;
}

/// The gates that take this product for this performance, for people to be sent to.
QString gatesFor(const Situation& at)
{
    QStringList names;
    for (const auto& [id, gate] : at.place.gates) {
        if (id != at.place.gate.id && isOnProductList(gate, at.facts.ticket.productId)
            && isOnList(gate.performanceIds, at.facts.ticket.performanceId))
            names.append(nameOf(gate));
    }
    names.sort();
    return names.mid(0, maxGatesToName).join(QStringLiteral(", "));
}

Outcome wrongGate(const Situation& at)
{
    if (isOnProductList(at.place.gate, at.facts.ticket.productId))
        return std::nullopt;
    const QString product = productName(at.facts);
    if (product.isEmpty())
        return refusal(Reason::WrongGate, message("door.wrong_gate.unknown_product").with("gate", nameOf(at.place.gate)));
    const QString gates = gatesFor(at);
    Message explanation = message(gates.isEmpty() ? "door.wrong_gate" : "door.wrong_gate.elsewhere");
    explanation.with("product", product).with("gate", nameOf(at.place.gate)).with("gates", gates);
    return refusal(Reason::WrongGate, explanation);
}

Outcome wrongPerformance(const Situation& at)
{
    const auto& performance = at.facts.ticket.performanceId;
    if (isOnList(at.place.gate.performanceIds, performance) && isOnList(at.request.performanceIds, performance))
        return std::nullopt;
    const auto& known = at.facts.performance;
    if (!known)
        return refusal(Reason::WrongPerformance, message("door.wrong_performance.none"));
    const QString title = known->title.isEmpty() ? known->label : known->title;
    if (!known->startsAt)
        return refusal(Reason::WrongPerformance, message("door.wrong_performance").with("performance", title));
    Message explanation = message("door.wrong_performance.dated").with("performance", title);
    explanation.with("when", at.telling.toTheMinute(*known->startsAt));
    return refusal(Reason::WrongPerformance, explanation);
}

Outcome unpaid(const Situation& at)
{
    const bool may = at.place.gate.includeUnpaid;
    if (!isUnpaid(at.facts) || (may && at.request.allowUnpaid))
        return std::nullopt;
    Refusal result = refusal(Reason::Unpaid, message(may ? "door.unpaid.may" : "door.unpaid"));
    result.mayAdmitUnpaid = may;
    return result;
}

QString labelOrNull(const QString& label)
{
    return label.isEmpty() ? QString() : label;
}

RuleFacts ruleFacts(const Situation& at)
{
    RuleFacts facts;
    const Gate& gate = at.place.gate;
    facts.product = labelOrNull(at.facts.product.label);
    facts.variation = at.facts.variation ? labelOrNull(at.facts.variation->label) : QString();
    facts.gate = labelOrNull(gate.label);
    if (const auto zone = at.place.zones.find(at.zone); zone != at.place.zones.end())
        facts.zone = labelOrNull(zone->second.label);
    facts.performance = at.facts.performance ? labelOrNull(at.facts.performance->label) : QString();
    facts.now = at.request.at;
    facts.eventZone = at.telling.zone;
    if (const Performance* performance = performanceOf(at.facts, at.place)) {
        facts.doorsAt = performance->doorsAt;
        facts.startsAt = performance->startsAt;
        facts.endsAt = performance->endsAt;
    }
    for (const Scan* scan : at.scans) {
        if (scan->gateId != gate.id)
            continue;
        if (scan->direction == Direction::Entry)
            facts.entries.push_back(scan->at);
        if (scan->at <= at.request.at)
            facts.present = scan->direction == Direction::Entry;
    }
    return facts;
}

Outcome rules(const Situation& at)
{
    if (at.place.gate.rules.isEmpty())
        return std::nullopt;
    const auto& performance = at.facts.performance;
    const RuleNames names{productName(at.facts), at.facts.variation ? at.facts.variation->name : QString(),
                          performance ? performance->title : QString(), at.telling};
    const std::optional<Message> why = ruleRefusal(at.place.gate.rules, ruleFacts(at), names);
    return why ? Outcome(refusal(Reason::Rules, *why)) : std::nullopt;
}

QString answerTo(const Question& question, const Situation& at)
{
    if (const auto given = at.request.answers.find(question.id); given != at.request.answers.end())
        return given->second;
    const auto stored = at.facts.ticket.answers.find(question.id);
    return stored == at.facts.ticket.answers.end() ? QString() : stored->second;
}

Message questionExplanation(const Question& first, const Situation& at, size_t count)
{
    const QString text = first.text.isEmpty() ? first.label : first.text;
    if (count > 1)
        return message("door.questions.several").with("question", text).with("more", qint64(count - 1));
    const QString answer = answerTo(first, at);
    const Status status = checkAnswer(first, answer);
    if (answer.trimmed().isEmpty() || status)
        return message("door.questions").with("question", text);
    return message("door.questions.wrong").with("question", text).with("why", status.error().message);
}

/// An unlisted ticket is not asked: there is no order to write the answer to.
Outcome questions(const Situation& at)
{
    Refusal result;
    for (const Question& question : at.place.questions) {
        const bool asked = at.listed && question.required && question.askAtDoor
            && isOnList(question.productIds, std::optional(at.facts.ticket.productId));
        if (asked && !checkAnswer(question, answerTo(question, at)))
            result.openQuestions.push_back(&question);
    }
    if (result.openQuestions.empty())
        return std::nullopt;
    result.reason = Reason::Questions;
    result.explanation = questionExplanation(*result.openQuestions.front(), at, result.openQuestions.size());
    return result;
}

Outcome full(const Situation& at)
{
    return at.request.overrideFull ? std::nullopt : fullness(at);
}

Refusal already(const Situation& at, const Scan& cause)
{
    Message explanation = message(cause.device.isEmpty() ? "door.already.without_device" : "door.already");
    explanation.with("when", at.telling.toTheSecond(cause.at)).with("device", cause.device);
    if (const Gate* gate = at.zoning.gate(cause.gateId))
        explanation.with("gate", nameOf(*gate));
    else
        explanation.with("gate", message("door.unknown_gate"));
    Refusal result = refusal(Reason::AlreadyAdmitted, explanation);
    result.cause = &cause;
    return result;
}

bool leadsInto(const Situation& at, const Scan& scan)
{
    return scan.direction == Direction::Entry && at.zoning.liesIn(at.zoning.zoneBehind(scan.gateId), at.zone);
}

/// A scan after the request is known when it arrives late, or when another desk's clock runs ahead. Admitting is wrong if the ticket
/// then enters again without having left in between.
const Scan* nextEntryWithoutExit(const Situation& at)
{
    Whereabouts then = at.before;
    Scan admitted;
    admitted.gateId = at.place.gate.id;
    admitted.at = at.request.at;
    then.pass(admitted);
    for (const Scan* scan : at.scans) {
        if (scan->at <= at.request.at)
            continue;
        if (leadsInto(at, *scan))
            return scan;
        then.pass(*scan);
        if (then.zones().count(at.zone) == 0)
            return nullptr;
    }
    return nullptr;
}

Outcome alreadyAdmitted(const Situation& at)
{
    if (at.place.gate.entry == EntryPolicy::Many)
        return std::nullopt;
    const auto inside = at.before.zones().find(at.zone);
    if (at.place.gate.entry == EntryPolicy::OnceReentry) {
        const Scan* cause = inside != at.before.zones().end() ? inside->second : nextEntryWithoutExit(at);
        return cause ? Outcome(already(at, *cause)) : std::nullopt;
    }
    const auto first
        = std::find_if(at.scans.begin(), at.scans.end(), [&](const Scan* scan) { return leadsInto(at, *scan); });
    if (first == at.scans.end())
        return std::nullopt;
    Refusal result = already(at, **first);
    if (inside == at.before.zones().end())
        result.explanation = message("door.sentences")
                                 .with("first", result.explanation)
                                 .with("rest", message("door.already.only_once"));
    return result;
}

} // namespace

Situation::Situation(const TicketFacts& ticketFacts, bool isListed, const Place& where, const Request& asked)
    : facts(ticketFacts), listed(isListed), place(where), request(asked),
      zoning(where.gates, where.zones, &where.gate), zone(where.gate.effectiveZone()),
      scans(inEventOrder(ticketFacts.history)), before(zoning)
{
    for (const Scan* scan : scans) {
        if (scan->at <= request.at)
            before.pass(*scan);
    }
    const Performance* performance = performanceOf(facts, place);
    telling = {performance ? performance->zone : place.zone, request.at};
}

bool isUnpaid(const TicketFacts& facts)
{
    return facts.order.status == OrderStatus::AwaitingPayment && !facts.order.admitWhileUnpaid;
}

bool isOnProductList(const Gate& gate, ProductId product)
{
    return isOnList(gate.productIds, std::optional(product));
}

QString productName(const TicketFacts& facts)
{
    const QString product = facts.product.name.isEmpty() ? facts.product.label : facts.product.name;
    if (!facts.variation)
        return product;
    return product % QStringLiteral(" (") % (facts.variation->name.isEmpty() ? facts.variation->label : facts.variation->name)
        % u')';
}

std::optional<Refusal> fullness(const Situation& at)
{
    const auto& already = at.before.zones();
    if (already.count(at.zone) > 0)
        return std::nullopt;
    Outcome result;
    std::optional<int> smallest;
    const auto consider = [&](const std::optional<int>& capacity, int inside, const char* id, const QString& name) {
        if (!capacity || inside < *capacity || (smallest && *smallest <= *capacity))
            return;
        smallest = capacity;
        Message explanation = message(id).with("name", name);
        explanation.with("inside", qint64(inside)).with("capacity", qint64(*capacity));
        result = refusal(Reason::Full, explanation);
        result->mayOverrideFull = true;
    };
    consider(at.place.gate.capacity, at.place.insideByGate, "door.full.gate", nameOf(at.place.gate));
    for (const ZoneId& id : at.zoning.withParents(at.zone)) {
        const auto zone = at.place.zones.find(id);
        if (zone == at.place.zones.end() || already.count(id) > 0)
            continue;
        const auto inside = at.place.inside.find(id);
        const QString& name = zone->second.name;
        consider(zone->second.capacity, inside == at.place.inside.end() ? 0 : inside->second, "door.full.zone",
                 name.isEmpty() ? zone->second.label : name);
    }
    return result;
}

std::optional<Refusal> firstRefusal(const Situation& situation)
{
    constexpr Outcome (*checks[])(const Situation&)
        = {cancelled,        blocked, revoked, notApproved, outsideValidity, wrongGate,
           wrongPerformance, unpaid,  rules,   questions,   full,            alreadyAdmitted};
    for (const auto check : checks) {
        if (Outcome outcome = check(situation))
            return outcome;
    }
    return std::nullopt;
}

} // namespace encore::door
