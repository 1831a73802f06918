// SPDX-License-Identifier: GPL-3.0-or-later
#include "pledges/pledgebook.h"

#include <algorithm>

namespace encore::commands
{

using domain::Account;
using domain::AccountKind;
using domain::EntryKind;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Pledge;
using domain::PledgeAction;
using domain::Project;
using domain::Result;
using domain::Status;
using domain::TaxedAmount;

PledgeBook::PledgeBook(const Context& context, store::UnitOfWork& work) :
    m_context(context), m_campaigns(work), m_ledger(work, context.commandId), m_effects(work)
{
}

void PledgeBook::store(const Project& project, const Pledge& before, const Pledge& after)
{
    m_campaigns.put(before, after, project.zone, m_context.occurredAt);
}

void PledgeBook::askProvider(store::EffectKind kind, const Project& project, const Pledge& pledge, qint64 amount, const QString& note,
                            domain::Instant dueAt)
{
    store::Effect effect;
    effect.id = domain::idMadeBy<domain::EffectId>(m_context.commandId, 1'000'000 + m_effectsMade++); // beside the things the command makes
    effect.kind = kind;
    effect.state = isByHand(pledge.provider) ? store::EffectState::Task : store::EffectState::Waiting;
    effect.project = project.id;
    effect.pledge = pledge.id;
    effect.provider = pledge.provider;
    effect.paymentMethod = pledge.paymentMethod;
    effect.providerTransaction = pledge.providerTransaction;
    effect.amount = amount;
    effect.currency = project.currency.code();
    effect.dueAt = dueAt;
    effect.note = note;
    m_effects.add(effect);
}

Account PledgeBook::holder(const Project& project, const Pledge& pledge)
{
    return pledge.confirmed && project.payee ? Account::payable(*project.payee) : Account::escrow(project.id);
}

Status PledgeBook::post(EntryKind kind, const Project& project, const domain::PledgeId& pledge, const QString& transaction,
                        const std::vector<std::pair<Account, qint64>>& amounts)
{
    domain::EntrySubject subject;
    subject.project = project.id;
    if (!pledge.isNull())
        subject.pledge = pledge;
    subject.providerTransaction = transaction;
    return postAmounts(m_ledger, kind, m_context.occurredAt, project.currency, amounts, subject);
}

void PledgeBook::place(const Project& project, const Pledge& pledge)
{
    m_campaigns.put(std::nullopt, pledge, project.zone, m_context.occurredAt);
    if (pledge.state == domain::PledgeState::Pending)
        askProvider(store::EffectKind::Charge, project, pledge, pledge.total, {}, m_context.occurredAt);
}

Result<Pledge> PledgeBook::move(const Project& project, const Pledge& pledge, PledgeAction action)
{
    const Result<domain::PledgeState> state = stateAfter(pledge.state, action);
    if (!state)
        return state.error();
    Pledge after = pledge;
    after.state = *state;
    store(project, pledge, after);
    return after;
}

void PledgeBook::endCharges(domain::PledgeId pledge, store::EffectState state, const QString& note)
{
    for (const store::Effect& effect : m_effects.openOf(pledge, store::EffectKind::Charge))
        m_effects.finish(effect.id, state, note);
}

void PledgeBook::askLater(domain::PledgeId pledge)
{
    for (const store::Effect& effect : m_effects.openOf(pledge, store::EffectKind::Charge))
        m_effects.askLater(effect.id, m_context.occurredAt.plusMs(lookUpDelayMs(60'000, effect.attempts)));
}

Result<Pledge> PledgeBook::paid(const Project& project, const Pledge& pledge)
{
    const Result<domain::PledgeState> state = stateAfter(pledge.state, PledgeAction::PaymentSucceeded);
    if (!state)
        return state.error();
    const bool tooLate = *state == domain::PledgeState::CancelRequested;
    Pledge after = pledge;
    after.state = *state;
    after.payment = domain::PaymentKnowledge::Answered;
    after.paid = pledge.total;
    endCharges(pledge.id, store::EffectState::Done, {});
    const Status posted = post(EntryKind::PledgePaid, project, pledge.id, after.providerTransaction,
                               {{moneyAccount(after.provider), after.total}, {Account::escrow(project.id), -after.total}});
    if (!posted)
        return posted.error();
    if (!tooLate) {
        store(project, pledge, after);
        return after;
    }
    after.refundOwed = after.total;
    store(project, pledge, after);
    askProvider(store::EffectKind::Refund, project, after, after.total, QStringLiteral("paid too late"), m_context.occurredAt);
    const Status owed = post(EntryKind::RefundOwed, project, pledge.id, {},
                             {{Account::escrow(project.id), after.total}, {Account::of(AccountKind::RefundsPayable), -after.total}});
    if (!owed)
        return owed.error();
    return after;
}

TaxedAmount PledgeBook::platformFeeOf(const Project& project, const Pledge& pledge, qint64 amount)
{
    const auto line = m_campaigns.closingLine(project.id, pledge.id);
    if (!line || line->amount <= 0)
        return {};
    // A part of a pledge returns its part of the fee that was charged for it, up to what is not returned yet: rounding never returns more.
    const qint64 standing = pledge.standing();
    const auto partOf = [&](qint64 fee) {
        const qint64 before = domain::roundHalfUp(__int128(fee) * standing, line->amount);
        const qint64 after = domain::roundHalfUp(__int128(fee) * (standing - amount), line->amount);
        return before - after;
    };
    return {partOf(line->platformFee.supply), partOf(line->platformFee.vat)};
}

Status PledgeBook::returnFee(const Project& project, const Pledge& pledge, qint64 amount)
{
    if (!pledge.confirmed || !project.payee)
        return domain::done();
    const TaxedAmount fee = platformFeeOf(project, pledge, amount);
    if (fee.total() == 0)
        return domain::done();
    return post(EntryKind::FeesReturned, project, pledge.id, {},
                {{Account::of(AccountKind::PlatformFees), fee.supply},
                 {Account::of(AccountKind::VatPayable), fee.vat},
                 {Account::payable(*project.payee), -fee.total()}});
}

Result<Pledge> PledgeBook::owe(const Project& project, const Pledge& pledge, qint64 amount, const QString& reason)
{
    const Result<domain::PledgeState> state = stateAfter(pledge.state, PledgeAction::Refund);
    if (!state)
        return state.error();
    if (amount <= 0 || amount > pledge.standing()) {
        return error(ErrorCode::Refused, message("pledge.refund_above").with("amount", amount).with("standing", pledge.standing()));
    }
    if (const Status returned = returnFee(project, pledge, amount); !returned)
        return returned.error();
    Pledge after = pledge;
    after.state = *state;
    after.refundOwed += amount;
    store(project, pledge, after);
    askProvider(store::EffectKind::Refund, project, after, amount, reason, m_context.occurredAt);
    const Status owed = post(EntryKind::RefundOwed, project, pledge.id, {},
                             {{holder(project, pledge), amount}, {Account::of(AccountKind::RefundsPayable), -amount}});
    if (!owed)
        return owed.error();
    return after;
}

Result<Pledge> PledgeBook::charge(const Project& project, const Pledge& pledge)
{
    const Result<Pledge> charging = move(project, pledge, PledgeAction::Charge);
    if (charging)
        askProvider(store::EffectKind::Charge, project, *charging, pledge.total, {}, m_context.occurredAt);
    return charging;
}

void PledgeBook::chargeTomorrow(const Project& project, const Pledge& pledge)
{
    constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
    const auto closing = m_campaigns.closing(project.id);
    if (!closing || project.state != domain::ProjectState::Collecting)
        return;
    const domain::Instant next = m_context.occurredAt.plusMs(dayMs);
    if (next < closing->decidedAt.plusMs(m_campaigns.rate("charge_days", closing->decidedAt) * dayMs))
        askProvider(store::EffectKind::Charge, project, pledge, pledge.total, {}, next);
}

Result<Pledge> PledgeBook::askAgain(const Project& project, const Pledge& pledge, const QString& reason)
{
    const Result<Pledge> after = move(project, pledge, PledgeAction::Refund);
    if (!after)
        return after.error();
    for (const store::Effect& effect : m_effects.openOf(pledge.id, store::EffectKind::Refund))
        m_effects.finish(effect.id, store::EffectState::Superseded, reason);
    askProvider(store::EffectKind::Refund, project, pledge, pledge.refundOwed - pledge.refunded, reason, m_context.occurredAt);
    return after;
}

Result<store::Effect> PledgeBook::openRefund(domain::PledgeId pledge, const std::optional<domain::EffectId>& id)
{
    if (const auto named = id ? m_effects.effect(*id) : std::nullopt; named && named->kind == store::EffectKind::Void && named->pledge == pledge)
        return *named;
    const std::vector<store::Effect> open = m_effects.openOf(pledge, store::EffectKind::Refund);
    if (!id && open.size() > 1)
        return error(ErrorCode::Invalid, message("pledge.several_refunds").with("count", qint64(open.size())));
    const auto found = std::find_if(open.begin(), open.end(), [&](const store::Effect& effect) { return !id || effect.id == *id; });
    if (found == open.end())
        return error(ErrorCode::Refused, message("pledge.no_refund"));
    return *found;
}

void PledgeBook::voidPayment(const Project& project, const Pledge& pledge, qint64 amount)
{
    askProvider(store::EffectKind::Void, project, pledge, amount, QStringLiteral("approved amount differs"), m_context.occurredAt);
}

Result<Pledge> PledgeBook::refunded(const Project& project, const Pledge& pledge, qint64 amount)
{
    Pledge after = pledge;
    after.refunded += amount;
    const bool allOwed = after.refunded == after.refundOwed;
    const bool all = after.refunded == after.paid;
    // Where another refund of the same pledge is still on its way, the pledge waits for that one.
    if (allOwed) {
        const Result<domain::PledgeState> state = stateAfter(pledge.state, all ? PledgeAction::RefundAll : PledgeAction::RefundPart);
        if (!state)
            return state.error();
        after.state = *state;
    }
    store(project, pledge, after);
    const Status posted = post(EntryKind::RefundPaid, project, pledge.id, pledge.providerTransaction,
                               {{Account::of(AccountKind::RefundsPayable), amount}, {moneyAccount(pledge.provider), -amount}});
    if (!posted)
        return posted.error();
    return after;
}

Result<Pledge> PledgeBook::confirm(const Project& project, const Pledge& pledge)
{
    Q_ASSERT(project.payee); // the review asks for one
    const Result<domain::PledgeState> state = stateAfter(pledge.state, PledgeAction::Confirm);
    if (!state)
        return state.error();
    const qint64 amount = pledge.standing();
    Pledge after = pledge;
    after.state = *state;
    after.confirmed = true;
    store(project, pledge, after);
    const Status posted = post(EntryKind::EscrowReleased, project, pledge.id, {},
                               {{Account::escrow(project.id), amount}, {Account::payable(*project.payee), -amount}});
    if (!posted)
        return posted.error();
    return after;
}

Result<Pledge> PledgeBook::lose(const Project& project, const Pledge& pledge)
{
    const Result<domain::PledgeState> state = stateAfter(pledge.state, PledgeAction::LoseDispute);
    if (!state)
        return state.error();
    const qint64 amount = pledge.standing();
    if (const Status returned = returnFee(project, pledge, amount); !returned)
        return returned.error();
    Pledge after = pledge;
    after.state = *state;
    store(project, pledge, after);
    const Status posted = post(EntryKind::ChargebackLost, project, pledge.id, pledge.providerTransaction,
                               {{holder(project, pledge), amount}, {moneyAccount(pledge.provider), -amount}});
    if (!posted)
        return posted.error();
    return after;
}

} // namespace encore::commands
