// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/codeimage.h"
#include "raster/picturefile.h"
#include "support/hardset.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace encore;
using namespace encore::raster;

class tst_CodeImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAgain_data();
    void isReadAgain();
    void svgIsReadAgain();
    void keepsItsForm();
    void refuses_data();
    void refuses();
};

namespace
{
std::vector<ticket::ReadCode> read(const QImage& image)
{
    const QImage grey = greyOf(image);
    return ticket::CodeReader().readStill(greyView(grey));
}
} // namespace

void tst_CodeImage::isReadAgain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("pixelsPerModule");
    QTest::newRow("ticket") << support::ticketLikeText(1, 260) << 8;
    QTest::newRow("largest ticket") << support::ticketLikeText(2, 311) << 4;
    QTest::newRow("smallest picture") << support::ticketLikeText(3, 220) << 1;
    QTest::newRow("spaces at the end") << QStringLiteral("ENC1:AB  ") << 6;
    QTest::newRow("one digit") << QStringLiteral("7") << 5;
    QTest::newRow("Korean") << QString::fromUtf8("입장권 17번") << 6;
    QTest::newRow("web address") << QStringLiteral("https://example.org/t?a=1&b=ü") << 6;
}

void tst_CodeImage::isReadAgain()
{
    QFETCH(QString, text);
    QFETCH(int, pixelsPerModule);
    const domain::Result<QByteArray> png = qrPng(text, pixelsPerModule);
    QVERIFY(png.ok());
    const std::vector<ticket::ReadCode> codes = read(QImage::fromData(*png, "PNG"));
    QCOMPARE(codes.size(), size_t(1));
    QCOMPARE(codes[0].text, text);
    QCOMPARE(codes[0].format, QStringLiteral("QRCode"));
    const domain::Result<QByteArray> again = qrPng(text, pixelsPerModule);
    QCOMPARE(*again, *png);
}

void tst_CodeImage::svgIsReadAgain()
{
    const QString text = support::ticketLikeText(4, 280);
    const domain::Result<QByteArray> svg = qrSvg(text);
    QVERIFY(svg.ok());
    QSvgRenderer renderer(*svg);
    QVERIFY(renderer.isValid());
    QImage image(65 * 5, 65 * 5, QImage::Format_RGB32); // version 10 and the white around it
    image.fill(Qt::red);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QCOMPARE(image.convertToFormat(QImage::Format_Mono), qrImage(text, 5)->convertToFormat(QImage::Format_Mono));
    const std::vector<ticket::ReadCode> codes = read(image);
    QCOMPARE(codes.size(), size_t(1));
    QCOMPARE(codes[0].text, text);
    QCOMPARE(*qrSvg(text), *svg);
}

/// ISO/IEC 18004: the first two modules of the format information are the level; after its mask, M is black, white.
void tst_CodeImage::keepsItsForm()
{
    const domain::Result<QImage> image = qrImage(support::ticketLikeText(5, 311), 1);
    QVERIFY(image.ok());
    QCOMPARE(
        image->size(), QSize(57 + 8, 57 + 8)); // version 10 holds 311 characters at level M in alphanumeric mode only
    const auto black = [&](int row, int column) { return qGray(image->pixel(column + 4, row + 4)) == 0; };
    QVERIFY(black(8, 0));
    QVERIFY(!black(8, 1));
    for (int i = 0; i < image->width(); ++i) {
        for (int edge = 0; edge < 4; ++edge) {
            QCOMPARE(qGray(image->pixel(i, edge)), 255);
            QCOMPARE(qGray(image->pixel(edge, i)), 255);
            QCOMPARE(qGray(image->pixel(i, image->height() - 1 - edge)), 255);
            QCOMPARE(qGray(image->pixel(image->width() - 1 - edge, i)), 255);
        }
    }
    QVERIFY(black(0, 0) && black(0, 56) && black(56, 0));
}

void tst_CodeImage::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("nothing") << QString() << QByteArray("raster.code_empty");
    QTest::newRow("ticket beyond version 10") << support::ticketLikeText(6, 312) << QByteArray("raster.code_too_long");
    QTest::newRow("beyond any code") << QString(4000, u'x') << QByteArray("raster.code_too_long");
    QTest::newRow("a million characters") << QString(1'000'000, u'1') << QByteArray("raster.code_too_long");
}

void tst_CodeImage::refuses()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, reason);
    const domain::Result<QByteArray> png = qrPng(text);
    QVERIFY(!png.ok());
    QCOMPARE(png.error().message.id, reason);
    QVERIFY(domain::hasWords(reason));
    const domain::Result<QByteArray> svg = qrSvg(text);
    QVERIFY(!svg.ok());
    QCOMPARE(svg.error().message.id, reason);
}

QTEST_GUILESS_MAIN(tst_CodeImage)
#include "tst_codeimage.moc"
