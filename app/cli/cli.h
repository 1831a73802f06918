// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// encorectl: words in, one answer out. What each command does lives in core; here is only how it is asked for and shown.

#include "commands/demo/demobundle.h"
#include "commands/executor.h"
#include "domain/random.h"
#include "domain/time.h"
#include "store/workspace.h"

#include <QCommandLineParser>
#include <QProcess>
#include <QStringList>
#include <QTextStream>

#include <memory>

namespace encore::cli
{

/// CONTRACTS §3: of several, the highest.
enum ExitCode : int { Yes = 0, No = 1, WrongUsage = 2, Surroundings = 3 };

/// Options that stand before the command, and where answers go.
class Cli
{
public:
    Cli();
    /// @p arguments without the program's name.
    [[nodiscard]] int run(QStringList arguments);

    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] domain::Language language() const { return m_language; }
    [[nodiscard]] QString workspacePath() const { return m_workspacePath; }
    [[nodiscard]] const domain::Clock& clock() const { return m_clock; }
    [[nodiscard]] domain::RandomSource& random() { return m_random; }

    void printJson(const QByteArray& line); ///< one object a line, always on stdout
    void say(const QString& line); ///< words for people: stdout, or stderr when JSON goes there
    void complain(const QString& line); ///< always stderr
    [[nodiscard]] QString inWords(const domain::Message& message) const;
    [[nodiscard]] int fail(const domain::Error& error); ///< says it, and gives the exit code of its kind
    [[nodiscard]] int wrongUsage(const domain::Message& message);
    void showProgress(const char* messageId, qint64 done, qint64 total); ///< only on a terminal
    void endProgress();

    [[nodiscard]] domain::Result<std::unique_ptr<store::Workspace>> openWorkspace(store::Workspace::Intent intent);

private:
    [[nodiscard]] domain::Status takeGlobalOptions(QStringList& arguments);
    [[nodiscard]] int help();

    bool m_json = false;
    bool m_progressShown = false;
    domain::Language m_language = domain::Language::English;
    QString m_workspacePath;
    domain::SystemClock m_clock;
    domain::SystemRandom m_random;
    QTextStream m_out;
    QTextStream m_err;
};

[[nodiscard]] int exitCodeOf(domain::ErrorCode code);

/// A workspace open for writing, with everything that carries commands out on it.
struct Desk {
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<commands::Executor> executor;
};
[[nodiscard]] domain::Result<Desk> openDesk(Cli& cli);
using commands::owner;

/// Says where it is; the exit code.
[[nodiscard]] int writeFile(Cli& cli, const QString& out, const QByteArray& bytes);

/// Starts the console beside this program without showing it, so that it works where there is no display too.
void startConsoleUnseen(QProcess& console, const QStringList& arguments);

/// A parser that never ends the program by itself. @p positional is only shown in its errors.
class Options
{
public:
    Options(Cli& cli, const QStringList& arguments, const QList<QCommandLineOption>& options);
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool has(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    [[nodiscard]] QString value(const char* name) const { return m_parser.value(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList values(const char* name) const { return m_parser.values(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }

private:
    QCommandLineParser m_parser;
    bool m_ok;
};

/// An option that takes a value, or none when @p value is empty.
[[nodiscard]] QCommandLineOption option(const char* name, const char* value = "");

/// Of --until-seq; absent: it was not said. The error says how it is.
[[nodiscard]] domain::Result<std::optional<qint64>> untilSequence(const Options& options);

// One function a command of CONTRACTS §3; each gets what stands behind its name.
[[nodiscard]] int runInit(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runImport(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runExport(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runDemo(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runDecode(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runTicket(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runDoor(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runCommands(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runRun(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runQueries(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runQuery(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runClose(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runWork(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runMail(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runWebhook(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runLedger(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runSettlement(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runReconcile(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runAudit(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runTable(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runSimulate(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runAdopt(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runSync(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runPicture(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runMeet(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runTour(Cli& cli, const QStringList& arguments);
[[nodiscard]] int runBench(Cli& cli, const QStringList& arguments);

} // namespace encore::cli
