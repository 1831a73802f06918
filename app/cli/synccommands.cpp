// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "housedesk.h"
#include "secrets.h"

#include "sync/here.h"
#include "sync/httptransport.h"
#include "sync/salvage.h"
#include "sync/sealedfile.h"

#include <QEventLoop>
#include <QFile>
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
    qint64 sealed = 0;
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
                          field("acknowledged", &S::acknowledged, ""), field("rejected", &S::rejected, ""), field("conflicts", &S::conflicts, ""), field("sealed", &S::sealed, ""),
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
    row.sealed = state.outbox.sealed;
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

/// What a desk's file and its secrets say of it.
struct Known {
    sync::Position position;
    QByteArray token;
};
Result<Known> knownOf(Cli& cli, const Desk& desk)
{
    Known known{sync::position(desk.workspace->reader()), {}};
    if (known.position.server.isEmpty())
        return domain::error(ErrorCode::Refused, message("sync.not_a_desk").with("file", QFileInfo(cli.workspacePath()).fileName()));
    auto secrets = openSecrets(cli);
    if (!secrets)
        return secrets.error();
    const Result<QByteArray> token = (*secrets)->read(sync::tokenName(known.position.device));
    if (!token)
        return token.error();
    known.token = *token;
    return known;
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
    if (state.outbox.sealed > 0)
        state.failure = {sync::Trouble::Revoked, sync::shutOutWords(state.outbox), 0};
    const StateRow row = rowOf(state, known.server, cli);
    tell(cli, row);
    return row.waiting + row.acknowledged + row.rejected + row.conflicts + row.sealed == 0 ? Yes : No;
}

/// At a desk that was shut out: the file that whoever may open it is handed.
int saveSealed(Cli& cli, const QString& path)
{
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const qint64 count = store::OutboxReader((*workspace)->reader()).counts().sealed;
    if (count == 0)
        return cli.fail(domain::error(ErrorCode::Refused, message("sync.nothing_sealed")));
    if (const int written = writeFile(cli, path, sync::sealedFile((*workspace)->reader())); written != Yes)
        return written;
    cli.say(cli.inWords(message("sync.sealed_saved").with("count", count).with("file", path)));
    return Yes;
}

/// At a supervisor's desk: what another desk had sealed comes into this one's queue, and with the next sync to the house.
int runUnseal(Cli& cli, const QString& path, const QString& authorities)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cli.fail(domain::error(ErrorCode::Unavailable, message("file.unreadable").with("file", path).with("reason", file.errorString())));
    const Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    const Result<Known> known = knownOf(cli, *desk);
    if (!known)
        return cli.fail(known.error());
    sync::HttpTransport transport(known->position.server, authorities);
    const auto saved = waitFor<Result<QByteArray>>([&](const auto& answer) { sync::unseal(transport, known->token, file.readAll(), answer); });
    if (!saved)
        return cli.fail(saved.error());
    store::UnitOfWork work(desk->workspace->reader(), cli.random());
    const Result<qint64> taken = sync::takeOverUnsealed(*saved, work);
    if (!taken)
        return cli.fail(taken.error());
    if (const domain::Status written = work.commit(); !written)
        return cli.fail(written.error());
    cli.say(cli.inWords(message("sync.unsealed").with("count", *taken)));
    return Yes;
}

} // namespace

int runSync(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("server", "URL"), option("once"), option("code", "C"), option("name", "N"), option("authorities", "FILE")});
    if (!options.ok())
        return WrongUsage;
    if (options.positional() == QStringList{QStringLiteral("status")})
        return runStatus(cli);
    if (options.positional().size() == 2 && options.positional().front() == u"sealed")
        return saveSealed(cli, options.positional().back());
    if (options.positional().size() == 2 && options.positional().front() == u"unseal")
        return runUnseal(cli, options.positional().back(), options.value("authorities"));
    if (!options.positional().isEmpty() || !options.has("server") || !sync::isServerUrl(options.value("server")))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("sync --server URL")));
    sync::HttpTransport transport(options.value("server"), options.value("authorities"));
    Result<Desk> desk = openOrJoin(cli, options, transport);
    if (!desk)
        return cli.fail(desk.error());
    const Result<Known> known = knownOf(cli, *desk);
    if (!known)
        return cli.fail(known.error());
    sync::LoopTimers timers;
    sync::LocalDeskWriter writer(*desk->executor, timers);
    sync::Engine engine({transport, writer, timers, cli.clock(), cli.random()}, known->position, known->token);
    QEventLoop loop;
    const bool once = options.has("once");
    engine.onChange([&] {
        const bool isStuck = engine.state().failure.trouble != sync::Trouble::None || engine.state().isCopied;
        if (once && !engine.state().isWiping && (isStuck || engine.isQuiet()))
            loop.quit();
    });
    engine.prove(); // whoever asks for it by hand wants to know
    engine.start();
    loop.exec();
    tell(cli, rowOf(engine.state(), known->position.server, cli));
    if (engine.state().failure.trouble != sync::Trouble::None)
        return Surroundings;
    return engine.state().outbox.rejected + engine.state().outbox.conflicts == 0 ? Yes : No;
}

} // namespace encore::cli
