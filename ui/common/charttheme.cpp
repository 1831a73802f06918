// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charttheme.h"

#include "ui/common/theme.h"

#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QLegend>

namespace encore::ui
{

void applyTheme(QChartView& chart, const Theme& theme)
{
    QChart* drawing = chart.chart();
    drawing->setBackgroundBrush(theme.raised());
    chart.setBackgroundBrush(theme.raised());
    drawing->legend()->setLabelColor(theme.text());
    drawing->legend()->setFont(theme.font(TextRole::Caption));
    for (QAbstractAxis* axis : drawing->axes()) {
        axis->setLabelsColor(theme.mutedText());
        axis->setLabelsFont(theme.font(TextRole::Caption));
        axis->setGridLineColor(theme.border());
        axis->setLinePenColor(theme.border());
        axis->setTitleBrush(theme.mutedText());
        axis->setTitleFont(theme.font(TextRole::Caption));
    }
}

} // namespace encore::ui
