// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace.h"

#include "migrations.h"
#include "domain/enums.h"
#include "store/adoption.h"
#include "store/sealing.h"
#include "workspaceheader.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

const QString epochName = QStringLiteral("epoch"); // among the desk's values

/// A program that was killed while it made its lock left an empty file, which says nobody's name and would keep everybody out for ever.
/// Whoever lives and is just making one takes far less than a second for it.
bool clearUnfinishedLock(const QString& path)
{
    const QFileInfo before(path);
    if (!before.exists() || before.size() > 0)
        return false;
    const QDateTime made = before.lastModified();
    QThread::sleep(1);
    const QFileInfo now(path);
    return now.exists() && now.size() == 0 && now.lastModified() == made && QFile::remove(path);
}

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::create(const QString& path, const WorkspaceRecord& record, const domain::Clock& clock,
                                                     domain::RandomSource& random)
{
    if (Database::isServer(path))
        return createOnServer(path, record, clock, random, false);
    if (QFileInfo::exists(path))
        return error(ErrorCode::Refused, message("store.exists").with("file", path));
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return error(ErrorCode::Unavailable, message("store.no_folder").with("file", path));
    std::unique_ptr<Workspace> workspace(new Workspace(path));
    if (const Status locked = workspace->lock(); !locked)
        return locked.error();
    Status filled = workspace->connect(true);
    if (filled)
        filled = workspace->fill(record, clock, random);
    if (!filled) {
        workspace->m_reader.reset();
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1StringView(suffix)); // half a workspace would be in the way of the next try
        return filled.error();
    }
    return workspace;
}

/// Nothing is done where there is a workspace: another server may have been quicker.
Status Workspace::fill(const WorkspaceRecord& record, const domain::Clock& clock, domain::RandomSource& random)
{
    UnitOfWork work(*m_reader, random);
    if (!m_reader->workspace()) {
        work.createWorkspace(record, clock.now());
        work.setDeskValue(QStringLiteral("device_id"), domain::DeviceId(domain::makeUuidV7(clock.now(), random)).text());
        m_record = record;
    }
    return work.commit();
}

Result<std::unique_ptr<Workspace>> Workspace::createOnServer(const QString& address, const WorkspaceRecord& record, const domain::Clock& clock,
                                                             domain::RandomSource& random, bool mayBeThere)
{
    std::unique_ptr<Workspace> workspace(new Workspace(address));
    workspace->m_writes = true;
    if (const Status connected = workspace->connect(true); !connected)
        return connected.error();
    if (!mayBeThere && workspace->m_reader->workspace())
        return error(ErrorCode::Refused, message("store.exists").with("file", workspace->name()));
    if (const Status filled = workspace->fill(record, clock, random); !filled)
        return filled.error();
    if (const std::optional<WorkspaceRecord> known = workspace->m_reader->workspace())
        workspace->m_record = *known;
    if (const Status status = workspace->m_reader->status(); !status)
        return status.error();
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::openOrCreate(const QString& path, const WorkspaceRecord& record, const domain::Clock& clock,
                                                           domain::RandomSource& random)
{
    if (Database::isServer(path))
        return createOnServer(path, record, clock, random, true);
    return QFileInfo::exists(path) ? open(path, Intent::Write) : create(path, record, clock, random);
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& path, Intent intent)
{
    std::unique_ptr<Workspace> workspace(new Workspace(path));
    if (Database::isServer(path)) {
        workspace->m_writes = intent != Intent::Read;
    } else if (const Status known = checkWorkspaceHeader(path); !known) {
        return known.error();
    } else if (intent != Intent::Read) {
        const Status locked = workspace->lock();
        if (!locked && (intent == Intent::Write || locked.error().code != ErrorCode::ReadOnly))
            return locked.error();
    }
    if (const Status connected = workspace->connect(false); !connected)
        return connected.error();
    if (const Status current = workspace->bringUpToDate(); !current)
        return current.error();
    const std::optional<WorkspaceRecord> record = workspace->m_reader->workspace();
    if (const Status status = workspace->m_reader->status(); !status)
        return status.error();
    if (!record)
        return error(ErrorCode::Damaged, message("store.not_a_workspace").with("file", workspace->name()));
    workspace->m_record = *record;
    return workspace;
}

/// Whoever only reads needs the newest schema, too: questions ask for tables that an older file does not have.
Status Workspace::bringUpToDate()
{
    if (m_writes || currentSchema(m_reader->database()) >= newestSchema())
        return m_reader->status();
    if (Database::isServer(m_path)) // a server brings it up to date when it starts
        return error(ErrorCode::Refused, message("store.not_a_workspace").with("file", name()));
    m_reader.reset();
    if (const Status locked = lock(); !locked)
        return error(locked.error().code, message("store.older").with("file", QFileInfo(m_path).fileName()).with("reason", locked.error().message));
    const Status migrated = connect(false); // for writing, which migrates
    m_reader.reset();
    m_lock.reset();
    m_writes = false;
    return migrated ? connect(false) : migrated;
}

Status Workspace::lock()
{
    auto lock = std::make_unique<QLockFile>(m_path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // only a dead process makes a lock stale, never its age
    // Qt takes a dead program's lock away under a second lock of its own, in which it may have been killed as well.
    const auto clear = [&] { return clearUnfinishedLock(lock->fileName()) || clearUnfinishedLock(lock->fileName() + QStringLiteral(".rmlock")); };
    if (lock->tryLock() || (clear() && lock->tryLock())) {
        m_lock = std::move(lock);
        m_writes = true;
        return domain::done();
    }
    qint64 process = 0;
    QString host;
    QString program;
    if (lock->error() == QLockFile::LockFailedError && lock->getLockInfo(&process, &host, &program)) {
        return error(ErrorCode::ReadOnly,
                     message("store.locked").with("file", QFileInfo(m_path).fileName()).with("process", process));
    }
    return error(ErrorCode::ReadOnly,
                 message("store.read_only_file").with("file", m_path).with("reason", message("store.no_lock")));
}

Status Workspace::connect(bool create)
{
    Result<std::shared_ptr<Database>> database
        = Database::open(m_path, m_writes ? Database::Access::Write : Database::Access::Read, create);
    if (!database)
        return database.error();
    m_reader = std::make_unique<Reader>(std::move(database).value());
    return domain::done();
}

Status Workspace::becomeAuthority(domain::RandomSource& random)
{
    Q_ASSERT(m_writes);
    if (m_reader->database().part() == Part::Desk)
        return error(ErrorCode::Refused, message("store.is_desk").with("file", name()));
    if (m_reader->database().part() == Part::Alone || sealKeyOfHouse(*m_reader).isEmpty()) {
        UnitOfWork work(*m_reader, random);
        if (m_reader->deskValue(epochName).isEmpty()) // unless another server has just done it
            work.setDeskValue(epochName, QString::fromLatin1(random.bytes(16).toHex()));
        makeSealKey(work);
        if (const Status written = work.commit(); !written)
            return written;
        m_reader->database().become(Part::Authority);
    }
    return m_reader->status();
}

Status Workspace::beginEpoch(domain::RandomSource& random)
{
    Q_ASSERT(m_reader->database().part() == Part::Authority);
    UnitOfWork work(*m_reader, random);
    work.setDeskValue(epochName, QString::fromLatin1(random.bytes(16).toHex()));
    return work.commit();
}

Status Workspace::becomeDesk(const DeskOf& house, domain::RandomSource& random)
{
    Q_ASSERT(m_writes);
    {
        UnitOfWork work(*m_reader, random);
        leaveToHouse(work);
        work.setDeskValue(QStringLiteral("server"), house.server);
        work.setDeskValue(QStringLiteral("device_id"), house.device.text());
        work.setDeskValue(QStringLiteral("role"), domain::enumText(house.role));
        work.setDeskValue(QStringLiteral("actor"), house.actor);
        if (const Status written = work.commit(); !written)
            return written;
    }
    m_reader->database().become(Part::Desk);
    return m_reader->status();
}

Result<std::unique_ptr<Reader>> Workspace::openReader() const
{
    Result<std::shared_ptr<Database>> database = Database::open(m_path, Database::Access::Read);
    if (!database)
        return database.error();
    return std::make_unique<Reader>(std::move(database).value());
}

Result<std::unique_ptr<Reader>> Workspace::openWriter() const
{
    Q_ASSERT(m_writes);
    Result<std::shared_ptr<Database>> database = Database::open(m_path, Database::Access::Write);
    if (!database)
        return database.error();
    return std::make_unique<Reader>(std::move(database).value());
}

} // namespace encore::store
