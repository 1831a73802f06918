// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/camerapreview.h"

#include <QEvent>
#include <QPainter>
#include <QPolygonF>

namespace encore::ui
{

namespace
{
constexpr int outlineMs = 600;
} // namespace

CameraPreview::CameraPreview(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("cameraPreview"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(160, 90);
    m_sightEnd.setSingleShot(true);
    m_sightEnd.setInterval(outlineMs);
    connect(&m_sightEnd, &QTimer::timeout, this, [this] {
        m_sight = {};
        update();
    });
    retranslate();
}

void CameraPreview::showFrame(const QVideoFrame& frame)
{
    m_frame = frame;
    m_image = {};
    update();
}

void CameraPreview::showSight(const FrameSight& sight)
{
    if (!sight.code)
        return;
    m_sight = sight;
    m_sightEnd.start();
    update();
}

void CameraPreview::setMirrored(bool mirrored)
{
    m_mirrored = mirrored;
    update();
}

void CameraPreview::clear()
{
    m_frame = {};
    m_image = {};
    m_sight = {};
    update();
}

QSize CameraPreview::sizeHint() const
{
    return {480, 270};
}

void CameraPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    if (m_image.isNull() && m_frame.isValid())
        m_image = m_frame.toImage();
    if (m_image.isNull()) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rect(), int(Qt::AlignCenter) | int(Qt::TextWordWrap), tr("No picture yet"));
        return;
    }
    QRectF picture(QPointF(), QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio));
    picture.moveCenter(QRectF(rect()).center());
    if (m_mirrored) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(picture, m_image);
    if (m_sight.code)
        paintOutline(painter, picture);
}

// Two strokes, dark in light, so that the outline shows on any picture.
void CameraPreview::paintOutline(QPainter& painter, const QRectF& picture) const
{
    if (m_sight.frameSize.isEmpty())
        return;
    const QSizeF frame = m_sight.frameSize;
    QPolygonF outline;
    for (const QPointF& corner : m_sight.code->corners) {
        outline << QPointF(picture.left() + corner.x() * picture.width() / frame.width(),
            picture.top() + corner.y() * picture.height() / frame.height());
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Base), 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(outline);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(outline);
}

void CameraPreview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CameraPreview::retranslate()
{
    setAccessibleName(tr("Camera picture"));
    setToolTip(tr("Hold the code in the middle of the picture."));
    update();
}

} // namespace encore::ui
