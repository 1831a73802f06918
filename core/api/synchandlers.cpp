// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"
#include "apirows.h"
#include "store/sealing.h"

#include <algorithm>

namespace encore::api
{

using domain::error;
using domain::ErrorCode;
using domain::message;

namespace
{

constexpr qint64 mostRows = 5'000;
constexpr qint64 defaultRows = 1'000;
constexpr qint64 mostWaitSeconds = 60;

/// A number of the query, between 0 and @p most.
qint64 numberOf(const HttpRequest& request, const char* name, qint64 otherwise, qint64 most)
{
    const auto found = request.query.find(name);
    bool isNumber = false;
    const qint64 number = found == request.query.end() ? otherwise : found->second.toLongLong(&isNumber);
    return std::clamp(found == request.query.end() || isNumber ? number : otherwise, qint64(0), most);
}

QString textOf(const HttpRequest& request, const char* name)
{
    const auto found = request.query.find(name);
    return found == request.query.end() ? QString() : QString::fromUtf8(found->second);
}

sync::PageRequest pageRequest(const Call& call)
{
    sync::PageRequest request;
    request.scope = {call.who->actor.role, call.who->actor.name};
    request.device = call.who->device;
    request.cursor = numberOf(call.request, "cursor", 0, std::numeric_limits<qint64>::max());
    request.limit = size_t(std::max<qint64>(numberOf(call.request, "limit", defaultRows, mostRows), 1));
    request.deviceSequence = numberOf(call.request, "device_seq", std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max());
    request.allDigests = textOf(call.request, "digest") == QStringLiteral("all");
    return request;
}

/// Requests of the same text get the same page.
QByteArray sameness(const sync::PageRequest& request)
{
    const QByteArray device = request.device ? request.device->bytes() : QByteArray();
    return request.scope.text().toUtf8() + '\n' + device + '\n' + QByteArray::number(request.cursor) + ' ' + QByteArray::number(quint64(request.limit)) + ' '
        + QByteArray::number(request.deviceSequence) + ' ' + (request.allDigests ? '1' : '0');
}

void answerTakeAnew(const Call& call)
{
    call.fail(error(ErrorCode::Conflict, message("sync.take_anew")), 409);
}

} // namespace

commands::JsonValue pageSchema(commands::JsonDocument::AllocatorType& allocator)
{
    using commands::JsonValue;
    JsonValue properties(rapidjson::kObjectType);
    const auto add = [&](const char* name, const char* type) {
        properties.AddMember(rapidjson::StringRef(name), commands::detail::typeSchema(type, allocator), allocator);
    };
    for (const char* name : {"epoch", "scope", "next", "seal_key", "checksum"})
        add(name, "string");
    for (const char* name : {"schema", "from", "to", "log_sequence", "expected_sequence"})
        add(name, "integer");
    for (const char* name : {"has_more", "digest_complete"})
        add(name, "boolean");
    for (const char* name : {"rows", "acks"})
        add(name, "array");
    for (const char* name : {"columns", "digest"})
        add(name, "object");
    JsonValue required(rapidjson::kArrayType);
    for (const char* name : {"epoch", "schema", "scope", "from", "to", "has_more", "log_sequence", "columns", "rows", "acks", "checksum"})
        required.PushBack(rapidjson::StringRef(name), allocator);
    JsonValue schema(rapidjson::kObjectType);
    schema.AddMember("type", "object", allocator);
    schema.AddMember("properties", properties, allocator);
    schema.AddMember("required", required, allocator);
    return schema;
}

/// Whoever may open it gets to know what its desk knew of people; each command they give again needs the right it always needed.
void Service::openSealed(const Call& call)
{
    if (!hasRight(call.who->actor.role, commands::Right::Supervise))
        return call.fail(error(ErrorCode::Forbidden, message("command.forbidden").with("name", QStringLiteral("OpenSealed"))));
    const domain::Result<BoxBody> body = bodyOf<BoxBody>(call);
    if (!body)
        return call.fail(body.error());
    m_readers.push([call, box = QByteArray::fromBase64(body->box.toLatin1())](const commands::QueryContext& context) {
        const auto saved = store::unsealed(box, context.reader);
        if (!saved)
            return call.fail(saved.error());
        call.answer(jsonAnswer(commands::encodeText(SavedBody{commands::RawJson{*saved}})));
    });
}

void Service::changes(const Call& call)
{
    const sync::PageRequest request = pageRequest(call);
    const qint64 wait = numberOf(call.request, "wait", 0, mostWaitSeconds);
    m_readers.push([this, call, request, wait](const commands::QueryContext& context) {
        store::FeedReader feed(context.reader);
        if (textOf(call.request, "epoch") != feed.epoch())
            return answerTakeAnew(call);
        if (wait == 0 || feed.head().number != request.cursor)
            return giveChanges(call, request);
        m_feedWatch.wait(request.cursor, std::chrono::seconds(wait), [this, call, request] { giveChanges(call, request); });
    });
}

/// One change wakes everybody who waits for it, and most of them ask the same: it is read once.
void Service::giveChanges(const Call& call, const sync::PageRequest& request)
{
    const QByteArray same = sameness(request);
    {
        const std::lock_guard lock(m_askingMutex);
        std::vector<Call>& asking = m_asking[same];
        asking.push_back(call);
        if (asking.size() > 1)
            return;
    }
    answerTogether(same, request);
}

void Service::answerTogether(const QByteArray& same, const sync::PageRequest& request)
{
    m_readers.push([this, same, request](const commands::QueryContext& context) {
        std::vector<Call> asking;
        {
            const std::lock_guard lock(m_askingMutex); // whoever comes from here on may have to see more than is read now
            asking = m_asking.take(same);
        }
        const auto page = sync::changesText(context.reader, request);
        const domain::Status status = context.reader.status();
        for (const Call& call : asking) {
            if (!status)
                call.fail(status.error());
            else if (!page)
                answerTakeAnew(call);
            else
                call.answer(jsonAnswer(*page));
        }
    });
}

void Service::snapshot(const Call& call)
{
    m_readers.push([call, request = pageRequest(call)](const commands::QueryContext& context) {
        const auto page = sync::snapshotText(context.reader, request, textOf(call.request, "next"));
        if (const domain::Status status = context.reader.status(); !status)
            return call.fail(status.error());
        if (!page)
            return call.fail(error(ErrorCode::Invalid, message("sync.no_place")));
        call.answer(jsonAnswer(*page));
    });
}

} // namespace encore::api
