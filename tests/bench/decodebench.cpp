// SPDX-License-Identifier: GPL-3.0-or-later
// Prints one JSON object a line: what a live frame costs, and what is read of the hard pictures, beside ZXing and zbar.
// With --each also a line for each picture.

#include "raster/framebench.h"
#include "raster/picturefile.h"
#include "support/hardset.h"
#include "support/rivals.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <cstring>

using namespace encore;

namespace
{

void print(const QJsonObject& line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void benchFrames()
{
    const raster::FrameFigures figures = raster::measureFrames();
    print({{QStringLiteral("bench"), QStringLiteral("frame")}, {QStringLiteral("rounds"), figures.rounds},
        {QStringLiteral("reader_ms"), figures.readerMs}, {QStringLiteral("zxing_ms"), figures.zxingMs},
        {QStringLiteral("ratio"), figures.rounds > 0 ? figures.ratio() : 0},
        {QStringLiteral("empty_reader_ms"), figures.emptyReaderMs},
        {QStringLiteral("empty_zxing_ms"), figures.emptyZxingMs},
        {QStringLiteral("empty_worst_ms"), figures.emptyWorstMs}});
}

struct Counts {
    int pictures = 0;
    int ours = 0;
    int zxing = 0;
    int zbar = 0;
    int together = 0; ///< ZXing or zbar
    int missed = 0; ///< read by one of them, not by us
    int misread = 0; ///< a text that is not there
    qint64 ms = 0;
    qint64 worstMs = 0;
};

void benchPicture(int index, bool each, Counts& counts)
{
    const support::HardPicture picture = support::hardPicture(index);
    const ticket::GreyImage view = raster::greyView(picture.image);
    ticket::CodeReader reader;
    QElapsedTimer timer;
    timer.start();
    const std::vector<ticket::ReadCode> codes = reader.readStill(view);
    const qint64 ms = timer.elapsed();
    const bool ours
        = std::any_of(codes.begin(), codes.end(), [&](const auto& code) { return code.text == picture.text; });
    const bool zxing = support::readByZxing(view).contains(picture.text);
    const bool zbar = support::readByZbar(view).contains(picture.text);
    ++counts.pictures;
    counts.ours += ours ? 1 : 0;
    counts.zxing += zxing ? 1 : 0;
    counts.zbar += zbar ? 1 : 0;
    counts.together += zxing || zbar ? 1 : 0;
    counts.missed += (zxing || zbar) && !ours ? 1 : 0;
    counts.misread += int(codes.size()) - (ours ? 1 : 0);
    counts.ms += ms;
    counts.worstMs = std::max(counts.worstMs, ms);
    if (each)
        print({{QStringLiteral("picture"), QString::fromUtf8(picture.name)}, {QStringLiteral("ours"), ours},
            {QStringLiteral("zxing"), zxing}, {QStringLiteral("zbar"), zbar}, {QStringLiteral("ms"), ms}});
}

void benchStills(bool each)
{
    Counts counts;
    for (int index = 0; index < support::hardPictureCount(); ++index)
        benchPicture(index, each, counts);
    print({{QStringLiteral("bench"), QStringLiteral("still")}, {QStringLiteral("pictures"), counts.pictures},
        {QStringLiteral("ours"), counts.ours}, {QStringLiteral("zxing"), counts.zxing},
        {QStringLiteral("zbar"), counts.zbar}, {QStringLiteral("zxing_or_zbar"), counts.together},
        {QStringLiteral("missed"), counts.missed}, {QStringLiteral("misread"), counts.misread},
        {QStringLiteral("mean_ms"), double(counts.ms) / counts.pictures},
        {QStringLiteral("worst_ms"), counts.worstMs}});
}

} // namespace

int main(int argc, char** argv)
{
    benchFrames();
    benchStills(argc > 1 && std::strcmp(argv[1], "--each") == 0);
    return 0;
}
