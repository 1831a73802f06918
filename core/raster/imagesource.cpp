// SPDX-License-Identifier: GPL-3.0-or-later
#include "jpeghead.h"
#include "picturesource.h"

#include <QImageReader>
#include <QPixelFormat>

#include <algorithm>

namespace encore::raster
{
using domain::ErrorCode;
using domain::Result;

namespace
{
/// What one decoded picture may take. Grey pixels and the reader's work come on top, within 512 MB together.
constexpr qint64 mostDecodedBytes = 288'000'000;
/// What is larger is decoded smaller where the format can do that, else refused.
constexpr qint64 mostPixels = 72'000'000;

domain::Error tooLarge(const QString& name, QSize size)
{
    return domain::error(ErrorCode::Refused,
        domain::message("raster.too_large")
            .with("file", name)
            .with("width", qint64(size.width()))
            .with("height", qint64(size.height())));
}

qint64 pixelsOf(QSize size)
{
    return qint64(size.width()) * size.height();
}

qint64 decodedBytes(QSize size, QImage::Format format)
{
    // Qt 6.4 hands out whatever lay in memory where a JPEG's head cannot be read.
    const bool known = format > QImage::Format_Invalid && format < QImage::NImageFormats;
    const int bits = !known ? 32 : QImage::toPixelFormat(format).bitsPerPixel();
    return pixelsOf(size) * bits / 8;
}

/// Qt hands out a cut GIF as if the missing rows were meant to be empty.
bool isCutGif(QIODevice& device, const QByteArray& format)
{
    constexpr qint64 tailLength = 1024; // some programs fill the last block with zeros
    if (format != "gif")
        return false;
    device.seek(std::max<qint64>(0, device.size() - tailLength));
    QByteArray tail = device.readAll();
    while (tail.endsWith('\0'))
        tail.chop(1);
    return !tail.endsWith('\x3b');
}

class ImageSource final : public PictureFile::Source
{
public:
    ImageSource(const Origin& origin, QSize decodedSize, bool incomplete)
        : Source(origin.name), m_origin(origin), m_decodedSize(decodedSize), m_incomplete(incomplete)
    {
    }

    [[nodiscard]] Result<GreyPage> page(int, double) const override
    {
        const std::unique_ptr<QIODevice> device = deviceOf(m_origin);
        if (!device)
            return fileError(ErrorCode::Unavailable, "raster.cannot_open", name());
        QImageReader reader(device.get());
        reader.setDecideFormatFromContent(true);
        const QSize size = reader.size();
        if (size != m_decodedSize)
            reader.setScaledSize(m_decodedSize);
        const QImage image = reader.read();
        if (image.isNull())
            return fileError(ErrorCode::Damaged, "raster.damaged", name());
        const double scale = size.isValid() ? double(image.width()) / size.width() : 1;
        return GreyPage{greyOf(image), m_incomplete, scale};
    }

private:
    Origin m_origin;
    QSize m_decodedSize;
    bool m_incomplete;
};

} // namespace

OpenedSource openImage(const Origin& origin)
{
    // Qt's own limit of 128 MB would refuse the photos of newer telephones; ours below is by what is known before
    // decoding.
    QImageReader::setAllocationLimit(int(mostDecodedBytes >> 20) + 1);
    const std::unique_ptr<QIODevice> device = deviceOf(origin);
    if (!device)
        return fileError(ErrorCode::Unavailable, "raster.cannot_open", origin.name);
    const JpegHead jpeg = readJpegHead(*device);
    device->seek(0);
    QImageReader reader(device.get());
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead())
        return fileError(jpeg.isJpeg ? ErrorCode::Damaged : ErrorCode::Invalid,
            jpeg.isJpeg ? "raster.damaged" : "raster.no_picture", origin.name);
    const QSize size = reader.size();
    if (size.isEmpty()) // also where the head of the file is broken; all formats read here say their size
        return fileError(ErrorCode::Damaged, "raster.damaged", origin.name);
    QSize decoded = size;
    if (jpeg.isJpeg) {
        // A progressive JPEG keeps two bytes for each coefficient of the whole picture, however small it is wanted.
        if (jpeg.isProgressive && pixelsOf(size) * jpeg.components * 2 > mostDecodedBytes)
            return tooLarge(origin.name, size);
        for (int by = 2; by <= 8 && pixelsOf(decoded) > mostPixels; by *= 2)
            decoded = QSize((size.width() + by - 1) / by, (size.height() + by - 1) / by);
    }
    if (pixelsOf(decoded) > mostPixels || decodedBytes(decoded, reader.imageFormat()) > mostDecodedBytes)
        return tooLarge(origin.name, size);
    const bool incomplete = (jpeg.isJpeg && !jpeg.hasEnd) || isCutGif(*device, reader.format());
    return std::shared_ptr<PictureFile::Source>(std::make_shared<ImageSource>(origin, decoded, incomplete));
}

} // namespace encore::raster
