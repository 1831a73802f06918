// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns that end, the books, and what time brings about by itself.
#include "cli.h"
#include "courierwork.h"

#include "commands/audit/verifyworkspace.h"
#include "commands/ledger/ledgerexport.h"
#include "commands/projects/closeproject.h"
#include "commands/projects/projectqueries.h"
#include "commands/registry.h"
#include "payment/clockwork.h"

#include <QFile>
#include <QSaveFile>

namespace encore::cli
{

using commands::DueReport;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// The time of --at, or now; nothing where it is not a time, which has been said then.
std::optional<domain::Instant> timeOf(Cli& cli, const Options& options)
{
    if (!options.has("at"))
        return cli.clock().now();
    const Result<domain::Instant> at = domain::parseInstant(options.value("at"));
    if (!at) {
        (void)cli.wrongUsage(at.error().message);
        return std::nullopt;
    }
    return *at;
}

void printReport(Cli& cli, const DueReport& due, const payment::WorkDone& work)
{
    commands::JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    const auto add = [&](const char* name, qint64 value) { object.AddMember(rapidjson::StringRef(name), int64_t(value), allocator); };
    add("started", due.started);
    add("closed", due.closed);
    add("steps", due.steps);
    add("waiting", due.waiting);
    add("payments_succeeded", work.succeeded);
    add("payments_failed", work.failed);
    add("payments_unknown", work.unknown);
    add("payments_refused", work.refused);
    cli.printJson(commands::jsonText(object));
}

int fail(Cli& cli, const std::vector<domain::Error>& failures)
{
    int code = Yes;
    for (const domain::Error& failure : failures)
        code = std::max(code, cli.fail(failure));
    return code;
}

int verifyLedger(Cli& cli)
{
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const store::LedgerReport report = store::LedgerReader((*workspace)->reader()).verify();
    if (const Status status = (*workspace)->reader().status(); !status)
        return cli.fail(status.error());
    if (cli.json()) {
        commands::JsonDocument object(rapidjson::kObjectType);
        auto& allocator = object.GetAllocator();
        const auto add = [&](const char* name, qint64 value) { object.AddMember(rapidjson::StringRef(name), int64_t(value), allocator); };
        object.AddMember("sound", report.isSound(), allocator);
        add("entries", report.entries);
        add("postings", report.postings);
        add("unbalanced_entries", report.unbalancedEntries);
        add("wrong_balances", report.wrongBalances);
        add("thin_entries", report.thinEntries);
        add("gaps", report.gaps);
        add("strangers", report.strangers);
        cli.printJson(commands::jsonText(object));
    }
    for (const domain::Message& fault : commands::faultsOf(report))
        cli.complain(cli.inWords(fault));
    if (report.isSound() && !cli.json())
        cli.say(cli.inWords(message("ledger.sound").with("entries", report.entries).with("postings", report.postings)));
    return report.isSound() ? Yes : No;
}

int exportLedger(Cli& cli, const Options& options)
{
    const auto format = domain::enumFromText<report::JournalFormat>(options.value("format"));
    if (!format)
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("--format hledger|beancount|csv|json")));
    const Result<std::optional<qint64>> until = untilSequence(options);
    if (!until)
        return cli.wrongUsage(until.error().message);
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    if (!options.has("out")) {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return cli.fail(error(ErrorCode::Unavailable, message("file.unwritable").with("file", QStringLiteral("stdout")).with("reason", out.errorString())));
        const Status done = commands::exportLedger((*workspace)->reader(), *format, *until, out);
        return done ? Yes : cli.fail(done.error());
    }
    QSaveFile out(options.value("out"));
    const auto unwritable = [&] {
        return cli.fail(error(ErrorCode::Unavailable, message("file.unwritable").with("file", out.fileName()).with("reason", out.errorString())));
    };
    if (!out.open(QIODevice::WriteOnly))
        return unwritable();
    if (const Status done = commands::exportLedger((*workspace)->reader(), *format, *until, out); !done)
        return cli.fail(done.error());
    return out.commit() ? Yes : unwritable();
}

/// What a query about one project answers, as JSON.
int printAbout(Cli& cli, Desk& desk, const char* query, domain::ProjectId project, domain::Instant now)
{
    commands::JsonDocument arguments(rapidjson::kObjectType);
    arguments.AddMember("project_id", commands::jsonString(project.text(), arguments.GetAllocator()), arguments.GetAllocator());
    const auto rows = commands::findQuery(query)->ask(arguments, {desk.workspace->record().id}, {desk.workspace->reader(), now, false});
    if (!rows)
        return cli.fail(rows.error());
    for (const QByteArray& row : *rows)
        cli.printJson(row);
    return Yes;
}

} // namespace

int runClose(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("at", "TIME"), option("plan")});
    if (!options.ok())
        return WrongUsage;
    if (options.positional().size() != 1)
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("close PROJECT [--at TIME] [--plan]")));
    const std::optional<domain::Instant> at = timeOf(cli, options);
    if (!at)
        return WrongUsage;
    Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    const auto id = domain::idForExternal<domain::ProjectId>(desk->workspace->record().id, options.positional().first());
    if (options.has("plan"))
        return printAbout(cli, desk.value(), commands::PlanClosing::name, id, *at);
    const Result<std::vector<commands::PlanClosing::Row>> plan = commands::PlanClosing{id, {}, {}, {}, {}}.ask({desk->workspace->reader(), *at, false});
    if (!plan)
        return cli.fail(plan.error());
    // Closed before: say how it stands, and carry out what may be left of the plan that was accepted.
    const auto accepted = store::CampaignReader(desk->workspace->reader()).closing(id);
    const bool isDecided = accepted && plan->front().state != domain::ProjectState::Collecting;
    DueReport report;
    const Status closed = commands::closeNow(*desk->executor, owner(), id, *at, isDecided ? accepted->planHash : plan->front().planHash, report);
    if (!closed)
        return cli.fail(closed.error());
    const Result<payment::WorkDone> work = payment::standaloneWorker().run(*desk->executor, owner(), *at);
    if (!work)
        return cli.fail(work.error());
    const int printed = printAbout(cli, desk.value(), commands::Projects::name, id, *at);
    return report.waiting ? std::max<int>(printed, No) : printed;
}

int runWork(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("at", "TIME")});
    if (!options.ok())
        return WrongUsage;
    const std::optional<domain::Instant> at = timeOf(cli, options);
    if (!at)
        return WrongUsage;
    const Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    if (desk->workspace->part() == store::Part::Desk)
        return cli.fail(domain::error(domain::ErrorCode::Refused, message("sync.only_house")));
    payment::EffectWorker worker = payment::standaloneWorker();
    const Result<payment::ClockworkReport> report = payment::runClockwork(*desk->executor, worker, owner(), *at);
    if (!report)
        return cli.fail(report.error());
    printReport(cli, report->due, report->payments);
    return std::max(fail(cli, report->due.failures), sendWhatWaits(cli, *desk->executor));
}

int runLedger(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("format", "F"), option("out", "FILE"), option("until-seq", "N")});
    if (!options.ok())
        return WrongUsage;
    const QString what = options.positional().value(0);
    if (options.positional().size() == 1 && what == QStringLiteral("verify"))
        return verifyLedger(cli);
    if (options.positional().size() == 1 && what == QStringLiteral("export"))
        return exportLedger(cli, options);
    return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("ledger verify | ledger export --format hledger|beancount|csv|json")));
}

} // namespace encore::cli
