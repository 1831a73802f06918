// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/stillreader.h"

#include <QImage>
#include <QObject>
#include <QThread>

#include <atomic>

namespace encore::ui
{

/// A picture to be read: a file, or pixels.
struct PictureTask {
    int number = 0;
    QString name; ///< for people
    QString path;
    QImage image; ///< used where there is no path
};

/// Reads pictures one after the other in a thread of its own. Signals arrive in the thread the job lives in.
class PictureJob final : public QObject
{
    Q_OBJECT

public:
    explicit PictureJob(QObject* parent = nullptr);
    ~PictureJob() override;

    void read(const PictureTask& task);
    /// Every task up to and with this number comes to an early end; whether it is still answered is not sure.
    void cancelUpTo(int number);

Q_SIGNALS:
    void taskStarted(int number, const QString& name);
    void pageRead(int number, int done, int total);
    void taskFinished(
        int number, const QString& name, const encore::domain::Result<encore::raster::StillReading>& reading);

private:
    void carryOut(const PictureTask& task);

    QThread m_thread;
    QObject m_inThread; // lives in m_thread: calls to it run there
    std::atomic<int> m_cancelledUpTo{0};
};

} // namespace encore::ui
