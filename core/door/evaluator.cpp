// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluator.h"
#include "door/jsonlogic.h"
#include "parsejson.h"

#include <algorithm>

namespace encore::door
{
namespace
{

constexpr QLatin1String lazyOperators[]{QLatin1String("if"), QLatin1String("?:"), QLatin1String("and"), QLatin1String("or")};
constexpr QLatin1String itemOperators[]{QLatin1String("map"), QLatin1String("filter"), QLatin1String("reduce"),
                                        QLatin1String("all"), QLatin1String("none"),   QLatin1String("some")};
constexpr QLatin1String dataOperators[]{QLatin1String("var"), QLatin1String("missing"), QLatin1String("missing_some")};

template<size_t count>
bool isAmong(const QString& name, const QLatin1String (&names)[count])
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

Value argumentAt(const std::vector<Value>& arguments, size_t index)
{
    return index < arguments.size() ? arguments[index] : Value();
}

/// One step of a path like "pie.filling"; null: there is nothing of that name.
const Value* memberOf(const Value& data, QStringView name)
{
    if (data.object())
        return data.object()->find(name);
    if (!data.array())
        return nullptr;
    bool ok = false;
    const int index = name.toInt(&ok);
    return ok && index >= 0 && size_t(index) < data.array()->items.size() ? &data.array()->items[size_t(index)] : nullptr;
}

/// The value at a path; null where there is none (which is not a null value that is there).
const Value* valueAt(const Value& data, QStringView path)
{
    const Value* at = &data;
    for (const QStringView name : path.tokenize(u'.')) {
        at = memberOf(*at, name);
        if (!at)
            return nullptr;
    }
    return at;
}

} // namespace

std::vector<Value> argumentsOf(const Value& argument)
{
    return argument.array() ? argument.array()->items : std::vector<Value>{argument};
}

bool isItemOperator(const QString& name)
{
    return isAmong(name, itemOperators);
}

bool isJsonLogicOperator(const QString& name)
{
    Evaluator scratch;
    return isAmong(name, lazyOperators) || isAmong(name, itemOperators) || isAmong(name, dataOperators)
        || callPlainOperator(name, {}, scratch);
}

Value Evaluator::evaluate(const Value& logic, const Value& data, bool strict)
{
    m_strictScope = strict ? data.object() : nullptr;
    return inScope(logic, data);
}

Value Evaluator::fail(const domain::Message& why)
{
    if (!m_failure)
        m_failure = why;
    return {};
}

Value Evaluator::failArguments(const QString& operatorName)
{
    return fail(domain::message("door.rule.wrong_arguments").with("operator", operatorName));
}

void Evaluator::charge(qint64 steps)
{
    m_steps += steps;
    if (m_steps > maxSteps)
        fail(domain::message("door.rule.too_much_work"));
}

Value Evaluator::bounded(Value value)
{
    const Extent extent = extentOf(value);
    if (extent.depth > maxRuleDepth || extent.weight > maxWeight || (value.text() && value.text()->size() > maxTextLength))
        return fail(domain::message("door.rule.too_much_work"));
    return value;
}

Value Evaluator::inScope(const Value& logic, const Value& scope)
{
    charge(1);
    if (m_failure)
        return {};
    if (const auto* operation = logicOf(logic))
        return apply(operation->first, operation->second, scope);
    if (m_strictScope && logic.object() && !logic.object()->members.empty())
        return fail(domain::message("door.rule.two_operators"));
    if (!logic.array() || !logic.array()->hasLogic)
        return logic;
    std::vector<Value> items;
    items.reserve(logic.array()->items.size());
    for (const Value& item : logic.array()->items) {
        items.push_back(inScope(item, scope));
        if (m_failure)
            return {};
    }
    return bounded(makeArray(std::move(items)));
}

Value Evaluator::apply(const QString& name, const Value& argument, const Value& scope)
{
    const Arguments arguments = argumentsOf(argument);
    if (const auto result = applyLazily(name, arguments, scope))
        return *result;
    Arguments values;
    values.reserve(arguments.size());
    qint64 weight = 0;
    for (const Value& each : arguments) {
        values.push_back(inScope(each, scope));
        weight += extentOf(values.back()).weight;
    }
    charge(weight / 16);
    if (m_failure)
        return {};
    if (const auto result = applyToData(name, values, scope))
        return *result;
    if (const auto result = callPlainOperator(name, values, *this))
        return bounded(*result);
    if (m_more) {
        if (const auto result = m_more->call(name, values, *this))
            return *result;
    }
    return fail(domain::message("door.rule.unknown_operator").with("operator", name.left(64)));
}

std::optional<Value> Evaluator::applyLazily(const QString& name, const Arguments& arguments, const Value& scope)
{
    if (name == u"if" || name == u"?:")
        return ifElse(arguments, scope);
    if (name == u"and")
        return firstThat(false, arguments, scope);
    if (name == u"or")
        return firstThat(true, arguments, scope);
    if (name == u"reduce")
        return reduce(arguments, scope);
    if (isItemOperator(name))
        return overItems(name, arguments, scope);
    return std::nullopt;
}

std::optional<Value> Evaluator::applyToData(const QString& name, const Arguments& values, const Value& scope)
{
    if (name == u"var")
        return variable(values, scope);
    if (name == u"missing")
        return missing(!values.empty() && values.front().array() ? values.front().array()->items : values, scope);
    if (name == u"missing_some")
        return missingSome(values, scope);
    return std::nullopt;
}

Value Evaluator::ifElse(const Arguments& arguments, const Value& scope)
{
    size_t at = 0;
    for (; at + 1 < arguments.size(); at += 2) {
        if (truthy(inScope(arguments[at], scope)))
            return inScope(arguments[at + 1], scope);
    }
    return at < arguments.size() ? inScope(arguments[at], scope) : Value();
}

Value Evaluator::firstThat(bool wanted, const Arguments& arguments, const Value& scope)
{
    Value current;
    for (const Value& argument : arguments) {
        current = inScope(argument, scope);
        if (m_failure)
            return {};
        if (truthy(current) == wanted)
            break;
    }
    return current;
}

Value Evaluator::reduce(const Arguments& arguments, const Value& scope)
{
    const Value items = inScope(argumentAt(arguments, 0), scope);
    Value accumulator = inScope(argumentAt(arguments, 2), scope);
    if (!items.array())
        return accumulator;
    const Value body = argumentAt(arguments, 1);
    for (const Value& item : items.array()->items) {
        const Value inner
            = makeObject({{QStringLiteral("current"), item}, {QStringLiteral("accumulator"), std::move(accumulator)}});
        accumulator = inScope(body, inner);
        if (m_failure)
            return {};
    }
    return accumulator;
}

Value Evaluator::overItems(const QString& name, const Arguments& arguments, const Value& scope)
{
    const Value items = inScope(argumentAt(arguments, 0), scope);
    const Value body = argumentAt(arguments, 1);
    Arguments results;
    size_t yes = 0;
    const size_t count = items.array() ? items.array()->items.size() : 0;
    for (size_t i = 0; i < count; ++i) {
        const Value& item = items.array()->items[i];
        const Value result = inScope(body, item);
        if (m_failure)
            return {};
        yes += truthy(result) ? 1 : 0;
        if (name == u"map")
            results.push_back(result);
        else if (name == u"filter" && truthy(result))
            results.push_back(item);
    }
    if (name == u"all")
        return Value(count > 0 && yes == count);
    if (name == u"none")
        return Value(yes == 0);
    if (name == u"some")
        return Value(yes > 0);
    return bounded(makeArray(std::move(results)));
}

Value Evaluator::variable(const Arguments& values, const Value& scope)
{
    if (values.empty() || values.front().isNull())
        return scope;
    const QString path = toText(values.front());
    if (path.isEmpty())
        return scope;
    charge(path.size() / 16);
    if (const Value* found = valueAt(scope, path))
        return *found;
    if (values.size() < 2 && m_strictScope && scope.object() == m_strictScope)
        return fail(domain::message("door.rule.unknown_variable").with("variable", path.left(64)));
    return argumentAt(values, 1);
}

Value Evaluator::missing(const Arguments& keys, const Value& scope)
{
    Arguments result;
    for (const Value& key : keys) {
        const QString path = toText(key);
        charge(1 + path.size() / 16);
        const Value* found = path.isEmpty() ? &scope : valueAt(scope, path);
        if (!found || found->isNull() || (found->text() && found->text()->isEmpty()))
            result.push_back(key);
    }
    return bounded(makeArray(std::move(result)));
}

Value Evaluator::missingSome(const Arguments& values, const Value& scope)
{
    if (values.size() < 2 || !values[1].array())
        return failArguments(QStringLiteral("missing_some"));
    const Value absent = missing(values[1].array()->items, scope);
    if (m_failure)
        return {};
    const double present = double(values[1].array()->items.size() - absent.array()->items.size());
    return present >= toNumber(values[0]) ? makeArray({}) : absent;
}

domain::Result<QByteArray> evaluateJsonLogic(const QByteArray& logic, const QByteArray& data)
{
    const domain::Result<Value> rule = parseJson(logic);
    if (!rule)
        return rule.error();
    const domain::Result<Value> over = parseJson(data);
    if (!over)
        return over.error();
    Evaluator evaluator;
    const Value result = evaluator.evaluate(*rule, *over);
    if (evaluator.failure())
        return domain::error(domain::ErrorCode::Invalid, *evaluator.failure());
    return writeJson(result);
}

} // namespace encore::door
