// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "doorsettings.h"
#include "ui/common/theme.h"
#include "ui/door/doordevices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QSlider;

namespace encore::ui
{

/// Where this desk stands, what it admits, and its eyes, ears and voice. Every change holds at once.
class DoorSettingsView final : public QWidget
{
    Q_OBJECT

public:
    DoorSettingsView(QSettings& settings, const DoorDevices& devices, QWidget* parent = nullptr);

    void setZone(const domain::EventZone& zone) { m_zone = zone; }
    void setGates(const std::vector<commands::DoorGates::Row>& gates);
    void setPerformances(const std::vector<commands::DoorPerformances::Row>& performances);
    /// Devices come and go; called when the view is opened.
    void refreshDevices();

Q_SIGNALS:
    void gateChosen(encore::domain::GateId gate);
    void performancesChosen();
    void hideNamesChosen(bool hide);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildPlace();
    void buildCamera();
    void buildScanner();
    void buildSound();
    void retranslate();
    void fillGates();
    void fillPerformances();
    void takePerformances();
    void takeSerialPort();
    QLabel* addRow(QFormLayout* form, QWidget* field);

    DoorSettings m_settings;
    DoorDevices m_devices;
    domain::EventZone m_zone = domain::EventZone::utc();
    std::vector<commands::DoorGates::Row> m_gates;
    std::vector<commands::DoorPerformances::Row> m_performances;
    bool m_isFilling = false;

    QFormLayout* m_form = nullptr;
    QLabel* m_gateLabel = nullptr;
    QComboBox* m_gate = nullptr;
    QLabel* m_performanceLabel = nullptr;
    QListWidget* m_performanceList = nullptr;
    QLabel* m_nameLabel = nullptr;
    QCheckBox* m_hideNames = nullptr;
    QLabel* m_cameraLabel = nullptr;
    QCheckBox* m_useCamera = nullptr;
    QComboBox* m_camera = nullptr;
    QCheckBox* m_mirror = nullptr;
    QCheckBox* m_torch = nullptr;
    QLabel* m_serialLabel = nullptr;
    QComboBox* m_serial = nullptr;
    QComboBox* m_baud = nullptr;
    QLabel* m_soundLabel = nullptr;
    QCheckBox* m_mute = nullptr;
    QSlider* m_volume = nullptr;
    QCheckBox* m_speech = nullptr;
};

/// Brings the devices to what the settings say; they do not start by that.
void applyDoorSettings(const DoorSettings& settings, const DoorDevices& devices);

} // namespace encore::ui
