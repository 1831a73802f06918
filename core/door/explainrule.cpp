// SPDX-License-Identifier: GPL-3.0-or-later
#include "explainrule.h"
#include "parsejson.h"

#include <algorithm>
#include <cmath>

namespace encore::door
{
namespace
{
using domain::Instant;
using domain::message;
using domain::Message;

constexpr qint64 maxSteps = 100'000; ///< of all trying out for one explanation
constexpr qint64 maxWeightToTry = 64; ///< of a condition that is tried with many values
constexpr int maxCountToTry = 200;
constexpr int maxMinutesToTry = 24 * 60;
constexpr size_t maxWaysToTell = 3;

/// The name in {"var":"name"}; null where the logic is something else.
QString variableName(const Value& logic)
{
    const auto* operation = logicOf(logic);
    if (!operation || operation->first != u"var")
        return {};
    const std::vector<Value> arguments = argumentsOf(operation->second);
    return !arguments.empty() && arguments.front().text() ? *arguments.front().text() : QString();
}

/// "A, B, C" or "A or B", nested from the right.
Message joined(const std::vector<Message>& parts, const char* id)
{
    Message whole = parts.back();
    for (size_t i = parts.size() - 1; i-- > 0;)
        whole = message(id).with("first", parts[i]).with("rest", whole);
    return whole;
}

} // namespace

Value RuleExplainer::evaluate(const Value& logic)
{
    GateOperators operators(m_facts);
    Evaluator evaluator(&operators);
    const Value result = evaluator.evaluate(logic, m_variables);
    m_steps += evaluator.steps();
    return result;
}

bool RuleExplainer::holdsWith(const Value& logic, const QString& name, const Value& value)
{
    GateOperators operators(m_facts);
    Value variables = m_variables;
    if (countsEntries(name)) {
        operators.pretendCount(*value.number());
    } else {
        std::vector<std::pair<QString, Value>> members = m_variables.object()->members;
        for (auto& member : members) {
            if (member.first == name)
                member.second = value;
        }
        variables = makeObject(std::move(members));
    }
    Evaluator evaluator(&operators);
    const Value result = evaluator.evaluate(logic, variables);
    m_steps += evaluator.steps();
    return truthy(result) && !evaluator.failure();
}

void RuleExplainer::collect(const Value& logic, Asked& asked)
{
    const auto add = [&](const QString& name) {
        if (std::find(asked.names.begin(), asked.names.end(), name) == asked.names.end())
            asked.names.push_back(name);
    };
    if (logic.array() && logic.array()->hasLogic) {
        for (const Value& item : logic.array()->items)
            collect(item, asked);
    }
    const auto* operation = logicOf(logic);
    if (!operation)
        return;
    const QString& name = operation->first;
    if (name == u"var") {
        add(variableName(logic));
    } else if (countsEntries(name)) {
        add(name);
        asked.border = operation->second;
    } else if (isItemOperator(name) || name == u"missing" || name == u"missing_some") {
        add(QString()); // not a plain condition
    } else {
        for (const Value& argument : argumentsOf(operation->second))
            collect(argument, asked);
    }
}

RuleExplainer::Explanation RuleExplainer::explain(const Value& logic)
{
    const auto* operation = logicOf(logic);
    if (!operation || m_steps > maxSteps)
        return std::nullopt;
    const QString& name = operation->first;
    const std::vector<Value> arguments = argumentsOf(operation->second);
    if (name == u"and")
        return firstFailing(arguments);
    if (name == u"if" || name == u"?:")
        return branchTaken(arguments);
    if (name == u"!!" && arguments.size() == 1)
        return explain(arguments.front());
    Asked asked;
    collect(logic, asked);
    if (asked.names.size() == 1) {
        if (const Explanation explanation = about(logic, asked))
            return explanation;
    }
    return name == u"or" ? oneOf(arguments) : aboutWindow(name, arguments);
}

RuleExplainer::Explanation RuleExplainer::firstFailing(const std::vector<Value>& members)
{
    const auto failing
        = std::find_if(members.begin(), members.end(), [&](const Value& member) { return !truthy(evaluate(member)); });
    return failing == members.end() ? std::nullopt : explain(*failing);
}

RuleExplainer::Explanation RuleExplainer::branchTaken(const std::vector<Value>& arguments)
{
    size_t at = 0;
    while (at + 1 < arguments.size() && !truthy(evaluate(arguments[at])))
        at += 2;
    const size_t branch = at + 1 < arguments.size() ? at + 1 : at;
    return branch < arguments.size() ? explain(arguments[branch]) : std::nullopt;
}

RuleExplainer::Explanation RuleExplainer::oneOf(const std::vector<Value>& members)
{
    std::vector<Message> ways;
    for (const Value& member : members) {
        const Explanation way = explain(member);
        if (way && std::find(ways.begin(), ways.end(), *way) == ways.end())
            ways.push_back(*way);
        if (ways.size() == maxWaysToTell)
            break;
    }
    return ways.empty() ? std::nullopt : std::optional(joined(ways, "door.rules.either"));
}

RuleExplainer::Explanation RuleExplainer::about(const Value& logic, const Asked& asked)
{
    const QString& name = asked.names.front();
    if (name == u"product")
        return message("door.rules.product").with("product", m_names.product);
    if (name == u"variation" && !m_names.variation.isEmpty())
        return message("door.rules.variation").with("variation", m_names.variation);
    if (name == u"performance" && !m_names.performance.isEmpty())
        return message("door.rules.performance").with("performance", m_names.performance);
    if (extentOf(logic).weight > maxWeightToTry)
        return std::nullopt;
    if (name == u"now_isoweekday")
        return aboutWeekday(logic);
    if (name == u"entry_status")
        return aboutStatus(logic);
    if (name.startsWith(u"entries_"))
        return aboutCount(logic, asked);
    if (name.startsWith(u"minutes_since_"))
        return aboutMinutes(logic, name);
    return std::nullopt;
}

RuleExplainer::Explanation RuleExplainer::aboutWeekday(const Value& logic)
{
    constexpr const char* names[] = {"door.weekday.1", "door.weekday.2", "door.weekday.3", "door.weekday.4",
                                     "door.weekday.5", "door.weekday.6", "door.weekday.7"};
    std::vector<Message> days;
    for (int day = 1; day <= 7; ++day) {
        if (holdsWith(logic, QStringLiteral("now_isoweekday"), Value(double(day))))
            days.push_back(message(names[day - 1]));
    }
    if (days.empty())
        return std::nullopt;
    return message("door.rules.weekday").with("days", joined(days, "door.list"));
}

RuleExplainer::Explanation RuleExplainer::aboutStatus(const Value& logic)
{
    const QString other = m_facts.present ? QStringLiteral("absent") : QStringLiteral("present");
    if (!holdsWith(logic, QStringLiteral("entry_status"), Value(other)))
        return std::nullopt;
    return message(m_facts.present ? "door.rules.must_be_outside" : "door.rules.must_be_inside");
}

RuleExplainer::Explanation RuleExplainer::aboutCount(const Value& logic, const Asked& asked)
{
    const QString& name = asked.names.front();
    int limit = 0;
    while (limit < maxCountToTry && holdsWith(logic, name, Value(double(limit))))
        ++limit;
    if (limit == 0 || limit == maxCountToTry)
        return std::nullopt;
    const QByteArray id = "door.rules." + name.toLatin1() + (limit == 1 ? ".one" : "");
    Message explanation = message(id.constData()).with("limit", qint64(limit));
    if (countsEntries(name)) {
        const Value border = evaluate(argumentsOf(asked.border).front());
        if (!border.instant())
            return std::nullopt;
        explanation.with("when", m_names.telling.toTheMinute(*border.instant()));
    }
    return explanation;
}

RuleExplainer::Explanation RuleExplainer::aboutMinutes(const Value& logic, const QString& name)
{
    if (m_facts.entries.empty())
        return std::nullopt;
    const Instant from = name.contains(u"last") ? m_facts.entries.back() : m_facts.entries.front();
    const int current = int(std::clamp<qint64>((m_facts.now.ms - from.ms) / 60'000, 0, 1'000'000));
    for (int later = current + 1; later <= current + maxMinutesToTry; ++later) {
        if (holdsWith(logic, name, Value(double(later))))
            return message("door.rules.from").with("when", m_names.telling.toTheMinute(from.plusMs(later * 60'000LL)));
    }
    for (int earlier = current - 1; earlier >= std::max(0, current - maxMinutesToTry); --earlier) {
        if (holdsWith(logic, name, Value(double(earlier))))
            return message("door.rules.until").with("when", m_names.telling.toTheMinute(from.plusMs((earlier + 1) * 60'000LL)));
    }
    return std::nullopt;
}

RuleExplainer::Explanation RuleExplainer::aboutWindow(const QString& name, const std::vector<Value>& arguments)
{
    const bool after = name == u"isAfter" || name == u">" || name == u">=";
    const bool before = name == u"isBefore" || name == u"<" || name == u"<=";
    if ((!after && !before) || arguments.size() < 2)
        return std::nullopt;
    const bool nowFirst = variableName(arguments[0]) == u"now";
    if (nowFirst == (variableName(arguments[1]) == u"now"))
        return std::nullopt;
    const Value border = evaluate(arguments[nowFirst ? 1 : 0]);
    const bool tolerant = name.startsWith(u"is") && arguments.size() > 2;
    const double tolerance = tolerant ? toNumber(evaluate(arguments[2])) * 60'000 : 0;
    if (!border.instant() || !(std::abs(tolerance) < 1e14))
        return std::nullopt;
    const bool from = after == nowFirst;
    const Instant moment = border.instant()->plusMs(qint64(from ? -tolerance : tolerance));
    return message(from ? "door.rules.from" : "door.rules.until").with("when", m_names.telling.toTheMinute(moment));
}

std::optional<Message> ruleRefusal(const QString& rules, const RuleFacts& facts, const RuleNames& names)
{
    if (QStringView(rules).trimmed().isEmpty())
        return std::nullopt;
    const auto impossible = [](const Message& why) { return message("door.rules.error").with("why", why); };
    const domain::Result<Value> logic = parseJson(rules.toUtf8());
    if (!logic)
        return impossible(logic.error().message);
    if (logic->isNull())
        return std::nullopt;
    const Value variables = ruleVariables(facts);
    GateOperators operators(facts);
    Evaluator evaluator(&operators);
    const Value result = evaluator.evaluate(*logic, variables, true);
    if (evaluator.failure())
        return impossible(*evaluator.failure());
    if (truthy(result))
        return std::nullopt;
    const std::optional<Message> explanation = RuleExplainer(facts, variables, names).explain(*logic);
    return explanation ? *explanation : message("door.rules.other");
}

} // namespace encore::door
