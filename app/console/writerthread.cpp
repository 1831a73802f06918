// SPDX-License-Identifier: GPL-3.0-or-later
#include "writerthread.h"

#include "commands/door/checkin.h"

#include <QFileInfo>

namespace encore::console
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// As many as may wait for one commit; a steward's own scan never waits for more.
constexpr size_t mostTogether = 64;

/// A place for an answer that is made before the commit and handed over after it.
template<class T>
using Slot = std::shared_ptr<std::optional<Result<T>>>;

template<class T>
Result<T> inSlot(const Slot<T>& slot, const Status& status)
{
    if (!status)
        return status.error();
    return **slot;
}

} // namespace

WriterThread::WriterThread(const store::Workspace& workspace, QString deskName, const domain::Clock& clock,
                           domain::RandomSource& random, Mailbox& mailbox) :
    m_workspace(workspace), m_deskName(std::move(deskName)), m_clock(clock), m_random(random), m_mailbox(mailbox)
{
    start();
}

WriterThread::~WriterThread()
{
    m_queue.close();
    wait();
}

void WriterThread::run(const commands::CommandRequest& request, QObject* receiver, commands::CommandRunner::Answer answer)
{
    const auto slot = std::make_shared<std::optional<Result<commands::Outcome>>>();
    m_queue.push({[request, slot](commands::Executor& executor, store::UnitOfWork& work) -> Status {
                      *slot = executor.apply(request, work);
                      if (!(*slot)->ok())
                          return (*slot)->error();
                      return domain::done();
                  },
                  [slot, answer = std::move(answer), deliver = m_mailbox.deliveryTo(receiver)](const Status& status) {
                      deliver([answer, result = inSlot(slot, status)] { answer(result); });
                  }});
}

void WriterThread::scan(const commands::ScanInput& input, QObject* receiver, commands::DoorService::Answer answer)
{
    const auto slot = std::make_shared<std::optional<Result<door::Verdict>>>();
    m_queue.push({[input, slot](commands::Executor& executor, store::UnitOfWork& work) -> Status {
                      *slot = commands::CheckIn(executor).scan(input, work);
                      if (!(*slot)->ok())
                          return (*slot)->error();
                      return domain::done();
                  },
                  [slot, answer = std::move(answer), deliver = m_mailbox.deliveryTo(receiver)](const Status& status) {
                      deliver([answer, result = inSlot(slot, status)] { answer(result); });
                  }});
}

void WriterThread::runStep(Step step, QObject* receiver, std::function<void(const Status&)> answer)
{
    m_queue.push({std::move(step),
                  [answer = std::move(answer), deliver = m_mailbox.deliveryTo(receiver)](const Status& status) {
                      deliver([answer, status] { answer(status); });
                  }});
}

void WriterThread::run()
{
    // A workspace that another process writes: everything that would write is refused with the reason, reading goes on.
    std::optional<domain::Error> refusal;
    std::unique_ptr<store::Reader> writer;
    if (m_workspace.isReadOnly()) {
        refusal = error(ErrorCode::ReadOnly, message("store.read_only_here").with("file", QFileInfo(m_workspace.path()).fileName()));
    } else if (Result<std::unique_ptr<store::Reader>> opened = m_workspace.openWriter(); opened) {
        writer = std::move(opened).value();
    } else {
        refusal = opened.error();
    }
    std::optional<commands::Executor> executor;
    if (writer)
        executor.emplace(*writer, m_deskName, m_clock, m_random);
    while (true) {
        const std::vector<Work> batch = m_queue.take(mostTogether);
        if (batch.empty())
            return;
        if (executor) {
            carryOut(*executor, batch);
        } else {
            for (const Work& work : batch)
                work.finished(*refusal);
        }
    }
}

void WriterThread::carryOut(commands::Executor& executor, const std::vector<Work>& batch)
{
    std::vector<commands::Executor::Step> steps;
    steps.reserve(batch.size());
    for (const Work& work : batch)
        steps.push_back([&executor, &work](store::UnitOfWork& unit) { return work.step(executor, unit); });
    const std::vector<Status> answers = executor.runTogether(steps);
    for (size_t i = 0; i < batch.size(); ++i)
        batch[i].finished(answers[i]);
}

} // namespace encore::console
