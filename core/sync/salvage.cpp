// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/salvage.h"

#include "commands/codec/describe.h"

namespace encore::sync
{

namespace
{

struct SalvagedCommand {
    QString id;
    QString command;
    int schemaVersion = 1;
    commands::RawJson arguments;
    std::optional<qint64> baseVersion;
    domain::Instant occurredAt;
    domain::Role role = domain::Role::Admin;
    QString actor;
    store::OutboxState state = store::OutboxState::Queued;
};

struct SalvageFile {
    QString format;
    std::vector<SalvagedCommand> commands;
};

constexpr const char* formatName = "encore-salvage/1";

} // namespace

} // namespace encore::sync

namespace encore::commands
{

template<>
struct Descriptor<sync::SalvagedCommand> {
    static auto fields()
    {
        using S = sync::SalvagedCommand;
        return std::tuple(field("id", &S::id, ""), field("name", &S::command, ""), field("schema_version", &S::schemaVersion, ""),
                          field("arguments", &S::arguments, ""), field("base_version", &S::baseVersion, ""), field("occurred_at", &S::occurredAt, ""),
                          field("role", &S::role, ""), field("actor", &S::actor, ""), field("state", &S::state, ""));
    }
};
template<>
struct Descriptor<sync::SalvageFile> {
    static auto fields() { return std::tuple(field("format", &sync::SalvageFile::format, ""), field("commands", &sync::SalvageFile::commands, "")); }
};

} // namespace encore::commands

namespace encore::sync
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

Result<SalvageFile> read(const QByteArray& text)
{
    const auto json = commands::parseJson(text);
    if (!json)
        return json.error();
    auto file = commands::decode<SalvageFile>(*json, {});
    if (file && file->format != QLatin1StringView(formatName))
        return error(ErrorCode::Invalid, message("sync.no_salvage"));
    return file;
}

} // namespace

QByteArray salvage(store::Reader& reader)
{
    return salvageOf(store::OutboxReader(reader).everything());
}

QByteArray salvageOf(const std::vector<store::OutboxItem>& items)
{
    SalvageFile file;
    file.format = QString::fromLatin1(formatName);
    for (const store::OutboxItem& item : items)
        file.commands.push_back({item.id.text(), QString::fromLatin1(item.name), item.schemaVersion, commands::RawJson{item.arguments}, item.baseVersion,
                                 item.occurredAt, item.role, item.actor, item.state});
    return commands::encodeText(file);
}

Result<QByteArray> joined(const std::vector<QByteArray>& files)
{
    SalvageFile all;
    all.format = QString::fromLatin1(formatName);
    for (const QByteArray& text : files) {
        Result<SalvageFile> file = read(text);
        if (!file)
            return file.error();
        std::move(file.value().commands.begin(), file.value().commands.end(), std::back_inserter(all.commands));
    }
    return commands::encodeText(all);
}

Status takeOver(const QByteArray& salvaged, store::UnitOfWork& work)
{
    const Result<SalvageFile> file = read(salvaged);
    if (!file)
        return file.error();
    store::OutboxWriter outbox(work);
    qint64 before = outbox.numberAside() - qint64(file->commands.size()); // below all others, and in their order
    for (const SalvagedCommand& command : file->commands) {
        const auto id = domain::uuidFromText(command.id);
        if (!id)
            return error(ErrorCode::Invalid, message("cli.not_uuid").with("text", command.id));
        if (outbox.item(domain::CommandId(*id)))
            continue;
        // Whether the house had taken it is not known any more: it is asked again. What it had answered has no number to ask by.
        const bool isAnswered = command.state != store::OutboxState::Queued && command.state != store::OutboxState::InFlight
            && command.state != store::OutboxState::Acknowledged;
        store::OutboxItem item;
        item.deviceSequence = isAnswered ? before++ : work.nextDeviceSequence();
        item.id = domain::CommandId(*id);
        item.name = command.command.toLatin1();
        item.schemaVersion = command.schemaVersion;
        item.arguments = command.arguments.text;
        item.baseVersion = command.baseVersion;
        item.occurredAt = command.occurredAt;
        item.role = command.role;
        item.actor = command.actor;
        item.state = isAnswered ? command.state : store::OutboxState::Queued;
        outbox.add(item);
    }
    return work.status();
}

} // namespace encore::sync
