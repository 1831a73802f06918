// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "store/sealing.h"
#include "sync/join.h"
#include "sync/salvage.h"

#include <QFile>

#include <algorithm>

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
    wire(house, loop, chance), clock(loop, firstDay), m_path(std::move(path)), m_house(house), m_loop(loop), m_chance(chance)
{
    setDevice(device);
}

Desk::~Desk()
{
    breakDown();
}

void Desk::setDevice(const House::Device& device)
{
    m_device = device;
    m_names.insert(device.deviceName);
}

std::set<QByteArray> Desk::inFile()
{
    std::set<QByteArray> ids;
    for (const store::OutboxItem& item : store::OutboxReader(reader()).everything())
        ids.insert(item.id.bytes());
    if (const auto sealed = unsealed())
        ids.insert(sealed->begin(), sealed->end());
    return ids;
}

std::optional<std::set<QByteArray>> Desk::unsealed()
{
    std::set<QByteArray> ids;
    for (const store::SealedCommands& sealed : store::sealedCommands(reader())) {
        const auto saved = m_house.unseal(sealed.box);
        const auto json = saved ? commands::parseJson(*saved) : domain::Result<commands::JsonDocument>(saved.error());
        if (!json)
            return std::nullopt;
        for (const commands::JsonValue& command : (*json)["commands"].GetArray()) {
            if (const auto id = domain::uuidFromText(commands::jsonString(command["id"])))
                ids.insert(domain::CommandId(*id).bytes());
        }
    }
    return ids;
}

bool Desk::hasInItsBytes(const QByteArray& text) const
{
    for (const char* suffix : {"", "-wal"}) {
        QFile file(m_path + QLatin1StringView(suffix));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
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

Status Desk::startAnew()
{
    if (const Status copied = copy(m_beginning, m_path); !copied)
        return copied;
    {
        auto opened = store::Workspace::open(m_path, store::Workspace::Intent::Write);
        if (!opened)
            return opened.error();
        const Status made = (*opened)->becomeDesk({QStringLiteral("http://house"), m_device.id, m_device.role, m_device.deviceName}, m_chance);
        if (!made)
            return made;
    }
    return start();
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
    makeRoom();
    m_workspace->reader().database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return copy(m_path, to);
}

Status Desk::replaceFile(const QString& from)
{
    makeRoom();
    const std::set<QByteArray> before = inFile();
    breakDown();
    if (const Status copied = copy(from, m_path); !copied)
        return copied;
    if (const Status started = start(); !started)
        return started;
    noteLosses(before);
    return domain::done();
}

Status Desk::startAnewAs(const House::Device& device, const QByteArray& salvaged)
{
    const std::set<QByteArray> before = inFile();
    breakDown();
    setDevice(device);
    if (const Status started = startAnew(); !started)
        return started;
    store::UnitOfWork work(m_workspace->reader(), m_chance);
    if (const Status taken = sync::takeOver(salvaged, work); !taken)
        return taken;
    if (const Status written = work.commit(); !written)
        return written;
    noteLosses(before);
    return domain::done();
}

void Desk::noteLosses(const std::set<QByteArray>& before)
{
    const std::set<QByteArray> now = inFile();
    std::set_difference(before.begin(), before.end(), now.begin(), now.end(), std::inserter(m_lostWithFile, m_lostWithFile.end()));
}

Status Desk::takeAnew()
{
    makeRoom();
    {
        store::UnitOfWork work(m_workspace->reader(), m_chance);
        work.setDeskValue(QStringLiteral("server_epoch"), {});
        if (const Status done = work.commit(); !done)
            return done;
    }
    return restart();
}

Status Desk::becomeDevice(const House::Device& device)
{
    makeRoom();
    {
        store::UnitOfWork work(m_workspace->reader(), m_chance);
        sync::becomeDevice(work, device.id);
        if (const Status done = work.commit(); !done)
            return done;
    }
    setDevice(device);
    return restart();
}

void Desk::makeRoom()
{
    m_workspace->reader().database().failStatements(0, 0);
    m_workspace->reader().database().forgetFailure();
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
    const QByteArray refusal = outcome ? QByteArray() : outcome.error().message.id;
    if ((refusal == QByteArray("store.sql") || refusal == QByteArray("store.contradicts")) && onDatabaseFault)
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
