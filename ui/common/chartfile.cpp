// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chartfile.h"

#include "ui/common/languageswitcher.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGraphicsView>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace encore::ui
{
namespace
{
struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(encore::ui::ChartWords)
};

QByteArray svgOf(QGraphicsView& chart)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(chart.size());
    generator.setViewBox(chart.rect());
    generator.setTitle(chart.accessibleName());
    generator.setDescription(chart.accessibleDescription());
    QPainter painter(&generator);
    painter.fillRect(chart.rect(), chart.backgroundBrush());
    chart.render(&painter, chart.rect());
    painter.end();
    return bytes;
}

QByteArray pngOf(QGraphicsView& chart)
{
    constexpr int scale = 2;
    QImage picture(chart.size() * scale, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(scale);
    picture.fill(chart.backgroundBrush().color());
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    chart.render(&painter, chart.rect());
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

domain::Status writeChart(QGraphicsView& chart, const QString& path)
{
    const QByteArray bytes = path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive) ? svgOf(chart) : pngOf(chart);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return domain::done();
    return domain::error(domain::ErrorCode::Unavailable,
                         domain::message("file.unwritable").with("file", path).with("reason", file.errorString()));
}

void chooseChartFile(QGraphicsView& chart, const std::function<void(const QString& said)>& answer)
{
    auto* chooser = new QFileDialog(&chart, ChartWords::tr("Save the chart"));
    chooser->setObjectName(QStringLiteral("chartFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({ChartWords::tr("PNG picture (*.png)"), ChartWords::tr("SVG drawing (*.svg)")});
    chooser->setDefaultSuffix(QStringLiteral("png"));
    QObject::connect(chooser, &QFileDialog::filterSelected, chooser, [chooser](const QString& filter) {
        chooser->setDefaultSuffix(filter.contains(QStringLiteral("*.svg")) ? QStringLiteral("svg") : QStringLiteral("png"));
    });
    QObject::connect(chooser, &QFileDialog::fileSelected, &chart, [&chart, answer](const QString& path) {
        const domain::Status written = writeChart(chart, path);
        answer(written ? ChartWords::tr("Saved: %1").arg(path) : inWords(written.error().message));
    });
    chooser->open();
}

} // namespace encore::ui
