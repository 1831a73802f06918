// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/framereader.h"

#include "raster/codeimage.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace encore::raster;

namespace
{

const QString inTheMiddle = QStringLiteral("MIDDLE");
const QString atTheEdge = QStringLiteral("EDGE");

QImage frame()
{
    QImage picture(1280, 720, QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.drawImage(20, 20, qrImage(atTheEdge, 6).value());
    painter.drawImage(560, 280, qrImage(inTheMiddle, 6).value());
    return picture;
}

// A reader spreads its harder passes over several frames.
std::vector<FrameCode> readUntilFound(const uchar* pixels, QSize size, qsizetype stride)
{
    FrameReader reader;
    std::vector<FrameCode> codes;
    for (int look = 0; look < 50 && codes.empty(); ++look)
        codes = reader.read(pixels, size, stride);
    return codes;
}

} // namespace

class tst_FrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestTheCentreFirst();
    void cornersLieOnTheCode();
    void stride();
    void nonsense();
};

void tst_FrameReader::nearestTheCentreFirst()
{
    const QImage picture = frame();
    const auto codes = readUntilFound(picture.constBits(), picture.size(), picture.bytesPerLine());
    QVERIFY(!codes.empty());
    QCOMPARE(codes.front().text, inTheMiddle);
    QCOMPARE(codes.front().format, QStringLiteral("QRCode"));
}

void tst_FrameReader::cornersLieOnTheCode()
{
    const QImage picture = frame();
    const auto codes = readUntilFound(picture.constBits(), picture.size(), picture.bytesPerLine());
    QVERIFY(!codes.empty());
    const int side = qrImage(inTheMiddle, 6).value().width();
    const QRectF place(560, 280, side, side);
    for (const QPointF& corner : codes.front().corners)
        QVERIFY(place.contains(corner));
    QVERIFY(codes.front().corners[0].x() < codes.front().corners[1].x());
    QVERIFY(codes.front().corners[1].y() < codes.front().corners[2].y());
}

void tst_FrameReader::stride()
{
    const QImage whole = frame();
    // A part of the picture, as a window onto longer rows.
    const auto codes = readUntilFound(whole.constBits() + 400, QSize(640, 720), whole.bytesPerLine());
    QCOMPARE(codes.size(), std::size_t(1));
    QCOMPARE(codes.front().text, inTheMiddle);
}

void tst_FrameReader::nonsense()
{
    FrameReader reader;
    const QImage picture = frame();
    QVERIFY(reader.read(nullptr, picture.size(), picture.bytesPerLine()).empty());
    QVERIFY(reader.read(picture.constBits(), QSize(), 0).empty());
    QVERIFY(reader.read(picture.constBits(), QSize(0, 720), 1280).empty());
    QVERIFY(reader.read(picture.constBits(), picture.size(), picture.width() - 1).empty());
}

QTEST_GUILESS_MAIN(tst_FrameReader)
#include "tst_framereader.moc"
