// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/picturejob.h"

#include <limits>

namespace encore::ui
{

PictureJob::PictureJob(QObject* parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("pictures"));
    m_inThread.moveToThread(&m_thread);
    m_thread.start();
}

PictureJob::~PictureJob()
{
    cancelUpTo(std::numeric_limits<int>::max());
    m_thread.quit();
    m_thread.wait();
}

void PictureJob::read(const PictureTask& task)
{
    QMetaObject::invokeMethod(
        &m_inThread, [this, task] { carryOut(task); }, Qt::QueuedConnection);
}

void PictureJob::cancelUpTo(int number)
{
    m_cancelledUpTo = number;
}

void PictureJob::carryOut(const PictureTask& task)
{
    const auto tell = [this](auto call) { QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection); };
    const auto cancelled = [this, number = task.number] { return number <= m_cancelledUpTo; };
    if (cancelled())
        return;
    tell([this, task] { Q_EMIT taskStarted(task.number, task.name); });
    const auto pageDone = [this, tell, number = task.number](int done, int total) {
        tell([this, number, done, total] { Q_EMIT pageRead(number, done, total); });
    };
    const raster::StillWatch watch{pageDone, cancelled};
    const auto reading
        = task.path.isEmpty() ? raster::readStill(task.image, task.name, watch) : raster::readStill(task.path, watch);
    tell([this, task, reading] { Q_EMIT taskFinished(task.number, task.name, reading); });
}

} // namespace encore::ui
