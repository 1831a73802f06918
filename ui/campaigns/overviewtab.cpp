// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewtab.h"

#include "campaigncards.h"
#include "fundingchart.h"
#include "ui/common/chartfile.h"
#include "ui/common/moneytext.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

namespace encore::ui
{

QVariant ShareModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ShareRow& share = row(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return share.name;
    case Count:
        return QLocale().toString(share.count);
    case Amount:
        return moneyText(share.amount, m_currency);
    case Share:
        return QString(QLocale().toString(share.permille / 10) + QLocale().decimalPoint() + QString::number(share.permille % 10) + QStringLiteral(" %"));
    }
    return {};
}

QVariant ShareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {m_title(), tr("Units"), tr("Amount"), tr("Share")};
    return titles[section];
}

OverviewTab::OverviewTab(const Services& services, Theme& theme, QWidget* parent) : CampaignTab(services, theme, parent)
{
    setObjectName(QStringLiteral("overviewTab"));
    build();
    say();
}

OverviewTab::Figure OverviewTab::makeFigure(const QString& name, QWidget* row)
{
    Figure figure;
    auto* card = new QFrame(row);
    Theme::makeCard(card);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(2 * Theme::grid, Theme::grid, 2 * Theme::grid, Theme::grid);
    column->setSpacing(2);
    const auto label = [&](const char* part) {
        auto* made = new QLabel(card);
        made->setObjectName(name + QLatin1String(part));
        made->setWordWrap(true);
        column->addWidget(made);
        return made;
    };
    figure.title = label("TitleLabel");
    figure.value = label("Label");
    figure.note = label("NoteLabel");
    Theme::makeMuted(figure.title);
    Theme::makeMuted(figure.note);
    column->addStretch();
    row->layout()->addWidget(card);
    return figure;
}

QWidget* OverviewTab::makeChartCard(QWidget* parent)
{
    auto* chartCard = new QFrame(parent);
    Theme::makeCard(chartCard);
    auto* chartColumn = new QVBoxLayout(chartCard);
    chartColumn->setContentsMargins(2 * Theme::grid, Theme::grid, 2 * Theme::grid, Theme::grid);
    m_chart = new FundingChart(m_theme, chartCard);
    m_outlookText = new QLabel(chartCard);
    m_outlookText->setObjectName(QStringLiteral("outlookLabel"));
    m_outlookText->setWordWrap(true);
    chartColumn->addWidget(m_chart, 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(2 * Theme::grid);
    below->addWidget(m_outlookText, 1);
    m_saveChart = new QPushButton(chartCard);
    m_saveChart->setObjectName(QStringLiteral("saveChartButton"));
    below->addWidget(m_saveChart, 0, Qt::AlignTop);
    chartColumn->addLayout(below);
    connect(m_saveChart, &QPushButton::clicked, this, [this] {
        chooseChartFile(*m_chart, [this](const QString& said) {
            m_outlookText->setText(said);
            m_outlookText->show();
        });
    });
    return chartCard;
}

void OverviewTab::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("overviewScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inside = new QWidget(scroll);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 2 * Theme::grid, Theme::grid, 0);
    column->setSpacing(2 * Theme::grid);
    auto* row = new QWidget(inside);
    auto* cards = new QHBoxLayout(row);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(2 * Theme::grid);
    for (const char* name : {"raised", "backers", "left", "needed"})
        m_figures.push_back(makeFigure(QLatin1String(name), row));
    column->addWidget(row);
    column->addWidget(makeChartCard(inside), 1);
    m_rewards = new ShareModel([] { return OverviewTab::tr("Reward"); }, this);
    m_sources = new ShareModel([] { return OverviewTab::tr("Source"); }, this);
    auto* tables = new QHBoxLayout;
    tables->setSpacing(2 * Theme::grid);
    const auto table = [&](QLabel*& title, QTableView*& view, ShareModel* model, const char* name) {
        auto* part = new QVBoxLayout;
        title = new QLabel(inside);
        title->setObjectName(QLatin1String(name) + QStringLiteral("TitleLabel"));
        view = new QTableView(inside);
        view->setObjectName(QLatin1String(name) + QStringLiteral("TableView"));
        view->setModel(model);
        view->verticalHeader()->hide();
        view->verticalHeader()->setDefaultSectionSize(4 * Theme::grid);
        view->setShowGrid(false);
        view->setSelectionBehavior(QAbstractItemView::SelectRows);
        view->setTabKeyNavigation(false);
        view->setMinimumHeight(20 * Theme::grid);
        view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        part->addWidget(title);
        part->addWidget(view);
        tables->addLayout(part, 1);
    };
    table(m_rewardsTitle, m_rewardsTable, m_rewards, "rewardShares");
    table(m_sourcesTitle, m_sourcesTable, m_sources, "sources");
    column->addLayout(tables);
    scroll->setWidget(inside);
    outer->addWidget(scroll);
}

void OverviewTab::say()
{
    m_wording.label(m_figures[0].title, [] { return tr("Raised"); });
    m_wording.label(m_figures[1].title, [] { return tr("Backers"); });
    m_wording.label(m_figures[2].title, [] { return tr("Time"); });
    m_wording.label(m_figures[3].title, [] { return tr("Needed per day"); });
    m_wording.button(m_saveChart, [] { return tr("Save the chart…"); }, [] { return tr("As a picture, for a letter or a talk"); });
    m_wording.label(m_rewardsTitle, [] { return tr("What backers chose"); });
    m_wording.label(m_sourcesTitle, [] { return tr("Where the money comes from"); });
    m_wording.control(m_rewardsTable, [] { return tr("What backers chose"); }, [] { return tr("Shares of what the rewards brought"); });
    m_wording.control(m_sourcesTable, [] { return tr("Where the money comes from"); }, [] { return tr("As the pledges name it"); });
    m_wording.also([this] {
        m_rewards->retranslate();
        m_sources->retranslate();
    });
}

void OverviewTab::show(bool isAnother)
{
    if (isAnother) {
        m_outlook.reset();
        m_days.clear();
    }
    refreshFigures();
    ask();
}

void OverviewTab::ask()
{
    const domain::ProjectId id = m_case->project().id;
    const auto isStill = [this, id] { return m_case->project().id == id; };
    m_services.queries->ask<commands::FundingCurve>({id}, this, [this, isStill](const auto& rows) {
        if (rows && isStill())
            m_days = *rows;
        refreshFigures();
    });
    m_services.queries->ask<commands::ProjectOutlook>({id}, this, [this, isStill](const auto& rows) {
        m_outlook = rows && !rows->empty() && isStill() ? std::optional(rows->front()) : std::nullopt;
        refreshFigures();
    });
    m_services.queries->ask<commands::Rewards>({id}, this, [this, isStill](const auto& rows) {
        if (rows && isStill())
            refreshShares(*rows);
    });
    m_services.queries->ask<commands::ProjectSources>({id}, this, [this, isStill](const auto& rows) {
        if (!rows || !isStill())
            return;
        qint64 whole = 0;
        for (const commands::ProjectSources::Row& row : *rows)
            whole += row.raised;
        std::vector<ShareRow> shares;
        for (const commands::ProjectSources::Row& row : *rows)
            shares.push_back({row.source.isEmpty() ? tr("not named") : row.source, row.raised, row.pledges, whole ? int(row.raised * 1'000 / whole) : 0});
        m_sources->setCurrency(m_case->project().currency);
        m_sources->setRows(shares);
        m_sourcesTable->horizontalHeader()->resizeSections(QHeaderView::ResizeToContents);
    });
}

void OverviewTab::refreshShares(const std::vector<domain::Reward>& rewards)
{
    qint64 whole = 0;
    for (const domain::Reward& reward : rewards)
        whole += reward.price * reward.taken;
    std::vector<ShareRow> shares;
    for (const domain::Reward& reward : rewards)
        shares.push_back({reward.title, reward.price * reward.taken, reward.taken, whole ? int(reward.price * reward.taken * 1'000 / whole) : 0});
    m_rewards->setCurrency(m_case->project().currency);
    m_rewards->setRows(shares);
    m_rewardsTable->horizontalHeader()->resizeSections(QHeaderView::ResizeToContents); // the rows came after the table was laid out
}

void OverviewTab::refreshFigures()
{
    const commands::Projects::Row& status = m_case->status;
    const domain::Project& project = m_case->project();
    for (const Figure& figure : m_figures)
        figure.value->setFont(m_theme.font(TextRole::Title));
    for (QLabel* title : {m_rewardsTitle, m_sourcesTitle})
        title->setFont(m_theme.font(TextRole::Heading));
    const qint64 raised = status.raisedAtClosing.value_or(status.raised);
    m_figures[0].value->setText(moneyText(raised, project.currency));
    m_figures[0].note->setText(tr("%1 of %2").arg(percentText(status.percentHundredths), moneyText(project.goal, project.currency)));
    m_figures[1].value->setText(QLocale().toString(status.backers));
    m_figures[1].note->setText(tr("Pledges: %1").arg(QLocale().toString(status.pledges)));
    m_figures[2].value->setText(timeLeftText(status));
    m_figures[2].note->setText(project.endsAt ? tr("until %1").arg(momentText(*project.endsAt, project.zone)) : tr("no end is set"));
    m_figures[3].value->setText(status.neededPerDay > 0 ? moneyText(status.neededPerDay, project.currency) : QStringLiteral("\u2013"));
    m_figures[3].note->setText(raised >= project.goal && project.goal > 0 ? tr("the goal is reached") : tr("to reach the goal"));
    const commands::ProjectOutlook::Row* outlook = m_outlook ? &*m_outlook : nullptr;
    m_chart->setCurve(*m_case, m_days, outlook, m_services.clock->now());
    QString words;
    if (outlook && status.leftMs > 0) {
        words = tr("May end between %1 and %2; the goal is reached in %3 of 100 campaigns like this. Such a band holds for %4 of 100.")
                    .arg(moneyText(outlook->p10, project.currency), moneyText(outlook->p90, project.currency), QLocale().toString((outlook->goalPermille + 5) / 10),
                         QLocale().toString(outlook->coveragePercent));
        if (outlook->isWidened)
            words += u' ' + tr("There are few finished campaigns to learn from (%1), so the band is wider.").arg(QLocale().toString(outlook->ownCampaigns));
    }
    m_outlookText->setText(words);
    m_outlookText->setVisible(!words.isEmpty());
}

} // namespace encore::ui
