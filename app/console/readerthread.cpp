// SPDX-License-Identifier: GPL-3.0-or-later
#include "readerthread.h"

namespace encore::console
{

ReaderThread::ReaderThread(const store::Workspace& workspace, const domain::Clock& clock, Mailbox& mailbox) :
    m_workspace(workspace), m_clock(clock), m_mailbox(mailbox)
{
    start();
}

ReaderThread::~ReaderThread()
{
    m_queue.close();
    wait();
}

void ReaderThread::runOnReader(commands::QueryRunner::Work work, QObject* receiver, Delivery deliver)
{
    m_queue.push({std::move(work), [deliver = std::move(deliver), post = m_mailbox.deliveryTo(receiver)](const std::shared_ptr<void>& rows) {
                      post([deliver, rows] { deliver(rows); });
                  }});
}

void ReaderThread::run()
{
    const auto opened = m_workspace.openReader();
    if (!opened) {
        qWarning("%s", qUtf8Printable(domain::words(opened.error().message, domain::Language::English)));
        return;
    }
    store::Reader& reader = **opened;
    while (true) {
        const std::vector<Question> questions = m_queue.take(1);
        if (questions.empty())
            return;
        reader.database().forgetFailure();
        reader.forgetWhatOthersChanged();
        questions.front().finished(questions.front().work({reader, m_clock.now(), m_workspace.isReadOnly()}));
    }
}

} // namespace encore::console
