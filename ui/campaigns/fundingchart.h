// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"

#include <QChartView>

class QAreaSeries;
class QBarSet;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace encore::ui
{

/// How the sum grew day by day, the goal it should reach, and the band in which it may end; below it what each day brought.
class FundingChart final : public QChartView
{
    Q_OBJECT

public:
    explicit FundingChart(Theme& theme, QWidget* parent = nullptr);

    void setCurve(const CampaignCase& campaign, const std::vector<commands::FundingCurve::Row>& days, const commands::ProjectOutlook::Row* outlook,
                  domain::Instant now);

private:
    void applyTheme();

    Theme& m_theme;
    QLineSeries* m_total = nullptr;
    QLineSeries* m_goal = nullptr;
    QLineSeries* m_upper = nullptr;
    QLineSeries* m_lower = nullptr;
    QLineSeries* m_middle = nullptr;
    QAreaSeries* m_band = nullptr;
    QLineSeries* m_dailyTop = nullptr;
    QLineSeries* m_dailyFoot = nullptr;
    QAreaSeries* m_daily = nullptr;
    QDateTimeAxis* m_time = nullptr;
    QValueAxis* m_money = nullptr;
};

} // namespace encore::ui
