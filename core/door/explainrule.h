// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gaterules.h"
#include "moment.h"

namespace encore::door
{

/// What people call the things that rules name by their ids.
struct RuleNames {
    QString product;
    QString variation;
    QString performance;
    Telling telling;
};

/// Says in words which condition of a rule is not met, as far as its shape is understood: of an `and` the first member that fails,
/// of an `or` up to three of its ways. A condition over one variable is understood by trying other values of that variable.
class RuleExplainer
{
public:
    RuleExplainer(const RuleFacts& facts, const Value& variables, const RuleNames& names)
        : m_facts(facts), m_variables(variables), m_names(names)
    {
    }

    /// @pre the logic is false and can be evaluated.
    [[nodiscard]] std::optional<domain::Message> explain(const Value& logic);

private:
    using Explanation = std::optional<domain::Message>;
    struct Asked {
        std::vector<QString> names; ///< variables, and operators that count entries
        Value border; ///< the argument of such an operator
    };

    static void collect(const Value& logic, Asked& asked);
    Value evaluate(const Value& logic);
    bool holdsWith(const Value& logic, const QString& name, const Value& value);
    Explanation firstFailing(const std::vector<Value>& members);
    Explanation branchTaken(const std::vector<Value>& arguments);
    Explanation oneOf(const std::vector<Value>& members);
    Explanation about(const Value& logic, const Asked& asked);
    Explanation aboutWeekday(const Value& logic);
    Explanation aboutStatus(const Value& logic);
    Explanation aboutCount(const Value& logic, const Asked& asked);
    Explanation aboutMinutes(const Value& logic, const QString& name);
    Explanation aboutWindow(const QString& name, const std::vector<Value>& arguments);

    const RuleFacts& m_facts;
    const Value& m_variables;
    const RuleNames& m_names;
    qint64 m_steps = 0;
};

/// Applies a gate's rules. No value: they allow it; else why not, also when they cannot be evaluated.
[[nodiscard]] std::optional<domain::Message> ruleRefusal(const QString& rules, const RuleFacts& facts, const RuleNames& names);

} // namespace encore::door
