// SPDX-License-Identifier: GPL-3.0-or-later
#include <zbar.h> // first: ZXing's macros would break it

#include "support/rivals.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>

#include <exception>

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

QImage foreignCode(const QString& format, const QString& text)
{
    try {
        const ZXing::BarcodeFormat known = ZXing::BarcodeFormatFromString(format.toStdString());
        const bool striped = ZXing::BarcodeFormats(ZXing::BarcodeFormat::LinearCodes).testFlag(known);
        const ZXing::BitMatrix matrix = ZXing::MultiFormatWriter(known).setMargin(10).encode(
            text.toStdString(), striped ? 400 : 250, striped ? 120 : 250);
        QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.scanLine(y)[x] = matrix.get(x, y) ? 20 : 230;
        }
        return image;
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace encore::support
