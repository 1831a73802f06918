// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doormodels.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

#include <QWidget>

class QAreaSeries;
class QChart;
class QChartView;
class QDateTimeAxis;
class QLabel;
class QLineSeries;
class QPushButton;
class QScatterSeries;
class QTableView;
class QValueAxis;

namespace encore::ui
{

/// Arrivals per minute: one model, read as a curve and as a table.
class ArrivalsView final : public QWidget
{
    Q_OBJECT

public:
    ArrivalsView(const Services& services, Theme& theme, QWidget* parent = nullptr);
    void setZone(const domain::EventZone& zone) { m_model->setZone(zone); }
    void refresh();
    [[nodiscard]] ArrivalsModel* model() const { return m_model; }
    /// Writes the chart as it is seen, twice as fine; false if the file cannot be written.

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildChart();
    void rescale();
    void applyTheme();
    void retranslate();

    Services m_services;
    Theme& m_theme;
    ArrivalsModel* m_model = nullptr;
    QLabel* m_summary = nullptr;
    QChart* m_chart = nullptr;
    QChartView* m_view = nullptr;
    QLineSeries* m_line = nullptr;
    QAreaSeries* m_area = nullptr;
    QScatterSeries* m_peak = nullptr;
    QDateTimeAxis* m_time = nullptr;
    QValueAxis* m_count = nullptr;
    QTableView* m_table = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace encore::ui
