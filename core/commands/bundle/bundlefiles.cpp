// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/bundle/bundlefiles.h"

#include "commands/bundle/bundleexport.h"
#include "commands/demo/democampaigns.h"
#include "commands/demo/demosales.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

domain::Message wordsOf(const ImportBundle::Made& made)
{
    return message("bundle.imported")
        .with("tickets", made.tickets)
        .with("orders", made.orders)
        .with("gates", made.gates)
        .with("performances", made.performances)
        .with("scans", made.scans);
}

Result<ImportedBundle> importBundle(QIODevice& file, Executor& executor, const Actor& actor, const ImportProgress& progress)
{
    const Result<StagedBundle> staged = stageBundle(file, executor.reader(), progress);
    if (!staged)
        return staged.error();
    ImportBundle command;
    command.fileSha256 = staged->fileSha256;
    command.fileSize = staged->fileSize;
    const Result<Outcome> outcome = executor.run(makeRequest(command, actor));
    if (!outcome)
        return outcome.error();
    const Result<JsonDocument> json = parseJson(outcome->json);
    if (!json)
        return json.error();
    const Result<ImportBundle::Made> made = decode<ImportBundle::Made>(*json, {staged->workspace});
    if (!made)
        return made.error();
    return ImportedBundle{*outcome, *made};
}

Result<ImportedBundle> importBundleFile(const QString& path, Executor& executor, const Actor& actor, const ImportProgress& progress)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        return error(ErrorCode::Unavailable,
                     message("file.unreadable").with("file", path).with("reason", file.errorString()));
    }
    return importBundle(file, executor, actor, progress);
}

Result<ImportedBundle> importDemo(quint64 seed, DemoScale scale, Executor& executor, const Actor& actor, const ImportProgress& progress)
{
    QTemporaryFile file;
    if (!file.open())
        return error(ErrorCode::Unavailable, message("demo.unwritable").with("reason", file.errorString()));
    if (const Status written = writeDemoBundle(file, seed, scale, executor.clock().now()); !written)
        return written.error();
    file.seek(0);
    return importBundle(file, executor, actor, progress);
}

Result<ImportedBundle> fillDemo(quint64 seed, DemoScale scale, Executor& executor, const Actor& actor, const ImportProgress& progress)
{
    Result<ImportedBundle> imported = importDemo(seed, scale, executor, actor, progress);
    if (!imported)
        return imported;
    const Result<int> campaigns = runDemoCampaigns(seed, scale, executor, actor);
    if (!campaigns)
        return campaigns.error();
    const Result<int> orders = runDemoSales(executor, actor);
    if (!orders)
        return orders.error();
    return imported;
}

Status exportBundleFile(store::Reader& reader, const QString& path, const std::function<bool(qint64 done, qint64 total)>& progress)
{
    QSaveFile file(path);
    const auto unwritable = [&] {
        return error(ErrorCode::Unavailable, message("file.unwritable").with("file", path).with("reason", file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable();
    if (const Status exported = exportBundle(reader, file, progress); !exported)
        return exported;
    if (!file.commit())
        return unwritable();
    return domain::done();
}

} // namespace encore::commands
