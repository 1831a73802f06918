// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a gate's rules can ask (CONTRACTS §4b).

#include "evaluator.h"

#include "domain/time.h"

#include <optional>
#include <vector>

namespace encore::door
{

/// What the rules of one gate see of one scan. Labels that do not apply are null texts.
struct RuleFacts {
    QString product;
    QString variation;
    QString gate;
    QString zone;
    QString performance;
    domain::Instant now;
    domain::EventZone eventZone = domain::EventZone::utc(); ///< "today" and "days" are days of this zone
    std::optional<domain::Instant> doorsAt;
    std::optional<domain::Instant> startsAt;
    std::optional<domain::Instant> endsAt;
    std::vector<domain::Instant> entries; ///< admitted entries of this ticket at this gate, in order of time
    bool present = false; ///< the last scan of this ticket at this gate, up to now, is an entry
};

/// The variables by name. Entries later than now (another desk's clock runs ahead) count in entries_number, so that a wrong clock
/// never widens a limit; the minutes since them are 0.
[[nodiscard]] Value ruleVariables(const RuleFacts& facts);
[[nodiscard]] bool isRuleVariable(const QString& name);
[[nodiscard]] bool isGateOperator(const QString& name);
[[nodiscard]] bool countsEntries(const QString& operatorName); ///< entries_since and its kin

/// HH:MM or HH:MM:SS.
[[nodiscard]] std::optional<QTime> wallClockTime(const QString& text);

class GateOperators final : public OperatorSet
{
public:
    explicit GateOperators(const RuleFacts& facts) : m_facts(facts) { }

    [[nodiscard]] std::optional<Value> call(const QString& name, const std::vector<Value>& arguments, Evaluator& evaluator) override;

    /// For explaining: as if every count of entries were this.
    void pretendCount(std::optional<double> count) { m_pretended = count; }

private:
    [[nodiscard]] Value buildTime(const std::vector<Value>& arguments, Evaluator& evaluator) const;
    [[nodiscard]] Value eventTime(const QString& which, const std::optional<domain::Instant>& time, Evaluator& evaluator) const;
    [[nodiscard]] Value compare(bool after, const std::vector<Value>& arguments, Evaluator& evaluator) const;
    [[nodiscard]] Value count(const QString& name, const std::vector<Value>& arguments, Evaluator& evaluator) const;

    const RuleFacts& m_facts;
    std::optional<double> m_pretended;
};

} // namespace encore::door
