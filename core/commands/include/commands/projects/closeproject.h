// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A campaign ends by a plan (DOMAIN §2): PlanClosing says what would happen to every pledge and gives the plan's hash, CloseProject accepts
// exactly that plan, CarryOutClosing does it in steps. Doing any of it twice, or on two servers at once, changes nothing more.

#include "commands/command.h"
#include "commands/query.h"
#include "store/campaigns.h"

namespace encore::commands
{

inline constexpr int pledgesAStep = 200; ///< so that no transaction holds the writer for long

struct ClosingPlan {
    domain::Project project;
    store::ClosingOutcome outcome = store::ClosingOutcome::Failed;
    qint64 raised = 0; ///< minor units that count
    domain::TaxedAmount platformFee;
    domain::TaxedAmount providerFee;
    std::vector<store::ClosingLine> lines; ///< by pledge; those of which nothing stands are left out
    QByteArray hash; ///< SHA-256 of all of it

    [[nodiscard]] qint64 count(store::ClosingAction action) const;
    [[nodiscard]] qint64 sum(store::ClosingAction action) const;
    [[nodiscard]] bool waits() const { return count(store::ClosingAction::Wait) > 0; }
    [[nodiscard]] qint64 payable() const; ///< what the payee gets after fees
};

/// What closing would do to a campaign as it stands. Pure: nothing is changed.
[[nodiscard]] ClosingPlan planClosing(const domain::Project& project, store::CampaignReader& campaigns);
/// Everything goes back, whatever the campaign reached.
[[nodiscard]] ClosingPlan planCancelling(const domain::Project& project, store::CampaignReader& campaigns);

struct PlanClosing {
    static constexpr const char* name = "PlanClosing";
    static constexpr const char* summary = "What closing a campaign would do, with the plan's hash that CloseProject asks for.";

    domain::ProjectId projectId;
    // What if: the plan for other terms. Such a plan can be looked at and not be carried out; its hash is empty.
    std::optional<qint64> goal; ///< minor units
    std::optional<domain::SuccessBasis> basis;
    std::optional<int> platformFee; ///< hundredths of a percent
    std::optional<int> providerFee;
    struct Row {
        domain::ProjectId projectId;
        QString label;
        QString title;
        domain::ProjectState state = domain::ProjectState::Draft;
        store::ClosingOutcome outcome = store::ClosingOutcome::Failed;
        qint64 goal = 0;
        qint64 raised = 0;
        qint64 confirmed = 0; ///< pledges
        qint64 refunded = 0;
        qint64 refundedAmount = 0;
        qint64 cancelled = 0;
        qint64 charged = 0;
        qint64 waiting = 0;
        domain::TaxedAmount platformFee;
        domain::TaxedAmount providerFee;
        qint64 payable = 0;
        QByteArray planHash;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

struct ClosingMade {
    domain::ProjectId projectId;
    domain::ProjectState state = domain::ProjectState::Closing;
    store::ClosingOutcome outcome = store::ClosingOutcome::Failed;
    qint64 waiting = 0; ///< payments that have to be known first
    int steps = 0;
    int stepsDone = 0;
};

struct CloseProject {
    static constexpr const char* name = "CloseProject";
    static constexpr const char* summary = "Close a campaign after its deadline, exactly as the plan with this hash says.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = ClosingMade;

    domain::ProjectId projectId;
    QByteArray planHash;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct CarryOutClosing {
    static constexpr const char* name = "CarryOutClosing";
    static constexpr const char* summary = "Carry out one step of a plan that was accepted.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = ClosingMade;

    domain::ProjectId projectId;
    QByteArray planHash;
    int step = 0; ///< from 0
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Any time before it is settled: what was paid goes back.
struct CancelProject {
    static constexpr const char* name = "CancelProject";
    static constexpr const char* summary = "Call a campaign off; every backer gets their money back.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageCampaigns;
    using Made = ClosingMade;

    domain::ProjectId projectId;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<domain::TaxedAmount> {
    static auto fields()
    {
        return std::tuple(field("supply", &domain::TaxedAmount::supply, "minor units"), field("vat", &domain::TaxedAmount::vat, "minor units, on top"));
    }
};
template<>
struct Descriptor<PlanClosing> {
    static auto fields()
    {
        using P = PlanClosing;
        return std::tuple(field("project_id", &P::projectId, "which campaign"), field("goal", &P::goal, "what if the goal were this"),
                          field("success_basis", &P::basis, "what if this had to reach the goal"),
                          field("platform_fee", &P::platformFee, "what if the platform's fee were this, in hundredths of a percent"),
                          field("provider_fee", &P::providerFee, "what if the provider's fee were this"));
    }
};
template<>
struct Descriptor<PlanClosing::Row> {
    static auto fields()
    {
        using R = PlanClosing::Row;
        return std::tuple(field("project_id", &R::projectId, "the campaign"), field("label", &R::label, "what others call it"),
                          field("title", &R::title, "its title"), field("state", &R::state, "its state now"),
                          field("outcome", &R::outcome, "how it would end"), field("goal", &R::goal, "minor units"),
                          field("raised", &R::raised, "minor units that count"), field("confirmed", &R::confirmed, "pledges that stand"),
                          field("refunded", &R::refunded, "pledges that get money back"),
                          field("refunded_amount", &R::refundedAmount, "minor units that go back"),
                          field("cancelled", &R::cancelled, "pledges that were never paid"),
                          field("charged", &R::charged, "promises that are charged now"),
                          field("waiting", &R::waiting, "pledges whose payment is unknown"),
                          field("platform_fee", &R::platformFee, "of the platform"), field("provider_fee", &R::providerFee, "of the provider"),
                          field("payable", &R::payable, "minor units for the payee"), field("plan_hash", &R::planHash, "SHA-256 of the plan"));
    }
};
template<>
struct Descriptor<ClosingMade> {
    static auto fields()
    {
        return std::tuple(field("project_id", &ClosingMade::projectId, "the campaign"), field("state", &ClosingMade::state, "its state now"),
                          field("outcome", &ClosingMade::outcome, "how it ends"),
                          field("waiting", &ClosingMade::waiting, "payments that have to be known first"),
                          field("steps", &ClosingMade::steps, "of the plan"), field("steps_done", &ClosingMade::stepsDone, "so far"));
    }
};
template<>
struct Descriptor<CloseProject> {
    static auto fields()
    {
        return std::tuple(field("project_id", &CloseProject::projectId, "which campaign"),
                          field("plan_hash", &CloseProject::planHash, "of PlanClosing, hexadecimal"));
    }
};
template<>
struct Descriptor<CarryOutClosing> {
    static auto fields()
    {
        return std::tuple(field("project_id", &CarryOutClosing::projectId, "which campaign"),
                          field("plan_hash", &CarryOutClosing::planHash, "of the plan that was accepted"),
                          field("step", &CarryOutClosing::step, "from 0; one that is done changes nothing"));
    }
};
template<>
struct Descriptor<CancelProject> {
    static auto fields()
    {
        return std::tuple(field("project_id", &CancelProject::projectId, "which campaign"),
                          field("reason", &CancelProject::reason, "why, in words that backers will read").atMost(2'000).notEmpty());
    }
};

} // namespace encore::commands
