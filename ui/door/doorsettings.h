// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QString>

#include <optional>
#include <vector>

class QSettings;

namespace encore::ui
{

/// What this desk remembers about its door, under "door/…".
class DoorSettings
{
public:
    explicit DoorSettings(QSettings& settings) : m_settings(settings) { }

    [[nodiscard]] domain::GateId gate() const; ///< null: not chosen yet
    void setGate(domain::GateId gate);
    /// Absent: those of the gate.
    [[nodiscard]] std::optional<std::vector<domain::PerformanceId>> performances() const;
    void setPerformances(const std::optional<std::vector<domain::PerformanceId>>& performances);
    [[nodiscard]] bool hidesNames() const;
    void setHidesNames(bool hides);
    [[nodiscard]] bool isMuted() const;
    void setMuted(bool muted);
    [[nodiscard]] int volume() const; ///< 0 to 100
    void setVolume(int percent);
    [[nodiscard]] bool speaks() const;
    void setSpeaks(bool speaks);
    [[nodiscard]] bool usesCamera() const;
    void setUsesCamera(bool uses);
    [[nodiscard]] QString camera() const;
    void setCamera(const QString& id);
    [[nodiscard]] bool isMirrored() const;
    void setMirrored(bool mirrored);
    [[nodiscard]] QString serialPort() const; ///< empty: none
    void setSerialPort(const QString& name);
    [[nodiscard]] int serialBaud() const;
    void setSerialBaud(int baud);
    /// How long a verdict stays when nobody comes; 0: until the next.
    [[nodiscard]] int clearSeconds() const;

private:
    QSettings& m_settings;
};

} // namespace encore::ui
