// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "sync/join.h"
#include "sync/salvage.h"

#include <QFile>

namespace encore::simulation
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Status;

namespace
{

Status copy(const QString& from, const QString& to)
{
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(to + QLatin1StringView(suffix));
    if (!QFile::copy(from, to))
        return error(ErrorCode::Unavailable, message("store.cannot_open").with("file", to).with("reason", QString()));
    return domain::done();
}

} // namespace

Desk::Desk(QString path, House& house, const House::Device& device, Loop& loop, Chance& chance) :
    wire(house, loop, chance), clock(loop, firstDay), m_path(std::move(path)), m_house(house), m_device(device), m_loop(loop), m_chance(chance)
{
}

Desk::~Desk()
{
    breakDown();
}

Status Desk::make()
{
    sync::Joined joined;
    joined.device = m_device.id;
    joined.role = m_device.role;
    joined.actor = m_device.deviceName;
    joined.workspace = m_house.record();
    const auto made = sync::makeDesk(m_path, QStringLiteral("http://house"), joined, clock, m_chance);
    return made ? domain::done() : Status(made.error());
}

Status Desk::start()
{
    auto opened = store::Workspace::open(m_path, store::Workspace::Intent::Write);
    if (!opened)
        return opened.error();
    m_workspace = std::move(opened).value();
    m_executor = std::make_unique<commands::Executor>(m_workspace->reader(), m_device.deviceName, clock, m_chance);
    m_writer = std::make_unique<sync::LocalDeskWriter>(*m_executor, m_loop);
    m_engine = std::make_unique<sync::Engine>(sync::Engine::Parts{wire, *m_writer, m_loop, clock, m_chance}, sync::position(reader()), m_device.token);
    m_engine->setPageRows(20); // so that a few rows are several pages
    m_engine->setLongPoll(600); // and hours of nothing are few requests
    m_engine->onChange([this] {
        if (onState)
            onState();
    });
    m_engine->start();
    return domain::done();
}

void Desk::breakDown()
{
    m_engine.reset();
    m_writer.reset();
    m_executor.reset();
    m_workspace.reset();
}

Status Desk::restart()
{
    breakDown();
    return start();
}

Status Desk::copyFile(const QString& to)
{
    m_workspace->reader().database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return copy(m_path, to);
}

Status Desk::replaceFile(const QString& from)
{
    if (!QFile::exists(from))
        return domain::done(); // a plan that was made shorter has no copy
    breakDown();
    if (const Status copied = copy(from, m_path); !copied)
        return copied;
    return start();
}

void Desk::startAnewAs(const House::Device& device)
{
    for (const char* suffix : {"", "-wal", "-shm", ".lock"})
        QFile::remove(m_path + QLatin1StringView(suffix));
    m_device = device;
    if (make())
        (void)start();
}

Status Desk::takeOver(const QByteArray& salvaged)
{
    store::UnitOfWork work(m_workspace->reader(), m_chance);
    if (const Status taken = sync::takeOver(salvaged, work); !taken)
        return taken;
    return work.commit();
}

Status Desk::takeAnew()
{
    {
        store::UnitOfWork work(m_workspace->reader(), m_chance);
        work.setDeskValue(QStringLiteral("server_epoch"), {});
        if (const Status done = work.commit(); !done)
            return done;
    }
    return restart();
}

void Desk::becomeDevice(const House::Device& device)
{
    m_device = device;
    {
        m_workspace->reader().database().forgetFailure();
        store::UnitOfWork work(m_workspace->reader(), m_chance);
        sync::becomeDevice(work, device.id);
        (void)work.commit();
    }
    (void)restart();
}

bool Desk::run(const char* name, const QByteArray& arguments)
{
    if (!m_executor || isShutOut)
        return false;
    commands::CommandRequest request;
    request.name = name;
    request.arguments = arguments;
    request.actor = commands::owner();
    const auto outcome = m_executor->run(request);
    if (!outcome && outcome.error().message.id == QByteArray("store.sql") && onDatabaseFault)
        onDatabaseFault(domain::words(outcome.error().message, domain::Language::English).toUtf8());
    if (!outcome)
        return false;
    m_promised.push_back(outcome->commandId);
    m_engine->somethingWasDone();
    return true;
}

void Desk::failStatements(int after, int count)
{
    if (m_workspace)
        m_workspace->reader().database().failStatements(after, count);
}

} // namespace encore::simulation
