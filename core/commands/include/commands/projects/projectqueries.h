// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the campaign screens and the command line ask. Every sum is exact: it stands in the store and moves with the pledge that changes it.

#include "commands/projects/createproject.h"
#include "commands/query.h"
#include "domain/pledge.h"
#include "domain/project.h"
#include "store/effects.h"

namespace encore::commands
{

/// All of them, by label; or one.
struct Projects {
    static constexpr const char* name = "Projects";
    static constexpr const char* summary = "Campaigns and how they stand: raised, percent, backers, time left, needed per day.";

    std::optional<domain::ProjectId> projectId;
    struct Row {
        domain::ProjectId projectId;
        QString label;
        QString title;
        domain::ProjectState state = domain::ProjectState::Draft;
        qint64 goal = 0;
        qint64 raised = 0;
        qint64 percentHundredths = 0; ///< rounded down
        std::optional<qint64> raisedAtClosing; ///< what counted when it was decided; refunds come after that
        qint64 pledges = 0;
        qint64 backers = 0;
        QString currency;
        std::optional<domain::Instant> startsAt;
        std::optional<domain::Instant> endsAt;
        qint64 leftMs = 0; ///< until the end; 0: over, or not set
        qint64 neededPerDay = 0;
        QString category;
        QByteArray picture; ///< SHA-256 of the first one; empty: none
        qint64 version = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

template<>
struct Descriptor<Projects> {
    static auto fields() { return std::tuple(field("project_id", &Projects::projectId, "one of them; absent: all")); }
};
template<>
struct Descriptor<Projects::Row> {
    static auto fields()
    {
        using R = Projects::Row;
        return std::tuple(field("project_id", &R::projectId, "the campaign"), field("label", &R::label, "what others call it"),
                          field("title", &R::title, "its title"), field("state", &R::state, "its state"), field("goal", &R::goal, "minor units"),
                          field("raised", &R::raised, "minor units that stand"),
                          field("percent_hundredths", &R::percentHundredths, "of the goal, rounded down: 9999 is 99.99 %"),
                          field("raised_at_closing", &R::raisedAtClosing, "minor units that counted when it was decided"),
                          field("pledges", &R::pledges, "that stand"), field("backers", &R::backers, "distinct people"),
                          field("currency", &R::currency, "ISO 4217"), field("starts_at", &R::startsAt, "inclusive"),
                          field("ends_at", &R::endsAt, "exclusive"), field("left_ms", &R::leftMs, "until the end"),
                          field("needed_per_day", &R::neededPerDay, "minor units, rounded up"), field("category", &R::category, "its category"),
                          field("picture", &R::picture, "SHA-256 of its first picture; empty: none"),
                          field("version", &R::version, "to base an edit on"));
    }
};

/// Whose campaign it is; empty where there is none.
[[nodiscard]] QString authorOf(domain::ProjectId project, store::Reader& reader);

/// One row: everything that can be edited, with the version to base the edit on.
struct ProjectDetails {
    static constexpr const char* name = "ProjectDetails";
    static constexpr const char* summary = "All that a campaign says, and what its review still misses.";

    domain::ProjectId projectId;
    struct Row {
        domain::Project project;
        std::vector<QString> missing; ///< names of fields that in_review needs
        qint64 budgetTotal = 0; ///< what it costs
        qint64 breakEven = 0; ///< what has to be raised so that the budget is left after fees
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

struct Rewards {
    static constexpr const char* name = "Rewards";
    static constexpr const char* summary = "What campaigns offer, and how much of it is taken.";

    std::optional<domain::ProjectId> projectId; ///< absent: of all
    using Row = domain::Reward;
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Newest first, a page at a time.
struct Pledges {
    static constexpr const char* name = "Pledges";
    static constexpr const char* summary = "Pledges of a campaign, newest first.";

    domain::ProjectId projectId;
    std::optional<domain::PledgeState> state;
    QString text; ///< a label, or words that begin words of the name or e-mail
    int limit = 100; ///< 1 to 1,000
    int offset = 0;
    std::optional<domain::PledgeId> after; ///< those behind this one in the list; faster than an offset
    struct Row {
        domain::PledgeId pledgeId;
        QString label;
        domain::PledgeState state = domain::PledgeState::Pending;
        qint64 total = 0;
        qint64 standing = 0;
        qint64 refunded = 0;
        qint64 refundOwed = 0;
        domain::Instant placedAt;
        QString backer;
        QString email;
        QString provider;
        QString source;
        qint64 version = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// What each day brought, days of nothing left out.
struct FundingCurve {
    static constexpr const char* name = "FundingCurve";
    static constexpr const char* summary = "What each day brought to a campaign, in its own zone.";

    domain::ProjectId projectId;
    struct Row {
        QString day; ///< YYYY-MM-DD
        qint64 raised = 0; ///< of this day; refunds count against it
        qint64 pledges = 0;
        qint64 total = 0; ///< until the end of this day
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Where a campaign may end, with how often such a band holds; see domain/projection.h. One row.
struct ProjectOutlook {
    static constexpr const char* name = "ProjectOutlook";
    static constexpr const char* summary = "Where a campaign may end: P10, P50, P90, the chance of its goal, and how often such a band holds.";

    domain::ProjectId projectId;
    struct Row {
        qint64 raised = 0;
        qint64 p10 = 0;
        qint64 p50 = 0;
        qint64 p90 = 0;
        int goalPermille = 0;
        int coveragePercent = 0;
        qint64 ownCampaigns = 0;
        bool isWidened = false;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Newest first.
struct ProjectUpdates {
    static constexpr const char* name = "ProjectUpdates";
    static constexpr const char* summary = "What the backers of a campaign were told, newest first.";

    domain::ProjectId projectId;
    struct Row {
        domain::UpdateId updateId;
        domain::Instant at;
        QString title;
        QString text;
        bool backersOnly = false;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Newest first.
struct ProjectHistory {
    static constexpr const char* name = "ProjectHistory";
    static constexpr const char* summary = "What was done to a campaign and its rewards, by whom, newest first.";

    domain::ProjectId projectId;
    int limit = 200; ///< 1 to 1,000
    struct Row {
        qint64 sequence = 0; ///< in the log
        domain::Instant at;
        QString command;
        QString actor;
        QString device;
        QString details; ///< the arguments, as JSON
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Where the money comes from; the largest first. One that nobody named is the empty text.
struct ProjectSources {
    static constexpr const char* name = "ProjectSources";
    static constexpr const char* summary = "Where the money of a campaign comes from: newsletter, poster, friends ….";

    domain::ProjectId projectId;
    struct Row {
        QString source;
        qint64 raised = 0;
        qint64 pledges = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// What waits for a person: refunds that bounced or are paid out by hand.
struct Tasks {
    static constexpr const char* name = "Tasks";
    static constexpr const char* summary = "What waits for a person: refunds that bounced, and payments that are made by hand.";

    int limit = 100; ///< 1 to 1,000
    struct Row {
        domain::EffectId effectId;
        store::EffectKind kind = store::EffectKind::Refund;
        std::optional<domain::ProjectId> projectId;
        std::optional<domain::PledgeId> pledgeId;
        std::optional<domain::OrderId> orderId;
        QString label; ///< of the pledge or order
        QString who; ///< whose money it is
        QString provider;
        qint64 amount = 0;
        QString currency;
        domain::Instant since;
        QString note;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

struct LedgerBalances {
    static constexpr const char* name = "LedgerBalances";
    static constexpr const char* summary = "What every account of the books holds: debits less credits.";
    struct Row {
        QString account; ///< as in journals
        QString kind;
        QString scope;
        QString currency;
        qint64 balance = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

} // namespace encore::commands
