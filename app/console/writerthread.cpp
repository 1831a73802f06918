// SPDX-License-Identifier: GPL-3.0-or-later
#include "writerthread.h"

#include "commands/door/checkin.h"

namespace encore::console
{

using commands::Executor;
using domain::Result;
using domain::Status;

void WriterThread::run(const commands::CommandRequest& request, QObject* receiver, commands::CommandRunner::Answer answer)
{
    m_writer.push<commands::Outcome>([request](Executor& executor, store::UnitOfWork& work) { return executor.apply(request, work); },
                                     [this, answer = std::move(answer), deliver = m_mailbox.deliveryTo(receiver)](const Result<commands::Outcome>& outcome) {
                                         tellDone();
                                         deliver([answer, outcome] { answer(outcome); });
                                     });
}

void WriterThread::scan(const commands::ScanInput& input, QObject* receiver, commands::DoorService::Answer answer)
{
    m_writer.push<door::Verdict>([input](Executor& executor, store::UnitOfWork& work) { return commands::CheckIn(executor).scan(input, work); },
                                 [this, answer = std::move(answer), deliver = m_mailbox.deliveryTo(receiver)](const Result<door::Verdict>& verdict) {
                                    tellDone();
                                     deliver([answer, verdict] { answer(verdict); });
                                 });
}

void WriterThread::runStep(commands::Writer::Step step, QObject* receiver, std::function<void(const Status&)> answer)
{
    m_writer.push(std::move(step), [this, answer = std::move(answer), deliver = m_mailbox.deliveryTo(receiver)](const Status& status) {
        tellDone();
        deliver([answer, status] { answer(status); });
    });
}

} // namespace encore::console
