// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/codeimage.h"
#include "raster/readcodes.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <memory>

using namespace encore;
using namespace encore::raster;

class tst_PictureFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsFromDisk();
    void refuses_data();
    void refuses();
    void refusesOnDisk();
    void readsWhatIsLeftOfACutFile();
    void readsAHugeJpegSmaller();
    void refusesAHugeProgressiveJpeg();
    void readsPdfPageByPage();
    void readsAPosterCoarser();
    void keepsGoodPagesOfABadPdf();
    void stopsBetweenPages();
    void staysWithinMemory();
};

namespace
{
const QString secret = QStringLiteral("ENC1:PICTURE FILE TEST 0123456789");

QImage code()
{
    return qrImage(secret, 6)->convertToFormat(QImage::Format_RGB32);
}

QByteArray saved(const QImage& image, const char* format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

template <class Number> QByteArray bigEndian(Number number)
{
    QByteArray bytes(qsizetype(sizeof(Number)), 0);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// PNG (ISO/IEC 15948): a chunk is length, type, data and CRC-32 of type and data.
QByteArray chunk(const QByteArray& type, const QByteArray& data)
{
    quint32 crc = 0xffffffff;
    for (const char byte : QByteArray(type + data)) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320U : crc >> 1;
    }
    return bigEndian(quint32(data.size())) + type + data + bigEndian(~crc);
}

/// A white picture of one bit a pixel: small as a file, whatever its size.
QByteArray flatPng(quint32 width, quint32 height)
{
    const qsizetype rowBytes = 1 + qsizetype(width + 7) / 8;
    const QByteArray packed = qCompress(QByteArray(rowBytes * height, 0), 9).mid(4); // Qt puts the length in front
    return QByteArray("\x89PNG\r\n\x1a\n")
        + chunk("IHDR", bigEndian(width) + bigEndian(height) + QByteArray("\x01\x00\x00\x00\x00", 5))
        + chunk("IDAT", packed) + chunk("IEND", {});
}

/// GIF89a frames of two colours, each pixel a code of its own (a clear code every other pixel keeps codes at three
/// bits).
QByteArray gifFrame(const QImage& image, bool empty)
{
    QByteArray data;
    unsigned bits = 0;
    int count = 0;
    const auto add = [&](unsigned value) {
        bits |= value << count;
        for (count += 3; count >= 8; count -= 8, bits >>= 8)
            data += char(bits & 0xff);
    };
    for (int i = 0; i < image.width() * image.height(); ++i) {
        if (i % 2 == 0)
            add(4);
        add(empty || qGray(image.pixel(i % image.width(), i / image.width())) > 127 ? 1 : 0);
    }
    add(5);
    data += char(bits & 0xff);
    QByteArray blocks;
    for (qsizetype at = 0; at < data.size(); at += 255)
        blocks += char(std::min<qsizetype>(255, data.size() - at)) + data.mid(at, 255);
    const QByteArray size = QByteArray(1, char(image.width() & 0xff)) + char(image.width() >> 8)
        + char(image.height() & 0xff) + char(image.height() >> 8);
    return QByteArray("\x21\xf9\x04\x00\x0a\x00\x00\x00", 8) + QByteArray("\x2c\x00\x00\x00\x00", 5) + size
        + QByteArray("\x00\x02", 2) + blocks + QByteArray("\x00", 1);
}

QByteArray animatedGif()
{
    const QImage image = *qrImage(secret, 3);
    const QByteArray size = QByteArray(1, char(image.width() & 0xff)) + char(image.width() >> 8)
        + char(image.height() & 0xff) + char(image.height() >> 8);
    return "GIF89a" + size + QByteArray("\x80\x00\x00\x00\x00\x00\xff\xff\xff", 9) + gifFrame(image, false)
        + gifFrame(image, true) + "\x3b";
}

QByteArray rectanglesOfCode(double side)
{
    const QImage image = *qrImage(secret, 1);
    const double module = side / image.width();
    QByteArray content;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) == 0)
                content += QByteArray::number(x * module) + ' ' + QByteArray::number(side - (y + 1) * module) + ' '
                    + QByteArray::number(module) + ' ' + QByteArray::number(module) + " re f\n";
        }
    }
    return content;
}

/// PDF 1.4 with pages of @p side points; object 3 is an empty page's content, object 4 one with a code, from 5 on the
/// pages.
QByteArray pdf(int pages, const QSet<int>& pagesWithCode, int side = 90)
{
    QByteArray kids;
    for (int i = 0; i < pages; ++i)
        kids += QByteArray::number(5 + i) + " 0 R ";
    const QByteArray drawing = rectanglesOfCode(side);
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(pages) + ">>",
        "<</Length 0>>stream\n\nendstream",
        "<</Length " + QByteArray::number(drawing.size()) + ">>stream\n" + drawing + "\nendstream"};
    const QByteArray box = QByteArray::number(side);
    for (int i = 0; i < pages; ++i)
        objects << "<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + box + ' ' + box + "]/Contents "
                + (pagesWithCode.contains(i) ? '4' : '3') + " 0 R>>";
    QByteArray bytes("%PDF-1.4\n");
    QByteArray table("0000000000 65535 f \n");
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(bytes.size());
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return bytes + "xref\n0 " + count + '\n' + table + "trailer\n<</Size " + count + "/Root 1 0 R>>\nstartxref\n"
        + start + "\n%%EOF\n";
}

/// A JPEG that claims another size than it has pixels for.
QByteArray jpegClaiming(quint16 width, quint16 height, char frameMarker)
{
    QByteArray bytes = saved(code(), "JPEG", 50);
    const qsizetype frame = bytes.indexOf("\xff\xc0");
    bytes[frame + 1] = frameMarker;
    bytes.replace(frame + 5, 4, QByteArray(bigEndian(height) + bigEndian(width)));
    return bytes;
}

QStringList textsOf(const std::vector<PageCodes>& pages)
{
    QStringList texts;
    for (const PageCodes& page : pages) {
        for (const ticket::ReadCode& found : page.codes)
            texts << found.text;
    }
    return texts;
}

domain::Result<std::vector<PageCodes>> readBytes(const QByteArray& bytes)
{
    const domain::Result<PictureFile> file = PictureFile::fromBytes(bytes, QStringLiteral("ticket of Ada"));
    if (!file)
        return file.error();
    ticket::CodeReader reader;
    return readCodes(*file, reader);
}

} // namespace

void tst_PictureFile::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QImage opaque = code();
    QImage glass(opaque.size(), QImage::Format_ARGB32);
    glass.fill(Qt::transparent); // black, and not there
    for (int y = 0; y < glass.height(); ++y) {
        for (int x = 0; x < glass.width(); ++x) {
            if (qGray(opaque.pixel(x, y)) == 0)
                glass.setPixel(x, y, qRgba(0, 0, 0, 255));
        }
    }
    QTest::newRow("PNG") << saved(code(), "PNG");
    QTest::newRow("PNG of one bit") << *qrPng(secret);
    QTest::newRow("PNG of 16 bits") << saved(code().convertToFormat(QImage::Format_RGBA64), "PNG");
    QTest::newRow("black on nothing") << saved(glass, "PNG");
    QTest::newRow("JPEG") << saved(code(), "JPEG", 70);
    QTest::newRow("BMP") << saved(code(), "BMP");
    QTest::newRow("PPM") << saved(code(), "PPM");
    QTest::newRow("animated GIF, first picture") << animatedGif();
    QTest::newRow("SVG") << *qrSvg(secret);
    QTest::newRow("PDF") << pdf(1, {0});
    QTest::newRow("PDF after other bytes") << QByteArray(100, ' ') + pdf(1, {0});
}

void tst_PictureFile::reads()
{
    QFETCH(QByteArray, bytes);
    const domain::Result<std::vector<PageCodes>> pages = readBytes(bytes);
    QVERIFY2(pages.ok(), pages.ok() ? "" : pages.error().message.id.constData());
    QCOMPARE(textsOf(*pages), QStringList{secret});
    QVERIFY(pages->front().ms > 0);
}

void tst_PictureFile::readsFromDisk()
{
    const QTemporaryDir folder;
    // The ending lies, and the name is Korean: what counts is the content.
    for (const QByteArray& bytes : {saved(code(), "PNG"), pdf(2, {1})}) {
        QFile file(folder.filePath(QString::fromUtf8("입장권.jpg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const domain::Result<PictureFile> picture = PictureFile::open(file.fileName());
        QVERIFY(picture.ok());
        QCOMPARE(picture->name(), file.fileName());
        ticket::CodeReader reader;
        const domain::Result<std::vector<PageCodes>> pages = readCodes(*picture, reader);
        QVERIFY(pages.ok());
        QCOMPARE(textsOf(*pages), QStringList{secret});
    }
}

void tst_PictureFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    QByteArray corrupt = saved(code(), "PNG");
    corrupt[corrupt.size() / 2] = char(corrupt.at(corrupt.size() / 2) ^ 0x55);
    QFile locked(QStringLiteral(ENCORE_TEST_DATA "/locked.pdf"));
    QVERIFY(locked.open(QIODevice::ReadOnly));
    QTest::newRow("empty") << QByteArray() << QByteArray("raster.empty");
    QTest::newRow("words") << QByteArray("Dear Ada, the ticket is attached.") << QByteArray("raster.no_picture");
    QTest::newRow("zeros") << QByteArray(5000, 0) << QByteArray("raster.no_picture");
    QTest::newRow("corrupt PNG") << corrupt << QByteArray("raster.damaged");
    QTest::newRow("cut PNG") << saved(code(), "PNG").left(300) << QByteArray("raster.damaged");
    QTest::newRow("only the head of a PNG") << QByteArray("\x89PNG\r\n\x1a\n") << QByteArray("raster.damaged");
    QTest::newRow("only the head of a JPEG")
        << QByteArray("\xff\xd8\xff\xe0\x00\x10JFIF", 10) << QByteArray("raster.damaged");
    QTest::newRow("JPEG cut before the code") << saved(code(), "JPEG").left(700) << QByteArray("raster.cut_off");
    QTest::newRow("PNG of 20,000 × 20,000") << flatPng(20'000, 20'000) << QByteArray("raster.too_large");
    QTest::newRow("PNG of 2,000,000,000 × 1")
        << flatPng(2'000'000, 1).replace(16, 4, bigEndian(2'000'000'000U)) << QByteArray("raster.damaged");
    QTest::newRow("GIF cut") << animatedGif().left(60) << QByteArray("raster.cut_off");
    QTest::newRow("PDF of nothing") << QByteArray("%PDF-1.4\nnothing here") << QByteArray("raster.damaged_pdf");
    QTest::newRow("PDF cut") << pdf(3, {}).left(120) << QByteArray("raster.damaged_pdf");
    QTest::newRow("PDF of 1,001 pages") << pdf(1001, {}) << QByteArray("raster.too_many_pages");
    QTest::newRow("PDF with a password") << locked.readAll() << QByteArray("raster.encrypted");
    QTest::newRow("SVG that multiplies itself") << QByteArray(
        "<!DOCTYPE svg [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                                                << QByteArray("raster.svg_refused");
    QTest::newRow("SVG that reads files")
        << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"/etc/hostname\"/></svg>")
        << QByteArray("raster.svg_refused");
    QTest::newRow("SVG that is not XML") << QByteArray("<svg <<<") << QByteArray("raster.damaged");
    QTest::newRow("SVG without fonts at hand")
        << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a</text></svg>")
        << QByteArray("raster.svg_refused");
}

void tst_PictureFile::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, reason);
    const domain::Result<std::vector<PageCodes>> pages = readBytes(bytes);
    QVERIFY(!pages.ok());
    QCOMPARE(pages.error().message.id, reason);
    QVERIFY(domain::hasWords(reason));
    for (const domain::Language language : {domain::Language::English, domain::Language::Korean}) {
        const QString sentence = domain::words(pages.error().message, language);
        QVERIFY2(sentence.contains(QStringLiteral("ticket of Ada")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'{'), qPrintable(sentence));
    }
}

void tst_PictureFile::refusesOnDisk()
{
    const QTemporaryDir folder;
    const auto reasonFor = [](const QString& path) {
        const domain::Result<PictureFile> file = PictureFile::open(path);
        return file.ok() ? QByteArray("none") : file.error().message.id;
    };
    QCOMPARE(reasonFor(folder.path()), QByteArray("raster.folder"));
    QCOMPARE(reasonFor(folder.filePath(QStringLiteral("no such.png"))), QByteArray("raster.missing"));
    QCOMPARE(reasonFor(QString()), QByteArray("raster.missing"));
    QCOMPARE(reasonFor(QStringLiteral("/dev/zero")), QByteArray("raster.cannot_open"));
    for (const char* id : {"raster.folder", "raster.missing", "raster.cannot_open", "raster.cancelled",
             "raster.damaged_page", "raster.cannot_write_png"})
        QVERIFY2(domain::hasWords(id), id);
}

void tst_PictureFile::readsWhatIsLeftOfACutFile()
{
    QImage tall(code().width(), code().height() * 8, QImage::Format_RGB32);
    tall.fill(Qt::white);
    QPainter(&tall).drawImage(0, 0, code());
    const QByteArray bytes = saved(tall, "JPEG", 80);
    const domain::Result<std::vector<PageCodes>> pages = readBytes(bytes.left(bytes.size() - 600));
    QVERIFY(pages.ok());
    QCOMPARE(textsOf(*pages), QStringList{secret});
}

void tst_PictureFile::readsAHugeJpegSmaller()
{
    const domain::Result<PictureFile> file
        = PictureFile::fromBytes(jpegClaiming(20'000, 20'000, '\xc0'), QStringLiteral("wall"));
    QVERIFY(file.ok());
    const domain::Result<GreyPage> page = file->page(0);
    QVERIFY(page.ok());
    QCOMPARE(page->image.size(), QSize(5000, 5000));
    QCOMPARE(page->scale, 0.25);
}

void tst_PictureFile::refusesAHugeProgressiveJpeg()
{
    const domain::Result<PictureFile> file
        = PictureFile::fromBytes(jpegClaiming(20'000, 20'000, '\xc2'), QStringLiteral("wall"));
    QVERIFY(!file.ok());
    QCOMPARE(file.error().message.id, QByteArray("raster.too_large"));
}

void tst_PictureFile::readsPdfPageByPage()
{
    const domain::Result<PictureFile> file = PictureFile::fromBytes(pdf(500, {0, 498}), QStringLiteral("tour.pdf"));
    QVERIFY(file.ok());
    QCOMPARE(file->pageCount(), 500);
    QVERIFY(file->isPdf());
    int told = 0;
    ticket::CodeReader reader;
    const domain::Result<std::vector<PageCodes>> pages
        = readCodes(*file, reader, [&](const PageCodes& page, int count) {
              const bool inOrder = page.page == told && count == 500;
              ++told;
              return inOrder;
          });
    QVERIFY(pages.ok());
    QCOMPARE(told, 500);
    QCOMPARE(pages->size(), size_t(500));
    QCOMPARE(textsOf(*pages), (QStringList{secret, secret}));
    QCOMPARE(pages->at(498).codes.size(), size_t(1));
    const QPointF centre = pages->at(498).codes[0].centre(); // in points of the page, whatever it was painted with
    QVERIFY(QLineF(centre, QPointF(45, 45)).length() < 2);
}

void tst_PictureFile::readsAPosterCoarser()
{
    const domain::Result<PictureFile> file = PictureFile::fromBytes(pdf(1, {0}, 14'000), QStringLiteral("poster.pdf"));
    QVERIFY(file.ok());
    const domain::Result<GreyPage> page = file->page(0, 300);
    QVERIFY(page.ok());
    QVERIFY(qint64(page->image.width()) * page->image.height() <= 41'000'000);
    QVERIFY(page->image.width() > 6000);
}

void tst_PictureFile::keepsGoodPagesOfABadPdf()
{
    QByteArray bytes = pdf(3, {2});
    bytes.replace(bytes.indexOf("/MediaBox[0 0 90 90]"), 20, "/MediaBox[0 0 90 0 ]"); // the first page has no height
    const domain::Result<std::vector<PageCodes>> pages = readBytes(bytes);
    QVERIFY(pages.ok());
    QCOMPARE(textsOf(*pages), QStringList{secret});
}

void tst_PictureFile::stopsBetweenPages()
{
    const domain::Result<PictureFile> file = PictureFile::fromBytes(pdf(20, {0}), QStringLiteral("tour.pdf"));
    QVERIFY(file.ok());
    int told = 0;
    ticket::CodeReader reader;
    const domain::Result<std::vector<PageCodes>> pages
        = readCodes(*file, reader, [&](const PageCodes&, int) { return ++told < 3; });
    QVERIFY(!pages.ok());
    QCOMPARE(pages.error().code, domain::ErrorCode::Cancelled);
    QCOMPARE(told, 3);
    const domain::Result<std::vector<PageCodes>> none = readCodes(*file, reader, {}, [] { return true; });
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, domain::ErrorCode::Cancelled);
}

/// Reads the largest pictures that are let in, then asks the kernel for the most this process ever had.
void tst_PictureFile::staysWithinMemory()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer multiplies memory");
#endif
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        QSKIP("no /proc here");
    QVERIFY(readBytes(jpegClaiming(20'000, 20'000, '\xc0')).ok());
    QVERIFY(readBytes(flatPng(8400, 8400)).ok());
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            QVERIFY2(line.mid(6).simplified().split(' ').front().toInt() < 512 * 1024, line.constData());
    }
}

QTEST_GUILESS_MAIN(tst_PictureFile)
#include "tst_picturefile.moc"
