// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorsettings.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>

namespace encore::ui
{

domain::GateId DoorSettings::gate() const
{
    return domain::GateId(QUuid::fromString(m_settings.value(QStringLiteral("door/gate")).toString()));
}

void DoorSettings::setGate(domain::GateId gate)
{
    m_settings.setValue(QStringLiteral("door/gate"), gate.text());
}

std::optional<std::vector<domain::PerformanceId>> DoorSettings::performances() const
{
    if (!m_settings.contains(QStringLiteral("door/performances")))
        return std::nullopt;
    std::vector<domain::PerformanceId> ids;
    for (const QString& text : m_settings.value(QStringLiteral("door/performances")).toStringList())
        ids.emplace_back(QUuid::fromString(text));
    return ids;
}

void DoorSettings::setPerformances(const std::optional<std::vector<domain::PerformanceId>>& performances)
{
    if (!performances) {
        m_settings.remove(QStringLiteral("door/performances"));
        return;
    }
    QStringList texts;
    for (const domain::PerformanceId& id : *performances)
        texts.append(id.text());
    m_settings.setValue(QStringLiteral("door/performances"), texts);
}

bool DoorSettings::hidesNames() const
{
    return m_settings.value(QStringLiteral("door/hideNames"), false).toBool();
}

void DoorSettings::setHidesNames(bool hides)
{
    m_settings.setValue(QStringLiteral("door/hideNames"), hides);
}

bool DoorSettings::isMuted() const
{
    return m_settings.value(QStringLiteral("door/muted"), false).toBool();
}

void DoorSettings::setMuted(bool muted)
{
    m_settings.setValue(QStringLiteral("door/muted"), muted);
}

int DoorSettings::volume() const
{
    return std::clamp(m_settings.value(QStringLiteral("door/volume"), 80).toInt(), 0, 100);
}

void DoorSettings::setVolume(int percent)
{
    m_settings.setValue(QStringLiteral("door/volume"), percent);
}

bool DoorSettings::speaks() const
{
    return m_settings.value(QStringLiteral("door/speech"), false).toBool();
}

void DoorSettings::setSpeaks(bool speaks)
{
    m_settings.setValue(QStringLiteral("door/speech"), speaks);
}

bool DoorSettings::usesCamera() const
{
    return m_settings.value(QStringLiteral("door/useCamera"), true).toBool();
}

void DoorSettings::setUsesCamera(bool uses)
{
    m_settings.setValue(QStringLiteral("door/useCamera"), uses);
}

QString DoorSettings::camera() const
{
    return m_settings.value(QStringLiteral("door/camera")).toString();
}

void DoorSettings::setCamera(const QString& id)
{
    m_settings.setValue(QStringLiteral("door/camera"), id);
}

bool DoorSettings::isMirrored() const
{
    return m_settings.value(QStringLiteral("door/mirrored"), false).toBool();
}

void DoorSettings::setMirrored(bool mirrored)
{
    m_settings.setValue(QStringLiteral("door/mirrored"), mirrored);
}

QString DoorSettings::serialPort() const
{
    return m_settings.value(QStringLiteral("door/serialPort")).toString();
}

void DoorSettings::setSerialPort(const QString& name)
{
    m_settings.setValue(QStringLiteral("door/serialPort"), name);
}

int DoorSettings::serialBaud() const
{
    return m_settings.value(QStringLiteral("door/serialBaud"), 9600).toInt();
}

void DoorSettings::setSerialBaud(int baud)
{
    m_settings.setValue(QStringLiteral("door/serialBaud"), baud);
}

int DoorSettings::clearSeconds() const
{
    return std::clamp(m_settings.value(QStringLiteral("door/clearSeconds"), 10).toInt(), 0, 600);
}

} // namespace encore::ui
