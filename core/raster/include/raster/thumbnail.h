// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QImage>

namespace encore::raster
{

/// The picture in colour, turned as its camera says, no larger than @p most and never enlarged. Errors are those of PictureFile; a document
/// is none. @p name is what errors call it.
[[nodiscard]] domain::Result<QImage> thumbnail(const QByteArray& bytes, QSize most, const QString& name);

} // namespace encore::raster
