// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include "commands/audit/verifyworkspace.h"

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
