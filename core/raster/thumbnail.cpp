// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/thumbnail.h"

#include "raster/picturefile.h"

#include <QBuffer>
#include <QImageReader>

namespace encore::raster
{

domain::Result<QImage> thumbnail(const QByteArray& bytes, QSize most, const QString& name)
{
    // The same limits as for every other picture, known before anything is decoded.
    const domain::Result<PictureFile> file = PictureFile::fromBytes(bytes, name);
    if (!file)
        return file.error();
    if (file->isPdf())
        return domain::error(domain::ErrorCode::Invalid, domain::message("picture.is_document").with("file", name));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    // Scaling comes before turning, so that both sides have to fit either way.
    const int side = std::max(most.width(), most.height());
    if (size.isValid() && (size.width() > side || size.height() > side))
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    if (image.isNull())
        return domain::error(domain::ErrorCode::Damaged, domain::message("raster.damaged").with("file", name));
    const bool fits = image.width() <= most.width() && image.height() <= most.height();
    return fits ? image : image.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace encore::raster
