// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A campaign: what it says, and in which state it may do what (DOMAIN §2).

#include "domain/enumname.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/time.h"

#include <optional>
#include <vector>

namespace encore::domain
{

enum class ProjectState {
    Draft,
    InReview,
    Scheduled,
    Live,
    Suspended,
    Closing, ///< past its deadline; the plan is not carried out to its end yet
    Collecting, ///< pledges that are charged on success are being charged
    Funded,
    Failed,
    Settling,
    Settled,
    Archived,
    Cancelled,
};

/// What somebody wants to do to a project, its rewards or its pledges.
enum class ProjectAction {
    Edit,
    Submit,
    Approve,
    Reject,
    Start,
    Suspend,
    Resume,
    Close,
    Fund, ///< the plan is carried out and the goal was reached
    Fail, ///< the plan is carried out and it was not
    Collect, ///< the goal was reached in promises; now they are charged
    Cancel,
    PostUpdate,
    ChangeRewards,
    PlacePledge,
    CancelPledge,
    RecordPayment,
    Refund,
    Dispatch,
};

/// The state after @p action in @p state; an error in words where it is not possible there.
[[nodiscard]] Result<ProjectState> stateAfter(ProjectState state, ProjectAction action);

enum class SuccessBasis { PledgedAtDeadline, CollectedAtWindowEnd };
enum class PaymentModel {
    Immediate, ///< paid at once, refunded in full by itself when the goal is missed
    OnSuccess, ///< charged after closing, one attempt a day, then dropped
};

/// Rates in hundredths of a percent of what was paid; VAT comes on top (DOMAIN §12).
struct FeePlan {
    int platformBasisPoints = 500;
    int providerBasisPoints = 300;
    friend bool operator==(const FeePlan&, const FeePlan&) = default;
};

struct StretchGoal {
    qint64 amount = 0; ///< minor units
    QString text;
    friend bool operator==(const StretchGoal&, const StretchGoal&) = default;
};
struct FaqEntry {
    QString question;
    QString answer;
    friend bool operator==(const FaqEntry&, const FaqEntry&) = default;
};
/// One cost of the project: hall rental, crew, production …
struct BudgetLine {
    QString name;
    qint64 amount = 0; ///< minor units
    friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

inline constexpr qsizetype mostTitleCharacters = 200;
inline constexpr qsizetype mostStoryCharacters = 100'000;

struct Project {
    ProjectId id;
    QString label; ///< what outsiders call it
    ProjectState state = ProjectState::Draft;
    QString author; ///< who may not review it
    QString title;
    QString summary;
    QString story; ///< Markdown; shown as text, never run
    QString category;
    QString venue;
    Currency currency = Currency::krw();
    qint64 goal = 0; ///< minor units
    std::optional<Instant> startsAt; ///< inclusive
    std::optional<Instant> endsAt; ///< exclusive
    EventZone zone = EventZone::utc();
    SuccessBasis basis = SuccessBasis::PledgedAtDeadline;
    PaymentModel model = PaymentModel::Immediate;
    FeePlan fees;
    bool donationsOnly = false;
    std::optional<PersonId> payee;
    QString payoutAccount; ///< bank and number, as finance needs it
    std::optional<PerformanceId> performance;
    std::vector<StretchGoal> stretchGoals;
    std::vector<FaqEntry> faq;
    std::vector<BudgetLine> budget;
    QString reason; ///< why it was rejected, suspended or cancelled
    qint64 version = 0; ///< sequence in the log of its last change

    friend bool operator==(const Project&, const Project&) = default;
};

/// Something that keeps a project from going on, and the field where it can be mended.
struct Missing {
    const char* field;
    Message message;
};

/// What in_review needs and the project has not: title, goal, start before end, a payout account, a reward or “donations only”.
[[nodiscard]] std::vector<Missing> missingForReview(const Project& project, qint64 openRewards);

/// Whether the terms – goal, deadline, basis, model, fees – are frozen in this state.
[[nodiscard]] bool termsAreFrozen(ProjectState state);

/// [start, end): at the end itself it is too late.
[[nodiscard]] bool isOpenAt(const Project& project, Instant at);

/// Hundredths of a percent, rounded down, so that 100.00 is not shown before the goal. @p goal > 0, @p raised ≥ 0.
[[nodiscard]] qint64 percentHundredths(qint64 raised, qint64 goal);
/// What each day until the end has to bring, rounded up; 0 where the goal is reached or the end has come. A day begun counts as one.
[[nodiscard]] qint64 neededPerDay(qint64 raised, qint64 goal, Instant now, Instant end);

template<>
std::span<const EnumName<ProjectState>> enumNames();
template<>
std::span<const EnumName<ProjectAction>> enumNames();
template<>
std::span<const EnumName<SuccessBasis>> enumNames();
template<>
std::span<const EnumName<PaymentModel>> enumNames();

} // namespace encore::domain
