// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "commands/bundle/bundlefiles.h"
#include "commands/door/checkin.h"
#include "commands/door/doorqueries.h"
#include "commands/tickets/addsigningkey.h"
#include "commands/tickets/issueticket.h"
#include "raster/framebench.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

void print(Cli& cli, const char* bench, const char* figure, double value)
{
    cli.printJson(QByteArray("{\"bench\":\"") + bench + "\",\"figure\":\"" + figure + "\",\"value\":" + QByteArray::number(value, 'g', 5) + "}");
}

void printFigures(Cli& cli, const char* bench, const char* figure, std::vector<double> samples)
{
    Q_ASSERT(!samples.empty());
    std::sort(samples.begin(), samples.end());
    const auto at = [&](double part) {
        return QByteArray::number(samples[std::min(samples.size() - 1, size_t(double(samples.size()) * part))], 'g', 4);
    };
    cli.printJson(QByteArray("{\"bench\":\"") + bench + "\",\"figure\":\"" + figure + "\",\"median\":" + at(0.5) + ",\"p99\":" + at(0.99)
                  + ",\"worst\":" + at(1) + "}");
}

qint64 peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
    }
    return 0;
}

namespace
{

class Bench
{
public:
    Bench(Cli& cli, commands::DemoScale scale) : m_cli(cli), m_scale(scale) { }

    [[nodiscard]] Status door()
    {
        if (const Status prepared = prepare(); !prepared)
            return prepared;
        const Result<std::vector<commands::ScanInput>> signedCodes = sampleCodes(4000);
        if (!signedCodes)
            return signedCodes.error();
        const std::vector<commands::ScanInput>& inputs = *signedCodes;
        printFigures(m_cli, "door", "verdict_without_commit_ms", timed(inputs, 2000, [this](const auto& input) {
                 (void)commands::CheckIn::look(input, m_desk.workspace->reader(), m_cli.clock().now());
             }));
        printFigures(m_cli, "door", "verdict_with_commit_ms", timed(inputs, 2000, [this](const auto& input) { (void)commands::CheckIn(*m_desk.executor).scan(input); }));
        QElapsedTimer timer;
        timer.start();
        const auto verdicts = commands::CheckIn(*m_desk.executor).scanAll(inputs);
        print(m_cli, "door", "batch_scans_per_second", double(verdicts.size()) * 1e9 / double(timer.nsecsElapsed()));
        return m_desk.workspace->reader().status();
    }

    [[nodiscard]] Status decode()
    {
        const raster::FrameFigures figures = raster::measureFrames();
        print(m_cli, "decode", "frame_ms", figures.readerMs);
        print(m_cli, "decode", "bare_zxing_ms", figures.zxingMs);
        print(m_cli, "decode", "ratio", figures.ratio());
        print(m_cli, "decode", "empty_frame_worst_ms", figures.emptyWorstMs);
        return domain::done();
    }

    [[nodiscard]] Status import()
    {
        QElapsedTimer timer;
        const Status prepared = prepare(&timer);
        print(m_cli, "import", "tickets", double(commands::demoTickets(m_scale)));
        print(m_cli, "import", "seconds", double(timer.elapsed()) / 1000);
        print(m_cli, "import", "peak_megabytes", double(peakMegabytes()));
        return prepared;
    }

    [[nodiscard]] Status search()
    {
        if (const Status prepared = prepare(); !prepared)
            return prepared;
        std::vector<double> samples;
        for (int round = 0; round < 20; ++round) {
            for (const char* text : {"김", "김민", "smith", "anna müller", "O0012", "T000123", "guest", "40열"}) {
                commands::FindTickets query;
                query.text = QString::fromUtf8(text);
                QElapsedTimer timer;
                timer.start();
                const auto rows = query.ask({m_desk.workspace->reader(), m_cli.clock().now(), false});
                samples.push_back(double(timer.nsecsElapsed()) / 1e6);
                if (!rows)
                    return rows.error();
            }
        }
        printFigures(m_cli, "search", "ms", samples);
        return domain::done();
    }

    /// The console's own measure of the time to a usable Door, and its memory, with this workspace open.
    [[nodiscard]] Status start()
    {
        if (const Status prepared = prepare(); !prepared)
            return prepared;
        const QString path = m_desk.workspace->path();
        m_desk = {};
        std::vector<double> samples;
        double memory = 0;
        for (int round = 0; round < 5; ++round) {
            QProcess console;
            startConsoleUnseen(console, {QStringLiteral("--startup-time"), path});
            if (!console.waitForStarted())
                return error(ErrorCode::Unavailable, message("tour.no_console"));
            if (!console.waitForFinished(60'000))
                return error(ErrorCode::Unavailable, message("bench.console_hangs"));
            const Result<commands::JsonDocument> answer = commands::parseJson(console.readAllStandardOutput());
            if (!answer)
                return answer.error();
            samples.push_back(double((*answer)["start_ms"].GetInt64()));
            memory = std::max(memory, double((*answer)["megabytes"].GetInt64()));
        }
        printFigures(m_cli, "start", "ms", samples);
        print(m_cli, "start", "console_megabytes", memory);
        return domain::done();
    }

private:
    [[nodiscard]] Status prepare(QElapsedTimer* importTimer = nullptr)
    {
        const QString path = m_folder.filePath(QStringLiteral("bench.encore"));
        store::WorkspaceRecord record;
        record.id = domain::WorkspaceId(domain::makeUuidV7(m_cli.clock().now(), m_cli.random()));
        record.currency = QStringLiteral("KRW");
        auto made = store::Workspace::create(path, record, m_cli.clock(), m_cli.random());
        if (!made)
            return made.error();
        m_desk.workspace = std::move(made).value();
        m_desk.executor = std::make_unique<commands::Executor>(m_desk.workspace->reader(), QStringLiteral("bench"), m_cli.clock(),
                                                               m_cli.random());
        QFile file(m_folder.filePath(QStringLiteral("bundle.json")));
        if (!file.open(QIODevice::ReadWrite))
            return error(ErrorCode::Unavailable, message("demo.unwritable").with("reason", file.errorString()));
        if (const Status written = commands::writeDemoBundle(file, 1, m_scale, m_cli.clock().now()); !written)
            return written;
        file.seek(0);
        if (importTimer)
            importTimer->start();
        if (const auto imported = commands::importBundle(file, *m_desk.executor, owner()); !imported)
            return imported.error();
        m_gate = domain::idForExternal<domain::GateId>(record.id, QStringLiteral("main-a"));
        return domain::done();
    }

    /// Signed codes of tickets spread over the whole workspace, so that the cache cannot know them; ones that get no code are passed over.
    [[nodiscard]] Result<std::vector<commands::ScanInput>> sampleCodes(size_t count)
    {
        const ticket::SigningKey key = ticket::makeSigningKey(m_cli.random().bytes(32));
        commands::AddSigningKey command;
        command.publicKey = key.publicKey;
        if (const auto added = m_desk.executor->run(commands::makeRequest(command, owner())); !added)
            return added.error();
        std::vector<commands::ScanInput> inputs;
        const qint64 all = commands::demoTickets(m_scale);
        for (qint64 i = 0; i < all && inputs.size() < count; ++i) {
            const QString label = QStringLiteral("T%1").arg(1 + (i * 7919) % all, 6, 10, QLatin1Char('0'));
            const auto id = domain::idForExternal<domain::TicketId>(m_desk.workspace->record().id, label);
            const Result<QString> code = commands::signCodeFor(id, key, m_desk.workspace->reader());
            if (!code)
                continue;
            commands::ScanInput input;
            input.code = *code;
            input.gateId = m_gate;
            input.actor = owner();
            inputs.push_back(input);
        }
        return inputs;
    }

    [[nodiscard]] static std::vector<double> timed(const std::vector<commands::ScanInput>& inputs, size_t count,
                                                   const std::function<void(const commands::ScanInput&)>& work)
    {
        std::vector<double> samples;
        for (size_t i = 0; i < std::min(count, inputs.size()); ++i) {
            QElapsedTimer timer;
            timer.start();
            work(inputs[i]);
            samples.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        return samples;
    }

    Cli& m_cli;
    commands::DemoScale m_scale;
    QTemporaryDir m_folder;
    Desk m_desk;
    domain::GateId m_gate;
};

} // namespace

int runBench(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("scale", "S"), option("pledges", "N")});
    if (!options.ok())
        return WrongUsage;
    const auto scale = commands::demoScaleOf(options.has("scale") ? options.value("scale") : QStringLiteral("festival"));
    if (!scale)
        return cli.wrongUsage(message("cli.scale").with("text", options.value("scale").left(64)));
    static const std::pair<const char*, Status (Bench::*)()> benches[] = {{"door", &Bench::door},
                                                                          {"decode", &Bench::decode},
                                                                          {"import", &Bench::import},
                                                                          {"search", &Bench::search},
                                                                          {"start", &Bench::start}};
    const QString name = options.positional().value(0);
    if (name == QStringLiteral("campaigns")) {
        bool isNumber = true;
        const int pledges = options.has("pledges") ? options.value("pledges").toInt(&isNumber) : 100'000;
        if (!isNumber || pledges < 1'000 || pledges > 2'000'000)
            return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("--pledges 1000 … 2000000")));
        const Status done = benchCampaigns(cli, pledges);
        return done ? int(Yes) : cli.fail(done.error());
    }
    if (name == QStringLiteral("sync")) {
        const Status done = benchSync(cli, options.has("scale") ? options.value("scale") : QStringLiteral("festival"));
        return done ? int(Yes) : cli.fail(done.error());
    }
    for (const auto& [known, run] : benches) {
        if (name != QLatin1StringView(known))
            continue;
        Bench bench(cli, *scale);
        const Status done = (bench.*run)();
        return done ? int(Yes) : cli.fail(done.error());
    }
    return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("bench door|decode|import|search|start|campaigns|sync")));
}

} // namespace encore::cli
