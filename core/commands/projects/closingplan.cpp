// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/projects/closeproject.h"
#include "projects/findproject.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>

namespace encore::commands
{

using domain::Pledge;
using domain::PledgeState;
using domain::Project;
using domain::ProjectState;
using domain::Result;
using store::ClosingAction;
using store::ClosingLine;
using store::ClosingOutcome;

namespace
{

bool isPromise(PledgeState state)
{
    return state == PledgeState::Held || state == PledgeState::Errored || state == PledgeState::Charging;
}

bool isUnknown(const Pledge& pledge)
{
    const bool asks = pledge.state == PledgeState::Pending || pledge.state == PledgeState::Charging;
    return asks && (pledge.payment == domain::PaymentKnowledge::Unknown || pledge.payment == domain::PaymentKnowledge::Processing);
}

ClosingAction actionFor(const Pledge& pledge, ClosingOutcome outcome)
{
    if (isUnknown(pledge) && outcome != ClosingOutcome::Cancelled)
        return ClosingAction::Wait;
    if (pledge.state == PledgeState::Pending)
        return ClosingAction::Cancel;
    if (isPromise(pledge.state))
        return outcome == ClosingOutcome::Collecting ? ClosingAction::Charge : ClosingAction::Cancel;
    if (pledge.standing() == 0 || outcome == ClosingOutcome::Collecting)
        return ClosingAction::Leave;
    if (outcome == ClosingOutcome::Funded)
        return ClosingAction::Confirm;
    return pledge.state == PledgeState::Disputed ? ClosingAction::Leave : ClosingAction::Refund; // the bank decides about that one
}

/// How it ends, by what stands now: promises count at the deadline, and money at the end of the window in which they were charged.
ClosingOutcome outcomeOf(const Project& project, qint64 stands, qint64 collected)
{
    if (project.state == ProjectState::Collecting) {
        const bool reached = project.basis == domain::SuccessBasis::PledgedAtDeadline || collected >= project.goal;
        return reached ? ClosingOutcome::Funded : ClosingOutcome::Failed;
    }
    if (stands < project.goal)
        return ClosingOutcome::Failed;
    return project.model == domain::PaymentModel::OnSuccess ? ClosingOutcome::Collecting : ClosingOutcome::Funded;
}

void chargeFees(ClosingPlan& plan)
{
    std::vector<qint64> weights;
    std::vector<ClosingLine*> confirmed;
    for (ClosingLine& line : plan.lines) {
        if (line.action == ClosingAction::Confirm) {
            confirmed.push_back(&line);
            weights.push_back(line.amount);
        }
    }
    const qint64 total = std::accumulate(weights.begin(), weights.end(), qint64(0));
    if (total == 0)
        return;
    const auto spread = [&](qint64 amount, auto target) {
        const std::vector<qint64> parts = domain::split(amount, weights);
        for (size_t i = 0; i < confirmed.size(); ++i)
            target(*confirmed[i]) = parts[i];
    };
    plan.platformFee = domain::vatOnTop(domain::shareOf(total, plan.project.fees.platformBasisPoints));
    plan.providerFee = domain::vatOnTop(domain::shareOf(total, plan.project.fees.providerBasisPoints));
    spread(plan.platformFee.supply, [](ClosingLine& line) -> qint64& { return line.platformFee.supply; });
    spread(plan.platformFee.vat, [](ClosingLine& line) -> qint64& { return line.platformFee.vat; });
    spread(plan.providerFee.supply, [](ClosingLine& line) -> qint64& { return line.providerFee.supply; });
    spread(plan.providerFee.vat, [](ClosingLine& line) -> qint64& { return line.providerFee.vat; });
}

QByteArray hashOf(const ClosingPlan& plan)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QByteArray& part) {
        hash.addData(part);
        hash.addData(QByteArrayView("\n"));
    };
    add("encore-closing/1");
    add(plan.project.id.bytes().toHex());
    add(domain::enumText(plan.outcome).toLatin1());
    for (const qint64 number : {plan.project.goal, plan.raised, plan.platformFee.supply, plan.platformFee.vat, plan.providerFee.supply, plan.providerFee.vat})
        add(QByteArray::number(number));
    for (const ClosingLine& line : plan.lines)
        add(line.pledgeId.bytes().toHex() + ' ' + domain::enumText(line.action).toLatin1() + ' ' + QByteArray::number(line.amount));
    return hash.result();
}

ClosingPlan plan(const Project& project, store::CampaignReader& campaigns, std::optional<ClosingOutcome> decided)
{
    ClosingPlan plan;
    plan.project = project;
    std::vector<Pledge> pledges;
    qint64 stands = 0;
    qint64 collected = 0;
    campaigns.eachPledge(project.id, [&](const Pledge& pledge) {
        stands += pledge.standing();
        collected += isPromise(pledge.state) ? 0 : pledge.standing();
        if (pledge.standing() > 0 || pledge.state == PledgeState::Pending)
            pledges.push_back(pledge);
    });
    plan.raised = project.state == ProjectState::Collecting ? collected : stands;
    plan.outcome = decided.value_or(outcomeOf(project, stands, collected));
    plan.lines.reserve(pledges.size());
    for (const Pledge& pledge : pledges)
        plan.lines.push_back({pledge.id, actionFor(pledge, plan.outcome), pledge.standing(), {}, {}});
    if (plan.outcome == ClosingOutcome::Funded)
        chargeFees(plan);
    plan.hash = hashOf(plan);
    return plan;
}

} // namespace

qint64 ClosingPlan::count(ClosingAction action) const
{
    return std::count_if(lines.begin(), lines.end(), [action](const ClosingLine& line) { return line.action == action; });
}

qint64 ClosingPlan::sum(ClosingAction action) const
{
    qint64 sum = 0;
    for (const ClosingLine& line : lines)
        sum += line.action == action ? line.amount : 0;
    return sum;
}

qint64 ClosingPlan::payable() const
{
    return sum(ClosingAction::Confirm) - platformFee.total() - providerFee.total();
}

ClosingPlan planClosing(const Project& project, store::CampaignReader& campaigns)
{
    return plan(project, campaigns, std::nullopt);
}

ClosingPlan planCancelling(const Project& project, store::CampaignReader& campaigns)
{
    return plan(project, campaigns, ClosingOutcome::Cancelled);
}

Result<std::vector<PlanClosing::Row>> PlanClosing::ask(const QueryContext& context) const
{
    store::CampaignReader campaigns(context.reader);
    const Result<Project> found = findProject(campaigns, projectId);
    if (!found)
        return found.error();
    Project project = *found;
    project.goal = goal.value_or(project.goal);
    project.basis = basis.value_or(project.basis);
    project.fees.platformBasisPoints = platformFee.value_or(project.fees.platformBasisPoints);
    project.fees.providerBasisPoints = providerFee.value_or(project.fees.providerBasisPoints);
    if (project.goal <= 0 || project.goal > domain::mostMinorUnits)
        return domain::error(domain::ErrorCode::Refused, domain::message("project.missing.goal"));
    constexpr int wholeBasisPoints = 10'000;
    for (const int rate : {project.fees.platformBasisPoints, project.fees.providerBasisPoints}) {
        if (rate < 0 || rate > wholeBasisPoints)
            return domain::error(domain::ErrorCode::Invalid, domain::message("project.fee").with("rate", rate));
    }
    const bool isWhatIf = goal || basis || platformFee || providerFee;
    const ClosingPlan plan = planClosing(project, campaigns);
    if (const domain::Status status = context.reader.status(); !status)
        return status.error();
    Row row;
    row.projectId = project.id;
    row.label = project.label;
    row.title = project.title;
    row.state = project.state;
    row.outcome = plan.outcome;
    row.goal = project.goal;
    row.raised = plan.raised;
    row.confirmed = plan.count(ClosingAction::Confirm);
    row.refunded = plan.count(ClosingAction::Refund);
    row.refundedAmount = plan.sum(ClosingAction::Refund);
    row.cancelled = plan.count(ClosingAction::Cancel);
    row.charged = plan.count(ClosingAction::Charge);
    row.waiting = plan.count(ClosingAction::Wait);
    row.platformFee = plan.platformFee;
    row.providerFee = plan.providerFee;
    row.payable = plan.outcome == ClosingOutcome::Funded ? plan.payable() : 0;
    row.planHash = isWhatIf ? QByteArray() : plan.hash;
    return std::vector<Row>{row};
}

} // namespace encore::commands
