// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/camerasource.h"

#include "domain/message.h"
#include "raster/codeimage.h"
#include "sources/sightings.h"
#include "support/mjpegavi.h"

#include <QBuffer>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace encore;
using ui::CameraSource;
using ui::ScanEvent;

namespace
{

constexpr QSize frameSize(640, 360);

/// A ticket that drifts through the picture, as a hand holds it.
QByteArray film(const QStringList& codes, int framesEach)
{
    QList<QByteArray> pictures;
    for (const QString& code : codes) {
        const QImage qr = code.isEmpty() ? QImage() : raster::qrImage(code, 5).value();
        for (int frame = 0; frame < framesEach; ++frame) {
            QImage picture(frameSize, QImage::Format_RGB32);
            picture.fill(QColor(150, 140, 130));
            QPainter painter(&picture);
            painter.translate(frameSize.width() / 2 - 20 + 3 * frame, frameSize.height() / 2 + frame);
            painter.rotate(2 + frame);
            painter.drawImage(-qr.width() / 2, -qr.height() / 2, qr);
            painter.end();
            QByteArray jpeg;
            QBuffer buffer(&jpeg);
            picture.save(&buffer, "JPG", 85);
            pictures.append(jpeg);
        }
    }
    return support::mjpegAvi(frameSize, 15, pictures);
}

/// What was told, without the repetitions of a code that stays in view: how many there are depends on how quick the
/// machine is.
QStringList texts(const QSignalSpy& spy)
{
    QStringList result;
    for (const QList<QVariant>& arguments : spy) {
        const QString text = arguments.at(0).value<ScanEvent>().text;
        if (result.isEmpty() || result.last() != text)
            result.append(text);
    }
    return result;
}

} // namespace

class tst_CameraSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAVideo();
    void previewShowsThePicture();
    void unreadableVideo();
    void stopSilences();
    void noCameraIsSaidOnce();
    void sightings();
    void faultsHaveWords();

private:
    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
};

void tst_CameraSource::readsAVideo()
{
    CameraSource source;
    QSignalSpy scanned(&source, &CameraSource::scanned);
    QSignalSpy failed(&source, &CameraSource::failed);
    source.setVideoFile(
        write(QStringLiteral("two.avi"), film({QStringLiteral("TICKET-ONE"), QStringLiteral("TICKET-TWO")}, 12)));
    source.start();
    QVERIFY(source.isActive());
    QVERIFY(!source.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(
        texts(scanned), QStringList({QStringLiteral("TICKET-ONE"), QStringLiteral("TICKET-TWO")}), 20000);
    const auto event = scanned.at(0).at(0).value<ScanEvent>();
    QCOMPARE(event.origin, QStringLiteral("camera"));
    QCOMPARE(event.detail, QStringLiteral("two.avi"));
    QTRY_VERIFY_WITH_TIMEOUT(!source.isActive(), 20000);
    QCOMPARE(failed.size(), 0);
}

void tst_CameraSource::previewShowsThePicture()
{
    CameraSource source;
    const std::unique_ptr<QWidget> preview(source.createPreview(nullptr));
    preview->resize(frameSize);
    QPalette palette = preview->palette();
    palette.setColor(QPalette::Highlight, Qt::magenta);
    preview->setPalette(palette);
    preview->show();
    QSignalSpy scanned(&source, &CameraSource::scanned);
    source.setVideoFile(write(QStringLiteral("one.avi"), film({QStringLiteral("TICKET-ONE")}, 15)));
    source.start();
    QTRY_VERIFY_WITH_TIMEOUT(source.isReady() && !scanned.isEmpty(), 20000);

    const QImage picture = preview->grab().toImage();
    const QColor corner = picture.pixelColor(5, 5);
    QVERIFY2(qAbs(corner.red() - 150) < 12 && qAbs(corner.blue() - 130) < 12, qPrintable(corner.name()));
    const auto outline = [](const QImage& image, int from, int to) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = from; x < to; ++x) {
                if (image.pixelColor(x, y) == QColor(Qt::magenta))
                    return true;
            }
        }
        return false;
    };
    QVERIFY(outline(picture, 0, picture.width()));

    // The film keeps the code right of x = 200, so mirrored it stays left of x = 440.
    QVERIFY(!outline(picture, 0, 150));
    source.setMirrored(true);
    QVERIFY(source.isMirrored());
    const QImage mirrored = preview->grab().toImage();
    QVERIFY(outline(mirrored, 0, mirrored.width()));
    QVERIFY(!outline(mirrored, 490, mirrored.width()));

    source.stop();
    QVERIFY(preview->grab().toImage().pixelColor(5, 5) == preview->palette().color(QPalette::AlternateBase));
}

void tst_CameraSource::unreadableVideo()
{
    CameraSource source;
    QSignalSpy failed(&source, &CameraSource::failed);
    source.setVideoFile(write(QStringLiteral("broken.avi"), QByteArray("this is no film at all")));
    source.start();
    QTRY_VERIFY_WITH_TIMEOUT(!source.isActive(), 20000);
    QCOMPARE(failed.size(), 1);
    const auto message = failed.at(0).at(0).value<domain::Message>();
    QCOMPARE(message.id, QByteArray("source.video.unreadable"));
    QVERIFY(domain::words(message, domain::Language::English).contains(QStringLiteral("broken.avi")));
}

void tst_CameraSource::stopSilences()
{
    CameraSource source;
    QSignalSpy scanned(&source, &CameraSource::scanned);
    source.setVideoFile(write(QStringLiteral("one.avi"), film({QStringLiteral("TICKET-ONE")}, 15)));
    source.start();
    QTRY_VERIFY_WITH_TIMEOUT(source.isReady(), 20000);
    source.stop();
    scanned.clear();
    QVERIFY(!source.isActive());
    // Played again it tells the same code again, at once: nothing of the first time is left.
    source.start();
    QTRY_COMPARE_WITH_TIMEOUT(texts(scanned), QStringList(QStringLiteral("TICKET-ONE")), 20000);
}

void tst_CameraSource::noCameraIsSaidOnce()
{
    CameraSource source;
    if (!source.devices().isEmpty())
        QSKIP("this machine has a camera");
    QSignalSpy failed(&source, &CameraSource::failed);
    source.start();
    QVERIFY(source.isActive());
    QVERIFY(!source.isReady());
    QVERIFY(!source.hasTorch());
    source.setTorch(true);
    QVERIFY(!source.isTorchOn());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).value<domain::Message>().id, QByteArray("source.camera.none"));
    source.stop();
    QVERIFY(!source.isActive());
}

void tst_CameraSource::sightings()
{
    ui::Sightings sightings;
    const QString one = QStringLiteral("one");
    const QString two = QStringLiteral("two");
    QVERIFY(sightings.isWorthTelling(one, 0));
    QVERIFY(!sightings.isWorthTelling(one, 33));
    QVERIFY(!sightings.isWorthTelling(one, 999));
    QVERIFY(sightings.isWorthTelling(one, 1000));
    QVERIFY(!sightings.isWorthTelling(one, 1999));
    QVERIFY(sightings.isWorthTelling(two, 2000));
    QVERIFY(sightings.isWorthTelling(one, 2001));
    sightings.clear();
    QVERIFY(sightings.isWorthTelling(one, 2002));
}

void tst_CameraSource::faultsHaveWords()
{
    for (const char* id : {"none", "not_this", "lost", "no_picture", "no_permission", "failed"})
        QVERIFY2(domain::hasWords(QByteArray("source.camera.") + id), id);
    QVERIFY(domain::hasWords("source.video.unreadable"));
}

QTEST_MAIN(tst_CameraSource)
#include "tst_camerasource.moc"
