// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisorpanel.h"

#include "arrivalsview.h"
#include "doorlistview.h"
#include "doorsettingsview.h"
#include "doorwords.h"
#include "guestdelegate.h"
#include "ui/common/datatable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>

namespace encore::ui
{
SupervisorPanel::SupervisorPanel(const Services& services, Theme& theme, DoorSession& session, const DoorDevices& devices,
                                 QWidget* parent)
    : QWidget(parent), m_services(services), m_theme(theme), m_status(new StatusModel(this)), m_failed(new FailedScansModel(this)),
      m_readiness(new ReadinessModel(this))
{
    setObjectName(QStringLiteral("supervisorPanel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid);
    auto* header = new QHBoxLayout;
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("supervisorLabel"));
    header->addWidget(m_title, 1);
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("closeSupervisorButton"));
    m_close->setMinimumSize(18 * Theme::grid, 5 * Theme::grid);
    header->addWidget(m_close);
    layout->addLayout(header);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("supervisorTabWidget"));
    m_tabs->setDocumentMode(true);
    layout->addWidget(m_tabs, 1);

    m_statusTable = new DataTable(*m_status, QStringLiteral("status"), *services.settings, theme, this);
    m_tabs->addTab(m_statusTable, QString());
    m_arrivals = new ArrivalsView(services, theme, this);
    m_tabs->addTab(m_arrivals, QString());
    m_readinessList = new QListView(this);
    m_readinessList->setObjectName(QStringLiteral("readinessListView"));
    m_readinessList->setModel(m_readiness);
    m_readinessList->setItemDelegate(new GuestDelegate(theme, m_readinessList));
    m_tabs->addTab(m_readinessList, QString());
    m_failedTable = new DataTable(*m_failed, QStringLiteral("failed"), *services.settings, theme, this);
    m_tabs->addTab(m_failedTable, QString());
    m_doorList = new DoorListView(services, session, this);
    m_tabs->addTab(m_doorList, QString());
    m_settings = new DoorSettingsView(*services.settings, devices, this);
    m_tabs->addTab(m_settings, QString());

    connect(m_close, &QPushButton::clicked, this, &SupervisorPanel::closed);
    connect(m_tabs, &QTabWidget::currentChanged, this, &SupervisorPanel::refresh);
    connect(m_doorList, &DoorListView::ticksEntered, this, &SupervisorPanel::ticksEntered);
    connect(&theme, &Theme::changed, this, &SupervisorPanel::retranslate);
    m_timer.setInterval(5'000);
    connect(&m_timer, &QTimer::timeout, this, &SupervisorPanel::refresh);
    retranslate();
}

void SupervisorPanel::setZone(const domain::EventZone& zone)
{
    m_failed->setZone(zone);
    m_arrivals->setZone(zone);
    m_doorList->setZone(zone);
    m_settings->setZone(zone);
}

void SupervisorPanel::setGates(const std::vector<commands::DoorGates::Row>& gates)
{
    m_settings->setGates(gates);
}

void SupervisorPanel::setPerformances(const std::vector<commands::DoorPerformances::Row>& performances)
{
    m_doorList->setPerformances(performances);
    m_settings->setPerformances(performances);
}

void SupervisorPanel::setReadiness(const std::vector<commands::DoorReadiness::Row>& points)
{
    m_readiness->setRows(points);
}

void SupervisorPanel::refresh()
{
    switch (m_tabs->currentIndex()) {
    case CountsTab:
        refreshStatus();
        break;
    case ArrivalsTab:
        m_arrivals->refresh();
        break;
    case ReadinessTab:
        Q_EMIT readinessRequested();
        break;
    case FailedTab:
        refreshFailed();
        break;
    default:
        break;
    }
}

void SupervisorPanel::refreshStatus()
{
    m_services.queries->ask(commands::DoorStatus{}, this,
                            [this](const domain::Result<std::vector<commands::DoorStatus::Row>>& status) {
                                if (status)
                                    m_status->setRows(*status);
                                m_statusTable->setEmptyText(status ? tr("There are no gates yet.") : inWords(status.error().message));
                            });
}

void SupervisorPanel::refreshFailed()
{
    commands::RecentScans query;
    query.refusedOnly = true;
    query.limit = 200;
    m_services.queries->ask(query, this, [this](const domain::Result<std::vector<commands::RecentScans::Row>>& scans) {
        if (scans)
            m_failed->setRows(*scans);
        m_failedTable->setEmptyText(scans ? tr("No scan was refused so far.") : inWords(scans.error().message));
    });
}

void SupervisorPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_settings->refreshDevices();
    refresh();
    m_timer.start();
}

void SupervisorPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
    m_tabs->setCurrentIndex(CountsTab);
}

void SupervisorPanel::retranslate()
{
    m_title->setFont(m_theme.font(TextRole::Title));
    m_title->setText(tr("Supervisor"));
    m_close->setText(tr("Back to the door"));
    m_close->setAccessibleName(tr("Back to the door"));
    m_close->setToolTip(tr("Closes this and asks for the PIN next time (Esc)"));
    m_tabs->setAccessibleName(tr("Supervisor"));
    m_tabs->setTabText(CountsTab, tr("Counts"));
    m_tabs->setTabText(ArrivalsTab, tr("Arrivals"));
    m_tabs->setTabText(ReadinessTab, tr("Readiness"));
    m_tabs->setTabText(FailedTab, tr("Failed scans"));
    m_tabs->setTabText(ListTab, tr("Door list"));
    m_tabs->setTabText(SettingsTab, tr("Settings"));
    m_statusTable->setCaption(tr("Counts of gates and zones"));
    m_readinessList->setAccessibleName(tr("Readiness"));
    m_readinessList->setToolTip(tr("Whether this desk is ready, point by point"));
    m_failedTable->setCaption(tr("Failed scans, newest first"));
    m_status->retranslate();
    m_failed->retranslate();
    m_readiness->retranslate();
    if (isVisible())
        refresh();
}

void SupervisorPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
