// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// JsonLogic: the reference is the published test set (jsonlogic.com/tests.json) and, between its cases, what JavaScript does.

#include "value.h"

#include "domain/message.h"

#include <optional>
#include <vector>

namespace encore::door
{

class Evaluator;

/// Operators beyond those of JsonLogic.
class OperatorSet
{
public:
    OperatorSet() = default;
    virtual ~OperatorSet() = default;
    Q_DISABLE_COPY_MOVE(OperatorSet)

    /// No value: not one of mine. A failure is told to the evaluator.
    [[nodiscard]] virtual std::optional<Value> call(const QString& name, const std::vector<Value>& arguments, Evaluator& evaluator) = 0;
};

/// Evaluates one rule once. After the first failure everything is null and failure() says why.
class Evaluator
{
public:
    static constexpr qint64 maxSteps = 20'000;
    static constexpr qint64 maxWeight = 20'000; ///< of any value made on the way
    static constexpr qsizetype maxTextLength = 16'384; ///< of any text made on the way

    explicit Evaluator(OperatorSet* more = nullptr) : m_more(more) { }
    Q_DISABLE_COPY_MOVE(Evaluator)

    /// With @p strict, what JsonLogic takes quietly but nobody can have meant is a failure: reading a variable that @p data lacks
    /// without giving a default for it, and two operators in one object (which would be plain data, and so true).
    [[nodiscard]] Value evaluate(const Value& logic, const Value& data, bool strict = false);

    Value fail(const domain::Message& why);
    Value failArguments(const QString& operatorName);
    [[nodiscard]] const std::optional<domain::Message>& failure() const { return m_failure; }
    [[nodiscard]] qint64 steps() const { return m_steps; }

    // For the operators: work that depends on the size of what they touch, and values they make.
    void charge(qint64 steps);
    [[nodiscard]] Value bounded(Value value);

private:
    using Arguments = std::vector<Value>;
    Value inScope(const Value& logic, const Value& scope);
    Value apply(const QString& name, const Value& argument, const Value& scope);
    std::optional<Value> applyLazily(const QString& name, const Arguments& arguments, const Value& scope);
    std::optional<Value> applyToData(const QString& name, const Arguments& values, const Value& scope);
    Value ifElse(const Arguments& arguments, const Value& scope);
    Value firstThat(bool wanted, const Arguments& arguments, const Value& scope);
    Value reduce(const Arguments& arguments, const Value& scope);
    Value overItems(const QString& name, const Arguments& arguments, const Value& scope);
    Value variable(const Arguments& values, const Value& scope);
    Value missing(const Arguments& keys, const Value& scope);
    Value missingSome(const Arguments& values, const Value& scope);

    OperatorSet* m_more = nullptr;
    std::optional<domain::Message> m_failure;
    qint64 m_steps = 0;
    const JsonObject* m_strictScope = nullptr;
};

/// The operators that need nothing but their arguments. No value: not one of them.
[[nodiscard]] std::optional<Value> callPlainOperator(const QString& name, const std::vector<Value>& arguments, Evaluator& evaluator);

/// Whether JsonLogic itself has this operator.
[[nodiscard]] bool isJsonLogicOperator(const QString& name);
/// Operators whose second argument is evaluated over items and not over the data.
[[nodiscard]] bool isItemOperator(const QString& name);

/// An operator's arguments as written: {"var":"a"} means {"var":["a"]}.
[[nodiscard]] std::vector<Value> argumentsOf(const Value& argument);

} // namespace encore::door
