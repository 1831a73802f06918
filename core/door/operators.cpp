// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluator.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace encore::door
{
namespace
{

using Arguments = std::vector<Value>;
using Operator = Value (*)(const Arguments&, Evaluator&);

Value at(const Arguments& arguments, size_t index)
{
    return index < arguments.size() ? arguments[index] : Value();
}

/// A moment beside a text: the text has to be a time too, or nobody could compare them.
bool asMoments(const Value& left, const Value& right, Evaluator& evaluator, Value& leftOut, Value& rightOut)
{
    if (!(left.instant() && right.text()) && !(left.text() && right.instant()))
        return false;
    const auto moment = [&](const Value& value) {
        if (value.instant())
            return value;
        const domain::Result<domain::Instant> parsed = domain::parseInstant(*value.text());
        return parsed ? Value(*parsed)
                      : evaluator.fail(domain::message("door.rule.bad_time").with("text", value.text()->left(64)));
    };
    leftOut = moment(left);
    rightOut = moment(right);
    return true;
}

bool isReference(const Value& value)
{
    return value.array() || value.object();
}

bool looselyEqual(const Value& left, const Value& right, Evaluator& evaluator)
{
    Value leftMoment;
    Value rightMoment;
    if (asMoments(left, right, evaluator, leftMoment, rightMoment))
        return strictlyEqual(leftMoment, rightMoment);
    if (left.held.index() == right.held.index())
        return strictlyEqual(left, right);
    if (left.isNull() || right.isNull())
        return false;
    if (isReference(left) && isReference(right))
        return false;
    if (isReference(left) && right.text())
        return toText(left) == *right.text();
    if (left.text() && isReference(right))
        return *left.text() == toText(right);
    return toNumber(left) == toNumber(right);
}

enum class Order { Less, LessOrEqual };

bool ordered(const Value& left, const Value& right, Order order, Evaluator& evaluator)
{
    Value leftMoment;
    Value rightMoment;
    if (asMoments(left, right, evaluator, leftMoment, rightMoment))
        return ordered(leftMoment, rightMoment, order, evaluator);
    const bool texts = (left.text() || isReference(left)) && (right.text() || isReference(right));
    if (texts) {
        const int comparison = toText(left).compare(toText(right)); // by UTF-16 units, as in JavaScript
        return order == Order::Less ? comparison < 0 : comparison <= 0;
    }
    const double leftNumber = toNumber(left);
    const double rightNumber = toNumber(right);
    return order == Order::Less ? leftNumber < rightNumber : leftNumber <= rightNumber;
}

Value inOrder(const Arguments& arguments, Order order, Evaluator& evaluator)
{
    const bool first = ordered(at(arguments, 0), at(arguments, 1), order, evaluator);
    return Value(first && (arguments.size() < 3 || ordered(arguments[1], arguments[2], order, evaluator)));
}

Value contains(const Arguments& arguments, Evaluator& evaluator)
{
    const Value needle = at(arguments, 0);
    const Value haystack = at(arguments, 1);
    if (const JsonArray* array = haystack.array()) {
        return Value(std::any_of(array->items.begin(), array->items.end(),
                                 [&](const Value& item) { return strictlyEqual(item, needle); }));
    }
    if (!haystack.text())
        return Value(false);
    const QString part = toText(needle);
    // What a search costs at worst, lest a rule be made of such searches.
    evaluator.charge(qint64(part.size()) * haystack.text()->size() / 1024);
    return Value(!evaluator.failure() && haystack.text()->contains(part));
}

Value concatenated(const Arguments& arguments, Evaluator&)
{
    QString text;
    for (const Value& argument : arguments) {
        if (!argument.isNull())
            text += toText(argument);
    }
    return Value(text);
}

/// A number as a position within a text of this length.
qsizetype position(double number, qsizetype length)
{
    if (std::isnan(number))
        return 0;
    return qsizetype(std::clamp(std::trunc(number), -double(length), double(length)));
}

QString fromStart(const QString& text, double start)
{
    const qsizetype from = position(start, text.size());
    return text.mid(from < 0 ? text.size() + from : from);
}

Value part(const Arguments& arguments, Evaluator&)
{
    const QString rest = fromStart(toText(at(arguments, 0)), toNumber(at(arguments, 1)));
    if (arguments.size() < 3)
        return Value(rest);
    const qsizetype length = position(toNumber(arguments[2]), rest.size());
    return Value(rest.left(length < 0 ? rest.size() + length : length));
}

Value merged(const Arguments& arguments, Evaluator&)
{
    Arguments items;
    for (const Value& argument : arguments) {
        if (argument.array())
            items.insert(items.end(), argument.array()->items.begin(), argument.array()->items.end());
        else
            items.push_back(argument);
    }
    return makeArray(std::move(items));
}

template<class Choose>
Value extreme(const Arguments& arguments, double worst, Choose choose)
{
    double best = worst;
    for (const Value& argument : arguments) {
        const double number = toNumber(argument);
        if (std::isnan(number))
            return Value(number);
        best = choose(best, number);
    }
    return Value(best);
}

Value sum(const Arguments& arguments, Evaluator&)
{
    double total = 0;
    for (const Value& argument : arguments)
        total += leadingNumber(argument);
    return Value(total);
}

Value product(const Arguments& arguments, Evaluator& evaluator)
{
    if (arguments.empty())
        return evaluator.failArguments(QStringLiteral("*"));
    double total = 1;
    for (const Value& argument : arguments)
        total *= leadingNumber(argument);
    return Value(total);
}

Value difference(const Arguments& arguments, Evaluator&)
{
    return Value(arguments.size() < 2 ? -toNumber(at(arguments, 0)) : toNumber(arguments[0]) - toNumber(arguments[1]));
}

const QHash<QString, Operator>& operators()
{
    static const QHash<QString, Operator> table{
        {QStringLiteral("=="),
         [](const Arguments& a, Evaluator& e) { return Value(looselyEqual(at(a, 0), at(a, 1), e)); }},
        {QStringLiteral("!="),
         [](const Arguments& a, Evaluator& e) { return Value(!looselyEqual(at(a, 0), at(a, 1), e)); }},
        {QStringLiteral("==="), [](const Arguments& a, Evaluator&) { return Value(strictlyEqual(at(a, 0), at(a, 1))); }},
        {QStringLiteral("!=="), [](const Arguments& a, Evaluator&) { return Value(!strictlyEqual(at(a, 0), at(a, 1))); }},
        {QStringLiteral("<"), [](const Arguments& a, Evaluator& e) { return inOrder(a, Order::Less, e); }},
        {QStringLiteral("<="), [](const Arguments& a, Evaluator& e) { return inOrder(a, Order::LessOrEqual, e); }},
        {QStringLiteral(">"),
         [](const Arguments& a, Evaluator& e) { return Value(ordered(at(a, 1), at(a, 0), Order::Less, e)); }},
        {QStringLiteral(">="),
         [](const Arguments& a, Evaluator& e) { return Value(ordered(at(a, 1), at(a, 0), Order::LessOrEqual, e)); }},
        {QStringLiteral("!"), [](const Arguments& a, Evaluator&) { return Value(!truthy(at(a, 0))); }},
        {QStringLiteral("!!"), [](const Arguments& a, Evaluator&) { return Value(truthy(at(a, 0))); }},
        {QStringLiteral("%"),
         [](const Arguments& a, Evaluator&) { return Value(std::fmod(toNumber(at(a, 0)), toNumber(at(a, 1)))); }},
        {QStringLiteral("/"), [](const Arguments& a, Evaluator&) { return Value(toNumber(at(a, 0)) / toNumber(at(a, 1))); }},
        {QStringLiteral("+"), sum},
        {QStringLiteral("*"), product},
        {QStringLiteral("-"), difference},
        {QStringLiteral("min"),
         [](const Arguments& a, Evaluator&) {
             return extreme(a, std::numeric_limits<double>::infinity(), [](double x, double y) { return std::min(x, y); });
         }},
        {QStringLiteral("max"),
         [](const Arguments& a, Evaluator&) {
             return extreme(a, -std::numeric_limits<double>::infinity(), [](double x, double y) { return std::max(x, y); });
         }},
        {QStringLiteral("in"), contains},
        {QStringLiteral("cat"), concatenated},
        {QStringLiteral("substr"), part},
        {QStringLiteral("merge"), merged},
        {QStringLiteral("log"), [](const Arguments& a, Evaluator&) { return at(a, 0); }}, // hands on, writes nowhere
    };
    return table;
}

} // namespace

std::optional<Value> callPlainOperator(const QString& name, const std::vector<Value>& arguments, Evaluator& evaluator)
{
    const auto found = operators().constFind(name);
    if (found == operators().constEnd())
        return std::nullopt;
    return (*found)(arguments, evaluator);
}

} // namespace encore::door
