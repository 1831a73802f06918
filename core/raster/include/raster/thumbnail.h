// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QImage>

namespace encore::raster
{

/// The picture in colour, turned as its camera says, no larger than @p most and never enlarged. Errors are those of PictureFile; a document
/// is none. @p name is what errors call it.
[[nodiscard]] domain::Result<QImage> thumbnail(const QByteArray& bytes, QSize most, const QString& name);

/// The bytes of a picture's file that can be shown; Refused where they are more than @p most.
[[nodiscard]] domain::Result<QByteArray> readPicture(const QString& path, qint64 most);

} // namespace encore::raster
