// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the questions about campaigns and their rows are written as JSON.

#include "commands/projects/pictures.h"
#include "commands/projects/projectqueries.h"
#include "commands/rewards/rewards.h"

namespace encore::commands
{

template<>
struct Descriptor<domain::Project> {
    static auto fields()
    {
        using P = domain::Project;
        return std::tuple(field("project_id", &P::id, "the campaign"), field("label", &P::label, "what others call it"),
                          field("state", &P::state, "its state"), field("author", &P::author, "who may not review it"),
                          field("title", &P::title, "its title"), field("summary", &P::summary, "one or two sentences"),
                          field("story", &P::story, "Markdown, shown as text"), field("category", &P::category, "its category"),
                          field("venue", &P::venue, "where"), field("goal", &P::goal, "minor units"),
                          field("starts_at", &P::startsAt, "inclusive"), field("ends_at", &P::endsAt, "exclusive"),
                          field("success_basis", &P::basis, "what has to reach the goal"), field("payment_model", &P::model, "when backers are charged"),
                          field("donations_only", &P::donationsOnly, "there are no rewards"), field("payee", &P::payee, "who is paid"),
                          field("payout_account", &P::payoutAccount, "bank and number"),
                          field("performance_id", &P::performance, "the concert that it is for"),
                          field("stretch_goals", &P::stretchGoals, "what more money brings about"), field("faq", &P::faq, "questions and answers"),
                          field("budget", &P::budget, "what it costs"), field("reason", &P::reason, "why it was rejected, suspended or cancelled"),
                          field("version", &P::version, "to base an edit on"));
    }
};
template<>
struct Descriptor<ProjectPictures> {
    static auto fields() { return std::tuple(field("project_id", &ProjectPictures::projectId, "which campaign")); }
};
template<>
struct Descriptor<ProjectPictures::Row> {
    static auto fields()
    {
        using R = ProjectPictures::Row;
        return std::tuple(field("sha256", &R::sha256, "of its file"), field("caption", &R::caption, "what it shows"));
    }
};
template<>
struct Descriptor<ProjectDetails> {
    static auto fields() { return std::tuple(field("project_id", &ProjectDetails::projectId, "which campaign")); }
};
template<>
struct Descriptor<ProjectDetails::Row> {
    static auto fields()
    {
        using R = ProjectDetails::Row;
        return std::tuple(field("project", &R::project, "what it says"), field("missing", &R::missing, "fields that its review needs"),
                          field("budget_total", &R::budgetTotal, "minor units"),
                          field("break_even", &R::breakEven, "minor units to raise so that the budget is left after fees"));
    }
};
template<>
struct Descriptor<Rewards> {
    static auto fields() { return std::tuple(field("project_id", &Rewards::projectId, "of one campaign; absent: all")); }
};
template<>
struct Descriptor<domain::Reward> {
    static auto fields()
    {
        using R = domain::Reward;
        return std::tuple(field("reward_id", &R::id, "the reward"), field("label", &R::label, "what others call it"),
                          field("title", &R::title, "what backers read"), field("description", &R::description, "Markdown, shown as text"),
                          field("price", &R::price, "minor units"), field("limit", &R::limit, "how many there are"),
                          field("per_backer", &R::perBacker, "how many one person can have"), field("opens_at", &R::from, "inclusive"),
                          field("closes_at", &R::until, "exclusive"), field("items", &R::items, "what is in it"),
                          field("delivered_by", &R::deliveredBy, "when it is promised for"), field("needs_address", &R::needsAddress, "has to be sent"),
                          field("add_on", &R::addOn, "only together with another"), field("closed", &R::closed, "no longer offered"),
                          field("position", &R::position, "order on the page"), field("taken", &R::taken, "units in pledges that stand"),
                          field("ever_chosen", &R::everChosen, "its price and contents are frozen"), field("version", &R::version, "to base an edit on"));
    }
};
template<>
struct Descriptor<Pledges> {
    static auto fields()
    {
        return std::tuple(field("project_id", &Pledges::projectId, "which campaign"), field("state", &Pledges::state, "only these"),
                          field("text", &Pledges::text, "a label, or words that begin words of the name or e-mail").absentMeansDefault().atMost(200),
                          field("limit", &Pledges::limit, "1 to 1,000").absentMeansDefault(), field("offset", &Pledges::offset, "rows to leave out").absentMeansDefault(),
                          field("after", &Pledges::after, "a pledge: those behind it in the list"));
    }
};
template<>
struct Descriptor<Pledges::Row> {
    static auto fields()
    {
        using R = Pledges::Row;
        return std::tuple(field("pledge_id", &R::pledgeId, "the pledge"), field("label", &R::label, "what others call it"),
                          field("state", &R::state, "its state"), field("total", &R::total, "minor units"),
                          field("standing", &R::standing, "minor units that count"), field("refunded", &R::refunded, "minor units that went back"),
                          field("refund_owed", &R::refundOwed, "minor units that go back, gone or not"),
                          field("placed_at", &R::placedAt, "when it was received"), field("backer", &R::backer, "their name"),
                          field("email", &R::email, "their e-mail"), field("provider", &R::provider, "who takes the money"),
                          field("source", &R::source, "where they came from"), field("version", &R::version, "of its last change"));
    }
};
template<>
struct Descriptor<FundingCurve> {
    static auto fields() { return std::tuple(field("project_id", &FundingCurve::projectId, "which campaign")); }
};
template<>
struct Descriptor<FundingCurve::Row> {
    static auto fields()
    {
        using R = FundingCurve::Row;
        return std::tuple(field("day", &R::day, "YYYY-MM-DD in the campaign's zone"), field("raised", &R::raised, "minor units of this day"),
                          field("pledges", &R::pledges, "of this day"), field("total", &R::total, "minor units until its end"));
    }
};
template<>
struct Descriptor<ProjectOutlook> {
    static auto fields() { return std::tuple(field("project_id", &ProjectOutlook::projectId, "which campaign")); }
};
template<>
struct Descriptor<ProjectOutlook::Row> {
    static auto fields()
    {
        using R = ProjectOutlook::Row;
        return std::tuple(field("raised", &R::raised, "minor units now"), field("p10", &R::p10, "one of ten ends below this"),
                          field("p50", &R::p50, "half end below this"), field("p90", &R::p90, "nine of ten end below this"),
                          field("goal_permille", &R::goalPermille, "of 1,000 such campaigns, how many reach the goal"),
                          field("coverage_percent", &R::coveragePercent, "how often the end lies from p10 to p90"),
                          field("own_campaigns", &R::ownCampaigns, "finished ones of this workspace that it is based on"),
                          field("is_widened", &R::isWidened, "too few of them: simulated ones helped, and the band is wider"));
    }
};
template<>
struct Descriptor<Tasks> {
    static auto fields() { return std::tuple(field("limit", &Tasks::limit, "1 to 1,000").absentMeansDefault()); }
};
template<>
struct Descriptor<Tasks::Row> {
    static auto fields()
    {
        using R = Tasks::Row;
        return std::tuple(field("effect_id", &R::effectId, "the task"), field("kind", &R::kind, "what has to be done"),
                          field("project_id", &R::projectId, "for which campaign"), field("pledge_id", &R::pledgeId, "for which pledge"), field("order_id", &R::orderId, "of which order"),
                          field("label", &R::label, "of the pledge or order"), field("who", &R::who, "whose money it is"),
                          field("provider", &R::provider, "who took the money"), field("amount", &R::amount, "minor units"),
                          field("currency", &R::currency, "ISO 4217"), field("since", &R::since, "when it came up"), field("note", &R::note, "why"));
    }
};
template<>
struct Descriptor<LedgerBalances> {
    static auto fields() { return std::tuple<>(); }
};
template<>
struct Descriptor<LedgerBalances::Row> {
    static auto fields()
    {
        using R = LedgerBalances::Row;
        return std::tuple(field("account", &R::account, "as in journals"), field("kind", &R::kind, "what it is of"), field("scope", &R::scope, "whose"),
                          field("currency", &R::currency, "ISO 4217"), field("balance", &R::balance, "minor units, debits less credits"));
    }
};

template<>
struct Descriptor<ProjectUpdates> {
    static auto fields() { return std::tuple(field("project_id", &ProjectUpdates::projectId, "which campaign")); }
};
template<>
struct Descriptor<ProjectUpdates::Row> {
    static auto fields()
    {
        using R = ProjectUpdates::Row;
        return std::tuple(field("update_id", &R::updateId, "the update"), field("at", &R::at, "when"), field("title", &R::title, "its title"),
                          field("text", &R::text, "Markdown, shown as text"), field("backers_only", &R::backersOnly, "only backers read it"));
    }
};
template<>
struct Descriptor<ProjectHistory> {
    static auto fields()
    {
        return std::tuple(field("project_id", &ProjectHistory::projectId, "which campaign"),
                          field("limit", &ProjectHistory::limit, "1 to 1,000").absentMeansDefault());
    }
};
template<>
struct Descriptor<ProjectHistory::Row> {
    static auto fields()
    {
        using R = ProjectHistory::Row;
        return std::tuple(field("sequence", &R::sequence, "in the log"), field("at", &R::at, "when"), field("command", &R::command, "what was done"),
                          field("actor", &R::actor, "by whom"), field("device", &R::device, "where"), field("details", &R::details, "the arguments, as JSON"));
    }
};
template<>
struct Descriptor<ProjectSources> {
    static auto fields() { return std::tuple(field("project_id", &ProjectSources::projectId, "which campaign")); }
};
template<>
struct Descriptor<ProjectSources::Row> {
    static auto fields()
    {
        using R = ProjectSources::Row;
        return std::tuple(field("source", &R::source, "as the pledges name it; empty: none named"), field("raised", &R::raised, "minor units that stand"),
                          field("pledges", &R::pledges, "that stand"));
    }
};

} // namespace encore::commands
