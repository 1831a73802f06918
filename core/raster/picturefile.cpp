// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/picturefile.h"

#include "picturesource.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QPainter>

#include <cstring>

namespace encore::raster
{
using domain::ErrorCode;
using domain::Result;

namespace
{
constexpr qint64 headLength = 1024; ///< PDF readers accept their mark within so many bytes

bool looksLikeSvg(const QByteArray& head)
{
    const QByteArray text = (head.startsWith("\xef\xbb\xbf") ? head.mid(3) : head).trimmed();
    return text.startsWith('<') && head.contains("<svg");
}

OpenedSource opened(const Origin& origin)
{
    const std::unique_ptr<QIODevice> device = deviceOf(origin);
    if (!device)
        return fileError(ErrorCode::Unavailable, "raster.cannot_open", origin.name);
    const QByteArray head = device->peek(headLength);
    if (head.isEmpty())
        return fileError(ErrorCode::Invalid, "raster.empty", origin.name);
    if (head.contains("%PDF-"))
        return openPdf(origin);
    return looksLikeSvg(head) ? openSvg(origin) : openImage(origin);
}

} // namespace

std::unique_ptr<QIODevice> deviceOf(const Origin& origin)
{
    std::unique_ptr<QIODevice> device;
    if (origin.path.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(origin.bytes);
        device = std::move(buffer);
    } else {
        device = std::make_unique<QFile>(origin.path);
    }
    if (!device->open(QIODevice::ReadOnly))
        device.reset();
    return device;
}

domain::Error fileError(ErrorCode code, const char* id, const QString& name)
{
    return domain::error(code, domain::message(id).with("file", name));
}

ticket::GreyImage greyView(const QImage& image)
{
    Q_ASSERT(image.isNull() || image.format() == QImage::Format_Grayscale8);
    return {image.constBits(), image.width(), image.height(), image.bytesPerLine()};
}

QImage greyOf(const QImage& image)
{
    if (image.isNull() || !image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_Grayscale8);
    QImage grey(image.size(), QImage::Format_Grayscale8);
    // In bands, so that a large picture is not held three times.
    constexpr int bandRows = 256;
    for (int top = 0; top < image.height(); top += bandRows) {
        const int rows = std::min(bandRows, image.height() - top);
        QImage band(image.width(), rows, QImage::Format_RGB32);
        band.fill(Qt::white);
        QPainter painter(&band);
        painter.drawImage(0, 0, image, 0, top, image.width(), rows);
        painter.end();
        band = band.convertToFormat(QImage::Format_Grayscale8);
        for (int y = 0; y < rows; ++y)
            std::memcpy(grey.scanLine(top + y), band.constScanLine(y), size_t(image.width()));
    }
    return grey;
}

PictureFile::PictureFile(std::shared_ptr<Source> source) : m_source(std::move(source)) { }

Result<PictureFile> PictureFile::open(const QString& path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return fileError(ErrorCode::Unavailable, "raster.missing", path);
    if (info.isDir())
        return fileError(ErrorCode::Unavailable, "raster.folder", path);
    if (!info.isFile()) // a pipe or a device might never end
        return fileError(ErrorCode::Unavailable, "raster.cannot_open", path);
    OpenedSource source = opened({path, path, {}});
    if (!source)
        return source.error();
    return PictureFile(std::move(source.value()));
}

Result<PictureFile> PictureFile::fromBytes(const QByteArray& bytes, const QString& name)
{
    OpenedSource source = opened({name, {}, bytes});
    if (!source)
        return source.error();
    return PictureFile(std::move(source.value()));
}

QString PictureFile::name() const
{
    return m_source->name();
}

bool PictureFile::isPdf() const
{
    return m_source->isPdf();
}

int PictureFile::pageCount() const
{
    return m_source->pageCount();
}

Result<GreyPage> PictureFile::page(int index, double dotsPerInch) const
{
    Q_ASSERT(index >= 0 && index < pageCount());
    return m_source->page(index, dotsPerInch);
}

} // namespace encore::raster
