// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include "commands/audit/verifyworkspace.h"
#include "commands/bundle/bundlefiles.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace encore::cli
{

using domain::message;
using domain::Result;

int runInit(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("name", "N"), option("currency", "C"), option("time-zone", "Z")});
    if (!options.ok())
        return WrongUsage;
    store::WorkspaceRecord record;
    record.id = domain::WorkspaceId(domain::makeUuidV7(cli.clock().now(), cli.random()));
    record.name = options.has("name") ? options.value("name") : QFileInfo(cli.workspacePath()).completeBaseName();
    record.currency = options.has("currency") ? options.value("currency") : QStringLiteral("KRW");
    static const QRegularExpression iso4217(QStringLiteral("\\A[A-Z]{3}\\z"));
    if (!iso4217.match(record.currency).hasMatch())
        return cli.wrongUsage(message("cli.currency").with("text", record.currency));
    const Result<domain::EventZone> zone
        = domain::EventZone::fromName(options.has("time-zone") ? options.value("time-zone") : QStringLiteral("Asia/Seoul"));
    if (!zone)
        return cli.wrongUsage(zone.error().message);
    record.zone = *zone;
    const auto workspace = store::Workspace::create(cli.workspacePath(), record, cli.clock(), cli.random());
    if (!workspace)
        return cli.fail(workspace.error());
    if (cli.json())
        cli.printJson("{\"workspace_id\":\"" + record.id.text().toLatin1() + "\"}");
    cli.say(cli.inWords(message("cli.init_done").with("file", cli.workspacePath())));
    return Yes;
}

namespace
{

/// With progress on a terminal, and the outcome in words or JSON.
int importWith(Cli& cli, const std::function<Result<commands::ImportedBundle>(Desk&, const commands::ImportProgress&)>& import)
{
    Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    const auto imported = import(desk.value(), [&cli](qint64 done, qint64 total) {
        cli.showProgress("cli.import_progress", done, total);
        return true;
    });
    cli.endProgress();
    if (!imported)
        return cli.fail(imported.error());
    if (cli.json())
        cli.printJson(imported->outcome.json);
    cli.say(cli.inWords(commands::wordsOf(imported->made)));
    return Yes;
}

} // namespace

int runImport(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("schema")});
    if (!options.ok())
        return WrongUsage;
    if (options.has("schema")) {
        cli.printJson(commands::bundleSchema());
        return Yes;
    }
    if (options.positional().size() != 1)
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("import FILE")));
    return importWith(cli, [&](Desk& desk, const commands::ImportProgress& progress) {
        return commands::importBundleFile(options.positional().first(), *desk.executor, owner(), progress);
    });
}

int runExport(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {});
    if (!options.ok())
        return WrongUsage;
    if (options.positional().size() != 1)
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("export FILE")));
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const QString path = options.positional().first();
    const domain::Status exported = commands::exportBundleFile((*workspace)->reader(), path, [&cli](qint64 done, qint64 total) {
        cli.showProgress("cli.export_progress", done, total);
        return true;
    });
    cli.endProgress();
    if (!exported)
        return cli.fail(exported.error());
    cli.say(cli.inWords(message("bundle.exported").with("file", path)));
    return Yes;
}

int runDemo(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("seed", "N"), option("scale", "S")});
    if (!options.ok())
        return WrongUsage;
    bool isNumber = true;
    const quint64 seed = options.has("seed") ? options.value("seed").toULongLong(&isNumber) : 1;
    if (!isNumber)
        return cli.wrongUsage(message("cli.seed").with("text", options.value("seed").left(64)));
    const auto scale = commands::demoScaleOf(options.has("scale") ? options.value("scale") : QStringLiteral("small"));
    if (!scale)
        return cli.wrongUsage(message("cli.scale").with("text", options.value("scale").left(64)));
    return importWith(cli, [&](Desk& desk, const commands::ImportProgress& progress) {
        return commands::fillDemo(seed, *scale, *desk.executor, owner(), progress);
    });
}

int runAudit(Cli& cli, const QStringList& arguments)
{
    if (arguments != QStringList{QStringLiteral("verify")})
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("audit verify")));
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const Result<commands::AuditReport> report = commands::verifyWorkspace((*workspace)->reader());
    if (!report)
        return cli.fail(report.error());
    for (const domain::Message& fault : report->faults)
        cli.complain(cli.inWords(fault));
    const bool proven = report->faults.empty();
    if (cli.json()) {
        cli.printJson("{\"proven\":" + QByteArray(proven ? "true" : "false") + ",\"log_entries\":" + QByteArray::number(report->logEntries)
                      + ",\"scans\":" + QByteArray::number(report->scans) + ",\"pledges\":" + QByteArray::number(report->pledges)
                      + ",\"ledger_entries\":" + QByteArray::number(report->ledgerEntries) + ",\"head\":\"" + report->head.toHex() + "\"}");
    }
    cli.say(cli.inWords(commands::wordsOf(*report)));
    return proven ? Yes : No;
}

} // namespace encore::cli
