// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/door/scansource.h"

#include <QList>

#include <memory>

class QWidget;

namespace encore::ui
{

struct CameraDevice {
    QString id; ///< to be kept in settings
    QString name; ///< for people
    friend bool operator==(const CameraDevice&, const CameraDevice&) = default;
};

/// Reads the code nearest the centre of a live camera picture (or of a video file). The code in view is told again at
/// most once a second, and at once when another one came between. A lost camera is said once and tried again every two
/// seconds.
class CameraSource final : public ScanSource
{
    Q_OBJECT

public:
    explicit CameraSource(QObject* parent = nullptr);
    ~CameraSource() override;

    [[nodiscard]] QString label() const override;
    [[nodiscard]] bool isActive() const override;
    [[nodiscard]] bool isReady() const override;
    void start() override;
    void stop() override;

    /// A picture of what the camera sees, with an outline around the code that was read. Belongs to @p parent.
    [[nodiscard]] QWidget* createPreview(QWidget* parent);

    [[nodiscard]] QList<CameraDevice> devices() const;
    /// The chosen device; empty means the system's default one.
    [[nodiscard]] QString device() const;
    void setDevice(const QString& id);

    [[nodiscard]] bool isMirrored() const;
    void setMirrored(bool mirrored);

    [[nodiscard]] bool hasTorch() const;
    [[nodiscard]] bool isTorchOn() const;
    void setTorch(bool on);

    /// A video file in place of a camera, played once; empty goes back to the camera.
    void setVideoFile(const QString& path);

Q_SIGNALS:
    void devicesChanged();

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace encore::ui
