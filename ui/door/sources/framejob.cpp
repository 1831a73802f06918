// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/framejob.h"

#include "sources/greyframe.h"

namespace encore::ui
{

FrameJob::FrameJob(QObject* parent) : QObject(parent), m_reader(std::make_unique<raster::FrameReader>())
{
    m_thread.setObjectName(QStringLiteral("frames"));
    m_inThread.moveToThread(&m_thread);
    m_thread.start();
}

FrameJob::~FrameJob()
{
    forget();
    m_thread.quit();
    m_thread.wait();
}

void FrameJob::read(const QVideoFrame& frame)
{
    const QMutexLocker lock(&m_mutex);
    m_newest = frame;
    if (!std::exchange(m_busy, true))
        QMetaObject::invokeMethod(
            &m_inThread, [this] { readNewest(); }, Qt::QueuedConnection);
}

void FrameJob::forget()
{
    const QMutexLocker lock(&m_mutex);
    m_newest.reset();
    ++m_generation;
}

void FrameJob::readNewest()
{
    QVideoFrame frame;
    int generation = 0;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_newest) {
            m_busy = false;
            return;
        }
        frame = *std::exchange(m_newest, {});
        generation = m_generation;
    }
    const GreyFrame grey(frame);
    FrameSight sight{grey.size(), {}};
    if (grey.isValid()) {
        std::vector<raster::FrameCode> codes = m_reader->read(grey.pixels(), grey.size(), grey.stride());
        if (!codes.empty())
            sight.code = std::move(codes.front());
    }
    QMetaObject::invokeMethod(
        this, [this, sight, generation] { tell(sight, generation); }, Qt::QueuedConnection);
    // By the event queue, not in a loop, so that quit() gets its turn.
    QMetaObject::invokeMethod(
        &m_inThread, [this] { readNewest(); }, Qt::QueuedConnection);
}

void FrameJob::tell(const FrameSight& sight, int generation)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (generation != m_generation)
            return;
    }
    Q_EMIT frameRead(sight);
}

} // namespace encore::ui
