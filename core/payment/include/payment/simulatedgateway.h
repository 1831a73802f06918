// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment/gateway.h"

namespace encore::payment
{

/// A provider that moves no money: for demonstrations, training and tests, as real providers have test cards. It keeps nothing; its
/// answers follow from the payment method alone:
///   anything else            approved
///   sim-declined             every charge is refused
///   sim-timeout              a charge times out, and the look-up finds it approved
///   sim-lost                 a charge times out, and so does every look-up
///   sim-refund-bounces       approved, but a refund comes back
class SimulatedGateway final : public PaymentGateway
{
public:
    /// @p name: whose place it takes: a provider's on the web, or the card terminal's at a desk.
    explicit SimulatedGateway(QString name) : m_name(std::move(name)) { }

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] GatewayAnswer charge(const GatewayRequest& request) override;
    [[nodiscard]] GatewayAnswer refund(const GatewayRequest& request) override;
    [[nodiscard]] GatewayAnswer cancel(const GatewayRequest& request) override;
    [[nodiscard]] GatewayAnswer lookUp(const GatewayRequest& request) override;

private:
    QString m_name;
};

} // namespace encore::payment
