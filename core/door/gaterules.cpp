// SPDX-License-Identifier: GPL-3.0-or-later
#include "gaterules.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <set>

namespace encore::door
{
namespace
{
using domain::Instant;
using domain::message;

constexpr double msPerMinute = 60'000;

constexpr const char* variableNames[]
    = {"product",       "variation",     "gate",         "zone",
       "performance",   "now",           "now_isoweekday", "entries_number",
       "entries_today", "entries_days",  "minutes_since_last_entry", "minutes_since_first_entry",
       "entry_status"};

constexpr const char* countingOperators[] = {"entries_since", "entries_before", "entries_days_since", "entries_days_before"};

Value label(const QString& text)
{
    return text.isNull() ? Value() : Value(text);
}

double minutesSince(const std::vector<Instant>& entries, bool last, Instant now)
{
    if (entries.empty())
        return -1;
    const qint64 ms = now.ms - (last ? entries.back() : entries.front()).ms;
    const qint64 wholeMinutes = ms / 60'000;
    return ms < 0 ? 0 : double(wholeMinutes);
}

double daysOf(const std::vector<Instant>& entries, const domain::EventZone& zone)
{
    std::set<QDate> days;
    for (const Instant entry : entries)
        days.insert(zone.dateOf(entry));
    return double(days.size());
}

/// A moment, or a text that names one; anything else is a failure.
std::optional<Instant> momentFrom(const Value& value, Evaluator& evaluator)
{
    if (value.instant())
        return *value.instant();
    if (value.text()) {
        if (const domain::Result<Instant> parsed = domain::parseInstant(*value.text()))
            return *parsed;
    }
    evaluator.fail(message("door.rule.bad_time").with("text", toText(value).left(64)));
    return std::nullopt;
}

} // namespace

Value ruleVariables(const RuleFacts& facts)
{
    const QDate today = facts.eventZone.dateOf(facts.now);
    const auto entriesToday = std::count_if(facts.entries.begin(), facts.entries.end(),
                                            [&](Instant entry) { return facts.eventZone.dateOf(entry) == today; });
    const Value values[] = {
        label(facts.product),
        label(facts.variation),
        label(facts.gate),
        label(facts.zone),
        label(facts.performance),
        Value(facts.now),
        Value(double(today.dayOfWeek())),
        Value(double(facts.entries.size())),
        Value(double(entriesToday)),
        Value(daysOf(facts.entries, facts.eventZone)),
        Value(minutesSince(facts.entries, true, facts.now)),
        Value(minutesSince(facts.entries, false, facts.now)),
        Value(facts.present ? QStringLiteral("present") : QStringLiteral("absent")),
    };
    static_assert(std::size(values) == std::size(variableNames));
    std::vector<std::pair<QString, Value>> members;
    for (size_t i = 0; i < std::size(values); ++i)
        members.emplace_back(QString::fromLatin1(variableNames[i]), values[i]);
    return makeObject(std::move(members));
}

bool isRuleVariable(const QString& name)
{
    return std::any_of(std::begin(variableNames), std::end(variableNames),
                       [&](const char* known) { return name == QLatin1String(known); });
}

bool countsEntries(const QString& operatorName)
{
    return std::any_of(std::begin(countingOperators), std::end(countingOperators),
                       [&](const char* known) { return operatorName == QLatin1String(known); });
}

bool isGateOperator(const QString& name)
{
    return name == u"buildTime" || name == u"isBefore" || name == u"isAfter" || countsEntries(name);
}

std::optional<QTime> wallClockTime(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?\\z"));
    const QRegularExpressionMatch match = pattern.match(text);
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return match.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<Value> GateOperators::call(const QString& name, const std::vector<Value>& arguments, Evaluator& evaluator)
{
    if (name == u"buildTime")
        return buildTime(arguments, evaluator);
    if (name == u"isAfter" || name == u"isBefore")
        return compare(name == u"isAfter", arguments, evaluator);
    if (countsEntries(name))
        return count(name, arguments, evaluator);
    return std::nullopt;
}

Value GateOperators::eventTime(const QString& which, const std::optional<Instant>& time, Evaluator& evaluator) const
{
    return time ? Value(*time) : evaluator.fail(message("door.rule.missing_time").with("what", which));
}

Value GateOperators::buildTime(const std::vector<Value>& arguments, Evaluator& evaluator) const
{
    const QString kind = arguments.empty() || !arguments[0].text() ? QString() : *arguments[0].text();
    if (kind == u"doors_at")
        return eventTime(kind, m_facts.doorsAt, evaluator);
    if (kind == u"starts_at")
        return eventTime(kind, m_facts.startsAt, evaluator);
    if (kind == u"ends_at")
        return eventTime(kind, m_facts.endsAt, evaluator);
    if ((kind != u"custom" && kind != u"customtime") || arguments.size() < 2 || !arguments[1].text())
        return evaluator.failArguments(QStringLiteral("buildTime"));
    if (kind == u"custom") {
        const std::optional<Instant> moment = momentFrom(arguments[1], evaluator);
        return moment ? Value(*moment) : Value();
    }
    if (const std::optional<QTime> time = wallClockTime(*arguments[1].text()))
        return Value(m_facts.eventZone.fromLocal(m_facts.eventZone.dateOf(m_facts.now), *time));
    return evaluator.fail(message("door.rule.bad_time").with("text", arguments[1].text()->left(64)));
}

Value GateOperators::compare(bool after, const std::vector<Value>& arguments, Evaluator& evaluator) const
{
    const QString name = after ? QStringLiteral("isAfter") : QStringLiteral("isBefore");
    if (arguments.size() < 2)
        return evaluator.failArguments(name);
    const std::optional<Instant> first = momentFrom(arguments[0], evaluator);
    const std::optional<Instant> second = momentFrom(arguments[1], evaluator);
    if (!first || !second)
        return {};
    double tolerance = 0;
    if (arguments.size() > 2 && !arguments[2].isNull()) {
        const bool usable = arguments[2].number() || arguments[2].text();
        tolerance = usable ? toNumber(arguments[2]) : std::nan("");
        if (!std::isfinite(tolerance))
            return evaluator.fail(message("door.rule.bad_tolerance").with("text", toText(arguments[2]).left(64)));
    }
    const double left = double(first->ms) + (after ? tolerance : -tolerance) * msPerMinute;
    return Value(after ? left > double(second->ms) : left < double(second->ms));
}

Value GateOperators::count(const QString& name, const std::vector<Value>& arguments, Evaluator& evaluator) const
{
    if (arguments.size() != 1)
        return evaluator.failArguments(name);
    const std::optional<Instant> border = momentFrom(arguments[0], evaluator);
    if (!border)
        return {};
    if (m_pretended)
        return Value(*m_pretended);
    const bool since = name.endsWith(u"since");
    evaluator.charge(qint64(m_facts.entries.size()) / 4);
    std::vector<Instant> entries;
    std::copy_if(m_facts.entries.begin(), m_facts.entries.end(), std::back_inserter(entries),
                 [&](Instant entry) { return (entry >= *border) == since; });
    return Value(name.startsWith(u"entries_days") ? daysOf(entries, m_facts.eventZone) : double(entries.size()));
}

} // namespace encore::door
