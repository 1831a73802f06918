// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out the effects that commands wrote, and brings the answers back as commands. A crash between the gateway's answer and the
// command asks the gateway again with the same key; a command that was stored is not stored again.

#include "commands/executor.h"
#include "payment/gateway.h"
#include "store/effects.h"

#include <memory>

namespace encore::payment
{

struct WorkDone {
    qint64 succeeded = 0;
    qint64 failed = 0;
    qint64 unknown = 0;
    qint64 refused = 0; ///< answers that no longer fit; the effect stays due, and keeps none of the others
};

class EffectWorker
{
public:
    explicit EffectWorker(std::vector<std::unique_ptr<PaymentGateway>> gateways) : m_gateways(std::move(gateways)) { }

    /// Everything that is due, a hundred at a time, until nothing is or @p mayGoOn says no.
    [[nodiscard]] domain::Result<WorkDone> run(commands::Executor& executor, const commands::Actor& actor, domain::Instant now,
                                               const std::function<bool(const WorkDone&)>& mayGoOn = {});

private:
    [[nodiscard]] PaymentGateway* gatewayFor(const QString& provider) const;
    [[nodiscard]] GatewayAnswer ask(PaymentGateway& gateway, const store::Effect& effect) const;

    std::vector<std::unique_ptr<PaymentGateway>> m_gateways;
};

} // namespace encore::payment
