// SPDX-License-Identifier: GPL-3.0-or-later
// Tables from spreadsheets: encorectl table rewards|dispatches|guests FILE.
#include "cli.h"

#include "commands/imports/tableimport.h"
#include "store/unitofwork.h"

namespace encore::cli
{

using commands::ImportKind;
using commands::ImportRow;
using commands::ImportTarget;
using commands::TableImport;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

void printRow(Cli& cli, const ImportRow& row)
{
    commands::JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    const auto text = [&](const QString& value) { return commands::jsonString(value, allocator); };
    commands::JsonValue changes(rapidjson::kArrayType);
    for (const commands::ImportChange& change : row.changes) {
        commands::JsonValue one(rapidjson::kObjectType);
        one.AddMember("column", text(change.column), allocator);
        one.AddMember("before", text(change.before), allocator);
        one.AddMember("after", text(change.after), allocator);
        changes.PushBack(one, allocator);
    }
    object.AddMember("line", row.line, allocator);
    object.AddMember("what", text(row.what), allocator);
    object.AddMember("new", row.isNew, allocator);
    object.AddMember("changes", changes, allocator);
    object.AddMember("fault", row.fault ? text(cli.inWords(*row.fault)) : commands::JsonValue(), allocator);
    cli.printJson(commands::jsonText(object));
}

void sayRow(Cli& cli, const ImportRow& row)
{
    QStringList changes;
    for (const commands::ImportChange& change : row.changes)
        changes << QString(change.column + QStringLiteral(": ") + change.before + (change.before.isEmpty() ? QString() : QStringLiteral(" → ")) + change.after);
    const QString what = QString::number(row.line) + QStringLiteral("\t") + row.what + QStringLiteral("\t");
    if (row.fault)
        cli.complain(cli.inWords(message("import.line_fault").with("line", row.line).with("fault", *row.fault)));
    else
        cli.say(what + (changes.isEmpty() ? cli.inWords(message("import.unchanged")) : changes.join(QStringLiteral(", "))));
}

int importTable(Cli& cli, const ImportTarget& target, const report::TableFile& table, bool isPreview)
{
    const auto desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    std::optional<Result<TableImport>> import;
    const Status previewed = desk->executor->runTogether({[&](store::UnitOfWork& work) -> Status {
        import = commands::previewImport(target, table, *desk->executor, work);
        return import->ok() ? domain::done() : Status(import->error());
    }}).front();
    if (!previewed)
        return cli.fail(previewed.error());
    const TableImport& rows = **import;
    for (const ImportRow& row : rows.rows)
        cli.json() ? printRow(cli, row) : sayRow(cli, row);
    for (const QString& title : rows.ignored)
        cli.complain(cli.inWords(message("import.ignored").with("column", title)));
    if (rows.faults() > 0)
        return cli.fail(error(ErrorCode::Refused, message("import.has_faults").with("count", rows.faults())));
    if (isPreview)
        return Yes;
    const Status imported = desk->executor->runTogether({[&](store::UnitOfWork& work) { return commands::runImport(rows, *desk->executor, work); }}).front();
    if (!imported)
        return cli.fail(imported.error());
    if (!cli.json())
        cli.say(cli.inWords(message("import.table_done").with("rows", rows.changingRows())));
    return Yes;
}

} // namespace

int runTable(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("project", "P"), option("offer", "O"), option("preview"), option("template")});
    if (!options.ok())
        return WrongUsage;
    const QStringList words = options.positional();
    const auto kind = words.isEmpty() ? std::nullopt : domain::enumFromText<ImportKind>(words.first());
    if (!kind || words.size() != (options.has("template") ? 1 : 2))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("table rewards|dispatches|guests FILE")));
    if (options.has("template")) {
        cli.say(QString::fromUtf8(commands::importTemplate(*kind, cli.language())).remove(QChar(0xFEFF)).trimmed());
        return Yes;
    }
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    ImportTarget target{*kind, {}, {}};
    const domain::WorkspaceId id = (*workspace)->record().id;
    if (options.has("project"))
        target.project = domain::idForExternal<domain::ProjectId>(id, options.value("project"));
    if (options.has("offer"))
        target.offer = domain::idForExternal<domain::OfferId>(id, options.value("offer"));
    const Result<report::TableFile> table = commands::readImportFile(words.last());
    if (!table)
        return cli.fail(table.error());
    return importTable(cli, target, *table, options.has("preview"));
}

} // namespace encore::cli
