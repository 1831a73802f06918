// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was done at a desk, as its people see it: what waits, what the house refused, what contradicts what others did (DESIGN §5).

#include "commands/query.h"
#include "domain/id.h"

namespace encore::commands
{

struct Outbox {
    static constexpr const char* name = "Outbox";
    static constexpr const char* summary = "What was done at this desk and waits, was refused or is in conflict, newest first.";
    struct Row {
        qint64 number = 0; ///< of this desk's counting
        domain::CommandId commandId;
        QString command;
        QString subject; ///< what it is about, as people call it; empty: nothing that has a name
        domain::Instant occurredAt;
        QString actor;
        QString state; ///< queued, in_flight, acknowledged, rejected, conflict
        QString reasonId; ///< of words.tsv; empty: none
        QString reason; ///< in English, as the server said it
        bool isInDoubt = false; ///< waits, but cannot be done here any more: the house will judge
    };
    int limit = 500;
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

enum class FieldKind { Text, Number, Money, Moment, YesNo, Thing, List };

/// Field by field what a change wanted, what it was made on and what stands there now.
struct OutboxFields {
    static constexpr const char* name = "OutboxFields";
    static constexpr const char* summary = "Of a change made at this desk, per field: what it was made on, what it says, and what the house says now.";
    struct Row {
        QString field;
        FieldKind kind = FieldKind::Text;
        std::optional<QString> base; ///< numbers in digits, money in minor units, moments as ISO 8601, lists as JSON; absent: nothing
        std::optional<QString> mine;
        std::optional<QString> theirs;
        bool changedElsewhere = false;
        [[nodiscard]] bool operator==(const Row&) const = default;
    };
    domain::CommandId commandId;
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

} // namespace encore::commands

namespace encore::domain
{
template<>
std::span<const EnumName<commands::FieldKind>> enumNames();
}
