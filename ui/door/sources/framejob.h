// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/framereader.h"

#include <QMutex>
#include <QObject>
#include <QThread>
#include <QVideoFrame>

#include <memory>
#include <optional>

namespace encore::ui
{

/// What the reader saw in a frame: the code nearest the centre, if there was one.
struct FrameSight {
    QSize frameSize;
    std::optional<raster::FrameCode> code;
};

/// Reads frames in a thread of its own. It always takes the newest frame: what came while it was busy and was overtaken
/// is never read, so that what it tells is what is before the camera now.
class FrameJob final : public QObject
{
    Q_OBJECT

public:
    explicit FrameJob(QObject* parent = nullptr);
    ~FrameJob() override;

    void read(const QVideoFrame& frame);
    /// Nothing that was handed in before is told after this.
    void forget();

Q_SIGNALS:
    void frameRead(const encore::ui::FrameSight& sight);

private:
    void readNewest();
    void tell(const FrameSight& sight, int generation);

    QThread m_thread;
    QObject m_inThread; // lives in m_thread: calls to it run there
    std::unique_ptr<raster::FrameReader> m_reader; // used in m_thread only
    QMutex m_mutex; // guards the next three
    std::optional<QVideoFrame> m_newest;
    bool m_busy = false;
    int m_generation = 0;
};

} // namespace encore::ui

Q_DECLARE_METATYPE(encore::ui::FrameSight)
