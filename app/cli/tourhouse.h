// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "housedesk.h"
#include "localserver.h"

#include "domain/project.h"

#include <QDir>

namespace encore::cli
{

/// The part of the tour that needs a server: two desks work without each other, and what they did comes together there.
class TourHouse
{
public:
    /// @p did is told of each step that went as it must.
    TourHouse(Cli& cli, const QDir& folder, std::function<void(const QString&)> did) : m_cli(cli), m_folder(folder), m_did(std::move(did)) { }

    /// @p workspace: a file that nobody has open; the server works on a copy of it.
    [[nodiscard]] domain::Status run(const QString& workspace);

private:
    struct Colleague {
        HouseDesk desk;
        std::unique_ptr<sync::Transport> transport;
    };
    [[nodiscard]] domain::Status startServer(const QString& workspace);
    [[nodiscard]] domain::Status letIn(Colleague& colleague, const QString& name);
    [[nodiscard]] domain::Status letBothIn();
    [[nodiscard]] domain::Status editBoth();
    [[nodiscard]] domain::Status decide();
    [[nodiscard]] domain::Status admitTwice();
    [[nodiscard]] domain::Status endServer();

    [[nodiscard]] domain::Result<sync::SyncState> meet(Colleague& colleague);
    [[nodiscard]] domain::Status meetInTurn(); ///< the second, after that the first again
    template<class Command>
    [[nodiscard]] domain::Status give(Colleague& colleague, const Command& command);
    [[nodiscard]] domain::Result<domain::Project> campaign(const Colleague& colleague) const;
    [[nodiscard]] domain::Status admit(Colleague& colleague, const char* gate, domain::TicketId ticket);
    [[nodiscard]] domain::Result<domain::TicketId> ticketOutside(const Colleague& colleague) const;

    Cli& m_cli;
    QDir m_folder;
    std::function<void(const QString&)> m_did;
    LocalServer m_server;
    QString m_house; ///< file of the server
    QString m_password;
    Colleague m_first;
    Colleague m_second;
    domain::ProjectId m_campaign;
};

/// What the tour says where something does not go as it must.
[[nodiscard]] domain::Error unexpectedOnTour(const QString& what);
/// A workspace's file and what SQLite keeps beside it.
void removeWorkspace(const QString& path);

} // namespace encore::cli
