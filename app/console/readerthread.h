// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/runner.h"
#include "commands/threads.h"
#include "mailbox.h"

namespace encore::console
{

/// A reader's thread, answering to the window's.
class ReaderThread final : public commands::QueryRunner
{
public:
    ReaderThread(const store::Workspace& workspace, const domain::Clock& clock, Mailbox& mailbox) : m_mailbox(mailbox), m_readers(workspace, clock, 1) { }

protected:
    void runOnReader(commands::QueryRunner::Work work, QObject* receiver, Delivery deliver) override
    {
        m_readers.push([work = std::move(work), deliver = std::move(deliver), post = m_mailbox.deliveryTo(receiver)](const commands::QueryContext& context) {
            const std::shared_ptr<void> rows = work(context);
            post([deliver, rows] { deliver(rows); });
        });
    }

private:
    Mailbox& m_mailbox;
    commands::Readers m_readers;
};

} // namespace encore::console
