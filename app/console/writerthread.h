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

private:
    static constexpr size_t mostTogether = 64; ///< a steward's own scan never waits for more

    Mailbox& m_mailbox;
    commands::Writer m_writer;
};

} // namespace encore::console
