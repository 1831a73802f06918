// SPDX-License-Identifier: GPL-3.0-or-later
#include <zbar.h> // first: ZXing's macros would break it

#include "support/rivals.h"

#include <ZXing/ReadBarcode.h>

namespace encore::support
{

QSet<QString> readByZxing(const ticket::GreyImage& image)
{
    const ZXing::ImageView view(image.pixels, image.width, image.height, ZXing::ImageFormat::Lum, int(image.stride));
    const ZXing::DecodeHints hints = ZXing::DecodeHints().setTryHarder(true).setTryRotate(true).setTryDownscale(true);
    QSet<QString> texts;
    for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
        if (result.isValid())
            texts.insert(QString::fromStdString(result.text()));
    }
    return texts;
}

QSet<QString> readByZbar(const ticket::GreyImage& image)
{
    QByteArray dense;
    for (int y = 0; y < image.height; ++y)
        dense.append(reinterpret_cast<const char*>(image.pixels + qsizetype(y) * image.stride), image.width);
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 1);
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_X_DENSITY, 1);
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_Y_DENSITY, 1);
    zbar::Image picture(unsigned(image.width), unsigned(image.height), "Y800", dense.constData(), size_t(dense.size()));
    scanner.scan(picture);
    QSet<QString> texts;
    for (auto symbol = picture.symbol_begin(); symbol != picture.symbol_end(); ++symbol)
        texts.insert(QString::fromStdString(symbol->get_data()));
    return texts;
}

} // namespace encore::support
