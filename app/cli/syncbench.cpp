// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a desk is with its server: `encorectl bench sync [--scale S]`. The server is a process of its own, on this machine.
#include "bench.h"
#include "housedesk.h"
#include "localserver.h"

#include "commands/pledges/pledges.h"
#include "store/stagedpages.h"
#include "sync/deskstore.h"
#include "sync/httptransport.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QUrl>

#include <ctime>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

constexpr int rounds = 5;
constexpr int changes = 1'000;
constexpr int together = 500;

class SyncBench
{
public:
    SyncBench(Cli& cli, const QString& scale) : m_cli(cli), m_scale(scale) { }

    [[nodiscard]] Status run()
    {
        using Step = Status (SyncBench::*)();
        for (const Step step : {&SyncBench::startServer, &SyncBench::signIn, &SyncBench::fill, &SyncBench::firstSync, &SyncBench::takeChanges, &SyncBench::addDigests,
                                &SyncBench::takeWhilePending}) {
            if (const Status done = (this->*step)(); !done)
                return done;
        }
        print(m_cli, "sync", "desk_peak_megabytes", double(peakMegabytes()));
        return m_desk.desk.workspace->reader().status();
    }

private:
    [[nodiscard]] Status startServer()
    {
        const QString database = QString(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("server.encore")));
        m_password = m_cli.random().bytes(16).toHex();
        const auto made = runServer({QStringLiteral("create-admin"), QStringLiteral("--email"), QStringLiteral("bench@example.org"), QStringLiteral("--database"), database},
                                    m_password + '\n');
        if (!made)
            return made.error();
        if (const auto filled = runServer({QStringLiteral("demo"), QStringLiteral("--scale"), m_scale, QStringLiteral("--database"), database}); !filled)
            return filled.error();
        if (const Status started = m_server.start(database); !started)
            return started;
        m_transport = std::make_unique<sync::HttpTransport>(m_server.url());
        return domain::done();
    }

    /// The body of a request's answer.
    [[nodiscard]] Result<QByteArray> ask(const char* method, const QByteArray& path, const QByteArray& body, const QByteArray& token)
    {
        std::optional<sync::Response> answer;
        QEventLoop loop;
        m_transport->send({method, path, body, "application/json", token, 120'000}, [&](const sync::Response& response) {
            answer = response;
            loop.quit();
        });
        if (!answer)
            loop.exec();
        if (answer->status < 200 || answer->status >= 300)
            return error(ErrorCode::Unavailable, message("server.does_not_run").with("reason", QString::fromUtf8(answer->body.left(300))));
        return answer->body;
    }

    [[nodiscard]] Result<QByteArray> askFor(const char* member, const QByteArray& path, const QByteArray& body)
    {
        const Result<QByteArray> text = ask("POST", path, body, m_token);
        if (!text)
            return text.error();
        const auto json = commands::parseJson(*text);
        if (!json)
            return json.error();
        return QByteArray((*json)[member].GetString());
    }

    [[nodiscard]] Status signIn()
    {
        const auto token = askFor("access_token", "/api/v1/auth/login", R"({"email":"bench@example.org","password":")" + m_password + "\"}");
        if (!token)
            return token.error();
        m_token = *token;
        return domain::done();
    }

    /// Commands at the server; each has to take effect.
    [[nodiscard]] Status give(const std::vector<QByteArray>& namesAndArguments)
    {
        QByteArray body;
        for (const QByteArray& command : namesAndArguments) {
            const QByteArray id = domain::makeUuidV7(m_cli.clock().now(), m_cli.random()).toByteArray(QUuid::WithoutBraces);
            body += (body.isEmpty() ? "{\"id\":\"" : ",{\"id\":\"") + id + "\"," + command + '}';
        }
        const Result<QByteArray> answer = ask("POST", "/api/v1/commands", "{\"commands\":[" + body + "]}", m_token);
        if (!answer)
            return answer.error();
        if (size_t(answer->count("\"status\":\"applied\"")) != namesAndArguments.size())
            return error(ErrorCode::Refused, message("server.does_not_run").with("reason", QString::fromUtf8(answer->left(300))));
        return domain::done();
    }

    [[nodiscard]] Status giveCoupons(int count)
    {
        std::vector<QByteArray> commands;
        for (int i = 0; i < count; ++i) {
            const QByteArray label = "bench-" + QByteArray::number(++m_coupons);
            commands.push_back(R"("name":"CreateCoupon","arguments":{"label":")" + label + R"(","name":")" + label + R"(","amount":1000})");
            if (commands.size() == together || i + 1 == count) {
                if (const Status given = give(commands); !given)
                    return given;
                commands.clear();
            }
        }
        return domain::done();
    }

    [[nodiscard]] Status fill()
    {
        return give({R"("name":"CreateProject","arguments":{"label":"bench","author":"bench-musician","title":"Bench","goal":1000000,"starts_at":"2020-01-01T00:00:00Z",
                        "ends_at":"2099-01-01T00:00:00Z","payee":"B","payout_account":"B 1"})",
                     R"("name":"AddReward","arguments":{"project_id":"bench","label":"bench-reward","title":"R","price":50000})",
                     R"("name":"SubmitProject","arguments":{"project_id":"bench"})", R"("name":"ApproveProject","arguments":{"project_id":"bench"})",
                     R"("name":"StartProject","arguments":{"project_id":"bench"})"});
    }

    /// A desk of its own each time, from the code to proven.
    [[nodiscard]] Status firstSync()
    {
        std::vector<double> seconds;
        std::vector<double> cpuSeconds; // of the desk alone
        for (int round = 0; round < 3; ++round) {
            const auto code = askFor("code", "/api/v1/devices/provisioning-codes", "{}");
            if (!code)
                return code.error();
            QElapsedTimer timer;
            timer.start();
            const std::clock_t before = std::clock();
            if (const Status joined = joinAs(QString::fromLatin1(*code), QStringLiteral("desk-%1").arg(round)); !joined)
                return joined;
            if (const Status synced = syncOnce(); !synced)
                return synced;
            seconds.push_back(double(timer.nsecsElapsed()) / 1e9);
            cpuSeconds.push_back(double(std::clock() - before) / double(CLOCKS_PER_SEC));
        }
        print(m_cli, "sync", "tickets", double(m_desk.desk.workspace->reader().ticketCount()));
        printFigures(m_cli, "sync", "first_sync_seconds", seconds);
        printFigures(m_cli, "sync", "first_sync_desk_cpu_seconds", cpuSeconds);
        return domain::done();
    }

    [[nodiscard]] Status joinAs(const QString& code, const QString& name)
    {
        m_desk = {};
        auto made = makeHouseDesk(m_cli, m_folder.filePath(name), m_server.url(), name,
                                  waitForJoin([&](const sync::JoinAnswer& answer) { sync::join(*m_transport, code, name, answer); }));
        if (!made)
            return made.error();
        m_desk = std::move(made).value();
        return domain::done();
    }

    [[nodiscard]] Status syncOnce()
    {
        const Result<sync::SyncState> state = syncUntilProven(m_cli, m_desk, *m_transport);
        return state ? domain::done() : Status(state.error());
    }

    /// How long a page takes from its text to what is durable here.
    [[nodiscard]] Result<double> takePage()
    {
        const sync::Position here = sync::position(m_desk.desk.workspace->reader());
        const QByteArray path = "/api/v1/changes?limit=5000&epoch=" + QUrl::toPercentEncoding(here.epoch) + "&cursor=" + QByteArray::number(here.cursor);
        const Result<QByteArray> text = ask("GET", path, {}, m_desk.token);
        if (!text)
            return text.error();
        QElapsedTimer timer;
        timer.start();
        const Result<sync::Page> page = sync::parsePage(*text);
        if (!page)
            return page.error();
        std::vector<QByteArray> differing;
        const auto taken = m_desk.desk.executor->runTogether({[&](store::UnitOfWork& work) -> Status {
            const auto applied = sync::apply(*page, false, *m_desk.desk.executor, work);
            if (applied)
                differing = applied->differing;
            return applied ? domain::done() : Status(applied.error());
        }});
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        if (!taken.front())
            return taken.front().error();
        if (page->hasMore || !differing.empty())
            return error(ErrorCode::Damaged, message("sync.damaged").with("what", QStringLiteral("bench")));
        return ms;
    }

    [[nodiscard]] Status takeChanges()
    {
        std::vector<double> samples;
        for (int round = 0; round < rounds; ++round) {
            if (const Status given = giveCoupons(changes); !given)
                return given;
            const Result<double> ms = takePage();
            if (!ms)
                return ms.error();
            samples.push_back(*ms);
        }
        printFigures(m_cli, "sync", "apply_1000_changes_ms", samples);
        return domain::done();
    }

    /// Of everything that is here: as it is kept, which is what is compared; and counted anew, which a page never does.
    [[nodiscard]] Status addDigests()
    {
        store::FeedReader feed(m_desk.desk.workspace->reader());
        std::vector<double> kept;
        std::vector<double> counted;
        qint64 differing = 0;
        qint64 count = 0;
        for (int table = 0; table < int(store::syncTables().size()); ++table)
            (void)feed.rows(table, {}, -1, {}, [&](const QVariantList&) { ++count; });
        for (int round = 0; round < 3; ++round) {
            qint64 keptNs = 0;
            qint64 countedNs = 0;
            for (int table = 0; table < int(store::syncTables().size()); ++table) {
                QElapsedTimer timer;
                timer.start();
                const store::DigestSums ours = feed.sums(table, {});
                keptNs += timer.nsecsElapsed();
                timer.restart();
                const store::DigestSums anew = feed.countedSums(table, {});
                countedNs += timer.nsecsElapsed();
                differing += qint64(store::differingBuckets(ours, anew).size());
            }
            kept.push_back(double(keptNs) / 1e6);
            counted.push_back(double(countedNs) / 1e6);
        }
        if (differing > 0)
            return error(ErrorCode::Damaged, message("sync.damaged").with("what", QStringLiteral("bench")));
        print(m_cli, "sync", "digest_rows", double(count));
        printFigures(m_cli, "sync", "digest_ms", kept);
        printFigures(m_cli, "sync", "digest_counted_anew_ms", counted);
        return domain::done();
    }

    [[nodiscard]] Status takeWhilePending()
    {
        std::vector<commands::CommandRequest> requests;
        for (int i = 0; i < changes; ++i) {
            commands::PlacePledge command;
            command.projectId = domain::idForExternal<domain::ProjectId>(m_desk.desk.workspace->record().id, QStringLiteral("bench"));
            command.extra = 1'000;
            command.provider = QStringLiteral("transfer");
            command.backerEmail = QStringLiteral("pending-%1@example.org").arg(i);
            requests.push_back(commands::makeRequest(command, owner()));
        }
        std::vector<commands::Executor::Step> steps;
        for (const commands::CommandRequest& request : requests) {
            steps.push_back([this, &request](store::UnitOfWork& work) -> Status {
                const auto outcome = m_desk.desk.executor->apply(request, work);
                return outcome ? domain::done() : Status(outcome.error());
            });
        }
        for (const Status& placed : m_desk.desk.executor->runTogether(steps)) {
            if (!placed)
                return placed;
        }
        std::vector<double> samples;
        for (int round = 0; round < rounds; ++round) {
            if (const Status given = giveCoupons(1); !given)
                return given;
            const Result<double> ms = takePage();
            if (!ms)
                return ms.error();
            samples.push_back(*ms);
        }
        printFigures(m_cli, "sync", "apply_with_1000_pending_ms", samples);
        return domain::done();
    }

    Cli& m_cli;
    QString m_scale;
    QTemporaryDir m_folder;
    QByteArray m_password;
    QByteArray m_token;
    LocalServer m_server;
    std::unique_ptr<sync::HttpTransport> m_transport;
    HouseDesk m_desk;
    int m_coupons = 0;
};

} // namespace

Status benchSync(Cli& cli, const QString& scale)
{
    SyncBench bench(cli, scale);
    return bench.run();
}

} // namespace encore::cli
