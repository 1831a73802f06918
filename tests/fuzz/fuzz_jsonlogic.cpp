// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a gate's rules: checkRules, the evaluation by itself, and a decision at a gate that has them. None may crash, hang or
// leave an answer that cannot be put into words.

#include "door/checkin.h"
#include "door/jsonlogic.h"

using namespace encore::domain;
using namespace encore::door;

namespace
{

Place placeWith(const QString& rules)
{
    Place place;
    place.gate.id = GateId(QUuid::createUuidV5(QUuid(), QByteArray("gate")));
    place.gate.label = QStringLiteral("A");
    place.gate.entry = EntryPolicy::Many;
    place.gate.rules = rules;
    return place;
}

Match guest(const Place& place)
{
    Match match;
    TicketFacts facts;
    facts.product.label = QStringLiteral("1");
    facts.performance = Performance();
    facts.performance->doorsAt = Instant{1'700'000'000'000};
    Scan scan;
    scan.gateId = place.gate.id;
    scan.at = {1'700'000'100'000};
    facts.history = {scan};
    match.tickets.push_back(facts);
    return match;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const QString rules = QString::fromUtf8(bytes);
    const Status status = checkRules(rules);
    if (!status && !hasWords(status.error().message.id))
        __builtin_trap();
    const Result<QByteArray> result = evaluateJsonLogic(bytes, R"({"a":[1,2,{"b":"c"}],"d":null})");
    if (!result && !hasWords(result.error().message.id))
        __builtin_trap();
    const Place place = placeWith(rules);
    Request request;
    request.at = {1'700'000'200'000};
    const Verdict verdict = decide(guest(place), place, request);
    if (verdict.kind == VerdictKind::Refused && verdict.reason != Reason::Rules)
        __builtin_trap();
    if (words(verdict.explanation, Language::Korean).contains(u'{') && !rules.contains(u'{'))
        __builtin_trap();
    return 0;
}
