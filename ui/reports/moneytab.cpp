// SPDX-License-Identifier: GPL-3.0-or-later
#include "moneytab.h"

#include "commands/door/doorqueries.h"
#include "ui/common/chartfile.h"
#include "ui/common/charttheme.h"
#include "ui/common/datatable.h"
#include "ui/common/moneytext.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QComboBox>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLegend>
#include <QLocale>
#include <QPushButton>
#include <QStackedBarSeries>
#include <QTableView>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace encore::ui
{
namespace
{

constexpr int periods[] = {7, 30, 90, 365}; // days, today among them
constexpr qint64 million = 1'000'000;
constexpr qint64 thousand = 1'000;

QString spanText(const MoneySpan& span)
{
    if (span.first == span.last)
        return span.first.toString(QStringLiteral("M/d"));
    const bool isMonth = span.first.day() == 1 && span.last == span.first.addMonths(1).addDays(-1);
    return isMonth ? span.first.toString(QStringLiteral("yyyy-MM")) : span.first.toString(QStringLiteral("M/d")) + u'–' + span.last.toString(QStringLiteral("M/d"));
}

} // namespace

std::vector<MoneySpan> spansOf(const std::vector<commands::MoneyByDay::Row>& days)
{
    constexpr size_t mostDays = 31;
    constexpr size_t mostDaysByWeek = 120;
    std::vector<MoneySpan> spans;
    for (const commands::MoneyByDay::Row& row : days) {
        const QDate day = QDate::fromString(row.day, Qt::ISODate);
        const bool isNew = spans.empty() || days.size() <= mostDays || (days.size() <= mostDaysByWeek ? day.dayOfWeek() == Qt::Monday : day.day() == 1);
        if (isNew)
            spans.push_back({day, day, 0, 0, 0});
        MoneySpan& span = spans.back();
        span.last = day;
        span.pledges += row.pledges;
        span.sales += row.sales;
        span.refunds += row.refunds;
    }
    return spans;
}

QVariant MoneyModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const MoneySpan& span = row(index.row());
    const qint64 amounts[] = {0, span.pledges, span.sales, span.refunds, span.rest()};
    if (role == Qt::TextAlignmentRole && index.column() != When)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == SortRole)
        return index.column() == When ? QVariant(span.first) : QVariant(amounts[index.column()]);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return index.column() == When ? spanText(span) : moneyText(amounts[index.column()], m_currency);
}

QVariant MoneyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section != When)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("When"), tr("Pledges"), tr("Sales"), tr("Went back"), tr("Left over")};
    return titles[section];
}

MoneyTab::MoneyTab(const Services& services, Theme& theme, QWidget* parent) :
    QWidget(parent), m_services(services), m_theme(theme), m_model(new MoneyModel(this))
{
    setObjectName(QStringLiteral("moneyTab"));
    build();
    connect(m_period, &QComboBox::activated, this, &MoneyTab::reload);
    connect(m_save, &QPushButton::clicked, this, &MoneyTab::chooseFile);
    connect(&theme, &Theme::changed, this, &MoneyTab::applyTheme);
    m_wording.control(m_period, [] { return tr("Period"); }, [] { return tr("Up to today"); });
    m_wording.button(m_save, [] { return tr("Save the chart…"); }, [] { return tr("As a picture, for a letter or a talk"); });
    m_wording.also([this] {
        const QString names[] = {tr("The last 7 days"), tr("The last 30 days"), tr("The last 90 days, by week"), tr("The last 365 days, by month")};
        for (int i = 0; i < m_period->count(); ++i)
            m_period->setItemText(i, names[i]);
        m_table->setCaption(tr("What came in and went back"));
        m_model->retranslate();
        draw();
    });
    applyTheme();
}

void MoneyTab::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    column->setSpacing(Theme::grid);
    auto* row = new QHBoxLayout;
    m_period = new QComboBox(this);
    m_period->setObjectName(QStringLiteral("moneyPeriodComboBox"));
    for (const int days : periods)
        m_period->addItem(QString(), days);
    m_period->setCurrentIndex(1);
    m_totals = new QLabel(this);
    m_totals->setObjectName(QStringLiteral("moneyTotalsLabel"));
    m_totals->setWordWrap(true);
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("saveChartButton"));
    row->addWidget(m_period);
    row->addSpacing(Theme::grid);
    row->addWidget(m_totals, 1);
    row->addWidget(m_save);
    column->addLayout(row);
    buildChart();
    column->addWidget(m_chart, 3);
    m_table = new DataTable(*m_model, QStringLiteral("money"), *m_services.settings, m_theme, this);
    column->addWidget(m_table, 2);
}

void MoneyTab::buildChart()
{
    auto* drawing = new QChart;
    m_chart = new QChartView(drawing, this);
    m_chart->setObjectName(QStringLiteral("moneyChartView"));
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setFrameShape(QFrame::NoFrame);
    m_chart->setMinimumHeight(24 * Theme::grid);
    m_bars = new QStackedBarSeries(drawing);
    m_bars->setBarWidth(0.7);
    m_pledges = new QBarSet(QString(), m_bars);
    m_sales = new QBarSet(QString(), m_bars);
    m_refunds = new QBarSet(QString(), m_bars);
    m_bars->append({m_pledges, m_sales, m_refunds});
    m_time = new QBarCategoryAxis(drawing);
    m_time->setGridLineVisible(false);
    m_time->setTruncateLabels(false);
    m_money = new QValueAxis(drawing);
    drawing->addAxis(m_time, Qt::AlignBottom);
    drawing->addAxis(m_money, Qt::AlignLeft);
    drawing->addSeries(m_bars);
    m_bars->attachAxis(m_time);
    m_bars->attachAxis(m_money);
    drawing->setMargins(QMargins(0, 0, 0, 0));
    drawing->layout()->setContentsMargins(0, 0, 0, 0);
    drawing->setBackgroundRoundness(0);
    drawing->legend()->setAlignment(Qt::AlignTop);
    connect(m_bars, &QStackedBarSeries::hovered, this, [this](bool isOver, int index, QBarSet* set) {
        if (!isOver || index >= m_model->rowCount()) {
            QToolTip::hideText();
            return;
        }
        const MoneySpan& span = m_model->row(index);
        const qint64 amount = set == m_pledges ? span.pledges : set == m_sales ? span.sales : span.refunds;
        QToolTip::showText(QCursor::pos(), spanText(span) + u'\n' + set->label() + QStringLiteral(": ") + moneyText(amount, m_currency), m_chart);
    });
}

void MoneyTab::applyTheme()
{
    ui::applyTheme(*m_chart, m_theme);
    // Told apart by lightness and by place, not by hue: refunds hang below the line.
    QColor lighter = m_theme.accent();
    lighter.setAlphaF(0.45F);
    m_pledges->setBrush(m_theme.accent());
    m_sales->setBrush(lighter);
    m_refunds->setBrush(m_theme.mutedText());
    for (QBarSet* set : {m_pledges, m_sales, m_refunds})
        set->setPen(Qt::NoPen);
}

void MoneyTab::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty())
            m_zone = rows->front().timeZone;
        const auto zone = domain::EventZone::fromName(m_zone);
        const QDate today = (zone ? *zone : domain::EventZone::utc()).dateOf(m_services.clock->now());
        const commands::MoneyByDay query{today.addDays(1 - m_period->currentData().toInt()).toString(Qt::ISODate), today.toString(Qt::ISODate)};
        m_services.queries->ask<commands::MoneyByDay>(query, this, [this](const auto& days) {
            if (!days)
                return;
            m_currency = days->empty() ? m_currency : days->front().currency;
            m_model->setCurrency(m_currency);
            m_model->setRows(spansOf(*days));
            m_answerText.clear();
            draw();
        });
    });
}

void MoneyTab::retranslate()
{
    m_wording.sayAgain();
}

void MoneyTab::sayTotals()
{
    MoneySpan all;
    for (const MoneySpan& span : m_model->rows()) {
        all.pledges += span.pledges;
        all.sales += span.sales;
        all.refunds += span.refunds;
    }
    const QString sums = tr("Pledges %1  ·  sales %2  ·  went back %3  ·  left over %4")
                             .arg(moneyText(all.pledges, m_currency), moneyText(all.sales, m_currency), moneyText(all.refunds, m_currency), moneyText(all.rest(), m_currency));
    m_totals->setText(m_answerText.isEmpty() ? sums : m_answerText);
    m_chart->setAccessibleName(sums);
}

void MoneyTab::draw()
{
    sayTotals();
    qint64 most = 1;
    qint64 least = 0;
    for (const MoneySpan& span : m_model->rows()) {
        most = std::max(most, span.pledges + span.sales);
        least = std::min(least, -span.refunds);
    }
    const qint64 largest = std::max(most, -least);
    const qint64 unit = largest >= 10 * million ? million : largest >= 10 * thousand ? thousand : 1;
    QStringList names;
    QList<qreal> pledges;
    QList<qreal> sales;
    QList<qreal> refunds;
    // Every fifth day is named; the others get names that cannot be seen, because an axis wants them all to differ.
    const int named = m_model->rowCount() > 14 ? 5 : 1;
    for (const MoneySpan& span : m_model->rows()) {
        names << (names.size() % named == 0 ? spanText(span) : QString(names.size(), QChar(0x200B)));
        pledges << qreal(span.pledges) / qreal(unit);
        sales << qreal(span.sales) / qreal(unit);
        refunds << -qreal(span.refunds) / qreal(unit);
    }
    for (const auto& [set, values] : {std::pair(m_pledges, pledges), std::pair(m_sales, sales), std::pair(m_refunds, refunds)}) {
        set->remove(0, set->count());
        set->append(values);
    }
    m_pledges->setLabel(tr("Pledges"));
    m_sales->setLabel(tr("Sales"));
    m_refunds->setLabel(tr("Went back"));
    m_time->setCategories(names);
    m_money->setRange(qreal(least) / qreal(unit), qreal(most) / qreal(unit));
    m_money->setLabelFormat(QStringLiteral("%g"));
    m_money->applyNiceNumbers();
    m_money->setTitleText(unit == million ? tr("million %1").arg(m_currency) : unit == thousand ? tr("thousand %1").arg(m_currency) : m_currency);
}

void MoneyTab::chooseFile()
{
    chooseChartFile(*m_chart, [this](const QString& said) {
        m_answerText = said;
        sayTotals();
    });
}

} // namespace encore::ui
