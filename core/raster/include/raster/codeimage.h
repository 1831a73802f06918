// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace encore::raster
{

// QR codes as pictures: error correction level M, four modules of white around, alphanumeric mode where the text allows
// it (ISO/IEC 18004). The same text gives the same bytes. Fails with Invalid where the text is empty or too long for a
// QR code, or is a ticket code of ours (`ENC1:`) that does not fit version 10 (CONTRACTS §2).

/// The code in black and white, @p pixelsPerModule pixels (1 to 64) for each module.
[[nodiscard]] domain::Result<QImage> qrImage(const QString& code, int pixelsPerModule = 8);

/// The same as the bytes of a PNG file.
[[nodiscard]] domain::Result<QByteArray> qrPng(const QString& code, int pixelsPerModule = 8);

/// The same as an SVG file whose unit is one module.
[[nodiscard]] domain::Result<QByteArray> qrSvg(const QString& code);

} // namespace encore::raster
