// SPDX-License-Identifier: GPL-3.0-or-later
#include "cameracorner.h"

#include "ui/common/theme.h"
#include "ui/door/camerasource.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace encore::ui
{

CameraCorner::CameraCorner(CameraSource& camera, Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("cameraPreviewButton"));
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3, 3, 3, 3);
    QWidget* preview = camera.createPreview(this);
    preview->setAttribute(Qt::WA_TransparentForMouseEvents);
    layout->addWidget(preview);
    retranslate();
}

QSize CameraCorner::cornerSize(const QRect& area)
{
    const int width = std::clamp(area.width() / 4, 144, 360);
    return {width + 2 * Theme::grid, width * 9 / 16 + 2 * Theme::grid};
}

void CameraCorner::place(const QRect& area, bool isVerdictShown)
{
    if (isVerdictShown || !isChecked()) {
        const QSize corner = cornerSize(area);
        setGeometry(area.right() - corner.width(), area.bottom() - corner.height(), corner.width() - 2 * Theme::grid,
                    corner.height() - 2 * Theme::grid);
    } else {
        const int margin = 3 * Theme::grid;
        setGeometry(area.adjusted(margin, margin, -margin, -margin));
    }
    raise();
}

void CameraCorner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), hasFocus() ? m_theme.accent() : m_theme.border());
}

void CameraCorner::retranslate()
{
    setAccessibleName(tr("Camera picture"));
    setToolTip(tr("Makes the camera picture large or small (Space)"));
}

void CameraCorner::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
