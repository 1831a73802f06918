// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/camerasource.h"

#include "sources/camerapreview.h"
#include "sources/sightings.h"

#include <QCamera>
#include <QCameraDevice>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QVideoSink>

namespace encore::ui
{

namespace
{

constexpr int lookAgainMs = 2000;
constexpr int looksBeforeFirstPicture = 3; // a camera may take its time to start

// Enough for a code across the picture; more pixels only cost time. Of equals, the quickest.
QCameraFormat suitableFormat(const QCameraDevice& device)
{
    constexpr int wantedHeight = 720;
    const auto cost = [](const QCameraFormat& format) {
        const int height = format.resolution().height();
        const int distance = height <= wantedHeight ? wantedHeight - height : 2 * (height - wantedHeight);
        return double(distance) - double(qMin(format.maxFrameRate(), 30.0F)) * 10.0;
    };
    QCameraFormat best;
    const QList<QCameraFormat> formats = device.videoFormats();
    for (const QCameraFormat& format : formats) {
        if (best.isNull() || cost(format) < cost(best))
            best = format;
    }
    return best;
}

} // namespace

class CameraSource::Private
{
public:
    explicit Private(CameraSource* source);

    void open();
    void close();
    void openCamera();
    void openVideo();
    void watchErrors(const QCameraDevice& device);
    void lookAgain();
    void lose(const domain::Message& message);
    void takeFrame(const QVideoFrame& frame);
    void takeSight(const FrameSight& sight);
    void endVideo();
    [[nodiscard]] QCameraDevice chosen() const;
    [[nodiscard]] domain::Message openFault(const QCameraDevice& device, const QString& reason) const;
    void watchDevices();

    CameraSource* q;
    QString deviceId;
    QString videoFile;
    bool active = false;
    bool mirrored = false;
    bool torch = false;
    bool faultTold = false;
    bool hasPicture = false; // since it was opened
    bool frameSinceLook = false;
    int looksWithoutPicture = 0;
    QString name; // of what is open, for people
    QList<QPointer<CameraPreview>> previews;
    Sightings sightings;
    QElapsedTimer clock;
    QTimer look;
    FrameJob job;
    QVideoSink sink;
    std::unique_ptr<QMediaDevices> watchedDevices;
    std::unique_ptr<QMediaCaptureSession> session;
    std::unique_ptr<QCamera> camera;
    std::unique_ptr<QMediaPlayer> player;
};

CameraSource::Private::Private(CameraSource* source) : q(source)
{
    clock.start();
    look.setInterval(lookAgainMs);
    QObject::connect(&look, &QTimer::timeout, q, [this] { lookAgain(); });
    QObject::connect(&sink, &QVideoSink::videoFrameChanged, q, [this](const QVideoFrame& frame) { takeFrame(frame); });
    QObject::connect(&job, &FrameJob::frameRead, q, [this](const FrameSight& sight) { takeSight(sight); });
}

void CameraSource::Private::watchDevices()
{
    if (watchedDevices)
        return;
    watchedDevices = std::make_unique<QMediaDevices>();
    QObject::connect(watchedDevices.get(), &QMediaDevices::videoInputsChanged, q, [this] {
        Q_EMIT q->devicesChanged();
        if (active && videoFile.isEmpty() && !hasPicture)
            lookAgain();
    });
}

QCameraDevice CameraSource::Private::chosen() const
{
    const QList<QCameraDevice> all = QMediaDevices::videoInputs();
    for (const QCameraDevice& device : all) {
        if (QString::fromUtf8(device.id()) == deviceId)
            return device;
    }
    return deviceId.isEmpty() ? QMediaDevices::defaultVideoInput() : QCameraDevice();
}

void CameraSource::Private::open()
{
    hasPicture = false;
    frameSinceLook = false;
    looksWithoutPicture = 0;
    sightings.clear();
    if (videoFile.isEmpty())
        openCamera();
    else
        openVideo();
}

void CameraSource::Private::openCamera()
{
    watchDevices();
    look.start();
    const QCameraDevice device = chosen();
    if (device.isNull()) {
        const bool none = QMediaDevices::videoInputs().isEmpty();
        lose(none || name.isEmpty() ? domain::message(none ? "source.camera.none" : "source.camera.not_this")
                                    : domain::message("source.camera.lost").with("camera", name));
        return;
    }
    name = device.description();
    session = std::make_unique<QMediaCaptureSession>();
    camera = std::make_unique<QCamera>(device);
    if (const QCameraFormat format = suitableFormat(device); !format.isNull())
        camera->setCameraFormat(format);
    watchErrors(device);
    session->setCamera(camera.get());
    session->setVideoSink(&sink);
    if (camera->isFocusModeSupported(QCamera::FocusModeAutoNear))
        camera->setFocusMode(QCamera::FocusModeAutoNear);
    if (camera->isExposureModeSupported(QCamera::ExposureBarcode))
        camera->setExposureMode(QCamera::ExposureBarcode);
    camera->start();
    if (torch)
        q->setTorch(true);
}

void CameraSource::Private::watchErrors(const QCameraDevice& device)
{
    QCamera* watched = camera.get();
    QObject::connect(
        watched, &QCamera::errorOccurred, q, [this, device, watched](QCamera::Error, const QString& reason) {
            // Not from within the camera's own signal: losing it deletes it.
            QMetaObject::invokeMethod(
                q,
                [this, device, watched, reason] {
                    if (camera.get() == watched)
                        lose(openFault(device, reason));
                },
                Qt::QueuedConnection);
        });
}

void CameraSource::Private::openVideo()
{
    name = QFileInfo(videoFile).fileName();
    player = std::make_unique<QMediaPlayer>();
    player->setVideoSink(&sink);
    QObject::connect(player.get(), &QMediaPlayer::errorOccurred, q, [this](QMediaPlayer::Error, const QString& reason) {
        if (!std::exchange(faultTold, true))
            Q_EMIT q->failed(domain::message("source.video.unreadable").with("file", name).with("reason", reason));
        QMetaObject::invokeMethod(
            q, [this] { endVideo(); }, Qt::QueuedConnection);
    });
    QObject::connect(player.get(), &QMediaPlayer::mediaStatusChanged, q, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::EndOfMedia)
            QMetaObject::invokeMethod(
                q, [this] { endVideo(); }, Qt::QueuedConnection);
    });
    player->setSource(QUrl::fromLocalFile(videoFile));
    player->play();
}

// What is still being read is told all the same.
void CameraSource::Private::endVideo()
{
    if (!player)
        return;
    player.reset();
    active = false;
    hasPicture = false;
    Q_EMIT q->stateChanged();
}

void CameraSource::Private::close()
{
    look.stop();
    camera.reset();
    session.reset();
    player.reset();
    job.forget();
    sightings.clear();
    hasPicture = false;
    for (const QPointer<CameraPreview>& preview : std::as_const(previews)) {
        if (preview)
            preview->clear();
    }
}

// Some cameras vanish without an error: the picture just stands still.
void CameraSource::Private::lookAgain()
{
    if (!active || !videoFile.isEmpty())
        return;
    if (!camera)
        open();
    else if (!std::exchange(frameSinceLook, false) && (hasPicture || ++looksWithoutPicture == looksBeforeFirstPicture))
        lose(domain::message(hasPicture ? "source.camera.lost" : "source.camera.no_picture").with("camera", name));
}

void CameraSource::Private::lose(const domain::Message& message)
{
    if (!active)
        return;
    const bool had = hasPicture;
    close();
    look.start();
    if (!std::exchange(faultTold, true))
        Q_EMIT q->failed(message);
    if (had)
        Q_EMIT q->stateChanged();
}

domain::Message CameraSource::Private::openFault(const QCameraDevice& device, const QString& reason) const
{
    const QFileInfo file(QString::fromUtf8(device.id())); // on Linux a device's id is its file
    if (hasPicture)
        return domain::message("source.camera.lost").with("camera", name);
    if (file.isAbsolute() && file.exists() && !file.isReadable())
        return domain::message("source.camera.no_permission").with("camera", name);
    return domain::message("source.camera.failed").with("camera", name).with("reason", reason);
}

void CameraSource::Private::takeFrame(const QVideoFrame& frame)
{
    if (!frame.isValid() || (!camera && !player))
        return;
    frameSinceLook = true;
    job.read(frame);
    for (const QPointer<CameraPreview>& preview : std::as_const(previews)) {
        if (preview)
            preview->showFrame(frame);
    }
    if (!std::exchange(hasPicture, true)) {
        faultTold = false;
        Q_EMIT q->stateChanged();
    }
}

void CameraSource::Private::takeSight(const FrameSight& sight)
{
    for (const QPointer<CameraPreview>& preview : std::as_const(previews)) {
        if (preview)
            preview->showSight(sight);
    }
    if (sight.code && sightings.isWorthTelling(sight.code->text, clock.elapsed()))
        Q_EMIT q->scanned({sight.code->text, QStringLiteral("camera"), name, 0, 1});
}

CameraSource::CameraSource(QObject* parent) : ScanSource(parent), m_private(std::make_unique<Private>(this)) { }

CameraSource::~CameraSource()
{
    m_private->active = false;
    m_private->close();
}

QString CameraSource::label() const
{
    return tr("Camera");
}

bool CameraSource::isActive() const
{
    return m_private->active;
}

bool CameraSource::isReady() const
{
    return m_private->active && m_private->hasPicture;
}

void CameraSource::start()
{
    if (m_private->active)
        return;
    m_private->active = true;
    m_private->faultTold = false;
    m_private->open();
    Q_EMIT stateChanged();
}

void CameraSource::stop()
{
    m_private->close();
    if (std::exchange(m_private->active, false))
        Q_EMIT stateChanged();
}

QWidget* CameraSource::createPreview(QWidget* parent)
{
    auto* preview = new CameraPreview(parent);
    preview->setMirrored(m_private->mirrored);
    m_private->previews.removeAll(nullptr);
    m_private->previews.append(preview);
    return preview;
}

QList<CameraDevice> CameraSource::devices() const
{
    m_private->watchDevices();
    QList<CameraDevice> result;
    const QList<QCameraDevice> all = QMediaDevices::videoInputs();
    for (const QCameraDevice& device : all)
        result.append({QString::fromUtf8(device.id()), device.description()});
    return result;
}

QString CameraSource::device() const
{
    return m_private->deviceId;
}

void CameraSource::setDevice(const QString& id)
{
    if (m_private->deviceId == id)
        return;
    m_private->deviceId = id;
    if (m_private->active && m_private->videoFile.isEmpty()) {
        m_private->close();
        m_private->name.clear();
        m_private->faultTold = false;
        m_private->open();
    }
    Q_EMIT stateChanged();
}

bool CameraSource::isMirrored() const
{
    return m_private->mirrored;
}

void CameraSource::setMirrored(bool mirrored)
{
    m_private->mirrored = mirrored;
    for (const QPointer<CameraPreview>& preview : std::as_const(m_private->previews)) {
        if (preview)
            preview->setMirrored(mirrored);
    }
}

bool CameraSource::hasTorch() const
{
    return m_private->camera && m_private->camera->isTorchModeSupported(QCamera::TorchOn);
}

bool CameraSource::isTorchOn() const
{
    return hasTorch() && m_private->camera->torchMode() == QCamera::TorchOn;
}

void CameraSource::setTorch(bool on)
{
    m_private->torch = on;
    if (hasTorch())
        m_private->camera->setTorchMode(on ? QCamera::TorchOn : QCamera::TorchOff);
}

void CameraSource::setVideoFile(const QString& path)
{
    const bool wasActive = m_private->active;
    stop();
    m_private->videoFile = path;
    m_private->name.clear();
    if (wasActive)
        start();
}

} // namespace encore::ui
