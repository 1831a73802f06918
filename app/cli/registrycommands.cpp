// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include "commands/registry.h"

#include <QFile>

namespace encore::cli
{

using commands::JsonDocument;
using commands::jsonString;
using commands::JsonValue;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

/// The value of --args: JSON, or @FILE with JSON in it; absent: {}.
Result<QByteArray> argumentsText(const Options& options)
{
    if (!options.has("args"))
        return QByteArray("{}");
    const QString text = options.value("args");
    if (!text.startsWith(u'@'))
        return text.toUtf8();
    QFile file(text.mid(1));
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorCode::Unavailable, message("file.unreadable").with("file", text.mid(1)).with("reason", file.errorString()));
    return file.readAll();
}

template<class Entry>
void addCommon(JsonValue& object, const Entry& entry, JsonDocument::AllocatorType& allocator)
{
    object.AddMember("name", jsonString(QString::fromLatin1(entry.name), allocator), allocator);
    object.AddMember("summary", jsonString(QString::fromUtf8(entry.summary), allocator), allocator);
    object.AddMember("arguments", entry.argumentsSchema(allocator), allocator);
}

QByteArray describe(const commands::CommandEntry& entry)
{
    JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    addCommon(object, entry, allocator);
    object.AddMember("schema_version", entry.schemaVersion, allocator);
    object.AddMember("right", jsonString(commands::rightText(entry.right), allocator), allocator);
    object.AddMember("outcome", entry.madeSchema(allocator), allocator);
    return commands::jsonText(object);
}

QByteArray describe(const commands::QueryEntry& entry)
{
    JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    addCommon(object, entry, allocator);
    object.AddMember("row", entry.rowSchema(allocator), allocator);
    return commands::jsonText(object);
}

template<class Entries>
int list(Cli& cli, const QStringList& arguments, const Entries& entries, const char* unknown)
{
    if (arguments.size() > 1)
        return cli.wrongUsage(message("cli.parse").with("reason", arguments.at(1)));
    bool any = false;
    for (const auto& entry : entries) {
        if (!arguments.isEmpty() && arguments.first() != QLatin1StringView(entry.name))
            continue;
        any = true;
        if (cli.json() || !arguments.isEmpty())
            cli.printJson(describe(entry));
        else
            cli.say(QString::fromLatin1(entry.name).leftJustified(20) + QString::fromUtf8(entry.summary));
    }
    return any ? Yes : cli.fail(error(ErrorCode::NotFound, message(unknown).with("name", arguments.first().left(64))));
}

QByteArray outcomeJson(const commands::Outcome& outcome)
{
    return "{\"id\":\"" + outcome.commandId.text().toLatin1() + "\",\"status\":\"" + (outcome.duplicate ? "duplicate" : "applied")
        + "\",\"sequence\":" + QByteArray::number(outcome.sequence) + ",\"outcome\":" + outcome.json + "}";
}

QByteArray problemJson(const Cli& cli, const domain::Error& problem)
{
    JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    const bool mismatch = problem.code == ErrorCode::IdempotencyMismatch;
    object.AddMember("status", JsonValue(rapidjson::StringRef(mismatch ? "idempotency_mismatch" : "rejected")), allocator);
    JsonValue inner(rapidjson::kObjectType);
    inner.AddMember("code", jsonString(QString::fromLatin1(problem.message.id), allocator), allocator);
    inner.AddMember("detail", jsonString(cli.inWords(problem.message), allocator), allocator);
    object.AddMember("problem", inner, allocator);
    return commands::jsonText(object);
}

} // namespace

int runCommands(Cli& cli, const QStringList& arguments)
{
    return list(cli, arguments, commands::allCommands(), "command.unknown");
}

int runQueries(Cli& cli, const QStringList& arguments)
{
    return list(cli, arguments, commands::allQueries(), "query.unknown");
}

int runRun(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("args", "JSON"), option("id", "UUID"), option("at", "TIME")});
    if (!options.ok())
        return WrongUsage;
    if (options.positional().size() != 1)
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("run NAME --args JSON")));
    const Result<QByteArray> text = argumentsText(options);
    if (!text)
        return cli.fail(text.error());
    commands::CommandRequest request;
    request.name = options.positional().first().toUtf8();
    request.arguments = *text;
    request.actor = owner();
    if (const commands::CommandEntry* entry = commands::findCommand(request.name))
        request.schemaVersion = entry->schemaVersion;
    if (options.has("id")) {
        const auto id = domain::uuidFromText(options.value("id"));
        if (!id)
            return cli.wrongUsage(message("cli.not_uuid").with("text", options.value("id").left(64)));
        request.id = domain::CommandId(*id);
    }
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
    if (!outcome) {
        if (cli.json())
            cli.printJson(problemJson(cli, outcome.error()));
        return cli.fail(outcome.error());
    }
    cli.printJson(outcomeJson(*outcome));
    return Yes;
}

int runQuery(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("args", "JSON")});
    if (!options.ok())
        return WrongUsage;
    if (options.positional().size() != 1)
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("query NAME --args JSON")));
    const commands::QueryEntry* entry = commands::findQuery(options.positional().first().toUtf8());
    if (!entry)
        return cli.fail(error(ErrorCode::NotFound, message("query.unknown").with("name", options.positional().first().left(64))));
    const Result<QByteArray> text = argumentsText(options);
    if (!text)
        return cli.fail(text.error());
    const Result<JsonDocument> parsed = commands::parseJson(*text);
    if (!parsed)
        return cli.fail(parsed.error());
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const auto rows = entry->ask(*parsed, {(*workspace)->record().id}, {(*workspace)->reader(), cli.clock().now(), false});
    if (!rows)
        return cli.fail(rows.error());
    for (const QByteArray& row : *rows)
        cli.printJson(row);
    return Yes;
}

} // namespace encore::cli
