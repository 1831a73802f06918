// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorservice.h"
#include "commands/executor.h"
#include "commands/runner.h"
#include "mailbox.h"
#include "store/workspace.h"
#include "workqueue.h"

#include <QThread>

namespace encore::console
{

/// The one thread that writes the workspace. What arrives together shares one durable commit; answers go out after it.
class WriterThread final : public QThread, public commands::CommandRunner, public commands::DoorService
{
    Q_OBJECT

public:
    WriterThread(const store::Workspace& workspace, QString deskName, const domain::Clock& clock, domain::RandomSource& random,
                 Mailbox& mailbox);
    ~WriterThread() override; ///< finishes what was asked for
    Q_DISABLE_COPY_MOVE(WriterThread)

    void run(const commands::CommandRequest& request, QObject* receiver, commands::CommandRunner::Answer answer) override;
    void scan(const commands::ScanInput& input, QObject* receiver, commands::DoorService::Answer answer) override;

    using Step = std::function<domain::Status(commands::Executor&, store::UnitOfWork&)>;
    /// Something that is no single command: the PIN's hash, all rows of a table. It may be called twice, the first time in vain.
    void runStep(Step step, QObject* receiver, std::function<void(const domain::Status&)> answer);

private:
    struct Work {
        Step step;
        std::function<void(const domain::Status&)> finished; ///< called in this thread; posts the answer
    };
    void run() override;
    void carryOut(commands::Executor& executor, const std::vector<Work>& batch);

    const store::Workspace& m_workspace;
    QString m_deskName;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    Mailbox& m_mailbox;
    WorkQueue<Work> m_queue;
};

} // namespace encore::console
