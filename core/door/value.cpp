// SPDX-License-Identifier: GPL-3.0-or-later
#include "value.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace encore::door
{
namespace
{

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 charactersOfOneWeight = 16;

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

qsizetype digitsFrom(QStringView text, qsizetype from)
{
    while (from < text.size() && isDigit(text.at(from)))
        ++from;
    return from;
}

/// How many characters at the start are a decimal number; 0: none.
qsizetype decimalLength(QStringView text)
{
    qsizetype at = !text.isEmpty() && (text.at(0) == u'+' || text.at(0) == u'-') ? 1 : 0;
    const qsizetype wholeEnd = digitsFrom(text, at);
    qsizetype digits = wholeEnd - at;
    at = wholeEnd;
    if (at < text.size() && text.at(at) == u'.') {
        const qsizetype fractionEnd = digitsFrom(text, at + 1);
        digits += fractionEnd - at - 1;
        at = fractionEnd;
    }
    if (digits == 0)
        return 0;
    if (at < text.size() && (text.at(at) == u'e' || text.at(at) == u'E')) {
        qsizetype exponent = at + 1;
        if (exponent < text.size() && (text.at(exponent) == u'+' || text.at(exponent) == u'-'))
            ++exponent;
        const qsizetype end = digitsFrom(text, exponent);
        if (end > exponent)
            at = end;
    }
    return at;
}

double decimalValue(QStringView text)
{
    bool ok = false;
    const double number = QLocale::c().toDouble(text, &ok);
    return ok ? number : notANumber;
}

double numberFromText(const QString& text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.isEmpty())
        return 0;
    return decimalLength(trimmed) == trimmed.size() ? decimalValue(trimmed) : notANumber;
}

QString textFromNumber(double number)
{
    if (std::isnan(number))
        return QStringLiteral("NaN");
    if (std::isinf(number))
        return number > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    if (number == 0)
        return QStringLiteral("0");
    // JavaScript writes plain decimals between these two, exponents beyond.
    const double size = std::abs(number);
    if (size >= 1e-6 && size < 1e21)
        return QString::number(number, 'f', QLocale::FloatingPointShortest);
    QString text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    return text.replace(QStringLiteral("e-0"), QStringLiteral("e-"));
}

template<class Children, class Project>
Extent extentAround(const Children& children, Project project)
{
    Extent extent;
    for (const auto& child : children) {
        const Extent inner = extentOf(project(child));
        extent.depth = std::max(extent.depth, inner.depth + 1);
        extent.weight += inner.weight;
    }
    return extent;
}

bool isLogicOrHoldsSome(const Value& value)
{
    return logicOf(value) || (value.array() && value.array()->hasLogic);
}

} // namespace

const Value* JsonObject::find(QStringView name) const
{
    const auto found = std::find_if(members.rbegin(), members.rend(), [&](const auto& member) { return member.first == name; });
    return found == members.rend() ? nullptr : &found->second;
}

Value makeArray(std::vector<Value> items)
{
    auto array = std::make_shared<JsonArray>();
    array->extent = extentAround(items, [](const Value& item) -> const Value& { return item; });
    array->hasLogic = std::any_of(items.begin(), items.end(), isLogicOrHoldsSome);
    array->items = std::move(items);
    return Value(std::shared_ptr<const JsonArray>(std::move(array)));
}

Value makeObject(std::vector<std::pair<QString, Value>> members)
{
    auto object = std::make_shared<JsonObject>();
    object->extent = extentAround(members, [](const auto& member) -> const Value& { return member.second; });
    object->members = std::move(members);
    return Value(std::shared_ptr<const JsonObject>(std::move(object)));
}

Extent extentOf(const Value& value)
{
    if (value.array())
        return value.array()->extent;
    if (value.object())
        return value.object()->extent;
    return {0, value.text() ? 1 + value.text()->size() / charactersOfOneWeight : 1};
}

const std::pair<QString, Value>* logicOf(const Value& value)
{
    const JsonObject* object = value.object();
    return object && object->members.size() == 1 ? &object->members.front() : nullptr;
}

bool truthy(const Value& value)
{
    if (value.isNull())
        return false;
    if (value.boolean())
        return *value.boolean();
    if (value.number())
        return *value.number() != 0 && !std::isnan(*value.number());
    if (value.text())
        return !value.text()->isEmpty();
    if (value.array())
        return !value.array()->items.empty();
    return true;
}

double toNumber(const Value& value)
{
    if (value.isNull())
        return 0;
    if (value.boolean())
        return *value.boolean() ? 1 : 0;
    if (value.number())
        return *value.number();
    if (value.instant())
        return double(value.instant()->ms);
    if (value.object())
        return notANumber;
    return numberFromText(value.text() ? *value.text() : toText(value));
}

double leadingNumber(const Value& value)
{
    if (value.number())
        return *value.number();
    const QString whole = toText(value);
    const QStringView text = QStringView(whole).trimmed();
    const qsizetype length = decimalLength(text);
    return length == 0 ? notANumber : decimalValue(text.left(length));
}

QString toText(const Value& value)
{
    if (value.isNull())
        return QStringLiteral("null");
    if (value.boolean())
        return *value.boolean() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.number())
        return textFromNumber(*value.number());
    if (value.text())
        return *value.text();
    if (value.instant())
        return domain::formatInstant(*value.instant());
    if (value.object())
        return QStringLiteral("[object Object]");
    QString text;
    bool first = true;
    for (const Value& item : value.array()->items) {
        if (!first)
            text += u',';
        first = false;
        if (!item.isNull())
            text += toText(item);
    }
    return text;
}

bool strictlyEqual(const Value& left, const Value& right)
{
    return left.held == right.held; // arrays and objects: only the very same one, as in JavaScript
}

} // namespace encore::door
