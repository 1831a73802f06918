// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturesource.h"

#include <QGuiApplication>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <algorithm>

namespace encore::raster
{
using domain::ErrorCode;
using domain::Result;

namespace
{
constexpr qint64 mostBytes = 8'000'000;
constexpr int mostDepth = 64;
constexpr double longSide = 2400; ///< pixels a drawing is painted with

/// Plain shapes only: what refers to other files or repeats itself could take for ever. Writing needs fonts, which
/// exist only in a program with a QGuiApplication.
bool isHarmless(const QByteArray& bytes)
{
    static const QStringList shapes{QStringLiteral("svg"), QStringLiteral("g"), QStringLiteral("path"),
        QStringLiteral("rect"), QStringLiteral("line"), QStringLiteral("polygon"), QStringLiteral("polyline"),
        QStringLiteral("circle"), QStringLiteral("ellipse"), QStringLiteral("defs"), QStringLiteral("title"),
        QStringLiteral("desc"), QStringLiteral("metadata"), QStringLiteral("style")};
    static const QStringList writing{QStringLiteral("text"), QStringLiteral("tspan")};
    const bool hasFonts = qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr;
    QXmlStreamReader xml(bytes);
    int depth = 0;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++depth > mostDepth || xml.attributes().hasAttribute(QStringLiteral("stroke-dasharray")))
                return false;
            if (xml.name() == QLatin1String("metadata")) {
                xml.skipCurrentElement();
                --depth;
            } else if (!shapes.contains(xml.name()) && !(hasFonts && writing.contains(xml.name()))) {
                return false;
            }
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        case QXmlStreamReader::DTD:
            if (!xml.entityDeclarations().isEmpty())
                return false;
            break;
        default:
            break;
        }
    }
    return true;
}

class SvgSource final : public PictureFile::Source
{
public:
    SvgSource(const QString& name, const QByteArray& bytes) : Source(name), m_bytes(bytes) { }

    [[nodiscard]] Result<GreyPage> page(int, double) const override
    {
        QSvgRenderer renderer(m_bytes);
        const QSizeF size = renderer.viewBoxF().size();
        if (!renderer.isValid() || size.isEmpty())
            return fileError(ErrorCode::Damaged, "raster.damaged", name());
        const double scale = longSide / std::max(size.width(), size.height());
        QImage image(
            std::max(1, int(size.width() * scale)), std::max(1, int(size.height() * scale)), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        return GreyPage{greyOf(image), false, scale};
    }

private:
    QByteArray m_bytes;
};

} // namespace

OpenedSource openSvg(const Origin& origin)
{
    const std::unique_ptr<QIODevice> device = deviceOf(origin);
    if (!device)
        return fileError(ErrorCode::Unavailable, "raster.cannot_open", origin.name);
    const QByteArray bytes = device->read(mostBytes + 1);
    if (bytes.size() > mostBytes || !isHarmless(bytes))
        return fileError(ErrorCode::Refused, "raster.svg_refused", origin.name);
    return std::shared_ptr<PictureFile::Source>(std::make_shared<SvgSource>(origin.name, bytes));
}

} // namespace encore::raster
