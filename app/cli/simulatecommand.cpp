// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include "simulation/simulation.h"

#include <QTemporaryDir>

#include <algorithm>

namespace encore::cli
{

using domain::message;

namespace
{

/// Null: there is no such fault.
std::optional<std::vector<QByteArray>> faultsOf(const QString& text, QString& unknown)
{
    std::vector<QByteArray> names;
    const auto all = simulation::allFaults();
    if (text == u"all") {
        std::transform(all.begin(), all.end(), std::back_inserter(names), [](const simulation::Fault& fault) { return QByteArray(fault.name); });
        return names;
    }
    for (const QString& name : text.split(u',', Qt::SkipEmptyParts)) {
        if (std::none_of(all.begin(), all.end(), [&](const simulation::Fault& fault) { return name == QLatin1StringView(fault.name); })) {
            unknown = name;
            return std::nullopt;
        }
        names.push_back(name.toLatin1());
    }
    return names;
}

void print(Cli& cli, const simulation::Report& report)
{
    commands::JsonDocument row(rapidjson::kObjectType);
    auto& allocator = row.GetAllocator();
    row.AddMember("seed", uint64_t(report.seed), allocator);
    row.AddMember("holds", report.violations.empty(), allocator);
    for (const auto& [name, value] : {std::pair("commands", report.commands), std::pair("applied", report.applied), std::pair("refused", report.refused),
                                      std::pair("findings", report.findings), std::pair("requests", report.requests), std::pair("disturbed", report.disturbed)})
        row.AddMember(rapidjson::StringRef(name), value, allocator);
    const auto list = [&](const char* name, const std::vector<QByteArray>& lines) {
        commands::JsonValue array(rapidjson::kArrayType);
        for (const QByteArray& line : lines)
            array.PushBack(commands::jsonString(QString::fromUtf8(line), allocator), allocator);
        row.AddMember(rapidjson::StringRef(name), array, allocator);
    };
    list("violations", report.violations);
    if (!report.violations.empty())
        list("plan", report.plan);
    if (cli.json())
        return cli.printJson(commands::jsonText(row));
    cli.say(cli.inWords(message(report.violations.empty() ? "sim.holds" : "sim.violated").with("seed", qint64(report.seed)).with("commands", report.commands)
                            .with("refused", report.refused).with("requests", report.requests).with("disturbed", report.disturbed)));
    for (const QByteArray& violation : report.violations)
        cli.say(QString::fromUtf8(violation));
    if (!report.violations.empty()) {
        for (const QByteArray& step : report.plan)
            cli.say(QString(QStringLiteral("  ") + QString::fromUtf8(step)));
    }
}

} // namespace

int runSimulate(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("seed", "N"), option("seeds", "COUNT"), option("desks", "K"), option("steps", "M"), option("faults", "NAMES"), option("list")});
    if (!options.ok())
        return WrongUsage;
    if (options.has("list")) {
        for (const simulation::Fault& fault : simulation::allFaults())
            cli.say(QString(QString::number(fault.number) + QStringLiteral("  ") + QLatin1StringView(fault.name) + QStringLiteral("  ") + QLatin1StringView(fault.summary)));
        return Yes;
    }
    bool isNumber = true;
    const auto number = [&](const char* name, qulonglong otherwise, qulonglong most) {
        bool isThis = true;
        const qulonglong value = options.has(name) ? options.value(name).toULongLong(&isThis) : otherwise;
        isNumber = isNumber && isThis && value <= most;
        return value;
    };
    simulation::Settings settings;
    settings.seed = number("seed", 1, std::numeric_limits<qulonglong>::max());
    const qulonglong seeds = number("seeds", 1, 1'000'000);
    settings.desks = int(number("desks", 4, 20));
    settings.steps = int(number("steps", 40, 100'000));
    QString unknown;
    const auto faults = faultsOf(options.has("faults") ? options.value("faults") : QStringLiteral("all"), unknown);
    if (!faults)
        return cli.wrongUsage(message("sim.unknown_fault").with("name", unknown.left(64)));
    if (!isNumber || settings.desks < 1)
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("simulate --seed N")));
    settings.faults = *faults;
    const QTemporaryDir folder;
    int violated = 0;
    for (qulonglong i = 0; i < seeds; ++i, ++settings.seed) {
        const auto report = simulation::simulateAndShrink(settings, folder.filePath(QStringLiteral("run")));
        if (!report)
            return cli.fail(report.error());
        print(cli, *report);
        violated += !report->violations.empty();
    }
    return violated == 0 ? Yes : No;
}

} // namespace encore::cli
