// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readerthread.h"
#include "syncdesk.h"

#include <QThreadPool>

namespace encore::console
{

/// Who may do what: of a workspace that stands alone, what its file says; at a desk, what the house says.
class PeopleDesk final : public ui::PeopleService
{
public:
    PeopleDesk(SyncDesk& sync, WriterThread& writer, ReaderThread& reader, const domain::Clock& clock, domain::RandomSource& random, Mailbox& mailbox);

    [[nodiscard]] bool hasServer() const override { return m_sync.status().isDesk; }
    void ask(QObject* receiver, std::function<void(const domain::Result<People>&)> answer) override;
    void give(const commands::CommandRequest& request, QObject* receiver, Answer answer) override;
    void add(commands::AddUser user, const QString& password, QObject* receiver, Answer answer) override;
    void setPassword(domain::PersonId user, const QString& password, QObject* receiver, Answer answer) override;
    void makeCode(domain::Role role, QObject* receiver, std::function<void(const domain::Result<QString>&)> answer) override;

private:
    /// argon2id, away from the window, and then @p then there.
    void hash(const QString& password, QObject* receiver, std::function<void(const QString& verifier)> then);

    SyncDesk& m_sync;
    WriterThread& m_writer;
    ReaderThread& m_reader;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    Mailbox& m_mailbox;
    QThreadPool m_pool; ///< waits for what runs when it is taken down
};

} // namespace encore::console
