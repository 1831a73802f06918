// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/effectworker.h"

#include "commands/orders/orders.h"
#include "commands/pledges/pledges.h"

#include <algorithm>
#include <set>

namespace encore::payment
{

using commands::CommandRequest;
using domain::Result;
using Answer = GatewayAnswer::Result;

namespace
{

commands::PaymentResult resultOf(Answer answer)
{
    switch (answer) {
    case Answer::Succeeded:
        return commands::PaymentResult::Succeeded;
    case Answer::Failed:
        return commands::PaymentResult::Failed;
    case Answer::Unknown:
        return commands::PaymentResult::Unknown;
    }
    Q_UNREACHABLE();
}

CommandRequest orderAnswerOf(const store::Effect& effect, const GatewayAnswer& answer, const commands::Actor& actor)
{
    if (effect.kind == store::EffectKind::Charge) {
        commands::RecordOrderPayment payment;
        payment.orderId = *effect.order;
        payment.tender = effect.tender;
        payment.result = resultOf(answer.result);
        payment.amount = effect.amount;
        payment.providerTransaction = answer.transaction;
        payment.reason = answer.reason;
        return commands::makeRequest(payment, actor);
    }
    commands::RecordOrderRefund refund;
    refund.orderId = *effect.order;
    refund.effectId = effect.id;
    refund.succeeded = answer.result == Answer::Succeeded;
    refund.reason = answer.reason;
    return commands::makeRequest(refund, actor);
}

CommandRequest answerOf(const store::Effect& effect, const GatewayAnswer& answer, const commands::Actor& actor)
{
    if (effect.order)
        return orderAnswerOf(effect, answer, actor);
    if (effect.kind == store::EffectKind::Charge) {
        commands::RecordPledgePayment payment;
        payment.pledgeId = *effect.pledge;
        payment.result = resultOf(answer.result);
        payment.amount = effect.amount;
        payment.providerTransaction = answer.transaction;
        payment.reason = answer.reason;
        return commands::makeRequest(payment, actor);
    }
    commands::RecordPledgeRefund refund;
    refund.pledgeId = *effect.pledge;
    refund.effectId = effect.id;
    refund.succeeded = answer.result == Answer::Succeeded;
    refund.reason = answer.reason;
    return commands::makeRequest(refund, actor);
}

} // namespace

PaymentGateway* EffectWorker::gatewayFor(const QString& provider) const
{
    const auto found = std::find_if(m_gateways.begin(), m_gateways.end(), [&](const auto& gateway) { return gateway->name() == provider; });
    return found == m_gateways.end() ? nullptr : found->get();
}

GatewayAnswer EffectWorker::ask(PaymentGateway& gateway, const store::Effect& effect) const
{
    const GatewayRequest request{effect.id, effect.amount, effect.currency, effect.paymentMethod, effect.providerTransaction};
    switch (effect.kind) {
    case store::EffectKind::Charge:
        return effect.attempts == 0 ? gateway.charge(request) : gateway.lookUp(request);
    case store::EffectKind::Refund:
        return gateway.refund(request);
    case store::EffectKind::Void:
        return gateway.cancel(request);
    case store::EffectKind::Shortfall: // a task for a person from the beginning; the worker never sees it
        break;
    }
    Q_UNREACHABLE();
}

Result<WorkDone> EffectWorker::run(commands::Executor& executor, const commands::Actor& actor, domain::Instant now,
                                   const std::function<bool(const WorkDone&)>& mayGoOn)
{
    constexpr int effectsAtOnce = 100; // in one transaction
    WorkDone done;
    std::set<domain::EffectId> asked;
    std::set<domain::EffectId> left; // stay due: for the next time
    for (;;) {
        std::vector<commands::Executor::Step> steps;
        std::vector<domain::EffectId> answered;
        for (const store::Effect& effect : store::EffectReader(executor.reader()).due(now, effectsAtOnce + int(left.size()))) {
            PaymentGateway* gateway = gatewayFor(effect.provider);
            if (!gateway || !(effect.pledge || effect.order) || !asked.insert(effect.id).second) {
                left.insert(effect.id);
                continue;
            }
            const GatewayAnswer answer = ask(*gateway, effect);
            (answer.result == Answer::Succeeded ? done.succeeded : answer.result == Answer::Failed ? done.failed : done.unknown) += 1;
            if (answer.result == Answer::Unknown && effect.kind != store::EffectKind::Charge) {
                left.insert(effect.id); // asked again with the same key
                continue;
            }
            CommandRequest request = answerOf(effect, answer, actor);
            request.id = domain::idMadeBy<domain::CommandId>(domain::CommandId(effect.id.uuid()), effect.attempts);
            request.occurredAt = now;
            answered.push_back(effect.id);
            steps.push_back([&executor, request](store::UnitOfWork& work) -> domain::Status {
                const auto outcome = executor.apply(request, work);
                return outcome ? domain::done() : domain::Status(outcome.error());
            });
        }
        if (const domain::Status status = executor.reader().status(); !status)
            return status.error();
        if (steps.empty())
            return done;
        const std::vector<domain::Status> statuses = executor.runTogether(steps);
        for (size_t i = 0; i < statuses.size(); ++i) {
            if (statuses[i])
                continue;
            if (statuses[i].error().code != domain::ErrorCode::Refused)
                return statuses[i].error();
            ++done.refused;
            left.insert(answered[i]);
        }
        if (mayGoOn && !mayGoOn(done))
            return done;
    }
}

} // namespace encore::payment
