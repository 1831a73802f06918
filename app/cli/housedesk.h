// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli.h"

#include "sync/engine.h"
#include "sync/join.h"

#include <QEventLoop>

namespace encore::cli
{

/// Waits for @p ask to be answered, with an event loop of its own.
template<class Answer>
[[nodiscard]] Answer waitFor(const std::function<void(const std::function<void(const Answer&)>&)>& ask)
{
    std::optional<Answer> given;
    QEventLoop loop;
    ask([&](const Answer& answer) {
        given = answer;
        loop.quit();
    });
    if (!given)
        loop.exec();
    return *given;
}
[[nodiscard]] domain::Result<sync::Joined> waitForJoin(const std::function<void(const sync::JoinAnswer&)>& ask);

/// A new desk in a file of its own, with its token in memory only.
struct HouseDesk {
    Desk desk;
    QByteArray token;
};
[[nodiscard]] domain::Result<HouseDesk> makeHouseDesk(Cli& cli, const QString& path, const QString& server, const QString& name,
                                                      const domain::Result<sync::Joined>& joined);

/// Sends what waits, takes what is new, and compares everything the desk sees. Unavailable where it does not get that far; what was
/// refused on the way stands in the state.
[[nodiscard]] domain::Result<sync::SyncState> syncUntilProven(Cli& cli, HouseDesk& desk, sync::Transport& transport);

} // namespace encore::cli
