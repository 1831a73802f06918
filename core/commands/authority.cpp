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
std::optional<Error> outOfOrder(const CommandRequest& request, store::PeopleReader& people, Batch& batch)
{
    const auto device = people.device(*request.deviceId);
    const qint64 expected = device ? device->lastSequence + 1 : 1;
    const qint64 sequence = *request.deviceSequence;
    const bool isBehindReused = batch.reusedNumber && sequence > *batch.reusedNumber;
    if (sequence > expected && !isBehindReused)
        return error(ErrorCode::Refused, message("sync.expected").with("expected", expected).with("sequence", sequence));
    if (sequence < expected) // another command had this number: two programs go by the same name
        batch.reusedNumber = std::min(batch.reusedNumber.value_or(sequence), sequence);
    if (sequence < expected || isBehindReused)
        return error(ErrorCode::Refused, message("sync.sequence_reused").with("sequence", sequence));
    return std::nullopt;
}

/// Whether it uses up a number of its device. Once for each device: a desk that was let in anew offers again, under its new name, what
/// may have been answered under its old one, and its numbers have to go on behind it.
bool isCountedNow(const CommandRequest& request, bool wasRefused, store::UnitOfWork& work)
{
    if (!request.deviceId || !request.deviceSequence)
        return false;
    const bool isKnown = wasRefused || work.reader().logEntry(request.id);
    return !isKnown || !store::FeedReader(work.reader()).isDelivered(*request.deviceId, *request.deviceSequence, request.id);
}

void countRefused(const CommandRequest& request, store::PeopleWriter& people, store::UnitOfWork& work)
{
    store::addDelivery(work, *request.deviceId, *request.deviceSequence, {request.id, store::FeedReader::refusedSequence});
    people.setLastSequence(*request.deviceId, *request.deviceSequence);
}

} // namespace

Result<Answered> answer(const CommandRequest& request, Executor& executor, store::UnitOfWork& work, Batch& batch)
{
    store::AnswerBook answers(work);
    const auto earlier = answers.rejection(request.id);
    if (earlier && earlier->bodyHash != sentHash(request))
        return Answered{error(ErrorCode::IdempotencyMismatch, message("command.mismatch").with("id", request.id.text()))};
    store::PeopleWriter people(work);
    const bool isCounted = isCountedNow(request, earlier.has_value(), work);
    if (isCounted) {
        if (const auto order = outOfOrder(request, people, batch))
            return Answered{*order};
    }
    if (earlier) {
        if (isCounted)
            countRefused(request, people, work);
        return Answered{earlier->error};
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
    if (isCounted && isRefused)
        countRefused(request, people, work);
    if (isCounted && outcome->ok()) {
        store::addDelivery(work, *request.deviceId, *request.deviceSequence, {request.id, (*outcome)->sequence});
        people.setLastSequence(*request.deviceId, *request.deviceSequence);
    }
    return Answered{*outcome};
}

} // namespace encore::commands
