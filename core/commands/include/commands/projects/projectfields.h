// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person may say about a campaign, as CreateProject and EditProject take it.

#include "commands/command.h"
#include "domain/project.h"

namespace encore::commands
{

inline constexpr qsizetype mostListItems = 200; ///< stretch goals, questions, budget lines

/// Absent means: as it is.
struct ProjectFields {
    std::optional<QString> title;
    std::optional<QString> shortText; ///< “summary” outside
    std::optional<QString> story;
    std::optional<QString> category;
    std::optional<QString> venue;
    std::optional<qint64> goal;
    std::optional<domain::Instant> startsAt;
    std::optional<domain::Instant> endsAt;
    std::optional<QString> timeZone;
    std::optional<domain::SuccessBasis> basis;
    std::optional<domain::PaymentModel> model;
    std::optional<bool> donationsOnly;
    std::optional<domain::PersonId> payee;
    std::optional<QString> payoutAccount;
    std::optional<domain::PerformanceId> performance;
    std::optional<std::vector<domain::StretchGoal>> stretchGoals;
    std::optional<std::vector<domain::FaqEntry>> faq;
    std::optional<std::vector<domain::BudgetLine>> budget;
};

template<>
struct Descriptor<domain::StretchGoal> {
    static auto fields()
    {
        return std::tuple(field("amount", &domain::StretchGoal::amount, "minor units that bring it about"),
                          field("text", &domain::StretchGoal::text, "what happens then").atMost(1'000));
    }
};

template<>
struct Descriptor<domain::FaqEntry> {
    static auto fields()
    {
        return std::tuple(field("question", &domain::FaqEntry::question, "what people ask").atMost(1'000),
                          field("answer", &domain::FaqEntry::answer, "what they are told").atMost(10'000));
    }
};

template<>
struct Descriptor<domain::BudgetLine> {
    static auto fields()
    {
        return std::tuple(field("name", &domain::BudgetLine::name, "hall rental, crew, production …").atMost(200),
                          field("amount", &domain::BudgetLine::amount, "minor units"));
    }
};

/// The fields' description, to be put behind those of a command that has them.
[[nodiscard]] inline auto projectFieldDescriptions()
{
    using F = ProjectFields;
    return std::tuple(field("title", &F::title, "what the campaign is called").atMost(domain::mostTitleCharacters),
                      field("summary", &F::shortText, "one or two sentences").atMost(1'000),
                      field("story", &F::story, "Markdown, shown as text").atMost(domain::mostStoryCharacters),
                      field("category", &F::category, "one word, for example jazz").atMost(100),
                      field("venue", &F::venue, "where the concert will be").atMost(200),
                      field("goal", &F::goal, "minor units of the workspace's currency"),
                      field("starts_at", &F::startsAt, "pledges count from here, inclusive"),
                      field("ends_at", &F::endsAt, "pledges count until here, exclusive"),
                      field("time_zone", &F::timeZone, "IANA name; the workspace's own where absent").atMost(64),
                      field("success_basis", &F::basis, "what has to reach the goal"),
                      field("payment_model", &F::model, "when backers are charged"),
                      field("donations_only", &F::donationsOnly, "there are no rewards"),
                      field("payee", &F::payee, "who is paid"),
                      field("payout_account", &F::payoutAccount, "bank and number").atMost(200),
                      field("performance_id", &F::performance, "the concert that it is for"),
                      field("stretch_goals", &F::stretchGoals, "what more money brings about").atMost(mostListItems),
                      field("faq", &F::faq, "questions and answers").atMost(mostListItems),
                      field("budget", &F::budget, "what it costs; its sum is the break-even").atMost(mostListItems));
}

/// Writes what is given into @p project; names what cannot be. Amounts are checked for sign and size, times for order.
[[nodiscard]] domain::Status applyFields(const ProjectFields& fields, domain::Project& project);

/// The names of what is given, as they stand in the JSON.
[[nodiscard]] std::vector<QByteArray> givenFields(const ProjectFields& fields);

} // namespace encore::commands
