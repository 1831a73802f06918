// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QChartView;

namespace encore::ui
{

class Theme;

/// Background, legend and axes in the colours and fonts of the theme; the series are the chart's own.
void applyTheme(QChartView& chart, const Theme& theme);

} // namespace encore::ui
