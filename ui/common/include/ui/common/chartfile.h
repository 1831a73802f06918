// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <functional>

class QGraphicsView;
class QString;

namespace encore::ui
{

/// Writes what a chart shows: as SVG where the file is called so, else as PNG at twice its size. The file is whole or not there.
[[nodiscard]] domain::Status writeChart(QGraphicsView& chart, const QString& path);

/// Asks where to, writes it, and tells @p answer in words how it went. The chart stays the owner of the question.
void chooseChartFile(QGraphicsView& chart, const std::function<void(const QString& said)>& answer);

} // namespace encore::ui
