// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/framejob.h"

#include <QImage>
#include <QTimer>
#include <QVideoFrame>
#include <QWidget>

namespace encore::ui
{

/// Paints the newest frame, whole and in its proportions, and an outline around the code that was read last. Frames
/// that come faster than the screen paints are skipped, not queued.
class CameraPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit CameraPreview(QWidget* parent = nullptr);

    void showFrame(const QVideoFrame& frame);
    void showSight(const FrameSight& sight);
    void setMirrored(bool mirrored);
    /// Back to the empty picture.
    void clear();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void paintOutline(QPainter& painter, const QRectF& picture) const;

    QVideoFrame m_frame;
    QImage m_image; // of m_frame, made when it is painted
    FrameSight m_sight;
    QTimer m_sightEnd; // the outline stays for a moment, as not every frame of a held ticket can be read
    bool m_mirrored = false;
};

} // namespace encore::ui
