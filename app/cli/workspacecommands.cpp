// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include "commands/audit/verifyworkspace.h"
#include "commands/bundle/bundleexport.h"
#include "commands/bundle/bundleimport.h"
#include "commands/demo/demobundle.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryFile>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
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

int importFrom(Cli& cli, Desk& desk, QIODevice& file)
{
    const auto staged = commands::stageBundle(file, desk.workspace->reader(), [&cli](qint64 done, qint64 total) {
        cli.showProgress("cli.import_progress", done, total);
        return true;
    });
    cli.endProgress();
    if (!staged)
        return cli.fail(staged.error());
    commands::ImportBundle command;
    command.fileSha256 = staged->fileSha256;
    command.fileSize = staged->fileSize;
    const Result<commands::Outcome> outcome = desk.executor->run(commands::makeRequest(command, owner()));
    if (!outcome)
        return cli.fail(outcome.error());
    if (cli.json())
        cli.printJson(outcome->json);
    const Result<commands::JsonDocument> made = commands::parseJson(outcome->json);
    domain::Message words = message("cli.import_done");
    for (const char* count : {"tickets", "orders", "gates", "performances", "scans"})
        words.with(count, made ? (*made)[count].GetInt64() : 0);
    cli.say(cli.inWords(words));
    return Yes;
}

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
    QFile file(options.positional().first());
    if (QFileInfo(file).isDir() || !file.open(QIODevice::ReadOnly))
        return cli.fail(error(ErrorCode::Unavailable, message("cli.unreadable").with("file", file.fileName()).with("reason", file.errorString())));
    Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    return importFrom(cli, desk.value(), file);
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
    // Half a bundle is none: the file appears when it is whole.
    QSaveFile file(options.positional().first());
    const auto unwritable = [&] {
        return cli.fail(error(ErrorCode::Unavailable, message("cli.unwritable").with("file", file.fileName()).with("reason", file.errorString())));
    };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable();
    const domain::Status exported = commands::exportBundle((*workspace)->reader(), file, [&cli](qint64 done, qint64 total) {
        cli.showProgress("cli.export_progress", done, total);
        return true;
    });
    cli.endProgress();
    if (!exported)
        return cli.fail(exported.error());
    if (!file.commit())
        return unwritable();
    cli.say(cli.inWords(message("cli.export_done").with("file", file.fileName())));
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
    const auto scale = demoScale(options.has("scale") ? options.value("scale") : QStringLiteral("small"));
    if (!scale)
        return cli.wrongUsage(message("cli.scale").with("text", options.value("scale").left(64)));
    Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    QTemporaryFile file;
    if (!file.open())
        return cli.fail(error(ErrorCode::Unavailable, message("demo.unwritable").with("reason", file.errorString())));
    if (const domain::Status written = commands::writeDemoBundle(file, seed, *scale, cli.clock().now()); !written)
        return cli.fail(written.error());
    file.seek(0);
    return importFrom(cli, desk.value(), file);
}

std::optional<commands::DemoScale> demoScale(const QString& text)
{
    if (text == u"small")
        return commands::DemoScale::Small;
    if (text == u"venue")
        return commands::DemoScale::Venue;
    if (text == u"festival")
        return commands::DemoScale::Festival;
    return std::nullopt;
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
                      + ",\"scans\":" + QByteArray::number(report->scans) + ",\"head\":\"" + report->head.toHex() + "\"}");
    }
    cli.say(cli.inWords(message(proven ? "cli.proven" : "cli.not_proven")
                            .with("entries", report->logEntries)
                            .with("scans", report->scans)
                            .with("head", QString::fromLatin1(report->head.toHex().left(16)))));
    return proven ? Yes : No;
}

} // namespace encore::cli
