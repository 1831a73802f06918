// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/greyframe.h"

#include <QTest>

using namespace encore::ui;

namespace
{

constexpr QSize size(64, 48);

int grey(int x, int y)
{
    return 20 + 2 * x + y;
}

QVideoFrame frame(QVideoFrameFormat::PixelFormat format, int bytesPerPixel, int greyByte, int step)
{
    QVideoFrame result(QVideoFrameFormat(size, format));
    if (!result.map(QVideoFrame::WriteOnly))
        return {};
    for (int plane = 0; plane < result.planeCount(); ++plane)
        memset(result.bits(plane), 0x80, std::size_t(result.mappedBytes(plane)));
    for (int y = 0; y < size.height(); ++y) {
        uchar* line = result.bits(0) + y * result.bytesPerLine(0);
        for (int x = 0; x < size.width(); ++x) {
            for (int byte = 0; byte < bytesPerPixel; ++byte)
                line[step * x + greyByte + byte] = uchar(grey(x, y));
        }
    }
    result.unmap();
    return result;
}

} // namespace

class tst_GreyFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFormats_data();
    void readsFormats();
    void nothing();
};

void tst_GreyFrame::readsFormats_data()
{
    QTest::addColumn<QVideoFrame>("frame");
    QTest::addColumn<bool>("converted");
    QTest::newRow("YUV420P") << frame(QVideoFrameFormat::Format_YUV420P, 1, 0, 1) << false;
    QTest::newRow("YUV422P") << frame(QVideoFrameFormat::Format_YUV422P, 1, 0, 1) << false;
    QTest::newRow("YV12") << frame(QVideoFrameFormat::Format_YV12, 1, 0, 1) << false;
    QTest::newRow("NV12") << frame(QVideoFrameFormat::Format_NV12, 1, 0, 1) << false;
    QTest::newRow("NV21") << frame(QVideoFrameFormat::Format_NV21, 1, 0, 1) << false;
    QTest::newRow("Y8") << frame(QVideoFrameFormat::Format_Y8, 1, 0, 1) << false;
    QTest::newRow("YUYV") << frame(QVideoFrameFormat::Format_YUYV, 1, 0, 2) << true;
    QTest::newRow("UYVY") << frame(QVideoFrameFormat::Format_UYVY, 1, 1, 2) << true;
    QTest::newRow("BGRX") << frame(QVideoFrameFormat::Format_BGRX8888, 4, 0, 4) << true;
    QTest::newRow("RGBX") << frame(QVideoFrameFormat::Format_RGBX8888, 4, 0, 4) << true;
}

void tst_GreyFrame::readsFormats()
{
    QFETCH(QVideoFrame, frame);
    QFETCH(bool, converted);
    QVERIFY(frame.isValid());
    const GreyFrame view(frame);
    QVERIFY(view.isValid());
    QCOMPARE(view.isConverted(), converted);
    QCOMPARE(view.size(), size);
    QVERIFY(view.stride() >= size.width());
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            QVERIFY(qAbs(view.pixels()[y * view.stride() + x] - grey(x, y)) <= 1);
    }
}

void tst_GreyFrame::nothing()
{
    const GreyFrame view{QVideoFrame()};
    QVERIFY(!view.isValid());
}

QTEST_GUILESS_MAIN(tst_GreyFrame)
#include "tst_greyframe.moc"
