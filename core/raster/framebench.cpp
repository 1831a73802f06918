// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/framebench.h"

#include "raster/codeimage.h"
#include "raster/picturefile.h"
#include "ticket/codereader.h"

#include <QElapsedTimer>
#include <QPainter>

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <vector>

namespace encore::raster
{
namespace
{

/// A wall behind, grain as of a camera, and a code of version 10 in the middle where @p withCode.
QImage frame(bool withCode)
{
    QImage image(1280, 720, QImage::Format_Grayscale8);
    quint32 grain = 1;
    for (int y = 0; y < image.height(); ++y) {
        uchar* const row = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            grain = grain * 1664525U + 1013904223U;
            row[x] = uchar(90 + (x / 40 + y / 30) % 2 * 40 + int(grain >> 28));
        }
    }
    const QString code = QStringLiteral("ENC1:") + QStringLiteral("6BF$K9*ZQ 7M").repeated(23);
    const domain::Result<QImage> picture = qrImage(code, 5);
    if (withCode && picture.ok()) {
        QPainter painter(&image);
        painter.drawImage((image.width() - picture->width()) / 2, (image.height() - picture->height()) / 2, *picture);
    }
    return image;
}

double median(std::vector<double>& values)
{
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

template <class Work> void timed(std::vector<double>& into, Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    into.push_back(double(timer.nsecsElapsed()) / 1e6);
}

} // namespace

FrameFigures measureFrames(int rounds)
{
    const QImage full = frame(true);
    const QImage empty = frame(false);
    const ZXing::DecodeHints hints = ZXing::DecodeHints()
                                         .setFormats(ZXing::BarcodeFormat::QRCode)
                                         .setTryHarder(false)
                                         .setTryRotate(false)
                                         .setTryDownscale(false);
    const auto bare = [&](const QImage& image) {
        const ZXing::ImageView view(
            image.constBits(), image.width(), image.height(), ZXing::ImageFormat::Lum, int(image.bytesPerLine()));
        return ZXing::ReadBarcodes(view, hints).size();
    };
    ticket::CodeReader reader;
    std::vector<double> readerMs;
    std::vector<double> zxingMs;
    std::vector<double> emptyReaderMs;
    std::vector<double> emptyZxingMs;
    size_t found = 0;
    for (int i = 0; i < rounds; ++i) {
        timed(readerMs, [&] { found += reader.readFrame(greyView(full)).size(); });
        timed(zxingMs, [&] { found += bare(full); });
        timed(emptyReaderMs, [&] { found += reader.readFrame(greyView(empty)).size(); });
        timed(emptyZxingMs, [&] { found += bare(empty); });
    }
    FrameFigures figures;
    if (rounds <= 0 || found != size_t(rounds) * 2)
        return figures;
    figures.rounds = rounds;
    figures.emptyWorstMs = *std::max_element(emptyReaderMs.begin(), emptyReaderMs.end());
    figures.readerMs = median(readerMs);
    figures.zxingMs = median(zxingMs);
    figures.emptyReaderMs = median(emptyReaderMs);
    figures.emptyZxingMs = median(emptyZxingMs);
    return figures;
}

} // namespace encore::raster
