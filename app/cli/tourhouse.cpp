// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourhouse.h"

#include "commands/audit/verifyworkspace.h"
#include "commands/door/checkin.h"
#include "commands/door/findings.h"
#include "commands/projects/createproject.h"
#include "commands/projects/projectqueries.h"
#include "sync/httptransport.h"
#include "sync/resolve.h"

#include <QFile>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

domain::Error unexpectedOnTour(const QString& what)
{
    return error(ErrorCode::Refused, message("tour.unexpected").with("what", what));
}

void removeWorkspace(const QString& path)
{
    for (const char* suffix : {"", "-wal", "-shm", ".lock"})
        QFile::remove(path + QLatin1StringView(suffix));
}

Status TourHouse::run(const QString& workspace)
{
    if (const Status started = startServer(workspace); !started)
        return started;
    using Step = Status (TourHouse::*)();
    for (const Step step : {&TourHouse::letBothIn, &TourHouse::editBoth, &TourHouse::decide, &TourHouse::admitTwice, &TourHouse::endServer}) {
        if (const Status done = (this->*step)(); !done)
            return done;
    }
    return domain::done();
}

Status TourHouse::startServer(const QString& workspace)
{
    m_house = m_folder.filePath(QStringLiteral("house.encore"));
    removeWorkspace(m_house);
    if (!QFile::copy(workspace, m_house))
        return error(ErrorCode::Unavailable, message("file.unwritable").with("file", m_house).with("reason", QString()));
    const QString database = QString(QStringLiteral("sqlite:") + m_house);
    m_password = QString::fromLatin1(m_cli.random().bytes(16).toHex());
    const QStringList admin{QStringLiteral("create-admin"), QStringLiteral("--email"), QStringLiteral("tour@example.org"), QStringLiteral("--database"), database};
    if (const auto made = runServer(admin, m_password.toUtf8() + '\n'); !made)
        return made.error();
    if (const Status started = m_server.start(database); !started)
        return started;
    m_did(m_cli.inWords(message("tour.server").with("url", m_server.url())));
    return domain::done();
}

Status TourHouse::letIn(Colleague& colleague, const QString& name)
{
    const QString path = m_folder.filePath(name + QStringLiteral(".encore"));
    removeWorkspace(path);
    colleague.transport = std::make_unique<sync::HttpTransport>(m_server.url());
    auto made = makeHouseDesk(m_cli, path, m_server.url(), name, waitForJoin([&](const sync::JoinAnswer& answer) {
        sync::signIn(*colleague.transport, QStringLiteral("tour@example.org"), m_password, name, answer);
    }));
    if (!made)
        return made.error();
    colleague.desk = std::move(made).value();
    const auto met = meet(colleague);
    return met ? domain::done() : Status(met.error());
}

Status TourHouse::letBothIn()
{
    for (const auto& [colleague, name] : {std::pair(&m_first, "desk1"), std::pair(&m_second, "desk2")}) {
        if (const Status in = letIn(*colleague, QString::fromLatin1(name)); !in)
            return in;
    }
    m_did(m_cli.inWords(message("tour.desks").with("tickets", m_second.desk.desk.workspace->reader().ticketCount())));
    return domain::done();
}

Result<sync::SyncState> TourHouse::meet(Colleague& colleague)
{
    return syncUntilProven(m_cli, colleague.desk, *colleague.transport);
}

Status TourHouse::meetInTurn()
{
    for (Colleague* colleague : {&m_second, &m_first}) {
        if (const auto met = meet(*colleague); !met)
            return met.error();
    }
    return domain::done();
}

template<class Command>
Status TourHouse::give(Colleague& colleague, const Command& command)
{
    const auto done = colleague.desk.desk.executor->run(commands::makeRequest(command, owner()));
    return done ? domain::done() : Status(done.error());
}

Result<domain::Project> TourHouse::campaign(const Colleague& colleague) const
{
    const auto rows = commands::ProjectDetails{m_campaign}.ask({colleague.desk.desk.workspace->reader(), m_cli.clock().now(), false});
    if (!rows)
        return rows.error();
    return rows->front().project;
}

/// Both without the server: one field each of their own, and one that both want.
Status TourHouse::editBoth()
{
    commands::CreateProject create;
    create.label = QStringLiteral("tour-together");
    create.title = QStringLiteral("둘이서 Together");
    if (const Status made = give(m_first, create); !made)
        return made;
    m_campaign = domain::idForExternal<domain::ProjectId>(m_first.desk.desk.workspace->record().id, create.label);
    for (Colleague* colleague : {&m_first, &m_second}) {
        if (const auto met = meet(*colleague); !met)
            return met.error();
    }
    commands::EditProject title;
    title.projectId = m_campaign;
    title.title = QStringLiteral("둘이서 한 무대에 Together on one stage");
    commands::EditProject venue;
    venue.projectId = m_campaign;
    venue.venue = QStringLiteral("한강 홀 Hangang Hall");
    commands::EditProject summary;
    summary.projectId = m_campaign;
    summary.shortText = QStringLiteral("desk 1");
    commands::EditProject other = summary;
    other.shortText = QStringLiteral("desk 2");
    for (const Status& given : {give(m_first, title), give(m_second, venue), give(m_first, summary), give(m_second, other)}) {
        if (!given)
            return given;
    }
    if (const auto met = meet(m_first); !met)
        return met.error();
    if (const Status met = meetInTurn(); !met)
        return met;
    for (const Colleague* colleague : {&m_first, &m_second}) {
        const auto now = campaign(*colleague);
        if (!now)
            return now.error();
        if (now->title != *title.title || now->venue != *venue.venue || now->summary != *summary.shortText)
            return unexpectedOnTour(QStringLiteral("the edits of two desks were not merged"));
    }
    m_did(m_cli.inWords(message("tour.merged").with("title", *title.title).with("venue", *venue.venue)));
    return domain::done();
}

/// The second desk's words for the field that both wanted.
Status TourHouse::decide()
{
    const auto open = store::OutboxReader(m_second.desk.desk.workspace->reader()).open(10);
    if (open.size() != 1 || open.front().state != store::OutboxState::Conflict)
        return unexpectedOnTour(QStringLiteral("no conflict about the field that both edited"));
    commands::Executor& executor = *m_second.desk.desk.executor;
    const auto solved = executor.runTogether({[&](store::UnitOfWork& work) -> Status {
        return sync::solve(open.front().id, {true, {QStringLiteral("summary")}}, executor, work);
    }});
    if (!solved.front())
        return solved.front();
    if (const Status met = meetInTurn(); !met)
        return met;
    const auto now = campaign(m_first);
    if (!now)
        return now.error();
    if (now->summary != u"desk 2")
        return unexpectedOnTour(QStringLiteral("what was decided did not arrive"));
    m_did(m_cli.inWords(message("tour.decided")));
    return domain::done();
}

Result<domain::TicketId> TourHouse::ticketOutside(const Colleague& colleague) const
{
    const domain::WorkspaceId workspace = colleague.desk.desk.workspace->record().id;
    for (int number = 300; number > 0; --number) {
        commands::ScanInput look;
        look.ticketId = domain::idForExternal<domain::TicketId>(workspace, QStringLiteral("T%1").arg(number, 6, 10, QLatin1Char('0')));
        look.gateId = domain::idForExternal<domain::GateId>(workspace, QStringLiteral("main-a"));
        look.lookOnly = true;
        const auto verdict = commands::CheckIn::look(look, colleague.desk.desk.workspace->reader(), m_cli.clock().now());
        if (verdict && verdict->kind == door::VerdictKind::Admitted)
            return *look.ticketId;
    }
    return unexpectedOnTour(QStringLiteral("no ticket may enter"));
}

Status TourHouse::admit(Colleague& colleague, const char* gate, domain::TicketId ticket)
{
    commands::ScanInput input;
    input.ticketId = ticket;
    input.gateId = domain::idForExternal<domain::GateId>(colleague.desk.desk.workspace->record().id, QString::fromLatin1(gate));
    input.at = m_cli.clock().now();
    input.reason = QStringLiteral("tour"); // there is no code to scan
    input.actor = owner();
    const auto verdict = commands::CheckIn(*colleague.desk.desk.executor).scan(input);
    if (!verdict)
        return verdict.error();
    if (verdict->kind != door::VerdictKind::Admitted)
        return unexpectedOnTour(m_cli.inWords(verdict->explanation));
    return domain::done();
}

/// The same ticket at two gates that do not hear of each other: two facts, and both desks are told.
Status TourHouse::admitTwice()
{
    const Result<domain::TicketId> ticket = ticketOutside(m_first);
    if (!ticket)
        return ticket.error();
    for (const Status& admitted : {admit(m_first, "main-a", *ticket), admit(m_second, "main-b", *ticket)}) {
        if (!admitted)
            return admitted;
    }
    if (const auto met = meet(m_first); !met)
        return met.error();
    if (const Status met = meetInTurn(); !met)
        return met;
    for (const Colleague* colleague : {&m_first, &m_second}) {
        const auto found = commands::Findings{}.ask({colleague->desk.desk.workspace->reader(), m_cli.clock().now(), false});
        if (!found)
            return found.error();
        if (found->size() != 1)
            return unexpectedOnTour(QStringLiteral("a desk was not told of the double entry"));
        if (colleague == &m_first) {
            const commands::Findings::Row& row = found->front();
            m_did(m_cli.inWords(message("tour.two_gates").with("ticket", row.ticket).with("gate", row.gate).with("other", row.otherGate)));
        }
    }
    return domain::done();
}

Status TourHouse::endServer()
{
    m_first = {};
    m_second = {};
    if (const Status ended = m_server.end(); !ended)
        return ended;
    const auto house = store::Workspace::open(m_house, store::Workspace::Intent::Read);
    if (!house)
        return house.error();
    const auto report = commands::verifyWorkspace((*house)->reader());
    if (!report)
        return report.error();
    if (!report->faults.empty())
        return unexpectedOnTour(m_cli.inWords(report->faults.front()));
    m_did(m_cli.inWords(message("tour.server_ended").with("proof", commands::wordsOf(*report))));
    return domain::done();
}

} // namespace encore::cli
