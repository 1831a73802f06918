// SPDX-License-Identifier: GPL-3.0-or-later
#include "signalicon.h"

#include <QPainter>
#include <QPainterPath>

namespace encore::ui
{
namespace
{

// All on a square of 24 × 24, stroked with a pen of 2.4.

void addSpeechBubble(QPainterPath& path)
{
    path.moveTo(4, 2.5);
    path.lineTo(20, 2.5);
    path.quadTo(22.5, 2.5, 22.5, 5);
    path.lineTo(22.5, 15);
    path.quadTo(22.5, 17.5, 20, 17.5);
    path.lineTo(13, 17.5);
    path.lineTo(8, 22.5);
    path.lineTo(8, 17.5);
    path.lineTo(4, 17.5);
    path.quadTo(1.5, 17.5, 1.5, 15);
    path.lineTo(1.5, 5);
    path.quadTo(1.5, 2.5, 4, 2.5);
    path.moveTo(9.2, 7.6);
    path.cubicTo(9.2, 4.8, 14.8, 4.8, 14.8, 7.8);
    path.cubicTo(14.8, 9.8, 12, 9.6, 12, 11.4);
    path.moveTo(12, 14.2);
    path.lineTo(12, 14.3);
}

QPainterPath pathOf(door::Signal signal)
{
    QPainterPath path;
    switch (signal) {
    case door::Signal::Go:
        path.addEllipse(QPointF(12, 12), 10, 10);
        path.moveTo(7, 12.5);
        path.lineTo(10.8, 16.2);
        path.lineTo(17.2, 8.4);
        break;
    case door::Signal::Ask:
        addSpeechBubble(path);
        break;
    case door::Signal::HelpDesk:
        path.addEllipse(QPointF(12, 6.4), 4, 4);
        path.moveTo(5, 17);
        path.cubicTo(5, 11.6, 19, 11.6, 19, 17);
        path.moveTo(2, 17);
        path.lineTo(22, 17);
        path.moveTo(4, 17);
        path.lineTo(4, 22);
        path.moveTo(20, 17);
        path.lineTo(20, 22);
        break;
    case door::Signal::Stop:
        path.moveTo(8, 2);
        path.lineTo(16, 2);
        path.lineTo(22, 8);
        path.lineTo(22, 16);
        path.lineTo(16, 22);
        path.lineTo(8, 22);
        path.lineTo(2, 16);
        path.lineTo(2, 8);
        path.closeSubpath();
        path.moveTo(8.2, 8.2);
        path.lineTo(15.8, 15.8);
        path.moveTo(15.8, 8.2);
        path.lineTo(8.2, 15.8);
        break;
    case door::Signal::Already:
        path.moveTo(20.6, 8.6);
        path.arcTo(QRectF(3, 3, 18, 18), 22, 316);
        path.moveTo(21.4, 3);
        path.lineTo(20.6, 8.8);
        path.lineTo(14.8, 8.2);
        path.moveTo(12, 8);
        path.lineTo(12, 12.4);
        path.lineTo(15, 14.2);
        break;
    }
    return path;
}

} // namespace

void paintSignalIcon(QPainter& painter, const QRectF& square, door::Signal signal, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 24, square.height() / 24);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(signal));
    painter.restore();
}

} // namespace encore::ui
