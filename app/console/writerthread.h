// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorservice.h"
#include "commands/runner.h"
#include "commands/threads.h"
#include "mailbox.h"

namespace encore::console
{

/// The writer's thread, answering to the window's.
class WriterThread final : public commands::CommandRunner, public commands::DoorService
{
public:
    WriterThread(const store::Workspace& workspace, const QString& deskName, const domain::Clock& clock, domain::RandomSource& random,
                 Mailbox& mailbox) : m_mailbox(mailbox), m_writer(workspace, deskName, clock, random, mostTogether)
    {
    }

    void run(const commands::CommandRequest& request, QObject* receiver, commands::CommandRunner::Answer answer) override;
    void scan(const commands::ScanInput& input, QObject* receiver, commands::DoorService::Answer answer) override;
    /// Something that is no single command: the PIN's hash, all rows of a table.
    void runStep(commands::Writer::Step step, QObject* receiver, std::function<void(const domain::Status&)> answer);
    /// In a transaction of its own, answered in the writer's thread: what sync does.
    void pushAlone(commands::Writer::Step step, std::function<void(const domain::Status&)> finished) { m_writer.pushAlone(std::move(step), std::move(finished)); }
    /// Called in the writer's thread whenever something was done here. Set before the first is asked for.
    void onDone(std::function<void()> done) { m_done = std::move(done); }

private:
    void tellDone() const
    {
        if (m_done)
            m_done();
    }

    static constexpr size_t mostTogether = 64; ///< a steward's own scan never waits for more

    Mailbox& m_mailbox;
    std::function<void()> m_done;
    commands::Writer m_writer; ///< last, so that its thread has ended when the rest goes
};

} // namespace encore::console
