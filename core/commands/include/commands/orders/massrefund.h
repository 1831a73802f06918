// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A postponed or cancelled show: everybody's money goes back by a plan, in steps, with a result for each person (DOMAIN §12).

#include "commands/command.h"
#include "commands/query.h"
#include "store/boxoffice.h"

namespace encore::commands
{

inline constexpr int ordersAStep = 200; ///< so that no transaction holds the writer for long

/// One row: what MassRefund would do, with the hash that it asks for.
struct PlanMassRefund {
    static constexpr const char* name = "PlanMassRefund";
    static constexpr const char* summary = "What refunding every order of a performance would do, with the plan's hash that MassRefund asks for.";

    domain::PerformanceId performanceId;
    struct Row {
        domain::PerformanceId performanceId;
        QString title;
        qint64 orders = 0;
        qint64 tickets = 0;
        qint64 amount = 0; ///< minor units
        QByteArray planHash;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

struct MassRefundMade {
    QByteArray planHash;
    qint64 orders = 0;
    qint64 amount = 0;
    int steps = 0;
    int stepsDone = 0;
};

struct MassRefund {
    static constexpr const char* name = "MassRefund";
    static constexpr const char* summary = "Refund every order of a performance, exactly as the plan with this hash says.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Refund;
    using Made = MassRefundMade;

    domain::PerformanceId performanceId;
    QByteArray planHash;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct CarryOutMassRefund {
    static constexpr const char* name = "CarryOutMassRefund";
    static constexpr const char* summary = "Carry out one step of a mass refund that was accepted.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Refund;
    using Made = MassRefundMade;

    QByteArray planHash;
    int step = 0; ///< from 0
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<MassRefundMade> {
    static auto fields()
    {
        using M = MassRefundMade;
        return std::tuple(field("plan_hash", &M::planHash, "the plan's SHA-256, in hexadecimal"), field("orders", &M::orders, "how many"),
                          field("amount", &M::amount, "minor units"), field("steps", &M::steps, "of the plan"),
                          field("steps_done", &M::stepsDone, "so far"));
    }
};
template<>
struct Descriptor<MassRefund> {
    static auto fields()
    {
        using M = MassRefund;
        return std::tuple(field("performance_id", &M::performanceId, "which performance"), field("plan_hash", &M::planHash, "of the plan that was looked at"),
                          field("reason", &M::reason, "what the buyers are told").atMost(500).notEmpty());
    }
};
template<>
struct Descriptor<CarryOutMassRefund> {
    static auto fields()
    {
        return std::tuple(field("plan_hash", &CarryOutMassRefund::planHash, "which plan"), field("step", &CarryOutMassRefund::step, "which step, from 0"));
    }
};

} // namespace encore::commands
