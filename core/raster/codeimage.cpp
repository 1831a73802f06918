// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/codeimage.h"

#include <QBuffer>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <exception>

namespace encore::raster
{
using domain::ErrorCode;
using domain::Result;

namespace
{
constexpr int quietModules = 4;
constexpr int levelM = 3; // ZXing's scale of 0 to 8, two steps a level
constexpr int modulesOfVersion10 = 57;
/// More than any QR code holds; refused before it is copied about.
constexpr qsizetype maxText = 7089;

Result<ZXing::BitMatrix> modules(const QString& code)
{
    const auto tooLong = [&] {
        return domain::error(
            ErrorCode::Invalid, domain::message("raster.code_too_long").with("length", qint64(code.size())));
    };
    if (code.isEmpty())
        return domain::error(ErrorCode::Invalid, domain::message("raster.code_empty"));
    if (code.size() > maxText)
        return tooLong();
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEccLevel(levelM).setMargin(0);
        if (std::any_of(code.begin(), code.end(), [](QChar letter) { return letter.unicode() > 0xff; }))
            writer.setEncoding(ZXing::CharacterSet::UTF8); // else it takes Latin-1, and fails
        ZXing::BitMatrix matrix = writer.encode(code.toStdString(), 0, 0);
        if (code.startsWith(QLatin1String("ENC1:")) && matrix.width() > modulesOfVersion10)
            return tooLong();
        return matrix;
    } catch (const std::exception&) { // ZXing says so when the text does not fit
        return tooLong();
    }
}

} // namespace

Result<QImage> qrImage(const QString& code, int pixelsPerModule)
{
    const Result<ZXing::BitMatrix> matrix = modules(code);
    if (!matrix)
        return matrix.error();
    const int scale = std::clamp(pixelsPerModule, 1, 64);
    const int side = (matrix->width() + 2 * quietModules) * scale;
    QImage image(side, side, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0);
    for (int y = 0; y < matrix->height() * scale; ++y) {
        uchar* const row = image.scanLine(y + quietModules * scale);
        for (int x = 0; x < matrix->width() * scale; ++x) {
            const int column = x + quietModules * scale;
            if (matrix->get(x / scale, y / scale))
                row[column / 8] = uchar(row[column / 8] | (0x80 >> (column % 8)));
        }
    }
    return image;
}

Result<QByteArray> qrPng(const QString& code, int pixelsPerModule)
{
    const Result<QImage> image = qrImage(code, pixelsPerModule);
    if (!image)
        return image.error();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image->save(&buffer, "PNG"))
        return domain::error(ErrorCode::Unavailable, domain::message("raster.cannot_write_png"));
    return bytes;
}

Result<QByteArray> qrSvg(const QString& code)
{
    const Result<ZXing::BitMatrix> matrix = modules(code);
    if (!matrix)
        return matrix.error();
    const QByteArray side = QByteArray::number(matrix->width() + 2 * quietModules);
    QByteArray path;
    for (int y = 0; y < matrix->height(); ++y) {
        // One rectangle for each run of black modules keeps the file small and free of hairlines between modules.
        for (int x = 0, end = 0; x < matrix->width(); x = end + 1) {
            for (end = x; end < matrix->width() && matrix->get(end, y);)
                ++end;
            if (end == x)
                continue;
            const QByteArray run = QByteArray::number(end - x);
            path += "M" + QByteArray::number(x + quietModules) + "," + QByteArray::number(y + quietModules) + "h" + run
                + "v1h-" + run + "z";
        }
    }
    return QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                      "version=\"1.1\" viewBox=\"0 0 "
        + side + " " + side + "\" width=\"" + side + "mm\" height=\"" + side
        + "mm\" shape-rendering=\"crispEdges\">\n<path fill=\"#fff\" d=\"M0,0h" + side + "v" + side + "h-" + side
        + "z\"/>\n<path fill=\"#000\" d=\"" + path + "\"/>\n</svg>\n");
}

} // namespace encore::raster
