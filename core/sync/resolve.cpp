// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/resolve.h"

#include "commands/codec/json.h"
#include "commands/registry.h"

#include <algorithm>

namespace encore::sync
{

using commands::JsonDocument;
using commands::JsonValue;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;
using store::OutboxItem;
using store::OutboxState;

namespace
{

Result<OutboxItem> refusedItem(domain::CommandId command, bool (*isMeant)(OutboxState), store::OutboxWriter& outbox)
{
    const auto item = outbox.item(command);
    if (!item)
        return error(ErrorCode::NotFound, message("outbox.not_found").with("id", command.text()));
    if (!isMeant(item->state))
        return error(ErrorCode::Refused, message("outbox.nothing_to_decide"));
    return *item;
}

/// Only the chosen ones of @p fields, and whatever is no field.
QByteArray argumentsWith(const JsonValue& arguments, const std::vector<QString>& fields, const std::vector<QString>& chosen)
{
    const auto isDropped = [&](const QString& name) {
        return std::find(fields.begin(), fields.end(), name) != fields.end() && std::find(chosen.begin(), chosen.end(), name) == chosen.end();
    };
    JsonDocument kept(rapidjson::kObjectType);
    auto& allocator = kept.GetAllocator();
    for (const auto& member : arguments.GetObject()) {
        if (isDropped(commands::jsonString(member.name)))
            continue;
        JsonValue value(member.value, allocator);
        if (value.IsArray() && member.name == "clear") {
            for (auto emptied = value.Begin(); emptied != value.End();)
                emptied = isDropped(commands::jsonString(*emptied)) ? value.Erase(emptied) : emptied + 1;
        }
        kept.AddMember(JsonValue(member.name, allocator), value, allocator);
    }
    return commands::jsonText(kept);
}

} // namespace

Status solve(domain::CommandId command, const Choice& choice, commands::Executor& executor, store::UnitOfWork& work)
{
    store::OutboxWriter outbox(work);
    const Result<OutboxItem> item = refusedItem(command, [](OutboxState state) { return state == OutboxState::Conflict; }, outbox);
    if (!item)
        return item.error();
    outbox.setState(item->deviceSequence, OutboxState::Settled, item->answer);
    const commands::CommandEntry* entry = commands::findCommand(item->name);
    const auto arguments = commands::parseJson(item->arguments);
    const auto prepared = entry && arguments ? entry->prepare(*arguments, {work.reader().catalogue().workspaceId})
                                             : Result<commands::PreparedCommand>(error(ErrorCode::NotFound, message("outbox.nothing_to_decide")));
    if (!prepared)
        return prepared.error();
    const bool isWhole = !prepared->edit || prepared->edit->fields.empty();
    if (!choice.isMine || (!isWhole && choice.fields.empty()))
        return work.status();
    commands::CommandRequest request;
    request.name = item->name;
    request.schemaVersion = item->schemaVersion;
    request.arguments = isWhole ? item->arguments : argumentsWith(*arguments, prepared->edit->fields, choice.fields);
    request.actor = {item->role, item->actor};
    const auto again = executor.apply(request, work);
    return again ? work.status() : Status(again.error());
}

Status markSeen(domain::CommandId command, store::UnitOfWork& work)
{
    store::OutboxWriter outbox(work);
    const Result<OutboxItem> item
        = refusedItem(command, [](OutboxState state) { return state == OutboxState::Rejected || state == OutboxState::Conflict; }, outbox);
    if (!item)
        return item.error();
    outbox.setState(item->deviceSequence, OutboxState::Settled, item->answer);
    return work.status();
}

} // namespace encore::sync
