// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncdesk.h"

#include "filedesk.h"
#include "meetingseat.h"
#include "store/outbox.h"
#include "store/sealing.h"
#include "sync/here.h"
#include "sync/httptransport.h"
#include "sync/resolve.h"
#include "sync/salvage.h"
#include "sync/sealedfile.h"
#include "ui/common/languageswitcher.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QUrl>

namespace encore::console
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

QString authoritiesKey(domain::DeviceId device)
{
    return QString(QStringLiteral("authorities/") + device.text());
}

/// A file beside the workspace that is not there yet.
QString freePath(const QString& beside, const QString& server)
{
    const QString stem = QFileInfo(beside).absolutePath() + QStringLiteral("/desk-") + QUrl(server).host();
    QString path = stem + QStringLiteral(".encore");
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = stem + u'-' + QString::number(number) + QStringLiteral(".encore");
    return path;
}

/// The desk's file through the writer's thread, answered in this one.
class QueuedDeskWriter final : public sync::DeskWriter
{
public:
    QueuedDeskWriter(WriterThread& writer, const store::Workspace& workspace, std::shared_ptr<QObject> anchor) :
        m_writer(writer), m_workspace(workspace), m_anchor(std::move(anchor))
    {
    }

    void write(Step step, std::function<void(const Status&)> finished) override
    {
        m_writer.pushAlone(std::move(step), [anchor = m_anchor, finished = std::move(finished)](const Status& status) {
            QMetaObject::invokeMethod(anchor.get(), [finished, status] { finished(status); }, Qt::QueuedConnection);
        });
    }

    /// On a connection of its own: the writer's is within a transaction whenever it does something.
    void wipeTraces(std::function<void(const Status&)> finished) override
    {
        const auto writer = m_workspace.openWriter();
        const Status wiped = writer ? store::wipeTraces(**writer) : Status(writer.error());
        QMetaObject::invokeMethod(m_anchor.get(), [finished = std::move(finished), wiped] { finished(wiped); }, Qt::QueuedConnection);
    }

private:
    WriterThread& m_writer;
    const store::Workspace& m_workspace;
    std::shared_ptr<QObject> m_anchor;
};

ui::SyncStatus statusOf(const sync::Position& known, const sync::SyncState& state)
{
    ui::SyncStatus status;
    status.isDesk = true;
    status.server = known.server;
    status.actor = known.actor;
    status.role = known.role;
    status.needsSignIn = state.isCopied || state.failure.trouble == sync::Trouble::SignedOut || state.failure.trouble == sync::Trouble::Revoked;
    status.isRunning = !status.needsSignIn;
    status.trouble = state.isCopied ? message("sync.copied") : state.failure.reason;
    status.isTakingAnew = state.isTakingAnew;
    status.waiting = state.outbox.waiting;
    status.acknowledged = state.outbox.acknowledged;
    status.rejected = state.outbox.rejected;
    status.conflicts = state.outbox.conflicts;
    status.sealed = state.outbox.sealed;
    status.upToDateAt = state.upToDateAt;
    status.provenAt = state.provenAt;
    status.clockAheadMs = state.clockAheadMs;
    for (const QByteArray& table : state.differing)
        status.differing << QString::fromLatin1(table);
    return status;
}

} // namespace

struct SyncDesk::Inside {
    Inside(SyncDesk& desk, const std::shared_ptr<QObject>& anchor) :
        writer(desk.m_writer, desk.m_workspace, anchor), seat({desk.m_workspace, desk.m_secrets, writer, timers, desk.m_clock, desk.m_random, desk.m_deskName})
    {
        seat.onChange([this, &desk] { desk.publishMeeting(seat.status(), seat.revision()); });
    }

    sync::LoopTimers timers;
    QueuedDeskWriter writer;
    QByteArray token;
    std::unique_ptr<sync::HttpTransport> transport;
    std::unique_ptr<sync::Engine> engine; ///< behind what it uses
    std::unique_ptr<sync::HttpTransport> door; ///< while somebody comes in
    MeetingSeat seat;

    void begin(SyncDesk& desk, const QString& authorities, domain::Language language);
    void enter(const ui::Joining& joining, domain::Language language, sync::JoinAnswer answer);
    /// Only the house opens what a desk that was shut out had sealed.
    void unseal(const QByteArray& sealedFile, std::function<void(const Result<QByteArray>&)> answer)
    {
        if (!engine)
            return answer(error(ErrorCode::Unavailable, message("sync.people_elsewhere")));
        sync::unseal(*transport, token, sealedFile, std::move(answer));
    }
};

void SyncDesk::Inside::begin(SyncDesk& desk, const QString& authorities, domain::Language language)
{
    engine.reset();
    const auto reader = desk.m_workspace.openReader();
    if (!reader)
        return;
    const sync::Position known = sync::position(**reader);
    if (known.server.isEmpty())
        return desk.publish({}, 0);
    sync::SyncState state;
    state.outbox = store::OutboxReader(**reader).counts();
    if (state.outbox.sealed > 0)
        state.failure = {sync::Trouble::Revoked, sync::shutOutWords(state.outbox), 0};
    ui::SyncStatus waits = statusOf(known, state);
    const auto secrets = desk.m_secrets.open(desk.m_workspace.path());
    const auto read = secrets ? (*secrets)->read(sync::tokenName(known.device)) : Result<QByteArray>(secrets.error());
    if (!read) {
        waits.isRunning = false;
        waits.trouble = read.error().message;
        waits.needsPassphrase = read.error().code == ErrorCode::MissingKey;
        waits.needsSignIn = read.error().code == ErrorCode::NotFound;
        return desk.publish(waits, 0);
    }
    token = *read;
    transport = std::make_unique<sync::HttpTransport>(known.server, authorities);
    transport->setLanguage(language);
    engine = std::make_unique<sync::Engine>(sync::Engine::Parts{*transport, writer, timers, desk.m_clock, desk.m_random}, known, token);
    engine->onChange([this, &desk, known] { desk.publish(statusOf(known, engine->state()), engine->state().revision); });
    engine->prove(); // at the start of a day people want to know
    engine->start();
    seat.resume();
}

void SyncDesk::Inside::enter(const ui::Joining& joining, domain::Language language, sync::JoinAnswer answer)
{
    if (!sync::isServerUrl(joining.server))
        return answer(error(ErrorCode::Invalid, message("sync.not_url").with("text", joining.server)));
    door = std::make_unique<sync::HttpTransport>(joining.server, joining.authorities);
    door->setLanguage(language);
    if (!joining.code.isEmpty())
        sync::join(*door, joining.code, joining.deskName, std::move(answer));
    else
        sync::signIn(*door, joining.email, joining.password, joining.deskName, std::move(answer));
}

SyncDesk::SyncDesk(store::Workspace& workspace, WriterThread& writer, DeskSecrets& secrets, QSettings& settings, const domain::Clock& clock,
                   domain::RandomSource& random, Mailbox& mailbox, QString deskName) :
    m_workspace(workspace), m_writer(writer), m_secrets(secrets), m_settings(settings), m_clock(clock), m_random(random), m_mailbox(mailbox),
    m_deskName(std::move(deskName)), m_anchor(std::make_shared<QObject>())
{
    m_anchor->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_anchor.get(), [this] {
        m_inside = std::make_unique<Inside>(*this, m_anchor);
        m_hasKeychain = store::KeychainSecretStore::isAvailable();
        QMetaObject::invokeMethod(this, &SyncDesk::statusChanged, Qt::QueuedConnection); // who is asking for a passphrase should know
    }, Qt::QueuedConnection);
    // The writer may still be at work when this is gone; then nobody is left in the thread to hear it.
    m_writer.onDone([this, anchor = m_anchor] {
        QMetaObject::invokeMethod(anchor.get(), [this] {
            if (m_inside && m_inside->engine)
                m_inside->engine->somethingWasDone();
            if (m_inside)
                m_inside->seat.somethingWasDone();
        }, Qt::QueuedConnection);
    });
}

SyncDesk::~SyncDesk()
{
    QMetaObject::invokeMethod(m_anchor.get(), [this] { m_inside.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void SyncDesk::runInside(std::function<void(Inside&)> what)
{
    QMetaObject::invokeMethod(m_anchor.get(), [this, what = std::move(what)] {
        if (m_inside)
            what(*m_inside);
    }, Qt::QueuedConnection);
}

void SyncDesk::publish(const ui::SyncStatus& status, qint64 revision)
{
    QMetaObject::invokeMethod(this, [this, status, revision] {
        m_status = status;
        Q_EMIT statusChanged();
        if (m_revision != revision && m_revision >= 0)
            Q_EMIT rowsChanged();
        m_revision = revision;
    }, Qt::QueuedConnection);
}

void SyncDesk::start()
{
    const sync::Position known = sync::position(m_workspace.reader());
    if (known.server.isEmpty() || m_workspace.isReadOnly())
        return;
    m_status = statusOf(known, {});
    runInside([this, authorities = m_settings.value(authoritiesKey(known.device)).toString(), language = ui::currentLanguage()](Inside& inside) {
        inside.begin(*this, authorities, language);
    });
}

void SyncDesk::prove()
{
    runInside([](Inside& inside) {
        if (inside.engine)
            inside.engine->prove();
    });
}

void SyncDesk::withHouse(std::function<void(const Status&, sync::Transport*, const QByteArray&)> ask)
{
    runInside([ask = std::move(ask)](Inside& inside) {
        if (inside.engine)
            ask(domain::done(), inside.transport.get(), inside.token);
        else
            ask(error(ErrorCode::Unavailable, message("sync.people_elsewhere")), nullptr, {});
    });
}

void SyncDesk::join(const ui::Joining& joining, QObject* receiver, std::function<void(const Result<QString>&)> answer)
{
    m_secrets.setPassphrase(joining.passphrase);
    const auto post = m_mailbox.deliveryTo(receiver);
    runInside([this, joining, post, language = ui::currentLanguage(), answer = std::move(answer)](Inside& inside) {
        inside.enter(joining, language, [this, joining, post, answer](const Result<sync::Joined>& joined) {
            const auto finish = [&]() -> Result<QString> {
                if (!joined)
                    return joined.error();
                const QString path = freePath(m_workspace.path(), joining.server);
                const auto secrets = m_secrets.open(path);
                if (!secrets)
                    return secrets.error();
                if (const Status kept = (*secrets)->write(sync::tokenName(joined->device), joined->token); !kept)
                    return kept.error();
                if (const auto made = sync::makeDesk(path, joining.server, *joined, m_clock, m_random); !made)
                    return made.error();
                return path;
            };
            const Result<QString> path = finish();
            post([this, answer, path, joining, device = joined ? joined->device : domain::DeviceId()] {
                if (path && !joining.authorities.isEmpty())
                    m_settings.setValue(authoritiesKey(device), joining.authorities);
                answer(path);
            });
        });
    });
}

void SyncDesk::joinAgain(const ui::Joining& joining, QObject* receiver, Answer answer)
{
    m_secrets.setPassphrase(joining.passphrase);
    const auto post = m_mailbox.deliveryTo(receiver);
    runInside([this, joining, post, language = ui::currentLanguage(), answer = std::move(answer)](Inside& inside) {
        inside.enter(joining, language, [this, joining, post, answer](const Result<sync::Joined>& joined) {
            const auto finish = [&]() -> Status {
                if (!joined)
                    return joined.error();
                const auto reader = m_workspace.openReader();
                const sync::Position known = reader ? sync::position(**reader) : sync::Position();
                if (joined->role != known.role || joined->actor != known.actor)
                    return error(ErrorCode::Refused, message("sync.other_person").with("actor", known.actor).with("role", domain::messageFor("role.", known.role)));
                const auto secrets = m_secrets.open(m_workspace.path());
                return secrets ? (*secrets)->write(sync::tokenName(joined->device), joined->token) : Status(secrets.error());
            };
            const Status kept = finish();
            if (!kept)
                return post([answer, kept] { answer(kept); });
            m_writer.pushAlone(
                [device = joined->device](commands::Executor&, store::UnitOfWork& work) {
                    sync::becomeDevice(work, device);
                    return work.status();
                },
                [this, post, answer, joining, device = joined->device](const Status& status) {
                    post([this, answer, status, joining, device] {
                        if (status) {
                            m_settings.setValue(authoritiesKey(device), joining.authorities);
                            start();
                        }
                        answer(status);
                    });
                });
        });
    });
}

void SyncDesk::unlock(const QString& passphrase, QObject* receiver, Answer answer)
{
    m_secrets.setPassphrase(passphrase);
    const auto post = m_mailbox.deliveryTo(receiver);
    runInside([this, post, answer = std::move(answer)](Inside&) {
        const auto reader = m_workspace.openReader();
        const auto secrets = m_secrets.open(m_workspace.path());
        const auto read = reader && secrets ? (*secrets)->read(sync::tokenName(sync::position(**reader).device))
                                            : Result<QByteArray>(secrets ? reader.error() : secrets.error());
        const Status status = read ? domain::done() : Status(read.error());
        post([this, answer, status] {
            if (status)
                start();
            answer(status);
        });
    });
}

void SyncDesk::solve(domain::CommandId command, bool isMine, const std::vector<QString>& fields, QObject* receiver, Answer answer)
{
    m_writer.runStep([command, choice = sync::Choice{isMine, fields}](commands::Executor& executor, store::UnitOfWork& work) {
        return sync::solve(command, choice, executor, work);
    }, receiver, std::move(answer));
}

void SyncDesk::markSeen(domain::CommandId command, QObject* receiver, Answer answer)
{
    m_writer.runStep([command](commands::Executor&, store::UnitOfWork& work) { return sync::markSeen(command, work); }, receiver, std::move(answer));
}

void SyncDesk::saveSalvage(const QString& path, QObject* receiver, Answer answer)
{
    const auto post = m_mailbox.deliveryTo(receiver);
    runInside([this, path, post, answer = std::move(answer)](Inside&) {
        const auto save = [&]() -> Status {
            const auto reader = m_workspace.openReader();
            if (!reader)
                return reader.error();
            const bool isSealed = store::OutboxReader(**reader).counts().sealed > 0;
            return writeWholeFile(path, isSealed ? sync::sealedFile(**reader) : sync::salvage(**reader));
        };
        const Status saved = save();
        post([answer, saved] { answer(saved); });
    });
}

void SyncDesk::loadSalvage(const QString& path, QObject* receiver, Answer answer)
{
    const auto post = m_mailbox.deliveryTo(receiver);
    runInside([this, path, receiver, post, answer = std::move(answer)](Inside& inside) {
        constexpr qint64 mostBytes = 64 * 1024 * 1024;
        QFile file(path);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        const QByteArray salvaged = isOpen ? file.read(mostBytes) : QByteArray();
        if (sync::isSealedFile(salvaged))
            return inside.unseal(salvaged, [this, receiver, post, answer](const Result<QByteArray>& saved) {
                post([this, receiver, answer, saved] {
                    if (!saved)
                        return answer(saved.error());
                    m_writer.runStep([text = *saved](commands::Executor&, store::UnitOfWork& work) -> Status {
                        const Result<qint64> taken = sync::takeOverUnsealed(text, work);
                        return taken ? domain::done() : Status(taken.error());
                    }, receiver, answer);
                });
            });
        // Back in the window's thread first: only there it is known whether somebody still waits.
        post([this, path, receiver, answer, isOpen, salvaged, reason = file.errorString()] {
            if (!isOpen)
                return answer(error(ErrorCode::Unavailable, message("file.unreadable").with("file", path).with("reason", reason)));
            m_writer.runStep([salvaged](commands::Executor&, store::UnitOfWork& work) { return sync::takeOver(salvaged, work); }, receiver, answer);
        });
    });
}

void SyncDesk::publishMeeting(const ui::MeetingStatus& meeting, qint64 revision)
{
    QMetaObject::invokeMethod(this, [this, meeting, revision] {
        m_meeting = meeting;
        Q_EMIT statusChanged();
        if (std::exchange(m_meetingRevision, revision) < revision)
            Q_EMIT rowsChanged();
    }, Qt::QueuedConnection);
}

void SyncDesk::enterMeeting(std::function<Status(MeetingSeat&)> how, QObject* receiver, Answer answer)
{
    const auto post = m_mailbox.deliveryTo(receiver);
    runInside([how = std::move(how), post, answer = std::move(answer)](Inside& inside) {
        const Status entered = how(inside.seat);
        post([answer, entered] { answer(entered); });
    });
}

void SyncDesk::openMeeting(bool newCode, QObject* receiver, Answer answer)
{
    enterMeeting([newCode](MeetingSeat& seat) { return seat.open(newCode); }, receiver, std::move(answer));
}

void SyncDesk::joinMeeting(const QString& code, QObject* receiver, Answer answer)
{
    enterMeeting([code](MeetingSeat& seat) { return seat.join(code); }, receiver, std::move(answer));
}

void SyncDesk::leaveMeeting()
{
    runInside([](Inside& inside) { inside.seat.leave(); });
}

} // namespace encore::console
