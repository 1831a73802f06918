// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/fundingpage.h"

#include "campaigncards.h"
#include "fundingmodels.h"
#include "ui/common/datatable.h"
#include "ui/common/moneytext.h"

#include <QLabel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace encore::ui
{
namespace
{

QVariant rightAligned()
{
    return int(Qt::AlignRight | Qt::AlignVCenter);
}

/// The row of the model behind what the table shows.
int sourceRow(const QModelIndex& index)
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model());
    return (proxy ? proxy->mapToSource(index) : index).row();
}

QLabel* headingOf(Page* page, const char* name)
{
    auto* heading = new QLabel(page);
    heading->setObjectName(QLatin1String(name));
    return heading;
}

} // namespace

QVariant FundingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::Projects::Row& project = row(index.row());
    const qint64 raised = project.raisedAtClosing.value_or(project.raised);
    if (role == Qt::TextAlignmentRole)
        return index.column() >= Raised && index.column() != Left ? rightAligned() : QVariant();
    if (role == SortRole) {
        const qint64 values[] = {0, 0, raised, project.goal, project.percentHundredths, project.backers, project.leftMs, project.neededPerDay};
        return index.column() < Raised ? QVariant() : QVariant(values[index.column()]);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Title:
        return project.title.isEmpty() ? tr("Without a title") : project.title;
    case State:
        return projectStateText(project.state);
    case Raised:
        return moneyText(raised, project.currency);
    case Goal:
        return moneyText(project.goal, project.currency);
    case Percent:
        return percentText(project.percentHundredths);
    case Backers:
        return QLocale().toString(project.backers);
    case Left:
        return project.leftMs > 0 ? timeLeftText(project) : QString();
    case Needed:
        return project.neededPerDay > 0 ? moneyText(project.neededPerDay, project.currency) : QString();
    }
    return {};
}

QVariant FundingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section >= Raised && section != Left)
        return rightAligned();
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Campaign"), tr("State"), tr("Raised"), tr("Goal"), tr("Reached"), tr("Backers"), tr("Left"), tr("Needed a day")};
    return titles[section];
}

void RewardOverviewModel::setCampaigns(const std::vector<commands::Projects::Row>& campaigns)
{
    m_campaigns.clear();
    for (const commands::Projects::Row& campaign : campaigns)
        m_campaigns[campaign.projectId] = {campaign.title, campaign.currency};
    retranslate();
}

QVariant RewardOverviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const domain::Reward& reward = row(index.row());
    const auto known = m_campaigns.find(reward.projectId);
    const auto& [campaign, currency] = known == m_campaigns.end() ? std::pair<QString, QString>() : known->second;
    const bool isLimited = reward.limit.has_value();
    const qint64 left = reward.limit.value_or(0) - reward.taken;
    const bool isNumber = index.column() == Price || index.column() == Taken || index.column() == Left;
    if (role == Qt::TextAlignmentRole)
        return isNumber ? rightAligned() : QVariant();
    if (role == SortRole && isNumber)
        return index.column() == Price ? reward.price : index.column() == Taken ? reward.taken : isLimited ? left : std::numeric_limits<qint64>::max();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Title:
        return reward.title;
    case Campaign:
        return campaign;
    case Price:
        return currency.isEmpty() ? QString() : moneyText(reward.price, currency);
    case Taken:
        return QLocale().toString(reward.taken);
    case Left:
        return isLimited ? QLocale().toString(left) : tr("no limit");
    case State:
        return reward.closed ? tr("closed") : isLimited && left <= 0 ? tr("sold out") : tr("can be chosen");
    }
    return {};
}

QVariant RewardOverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && (section == Price || section == Taken || section == Left))
        return rightAligned();
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Reward"), tr("Campaign"), tr("Price"), tr("Chosen"), tr("Left"), tr("State")};
    return titles[section];
}

FundingPage::FundingPage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_model(new FundingModel(this))
{
    setObjectName(QStringLiteral("fundingPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    m_heading = headingOf(this, "fundingHeadingLabel");
    m_summary = headingOf(this, "fundingSummaryLabel");
    m_summary->setWordWrap(true);
    m_table = new DataTable(*m_model, QStringLiteral("funding"), *services.settings, theme, this);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_heading);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    connect(m_table->view(), &QTableView::activated, this, [this](const QModelIndex& index) { Q_EMIT campaignWanted(m_model->row(sourceRow(index)).projectId); });
    m_wording.label(m_heading, [] { return tr("Funding"); });
    m_wording.also([this] {
        m_table->setCaption(tr("How all campaigns stand; Enter opens one"));
        m_table->setEmptyText(tr("There are no campaigns yet. Begin one under Campaigns."));
        m_model->retranslate();
        refresh();
    });
}

void FundingPage::reload()
{
    m_services.queries->ask<commands::Projects>({}, this, [this](const auto& rows) {
        if (rows)
            m_model->setRows(*rows);
        refresh();
    });
}

void FundingPage::refresh()
{
    m_heading->setFont(m_theme.font(TextRole::Title));
    qint64 live = 0;
    qint64 backers = 0;
    std::map<QString, qint64> raised; // currencies are not added
    for (const commands::Projects::Row& project : m_model->rows()) {
        if (project.state != domain::ProjectState::Live)
            continue;
        ++live;
        backers += project.backers;
        raised[project.currency] += project.raised;
    }
    QStringList sums;
    for (const auto& [currency, sum] : raised)
        sums << moneyText(sum, currency);
    m_summary->setVisible(live > 0);
    m_summary->setText(tr("Live now: %L1  ·  raised in them: %2  ·  backers: %L3").arg(live).arg(sums.join(QStringLiteral(", "))).arg(backers));
}

void FundingPage::retranslated()
{
    refresh();
}

RewardsPage::RewardsPage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_model(new RewardOverviewModel(this))
{
    setObjectName(QStringLiteral("rewardsPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    m_heading = headingOf(this, "rewardsHeadingLabel");
    m_table = new DataTable(*m_model, QStringLiteral("allRewards"), *services.settings, theme, this);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_heading);
    column->addWidget(m_table, 1);
    connect(m_table->view(), &QTableView::activated, this, [this](const QModelIndex& index) { Q_EMIT rewardsWanted(m_model->row(sourceRow(index)).projectId); });
    m_wording.label(m_heading, [] { return tr("Rewards"); });
    m_wording.also([this] {
        m_heading->setFont(m_theme.font(TextRole::Title));
        m_table->setCaption(tr("Rewards of all campaigns; Enter opens those of one"));
        m_table->setEmptyText(tr("There are no rewards yet. They are added inside a campaign."));
        m_model->retranslate();
    });
}

void RewardsPage::reload()
{
    m_services.queries->ask<commands::Projects>({}, this, [this](const auto& rows) {
        if (rows)
            m_model->setCampaigns(*rows);
    });
    m_services.queries->ask<commands::Rewards>({}, this, [this](const auto& rows) {
        if (rows)
            m_model->setRows(*rows);
    });
}

void RewardsPage::retranslated()
{
    m_model->retranslate();
}

} // namespace encore::ui
