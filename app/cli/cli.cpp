// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>

#include <cstdio>
#include <unistd.h>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

struct Entry {
    const char* name;
    const char* usage;
    int (*run)(Cli&, const QStringList&);
};

constexpr Entry entries[] = {
    {"init", "init [--name N] [--currency KRW] [--time-zone Asia/Seoul]", &runInit},
    {"import", "import FILE | import --schema", &runImport},
    {"export", "export FILE", &runExport},
    {"demo", "demo [--seed N] [--scale small|venue|festival]", &runDemo},
    {"decode", "decode FILE…", &runDecode},
    {"ticket", "ticket keygen [--label L] | issue TICKET_ID | inspect CODE | verify CODE | qr CODE OUT.png|OUT.svg | pdf ORDER OUT.pdf | receipt ORDER OUT.pdf", &runTicket},
    {"door",
     "door scan --gate ID|NAME [--direction entry|exit] [--at TIME] [--device NAME] [--allow-unpaid] [--people N] [--answers JSON]"
     " (CODE… | --image FILE… | --stdin)\n"
     "  door undo SCAN_ID --reason TEXT [--device NAME] [--at TIME] | door status [--gate G] | door log [--gate G] [--limit N]",
     &runDoor},
    {"commands", "commands [NAME]", &runCommands},
    {"run", "run NAME --args JSON|@FILE [--id UUID] [--at TIME]", &runRun},
    {"queries", "queries [NAME]", &runQueries},
    {"query", "query NAME --args JSON|@FILE", &runQuery},
    {"close", "close PROJECT [--at TIME] [--plan]", &runClose},
    {"work", "work [--at TIME]   starts, closings and payments that are due; letters that wait; what the webhook was not told", &runWork},
    {"mail", "mail password   of the mail server, on standard input", &runMail},
    {"webhook", "webhook secret   the key that signs what it is told, on standard input", &runWebhook},
    {"ledger", "ledger verify | ledger export --format hledger|beancount|csv|json [--out FILE] [--until-seq N]", &runLedger},
    {"settlement", "settlement show|export --project P [--until-seq N] --format json|csv [--out FILE]   what its payee is owed", &runSettlement},
    {"reconcile", "reconcile --provider toss|adyen|stripe FILE [--account NAME] [--out FILE]\n  reconcile --provider generic --mapping M --account NAME FILE [--out FILE]   a provider's file against the books", &runReconcile},
    {"audit", "audit verify", &runAudit},
    {"table", "table rewards|dispatches|guests FILE [--project P] [--offer O] [--preview] | table KIND --template", &runTable},
    {"sync", "sync --server URL [--once] [--code CODE --name DESK] [--authorities PEM] | sync status\n  sync sealed FILE   what a desk that was shut out had not sent | sync unseal FILE   at a supervisor's desk", &runSync},
    {"adopt", "adopt --server URL --email E [--name DESK] [--authorities PEM]   gives this workspace to an empty server; password on standard input", &runAdopt},
    {"picture", "picture add PROJECT FILE [--caption TEXT] | picture save SHA256 FILE", &runPicture},
    {"meet", "meet --listen HOST:PORT [--new-code] | meet --join CODE [--gate G [--device NAME] (codes on standard input)]", &runMeet},
    {"simulate", "simulate --seed N [--seeds COUNT] [--desks K] [--steps M] [--faults all|NAME,…] | simulate --list", &runSimulate},
    {"tour", "tour --out DIR [--no-pictures]", &runTour},
    {"bench", "bench door|decode|import|search|start|campaigns [--scale small|venue|festival] [--pledges N]", &runBench},
};

} // namespace

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unavailable:
    case ErrorCode::ReadOnly:
    case ErrorCode::NewerSchema:
    case ErrorCode::Damaged:
    case ErrorCode::MissingKey:
        return Surroundings;
    case ErrorCode::Invalid:
    case ErrorCode::NotFound:
    case ErrorCode::Refused:
    case ErrorCode::Forbidden:
    case ErrorCode::Conflict:
    case ErrorCode::IdempotencyMismatch:
    case ErrorCode::Cancelled:
        return No;
    }
    Q_UNREACHABLE();
}

Cli::Cli() : m_out(stdout), m_err(stderr) { }

Status Cli::takeGlobalOptions(QStringList& arguments)
{
    m_workspacePath = qEnvironmentVariable("ENCORE_WORKSPACE");
    while (!arguments.isEmpty() && arguments.first().startsWith(u"--")) {
        QString name = arguments.takeFirst();
        if (name == u"--json") {
            m_json = true;
            continue;
        }
        if (name == u"--help") {
            arguments = {QStringLiteral("help")};
            break;
        }
        QString value;
        if (const qsizetype equals = name.indexOf(u'='); equals > 0) {
            value = name.mid(equals + 1);
            name.truncate(equals);
        } else if (!arguments.isEmpty()) {
            value = arguments.takeFirst();
        }
        if (name == u"--workspace" && !value.isEmpty())
            m_workspacePath = value;
        else if (name == u"--language" && value == u"ko")
            m_language = domain::Language::Korean;
        else if (name == u"--language" && value == u"en")
            m_language = domain::Language::English;
        else
            return error(ErrorCode::Invalid, message("cli.bad_option").with("option", name));
    }
    if (m_workspacePath.isEmpty())
        m_workspacePath = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/workspace.encore");
    return domain::done();
}

int Cli::run(QStringList arguments)
{
    if (const Status taken = takeGlobalOptions(arguments); !taken)
        return wrongUsage(taken.error().message);
    if (arguments.isEmpty() || arguments.first() == u"help")
        return help();
    const QString name = arguments.takeFirst();
    for (const Entry& entry : entries) {
        if (name == QLatin1StringView(entry.name))
            return entry.run(*this, arguments);
    }
    return wrongUsage(message("cli.unknown_command").with("name", name.left(64)));
}

int Cli::help()
{
    m_out << inWords(message("cli.help")) << "\n\nencorectl [--workspace FILE] [--json] [--language ko|en] COMMAND …\n\n";
    for (const Entry& entry : entries)
        m_out << "  " << QString::fromUtf8(entry.usage) << '\n';
    m_out.flush();
    return Yes;
}

void Cli::printJson(const QByteArray& line)
{
    m_out << QString::fromUtf8(line) << '\n';
    m_out.flush();
}

void Cli::say(const QString& line)
{
    QTextStream& stream = m_json ? m_err : m_out;
    stream << line << '\n';
    stream.flush();
}

void Cli::complain(const QString& line)
{
    endProgress();
    m_err << line << '\n';
    m_err.flush();
}

QString Cli::inWords(const domain::Message& message) const
{
    return domain::words(message, m_language);
}

int Cli::fail(const domain::Error& error)
{
    complain(QStringLiteral("encorectl: ") + inWords(error.message));
    return exitCodeOf(error.code);
}

int Cli::wrongUsage(const domain::Message& message)
{
    complain(QStringLiteral("encorectl: ") + inWords(message));
    complain(inWords(domain::message("cli.see_help")));
    return WrongUsage;
}

void Cli::showProgress(const char* messageId, qint64 done, qint64 total)
{
    if (!isatty(STDERR_FILENO))
        return;
    m_err << '\r' << inWords(message(messageId).with("done", done).with("total", total)) << "\x1b[K";
    m_err.flush();
    m_progressShown = true;
}

void Cli::endProgress()
{
    if (m_progressShown)
        m_err << "\r\x1b[K";
    m_progressShown = false;
}

Result<std::unique_ptr<store::Workspace>> Cli::openWorkspace(store::Workspace::Intent intent)
{
    return store::Workspace::open(m_workspacePath, intent);
}

Result<Desk> openDesk(Cli& cli)
{
    Result<std::unique_ptr<store::Workspace>> workspace = cli.openWorkspace(store::Workspace::Intent::Write);
    if (!workspace)
        return workspace.error();
    Desk desk;
    desk.workspace = std::move(workspace).value();
    desk.executor = std::make_unique<commands::Executor>(desk.workspace->reader(), QStringLiteral("encorectl"), cli.clock(),
                                                         cli.random());
    return desk;
}

int writeFile(Cli& cli, const QString& out, const QByteArray& bytes)
{
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return cli.fail(error(ErrorCode::Unavailable, message("file.unwritable").with("file", out).with("reason", file.errorString())));
    cli.say(out);
    return Yes;
}

void startConsoleUnseen(QProcess& console, const QStringList& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    console.setProcessEnvironment(environment);
    console.start(QCoreApplication::applicationDirPath() + QStringLiteral("/encore"), arguments);
}

domain::Result<std::optional<qint64>> untilSequence(const Options& options)
{
    std::optional<qint64> until;
    if (options.has("until-seq")) {
        bool isNumber = false;
        until = options.value("until-seq").toLongLong(&isNumber);
        if (!isNumber || *until < 0)
            return error(ErrorCode::Invalid, message("cli.parse").with("reason", QStringLiteral("--until-seq ") + options.value("until-seq").left(32)));
    }
    return until;
}

QCommandLineOption option(const char* name, const char* value)
{
    QCommandLineOption made(QString::fromLatin1(name));
    if (*value)
        made.setValueName(QString::fromLatin1(value));
    return made;
}

Options::Options(Cli& cli, const QStringList& arguments, const QList<QCommandLineOption>& options)
{
    m_parser.addOptions(options);
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    m_ok = m_parser.parse(QStringList{QStringLiteral("encorectl")} + arguments);
    if (!m_ok)
        (void)cli.wrongUsage(message("cli.parse").with("reason", m_parser.errorText()));
}

} // namespace encore::cli
