// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportspage.h"

#include "commands/door/doorqueries.h"
#include "moneytab.h"
#include "reportmodels.h"
#include "ui/common/datatable.h"

#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace encore::ui
{

ReportsPage::ReportsPage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_accounts(new AccountModel(this)), m_drawers(new DrawerModel(this))
{
    setObjectName(QStringLiteral("reportsPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("reportsHeadingLabel"));
    column->addWidget(m_heading);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("reportsTabWidget"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setObjectName(QStringLiteral("reportsTabBar"));
    m_accountTable = new DataTable(*m_accounts, QStringLiteral("accounts"), *services.settings, theme, m_tabs);
    m_drawerTable = new DataTable(*m_drawers, QStringLiteral("drawers"), *services.settings, theme, m_tabs);
    m_money = new MoneyTab(services, theme, m_tabs);
    m_tabs->addTab(m_money, QString());
    for (DataTable* table : {m_accountTable, m_drawerTable})
        m_tabs->addTab(table, QString());
    column->addWidget(m_tabs, 1);
    m_wording.label(m_heading, [] { return tr("Reports"); });
    m_wording.control(m_tabs, [] { return tr("Kinds of reports"); }, [] { return QString(); });
    m_wording.also([this] {
        m_heading->setFont(m_theme.font(TextRole::Title));
        m_tabs->tabBar()->setAccessibleName(tr("Kinds of reports"));
        const QString titles[] = {tr("Money"), tr("Books"), tr("Cash drawers")};
        for (int i = 0; i < m_tabs->count(); ++i)
            m_tabs->setTabText(i, titles[i]);
        m_accountTable->setCaption(tr("What every account of the books holds"));
        m_accountTable->setEmptyText(tr("Nothing has been booked yet."));
        m_drawerTable->setCaption(tr("When drawers were open, and what was counted"));
        m_drawerTable->setEmptyText(tr("No drawer has been opened yet. The box office opens the first day."));
    });
}

void ReportsPage::retranslated()
{
    m_money->retranslate();
    m_accounts->retranslate();
    m_drawers->retranslate();
}

void ReportsPage::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty())
            m_drawers->setWorkspace(rows->front().currency, rows->front().timeZone);
    });
    m_money->reload();
    m_services.queries->ask<commands::LedgerBalances>({}, this, [this](const auto& rows) {
        if (rows)
            m_accounts->setRows(*rows);
    });
    m_services.queries->ask<commands::DrawerDays>({}, this, [this](const auto& rows) {
        if (rows)
            m_drawers->setRows(*rows);
    });
}

void ReportsPage::showTab(int number)
{
    m_tabs->setCurrentIndex(number);
}

} // namespace encore::ui
