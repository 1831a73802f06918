// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "commands/projects/pictures.h"
#include "store/blobs.h"
#include "sync/engine.h"

#include <algorithm>

namespace encore::sync
{

using domain::Status;
using store::OutboxItem;

namespace
{

constexpr int fileTimeoutMs = 180'000;
constexpr qint64 fetchAgainMs = 30'000;

/// The file that a command names; empty: none.
QByteArray fileOf(const OutboxItem& item)
{
    if (item.name != commands::AddProjectPicture::name)
        return {};
    const auto json = commands::parseJson(item.arguments);
    const auto command = json ? commands::decode<commands::AddProjectPicture>(*json, {}) : domain::Result<commands::AddProjectPicture>(json.error());
    return command ? command->sha256 : QByteArray();
}

} // namespace

std::optional<FileToSend> holdBackForFile(std::vector<OutboxItem>& items, const std::set<QByteArray>& sent, store::UnitOfWork& work)
{
    const auto first = std::find_if(items.begin(), items.end(), [&](const OutboxItem& item) {
        const QByteArray file = fileOf(item);
        return !file.isEmpty() && !sent.contains(file);
    });
    if (first == items.end())
        return std::nullopt;
    if (first == items.begin()) {
        const QByteArray hash = fileOf(*first);
        return FileToSend{hash, store::BlobReader(work.reader()).content(hash)};
    }
    store::OutboxWriter outbox(work);
    for (auto item = first; item != items.end(); ++item)
        outbox.setState(item->deviceSequence, store::OutboxState::Queued, item->answer);
    items.erase(first, items.end());
    return std::nullopt;
}

void Engine::pushFile(const QByteArray& hash, const std::optional<QByteArray>& content)
{
    const auto goOn = [this, hash] {
        m_sentFiles.insert(hash);
        write(
            [](commands::Executor&, store::UnitOfWork& work) -> Status {
                store::OutboxWriter(work).requeueInFlight();
                return work.status();
            },
            [this](const Status&) {
                pushEnds();
                push();
            });
    };
    if (!content)
        return goOn();
    Request request;
    request.method = "PUT";
    request.path = "/api/v1/blobs/" + hash.toHex();
    request.body = *content;
    request.type = "application/octet-stream";
    request.token = m_token;
    request.timeoutMs = fileTimeoutMs;
    send(m_push, request, [this, goOn](const Response& response) {
        if (const auto failure = failureOf(response))
            return giveBack(*failure);
        goOn(); // where the server would not have the file, it says so of the command
    });
}

void Engine::fetchFiles()
{
    if (m_files.busy || !m_planner.goesOn() || m_state.isCopied)
        return;
    m_files.busy = true;
    const auto missing = std::make_shared<QByteArray>();
    write(
        [missing, absent = m_absentFiles](commands::Executor&, store::UnitOfWork& work) -> Status {
            *missing = store::BlobReader(work.reader()).firstMissing(absent);
            return work.status();
        },
        [this, missing](const Status& status) {
            if (!status || missing->isEmpty()) {
                m_files.busy = false;
                return;
            }
            Request request;
            request.path = "/api/v1/blobs/" + missing->toHex();
            request.token = m_token;
            request.timeoutMs = fileTimeoutMs;
            send(m_files, request, [this, hash = *missing](const Response& response) { fetched(hash, response); });
        });
}

void Engine::fetched(const QByteArray& hash, const Response& response)
{
    const bool isTheFile = response.kind == Response::Kind::Answered && response.status == 200 && domain::sha256(response.body) == hash;
    const bool isHere = isTheFile && response.body.size() <= commands::mostPictureBytes;
    const bool isAbsent = (isTheFile && !isHere) || (response.status == 404 && !failureOf(response));
    if (isAbsent)
        m_absentFiles.insert(hash);
    if (!isHere && !isAbsent) {
        m_files.busy = false;
        m_parts.timers.after(fetchAgainMs, [this, alive = m_alive] {
            if (*alive)
                fetchFiles();
        });
        return tell();
    }
    write(
        [content = isHere ? response.body : QByteArray()](commands::Executor&, store::UnitOfWork& work) -> Status {
            if (!content.isEmpty())
                (void)store::BlobWriter(work).put(content);
            return work.status();
        },
        [this, isHere](const Status& status) {
            m_files.busy = false;
            m_state.revision += isHere ? 1 : 0; // a card may show it now
            if (status)
                fetchFiles();
        });
}

} // namespace encore::sync
