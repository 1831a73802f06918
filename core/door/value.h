// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The values that JsonLogic works on: those of JSON, and moments. Arrays and objects are shared and never change, so that copying
// a value is cheap. Each knows its depth and weight, because a rule may build values far larger than its own text.

#include "domain/time.h"

#include <QString>

#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace encore::door
{

struct JsonArray;
struct JsonObject;

struct Value {
    std::variant<std::monostate, bool, double, QString, domain::Instant, std::shared_ptr<const JsonArray>,
                 std::shared_ptr<const JsonObject>>
        held;

    Value() = default;
    Value(bool yes) : held(yes) { }
    Value(double number) : held(number) { }
    Value(const QString& text) : held(text) { }
    Value(domain::Instant instant) : held(instant) { }
    template<class Anything>
    Value(Anything*) = delete; ///< would become a bool
    Value(std::shared_ptr<const JsonArray> array) : held(std::move(array)) { }
    Value(std::shared_ptr<const JsonObject> object) : held(std::move(object)) { }

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(held); }
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&held); }
    [[nodiscard]] const double* number() const { return std::get_if<double>(&held); }
    [[nodiscard]] const QString* text() const { return std::get_if<QString>(&held); }
    [[nodiscard]] const domain::Instant* instant() const { return std::get_if<domain::Instant>(&held); }
    [[nodiscard]] const JsonArray* array() const
    {
        const auto* pointer = std::get_if<std::shared_ptr<const JsonArray>>(&held);
        return pointer ? pointer->get() : nullptr;
    }
    [[nodiscard]] const JsonObject* object() const
    {
        const auto* pointer = std::get_if<std::shared_ptr<const JsonObject>>(&held);
        return pointer ? pointer->get() : nullptr;
    }
};

/// What is common to arrays and objects: how deep they nest, and how much they hold when written out.
struct Extent {
    int depth = 1;
    qint64 weight = 1;
};

struct JsonArray {
    std::vector<Value> items;
    Extent extent;
    bool hasLogic = false; ///< some item is an operator, so that reading the array as logic is more than copying it
};

struct JsonObject {
    std::vector<std::pair<QString, Value>> members;
    Extent extent;

    [[nodiscard]] const Value* find(QStringView name) const; ///< of equal names the last, as in JavaScript
};

[[nodiscard]] Value makeArray(std::vector<Value> items);
[[nodiscard]] Value makeObject(std::vector<std::pair<QString, Value>> members);

/// 1 for a plain value, more for long texts and for what contains others.
[[nodiscard]] Extent extentOf(const Value& value);

/// The operator's name and its argument where the value is logic: an object with exactly one member.
[[nodiscard]] const std::pair<QString, Value>* logicOf(const Value& value);

// JavaScript's conversions (ECMA-262 §7.1), except that an empty array is false (jsonlogic.com/truthy.html). A moment is the number
// of its milliseconds, and as text ISO 8601.
[[nodiscard]] bool truthy(const Value& value);
[[nodiscard]] double toNumber(const Value& value); ///< NaN where it is none
[[nodiscard]] double leadingNumber(const Value& value); ///< parseFloat
[[nodiscard]] QString toText(const Value& value);

[[nodiscard]] bool strictlyEqual(const Value& left, const Value& right);

} // namespace encore::door
