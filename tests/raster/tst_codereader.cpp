// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/codeimage.h"
#include "raster/framebench.h"
#include "raster/picturefile.h"
#include "support/hardset.h"
#include "support/rivals.h"

#include <QPainter>
#include <QTest>
#include <QTransform>

#include <cmath>

using namespace encore;
using namespace encore::raster;
using support::Hardship;
using ticket::CodeReader;
using ticket::ReadCode;

class tst_CodeReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatOthersRead();
    void readsMoreThanOthers();
    void findsAllFromTopToBottom();
    void findsEasyAndHardTogether();
    void findsTheSameTextTwice();
    void findsASmallCodeInALargePicture();
    void saysWhereTheCodeIs_data();
    void saysWhereTheCodeIs();
    void seesNoCodeWhereThereIsNone_data();
    void seesNoCodeWhereThereIsNone();
    void takesRowsThatAreFarApart();
    void frameReadsNearestFirst();
    void frameReadsHardCodesWithinAFewFrames_data();
    void frameReadsHardCodesWithinAFewFrames();
    void frameKeepsToWhatWorked();
    void readsOtherFormats_data();
    void readsOtherFormats();
    void findsStripesMoreThanOnce();
    void survivesOddPictures();
    void stopsWhenAsked();
    void frameMeasureReadsItsFrame();
};

namespace
{
QStringList texts(const std::vector<ReadCode>& codes)
{
    QStringList result;
    for (const ReadCode& code : codes)
        result << code.text;
    return result;
}

QImage white(int width, int height)
{
    QImage image(width, height, QImage::Format_Grayscale8);
    image.fill(230);
    return image;
}

void put(QImage& onto, int x, int y, const QImage& picture)
{
    QPainter(&onto).drawImage(x, y, picture);
}

QImage codeOf(const QString& text, int pixelsPerModule)
{
    return greyOf(*qrImage(text, pixelsPerModule));
}

QImage frameWith(const QImage& picture)
{
    QImage frame = white(1280, 720);
    put(frame, (1280 - picture.width()) / 2, (720 - picture.height()) / 2, picture);
    return frame;
}

} // namespace

#ifdef __SANITIZE_ADDRESS__
constexpr int everyNth = 8; // the sanitizers make each picture take many times as long; the plain build reads all of them
#else
constexpr int everyNth = 1;
#endif

/// Of the hard set, whatever ZXing's most patient setting or zbar reads, ours reads; and never a text that is not
/// there.
void tst_CodeReader::readsWhatOthersRead()
{
    int readByOthers = 0;
    for (int index = 0; index < support::hardPictureCount(); index += 3 * everyNth) { // decodebench does them all
        const support::HardPicture picture = support::hardPicture(index);
        const ticket::GreyImage view = greyView(picture.image);
        const QSet<QString> others = support::readByZxing(view) + support::readByZbar(view);
        if (!others.contains(picture.text))
            continue;
        ++readByOthers;
        const QStringList ours = texts(CodeReader().readStill(view));
        QVERIFY2(ours == QStringList{picture.text}, picture.name.constData());
    }
    QVERIFY2(readByOthers > 35 / everyNth, "the hard set has become too hard to compare anything");
}

void tst_CodeReader::readsMoreThanOthers()
{
    int count = 0;
    int ours = 0;
    int others = 0;
    for (int index = 0; index < support::hardPictureCount(); index += 12, ++count) {
        const support::HardPicture picture = support::hardPicture(index);
        const ticket::GreyImage view = greyView(picture.image);
        const QStringList read = texts(CodeReader().readStill(view));
        QVERIFY2(read.isEmpty() || read == QStringList{picture.text}, picture.name.constData());
        ours += read.isEmpty() ? 0 : 1;
        others += (support::readByZxing(view) + support::readByZbar(view)).contains(picture.text) ? 1 : 0;
    }
    QVERIFY2(ours >= count * 3 / 4 && ours > others,
        qPrintable(QStringLiteral("%1 of %2, others %3").arg(ours).arg(count).arg(others)));
}

void tst_CodeReader::findsAllFromTopToBottom()
{
    QImage image = white(1000, 1300);
    QStringList expected;
    for (int i = 0; i < 9; ++i) {
        expected << QStringLiteral("TICKET %1").arg(i);
        put(image, 30 + i % 2 * 500 + i * 20, 20 + i * 130, codeOf(expected.back(), 4));
    }
    QCOMPARE(texts(CodeReader().readStill(greyView(image))), expected);
}

void tst_CodeReader::findsEasyAndHardTogether()
{
    QImage image = white(900, 900);
    put(image, 20, 20, codeOf(QStringLiteral("EASY"), 6));
    put(image, 20, 400, support::hardPicture("inverted", 1, {.length = 60, .module = 4, .inverted = true}).image);
    put(image, 420, 350,
        support::hardPicture("soft", 2, {.length = 60, .module = 4, .degrees = 30, .blur = 2.2}).image);
    QStringList read = texts(CodeReader().readStill(greyView(image)));
    read.sort();
    QStringList expected{QStringLiteral("EASY"), support::ticketLikeText(1, 60), support::ticketLikeText(2, 60)};
    expected.sort();
    QCOMPARE(read, expected);
}

void tst_CodeReader::findsTheSameTextTwice()
{
    QImage image = white(900, 500);
    put(image, 20, 20, codeOf(QStringLiteral("TWICE"), 6));
    put(image, 500, 200, codeOf(QStringLiteral("TWICE"), 6));
    QCOMPARE(CodeReader().readStill(greyView(image)).size(), size_t(2));
}

void tst_CodeReader::findsASmallCodeInALargePicture()
{
    QImage image = white(4000, 3000);
    const support::HardPicture small = support::hardPicture("small", 3, {.module = 1.5, .contrast = 0.5});
    put(image, 2650, 1870, small.image);
    const std::vector<ReadCode> codes = CodeReader().readStill(greyView(image));
    QCOMPARE(texts(codes), QStringList{small.text});
    const QPointF off
        = codes[0].centre() - QPointF(2650 + small.image.width() / 2.0, 1870 + small.image.height() / 2.0);
    QVERIFY(std::hypot(off.x(), off.y()) < 10);
}

void tst_CodeReader::saysWhereTheCodeIs_data()
{
    QTest::addColumn<Hardship>("hardship");
    QTest::newRow("plain") << Hardship{};
    QTest::newRow("white on black") << Hardship{.inverted = true};
    QTest::newRow("small") << Hardship{.module = 1.6};
    QTest::newRow("turned") << Hardship{.degrees = 33};
    QTest::newRow("blurred") << Hardship{.module = 8, .blur = 4};
    QTest::newRow("curved") << Hardship{.curve = 0.75};
    QTest::newRow("curved the other way") << Hardship{.degrees = 90, .curve = 0.75};
}

void tst_CodeReader::saysWhereTheCodeIs()
{
    QFETCH(Hardship, hardship);
    const support::HardPicture picture = support::hardPicture("", 1, hardship);
    const std::vector<ReadCode> codes = CodeReader().readStill(greyView(picture.image));
    QCOMPARE(texts(codes), QStringList{picture.text});
    const QPointF off = codes[0].centre() - QPointF(picture.image.width() / 2.0, picture.image.height() / 2.0);
    QVERIFY2(std::hypot(off.x(), off.y()) < picture.image.width() * 0.04,
        qPrintable(QString::number(std::hypot(off.x(), off.y()))));
    QVERIFY(codes[0].corners[0] != codes[0].corners[2]);
}

void tst_CodeReader::seesNoCodeWhereThereIsNone_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("white") << 0;
    QTest::newRow("noise") << 1;
    QTest::newRow("stripes") << 2;
    QTest::newRow("writing") << 3;
}

void tst_CodeReader::seesNoCodeWhereThereIsNone()
{
    QFETCH(int, kind);
    QImage image = white(500, 400);
    quint32 grain = 7;
    for (int y = 0; kind > 0 && y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (kind != 3 || (x % 9 == 0 && y % 14 == 0) || x % 3 == 0)
                grain = grain * 1664525U + 1013904223U;
            const bool line = y % 14 < 9 && (x / 3 * 7 + int(grain >> 27)) % 5 < 2;
            image.scanLine(y)[x] = kind == 1 ? uchar(grain >> 24)
                : kind == 2                  ? uchar((x * x / 90) % 256)
                                             : uchar(line ? 20 : 230);
        }
    }
    QCOMPARE(texts(CodeReader().readStill(greyView(image))), QStringList());
    CodeReader reader;
    for (int frame = 0; frame < 30; ++frame)
        QCOMPARE(texts(reader.readFrame(greyView(image))), QStringList());
}

/// The first plane of a YUV frame is handed in as it is: rows end in padding that is no picture.
void tst_CodeReader::takesRowsThatAreFarApart()
{
    const QImage frame = frameWith(codeOf(support::ticketLikeText(1, 250), 5));
    const qsizetype stride = 1280 + 192;
    std::vector<std::uint8_t> plane(size_t(stride) * 720, 0);
    quint32 grain = 3;
    for (std::uint8_t& value : plane)
        value = std::uint8_t((grain = grain * 1664525U + 1013904223U) >> 24);
    for (int y = 0; y < 720; ++y)
        std::copy_n(frame.constScanLine(y), 1280, plane.data() + y * stride);
    // The buffer ends with the last pixel: a reader that goes by stride × height would leave it (seen by the address
    // sanitizer).
    const std::vector<std::uint8_t> exact(plane.begin(), plane.begin() + 719 * stride + 1280);
    const ticket::GreyImage view{exact.data(), 1280, 720, stride};
    QCOMPARE(texts(CodeReader().readFrame(view)), QStringList{support::ticketLikeText(1, 250)});
    QCOMPARE(texts(CodeReader().readStill(view)), QStringList{support::ticketLikeText(1, 250)});
}

void tst_CodeReader::frameReadsNearestFirst()
{
    QImage frame = white(1280, 720);
    put(frame, 20, 20, codeOf(QStringLiteral("FAR"), 6));
    put(frame, 560, 300, codeOf(QStringLiteral("NEAR"), 6));
    put(frame, 900, 400, codeOf(QStringLiteral("BETWEEN"), 6));
    QCOMPARE(texts(CodeReader().readFrame(greyView(frame))),
        (QStringList{QStringLiteral("NEAR"), QStringLiteral("BETWEEN"), QStringLiteral("FAR")}));
}

void tst_CodeReader::frameReadsHardCodesWithinAFewFrames_data()
{
    QTest::addColumn<Hardship>("hardship");
    QTest::newRow("white on black") << Hardship{.module = 4, .inverted = true};
    QTest::newRow("pale") << Hardship{.module = 4, .contrast = 0.09};
    QTest::newRow("small") << Hardship{.module = 1.6};
    QTest::newRow("blurred") << Hardship{.module = 3.5, .blur = 1.8};
    QTest::newRow("curved") << Hardship{.module = 4, .curve = 0.75};
    QTest::newRow("pale white on black") << Hardship{.module = 4, .contrast = 0.09, .inverted = true};
}

void tst_CodeReader::frameReadsHardCodesWithinAFewFrames()
{
    QFETCH(Hardship, hardship);
    const support::HardPicture picture = support::hardPicture("", 11, hardship);
    const QImage frame = frameWith(picture.image);
    CodeReader reader;
    int frames = 0;
    std::vector<ReadCode> codes;
    while (codes.empty() && ++frames <= 30)
        codes = reader.readFrame(greyView(frame));
    QCOMPARE(texts(codes), QStringList{picture.text});
    const QPointF off = codes[0].centre() - QPointF(640, 360);
    QVERIFY(std::hypot(off.x(), off.y()) < 20);
}

void tst_CodeReader::frameKeepsToWhatWorked()
{
    CodeReader reader;
    std::vector<ReadCode> codes;
    const QImage first = frameWith(support::hardPicture("", 12, {.module = 4, .curve = 0.75}).image);
    for (int i = 0; codes.empty() && i < 30; ++i)
        codes = reader.readFrame(greyView(first));
    QVERIFY(!codes.empty());
    const support::HardPicture next = support::hardPicture("", 13, {.module = 4, .curve = 0.75});
    const QImage second = frameWith(next.image);
    QCOMPARE(texts(reader.readFrame(greyView(second))), QStringList{next.text});
}

void tst_CodeReader::readsOtherFormats_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"Aztec", "DataMatrix", "PDF417", "Code128", "ITF", "EAN-13"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void tst_CodeReader::readsOtherFormats()
{
    QFETCH(QString, format);
    const QString text
        = format == QLatin1String("EAN-13") ? QStringLiteral("8801234567893") : QStringLiteral("12345678901234");
    const QImage picture = support::foreignCode(format, text);
    QVERIFY(!picture.isNull());
    const QImage frame = frameWith(picture);
    CodeReader reader;
    std::vector<ReadCode> codes;
    for (int i = 0; codes.empty() && i < 30; ++i)
        codes = reader.readFrame(greyView(frame));
    QCOMPARE(texts(codes), QStringList{text});
    QCOMPARE(codes[0].format, format);
    QCOMPARE(texts(CodeReader().readStill(greyView(frame))), QStringList{text});
    const QImage upright = frameWith(picture.transformed(QTransform().rotate(90)));
    codes.clear();
    for (int i = 0; codes.empty() && i < 30; ++i)
        codes = reader.readFrame(greyView(upright));
    if (format != QLatin1String("ITF")) // upright ones are rare among tickets: read of still pictures only
        QCOMPARE(texts(codes), QStringList{text});
    QCOMPARE(texts(CodeReader().readStill(greyView(upright))), QStringList{text});
}

/// Tickets to print at home show their stripes twice, and ZXing 1.4 aborts where it compares two readings of the same
/// stripes.
void tst_CodeReader::findsStripesMoreThanOnce()
{
    const QString text = QStringLiteral("TWICE-0042");
    const QImage stripes = support::foreignCode(QStringLiteral("Code128"), text);
    QImage image = white(1280, 900);
    put(image, 40, 40, stripes);
    put(image, 700, 240, stripes);
    put(image, 100, 400, stripes.transformed(QTransform().rotate(90)));
    put(image, 600, 600, support::foreignCode(QStringLiteral("Code128"), QStringLiteral("OTHER")));
    const QStringList read = texts(CodeReader().readStill(greyView(image)));
    QCOMPARE(read.count(text), 3);
    QCOMPARE(read.count(QStringLiteral("OTHER")), 1);
    QCOMPARE(read.size(), 4);
    CodeReader reader;
    QSet<QString> live;
    for (int i = 0; i < 60; ++i) {
        for (const QString& found : texts(reader.readFrame(greyView(image))))
            live.insert(found);
    }
    QVERIFY(!live.isEmpty());
}

void tst_CodeReader::survivesOddPictures()
{
    std::vector<std::uint8_t> pixels(200'000, 128);
    CodeReader reader;
    for (const auto& [width, height] :
        {std::pair{0, 0}, {1, 1}, {1, 5000}, {5000, 1}, {7, 7}, {9, 2000}, {70'000, 2}, {8, 8}, {33, 21}}) {
        const ticket::GreyImage image{pixels.data(), width, height, width};
        QVERIFY(reader.readStill(image).empty());
        for (int i = 0; i < 30; ++i)
            QVERIFY(reader.readFrame(image).empty());
    }
    QVERIFY(reader.readStill({nullptr, 100, 100, 100}).empty());
    QVERIFY(reader.readFrame({pixels.data(), 100, 100, 50}).empty());
    QVERIFY(reader.readFrame({pixels.data(), -5, 100, 100}).empty());
}

void tst_CodeReader::stopsWhenAsked()
{
    const support::HardPicture picture = support::hardPicture("", 14, {.module = 4, .wave = 2});
    int asked = 0;
    const auto codes = CodeReader().readStill(greyView(picture.image), {true, [&] { return ++asked >= 5; }});
    QVERIFY(codes.empty());
    QVERIFY2(asked < 10, qPrintable(QString::number(asked)));
}

void tst_CodeReader::frameMeasureReadsItsFrame()
{
    const FrameFigures figures = measureFrames(3);
    QCOMPARE(figures.rounds, 3);
    QVERIFY(figures.zxingMs > 0 && figures.readerMs > 0);
}

QTEST_GUILESS_MAIN(tst_CodeReader)
#include "tst_codereader.moc"
