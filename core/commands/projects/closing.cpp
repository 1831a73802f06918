// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/projects/closeproject.h"
#include "pledges/pledgebook.h"
#include "projects/findproject.h"
#include "projects/rewardtickets.h"

#include <algorithm>

namespace encore::commands
{

using domain::Account;
using domain::AccountKind;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Pledge;
using domain::PledgeAction;
using domain::Project;
using domain::ProjectAction;
using domain::ProjectState;
using domain::Result;
using domain::Status;
using store::ClosingAction;
using store::ClosingLine;
using store::ClosingOutcome;

namespace
{

ClosingMade madeOf(const Project& project, const store::Closing& closing)
{
    return {project.id, project.state, closing.outcome, 0, closing.steps, closing.stepsDone};
}

/// The fees of a funded campaign, as one entry over its whole sum: the parts of the pledges are in the plan's lines.
Status chargeFees(PledgeBook& book, const Project& project, const store::Closing& closing)
{
    const qint64 vat = closing.platformFee.vat + closing.providerFee.vat;
    const qint64 total = closing.platformFee.total() + closing.providerFee.total();
    if (total == 0)
        return domain::done();
    return book.post(domain::EntryKind::FeesCharged, project, {}, {},
                     {{Account::payable(*project.payee), total},
                      {Account::of(AccountKind::PlatformFees), -closing.platformFee.supply},
                      {Account::of(AccountKind::ProviderFees), -closing.providerFee.supply},
                      {Account::of(AccountKind::VatPayable), -vat}});
}

/// The state to which a plan leads once its last step is done.
Status finish(PledgeBook& book, Project& project, const store::Closing& closing)
{
    const auto move = [&](ProjectAction action) -> Status {
        const Result<ProjectState> state = stateAfter(project.state, action);
        if (!state)
            return state.error();
        project.state = *state;
        book.campaigns().put(project);
        return domain::done();
    };
    switch (closing.outcome) {
    case ClosingOutcome::Funded:
        if (const Status charged = chargeFees(book, project, closing); !charged)
            return charged;
        return move(ProjectAction::Fund);
    case ClosingOutcome::Failed:
        return move(ProjectAction::Fail);
    case ClosingOutcome::Collecting:
        return move(ProjectAction::Collect);
    case ClosingOutcome::Cancelled:
        return domain::done(); // it is cancelled already
    }
    Q_UNREACHABLE();
}

Status cancelUnpaid(PledgeBook& book, const Project& project, const Pledge& pledge)
{
    if (pledge.standing() > 0 && pledge.paid > 0) { // the answer came between plan and step: too late, it goes back
        const Result<Pledge> owed = book.owe(project, pledge, pledge.standing(), QStringLiteral("paid too late"));
        return owed ? domain::done() : Status(owed.error());
    }
    book.endCharges(pledge.id, store::EffectState::Superseded, {});
    const bool neverPaid = stateAfter(pledge.state, PledgeAction::Cancel).ok();
    const bool mayDrop = stateAfter(pledge.state, PledgeAction::Drop).ok();
    if (!neverPaid && !mayDrop)
        return domain::done(); // it failed meanwhile
    const Result<Pledge> moved = book.move(project, pledge, neverPaid ? PledgeAction::Cancel : PledgeAction::Drop);
    return moved ? domain::done() : Status(moved.error());
}

/// One line of the plan. What has changed since – a dispute was lost, an answer came late – can only make less stand than was planned.
Status carryOut(const ClosingLine& line, const Pledge& pledge, const Project& project, PledgeBook& book, store::UnitOfWork& work)
{
    const qint64 amount = std::min(line.amount, pledge.standing());
    switch (line.action) {
    case ClosingAction::Confirm: {
        if (amount == 0)
            return domain::done();
        const Result<Pledge> confirmed = book.confirm(project, pledge);
        if (!confirmed)
            return confirmed.error();
        return issueRewardTickets(*confirmed, work);
    }
    case ClosingAction::Refund: {
        if (amount == 0)
            return domain::done();
        const Result<Pledge> owed = book.owe(project, pledge, amount, QStringLiteral("campaign ended"));
        if (!owed)
            return owed.error();
        cancelRewardTickets(pledge, work);
        return domain::done();
    }
    case ClosingAction::Cancel:
        return cancelUnpaid(book, project, pledge);
    case ClosingAction::Charge: {
        const Result<Pledge> charged = book.charge(project, pledge);
        return charged ? domain::done() : Status(charged.error());
    }
    case ClosingAction::Leave:
    case ClosingAction::Wait:
        return domain::done();
    }
    Q_UNREACHABLE();
}

store::Closing closingOf(const ClosingPlan& plan, domain::Instant at)
{
    store::Closing closing;
    closing.planHash = plan.hash;
    closing.outcome = plan.outcome;
    closing.decidedAt = at;
    closing.raised = plan.raised;
    closing.platformFee = plan.platformFee;
    closing.providerFee = plan.providerFee;
    closing.steps = int((plan.lines.size() + pledgesAStep - 1) / pledgesAStep);
    return closing;
}

Status checkDeadline(const Project& project, const Context& context, store::CampaignReader& campaigns)
{
    constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
    domain::Instant end = *project.endsAt;
    if (project.state == ProjectState::Collecting)
        end = end.plusMs(campaigns.rate("charge_days", end) * dayMs);
    if (context.occurredAt < end)
        return error(ErrorCode::Refused, message("closing.too_early").with("end", domain::wallClockText(end, project.zone)));
    return domain::done();
}

} // namespace

Result<ClosingMade> CloseProject::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    store::CampaignWriter& campaigns = book.campaigns();
    const Result<Project> before = findProject(campaigns, projectId);
    if (!before)
        return before.error();
    if (const auto accepted = campaigns.closing(projectId); accepted && accepted->planHash == planHash)
        return madeOf(*before, *accepted); // once more, or from somewhere else: there is nothing left to decide
    Project project = *before;
    if (project.state != ProjectState::Collecting) {
        const Result<ProjectState> closing = stateAfter(project.state, ProjectAction::Close);
        if (!closing)
            return closing.error();
        if (const auto accepted = campaigns.closing(projectId))
            return error(ErrorCode::Conflict, message("closing.other_plan"));
    }
    if (const Status due = checkDeadline(project, context, campaigns); !due)
        return due.error();
    const ClosingPlan plan = planClosing(project, campaigns);
    if (plan.hash != planHash)
        return error(ErrorCode::Conflict, message("closing.plan_changed").with("hash", QString::fromLatin1(plan.hash.toHex())));
    if (project.state != ProjectState::Collecting)
        project.state = ProjectState::Closing;
    campaigns.put(project);
    if (plan.waits())
        return Made{projectId, project.state, plan.outcome, plan.count(ClosingAction::Wait), 0, 0};
    const store::Closing closing = closingOf(plan, context.occurredAt);
    campaigns.acceptPlan(projectId, closing, plan.lines);
    if (closing.steps == 0) {
        if (const Status finished = finish(book, project, closing); !finished)
            return finished.error();
    }
    return madeOf(project, closing);
}

Result<ClosingMade> CarryOutClosing::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    store::CampaignWriter& campaigns = book.campaigns();
    const Result<Project> found = findProject(campaigns, projectId);
    if (!found)
        return found.error();
    Project project = *found;
    std::optional<store::Closing> closing = campaigns.closing(projectId);
    if (!closing || closing->planHash != planHash)
        return error(ErrorCode::Conflict, message("closing.other_plan"));
    if (step < closing->stepsDone)
        return madeOf(project, *closing); // done before
    if (step > closing->stepsDone || step >= closing->steps)
        return error(ErrorCode::Refused, message("closing.step").with("step", step).with("next", closing->stepsDone));
    const std::vector<ClosingLine> lines = campaigns.closingLines(projectId, closing->linesDone, pledgesAStep);
    if (lines.empty())
        return error(ErrorCode::Damaged, message("closing.other_plan"));
    const std::map<domain::PledgeId, Pledge> pledges = campaigns.closingPledges(projectId, closing->linesDone, pledgesAStep);
    for (const ClosingLine& line : lines) {
        const auto pledge = pledges.find(line.pledgeId);
        if (pledge == pledges.end())
            return error(ErrorCode::Damaged, message("pledge.not_found").with("pledge", line.pledgeId.text()));
        if (const Status carried = carryOut(line, pledge->second, project, book, work); !carried)
            return carried.error();
    }
    campaigns.markStepDone(projectId, step, qint64(lines.size()));
    ++closing->stepsDone;
    if (closing->isCarriedOut()) {
        if (const Status finished = finish(book, project, *closing); !finished)
            return finished.error();
    }
    return madeOf(project, *closing);
}

Result<ClosingMade> CancelProject::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    store::CampaignWriter& campaigns = book.campaigns();
    if (reason.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("project.no_reason"));
    if (const auto running = campaigns.closing(projectId); running && !running->isCarriedOut())
        return error(ErrorCode::Refused, message("closing.running"));
    Result<Project> project = findProject(campaigns, projectId, ProjectAction::Cancel);
    if (!project)
        return project.error();
    Project changed = *project;
    changed.reason = reason;
    const ClosingPlan plan = planCancelling(changed, campaigns);
    const store::Closing closing = closingOf(plan, context.occurredAt);
    campaigns.put(changed);
    if (closing.steps > 0)
        campaigns.acceptPlan(projectId, closing, plan.lines);
    return madeOf(changed, closing);
}

} // namespace encore::commands
