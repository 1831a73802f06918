// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/runner.h"
#include "mailbox.h"
#include "store/workspace.h"
#include "workqueue.h"

#include <QThread>

namespace encore::console
{

/// Answers queries on a connection of its own, beside the writer.
class ReaderThread final : public QThread, public commands::QueryRunner
{
    Q_OBJECT

public:
    ReaderThread(const store::Workspace& workspace, const domain::Clock& clock, Mailbox& mailbox);
    ~ReaderThread() override;
    Q_DISABLE_COPY_MOVE(ReaderThread)

protected:
    void runOnReader(commands::QueryRunner::Work work, QObject* receiver, Delivery deliver) override;

private:
    struct Question {
        commands::QueryRunner::Work work;
        std::function<void(const std::shared_ptr<void>&)> finished;
    };
    void run() override;

    const store::Workspace& m_workspace;
    const domain::Clock& m_clock;
    Mailbox& m_mailbox;
    WorkQueue<Question> m_queue;
};

} // namespace encore::console
