// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desksecrets.h"
#include "store/workspace.h"
#include "sync/join.h"
#include "ui/common/syncservice.h"
#include "writerthread.h"

#include <QThread>

class QSettings;

namespace encore::console
{

class MeetingSeat;

/// The sync of this desk with its server, in a thread of its own; what it writes goes through the writer like everything else.
class SyncDesk final : public ui::SyncService
{
    Q_OBJECT

public:
    SyncDesk(store::Workspace& workspace, WriterThread& writer, DeskSecrets& secrets, QSettings& settings, const domain::Clock& clock,
             domain::RandomSource& random, Mailbox& mailbox, QString deskName);
    ~SyncDesk() override;

    /// Begins where this workspace is a desk and this process writes it.
    void start();

    /// The house as this desk reaches it, for a single question. @p ask is called in the thread of the transport.
    void withHouse(std::function<void(const domain::Status& reachable, sync::Transport* transport, const QByteArray& token)> ask);

    [[nodiscard]] const ui::SyncStatus& status() const override { return m_status; }
    [[nodiscard]] bool hasKeychain() const override { return m_hasKeychain; }
    void tryNow() override { start(); }
    void prove() override;
    void join(const ui::Joining& joining, QObject* receiver, std::function<void(const domain::Result<QString>&)> answer) override;
    void joinAgain(const ui::Joining& joining, QObject* receiver, Answer answer) override;
    void unlock(const QString& passphrase, QObject* receiver, Answer answer) override;
    void solve(domain::CommandId command, bool isMine, const std::vector<QString>& fields, QObject* receiver, Answer answer) override;
    void markSeen(domain::CommandId command, QObject* receiver, Answer answer) override;
    void saveSalvage(const QString& path, QObject* receiver, Answer answer) override;
    void loadSalvage(const QString& path, QObject* receiver, Answer answer) override;
    [[nodiscard]] const ui::MeetingStatus& meeting() const override { return m_meeting; }
    void openMeeting(bool newCode, QObject* receiver, Answer answer) override;
    void joinMeeting(const QString& code, QObject* receiver, Answer answer) override;
    void leaveMeeting() override;

private:
    struct Inside; ///< what lives in the thread
    void runInside(std::function<void(Inside&)> what);
    void publish(const ui::SyncStatus& status, qint64 revision);
    void publishMeeting(const ui::MeetingStatus& meeting, qint64 revision);
    void enterMeeting(std::function<domain::Status(MeetingSeat&)> how, QObject* receiver, Answer answer);

    store::Workspace& m_workspace; ///< its reader is the window's; others open their own
    WriterThread& m_writer;
    DeskSecrets& m_secrets;
    QSettings& m_settings;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
    Mailbox& m_mailbox;
    ui::SyncStatus m_status;
    qint64 m_revision = -1;
    const QString m_deskName;
    ui::MeetingStatus m_meeting;
    qint64 m_meetingRevision = 0;
    std::atomic<bool> m_hasKeychain = true;
    QThread m_thread;
    std::shared_ptr<QObject> m_anchor; ///< in the thread; those who answer late hold it too
    std::unique_ptr<Inside> m_inside;
};

} // namespace encore::console
