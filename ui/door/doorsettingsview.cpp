// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorsettingsview.h"

#include "doorwords.h"
#include "gatechooser.h"
#include "ui/door/camerasource.h"
#include "ui/door/serialsource.h"
#include "ui/door/signalplayer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QSlider>

namespace encore::ui
{

void applyDoorSettings(const DoorSettings& settings, const DoorDevices& devices)
{
    if (devices.camera) {
        devices.camera->setDevice(settings.camera());
        devices.camera->setMirrored(settings.isMirrored());
    }
    if (devices.serial && !settings.serialPort().isEmpty()) {
        devices.serial->setPort(settings.serialPort());
        devices.serial->setBaud(settings.serialBaud());
    }
    if (devices.player) {
        devices.player->setMuted(settings.isMuted());
        devices.player->setVolume(settings.volume());
        devices.player->setSpeechEnabled(settings.speaks());
    }
}

DoorSettingsView::DoorSettingsView(QSettings& settings, const DoorDevices& devices, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_devices(devices)
{
    setObjectName(QStringLiteral("doorSettingsView"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("doorSettingsScrollArea"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    outer->addWidget(scroll);
    auto* inner = new QWidget;
    scroll->setWidget(inner);
    m_form = new QFormLayout(inner);
    m_form->setContentsMargins(0, 2 * Theme::grid, Theme::grid, 0);
    m_form->setHorizontalSpacing(3 * Theme::grid);
    m_form->setVerticalSpacing(Theme::grid);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    buildPlace();
    buildCamera();
    buildScanner();
    buildSound();
    retranslate();
    refreshDevices();
}

QLabel* DoorSettingsView::addRow(QFormLayout* form, QWidget* field)
{
    auto* label = new QLabel(this);
    label->setBuddy(field);
    field->setSizePolicy(field->sizePolicy().horizontalPolicy(), QSizePolicy::Maximum);
    form->addRow(label, field);
    return label;
}

void DoorSettingsView::buildPlace()
{
    m_gate = new QComboBox(this);
    m_gate->setObjectName(QStringLiteral("gateComboBox"));
    m_gateLabel = addRow(m_form, m_gate);
    m_performanceList = new QListWidget(this);
    m_performanceList->setObjectName(QStringLiteral("performanceListWidget"));
    m_performanceList->setMaximumHeight(150);
    m_performanceLabel = addRow(m_form, m_performanceList);
    m_hideNames = new QCheckBox(this);
    m_hideNames->setObjectName(QStringLiteral("hideNamesCheckBox"));
    m_hideNames->setChecked(m_settings.hidesNames());
    m_nameLabel = addRow(m_form, m_hideNames);
    connect(m_gate, &QComboBox::activated, this, [this](int row) { Q_EMIT gateChosen(m_gates.at(size_t(row)).id); });
    connect(m_performanceList, &QListWidget::itemChanged, this, &DoorSettingsView::takePerformances);
    connect(m_hideNames, &QCheckBox::toggled, this, [this](bool hide) {
        m_settings.setHidesNames(hide);
        Q_EMIT hideNamesChosen(hide);
    });
}

void DoorSettingsView::buildCamera()
{
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid / 2);
    m_useCamera = new QCheckBox(column);
    m_useCamera->setObjectName(QStringLiteral("useCameraCheckBox"));
    m_useCamera->setChecked(m_settings.usesCamera());
    m_camera = new QComboBox(column);
    m_camera->setObjectName(QStringLiteral("cameraComboBox"));
    m_mirror = new QCheckBox(column);
    m_mirror->setObjectName(QStringLiteral("mirrorCheckBox"));
    m_mirror->setChecked(m_settings.isMirrored());
    m_torch = new QCheckBox(column);
    m_torch->setObjectName(QStringLiteral("torchCheckBox"));
    for (QWidget* field : QList<QWidget*>{m_useCamera, m_camera, m_mirror, m_torch})
        layout->addWidget(field);
    column->setEnabled(m_devices.camera != nullptr);
    m_cameraLabel = addRow(m_form, column);
    if (!m_devices.camera)
        return;
    CameraSource* camera = m_devices.camera;
    connect(m_useCamera, &QCheckBox::toggled, this, [this, camera](bool use) {
        m_settings.setUsesCamera(use);
        if (use)
            camera->start();
        else
            camera->stop();
    });
    connect(m_camera, &QComboBox::activated, this, [this, camera](int row) {
        m_settings.setCamera(m_camera->itemData(row).toString());
        camera->setDevice(m_settings.camera());
    });
    connect(m_mirror, &QCheckBox::toggled, this, [this, camera](bool mirrored) {
        m_settings.setMirrored(mirrored);
        camera->setMirrored(mirrored);
    });
    connect(m_torch, &QCheckBox::toggled, camera, &CameraSource::setTorch);
    connect(camera, &CameraSource::devicesChanged, this, &DoorSettingsView::refreshDevices);
    connect(camera, &ScanSource::stateChanged, this, [this, camera] { m_torch->setVisible(camera->hasTorch()); });
}

void DoorSettingsView::buildScanner()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    m_serial = new QComboBox(row);
    m_serial->setObjectName(QStringLiteral("serialPortComboBox"));
    m_baud = new QComboBox(row);
    m_baud->setObjectName(QStringLiteral("baudComboBox"));
    for (const int baud : SerialSource::baudRates())
        m_baud->addItem(QString::number(baud), baud);
    m_baud->setCurrentIndex(std::max(0, m_baud->findData(m_settings.serialBaud())));
    layout->addWidget(m_serial, 1);
    layout->addWidget(m_baud);
    row->setEnabled(m_devices.serial != nullptr);
    m_serialLabel = addRow(m_form, row);
    connect(m_serial, &QComboBox::activated, this, &DoorSettingsView::takeSerialPort);
    connect(m_baud, &QComboBox::activated, this, &DoorSettingsView::takeSerialPort);
}

void DoorSettingsView::takeSerialPort()
{
    m_settings.setSerialPort(m_serial->currentData().toString());
    m_settings.setSerialBaud(m_baud->currentData().toInt());
    if (!m_devices.serial)
        return;
    m_devices.serial->stop();
    if (m_settings.serialPort().isEmpty())
        return;
    m_devices.serial->setPort(m_settings.serialPort());
    m_devices.serial->setBaud(m_settings.serialBaud());
    m_devices.serial->start();
}

void DoorSettingsView::buildSound()
{
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid / 2);
    m_mute = new QCheckBox(column);
    m_mute->setObjectName(QStringLiteral("muteCheckBox"));
    m_mute->setChecked(m_settings.isMuted());
    m_volume = new QSlider(Qt::Horizontal, column);
    m_volume->setObjectName(QStringLiteral("volumeSlider"));
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_volume->setValue(m_settings.volume());
    m_speech = new QCheckBox(column);
    m_speech->setObjectName(QStringLiteral("speechCheckBox"));
    m_speech->setChecked(m_settings.speaks());
    for (QWidget* field : QList<QWidget*>{m_mute, m_volume, m_speech})
        layout->addWidget(field);
    SignalPlayer* player = m_devices.player;
    column->setEnabled(player != nullptr);
    m_speech->setEnabled(player && player->speechAvailable());
    m_soundLabel = addRow(m_form, column);
    if (!player)
        return;
    connect(m_mute, &QCheckBox::toggled, this, [this, player](bool muted) {
        m_settings.setMuted(muted);
        player->setMuted(muted);
    });
    connect(m_volume, &QSlider::valueChanged, this, [this, player](int percent) {
        m_settings.setVolume(percent);
        player->setVolume(percent);
    });
    connect(m_volume, &QSlider::sliderReleased, player, [player] { player->play(door::Signal::Go); });
    connect(m_speech, &QCheckBox::toggled, this, [this, player](bool speaks) {
        m_settings.setSpeaks(speaks);
        player->setSpeechEnabled(speaks);
    });
}

void DoorSettingsView::setGates(const std::vector<commands::DoorGates::Row>& gates)
{
    m_gates = gates;
    fillGates();
}

void DoorSettingsView::setPerformances(const std::vector<commands::DoorPerformances::Row>& performances)
{
    m_performances = performances;
    fillPerformances();
}

void DoorSettingsView::fillGates()
{
    m_gate->clear();
    for (const commands::DoorGates::Row& gate : m_gates) {
        m_gate->addItem(DoorWords::joined({gateName(gate), gate.zoneName}));
        if (gate.id == m_settings.gate())
            m_gate->setCurrentIndex(m_gate->count() - 1);
    }
}

void DoorSettingsView::fillPerformances()
{
    m_isFilling = true;
    m_performanceList->clear();
    const auto chosen = m_settings.performances();
    for (const commands::DoorPerformances::Row& performance : m_performances) {
        const QString when = performance.startsAt ? DoorWords::dateAndTime(*performance.startsAt, m_zone) : QString();
        auto* item = new QListWidgetItem(DoorWords::joined({performance.title, when}), m_performanceList);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool checked = !chosen || std::find(chosen->begin(), chosen->end(), performance.id) != chosen->end();
        item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    }
    m_isFilling = false;
}

void DoorSettingsView::takePerformances()
{
    if (m_isFilling)
        return;
    std::vector<domain::PerformanceId> chosen;
    for (int row = 0; row < m_performanceList->count(); ++row) {
        if (m_performanceList->item(row)->checkState() == Qt::Checked)
            chosen.push_back(m_performances.at(size_t(row)).id);
    }
    const bool all = chosen.size() == m_performances.size();
    m_settings.setPerformances(all ? std::nullopt : std::optional(chosen));
    Q_EMIT performancesChosen();
}

void DoorSettingsView::refreshDevices()
{
    m_camera->clear();
    m_camera->addItem(tr("The system's camera"), QString());
    if (m_devices.camera) {
        for (const CameraDevice& device : m_devices.camera->devices())
            m_camera->addItem(device.name, device.id);
        m_torch->setVisible(m_devices.camera->hasTorch());
        m_torch->setChecked(m_devices.camera->isTorchOn());
    }
    m_camera->setCurrentIndex(std::max(0, m_camera->findData(m_settings.camera())));
    m_serial->clear();
    m_serial->addItem(tr("None"), QString());
    for (const SerialDevice& port : SerialSource::ports())
        m_serial->addItem(DoorWords::joined({port.name, port.description}), port.name);
    const QString chosen = m_settings.serialPort();
    if (!chosen.isEmpty() && m_serial->findData(chosen) < 0)
        m_serial->addItem(tr("%1 (not connected)").arg(chosen), chosen);
    m_serial->setCurrentIndex(std::max(0, m_serial->findData(chosen)));
}

void DoorSettingsView::retranslate()
{
    const auto say = [](QWidget* widget, const QString& name, const QString& hint) {
        widget->setAccessibleName(name);
        widget->setToolTip(hint);
        if (auto* box = qobject_cast<QCheckBox*>(widget))
            box->setText(name);
    };
    m_gateLabel->setText(tr("Gate"));
    say(m_gate, tr("Gate"), tr("Where this desk stands"));
    m_performanceLabel->setText(tr("Performances"));
    say(m_performanceList, tr("Performances"), tr("Which performances are checked in at this desk"));
    m_nameLabel->setText(tr("Names"));
    say(m_hideNames, tr("Hide names on the door screen"), tr("For screens that guests can see"));
    m_cameraLabel->setText(tr("Camera"));
    say(m_useCamera, tr("Read codes with the camera"), tr("Switches the camera on or off"));
    say(m_camera, tr("Which camera"), tr("Which camera looks at the tickets"));
    say(m_mirror, tr("Mirror the picture"), tr("For a camera that faces the guest; reading is not affected"));
    say(m_torch, tr("Light"), tr("The lamp of the camera"));
    m_serialLabel->setText(tr("Serial scanner"));
    say(m_serial, tr("Port of the serial scanner"), tr("The port the scanner is plugged into"));
    say(m_baud, tr("Speed of the serial scanner"), tr("Bits per second, as the scanner's manual says"));
    m_soundLabel->setText(tr("Sound"));
    say(m_mute, tr("Mute"), tr("No sounds and no speech"));
    say(m_volume, tr("Volume"), tr("How loud the sounds are"));
    say(m_speech, tr("Say the verdict aloud"), tr("Speaks the word and the name, where the system has a voice"));
    refreshDevices();
    fillGates();
    fillPerformances();
}

void DoorSettingsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
