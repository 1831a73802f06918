// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whoever moves money for us. A gateway is asked outside of every transaction; its answer comes back as a command.

#include "domain/id.h"
#include "domain/money.h"

#include <QString>

namespace encore::payment
{

struct GatewayRequest {
    domain::EffectId key; ///< the same request has the same key for ever: asking twice moves money once
    qint64 amount = 0; ///< minor units
    QString currency; ///< ISO 4217
    QString paymentMethod; ///< the provider's token of a card or account
    QString transaction; ///< of the payment that is refunded or made void
};

struct GatewayAnswer {
    enum class Result {
        Succeeded,
        Failed, ///< for good: refused, wrong card, limit
        Unknown, ///< timed out or broken: it may have happened
    };
    Result result = Result::Unknown;
    QString transaction; ///< the provider's id of what it did
    QString reason; ///< of a failure, in the provider's words
};

class PaymentGateway
{
public:
    PaymentGateway() = default;
    virtual ~PaymentGateway() = default;
    Q_DISABLE_COPY_MOVE(PaymentGateway)

    [[nodiscard]] virtual QString name() const = 0; ///< the provider's, as pledges and orders have it
    [[nodiscard]] virtual GatewayAnswer charge(const GatewayRequest& request) = 0;
    [[nodiscard]] virtual GatewayAnswer refund(const GatewayRequest& request) = 0;
    [[nodiscard]] virtual GatewayAnswer cancel(const GatewayRequest& request) = 0; ///< makes a payment void
    /// What became of an earlier charge with this key.
    [[nodiscard]] virtual GatewayAnswer lookUp(const GatewayRequest& request) = 0;
};

} // namespace encore::payment
