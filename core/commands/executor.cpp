// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/executor.h"

#include "commands/registry.h"
#include "store/unitofwork.h"

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

Result<Outcome> Executor::apply(const CommandRequest& request, store::UnitOfWork& work)
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

    store::LogEntry line;
    line.id = request.id.isNull() ? makeCommandId() : request.id;
    line.name = entry->name;
    line.schemaVersion = entry->schemaVersion;
    line.arguments = prepared->arguments;
    line.baseVersion = request.baseVersion;
    line.bodyHash = bodyHash(line.name, line.schemaVersion, line.arguments, line.baseVersion);
    if (const auto earlier = work.reader().logEntry(line.id)) {
        if (earlier->bodyHash != line.bodyHash)
            return error(ErrorCode::IdempotencyMismatch, message("command.mismatch").with("id", line.id.text()));
        return Outcome{line.id, earlier->sequence, true, earlier->outcome};
    }
    line.actor = request.actor.name;
    line.device = request.device.isEmpty() ? m_deskName : request.device;
    line.deviceSequence = request.deviceSequence ? *request.deviceSequence : work.nextDeviceSequence();
    line.occurredAt = request.occurredAt.value_or(m_clock.now());
    const Context context{line.id, workspace, line.occurredAt, request.actor, line.device, line.deviceSequence,
                          request.baseVersion};
    const Result<QByteArray> made = prepared->execute(context, work);
    if (const Status status = work.status(); !status)
        return status.error(); // before the command's own answer: it may have seen nothing because reading failed
    if (!made)
        return made.error();
    line.outcome = *made;
    work.appendLog(line);
    return Outcome{line.id, line.sequence, false, line.outcome};
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
