// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/projects/projectqueries.h"

#include "answer.h"
#include "commands/demo/simulatedcampaign.h"
#include "domain/projection.h"
#include "projects/findproject.h"
#include "store/campaigns.h"
#include "store/ledgerbook.h"

#include <algorithm>
#include <numeric>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Project;
using domain::Result;

namespace
{

Projects::Row rowOf(const Project& project, store::CampaignReader& campaigns, domain::Instant now)
{
    const store::ProjectTotals totals = campaigns.totals(project.id);
    Projects::Row row;
    row.projectId = project.id;
    row.label = project.label;
    row.title = project.title;
    row.state = project.state;
    row.goal = project.goal;
    row.raised = totals.raised;
    row.percentHundredths = project.goal > 0 ? domain::percentHundredths(totals.raised, project.goal) : 0;
    if (termsAreFrozen(project.state) && project.state != domain::ProjectState::Live) {
        if (const auto closing = campaigns.closing(project.id))
            row.raisedAtClosing = closing->raised;
    }
    row.pledges = totals.pledges;
    row.backers = totals.backers;
    row.currency = project.currency.code();
    row.startsAt = project.startsAt;
    row.endsAt = project.endsAt;
    const bool runs = project.state == domain::ProjectState::Live || project.state == domain::ProjectState::Suspended;
    if (project.endsAt && runs) {
        row.leftMs = std::max<qint64>(0, project.endsAt->ms - now.ms);
        row.neededPerDay = domain::neededPerDay(totals.raised, project.goal, now, *project.endsAt);
    }
    row.category = project.category;
    row.version = project.version;
    return row;
}

/// What has to be raised so that the budget is left when the fees are paid, rounded up to the unit.
qint64 breakEvenOf(const Project& project, qint64 budget)
{
    // Fees are rounded, so that the exact solution may miss by some units: look upward from just below it.
    const qint64 rate = qint64(project.fees.platformBasisPoints) + project.fees.providerBasisPoints; // VAT of a tenth on top
    const __int128 left = 100'000 - __int128(rate) * 11;
    if (budget <= 0 || left <= 0)
        return 0;
    const auto leaves = [&](qint64 raised) {
        return raised - domain::vatOnTop(domain::shareOf(raised, project.fees.platformBasisPoints)).total()
            - domain::vatOnTop(domain::shareOf(raised, project.fees.providerBasisPoints)).total();
    };
    auto raised = qint64(std::max<__int128>(0, __int128(budget) * 100'000 / left - 5));
    while (leaves(raised) < budget)
        ++raised;
    return raised;
}

} // namespace

Result<std::vector<Projects::Row>> Projects::ask(const QueryContext& context) const
{
    store::CampaignReader campaigns(context.reader);
    std::vector<Row> rows;
    if (projectId) {
        const Result<Project> project = findProject(campaigns, *projectId);
        if (!project)
            return project.error();
        rows.push_back(rowOf(*project, campaigns, context.now));
        if (const auto pictures = campaigns.pictures(*projectId); !pictures.empty())
            rows.back().picture = pictures.front().sha256;
    } else {
        const auto covers = campaigns.covers();
        for (const Project& project : campaigns.projects()) {
            rows.push_back(rowOf(project, campaigns, context.now));
            if (const auto cover = covers.find(project.id); cover != covers.end())
                rows.back().picture = cover->second;
        }
    }
    return answer(std::move(rows), context.reader);
}

QString authorOf(domain::ProjectId id, store::Reader& reader)
{
    const auto project = store::CampaignReader(reader).project(id);
    return project ? project->author : QString();
}

Result<std::vector<ProjectDetails::Row>> ProjectDetails::ask(const QueryContext& context) const
{
    store::CampaignReader campaigns(context.reader);
    const Result<Project> project = findProject(campaigns, projectId);
    if (!project)
        return project.error();
    Row row;
    row.project = *project;
    const std::vector<domain::Reward> rewards = campaigns.rewards(projectId);
    const auto open = std::count_if(rewards.begin(), rewards.end(), [](const domain::Reward& reward) { return !reward.closed; });
    for (const domain::Missing& missing : missingForReview(*project, open))
        row.missing.push_back(QString::fromLatin1(missing.field));
    for (const domain::BudgetLine& line : project->budget)
        row.budgetTotal += line.amount;
    row.breakEven = breakEvenOf(*project, std::min(row.budgetTotal, domain::mostMinorUnits / 2));
    return answer(std::vector<Row>{row}, context.reader);
}

Result<std::vector<Rewards::Row>> Rewards::ask(const QueryContext& context) const
{
    store::CampaignReader campaigns(context.reader);
    return answer(projectId ? campaigns.rewards(*projectId) : campaigns.rewards(), context.reader);
}

Result<std::vector<Pledges::Row>> Pledges::ask(const QueryContext& context) const
{
    const Result<int> checked = checkedLimit(limit, 1'000);
    if (!checked)
        return checked.error();
    store::CampaignReader campaigns(context.reader);
    store::PledgeFilter filter{projectId, state, text, limit, offset, {}};
    if (after) {
        const auto last = campaigns.pledge(*after);
        if (!last)
            return error(ErrorCode::NotFound, message("pledge.not_found").with("pledge", after->text()));
        filter.after = {last->placedAt, last->id};
    }
    std::vector<Row> rows;
    for (const store::PledgeRow& found : campaigns.pledges(filter)) {
        const domain::Pledge& pledge = found.pledge;
        rows.push_back({pledge.id, pledge.label, pledge.state, pledge.total, pledge.standing(), pledge.refunded, pledge.refundOwed, pledge.placedAt,
                        found.backer.name, found.backer.email, pledge.provider, pledge.source, pledge.version});
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<FundingCurve::Row>> FundingCurve::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    qint64 total = 0;
    for (const store::ProjectDay& day : store::CampaignReader(context.reader).days(projectId)) {
        total += day.raised;
        rows.push_back({day.day.toString(Qt::ISODate), day.raised, day.pledges, total});
    }
    return answer(std::move(rows), context.reader);
}

namespace
{

/// How a campaign of this workspace came to what it ended with; nothing where it is not decided, or got nothing.
std::optional<domain::FundingShape> shapeOfFinished(const Project& project, store::CampaignReader& campaigns)
{
    const auto closing = campaigns.closing(project.id);
    const bool isDecided = closing && closing->outcome != store::ClosingOutcome::Cancelled && project.state != domain::ProjectState::Closing;
    if (!isDecided || closing->raised <= 0 || !project.startsAt || !project.endsAt)
        return std::nullopt;
    const QDate first = project.zone.dateOf(*project.startsAt);
    const QDate last = project.zone.dateOf(project.endsAt->plusMs(-1));
    std::vector<qint64> totals(size_t(first.daysTo(last) + 1), 0);
    for (const store::ProjectDay& day : campaigns.days(project.id)) {
        // Refunds after the end are no part of how it came to its sum.
        if (day.day >= first && day.day <= last)
            totals[size_t(first.daysTo(day.day))] += day.raised;
    }
    std::partial_sum(totals.begin(), totals.end(), totals.begin());
    totals.back() = closing->raised;
    return domain::shapeOf(totals);
}

/// The company for a house with few campaigns of its own; the same for everybody.
const std::vector<domain::FundingShape>& companyShapes()
{
    static const std::vector<domain::FundingShape> shapes = simulatedShapes(20'261'121, 400);
    return shapes;
}

} // namespace

Result<std::vector<ProjectOutlook::Row>> ProjectOutlook::ask(const QueryContext& context) const
{
    store::CampaignReader campaigns(context.reader);
    const Result<Project> project = findProject(campaigns, projectId);
    if (!project)
        return project.error();
    if (!project->startsAt || !project->endsAt || *project->endsAt <= *project->startsAt)
        return error(ErrorCode::Refused, message("project.missing.end"));
    std::vector<domain::FundingShape> own;
    for (const Project& finished : campaigns.projects()) {
        if (const auto shape = finished.id == project->id ? std::nullopt : shapeOfFinished(finished, campaigns))
            own.push_back(*shape);
    }
    const qint64 length = project->endsAt->ms - project->startsAt->ms;
    const auto elapsed = int(std::clamp<__int128>(__int128(context.now.ms - project->startsAt->ms) * 1'000 / length, 0, 1'000));
    const auto closing = campaigns.closing(project->id);
    const qint64 raised = closing ? closing->raised : campaigns.totals(project->id).raised;
    const domain::Projection found = domain::project(raised, project->goal, closing ? 1'000 : elapsed, own, companyShapes());
    return answer(std::vector<Row>{{raised, found.p10, found.p50, found.p90, found.goalPermille, domain::Projection::coveragePercent, qint64(found.ownCampaigns),
                                    found.isWidened}},
                  context.reader);
}

namespace
{

/// What people call the pledge or order that an effect is about, and whose it is.
std::pair<QString, QString> subjectOf(const store::Effect& effect, store::Reader& reader)
{
    store::CampaignReader campaigns(reader);
    const auto nameOf = [&](const QUuid& owner) {
        const store::Contact contact = campaigns.contact(owner).value_or(store::Contact());
        return contact.name.isEmpty() ? contact.email : contact.name;
    };
    if (effect.order) {
        const auto order = reader.order(*effect.order);
        return {order ? order->label : effect.order->text(), nameOf(effect.order->uuid())};
    }
    const auto pledge = effect.pledge ? campaigns.pledge(*effect.pledge) : std::nullopt;
    return pledge ? std::pair(pledge->label, nameOf(pledge->backer.uuid())) : std::pair(QString(), QString());
}

} // namespace

Result<std::vector<Tasks::Row>> Tasks::ask(const QueryContext& context) const
{
    const Result<int> checked = checkedLimit(limit, 1'000);
    if (!checked)
        return checked.error();
    std::vector<Row> rows;
    for (const store::Effect& effect : store::EffectReader(context.reader).tasks(limit)) {
        const auto [label, who] = subjectOf(effect, context.reader);
        rows.push_back({effect.id, effect.kind, effect.project, effect.pledge, effect.order, label, who, effect.provider, effect.amount, effect.currency,
                        effect.dueAt, effect.note});
    }
    return answer(std::move(rows), context.reader);
}

Result<std::vector<LedgerBalances::Row>> LedgerBalances::ask(const QueryContext& context) const
{
    std::vector<Row> rows;
    for (const store::AccountBalance& account : store::LedgerReader(context.reader).balances()) {
        rows.push_back({domain::journalName(account.account), domain::enumText(account.account.kind), account.account.scope,
                        account.balance.currency.code(), account.balance.minor});
    }
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
