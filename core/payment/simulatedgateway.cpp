// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/simulatedgateway.h"

namespace encore::payment
{

namespace
{

using Result = GatewayAnswer::Result;

GatewayAnswer approved(const GatewayRequest& request)
{
    return {Result::Succeeded, QStringLiteral("sim-") + request.key.hex(), {}};
}

bool isMethod(const GatewayRequest& request, const char* method)
{
    return request.paymentMethod == QLatin1StringView(method);
}

} // namespace

GatewayAnswer SimulatedGateway::charge(const GatewayRequest& request)
{
    if (isMethod(request, "sim-declined"))
        return {Result::Failed, {}, QStringLiteral("declined")};
    if (isMethod(request, "sim-timeout") || isMethod(request, "sim-lost"))
        return {Result::Unknown, {}, QStringLiteral("timed out")};
    return approved(request);
}

GatewayAnswer SimulatedGateway::refund(const GatewayRequest& request)
{
    if (isMethod(request, "sim-refund-bounces"))
        return {Result::Failed, {}, QStringLiteral("the account is closed")};
    return approved(request);
}

GatewayAnswer SimulatedGateway::cancel(const GatewayRequest& request)
{
    return approved(request);
}

GatewayAnswer SimulatedGateway::lookUp(const GatewayRequest& request)
{
    if (isMethod(request, "sim-declined"))
        return {Result::Failed, {}, QStringLiteral("declined")};
    if (isMethod(request, "sim-lost"))
        return {Result::Unknown, {}, QStringLiteral("timed out")};
    return approved(request);
}

} // namespace encore::payment
