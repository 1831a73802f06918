// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rewards and pledges (DOMAIN §3).

#include "domain/enumname.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/time.h"

#include <optional>
#include <vector>

namespace encore::domain
{

enum class RewardItemKind { Ticket, Merchandise, Digital };

struct RewardItem {
    RewardItemKind kind = RewardItemKind::Merchandise;
    QString name;
    int quantity = 1; ///< of this item in one reward; at least 1
    std::optional<PerformanceId> performance; ///< of a ticket
    std::optional<ProductId> product; ///< of a ticket
    std::optional<VariationId> variation;

    friend bool operator==(const RewardItem&, const RewardItem&) = default;
};

struct Reward {
    RewardId id;
    QString label;
    ProjectId projectId;
    QString title;
    QString description;
    qint64 price = 0; ///< minor units
    std::optional<int> limit; ///< absent: as many as are wanted
    std::optional<int> perBacker;
    std::optional<Instant> from; ///< inclusive; an early bird ends with its window
    std::optional<Instant> until; ///< exclusive
    std::vector<RewardItem> items;
    std::optional<Instant> deliveredBy;
    bool needsAddress = false;
    bool addOn = false; ///< only together with a reward that is none
    bool closed = false;
    int position = 0;
    qint64 taken = 0; ///< units in pledges that stand; given back by cancellations, failures and full refunds
    bool everChosen = false; ///< price and contents are frozen from then on
    qint64 version = 0;

    friend bool operator==(const Reward&, const Reward&) = default;
};

enum class PledgeState {
    Pending,
    Paid,
    CancelRequested, ///< money is on its way back
    PartlyRefunded,
    Refunded,
    RefundFailed, ///< a task for a person; it is still owed
    Failed,
    Cancelled,
    Confirmed, ///< the campaign is funded
    Fulfilled,
    Disputed,
    Won,
    Lost,
    Held, ///< promised; charged on success
    Charging,
    Collected,
    Errored, ///< a charge failed; tried again
    Dropped,
};

enum class PledgeAction {
    PaymentSucceeded,
    PaymentFailed,
    PaymentUnknown,
    Cancel, ///< before any money moved
    Refund, ///< it is decided to give money back
    RefundPart, ///< a part of it has gone back
    RefundAll, ///< all of it has
    RefundFailed,
    Confirm,
    Fulfil,
    Dispute,
    WinDispute,
    LoseDispute,
    Charge,
    Drop,
};

[[nodiscard]] Result<PledgeState> stateAfter(PledgeState state, PledgeAction action);

/// Whether a pledge in this state keeps what it took of its rewards.
[[nodiscard]] bool holdsStock(PledgeState state);

/// What is known of the payment behind a pledge that is pending, charging or errored.
enum class PaymentKnowledge { NotStarted, Processing, Unknown, Answered };

struct PledgeLine {
    RewardId rewardId;
    int quantity = 1;
    qint64 unitPrice = 0; ///< minor units, as it was when the pledge was placed

    friend bool operator==(const PledgeLine&, const PledgeLine&) = default;
};

struct Pledge {
    PledgeId id;
    QString label;
    ProjectId projectId;
    PersonId backer;
    PledgeState state = PledgeState::Pending;
    PaymentKnowledge payment = PaymentKnowledge::NotStarted;
    std::vector<PledgeLine> lines;
    qint64 extra = 0; ///< given beyond the rewards
    qint64 total = 0;
    qint64 paid = 0; ///< what came in
    qint64 refundOwed = 0; ///< decided, of what came in; refunded or not
    qint64 refunded = 0; ///< has gone back
    Instant placedAt; ///< when the authority received it; decides about the deadline
    QString provider; ///< who takes the money
    QString paymentMethod; ///< the backer's card or account, as the provider's token for it
    QString providerTransaction;
    QString source; ///< where the backer came from
    bool confirmed = false;
    qint64 version = 0;

    /// What of the money counts for the campaign: what came in and is not to go back, or what is promised.
    [[nodiscard]] qint64 standing() const;
    friend bool operator==(const Pledge&, const Pledge&) = default;
};

/// The price of the lines and the extra; overflow, no unit, and a negative extra are errors.
[[nodiscard]] Result<qint64> pledgeTotal(const std::vector<PledgeLine>& lines, qint64 extra);

/// What @p quantity more units of @p reward would break: its window, its limit, the limit per backer (@p already: units of the same backer).
[[nodiscard]] Status checkReward(const Reward& reward, int quantity, qint64 already, Instant at, const EventZone& zone);

template<>
std::span<const EnumName<RewardItemKind>> enumNames();
template<>
std::span<const EnumName<PledgeState>> enumNames();
template<>
std::span<const EnumName<PledgeAction>> enumNames();
template<>
std::span<const EnumName<PaymentKnowledge>> enumNames();

} // namespace encore::domain
