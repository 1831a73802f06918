// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"

#include <QChartView>

class QAreaSeries;
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
    void setUnit(qint64 most, const domain::Currency& currency);
    void setDays(const CampaignCase& campaign, const std::vector<commands::FundingCurve::Row>& days, qreal start, qreal end, domain::Instant now);
    [[nodiscard]] qreal inUnits(qint64 amount) const { return qreal(amount) / qreal(m_unit); }

    Theme& m_theme;
    qint64 m_unit = 1; ///< minor units that stand for 1 at the axes, so that their numbers are short
    QString m_unitText;
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
    QValueAxis* m_dailyMoney = nullptr; ///< days are small beside the sum, so they have a scale of their own, in the lower third
};

} // namespace encore::ui
