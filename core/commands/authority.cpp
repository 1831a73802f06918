// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/authority.h"

#include "store/answers.h"
#include "store/feed.h"
#include "store/people.h"

#include <QCborStreamWriter>

namespace encore::commands
{

using domain::error;
using domain::Error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

/// Whether asking again would be pointless: the command itself was refused, not the moment.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::Invalid || code == ErrorCode::NotFound || code == ErrorCode::Refused || code == ErrorCode::Forbidden
        || code == ErrorCode::Conflict;
}

/// As it was sent: the arguments of what is refused may be anything, fractions too, which canonical ones never have.
QByteArray sentHash(const CommandRequest& request)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(4);
    writer.append(request.name);
    writer.append(request.schemaVersion);
    writer.append(request.arguments);
    if (request.baseVersion)
        writer.append(*request.baseVersion);
    else
        writer.append(nullptr);
    writer.endArray();
    return domain::sha256(bytes);
}

/// Why a command of a device cannot be taken yet, or any more.
std::optional<Error> outOfOrder(const CommandRequest& request, store::PeopleReader& people)
{
    const auto device = people.device(*request.deviceId);
    const qint64 expected = device ? device->lastSequence + 1 : 1;
    if (*request.deviceSequence > expected)
        return error(ErrorCode::Refused, message("sync.expected").with("expected", expected).with("sequence", *request.deviceSequence));
    if (*request.deviceSequence < expected) // another command had this number: two programs go by the same name
        return error(ErrorCode::Refused, message("sync.sequence_reused").with("sequence", *request.deviceSequence));
    return std::nullopt;
}

} // namespace

Result<Answered> answer(const CommandRequest& request, Executor& executor, store::UnitOfWork& work)
{
    store::AnswerBook answers(work);
    if (const auto earlier = answers.rejection(request.id)) {
        if (earlier->bodyHash != sentHash(request))
            return Answered{error(ErrorCode::IdempotencyMismatch, message("command.mismatch").with("id", request.id.text()))};
        return Answered{earlier->error};
    }
    store::PeopleWriter people(work);
    const bool isCounted = request.deviceId && request.deviceSequence && !work.reader().logEntry(request.id);
    if (isCounted) {
        if (const auto order = outOfOrder(request, people))
            return Answered{*order};
    }
    std::optional<Result<Outcome>> outcome;
    {
        store::UnitOfWork::Attempt attempt(work);
        outcome = executor.apply(request, work);
        if (outcome->ok())
            attempt.keep();
    }
    if (const domain::Status status = work.status(); !status)
        return status.error();
    const bool isRefused = !outcome->ok() && isFinal(outcome->error().code);
    if (isRefused)
        answers.add({request.id, sentHash(request), outcome->error(), executor.clock().now()});
    if (isCounted && outcome->ok())
        store::addDelivery(work, *request.deviceId, *request.deviceSequence, {request.id, (*outcome)->sequence});
    if (isCounted && (outcome->ok() || isRefused))
        people.setLastSequence(*request.deviceId, *request.deviceSequence);
    return Answered{*outcome};
}

} // namespace encore::commands
