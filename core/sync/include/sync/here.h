// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The engine in a program with an event loop that has the file to itself.

#include "sync/engine.h"

class QObject;

namespace encore::sync
{

/// Qt's own timers, which go by monotonic time.
class LoopTimers final : public Timers
{
public:
    LoopTimers();
    ~LoopTimers() override;
    [[nodiscard]] qint64 nowMs() const override;
    void after(qint64 ms, std::function<void()> then) override;

private:
    std::unique_ptr<QObject> m_receiver; ///< what was to happen does not, once this is gone
};

/// Writes at once and answers in the next round of the event loop.
class LocalDeskWriter final : public DeskWriter
{
public:
    LocalDeskWriter(commands::Executor& executor, Timers& timers) : m_executor(executor), m_timers(timers) { }
    void write(Step step, std::function<void(const domain::Status&)> finished) override;
    void wipeTraces(std::function<void(const domain::Status&)> finished) override;

private:
    commands::Executor& m_executor;
    Timers& m_timers;
};

} // namespace encore::sync
