// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/exchange.h"

#include "apirows.h"
#include "commands/registry.h"

#include <algorithm>

namespace encore::api
{

using commands::CommandRequest;
using commands::Outcome;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

Result<CommandRequest> requestOf(const CommandBody& body, const SignedIn& who)
{
    const auto id = domain::uuidFromText(body.id);
    if (!id || id->isNull())
        return error(ErrorCode::Invalid, message("cli.not_uuid").with("text", body.id));
    CommandRequest request;
    request.id = domain::CommandId(*id);
    request.name = body.name.toUtf8();
    if (const commands::CommandEntry* entry = commands::findCommand(request.name)) {
        request.schemaVersion = body.schemaVersion.value_or(entry->schemaVersion);
        if (entry->isObservation) // a pledge counts when it is received, whatever the clock of its sender says
            request.occurredAt = body.occurredAt;
    }
    request.arguments = body.arguments.text;
    request.baseVersion = body.baseVersion;
    request.actor = who.actor;
    request.deviceId = who.device;
    request.device = who.deviceName;
    request.deviceSequence = who.device ? body.deviceSeq : std::nullopt;
    return request;
}

ResultBody resultOf(const QString& id, const Result<Outcome>& outcome, domain::Language language)
{
    ResultBody result;
    result.id = id;
    if (outcome) {
        result.status = outcome->duplicate ? QStringLiteral("duplicate") : QStringLiteral("applied");
        result.outcome = commands::RawJson{outcome->json};
        return result;
    }
    const domain::Error& why = outcome.error();
    result.status = why.code == ErrorCode::Conflict              ? QStringLiteral("conflict")
        : why.code == ErrorCode::IdempotencyMismatch ? QStringLiteral("idempotency_mismatch")
                                                     : QStringLiteral("rejected");
    result.problem = ProblemBody{QString::fromLatin1(why.message.id), domain::words(why.message, language)};
    return result;
}

/// A device's commands as it counted them, whatever shuffled them on the way; the others stay where they are. Only the first of a copy's can
/// be known by its number: one behind it may have the number that the house waits for.
void orderByNumber(std::vector<Incoming>& incoming)
{
    std::vector<size_t> places;
    std::vector<Incoming> counted;
    for (size_t i = 0; i < incoming.size(); ++i) {
        if (incoming[i].request && incoming[i].request->deviceSequence) {
            places.push_back(i);
            counted.push_back(incoming[i]);
        }
    }
    std::stable_sort(counted.begin(), counted.end(), [](const Incoming& a, const Incoming& b) { return *a.request->deviceSequence < *b.request->deviceSequence; });
    for (size_t i = 0; i < places.size(); ++i)
        incoming[places[i]] = std::move(counted[i]);
}

} // namespace

Result<std::vector<Incoming>> readCommands(const QByteArray& body, const SignedIn& who)
{
    const Result<commands::JsonDocument> parsed = commands::parseJson(body);
    if (!parsed)
        return parsed.error();
    const Result<CommandsBody> sent = commands::decode<CommandsBody>(*parsed, {});
    if (!sent)
        return sent.error();
    std::vector<Incoming> incoming;
    incoming.reserve(sent->commands.size());
    for (const CommandBody& command : sent->commands)
        incoming.push_back({command.id, requestOf(command, who), incoming.size()});
    orderByNumber(incoming);
    return incoming;
}

QByteArray answersText(const std::vector<Outgoing>& answers, domain::Language language)
{
    ResultsBody body;
    body.results.reserve(answers.size());
    for (const Outgoing& answer : answers)
        body.results.push_back(resultOf(answer.id, answer.outcome, language));
    return commands::encodeText(body);
}

} // namespace encore::api
