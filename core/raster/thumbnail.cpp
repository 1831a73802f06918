// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/thumbnail.h"

#include "raster/picturefile.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
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

domain::Result<QByteArray> readPicture(const QString& path, qint64 most)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::error(domain::ErrorCode::Unavailable, domain::message("file.unreadable").with("file", path).with("reason", file.errorString()));
    if (file.size() > most)
        return domain::error(domain::ErrorCode::Refused, domain::message("picture.too_large").with("file", name).with("megabytes", most / 1'000'000));
    const QByteArray bytes = file.readAll();
    const domain::Result<QImage> shown = thumbnail(bytes, QSize(64, 64), name);
    if (!shown)
        return shown.error();
    return bytes;
}

} // namespace encore::raster
