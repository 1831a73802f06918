// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "door/verdict.h"

class QColor;
class QPainter;
class QRectF;

namespace encore::ui
{

/// The sign of a verdict, told apart by its outline alone: tick in a circle, speech bubble, person at a desk, octagon, turning clock.
void paintSignalIcon(QPainter& painter, const QRectF& square, door::Signal signal, const QColor& colour);

} // namespace encore::ui
