// SPDX-License-Identifier: GPL-3.0-or-later
#include "housedesk.h"

#include "sync/here.h"

namespace encore::cli
{

using domain::Result;

Result<sync::Joined> waitForJoin(const std::function<void(const sync::JoinAnswer&)>& ask)
{
    return waitFor<Result<sync::Joined>>(ask);
}

Result<HouseDesk> makeHouseDesk(Cli& cli, const QString& path, const QString& server, const QString& name, const Result<sync::Joined>& joined)
{
    if (!joined)
        return joined.error();
    auto made = sync::makeDesk(path, server, *joined, cli.clock(), cli.random());
    if (!made)
        return made.error();
    HouseDesk desk;
    desk.token = joined->token;
    desk.desk.workspace = std::move(made).value();
    desk.desk.executor = std::make_unique<commands::Executor>(desk.desk.workspace->reader(), name, cli.clock(), cli.random());
    return desk;
}

Result<sync::SyncState> syncUntilProven(Cli& cli, HouseDesk& desk, sync::Transport& transport)
{
    sync::LoopTimers timers;
    sync::LocalDeskWriter writer(*desk.desk.executor, timers);
    sync::Engine engine({transport, writer, timers, cli.clock(), cli.random()}, sync::position(desk.desk.workspace->reader()), desk.token);
    QEventLoop loop;
    engine.onChange([&] {
        if (engine.state().failure.trouble != sync::Trouble::None || (engine.isQuiet() && engine.state().provenAt))
            loop.quit();
    });
    engine.prove();
    engine.start();
    loop.exec();
    transport.forgetAll();
    const sync::Failure& failure = engine.state().failure;
    if (failure.trouble != sync::Trouble::None)
        return domain::error(domain::ErrorCode::Unavailable, failure.reason);
    return engine.state();
}

} // namespace encore::cli
