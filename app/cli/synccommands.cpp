// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "housedesk.h"
#include "secrets.h"

#include "sync/here.h"
#include "sync/httptransport.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QSysInfo>

namespace encore::cli
{

using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

struct StateRow {
    QString server;
    QString trouble;
    qint64 waiting = 0;
    qint64 acknowledged = 0;
    qint64 rejected = 0;
    qint64 conflicts = 0;
    std::optional<domain::Instant> provenAt;
    std::vector<QString> differing;
};

} // namespace

} // namespace encore::cli

namespace encore::commands
{

template<>
struct Descriptor<cli::StateRow> {
    static auto fields()
    {
        using S = cli::StateRow;
        return std::tuple(field("server", &S::server, ""), field("trouble", &S::trouble, ""), field("waiting", &S::waiting, ""),
                          field("acknowledged", &S::acknowledged, ""), field("rejected", &S::rejected, ""), field("conflicts", &S::conflicts, ""),
                          field("proven_at", &S::provenAt, ""), field("differing", &S::differing, ""));
    }
};

} // namespace encore::commands

namespace encore::cli
{

namespace
{

/// The desk's file: the one there is, or a new one by a code.
Result<Desk> openOrJoin(Cli& cli, const Options& options, sync::Transport& transport)
{
    if (QFileInfo::exists(cli.workspacePath()))
        return openDesk(cli);
    if (!options.has("code"))
        return domain::error(ErrorCode::Refused, message("sync.needs_code").with("file", cli.workspacePath()));
    auto secrets = openSecrets(cli);
    if (!secrets)
        return secrets.error();
    const QString name = options.has("name") ? options.value("name") : QSysInfo::machineHostName();
    const Result<sync::Joined> joined = waitForJoin([&](const sync::JoinAnswer& answer) { sync::join(transport, options.value("code"), name, answer); });
    if (!joined)
        return joined.error();
    if (const domain::Status kept = (*secrets)->write(sync::tokenName(joined->device), joined->token); !kept)
        return kept.error();
    {
        const auto made = sync::makeDesk(cli.workspacePath(), options.value("server"), *joined, cli.clock(), cli.random());
        if (!made)
            return made.error();
    }
    return openDesk(cli);
}

StateRow rowOf(const sync::SyncState& state, const QString& server, const Cli& cli)
{
    StateRow row;
    row.server = server;
    if (state.failure.trouble != sync::Trouble::None)
        row.trouble = cli.inWords(state.failure.reason);
    row.waiting = state.outbox.waiting;
    row.acknowledged = state.outbox.acknowledged;
    row.rejected = state.outbox.rejected;
    row.conflicts = state.outbox.conflicts;
    row.provenAt = state.provenAt;
    for (const QByteArray& table : state.differing)
        row.differing.push_back(QString::fromLatin1(table));
    return row;
}

void tell(Cli& cli, const StateRow& row)
{
    if (cli.json())
        cli.printJson(commands::encodeText(row));
    if (!row.trouble.isEmpty())
        cli.say(row.trouble);
    cli.say(cli.inWords(message("sync.counts").with("waiting", row.waiting + row.acknowledged).with("rejected", row.rejected).with("conflicts", row.conflicts)));
    if (row.provenAt)
        cli.say(cli.inWords(message("sync.proven").with("at", domain::wallClockText(*row.provenAt, domain::EventZone::utc()))));
}

int runStatus(Cli& cli)
{
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    sync::SyncState state;
    state.outbox = store::OutboxReader((*workspace)->reader()).counts();
    const sync::Position known = sync::position((*workspace)->reader());
    if (known.server.isEmpty()) {
        cli.say(cli.inWords(message("sync.alone")));
        return Yes;
    }
    const StateRow row = rowOf(state, known.server, cli);
    tell(cli, row);
    return row.waiting + row.acknowledged + row.rejected + row.conflicts == 0 ? Yes : No;
}

} // namespace

int runSync(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("server", "URL"), option("once"), option("code", "C"), option("name", "N"), option("authorities", "FILE")});
    if (!options.ok())
        return WrongUsage;
    if (options.positional() == QStringList{QStringLiteral("status")})
        return runStatus(cli);
    if (!options.positional().isEmpty() || !options.has("server") || !sync::isServerUrl(options.value("server")))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("sync --server URL")));
    sync::HttpTransport transport(options.value("server"), options.value("authorities"));
    Result<Desk> desk = openOrJoin(cli, options, transport);
    if (!desk)
        return cli.fail(desk.error());
    const sync::Position known = sync::position(desk->workspace->reader());
    if (known.server.isEmpty())
        return cli.fail(domain::error(ErrorCode::Refused, message("sync.not_a_desk").with("file", QFileInfo(cli.workspacePath()).fileName())));
    auto secrets = openSecrets(cli);
    if (!secrets)
        return cli.fail(secrets.error());
    const Result<QByteArray> token = (*secrets)->read(sync::tokenName(known.device));
    if (!token)
        return cli.fail(token.error());
    sync::LoopTimers timers;
    sync::LocalDeskWriter writer(*desk->executor, timers);
    sync::Engine engine({transport, writer, timers, cli.clock(), cli.random()}, known, *token);
    QEventLoop loop;
    const bool once = options.has("once");
    engine.onChange([&] {
        const bool isStuck = engine.state().failure.trouble != sync::Trouble::None || engine.state().isCopied;
        if (once && (isStuck || engine.isQuiet()))
            loop.quit();
    });
    engine.prove(); // whoever asks for it by hand wants to know
    engine.start();
    loop.exec();
    tell(cli, rowOf(engine.state(), known.server, cli));
    if (engine.state().failure.trouble != sync::Trouble::None)
        return Surroundings;
    return engine.state().outbox.rejected + engine.state().outbox.conflicts == 0 ? Yes : No;
}

} // namespace encore::cli
