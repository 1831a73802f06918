// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ticket/codereader.h"

#include <QImage>
#include <QSet>
#include <QString>

namespace encore::support
{

/// The texts that ZXing finds with all formats and its most patient setting.
[[nodiscard]] QSet<QString> readByZxing(const ticket::GreyImage& image);

/// The texts that zbar finds, scanning every line.
[[nodiscard]] QSet<QString> readByZbar(const ticket::GreyImage& image);

/// A code of another format, as ZXing writes it: "Aztec", "Code128" … (Grayscale8). Null where ZXing cannot.
[[nodiscard]] QImage foreignCode(const QString& format, const QString& text);

} // namespace encore::support
