// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "housedesk.h"
#include "secrets.h"

#include "store/adoption.h"
#include "store/commandlog.h"
#include "sync/adopt.h"
#include "sync/deskstore.h"
#include "sync/httptransport.h"

#include <QFileInfo>
#include <QSysInfo>
#include <QTemporaryDir>

#include <iostream>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// The server has the workspace, or had it already.
Status give(Cli& cli, store::Workspace& workspace, sync::Transport& transport, const QByteArray& token)
{
    const QTemporaryDir folder(cli.workspacePath() + QStringLiteral("-XXXXXX")); // beside it: there is room for one there
    sync::Adopted adopted;
    adopted.copy = folder.filePath(QStringLiteral("copy.encore"));
    adopted.workspace = workspace.record().id;
    workspace.reader().eachLogEntry([&](const store::LogEntry& entry) {
        adopted.logSequence = entry.sequence;
        adopted.head = entry.hash;
        return true;
    });
    if (const Status copied = store::copyInto(adopted.copy, workspace.reader()); !copied)
        return copied;
    const auto given = waitFor<Status>([&](const auto& answer) {
        sync::adopt(transport, token, adopted, [&cli](qint64 done, qint64 total) { cli.showProgress("adopt.progress", done, total); }, answer);
    });
    cli.endProgress();
    return given;
}

/// This file is a desk of the server from here on, for whoever signed in.
Status becomeDesk(Cli& cli, store::Workspace& workspace, store::SecretStore& secrets, const QString& server, const Result<sync::Joined>& joined)
{
    if (!joined)
        return joined.error();
    if (const Status kept = secrets.write(sync::tokenName(joined->device), joined->token); !kept)
        return kept;
    return workspace.becomeDesk({server, joined->device, joined->role, joined->actor}, cli.random());
}

} // namespace

int runAdopt(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("server", "URL"), option("email", "E"), option("name", "N"), option("authorities", "FILE")});
    if (!options.ok())
        return WrongUsage;
    const QString server = options.value("server");
    if (!options.positional().isEmpty() || !sync::isServerUrl(server))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("adopt --server URL --email E")));
    const Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    const auto done = [&] {
        cli.say(cli.inWords(message("adopt.done").with("url", server)));
        return Yes;
    };
    if (desk->workspace->part() == store::Part::Desk && sync::position(desk->workspace->reader()).server == server)
        return done();
    if (desk->workspace->part() != store::Part::Alone)
        return cli.fail(error(ErrorCode::Refused, message("adopt.not_alone")));
    if (!options.has("email"))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("adopt --server URL --email E")));
    std::string password;
    std::getline(std::cin, password);
    const auto secrets = openSecrets(cli);
    if (!secrets)
        return cli.fail(secrets.error());
    sync::HttpTransport transport(server, options.value("authorities"));
    transport.setLanguage(cli.language());
    const auto token = waitFor<Result<QByteArray>>([&](const auto& answer) { sync::logIn(transport, options.value("email"), QString::fromStdString(password), answer); });
    if (!token)
        return cli.fail(token.error());
    Status given = give(cli, *desk->workspace, transport, *token);
    if (given) {
        const QString name = options.has("name") ? options.value("name") : QSysInfo::machineHostName();
        given = becomeDesk(cli, *desk->workspace, **secrets, server, waitForJoin([&](const sync::JoinAnswer& answer) { sync::joinAs(transport, *token, name, answer); }));
    }
    return given ? done() : cli.fail(given.error());
}

} // namespace encore::cli
