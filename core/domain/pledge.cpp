// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pledge.h"

#include <algorithm>

namespace encore::domain
{

namespace
{

using S = PledgeState;
using A = PledgeAction;

struct Rule {
    A action;
    std::vector<S> from;
    S to;
};

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> table{
        {A::PaymentSucceeded, {S::Pending}, S::Paid},
        {A::PaymentSucceeded, {S::Held, S::Charging, S::Errored}, S::Collected},
        {A::PaymentSucceeded, {S::Failed, S::Cancelled, S::Dropped}, S::CancelRequested}, // too late: it goes back
        {A::PaymentFailed, {S::Pending}, S::Failed},
        {A::PaymentFailed, {S::Charging, S::Errored}, S::Errored},
        {A::PaymentUnknown, {S::Pending}, S::Pending},
        {A::PaymentUnknown, {S::Charging, S::Errored}, S::Charging},
        {A::Cancel, {S::Pending, S::Held}, S::Cancelled},
        {A::Refund,
         {S::Paid, S::CancelRequested, S::PartlyRefunded, S::RefundFailed, S::Confirmed, S::Fulfilled, S::Won, S::Collected},
         S::CancelRequested},
        {A::RefundPart, {S::CancelRequested, S::RefundFailed}, S::PartlyRefunded},
        {A::RefundAll, {S::CancelRequested, S::RefundFailed}, S::Refunded},
        {A::RefundFailed, {S::CancelRequested, S::RefundFailed}, S::RefundFailed},
        {A::Confirm, {S::Paid, S::Collected, S::Won}, S::Confirmed},
        {A::Confirm, {S::PartlyRefunded}, S::PartlyRefunded}, // what is left of it stands
        {A::Confirm, {S::CancelRequested}, S::CancelRequested},
        {A::Confirm, {S::RefundFailed}, S::RefundFailed},
        {A::Confirm, {S::Disputed}, S::Disputed},
        {A::Fulfil, {S::Confirmed, S::PartlyRefunded, S::Won}, S::Fulfilled},
        {A::Dispute, {S::Paid, S::PartlyRefunded, S::Confirmed, S::Fulfilled, S::Collected}, S::Disputed},
        {A::WinDispute, {S::Disputed}, S::Won},
        {A::LoseDispute, {S::Disputed}, S::Lost},
        {A::Charge, {S::Held, S::Errored}, S::Charging},
        {A::Drop, {S::Held, S::Charging, S::Errored}, S::Dropped},
    };
    return table;
}

} // namespace

Result<PledgeState> stateAfter(PledgeState state, PledgeAction action)
{
    for (const Rule& rule : rules()) {
        if (rule.action == action && std::find(rule.from.begin(), rule.from.end(), state) != rule.from.end())
            return rule.to;
    }
    return error(ErrorCode::Refused, message("pledge.not_now")
                                         .with("action", messageFor("pledge.action.", action))
                                         .with("state", messageFor("pledge.state.", state)));
}

bool holdsStock(PledgeState state)
{
    static constexpr S givesBack[] = {S::Refunded, S::Failed, S::Cancelled, S::Lost, S::Dropped};
    return std::find(std::begin(givesBack), std::end(givesBack), state) == std::end(givesBack);
}

qint64 Pledge::standing() const
{
    switch (state) {
    case S::Pending:
    case S::Failed:
    case S::Cancelled:
    case S::Lost:
    case S::Dropped:
        return 0;
    case S::Held:
    case S::Charging:
    case S::Errored:
        return total;
    case S::Paid:
    case S::CancelRequested:
    case S::PartlyRefunded:
    case S::Refunded:
    case S::RefundFailed:
    case S::Confirmed:
    case S::Fulfilled:
    case S::Disputed:
    case S::Won:
    case S::Collected:
        return paid - refundOwed;
    }
    Q_UNREACHABLE();
}

Result<qint64> pledgeTotal(const std::vector<PledgeLine>& lines, qint64 extra)
{
    if (extra < 0)
        return error(ErrorCode::Invalid, message("pledge.negative_extra"));
    Result<qint64> total = addMinor(extra, 0);
    for (const PledgeLine& line : lines) {
        if (line.quantity < 1)
            return error(ErrorCode::Invalid, message("pledge.quantity").with("quantity", line.quantity));
        const Result<qint64> price = timesMinor(line.unitPrice, line.quantity);
        if (!price)
            return price.error();
        if (total)
            total = addMinor(*total, *price);
    }
    return total;
}

Status checkReward(const Reward& reward, int quantity, qint64 already, Instant at, const EventZone& zone)
{
    const auto refuse = [&](const Message& message) { return error(ErrorCode::Refused, message); };
    if (reward.closed)
        return refuse(message("reward.closed").with("reward", reward.title));
    if (reward.from && at < *reward.from)
        return refuse(message("reward.not_yet").with("reward", reward.title).with("from", wallClockText(*reward.from, zone)));
    if (reward.until && at >= *reward.until)
        return refuse(message("reward.over").with("reward", reward.title).with("until", wallClockText(*reward.until, zone)));
    if (reward.limit && reward.taken + quantity > *reward.limit)
        return refuse(message("reward.sold_out").with("reward", reward.title).with("left", std::max<qint64>(0, *reward.limit - reward.taken)));
    if (reward.perBacker && already + quantity > *reward.perBacker)
        return refuse(message("reward.per_backer").with("reward", reward.title).with("limit", *reward.perBacker));
    return done();
}

} // namespace encore::domain
