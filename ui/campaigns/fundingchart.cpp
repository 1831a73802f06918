// SPDX-License-Identifier: GPL-3.0-or-later
#include "fundingchart.h"

#include "ui/common/charttheme.h"
#include "ui/common/moneytext.h"

#include <QAreaSeries>
#include <QChart>
#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace encore::ui
{
namespace
{

qreal dayStart(const QString& isoDay, const domain::EventZone& zone)
{
    return qreal(zone.startOfDay(QDate::fromString(isoDay, Qt::ISODate)).ms);
}

/// A few round numbers from zero up to @p most, which then fills 1/@p part of the height.
void setScale(QValueAxis& axis, qreal most, int part, const QString& title)
{
    constexpr int steps = 4;
    const qreal rough = most * part / steps;
    const qreal power = std::pow(10.0, std::floor(std::log10(rough)));
    const qreal nice = std::ceil(rough / power * 2) / 2 * power;
    axis.setRange(0, nice * steps);
    axis.setTickCount(steps + 1);
    axis.setLabelFormat(QStringLiteral("%g"));
    axis.setTitleText(title);
}

} // namespace

FundingChart::FundingChart(Theme& theme, QWidget* parent) : QChartView(new QChart, parent), m_theme(theme)
{
    setObjectName(QStringLiteral("fundingChartView"));
    setRenderHint(QPainter::Antialiasing);
    setMinimumHeight(38 * Theme::grid);
    setFrameShape(QFrame::NoFrame);
    QChart* drawing = chart();
    const auto line = [drawing] { return new QLineSeries(drawing); };
    m_total = line();
    m_goal = line();
    m_upper = line();
    m_lower = line();
    m_middle = line();
    m_dailyTop = line();
    m_dailyFoot = line();
    m_band = new QAreaSeries(m_upper, m_lower);
    m_daily = new QAreaSeries(m_dailyTop, m_dailyFoot);
    m_time = new QDateTimeAxis(drawing);
    m_time->setGridLineVisible(false);
    m_money = new QValueAxis(drawing);
    m_dailyMoney = new QValueAxis(drawing);
    m_dailyMoney->setGridLineVisible(false);
    drawing->addAxis(m_time, Qt::AlignBottom);
    drawing->addAxis(m_money, Qt::AlignLeft);
    drawing->addAxis(m_dailyMoney, Qt::AlignRight);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{m_daily, m_band, m_goal, m_middle, m_total}) {
        drawing->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(series == m_daily ? m_dailyMoney : m_money);
    }
    drawing->setMargins(QMargins(0, 0, 0, 0));
    drawing->layout()->setContentsMargins(0, 0, 0, 0);
    drawing->legend()->setAlignment(Qt::AlignTop);
    drawing->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    drawing->setBackgroundRoundness(0);
    connect(&theme, &Theme::changed, this, &FundingChart::applyTheme);
    applyTheme();
}

void FundingChart::applyTheme()
{
    ui::applyTheme(*this, m_theme);
    const auto faint = [](QColor colour, qreal opacity) {
        colour.setAlphaF(float(opacity));
        return colour;
    };
    m_total->setPen(QPen(m_theme.accent(), 3));
    m_goal->setPen(QPen(m_theme.text(), 2, Qt::DashLine));
    m_middle->setPen(QPen(m_theme.accent(), 2, Qt::DotLine));
    m_band->setBrush(faint(m_theme.accent(), 0.22));
    m_band->setPen(Qt::NoPen);
    m_daily->setBrush(faint(m_theme.mutedText(), 0.55));
    m_daily->setPen(Qt::NoPen);
}

void FundingChart::setUnit(qint64 most, const domain::Currency& currency)
{
    const qint64 million = 1'000'000;
    const qint64 thousand = 1'000;
    m_unit = most >= 10 * million ? million : most >= 10 * thousand ? thousand : 1;
    m_unitText = m_unit == million ? tr("million %1").arg(currency.code()) : m_unit == thousand ? tr("thousand %1").arg(currency.code()) : currency.code();
}

void FundingChart::setDays(const CampaignCase& campaign, const std::vector<commands::FundingCurve::Row>& days, qreal start, qreal end, domain::Instant now)
{
    const domain::Project& project = campaign.project();
    constexpr qreal dayMs = 24.0 * 60 * 60 * 1000;
    QList<QPointF> total{QPointF(start, 0)};
    QList<QPointF> top;
    QList<QPointF> foot;
    qreal most = inUnits(1);
    for (const commands::FundingCurve::Row& day : days) {
        const qreal from = std::max(start, dayStart(day.day, project.zone));
        const qreal until = std::min({dayStart(day.day, project.zone) + dayMs, std::max(from, qreal(now.ms)), end});
        total << QPointF(std::max(from, until), inUnits(day.total));
        const qreal brought = inUnits(std::max<qint64>(day.raised, 0));
        const qreal gap = dayMs * 0.1; // so that the days stand apart
        most = std::max(most, brought);
        top << QPointF(from + gap, 0) << QPointF(from + gap, brought) << QPointF(from + dayMs - gap, brought) << QPointF(from + dayMs - gap, 0);
        foot << QPointF(from + gap, 0) << QPointF(from + dayMs - gap, 0);
    }
    m_total->replace(total);
    m_dailyTop->replace(top);
    m_dailyFoot->replace(foot);
    setScale(*m_dailyMoney, most, 3, tr("Each day"));
    m_dailyMoney->setVisible(!days.empty());
}

void FundingChart::setCurve(const CampaignCase& campaign, const std::vector<commands::FundingCurve::Row>& days,
                            const commands::ProjectOutlook::Row* outlook, domain::Instant now)
{
    const domain::Project& project = campaign.project();
    constexpr qreal dayMs = 24.0 * 60 * 60 * 1000;
    const qreal start = project.startsAt ? qreal(project.startsAt->ms) : qreal(now.ms);
    const qreal end = project.endsAt ? qreal(project.endsAt->ms) : start + 30 * dayMs;
    const qint64 raised = days.empty() ? 0 : days.back().total;
    const bool isRunning = outlook && campaign.status.leftMs > 0;
    const qint64 most = std::max({project.goal, raised, isRunning ? outlook->p90 : 0, qint64(1)});
    setUnit(most, project.currency);
    setDays(campaign, days, start, end, now);
    m_goal->replace({QPointF(start, inUnits(project.goal)), QPointF(end, inUnits(project.goal))});
    m_band->setVisible(isRunning);
    m_middle->setVisible(isRunning);
    if (isRunning) {
        const QPointF here = m_total->points().last();
        m_upper->replace({here, QPointF(end, inUnits(outlook->p90))});
        m_lower->replace({here, QPointF(end, inUnits(outlook->p10))});
        m_middle->replace({here, QPointF(end, inUnits(outlook->p50))});
    }
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(qint64(start)), QDateTime::fromMSecsSinceEpoch(qint64(end)));
    m_time->setFormat(QStringLiteral("M/d"));
    m_time->setTickCount(7);
    setScale(*m_money, inUnits(most), 1, m_unitText);
    m_total->setName(tr("Raised"));
    m_goal->setName(tr("Goal: %1").arg(moneyText(project.goal, project.currency)));
    m_middle->setName(tr("Middle of the outlook"));
    m_band->setName(outlook ? tr("Outlook: %1 of 100 end inside").arg(outlook->coveragePercent) : QString());
    m_daily->setName(tr("Each day"));
    setAccessibleName(tr("Funding curve: %1 of %2").arg(moneyText(raised, project.currency), moneyText(project.goal, project.currency)));
    setToolTip(accessibleName());
}

} // namespace encore::ui
