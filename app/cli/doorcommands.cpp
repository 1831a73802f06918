// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorscan.h"

#include "commands/door/undoscan.h"
#include "commands/registry.h"

#include <algorithm>

namespace encore::cli
{

using commands::JsonDocument;
using commands::ScanInput;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

Result<std::map<domain::QuestionId, QString>> parseAnswers(const QString& text, domain::WorkspaceId workspace)
{
    const Result<JsonDocument> parsed = commands::parseJson(text.toUtf8());
    if (!parsed)
        return parsed.error();
    const auto answers = commands::decode<std::map<QString, QString>>(*parsed, {workspace});
    if (!answers)
        return answers.error();
    std::map<domain::QuestionId, QString> byId;
    for (const auto& [question, answer] : *answers)
        byId.emplace(domain::idForExternal<domain::QuestionId>(workspace, question), answer);
    return byId;
}

int scan(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments,
                          {option("gate", "G"), option("direction", "D"), option("at", "TIME"), option("device", "NAME"),
                           option("allow-unpaid"), option("people", "N"), option("answers", "JSON"), option("image"), option("stdin")});
    if (!options.ok())
        return WrongUsage;
    const QStringList positional = options.positional();
    if (!options.has("gate") || positional.isEmpty() == !options.has("stdin"))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("door scan --gate G (CODE… | --image FILE… | --stdin)")));
    ScanInput common;
    const QString direction = options.has("direction") ? options.value("direction") : QStringLiteral("entry");
    const auto parsedDirection = domain::enumFromText<domain::Direction>(direction);
    if (!parsedDirection)
        return cli.wrongUsage(message("cli.direction").with("text", direction.left(64)));
    common.direction = *parsedDirection;
    if (options.has("at")) {
        const Result<domain::Instant> at = domain::parseInstant(options.value("at"));
        if (!at)
            return cli.wrongUsage(at.error().message);
        common.at = *at;
    }
    if (options.has("people")) {
        bool isNumber = false;
        common.people = options.value("people").toInt(&isNumber);
        if (!isNumber || *common.people < 1)
            return cli.wrongUsage(message("cli.people").with("text", options.value("people").left(64)));
    }
    common.device = options.has("device") ? options.value("device") : QStringLiteral("encorectl");
    common.allowUnpaid = options.has("allow-unpaid");
    common.actor = owner();
    Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    if (options.has("answers")) {
        const auto answers = parseAnswers(options.value("answers"), desk->workspace->record().id);
        if (!answers)
            return cli.wrongUsage(answers.error().message);
        common.answers = *answers;
    }
    const Result<domain::GateId> gate = findGate(options.value("gate"), *desk->workspace, desk->workspace->reader());
    if (!gate)
        return cli.fail(gate.error());
    common.gateId = *gate;

    DoorScan door(cli, desk.value(), common);
    if (options.has("stdin"))
        DoorScan::standardInput([&](const QStringList& texts) { door.codes(texts); });
    else if (options.has("image"))
        std::for_each(positional.begin(), positional.end(), [&](const QString& file) { door.image(file); });
    else
        door.codes(positional);
    return door.worst();
}

int undo(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("reason", "TEXT"), option("device", "NAME"), option("at", "TIME")});
    if (!options.ok())
        return WrongUsage;
    const auto id = domain::uuidFromText(options.positional().value(0));
    if (options.positional().size() != 1 || !options.has("reason"))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("door undo SCAN_ID --reason TEXT")));
    if (!id)
        return cli.fail(error(ErrorCode::NotFound, message("undo.no_scan").with("scan", options.positional().first().left(64))));
    commands::UndoScan command;
    command.scanId = domain::ScanId(*id);
    command.reason = options.value("reason");
    commands::CommandRequest request = commands::makeRequest(command, owner());
    request.device = options.has("device") ? options.value("device") : QStringLiteral("encorectl");
    if (options.has("at")) {
        const Result<domain::Instant> at = domain::parseInstant(options.value("at"));
        if (!at)
            return cli.wrongUsage(at.error().message);
        request.occurredAt = *at;
    }
    const Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    const Result<commands::Outcome> outcome = desk->executor->run(request);
    if (!outcome)
        return cli.fail(outcome.error());
    cli.printJson(outcome->json);
    return Yes;
}

/// door status and door log: the same questions that the Door screen asks.
int ask(Cli& cli, const char* query, const QStringList& arguments, const QList<QCommandLineOption>& allowed)
{
    const Options options(cli, arguments, allowed);
    if (!options.ok())
        return WrongUsage;
    if (!options.positional().isEmpty())
        return cli.wrongUsage(message("cli.parse").with("reason", options.positional().first()));
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    JsonDocument filter(rapidjson::kObjectType);
    if (options.has("gate")) {
        const Result<domain::GateId> gate = findGate(options.value("gate"), **workspace, (*workspace)->reader());
        if (!gate)
            return cli.fail(gate.error());
        filter.AddMember("gate_id", commands::jsonString(gate->text(), filter.GetAllocator()), filter.GetAllocator());
    }
    if (options.has("limit")) {
        bool isNumber = false;
        const int limit = options.value("limit").toInt(&isNumber);
        if (!isNumber)
            return cli.wrongUsage(message("query.limit").with("most", 1000));
        filter.AddMember("limit", limit, filter.GetAllocator());
    }
    const auto rows = commands::findQuery(query)->ask(filter, {(*workspace)->record().id},
                                                      {(*workspace)->reader(), cli.clock().now(), false});
    if (!rows)
        return cli.fail(rows.error());
    for (const QByteArray& row : *rows)
        cli.printJson(row);
    return Yes;
}

} // namespace

int runDoor(Cli& cli, const QStringList& arguments)
{
    const QString verb = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (verb == u"scan")
        return scan(cli, rest);
    if (verb == u"undo")
        return undo(cli, rest);
    if (verb == u"status")
        return ask(cli, "DoorStatus", rest, {option("gate", "G")});
    if (verb == u"log")
        return ask(cli, "RecentScans", rest, {option("gate", "G"), option("limit", "N")});
    return cli.wrongUsage(message("cli.parse").with("reason", QString(QStringLiteral("door ") + verb)));
}

} // namespace encore::cli
