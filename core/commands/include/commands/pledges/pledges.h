// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A backer's promise and its money (DOMAIN §3). What happened outside – a payment, a refund, a dispute – is recorded as it happened.

#include "commands/command.h"
#include "domain/pledge.h"
#include "store/effects.h"

namespace encore::commands
{

struct PledgeMade {
    domain::PledgeId pledgeId;
    domain::PledgeState state = domain::PledgeState::Pending;
    qint64 total = 0;
};

template<>
struct Descriptor<PledgeMade> {
    static auto fields()
    {
        return std::tuple(field("pledge_id", &PledgeMade::pledgeId, "the pledge"), field("state", &PledgeMade::state, "its state now"),
                          field("total", &PledgeMade::total, "minor units"));
    }
};

struct ChosenReward {
    domain::RewardId rewardId;
    int quantity = 1;
};

template<>
struct Descriptor<ChosenReward> {
    static auto fields()
    {
        return std::tuple(field("reward_id", &ChosenReward::rewardId, "which reward"),
                          field("quantity", &ChosenReward::quantity, "how many, at least 1").absentMeansDefault());
    }
};

/// Takes stock and waits for the payment; with a campaign that charges on success it is held at once.
struct PlacePledge {
    static constexpr const char* name = "PlacePledge";
    static constexpr const char* summary = "Pledge to a live campaign: rewards, an extra donation, or both.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::TakePledges;
    using Made = PledgeMade;

    domain::ProjectId projectId;
    QString label;
    std::optional<domain::PersonId> backer;
    QString backerName;
    QString backerEmail;
    std::vector<ChosenReward> rewards;
    qint64 extra = 0;
    QString provider; ///< empty: simulated
    QString paymentMethod;
    QString source;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

enum class PaymentResult { Succeeded, Failed, Unknown };

struct RecordPledgePayment {
    static constexpr const char* name = "RecordPledgePayment";
    static constexpr const char* summary = "Record what a provider said about the payment of a pledge.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::TakePledges;
    using Made = PledgeMade;

    domain::PledgeId pledgeId;
    PaymentResult result = PaymentResult::Succeeded;
    std::optional<qint64> amount; ///< approved; absent: what is payable
    QString provider; ///< empty: as the pledge has it
    QString providerTransaction;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Before the deadline, by the backer: nothing paid → cancelled; paid → all of it goes back.
struct CancelPledge {
    static constexpr const char* name = "CancelPledge";
    static constexpr const char* summary = "Take a pledge back before the deadline; what was paid is refunded.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::TakePledges;
    using Made = PledgeMade;

    domain::PledgeId pledgeId;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct RefundPledge {
    static constexpr const char* name = "RefundPledge";
    static constexpr const char* summary = "Give back what was paid for a pledge, in whole or in part.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Refund;
    using Made = PledgeMade;

    domain::PledgeId pledgeId;
    std::optional<qint64> amount; ///< absent: all that stands
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct RecordPledgeRefund {
    static constexpr const char* name = "RecordPledgeRefund";
    static constexpr const char* summary = "Record that a refund went through, or bounced.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Refund;
    using Made = PledgeMade;

    domain::PledgeId pledgeId;
    std::optional<domain::EffectId> effectId; ///< which refund, where several are open
    bool succeeded = true;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

enum class DisputeStage { Opened, Won, Lost };

struct RecordDispute {
    static constexpr const char* name = "RecordDispute";
    static constexpr const char* summary = "Record that a backer's bank disputes a payment, or how that ended.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Refund;
    using Made = PledgeMade;

    domain::PledgeId pledgeId;
    DisputeStage stage = DisputeStage::Opened;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<PlacePledge> {
    static auto fields()
    {
        using P = PlacePledge;
        return std::tuple(field("project_id", &P::projectId, "which campaign"),
                          field("label", &P::label, "the id by which others call it; made by the command where absent").absentMeansDefault().atMost(64),
                          field("backer_id", &P::backer, "who pledges; absent: by the e-mail, or a new person"),
                          field("backer_name", &P::backerName, "their name").absentMeansDefault().atMost(200),
                          field("backer_email", &P::backerEmail, "their e-mail").absentMeansDefault().atMost(254),
                          field("rewards", &P::rewards, "what they chose").absentMeansDefault().atMost(50),
                          field("extra", &P::extra, "minor units beyond the rewards").absentMeansDefault(),
                          field("provider", &P::provider, "who takes the money: simulated (default), cash, transfer …").absentMeansDefault().atMost(36),
                          field("payment_method", &P::paymentMethod, "the provider's token of their card or account").absentMeansDefault().atMost(200),
                          field("source", &P::source, "where they came from, for example newsletter").absentMeansDefault().atMost(100));
    }
};
template<>
struct Descriptor<RecordPledgePayment> {
    static auto fields()
    {
        using P = RecordPledgePayment;
        return std::tuple(field("pledge_id", &P::pledgeId, "which pledge"), field("result", &P::result, "what the provider said"),
                          field("amount", &P::amount, "minor units that were approved; absent: what is payable"),
                          field("provider", &P::provider, "who took it; absent: as the pledge has it").absentMeansDefault().atMost(36),
                          field("provider_transaction", &P::providerTransaction, "its id at the provider").absentMeansDefault().atMost(100),
                          field("reason", &P::reason, "of a failure").absentMeansDefault().atMost(500));
    }
};
template<>
struct Descriptor<CancelPledge> {
    static auto fields()
    {
        return std::tuple(field("pledge_id", &CancelPledge::pledgeId, "which pledge"),
                          field("reason", &CancelPledge::reason, "why").absentMeansDefault().atMost(500));
    }
};
template<>
struct Descriptor<RefundPledge> {
    static auto fields()
    {
        return std::tuple(field("pledge_id", &RefundPledge::pledgeId, "which pledge"),
                          field("amount", &RefundPledge::amount, "minor units; absent: all that stands"),
                          field("reason", &RefundPledge::reason, "why").atMost(500).notEmpty());
    }
};
template<>
struct Descriptor<RecordPledgeRefund> {
    static auto fields()
    {
        using R = RecordPledgeRefund;
        return std::tuple(field("pledge_id", &R::pledgeId, "which pledge"),
                          field("effect_id", &R::effectId, "which refund, where several are open"),
                          field("succeeded", &R::succeeded, "false: it bounced").absentMeansDefault(),
                          field("reason", &R::reason, "of a failure").absentMeansDefault().atMost(500));
    }
};
template<>
struct Descriptor<RecordDispute> {
    static auto fields()
    {
        return std::tuple(field("pledge_id", &RecordDispute::pledgeId, "which pledge"),
                          field("stage", &RecordDispute::stage, "opened, won by us, or lost"),
                          field("reason", &RecordDispute::reason, "what the bank says").absentMeansDefault().atMost(500));
    }
};

} // namespace encore::commands

namespace encore::domain
{
template<>
std::span<const EnumName<commands::PaymentResult>> enumNames();
template<>
std::span<const EnumName<commands::DisputeStage>> enumNames();
} // namespace encore::domain
