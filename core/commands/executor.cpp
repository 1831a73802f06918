// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/executor.h"

#include "commands/bundle/bundleimport.h"
#include "commands/registry.h"
#include "store/fieldversions.h"
#include "store/outbox.h"

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

QByteArray bodyHash(const QByteArray& name, int schemaVersion, const QByteArray& arguments, const std::optional<qint64>& baseVersion)
{
    JsonDocument body(rapidjson::kObjectType);
    auto& allocator = body.GetAllocator();
    body.AddMember("name", jsonString(QString::fromLatin1(name), allocator), allocator);
    body.AddMember("schema_version", schemaVersion, allocator);
    body.AddMember("arguments", encode(RawJson{arguments}, allocator), allocator);
    body.AddMember("base_version", baseVersion ? JsonValue(int64_t(*baseVersion)) : JsonValue(), allocator);
    return domain::sha256(deterministicCbor(body));
}

Executor::Executor(store::Reader& writer, QString deskName, const domain::Clock& clock, domain::RandomSource& random) :
    m_writer(writer), m_deskName(std::move(deskName)), m_clock(clock), m_random(random)
{
}

domain::CommandId Executor::makeCommandId()
{
    return domain::CommandId(domain::makeUuidV7(m_clock.now(), m_random));
}

Result<Outcome> Executor::run(const CommandRequest& request)
{
    std::optional<Result<Outcome>> outcome;
    const Status status = runAlone([&](store::UnitOfWork& work) -> Status {
        outcome = apply(request, work);
        if (!outcome->ok())
            return outcome->error();
        return domain::done();
    });
    if (!status)
        return status.error();
    return *outcome;
}

namespace
{

/// What a desk's own device is called where the authority counts its commands.
QString deviceIdOf(const CommandRequest& request, store::UnitOfWork& work)
{
    if (request.deviceId)
        return request.deviceId->text();
    return work.part() == store::Part::Desk ? work.reader().deskValue(QStringLiteral("device_id")) : QString();
}

/// Refuses what somebody else changed behind the version that this was made on; one's own earlier changes are known to oneself.
Status checkBase(const Edit& edit, qint64 base, const QString& device, store::UnitOfWork& work)
{
    store::FieldVersions versions(work);
    for (const store::FieldVersions::Change& change : versions.behind(edit.entity, base)) {
        if (!device.isEmpty() && change.device == device)
            continue;
        if (change.field.isEmpty())
            return error(ErrorCode::Conflict, message("edit.deleted_elsewhere"));
        if (edit.fields.empty() || std::find(edit.fields.begin(), edit.fields.end(), change.field) != edit.fields.end())
            return error(ErrorCode::Conflict, message("edit.elsewhere").with("field", change.field));
    }
    return domain::done();
}

void noteEdit(const Edit& edit, const QString& device, store::UnitOfWork& work)
{
    store::FieldVersions versions(work);
    if (edit.fields.empty())
        versions.note(edit.entity, {}, device);
    for (const QString& field : edit.fields)
        versions.note(edit.entity, field, device);
}

/// At a desk nobody may more than the house lets the desk, and the log calls them as the house does.
Actor actorHere(const Actor& asked, store::Reader& reader)
{
    const Role role = domain::enumFromText<Role>(reader.deskValue(QStringLiteral("role"))).value_or(Role::Door);
    const bool keepsTheirs = asked.role != Role::Admin && role != Role::Door;
    return {keepsTheirs ? asked.role : role, reader.deskValue(QStringLiteral("actor"))};
}

/// The version that a change was made on, as the authority counts: a desk's own pending changes have no number there yet.
std::optional<qint64> baseOf(const CommandRequest& request, const PreparedCommand& prepared, store::UnitOfWork& work)
{
    if (work.part() != store::Part::Desk || !prepared.edit)
        return request.baseVersion;
    const qint64 confirmed = work.reader().deskValue(QStringLiteral("confirmed_sequence")).toLongLong();
    return std::min(request.baseVersion.value_or(confirmed), confirmed);
}

} // namespace

/// A command that took effect within a unit.
struct Executor::Done {
    Outcome outcome;
    store::LogEntry line;
    size_t mark = 0; ///< where its changes begin
};

Result<Executor::Done> Executor::carryOut(const CommandRequest& request, store::UnitOfWork& work)
{
    const CommandEntry* entry = findCommand(request.name);
    if (!entry)
        return error(ErrorCode::NotFound, message("command.unknown").with("name", QString::fromUtf8(request.name.left(64))));
    if (request.schemaVersion != entry->schemaVersion) {
        return error(ErrorCode::NewerSchema,
                     message("command.schema").with("name", QLatin1String(entry->name)).with("theirs", request.schemaVersion));
    }
    if (!hasRight(request.actor.role, entry->right))
        return error(ErrorCode::Forbidden, message("command.forbidden").with("name", QLatin1String(entry->name)));
    const Result<JsonDocument> arguments = parseJson(request.arguments);
    if (!arguments)
        return arguments.error();
    const domain::WorkspaceId workspace = work.reader().catalogue().workspaceId;
    const Result<PreparedCommand> prepared = entry->prepare(*arguments, {workspace});
    if (!prepared)
        return prepared.error();

    Done done;
    done.mark = work.changeMark();
    store::LogEntry& line = done.line;
    line.id = request.id.isNull() ? makeCommandId() : request.id;
    line.name = entry->name;
    line.schemaVersion = entry->schemaVersion;
    line.arguments = prepared->arguments;
    line.baseVersion = baseOf(request, *prepared, work);
    line.bodyHash = bodyHash(line.name, line.schemaVersion, line.arguments, line.baseVersion);
    if (const auto earlier = work.reader().logEntry(line.id)) {
        if (earlier->bodyHash != line.bodyHash)
            return error(ErrorCode::IdempotencyMismatch, message("command.mismatch").with("id", line.id.text()));
        done.outcome = {line.id, earlier->sequence, true, earlier->outcome};
        return done;
    }
    const QString deviceId = deviceIdOf(request, work);
    if (prepared->edit && line.baseVersion) {
        if (const Status untouched = checkBase(*prepared->edit, *line.baseVersion, deviceId, work); !untouched)
            return untouched.error();
    }
    line.actor = request.actor.name;
    line.device = request.device.isEmpty() ? m_deskName : request.device;
    line.deviceSequence = request.deviceSequence ? *request.deviceSequence : work.nextDeviceSequence();
    line.occurredAt = request.occurredAt.value_or(m_clock.now());
    const Context context{line.id, workspace, line.occurredAt, request.actor, line.device, line.deviceSequence, line.baseVersion};
    const Result<QByteArray> made = prepared->execute(context, work);
    if (const Status status = work.status(); !status)
        return status.error(); // before the command's own answer: it may have seen nothing because reading failed
    if (!made)
        return made.error();
    if (prepared->edit)
        noteEdit(*prepared->edit, deviceId, work);
    line.outcome = *made;
    work.appendLog(line);
    done.outcome = {line.id, line.sequence, false, line.outcome};
    return done;
}

namespace
{

/// A command that this desk knows: it may not see the log's line of what the house has confirmed, and still does it once only.
Result<Outcome> doneHere(const store::OutboxItem& item, const CommandRequest& request, store::UnitOfWork& work)
{
    const CommandEntry* entry = findCommand(request.name);
    const Result<JsonDocument> arguments = parseJson(request.arguments);
    if (!arguments)
        return arguments.error();
    const auto prepared = entry ? entry->prepare(*arguments, {work.reader().catalogue().workspaceId}) : Result<PreparedCommand>(PreparedCommand{});
    if (!prepared)
        return prepared.error();
    if (item.name != request.name || item.schemaVersion != request.schemaVersion || prepared->arguments != item.arguments)
        return error(ErrorCode::IdempotencyMismatch, message("command.mismatch").with("id", item.id.text()));
    using enum store::OutboxState;
    if (item.state == Rejected || item.state == Conflict || item.state == Settled) {
        const Result<JsonDocument> answer = parseJson(item.answer);
        const bool isProblem = answer && answer->IsObject() && answer->HasMember("detail") && (*answer)["detail"].IsString();
        return error(ErrorCode::Refused, message("sync.refused").with("reason", isProblem ? jsonString((*answer)["detail"]) : QString()));
    }
    const auto line = work.reader().logEntry(item.id);
    return Outcome{item.id, line ? line->sequence : item.logSequence.value_or(0), true, item.outcome.isEmpty() ? QByteArray("{}") : item.outcome};
}

} // namespace

Result<Outcome> Executor::apply(const CommandRequest& asked, store::UnitOfWork& work)
{
    const bool isDesk = work.part() == store::Part::Desk;
    CommandRequest request = asked;
    if (isDesk) {
        const auto known = request.id.isNull() ? std::nullopt : store::OutboxWriter(work).item(request.id);
        if (known)
            return doneHere(*known, request, work);
        request.actor = actorHere(asked.actor, work.reader());
        if (request.name == ImportBundle::name)
            return error(ErrorCode::Refused, message("sync.import_elsewhere"));
        if (const CommandEntry* entry = findCommand(request.name); entry && entry->right == Right::ManagePeople)
            return error(ErrorCode::Refused, message("sync.people_elsewhere")); // who may do what is not kept at desks
        work.keepBeforeImages();
    }
    const Result<Done> done = carryOut(request, work);
    if (!done)
        return done.error();
    if (isDesk && !done->outcome.duplicate) {
        store::OutboxItem item;
        item.deviceSequence = done->line.deviceSequence;
        item.id = done->line.id;
        item.name = done->line.name;
        item.schemaVersion = done->line.schemaVersion;
        item.arguments = done->line.arguments;
        item.baseVersion = done->line.baseVersion;
        item.occurredAt = done->line.occurredAt;
        item.role = request.actor.role;
        item.actor = request.actor.name;
        item.beforeImages = work.beforeImages(done->mark);
        item.firstImages = item.beforeImages;
        item.outcome = done->outcome.json;
        store::OutboxWriter(work).add(item);
    }
    return done->outcome;
}

Result<QByteArray> Executor::applyAgain(const store::OutboxItem& item, store::UnitOfWork& work)
{
    CommandRequest request;
    request.id = item.id;
    request.name = item.name;
    request.schemaVersion = item.schemaVersion;
    request.arguments = item.arguments;
    request.baseVersion = item.baseVersion;
    request.occurredAt = item.occurredAt;
    request.actor = {item.role, item.actor};
    request.deviceSequence = item.deviceSequence;
    const Result<Done> done = carryOut(request, work);
    if (!done)
        return done.error();
    return work.beforeImages(done->mark);
}

Status Executor::runAlone(const Step& step)
{
    m_writer.database().forgetFailure();
    store::UnitOfWork work(m_writer, m_random);
    if (const Status status = work.status(); !status)
        return status;
    if (const Status status = step(work); !status)
        return status;
    return work.commit();
}

std::vector<Status> Executor::runTogether(const std::vector<Step>& steps)
{
    const Status together = runAlone([&](store::UnitOfWork& work) -> Status {
        for (const Step& step : steps) {
            if (const Status status = step(work); !status)
                return status;
        }
        return domain::done();
    });
    if (together)
        return std::vector<Status>(steps.size(), domain::done());
    if (steps.size() == 1)
        return {together};
    std::vector<Status> answers;
    answers.reserve(steps.size());
    std::transform(steps.begin(), steps.end(), std::back_inserter(answers), [this](const Step& step) { return runAlone(step); });
    return answers;
}

} // namespace encore::commands
