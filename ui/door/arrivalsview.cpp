// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrivalsview.h"

#include "ui/common/chartfile.h"

#include "doorwords.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineSeries>
#include <QPushButton>
#include <QScatterSeries>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVXYModelMapper>
#include <QValueAxis>

namespace encore::ui
{
namespace
{

constexpr qint64 shownMs = 4LL * 60 * 60 * 1000;

class MinuteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QString displayText(const QVariant& value, const QLocale& locale) const override
    {
        if (value.userType() == QMetaType::QDateTime)
            return value.toDateTime().time().toString(QStringLiteral("HH:mm"));
        return QStyledItemDelegate::displayText(value, locale);
    }
};

} // namespace

ArrivalsView::ArrivalsView(const Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent), m_services(services), m_theme(theme), m_model(new ArrivalsModel(this))
{
    setObjectName(QStringLiteral("arrivalsView"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    auto* header = new QHBoxLayout;
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("arrivalsSummaryLabel"));
    header->addWidget(m_summary, 1);
    m_export = new QPushButton(this);
    m_export->setObjectName(QStringLiteral("exportChartButton"));
    header->addWidget(m_export);
    layout->addLayout(header);
    buildChart();
    layout->addWidget(m_view, 3);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("arrivalsTableView"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MinuteDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    layout->addWidget(m_table, 2);
    connect(m_export, &QPushButton::clicked, this, [this] {
        chooseChartFile(*m_view, [this](const QString& said) { m_summary->setText(said); });
    });
    connect(&theme, &Theme::changed, this, &ArrivalsView::applyTheme);
    applyTheme();
    retranslate();
}

void ArrivalsView::buildChart()
{
    m_chart = new QChart;
    m_line = new QLineSeries(m_chart);
    auto* mapper = new QVXYModelMapper(this);
    mapper->setModel(m_model);
    mapper->setXColumn(ArrivalsModel::MinuteColumn);
    mapper->setYColumn(ArrivalsModel::EntriesColumn);
    mapper->setSeries(m_line);
    m_area = new QAreaSeries(m_line);
    m_peak = new QScatterSeries(m_chart);
    m_peak->setMarkerSize(9);
    m_peak->setPointLabelsVisible(true);
    m_peak->setPointLabelsFormat(QStringLiteral("@yPoint"));
    m_peak->setPointLabelsClipping(false);
    m_chart->addSeries(m_area);
    m_chart->addSeries(m_peak);
    m_chart->legend()->hide();
    m_chart->setMargins(QMargins(0, 0, 0, 0));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_time = new QDateTimeAxis(m_chart);
    m_time->setFormat(QStringLiteral("HH:mm"));
    m_time->setGridLineVisible(false);
    m_count = new QValueAxis(m_chart);
    m_count->setLabelFormat(QStringLiteral("%d"));
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_count, Qt::AlignLeft);
    for (QAbstractSeries* series : QList<QAbstractSeries*>{m_area, m_peak}) {
        series->attachAxis(m_time);
        series->attachAxis(m_count);
    }
    m_view = new QChartView(m_chart, this);
    m_view->setObjectName(QStringLiteral("arrivalsChartView"));
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setMinimumHeight(200);
}

void ArrivalsView::refresh()
{
    commands::Arrivals query;
    query.since = m_services.clock->now().plusMs(-shownMs);
    m_services.queries->ask(query, this, [this](const domain::Result<std::vector<commands::Arrivals::Row>>& arrivals) {
        if (arrivals) {
            m_model->setRows(*arrivals);
            rescale();
        } else {
            m_summary->setText(inWords(arrivals.error().message));
        }
    });
}

void ArrivalsView::rescale()
{
    m_peak->clear();
    if (m_model->rowCount() == 0) {
        m_summary->setText(tr("Nobody has come in during the last four hours."));
        return;
    }
    int peak = 0;
    qint64 total = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        total += m_model->row(row).entries;
        if (m_model->row(row).entries > m_model->row(peak).entries)
            peak = row;
    }
    const qint64 most = m_model->row(peak).entries;
    m_peak->append(double(m_model->wallClock(peak).toMSecsSinceEpoch()), double(most));
    const QDateTime last = m_model->wallClock(m_model->rowCount() - 1);
    m_time->setRange(m_model->wallClock(0), std::max(last, m_model->wallClock(0).addSecs(60)));
    m_time->setTickCount(std::clamp(m_model->rowCount(), 2, 7));
    const qint64 step = std::max<qint64>(1, (most + 3) / 4);
    m_count->setRange(0, double(step * 5));
    m_count->setTickCount(6);
    m_summary->setText(tr("%1 came in; most at %2: %3 in a minute")
                           .arg(QLocale().toString(total), m_model->wallClock(peak).time().toString(QStringLiteral("HH:mm")),
                                QLocale().toString(most)));
    m_view->setAccessibleDescription(m_summary->text());
}

void ArrivalsView::applyTheme()
{
    m_chart->setBackgroundBrush(m_theme.raised());
    m_chart->setBackgroundRoundness(0);
    m_view->setBackgroundBrush(m_theme.raised());
    QColor fill = m_theme.accent();
    fill.setAlpha(60);
    m_area->setBrush(fill);
    m_area->setPen(QPen(m_theme.accent(), 2));
    m_peak->setColor(m_theme.accent());
    m_peak->setBorderColor(m_theme.raised());
    m_peak->setPointLabelsColor(m_theme.text());
    m_peak->setPointLabelsFont(m_theme.font(TextRole::Heading));
    for (QAbstractAxis* axis : QList<QAbstractAxis*>{m_time, m_count}) {
        axis->setLabelsBrush(m_theme.mutedText());
        axis->setLabelsFont(m_theme.font(TextRole::Caption));
        axis->setLinePen(QPen(m_theme.border()));
        axis->setGridLinePen(QPen(m_theme.border()));
    }
}

void ArrivalsView::retranslate()
{
    m_export->setText(tr("Save the chart…"));
    m_export->setAccessibleName(tr("Save the chart…"));
    m_export->setToolTip(tr("As a picture, for a letter or a talk"));
    m_view->setAccessibleName(tr("Arrivals per minute"));
    m_view->setToolTip(tr("Arrivals per minute"));
    m_table->setAccessibleName(tr("Arrivals per minute"));
    m_table->setToolTip(tr("The numbers of the chart"));
    m_model->retranslate();
    rescale();
}

void ArrivalsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
