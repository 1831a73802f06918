// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doormodels.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/door/doordevices.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QTabWidget;

namespace encore::ui
{

class ArrivalsView;
class DataTable;
class DoorListView;
class DoorSession;
class DoorSettingsView;

/// What is behind the PIN: counts, arrivals, readiness, failed scans, the door list and the settings of this desk.
class SupervisorPanel final : public QWidget
{
    Q_OBJECT

public:
    SupervisorPanel(const Services& services, Theme& theme, DoorSession& session, const DoorDevices& devices, QWidget* parent = nullptr);

    void setZone(const domain::EventZone& zone);
    void setGates(const std::vector<commands::DoorGates::Row>& gates);
    void setPerformances(const std::vector<commands::DoorPerformances::Row>& performances);
    void setReadiness(const std::vector<commands::DoorReadiness::Row>& points);
    /// Asks again for what is on the tab in front.
    void refresh();

    [[nodiscard]] StatusModel* status() const { return m_status; }
    [[nodiscard]] FailedScansModel* failedScans() const { return m_failed; }
    [[nodiscard]] ReadinessModel* readiness() const { return m_readiness; }
    [[nodiscard]] ArrivalsView* arrivals() const { return m_arrivals; }
    [[nodiscard]] DoorListView* doorList() const { return m_doorList; }
    [[nodiscard]] DoorSettingsView* settings() const { return m_settings; }

Q_SIGNALS:
    void closed();
    void readinessRequested();
    void ticksEntered();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum Tab { CountsTab, ArrivalsTab, ReadinessTab, FailedTab, ListTab, SettingsTab };
    void retranslate();
    void refreshStatus();
    void refreshFailed();

    Services m_services;
    Theme& m_theme;
    StatusModel* m_status = nullptr;
    FailedScansModel* m_failed = nullptr;
    ReadinessModel* m_readiness = nullptr;
    QLabel* m_title = nullptr;
    QPushButton* m_close = nullptr;
    QTabWidget* m_tabs = nullptr;
    DataTable* m_statusTable = nullptr;
    ArrivalsView* m_arrivals = nullptr;
    QListView* m_readinessList = nullptr;
    DataTable* m_failedTable = nullptr;
    DoorListView* m_doorList = nullptr;
    DoorSettingsView* m_settings = nullptr;
    QTimer m_timer;
};

} // namespace encore::ui
