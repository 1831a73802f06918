// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/picturesource.h"

#include "domain/message.h"
#include "raster/codeimage.h"
#include "sources/picturejob.h"

#include <QMimeData>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace encore;
using ui::PictureSource;
using ui::ScanEvent;

namespace
{

/// Codes below each other on white.
QImage sheet(const QStringList& codes)
{
    QImage picture(400, 300 * qMax(1, int(codes.size())), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int index = 0; index < codes.size(); ++index)
        painter.drawImage(60, 300 * index + 20, raster::qrImage(codes.at(index), 6).value());
    return picture;
}

QStringList texts(const QSignalSpy& spy)
{
    QStringList result;
    for (const QList<QVariant>& arguments : spy)
        result.append(arguments.at(0).value<ScanEvent>().text);
    return result;
}

QByteArray fault(const QSignalSpy& spy)
{
    return spy.isEmpty() ? QByteArray() : spy.last().at(0).value<domain::Message>().id;
}

const QString one = QStringLiteral("TICKET-ONE");
const QString two = QStringLiteral("TICKET-TWO");
const QString three = QStringLiteral("TICKET-THREE");

} // namespace

class tst_PictureSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCodeOfAPicture();
    void pagesOfAPdf();
    void filesWaitInLine();
    void nothingFound();
    void faultsNameTheFile_data();
    void faultsNameTheFile();
    void pastedImage();
    void pastedText();
    void pastedPath_data();
    void pastedPath();
    void accepts();
    void cancels();
    void cancelledReadingStops();
    void goneWhileReading();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    void writePdf(const QString& name, const QStringList& codes) const;

    QTemporaryDir m_folder;
};

void tst_PictureSource::initTestCase()
{
    QVERIFY(sheet({one}).save(path(QStringLiteral("one.png"))));
    QVERIFY(sheet({one, two, three}).save(path(QStringLiteral("three codes.png"))));
    QVERIFY(sheet({}).save(path(QStringLiteral("empty.png"))));
    QFile damaged(path(QStringLiteral("damaged.png")));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("\x89PNG\r\n\x1a\n and then nothing that makes sense");
    QFile letter(path(QStringLiteral("letter.txt")));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write("Dear steward");
    writePdf(QStringLiteral("tickets.pdf"), {one, two, one, three});
    writePdf(QStringLiteral("long.pdf"), QStringList(300, one));
}

void tst_PictureSource::writePdf(const QString& name, const QStringList& codes) const
{
    QPdfWriter writer(path(name));
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QPageSize::A6));
    QPainter painter(&writer);
    for (int index = 0; index < codes.size(); ++index) {
        if (index > 0)
            writer.newPage();
        painter.drawImage(QRect(30, 30, 150, 150), raster::qrImage(codes.at(index), 6).value());
    }
}

void tst_PictureSource::everyCodeOfAPicture()
{
    PictureSource source;
    QSignalSpy scanned(&source, &PictureSource::scanned);
    QSignalSpy started(&source, &PictureSource::started);
    QSignalSpy finished(&source, &PictureSource::finished);
    QSignalSpy stateChanged(&source, &PictureSource::stateChanged);
    source.readFile(path(QStringLiteral("three codes.png")));
    QVERIFY(source.isActive());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
    QVERIFY(!source.isActive());
    QCOMPARE(texts(scanned), QStringList({one, two, three}));
    for (int number = 0; number < 3; ++number) {
        const auto event = scanned.at(number).at(0).value<ScanEvent>();
        QCOMPARE(event.number, number);
        QCOMPARE(event.count, 3);
        QCOMPARE(event.origin, QStringLiteral("picture"));
        QCOMPARE(event.detail, QStringLiteral("three codes.png"));
    }
    QCOMPARE(started.at(0).at(0).toString(), QStringLiteral("three codes.png"));
    QCOMPARE(finished.at(0).at(0).toInt(), 3);
    QCOMPARE(stateChanged.size(), 2);
}

void tst_PictureSource::pagesOfAPdf()
{
    PictureSource source;
    QSignalSpy scanned(&source, &PictureSource::scanned);
    QSignalSpy progress(&source, &PictureSource::progress);
    QSignalSpy finished(&source, &PictureSource::finished);
    source.readFile(path(QStringLiteral("tickets.pdf")));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
    QCOMPARE(texts(scanned), QStringList({one, two, three})); // the same code twice is told once
    QCOMPARE(progress.size(), 4);
    for (int page = 0; page < 4; ++page)
        QCOMPARE(progress.at(page), QVariantList({page + 1, 4}));
}

void tst_PictureSource::filesWaitInLine()
{
    PictureSource source;
    QSignalSpy scanned(&source, &PictureSource::scanned);
    QSignalSpy finished(&source, &PictureSource::finished);
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path(QStringLiteral("three codes.png"))),
        QUrl(QStringLiteral("https://example.org/x.png")), QUrl::fromLocalFile(path(QStringLiteral("one.png")))});
    source.readMime(&dropped);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 30000);
    QCOMPARE(texts(scanned), QStringList({one, two, three, one}));
    QVERIFY(!source.isActive());
}

void tst_PictureSource::nothingFound()
{
    PictureSource source;
    QSignalSpy failed(&source, &PictureSource::failed);
    QSignalSpy finished(&source, &PictureSource::finished);
    source.readFile(path(QStringLiteral("empty.png")));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
    QCOMPARE(finished.at(0).at(0).toInt(), 0);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(fault(failed), QByteArray("source.picture.no_code"));
    for (const domain::Language language : {domain::Language::English, domain::Language::Korean})
        QVERIFY(
            domain::words(failed.at(0).at(0).value<domain::Message>(), language).contains(QStringLiteral("empty.png")));
}

void tst_PictureSource::faultsNameTheFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << "nowhere.png";
    QTest::newRow("damaged") << "damaged.png";
    QTest::newRow("no picture") << "letter.txt";
}

void tst_PictureSource::faultsNameTheFile()
{
    QFETCH(QString, name);
    PictureSource source;
    QSignalSpy failed(&source, &PictureSource::failed);
    QSignalSpy finished(&source, &PictureSource::finished);
    source.readFile(path(name));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
    QCOMPARE(failed.size(), 1);
    QVERIFY(domain::hasWords(fault(failed)));
    QVERIFY(domain::words(failed.at(0).at(0).value<domain::Message>(), domain::Language::English).contains(name));
}

void tst_PictureSource::pastedImage()
{
    PictureSource source;
    QSignalSpy scanned(&source, &PictureSource::scanned);
    QMimeData pasted;
    pasted.setImageData(sheet({two}));
    source.readMime(&pasted);
    QTRY_COMPARE_WITH_TIMEOUT(texts(scanned), QStringList(two), 30000);
}

void tst_PictureSource::pastedText()
{
    PictureSource source;
    QSignalSpy scanned(&source, &PictureSource::scanned);
    QMimeData pasted;
    pasted.setText(QStringLiteral("ENC1:6BF+70790 T9WJ"));
    source.readMime(&pasted);
    QCOMPARE(texts(scanned), QStringList(QStringLiteral("ENC1:6BF+70790 T9WJ")));
    QMimeData blank;
    blank.setText(QStringLiteral(" \n"));
    source.readMime(&blank);
    QCOMPARE(scanned.size(), 1);
    QVERIFY(!source.isActive());
}

void tst_PictureSource::pastedPath_data()
{
    QTest::addColumn<QString>("text");
    const QString file = path(QStringLiteral("three codes.png"));
    QTest::newRow("path") << file;
    QTest::newRow("path with a line end") << QString(file + QLatin1Char('\n'));
    QTest::newRow("link") << QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded);
}

void tst_PictureSource::pastedPath()
{
    QFETCH(QString, text);
    PictureSource source;
    QSignalSpy scanned(&source, &PictureSource::scanned);
    QMimeData pasted;
    pasted.setText(text);
    source.readMime(&pasted);
    QTRY_COMPARE_WITH_TIMEOUT(texts(scanned), QStringList({one, two, three}), 30000);
}

void tst_PictureSource::accepts()
{
    QMimeData data;
    QVERIFY(!PictureSource::accepts(&data));
    data.setUrls({QUrl::fromLocalFile(path(QStringLiteral("one.png")))});
    QVERIFY(PictureSource::accepts(&data));
    QMimeData image;
    image.setImageData(sheet({one}));
    QVERIFY(PictureSource::accepts(&image));
    QMimeData text;
    text.setText(QStringLiteral("ENC1:X"));
    QVERIFY(PictureSource::accepts(&text));
    QMimeData blank;
    blank.setText(QStringLiteral("  "));
    QVERIFY(!PictureSource::accepts(&blank));
}

void tst_PictureSource::cancels()
{
    PictureSource source;
    QSignalSpy scanned(&source, &PictureSource::scanned);
    QSignalSpy progress(&source, &PictureSource::progress);
    QSignalSpy finished(&source, &PictureSource::finished);
    QSignalSpy failed(&source, &PictureSource::failed);
    source.readFile(path(QStringLiteral("long.pdf")));
    source.readFile(path(QStringLiteral("one.png")));
    QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 30000);
    source.cancel();
    QVERIFY(!source.isActive());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).toInt(), 0);
    const qsizetype pages = progress.size();
    QVERIFY(pages < 300);
    // What comes after is not hurt, and of what was cancelled nothing more is heard.
    source.readFile(path(QStringLiteral("three codes.png")));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 30000);
    QCOMPARE(texts(scanned), QStringList({one, two, three}));
    QCOMPARE(progress.size(), pages + 1);
    QCOMPARE(failed.size(), 0);
}

// Not only silent, but over: else the next picture would wait for it.
void tst_PictureSource::cancelledReadingStops()
{
    ui::PictureJob job;
    int pages = 0;
    connect(&job, &ui::PictureJob::pageRead, this, [&](int number) {
        ++pages;
        job.cancelUpTo(number);
    });
    std::optional<domain::ErrorCode> answer;
    connect(&job, &ui::PictureJob::taskFinished, this,
        [&](int, const QString&, const domain::Result<raster::StillReading>& reading) {
            if (!reading.ok())
                answer = reading.error().code;
        });
    job.read({1, QStringLiteral("long.pdf"), path(QStringLiteral("long.pdf")), {}});
    QTRY_VERIFY_WITH_TIMEOUT(answer == domain::ErrorCode::Cancelled, 60000);
    QVERIFY(pages < 300);
}

void tst_PictureSource::goneWhileReading()
{
    auto source = std::make_unique<PictureSource>();
    QSignalSpy progress(source.get(), &PictureSource::progress);
    source->readFile(path(QStringLiteral("long.pdf")));
    QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 30000);
    source.reset();
}

QTEST_MAIN(tst_PictureSource)
#include "tst_picturesource.moc"
