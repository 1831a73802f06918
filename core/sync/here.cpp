// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/here.h"

#include "store/sealing.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace encore::sync
{

LoopTimers::LoopTimers() : m_receiver(std::make_unique<QObject>()) { }
LoopTimers::~LoopTimers() = default;

qint64 LoopTimers::nowMs() const
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

void LoopTimers::after(qint64 ms, std::function<void()> then)
{
    QTimer::singleShot(std::chrono::milliseconds(ms), Qt::PreciseTimer, m_receiver.get(), std::move(then));
}

void LocalDeskWriter::write(Step step, std::function<void(const domain::Status&)> finished)
{
    const std::vector<domain::Status> done
        = m_executor.runTogether({[this, step = std::move(step)](store::UnitOfWork& work) { return step(m_executor, work); }});
    m_timers.after(0, [finished = std::move(finished), status = done.front()] { finished(status); });
}

void LocalDeskWriter::wipeTraces(std::function<void(const domain::Status&)> finished)
{
    m_timers.after(0, [finished = std::move(finished), status = store::wipeTraces(m_executor.reader())] { finished(status); });
}

} // namespace encore::sync
