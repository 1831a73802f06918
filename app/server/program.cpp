// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "api/server.h"
#include "commands/bundle/bundlefiles.h"
#include "commands/demo/demobundle.h"
#include "commands/people/users.h"
#include "courier/couriers.h"
#include "payment/scheduler.h"
#include "raster/codeimage.h"
#include "store/secretstore.h"
#include "store/workspace.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QStandardPaths>

#include <iostream>

namespace encore::server
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

enum ExitCode : int { Done = 0, No = 1, WrongUsage = 2, Surroundings = 3 };

constexpr std::chrono::milliseconds drainPatience{9'000}; // CONTRACTS §6: it ends within 10 s

QString inWords(const domain::Message& text)
{
    return domain::words(text, domain::Language::English);
}

void complain(const QString& text)
{
    std::cerr << "encore-server: " << text.toStdString() << std::endl;
}

int fail(const domain::Error& why)
{
    complain(inWords(why.message));
    const bool isSurroundings = why.code == ErrorCode::Unavailable || why.code == ErrorCode::ReadOnly || why.code == ErrorCode::NewerSchema
        || why.code == ErrorCode::Damaged;
    return isSurroundings ? Surroundings : No;
}

/// An option, or the environment's ENCORE_… of the same name.
class Settings
{
public:
    explicit Settings(const QStringList& arguments)
    {
        for (const char* name : {"listen", "database", "tls-certificate", "tls-key", "email", "label", "scale", "seed", "rate-limit", "anonymous-rate-limit",
                                 "sign-in-rate-limit", "waiting-passwords", "trusted-proxies"})
            m_parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value")});
        m_parser.addOption(QCommandLineOption(QStringLiteral("quiet")));
        m_isValid = m_parser.parse(QStringList{QStringLiteral("encore-server")} + arguments) && m_parser.positionalArguments().isEmpty();
    }
    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] QString fault() const { return m_parser.errorText().isEmpty() ? m_parser.positionalArguments().join(u' ') : m_parser.errorText(); }
    [[nodiscard]] bool has(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    [[nodiscard]] QString value(const char* name, const QString& otherwise = {}) const
    {
        if (has(name))
            return m_parser.value(QString::fromLatin1(name));
        const QByteArray variable = "ENCORE_" + QByteArray(name).toUpper().replace('-', '_');
        return qEnvironmentVariable(variable.constData(), otherwise);
    }

private:
    QCommandLineParser m_parser;
    bool m_isValid = false;
};

class Program
{
public:
    Program(const Settings& settings, std::function<void()> waitForEnd) : m_settings(settings), m_waitForEnd(std::move(waitForEnd)) { }

    [[nodiscard]] int serve();
    [[nodiscard]] int migrate();
    [[nodiscard]] int restored();
    [[nodiscard]] int createAdmin();
    [[nodiscard]] int demo();

private:
    [[nodiscard]] Result<QString> databasePath() const;
    [[nodiscard]] Result<std::unique_ptr<store::Workspace>> openDatabase();
    [[nodiscard]] Status takeListen(api::ServerSettings& settings) const;
    [[nodiscard]] Status takeRates(api::RateLimits& rates) const;
    [[nodiscard]] courier::CourierParts couriersOf(const store::Workspace& workspace);

    const Settings& m_settings;
    std::function<void()> m_waitForEnd;
    domain::SystemClock m_clock;
    domain::SystemRandom m_random;
};

/// A file, or the address of a database server.
Result<QString> Program::databasePath() const
{
    const QString database = m_settings.value("database");
    if (store::Database::isServer(database))
        return database;
    const QString prefix = QStringLiteral("sqlite:");
    if (!database.startsWith(prefix) || database.size() == prefix.size())
        return error(ErrorCode::Invalid, message("server.database").with("database", database.left(200)));
    return database.mid(prefix.size());
}

Result<std::unique_ptr<store::Workspace>> Program::openDatabase()
{
    const Result<QString> path = databasePath();
    if (!path)
        return path.error();
    store::WorkspaceRecord record;
    record.id = domain::WorkspaceId(domain::makeUuidV7(m_clock.now(), m_random));
    record.name = store::Database::isServer(*path) ? QStringLiteral("encore") : QFileInfo(*path).completeBaseName();
    record.currency = QStringLiteral("KRW");
    return store::Workspace::openOrCreate(*path, record, m_clock, m_random);
}

Status Program::takeListen(api::ServerSettings& settings) const
{
    const QString listen = m_settings.value("listen", QStringLiteral("127.0.0.1:8470"));
    const qsizetype colon = listen.lastIndexOf(u':');
    bool isNumber = false;
    const int port = listen.mid(colon + 1).toInt(&isNumber);
    if (colon < 1 || !isNumber || port < 0 || port > 65'535)
        return error(ErrorCode::Invalid, message("server.listen").with("text", listen.left(100)));
    settings.host = listen.left(colon);
    if (settings.host.startsWith(u'[') && settings.host.endsWith(u']'))
        settings.host = settings.host.mid(1, settings.host.size() - 2);
    settings.port = quint16(port);
    const QString certificate = m_settings.value("tls-certificate");
    const QString key = m_settings.value("tls-key");
    if (certificate.isEmpty() != key.isEmpty())
        return error(ErrorCode::Invalid, message("server.tls_both"));
    if (!certificate.isEmpty())
        settings.tls = api::TlsFiles{certificate, key};
    return domain::done();
}

Status Program::takeRates(api::RateLimits& rates) const
{
    for (const auto& [name, rate] : {std::pair("rate-limit", &rates.signedIn), std::pair("anonymous-rate-limit", &rates.anonymous),
                                     std::pair("sign-in-rate-limit", &rates.signIn)}) {
        const QString text = m_settings.value(name);
        const auto given = api::rateOf(text);
        if (!text.isEmpty() && !given)
            return error(ErrorCode::Invalid, message("server.rate").with("text", text.left(100)));
        *rate = given.value_or(*rate);
    }
    if (const QString text = m_settings.value("waiting-passwords"); !text.isEmpty()) {
        constexpr int mostWaiting = 10'000;
        bool isNumber = false;
        rates.waitingPasswords = text.toInt(&isNumber);
        if (!isNumber || rates.waitingPasswords < 1 || rates.waitingPasswords > mostWaiting)
            return error(ErrorCode::Invalid, message("server.waiting").with("text", text.left(100)));
    }
    for (const QString& address : m_settings.value("trusted-proxies").split(u',', Qt::SkipEmptyParts)) {
        if (!api::isAddress(address.trimmed().toLatin1()))
            return error(ErrorCode::Invalid, message("server.proxy").with("text", address.left(100)));
        rates.trustedProxies << address.trimmed().toLatin1();
    }
    return domain::done();
}

/// The codes of tickets as pictures: pages with words on them need fonts, which a server may not have.
Result<std::vector<courier::Attachment>> codePictures(const std::vector<domain::TicketPaper>& papers, domain::Language)
{
    constexpr int pixelsPerModule = 6;
    std::vector<courier::Attachment> pictures;
    for (const domain::TicketPaper& paper : papers) {
        Result<QByteArray> picture = raster::qrPng(paper.code, pixelsPerModule);
        if (!picture)
            return picture.error();
        const QString number = QString::number(pictures.size() + 1);
        pictures.push_back({QString(QStringLiteral("ticket-") + number + QStringLiteral(".png")), "image/png", std::move(picture).value()});
    }
    return pictures;
}

/// Secrets lie beside the file; those of a database in the folder of whoever runs the server.
courier::CourierParts Program::couriersOf(const store::Workspace& workspace)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString keys = store::Database::isServer(workspace.path()) ? QString(folder + QStringLiteral("/server.keys")) : QString(workspace.path() + QStringLiteral(".keys"));
    courier::CourierParts parts = courier::partsOfEnvironment([this, keys] { return store::openSecretStore(keys, qgetenv("ENCORE_KEY_PASSPHRASE"), m_random); });
    parts.mail.attach = &codePictures;
    return parts;
}

int Program::serve()
{
    api::ServerSettings settings;
    Status taken = takeListen(settings);
    if (taken)
        taken = takeRates(settings.rates);
    if (!taken) {
        complain(inWords(taken.error().message));
        return WrongUsage;
    }
    if (!m_settings.has("quiet"))
        settings.log = [](const QByteArray& line) { std::cerr << line.toStdString() + '\n'; };
    const auto workspace = openDatabase();
    if (!workspace)
        return fail(workspace.error());
    if (const Status ready = (*workspace)->becomeAuthority(m_random); !ready)
        return fail(ready.error());
    api::Server server(**workspace, m_clock, m_random, settings);
    const Result<QString> url = server.start();
    if (!url)
        return fail(url.error());
    std::cout << "listening on " << url->toStdString() << std::endl;
    {
        const payment::Scheduler scheduler(**workspace, settings.name, m_clock, m_random);
        const courier::Couriers couriers(**workspace, settings.name, m_clock, m_random, couriersOf(**workspace));
        m_waitForEnd();
    }
    if (!server.drain(drainPatience))
        complain(inWords(message("server.cut_off")));
    return Done;
}

int Program::migrate()
{
    const auto workspace = openDatabase();
    return workspace ? Done : fail(workspace.error());
}

int Program::restored()
{
    const Result<QString> path = databasePath();
    if (!path)
        return fail(path.error());
    const auto workspace = store::Workspace::open(*path, store::Workspace::Intent::Write); // nothing is made where nothing is
    if (!workspace)
        return fail(workspace.error());
    if (const Status ready = (*workspace)->becomeAuthority(m_random); !ready)
        return fail(ready.error());
    const Status begun = (*workspace)->beginEpoch(m_random);
    return begun ? Done : fail(begun.error());
}

int Program::createAdmin()
{
    std::string typed;
    std::getline(std::cin, typed);
    constexpr size_t shortest = 8;
    if (typed.size() < shortest) {
        complain(inWords(message("server.short_password").with("shortest", qint64(shortest))));
        return No;
    }
    const auto workspace = openDatabase();
    if (!workspace)
        return fail(workspace.error());
    commands::Executor executor((*workspace)->reader(), QStringLiteral("encore-server"), m_clock, m_random);
    commands::AddUser add;
    add.email = m_settings.value("email");
    add.label = m_settings.value("label");
    add.role = domain::Role::Admin;
    add.password = store::hashPassword(QString::fromStdString(typed));
    const auto added = executor.run(commands::makeRequest(add, commands::owner()));
    return added ? Done : fail(added.error());
}

int Program::demo()
{
    const auto scale = commands::demoScaleOf(m_settings.value("scale", QStringLiteral("small")));
    bool isNumber = false;
    const quint64 seed = m_settings.value("seed", QStringLiteral("1")).toULongLong(&isNumber);
    if (!scale || !isNumber)
        return WrongUsage;
    const auto workspace = openDatabase();
    if (!workspace)
        return fail(workspace.error());
    commands::Executor executor((*workspace)->reader(), QStringLiteral("encore-server"), m_clock, m_random);
    if (const auto imported = commands::fillDemo(seed, *scale, executor, commands::owner(), {}); !imported)
        return fail(imported.error());
    return Done;
}

} // namespace

int runProgram(QStringList arguments, const std::function<void()>& waitForEnd)
{
    const QString usage = QStringLiteral("serve | migrate | restored | create-admin --email E | demo [--scale small|venue|festival]   --database sqlite:FILE|postgresql://USER@HOST/NAME");
    const QString what = arguments.isEmpty() ? QString() : arguments.takeFirst();
    const Settings settings(arguments);
    Program program(settings, waitForEnd);
    if (settings.isValid()) {
        if (what == u"serve")
            return program.serve();
        if (what == u"migrate")
            return program.migrate();
        if (what == u"restored")
            return program.restored();
        if (what == u"create-admin")
            return program.createAdmin();
        if (what == u"demo")
            return program.demo();
    }
    complain(settings.isValid() ? usage : settings.fault());
    return WrongUsage;
}

} // namespace encore::server
