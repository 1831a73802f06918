// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/clockwork.h"

#include "payment/simulatedgateway.h"

namespace encore::payment
{

using domain::Result;

EffectWorker standaloneWorker()
{
    std::vector<std::unique_ptr<PaymentGateway>> gateways;
    gateways.push_back(std::make_unique<SimulatedGateway>(QStringLiteral("simulated")));
    gateways.push_back(std::make_unique<SimulatedGateway>(QStringLiteral("terminal")));
    return EffectWorker(std::move(gateways));
}

Result<ClockworkReport> runClockwork(commands::Executor& executor, EffectWorker& worker, const commands::Actor& actor, domain::Instant now,
                                     const std::function<bool()>& mayGoOn)
{
    const auto go = [&](const auto&) { return !mayGoOn || mayGoOn(); };
    const Result<WorkDone> before = worker.run(executor, actor, now, go);
    if (!before)
        return before.error();
    const Result<commands::DueReport> due = commands::runDueWork(executor, actor, now, go);
    if (!due)
        return due.error();
    const Result<WorkDone> after = worker.run(executor, actor, now, go);
    if (!after)
        return after.error();
    return ClockworkReport{{before->succeeded + after->succeeded, before->failed + after->failed, before->unknown + after->unknown,
                            before->refused + after->refused}, *due};
}

} // namespace encore::payment
