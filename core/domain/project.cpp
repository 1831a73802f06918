// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/project.h"

#include <algorithm>

namespace encore::domain
{

namespace
{

using S = ProjectState;
using A = ProjectAction;

struct Rule {
    A action;
    std::vector<S> from;
    std::optional<S> to; ///< absent: the state stays
};

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> table{
        {A::Edit, {S::Draft, S::Scheduled, S::Live, S::Suspended, S::Collecting, S::Funded}, std::nullopt},
        {A::Submit, {S::Draft}, S::InReview},
        {A::Approve, {S::InReview}, S::Scheduled},
        {A::Reject, {S::InReview}, S::Draft},
        {A::Start, {S::Scheduled}, S::Live},
        {A::Suspend, {S::Live}, S::Suspended},
        {A::Resume, {S::Suspended}, S::Live},
        // A deadline does not wait for a suspension to end; and where a payment was unknown, closing is planned again.
        {A::Close, {S::Live, S::Suspended, S::Closing}, S::Closing},
        {A::Fund, {S::Closing, S::Collecting}, S::Funded},
        {A::Fail, {S::Closing, S::Collecting}, S::Failed},
        {A::Collect, {S::Closing}, S::Collecting},
        {A::Cancel,
         {S::Draft, S::InReview, S::Scheduled, S::Live, S::Suspended, S::Closing, S::Collecting, S::Funded, S::Failed, S::Settling},
         S::Cancelled},
        {A::PostUpdate,
         {S::Live, S::Suspended, S::Closing, S::Collecting, S::Funded, S::Failed, S::Settling, S::Settled, S::Cancelled},
         std::nullopt},
        {A::ChangeRewards, {S::Draft, S::Scheduled, S::Live, S::Suspended}, std::nullopt},
        {A::PlacePledge, {S::Live}, std::nullopt},
        {A::CancelPledge, {S::Live, S::Suspended}, std::nullopt},
        {A::RecordPayment,
         {S::Live, S::Suspended, S::Closing, S::Collecting, S::Funded, S::Failed, S::Settling, S::Settled, S::Archived, S::Cancelled},
         std::nullopt},
        {A::Refund,
         {S::Live, S::Suspended, S::Collecting, S::Funded, S::Failed, S::Settling, S::Settled, S::Archived, S::Cancelled},
         std::nullopt},
        {A::Dispatch, {S::Funded, S::Settling, S::Settled}, std::nullopt},
    };
    return table;
}

constexpr qint64 dayMs = 24 * 60 * 60 * 1000;

} // namespace

Result<ProjectState> stateAfter(ProjectState state, ProjectAction action)
{
    const auto rule = std::find_if(rules().begin(), rules().end(), [action](const Rule& row) { return row.action == action; });
    Q_ASSERT(rule != rules().end());
    if (std::find(rule->from.begin(), rule->from.end(), state) == rule->from.end()) {
        return error(ErrorCode::Refused, message("project.not_now")
                                             .with("action", messageFor("project.action.", action))
                                             .with("state", messageFor("project.state.", state)));
    }
    return rule->to.value_or(state);
}

std::vector<Missing> missingForReview(const Project& project, qint64 openRewards)
{
    std::vector<Missing> missing;
    if (project.title.trimmed().isEmpty())
        missing.push_back({"title", message("project.missing.title")});
    if (project.goal <= 0)
        missing.push_back({"goal", message("project.missing.goal")});
    if (!project.startsAt)
        missing.push_back({"starts_at", message("project.missing.start")});
    if (!project.endsAt)
        missing.push_back({"ends_at", message("project.missing.end")});
    if (project.startsAt && project.endsAt && *project.endsAt <= *project.startsAt)
        missing.push_back({"ends_at", message("project.missing.order")});
    if (!project.payee || project.payoutAccount.trimmed().isEmpty())
        missing.push_back({"payout_account", message("project.missing.payout")});
    if (openRewards == 0 && !project.donationsOnly)
        missing.push_back({"rewards", message("project.missing.rewards")});
    return missing;
}

bool termsAreFrozen(ProjectState state)
{
    return state != S::Draft && state != S::InReview && state != S::Scheduled;
}

bool isOpenAt(const Project& project, Instant at)
{
    return project.startsAt && project.endsAt && *project.startsAt <= at && at < *project.endsAt;
}

qint64 percentHundredths(qint64 raised, qint64 goal)
{
    Q_ASSERT(goal > 0 && raised >= 0);
    return qint64(__int128(raised) * 10'000 / goal);
}

qint64 neededPerDay(qint64 raised, qint64 goal, Instant now, Instant end)
{
    if (raised >= goal || now >= end)
        return 0;
    const qint64 days = (end.ms - now.ms + dayMs - 1) / dayMs;
    return (goal - raised + days - 1) / days;
}

} // namespace encore::domain
