// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/pledges/pledges.h"

#include "people/person.h"
#include "pledges/pledgebook.h"
#include "projects/findproject.h"

#include <algorithm>

template<>
std::span<const encore::domain::EnumName<encore::commands::PaymentResult>> encore::domain::enumNames()
{
    using R = commands::PaymentResult;
    static constexpr EnumName<R> names[] = {{R::Succeeded, "succeeded"}, {R::Failed, "failed"}, {R::Unknown, "unknown"}};
    return names;
}

template<>
std::span<const encore::domain::EnumName<encore::commands::DisputeStage>> encore::domain::enumNames()
{
    using S = commands::DisputeStage;
    static constexpr EnumName<S> names[] = {{S::Opened, "opened"}, {S::Won, "won"}, {S::Lost, "lost"}};
    return names;
}

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Pledge;
using domain::PledgeAction;
using domain::PledgeState;
using domain::Project;
using domain::ProjectAction;
using domain::Result;
using domain::Status;

namespace
{

/// A pledge and the campaign that it belongs to.
struct Found {
    Pledge pledge;
    Project project; ///< in the state that it has
};

Result<Found> findPledge(store::CampaignReader& campaigns, domain::PledgeId id, ProjectAction action)
{
    const std::optional<Pledge> pledge = campaigns.pledge(id);
    if (!pledge)
        return error(ErrorCode::NotFound, message("pledge.not_found").with("pledge", id.text()));
    // None of these actions moves the project.
    const Result<Project> project = findProject(campaigns, pledge->projectId, action);
    if (!project)
        return project.error();
    return Found{*pledge, *project};
}

PledgeMade made(const Pledge& pledge)
{
    return {pledge.id, pledge.state, pledge.total};
}

Result<PledgeMade> made(const Result<Pledge>& pledge)
{
    if (!pledge)
        return pledge.error();
    return made(*pledge);
}

/// The lines at today's prices, where every reward can be had: same rewards are one line, add-ons need company.
Result<std::vector<domain::PledgeLine>> chosenLines(const PlacePledge& pledge, domain::PersonId backer, domain::Instant at,
                                                    const domain::EventZone& zone, store::CampaignReader& campaigns)
{
    std::vector<domain::PledgeLine> lines;
    for (const ChosenReward& chosen : pledge.rewards) {
        if (chosen.quantity < 1)
            return error(ErrorCode::Invalid, message("pledge.quantity").with("quantity", chosen.quantity));
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.rewardId == chosen.rewardId; });
        if (same == lines.end())
            lines.push_back({chosen.rewardId, chosen.quantity, 0});
        else if (chosen.quantity > std::numeric_limits<int>::max() - same->quantity)
            return error(ErrorCode::Invalid, message("pledge.quantity").with("quantity", chosen.quantity));
        else
            same->quantity += chosen.quantity;
    }
    bool hasMain = false;
    for (domain::PledgeLine& line : lines) {
        const std::optional<domain::Reward> reward = campaigns.reward(line.rewardId);
        if (!reward || !(reward->projectId == pledge.projectId))
            return error(ErrorCode::NotFound, message("reward.not_found").with("reward", line.rewardId.text()));
        if (const Status allowed = checkReward(*reward, line.quantity, campaigns.unitsOf(reward->id, backer), at, zone); !allowed)
            return allowed.error();
        line.unitPrice = reward->price;
        hasMain = hasMain || !reward->addOn;
    }
    if (!lines.empty() && !hasMain)
        return error(ErrorCode::Refused, message("pledge.only_add_ons"));
    return lines;
}

Status checkTotal(const Project& project, qint64 total, store::CampaignReader& campaigns, domain::Instant at)
{
    const qint64 least = project.currency == domain::Currency::krw() ? campaigns.rate("minimum_pledge_krw", at) : 1;
    if (total < least)
        return error(ErrorCode::Refused, message("pledge.too_little").with("total", total).with("least", least).with("currency", project.currency.code()));
    return domain::done();
}

Result<Pledge> newPledge(const PlacePledge& command, const Project& project, const Context& context, store::CampaignReader& campaigns)
{
    Pledge pledge;
    pledge.id = command.label.isEmpty() ? domain::idMadeBy<domain::PledgeId>(context.commandId, 0)
                                        : domain::idForExternal<domain::PledgeId>(context.workspaceId, command.label);
    pledge.label = command.label.isEmpty() ? pledge.id.text() : command.label;
    if (campaigns.pledge(pledge.id))
        return error(ErrorCode::Refused, message("pledge.exists").with("pledge", pledge.label));
    pledge.projectId = project.id;
    pledge.backer = personFor(command.backer, command.backerEmail, context);
    const auto lines = chosenLines(command, pledge.backer, context.occurredAt, project.zone, campaigns);
    if (!lines)
        return lines.error();
    pledge.lines = *lines;
    pledge.extra = command.extra;
    const Result<qint64> total = pledgeTotal(pledge.lines, pledge.extra);
    if (!total)
        return total.error();
    if (const Status enough = checkTotal(project, *total, campaigns, context.occurredAt); !enough)
        return enough.error();
    pledge.total = *total;
    pledge.placedAt = context.occurredAt;
    pledge.provider = command.provider.isEmpty() ? simulatedProvider : command.provider;
    if (!domain::isScopeName(pledge.provider))
        return error(ErrorCode::Invalid, message("pledge.provider").with("provider", pledge.provider.left(64)));
    pledge.paymentMethod = command.paymentMethod;
    pledge.source = command.source;
    pledge.state = project.model == domain::PaymentModel::OnSuccess ? PledgeState::Held : PledgeState::Pending;
    return pledge;
}

/// What is approved must be what is payable, to the won; else it is void (DOMAIN §5).
bool isApprovedInFull(const RecordPledgePayment& payment, const Pledge& pledge)
{
    return payment.amount.value_or(pledge.total) == pledge.total;
}

} // namespace

Result<PledgeMade> PlacePledge::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    const Result<Project> project = findProject(book.campaigns(), projectId, ProjectAction::PlacePledge);
    if (!project)
        return project.error();
    if (!isOpenAt(*project, context.occurredAt)) {
        return error(ErrorCode::Refused, message("pledge.closed")
                                             .with("start", domain::wallClockText(*project->startsAt, project->zone))
                                             .with("end", domain::wallClockText(*project->endsAt, project->zone)));
    }
    const Result<Pledge> pledge = newPledge(*this, *project, context, book.campaigns());
    if (!pledge)
        return pledge.error();
    if (!backerName.isEmpty() || !backerEmail.isEmpty())
        book.campaigns().completeContact(pledge->backer.uuid(), {backerName, backerEmail.trimmed()});
    book.place(*project, *pledge);
    return made(*pledge);
}

Result<PledgeMade> RecordPledgePayment::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    const Result<Found> found = findPledge(book.campaigns(), pledgeId, ProjectAction::RecordPayment);
    if (!found)
        return found.error();
    Pledge pledge = found->pledge;
    if (!provider.isEmpty()) {
        if (!domain::isScopeName(provider))
            return error(ErrorCode::Invalid, message("pledge.provider").with("provider", provider.left(64)));
        pledge.provider = provider;
    }
    if (!providerTransaction.isEmpty())
        pledge.providerTransaction = providerTransaction;
    if (result == PaymentResult::Succeeded && isApprovedInFull(*this, pledge))
        return made(book.paid(found->project, pledge));
    if (result == PaymentResult::Unknown) {
        pledge.payment = domain::PaymentKnowledge::Unknown;
        book.askLater(pledge.id);
        return made(book.move(found->project, pledge, PledgeAction::PaymentUnknown));
    }
    pledge.payment = domain::PaymentKnowledge::Answered;
    const Result<Pledge> failed = book.move(found->project, pledge, PledgeAction::PaymentFailed);
    if (!failed)
        return failed.error();
    book.endCharges(pledge.id, store::EffectState::Failed, reason);
    if (failed->state == PledgeState::Errored)
        book.chargeTomorrow(found->project, *failed);
    if (result == PaymentResult::Succeeded)
        book.voidPayment(found->project, *failed, *amount);
    return made(*failed);
}

Result<PledgeMade> CancelPledge::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    const Result<Found> found = findPledge(book.campaigns(), pledgeId, ProjectAction::CancelPledge);
    if (!found)
        return found.error();
    const Pledge& pledge = found->pledge;
    if (!isOpenAt(found->project, context.occurredAt))
        return error(ErrorCode::Refused, message("pledge.deadline_passed"));
    if (pledge.standing() > 0 && pledge.paid > 0)
        return made(book.owe(found->project, pledge, pledge.standing(), reason));
    const Result<Pledge> cancelled = book.move(found->project, pledge, PledgeAction::Cancel);
    if (cancelled)
        book.endCharges(pledge.id, store::EffectState::Superseded, reason);
    return made(cancelled);
}

Result<PledgeMade> RefundPledge::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    if (reason.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("project.no_reason"));
    const Result<Found> found = findPledge(book.campaigns(), pledgeId, ProjectAction::Refund);
    if (!found)
        return found.error();
    if (found->pledge.state == PledgeState::RefundFailed && !amount)
        return made(book.askAgain(found->project, found->pledge, reason));
    return made(book.owe(found->project, found->pledge, amount.value_or(found->pledge.standing()), reason));
}

Result<PledgeMade> RecordPledgeRefund::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    const Result<Found> found = findPledge(book.campaigns(), pledgeId, ProjectAction::RecordPayment);
    if (!found)
        return found.error();
    const Result<store::Effect> effect = book.openRefund(pledgeId, effectId);
    if (!effect)
        return effect.error();
    if (effect->kind == store::EffectKind::Void) { // that money never was in the books
        book.finish(effect->id, succeeded ? store::EffectState::Done : store::EffectState::Task, reason);
        return made(found->pledge);
    }
    if (succeeded) {
        book.finish(effect->id, store::EffectState::Done, reason);
        return made(book.refunded(found->project, found->pledge, effect->amount));
    }
    // The liability stays, and it is a person's task now.
    book.finish(effect->id, store::EffectState::Task, reason);
    return made(book.move(found->project, found->pledge, PledgeAction::RefundFailed));
}

Result<PledgeMade> RecordDispute::execute(const Context& context, store::UnitOfWork& work) const
{
    PledgeBook book(context, work);
    const Result<Found> found = findPledge(book.campaigns(), pledgeId, ProjectAction::RecordPayment);
    if (!found)
        return found.error();
    if (stage == DisputeStage::Opened)
        return made(book.move(found->project, found->pledge, PledgeAction::Dispute));
    if (stage == DisputeStage::Lost)
        return made(book.lose(found->project, found->pledge));
    const Result<Pledge> won = book.move(found->project, found->pledge, PledgeAction::WinDispute);
    // The campaign had failed meanwhile: what was kept goes back like everybody else's.
    const bool isOver = found->project.state == domain::ProjectState::Failed || found->project.state == domain::ProjectState::Cancelled;
    if (won && isOver && won->standing() > 0)
        return made(book.owe(found->project, *won, won->standing(), reason));
    return made(won);
}

} // namespace encore::commands
