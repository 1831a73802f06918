// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Projects, rewards and pledges in the store. Guards the counted sums: raised, backers and stock change only in put(), by the difference
// between a pledge before and after.

#include "domain/pledge.h"
#include "domain/project.h"
#include "store/unitofwork.h"

#include <map>

namespace encore::store
{

struct ProjectTotals {
    qint64 raised = 0; ///< minor units that stand
    qint64 pledges = 0; ///< with something that stands
    qint64 backers = 0; ///< distinct people with such a pledge

    friend bool operator==(const ProjectTotals&, const ProjectTotals&) = default;
};

struct ProjectDay {
    QDate day; ///< in the project's zone
    qint64 raised = 0;
    qint64 pledges = 0;
};

struct Contact {
    QString name;
    QString email;
};

struct ProjectUpdate {
    domain::UpdateId id;
    domain::ProjectId projectId;
    domain::Instant at;
    QString title;
    QString text;
    bool backersOnly = false;
};

struct RateRow {
    QString name;
    domain::Instant validFrom;
    qint64 value = 0;
};

struct ProjectPicture {
    QByteArray sha256; ///< of its file, see store/blobs.h
    QString caption;
};

enum class ClosingAction {
    Confirm, ///< the pledge stands, the campaign is funded
    Refund, ///< what stands of it goes back
    Cancel, ///< it was never paid
    Charge, ///< promised: it is charged now
    Leave, ///< nothing stands of it, or a dispute decides
    Wait, ///< its payment is unknown; the campaign cannot be decided before that is known
};

enum class ClosingOutcome {
    Funded,
    Failed,
    Collecting,
    Cancelled, ///< called off by somebody; everything goes back
};

struct ClosingLine {
    domain::PledgeId pledgeId;
    ClosingAction action = ClosingAction::Leave;
    qint64 amount = 0; ///< minor units that stand at the moment of planning
    domain::TaxedAmount platformFee; ///< this pledge's part of the fees, by largest remainder; zero unless it is confirmed
    domain::TaxedAmount providerFee;

    friend bool operator==(const ClosingLine&, const ClosingLine&) = default;
};

/// A plan that was accepted, and how far it is carried out.
struct Closing {
    QByteArray planHash;
    ClosingOutcome outcome = ClosingOutcome::Failed;
    domain::Instant decidedAt;
    qint64 raised = 0;
    domain::TaxedAmount platformFee;
    domain::TaxedAmount providerFee;
    int steps = 0;
    int stepsDone = 0;
    qint64 linesDone = 0; ///< of the plan, from its first
    [[nodiscard]] bool isCarriedOut() const { return stepsDone == steps; }
};

struct PledgeFilter {
    domain::ProjectId projectId;
    std::optional<domain::PledgeState> state;
    QString text; ///< a label, or words that begin words of the name or e-mail; empty: all
    int limit = 100;
    int offset = 0;
    std::optional<std::pair<domain::Instant, domain::PledgeId>> after; ///< those behind this one: as fast at the end of a million as at its beginning
};

struct PledgeRow {
    domain::Pledge pledge; ///< without its lines
    Contact backer;
};

/// Pledges of one source in one state, added up.
struct SourceSum {
    QString source;
    domain::Pledge sum; ///< its amounts are sums; standing() is what stands of all of them
    qint64 standing = 0; ///< how many of them have something that stands
};

class CampaignReader
{
public:
    explicit CampaignReader(Reader& reader) : m_database(reader.database()) { }

    /// The rate of this name that holds at a time; all rates are seeded by the schema.
    [[nodiscard]] qint64 rate(const char* name, domain::Instant at);
    [[nodiscard]] std::vector<RateRow> rates(); ///< by name and time

    [[nodiscard]] std::optional<domain::Project> project(domain::ProjectId id);
    [[nodiscard]] std::vector<domain::Project> projects(); ///< by label; stories left out
    [[nodiscard]] ProjectTotals totals(domain::ProjectId id);
    [[nodiscard]] std::vector<ProjectDay> days(domain::ProjectId id); ///< by day; days on which nothing changed are left out
    [[nodiscard]] std::vector<ProjectUpdate> updates(domain::ProjectId id); ///< newest first
    [[nodiscard]] std::vector<ProjectPicture> pictures(domain::ProjectId id); ///< in their order
    [[nodiscard]] std::vector<domain::ProjectId> projectsWith(const QByteArray& sha256); ///< whose picture this file is
    [[nodiscard]] std::map<domain::ProjectId, QByteArray> covers(); ///< the first picture of each that has one
    [[nodiscard]] std::vector<qint64> history(domain::ProjectId id); ///< sequences in the log, newest first

    [[nodiscard]] std::optional<domain::Reward> reward(domain::RewardId id);
    [[nodiscard]] std::vector<domain::Reward> rewards(domain::ProjectId id); ///< by position
    [[nodiscard]] std::vector<domain::Reward> rewards(); ///< of all projects, by project and position

    [[nodiscard]] std::optional<domain::Pledge> pledge(domain::PledgeId id);
    [[nodiscard]] qint64 countTaken(domain::RewardId id); ///< units anew, from the pledges that keep them
    /// Units of a reward that stand in pledges of one person.
    [[nodiscard]] qint64 unitsOf(domain::RewardId id, domain::PersonId backer);
    /// Every pledge of a project in the order in which they were placed, without its lines.
    void eachPledge(domain::ProjectId id, const std::function<void(const domain::Pledge&)>& visit);
    [[nodiscard]] std::vector<PledgeRow> pledges(const PledgeFilter& filter); ///< newest first
    [[nodiscard]] std::vector<SourceSum> sources(domain::ProjectId id);
    [[nodiscard]] std::optional<Contact> contact(const QUuid& owner);

    [[nodiscard]] std::optional<Closing> closing(domain::ProjectId id);
    /// Those of the plan from the line @p from on, counted from 0.
    [[nodiscard]] std::vector<ClosingLine> closingLines(domain::ProjectId id, qint64 from, int limit);
    /// The pledges of those lines, with what was chosen: one question for a whole step.
    [[nodiscard]] std::map<domain::PledgeId, domain::Pledge> closingPledges(domain::ProjectId id, qint64 from, int limit);
    [[nodiscard]] std::optional<ClosingLine> closingLine(domain::ProjectId id, domain::PledgeId pledge);

    /// Projects whose start or end has come and that still wait for it; by id.
    [[nodiscard]] std::vector<domain::ProjectId> dueToStart(domain::Instant now);
    [[nodiscard]] std::vector<domain::ProjectId> dueToClose(domain::Instant now);
    [[nodiscard]] std::vector<domain::ProjectId> unfinishedClosings(); ///< a plan was accepted and is not carried out to its end

protected:
    Database& m_database;

private:
    [[nodiscard]] bool isFrequent(const QString& terms);
};

class CampaignWriter final : public CampaignReader
{
public:
    explicit CampaignWriter(UnitOfWork& work) : CampaignReader(work.reader()), m_work(work) { }

    void putRate(const QString& name, domain::Instant validFrom, qint64 value);
    /// Writes all of the project with the version of the command that is being carried out, and notes it in the project's history.
    void put(domain::Project project);
    void put(domain::Reward reward);
    void remove(const domain::Reward& reward); ///< only one that nobody ever chose
    /// @p before is what stands in the store (absent: a new one). Sums, backers, days and stock follow by the difference; @p at is the day
    /// on which it counts.
    void put(const std::optional<domain::Pledge>& before, domain::Pledge after, const domain::EventZone& zone, domain::Instant at);
    /// What is given replaces what was known; what is empty leaves it.
    void completeContact(const QUuid& owner, const Contact& contact);
    void putUpdate(const ProjectUpdate& update);
    void putPictures(domain::ProjectId id, const std::vector<ProjectPicture>& pictures); ///< instead of those that were there

    void noteOrder(domain::PledgeId pledge, domain::OrderId order); ///< the order that carries the pledge's tickets

    void acceptPlan(domain::ProjectId id, const Closing& closing, const std::vector<ClosingLine>& lines);
    void markStepDone(domain::ProjectId id, int step, qint64 lines); ///< @p lines: how many the step carried out

private:
    void noteHistory(domain::ProjectId id, qint64 sequence);
    void putLines(const domain::Pledge& pledge);
    void countTotals(const std::optional<domain::Pledge>& before, const domain::Pledge& after, qint64 day);
    void countStock(const std::optional<domain::Pledge>& before, const domain::Pledge& after);

    UnitOfWork& m_work;
};

} // namespace encore::store

namespace encore::domain
{
template<>
std::span<const EnumName<store::ClosingAction>> enumNames();
template<>
std::span<const EnumName<store::ClosingOutcome>> enumNames();
} // namespace encore::domain
