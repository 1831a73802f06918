// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/schedule/duework.h"

#include "commands/orders/massrefund.h"
#include "commands/orders/orders.h"
#include "commands/projects/closeproject.h"
#include "commands/projects/projectstate.h"
#include "store/sales.h"

#include <algorithm>

namespace encore::commands
{

using domain::Instant;
using domain::ProjectId;
using domain::Result;
using domain::Status;

namespace
{

/// @p subject and @p purpose make the command's id, so that every runner gives the same one.
template<class C>
Result<Outcome> give(Executor& executor, const C& command, const Actor& actor, Instant now, const QUuid& subject, const QByteArray& purpose)
{
    CommandRequest request = makeRequest(command, actor);
    request.id = domain::CommandId(QUuid::createUuidV5(subject, purpose));
    request.occurredAt = now;
    return executor.run(request);
}

Status carryOut(Executor& executor, const Actor& actor, ProjectId project, Instant now, DueReport& report,
                const std::function<bool(const DueReport&)>& mayGoOn)
{
    for (;;) {
        const auto closing = store::CampaignReader(executor.reader()).closing(project);
        if (!closing || closing->isCarriedOut())
            return executor.reader().status();
        const CarryOutClosing step{project, closing->planHash, closing->stepsDone};
        const auto done = give(executor, step, actor, now, project.uuid(), "step " + closing->planHash.toHex() + ' ' + QByteArray::number(step.step));
        if (!done)
            return done.error();
        ++report.steps;
        if (mayGoOn && !mayGoOn(report))
            return domain::done();
    }
}

/// A payment that is still being asked for keeps an order for a quarter of an hour; then the look-up's answer comes late.
Status expireOrders(Executor& executor, const Actor& actor, Instant now, DueReport& report, const std::function<bool(const DueReport&)>& mayGoOn)
{
    constexpr qint64 longestPaymentMs = 15 * 60 * 1000;
    constexpr int ordersAtOnce = 1'000;
    store::SaleReader sales(executor.reader());
    for (const domain::OrderId& id : sales.dueToExpire(now, ordersAtOnce)) {
        const auto sale = sales.sale(id);
        const bool isAsked = sale && std::any_of(sale->tenders.begin(), sale->tenders.end(), [](const domain::Tender& tender) {
            return tender.kind != domain::TenderKind::Transfer
                && (tender.state == domain::TenderState::Processing || tender.state == domain::TenderState::Unknown);
        });
        if (!sale || !sale->dueAt || (isAsked && now < sale->dueAt->plusMs(longestPaymentMs)))
            continue;
        const auto expired = give(executor, ExpireOrder{id}, actor, now, id.uuid(), "expire " + QByteArray::number(sale->version));
        if (!expired)
            return expired.error();
        ++report.expired;
        if (mayGoOn && !mayGoOn(report))
            break;
    }
    return domain::done();
}

Status goOnRefunding(Executor& executor, const Actor& actor, Instant now, DueReport& report, const std::function<bool(const DueReport&)>& mayGoOn)
{
    store::BoxOfficeReader boxOffice(executor.reader());
    for (const store::MassRefundPlan& plan : boxOffice.unfinishedMassRefunds()) {
        for (int step = plan.stepsDone; step < plan.steps; ++step) {
            const auto done = give(executor, CarryOutMassRefund{plan.planHash, step}, actor, now, plan.performance.uuid(),
                                   "mass refund " + plan.planHash.toHex() + ' ' + QByteArray::number(step));
            if (!done)
                return done.error();
            ++report.steps;
            if (mayGoOn && !mayGoOn(report))
                return domain::done();
        }
    }
    return domain::done();
}

} // namespace

Status closeNow(Executor& executor, const Actor& actor, ProjectId project, Instant now, const QByteArray& planHash, DueReport& report,
                const std::function<bool(const DueReport&)>& mayGoOn)
{
    const auto before = store::CampaignReader(executor.reader()).project(project);
    const QByteArray purpose = "close " + planHash.toHex() + ' ' + QByteArray::number(before ? before->version : 0);
    const auto closed = give(executor, CloseProject{project, planHash}, actor, now, project.uuid(), purpose);
    if (!closed)
        return closed.error();
    const auto closing = store::CampaignReader(executor.reader()).closing(project);
    if (!closing || closing->planHash != planHash)
        ++report.waiting;
    else
        ++report.closed;
    return carryOut(executor, actor, project, now, report, mayGoOn);
}

Result<DueReport> runDueWork(Executor& executor, const Actor& actor, Instant now, const std::function<bool(const DueReport&)>& mayGoOn)
{
    DueReport report;
    store::CampaignReader campaigns(executor.reader());
    const auto note = [&](const Status& status) {
        if (!status)
            report.failures.push_back(status.error());
    };
    for (const ProjectId id : campaigns.dueToStart(now)) {
        const auto project = campaigns.project(id);
        const auto started = give(executor, StartProject{id}, actor, now, id.uuid(), "start " + QByteArray::number(project ? project->version : 0));
        if (started)
            ++report.started;
        else
            note(started.error());
    }
    for (const ProjectId id : campaigns.unfinishedClosings())
        note(carryOut(executor, actor, id, now, report, mayGoOn));
    for (const ProjectId id : campaigns.dueToClose(now)) {
        const auto project = campaigns.project(id);
        const auto accepted = campaigns.closing(id);
        if (!project || (accepted && !accepted->isCarriedOut()))
            continue;
        const ClosingPlan plan = planClosing(*project, campaigns);
        if (plan.waits() && project->state == domain::ProjectState::Closing) {
            ++report.waiting;
            continue; // nothing new to say until an answer comes
        }
        note(closeNow(executor, actor, id, now, plan.hash, report, mayGoOn));
    }
    note(expireOrders(executor, actor, now, report, mayGoOn));
    note(goOnRefunding(executor, actor, now, report, mayGoOn));
    if (const Status status = executor.reader().status(); !status)
        return status.error();
    return report;
}

} // namespace encore::commands
