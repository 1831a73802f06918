// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "door/verdict.h"

class QColor;
class QPainter;
class QRectF;

namespace encore::ui
{

/// The sign of a verdict, told apart by its outline alone: arrow, question, person at a desk, barred circle, double tick.
void paintSignalIcon(QPainter& painter, const QRectF& square, door::Signal signal, const QColor& colour);

} // namespace encore::ui
