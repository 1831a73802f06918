// SPDX-License-Identifier: GPL-3.0-or-later
// What a payee is owed: encorectl settlement show|export --project P.
#include "cli.h"

#include "commands/settlement/projectsettlement.h"

#include <QFile>

namespace encore::cli
{

using domain::message;
using domain::Result;
using report::Settlement;

namespace
{

int refuse(Cli& cli)
{
    return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("settlement show|export --project P [--until-seq N] --format json|csv [--out FILE]")));
}

void sayTotals(Cli& cli, const Settlement& settlement)
{
    const auto money = [&](qint64 minor) -> QString { return domain::plainText({minor, settlement.scope.currency}) + u' ' + settlement.scope.currency.code(); };
    const report::SettlementTotals& totals = settlement.totals;
    const std::pair<const char*, qint64> rows[] = {{"settlement.opening", settlement.opening},
                                                   {"settlement.gross", totals.gross},
                                                   {"settlement.platform_fee", -totals.platformFee.supply},
                                                   {"settlement.platform_vat", -totals.platformFee.vat},
                                                   {"settlement.provider_fee", -totals.providerFee.supply},
                                                   {"settlement.provider_vat", -totals.providerFee.vat},
                                                   {"settlement.payouts", -settlement.payouts},
                                                   {"settlement.closing", settlement.closing}};
    for (const auto& [id, amount] : rows)
        cli.say(cli.inWords(message(id)) + u'\t' + money(amount));
    cli.say(cli.inWords(message("settlement.proof").with("lines", qint64(settlement.lines.size())).with("sequence", settlement.untilSequence)
                            .with("hash", QString::fromLatin1(settlement.hash().toHex()))));
}

} // namespace

int runSettlement(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("project", "P"), option("until-seq", "N"), option("format", "F"), option("out", "FILE")});
    if (!options.ok())
        return WrongUsage;
    const QString what = options.positional().value(0);
    const Result<std::optional<qint64>> until = untilSequence(options);
    const bool isExport = what == QStringLiteral("export");
    const QString format = options.value("format");
    const bool isKnownFormat = isExport ? format == QStringLiteral("json") || format == QStringLiteral("csv") : !options.has("format");
    if (options.positional().size() != 1 || (!isExport && what != QStringLiteral("show")) || !options.has("project") || !isKnownFormat
        || (options.has("out") && !isExport))
        return refuse(cli);
    if (!until)
        return cli.wrongUsage(until.error().message);
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const auto project = domain::idForExternal<domain::ProjectId>((*workspace)->record().id, options.value("project"));
    const Result<Settlement> settlement = commands::projectSettlement((*workspace)->reader(), project, *until);
    if (!settlement)
        return cli.fail(settlement.error());
    if (!isExport && !cli.json()) {
        sayTotals(cli, *settlement);
        return Yes;
    }
    const QByteArray bytes = isExport && format == QStringLiteral("csv") ? report::settlementCsv(*settlement) : report::settlementJson(*settlement);
    if (options.has("out"))
        return writeFile(cli, options.value("out"), bytes);
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        return cli.fail(domain::error(domain::ErrorCode::Unavailable, message("file.unwritable").with("file", QStringLiteral("stdout")).with("reason", out.errorString())));
    return Yes;
}

} // namespace encore::cli
