// SPDX-License-Identifier: GPL-3.0-or-later
#include "jpeghead.h"
#include "picturesource.h"

#include <QImageReader>
#include <QPixelFormat>

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
    return domain::error(ErrorCode::Refused, domain::message("raster.too_large")
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
    const int bits = format == QImage::Format_Invalid ? 32 : QImage::toPixelFormat(format).bitsPerPixel();
    return pixelsOf(size) * bits / 8;
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
        if (size.isValid() && m_decodedSize.isValid() && size != m_decodedSize)
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
    // Qt's own limit of 128 MB would refuse the photos of newer telephones; ours below is by what is known before decoding.
    QImageReader::setAllocationLimit(int(mostDecodedBytes >> 20) + 1);
    const std::unique_ptr<QIODevice> device = deviceOf(origin);
    if (!device)
        return fileError(ErrorCode::Unavailable, "raster.cannot_open", origin.name);
    const JpegHead jpeg = readJpegHead(*device);
    device->seek(0);
    QImageReader reader(device.get());
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead())
        return fileError(jpeg.isJpeg ? ErrorCode::Damaged : ErrorCode::Invalid, jpeg.isJpeg ? "raster.damaged" : "raster.no_picture",
                         origin.name);
    const QSize size = reader.size();
    if (size.isValid() && size.isEmpty())
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
    return std::shared_ptr<PictureFile::Source>(std::make_shared<ImageSource>(origin, decoded, jpeg.isJpeg && !jpeg.hasEnd));
}

} // namespace encore::raster
