// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/orders/massrefund.h"

#include "answer.h"
#include "orders/salebook.h"

#include <QCryptographicHash>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using store::MassRefundLine;
using store::MassRefundPlan;

namespace
{

struct Planned {
    MassRefundPlan plan;
    std::vector<MassRefundLine> lines;
    qint64 tickets = 0;
};

/// The lines of a sale that are for this performance and stand, counted from 1.
std::vector<int> linesFor(const domain::Sale& sale, domain::PerformanceId performance, store::SaleReader& sales,
                          std::map<domain::OfferId, bool>& known)
{
    std::vector<int> lines;
    for (size_t i = 0; i < sale.lines.size(); ++i) {
        const domain::SaleLine& line = sale.lines[i];
        if (line.state != domain::LineState::Standing)
            continue;
        if (!known.contains(line.offer)) {
            const auto offer = sales.offer(line.offer);
            known[line.offer] = offer && offer->performance == performance;
        }
        if (known[line.offer])
            lines.push_back(int(i) + 1);
    }
    return lines;
}

Planned planFor(domain::PerformanceId performance, store::SaleReader& sales)
{
    Planned planned;
    planned.plan.performance = performance;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray("encore-mass-refund/1\n" + performance.bytes().toHex()));
    std::map<domain::OfferId, bool> known;
    for (const domain::OrderId& id : sales.standingFor(performance)) {
        const auto sale = sales.sale(id);
        if (!sale)
            continue;
        MassRefundLine line{id, sale->label, linesFor(*sale, performance, sales, known), 0, {}};
        for (const int number : line.lines)
            line.amount += sale->lines[size_t(number - 1)].net();
        planned.plan.amount += line.amount;
        planned.tickets += qint64(line.lines.size());
        hash.addData(QByteArray('\n' + id.bytes().toHex() + ' ' + QByteArray::number(qint64(line.lines.size())) + ' ' + QByteArray::number(line.amount)));
        planned.lines.push_back(line);
    }
    planned.plan.orders = qint64(planned.lines.size());
    planned.plan.steps = int((planned.lines.size() + ordersAStep - 1) / ordersAStep);
    planned.plan.planHash = hash.result();
    return planned;
}

MassRefundMade made(const MassRefundPlan& plan)
{
    return {plan.planHash, plan.orders, plan.amount, plan.steps, plan.stepsDone};
}

} // namespace

Result<std::vector<PlanMassRefund::Row>> PlanMassRefund::ask(const QueryContext& context) const
{
    const auto& performances = context.reader.catalogue().performances;
    const auto found = performances.find(performanceId);
    if (found == performances.end())
        return error(ErrorCode::NotFound, message("performance.not_found").with("performance", performanceId.text()));
    store::SaleReader sales(context.reader);
    const Planned planned = planFor(performanceId, sales);
    return answer(std::vector<Row>{{performanceId, found->second.title, planned.plan.orders, planned.tickets, planned.plan.amount, planned.plan.planHash}},
                  context.reader);
}

Result<MassRefundMade> MassRefund::execute(const Context& context, store::UnitOfWork& work) const
{
    store::BoxOfficeWriter boxOffice(work);
    if (reason.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("project.no_reason"));
    if (const auto accepted = boxOffice.massRefund(planHash)) // twice, or by two at once: nothing more happens
        return made(*accepted);
    store::SaleReader sales(work.reader());
    Planned planned = planFor(performanceId, sales);
    if (planned.plan.planHash != planHash)
        return error(ErrorCode::Refused, message("refund.plan_changed"));
    if (planned.lines.empty())
        return error(ErrorCode::Refused, message("refund.nobody"));
    planned.plan.reason = reason;
    planned.plan.decidedAt = context.occurredAt;
    boxOffice.accept(planned.plan, planned.lines);
    return made(planned.plan);
}

Result<MassRefundMade> CarryOutMassRefund::execute(const Context& context, store::UnitOfWork& work) const
{
    SaleBook book(context, work);
    auto plan = book.boxOffice().massRefund(planHash);
    if (!plan)
        return error(ErrorCode::NotFound, message("refund.no_plan"));
    if (step < plan->stepsDone)
        return made(*plan);
    if (step != plan->stepsDone || step >= plan->steps)
        return error(ErrorCode::Refused, message("refund.step").with("step", step).with("next", plan->stepsDone));
    int position = step * ordersAStep;
    for (const MassRefundLine& line : book.boxOffice().massRefundLines(planHash, position, ordersAStep)) {
        const auto sale = book.sales().sale(line.order);
        // Somebody may have refunded one of them since the plan was made: that one is told, the others go on.
        const auto refunded = sale ? book.refund(*sale, line.lines, plan->reason, std::nullopt)
                                   : Result<domain::Sale>(error(ErrorCode::NotFound, message("order.not_found").with("order", line.orderLabel)));
        if (!refunded && refunded.error().code != ErrorCode::Refused && refunded.error().code != ErrorCode::NotFound)
            return refunded.error();
        book.boxOffice().markResult(planHash, position++, refunded ? QStringLiteral("done") : QString::fromLatin1(refunded.error().message.id));
    }
    book.boxOffice().markStepDone(planHash, step);
    ++plan->stepsDone;
    return made(*plan);
}

} // namespace encore::commands
