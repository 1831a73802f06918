// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/bundle/bundleimport.h"

#include "bundle/stager.h"
#include "door/checkin.h"

#include <QIODevice>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// Looks only for the workspace's id, which everything else depends on and which may stand anywhere in the file.
class WorkspaceFinder final : public BundleSink
{
public:
    WorkspaceFinder(qint64 fileSize, const ImportProgress& progress) : m_fileSize(fileSize), m_progress(progress) { }
    Status element(const QString&, qsizetype, const JsonValue&, const JsonPath&) override { return domain::done(); }
    Status listBegins(const QString&) override { return domain::done(); }
    bool goOn(qint64) override { return !m_progress || m_progress(0, m_fileSize); } // nothing is taken yet
    Status member(const QString& name, const JsonValue& value, const JsonPath& path) override
    {
        if (name != u"workspace")
            return domain::done();
        const Result<BundleWorkspace> row = decode<BundleWorkspace>(value, {}, path);
        if (!row)
            return row.error();
        found = *row;
        return error(ErrorCode::Cancelled, message("bundle.cancelled")); // the rest is read later
    }

    std::optional<BundleWorkspace> found;

private:
    qint64 m_fileSize;
    const ImportProgress& m_progress;
};

struct Target {
    domain::WorkspaceId id;
    domain::EventZone zone = domain::EventZone::utc();
};

/// Which workspace the bundle's ids belong to: an empty one takes the bundle's, another refuses a different one.
Result<Target> findTarget(QIODevice& file, store::Reader& reader, const ImportProgress& progress)
{
    const std::optional<store::WorkspaceRecord> own = reader.workspace();
    if (const Status status = reader.status(); !status || !own)
        return status ? error(ErrorCode::Damaged, message("bundle.no_workspace")) : status.error();
    Target target{own->id, own->zone};
    WorkspaceFinder finder(file.size(), progress);
    const Result<ReadBundle> read = readBundle(file, finder);
    if (!read && !finder.found)
        return read.error();
    if (!finder.found)
        return target;
    if (const auto zone = domain::EventZone::fromName(finder.found->timeZone))
        target.zone = *zone;
    if (!finder.found->id)
        return target;
    const std::optional<QUuid> uuid = domain::uuidFromText(*finder.found->id);
    if (!uuid)
        return faultAt(QStringLiteral("/workspace/id"), message("bundle.workspace_id").with("id", finder.found->id->left(64)));
    if (*uuid != own->id.uuid() && !store::BundleStaging::isEmpty(reader)) {
        return error(ErrorCode::Refused, message("bundle.other_workspace").with("theirs", *finder.found->id).with("ours", own->id.text()));
    }
    target.id = domain::WorkspaceId(*uuid);
    return target;
}

} // namespace

Result<StagedBundle> stageBundle(QIODevice& file, store::Reader& writer, const ImportProgress& progress)
{
    writer.database().forgetFailure();
    const Result<Target> target = findTarget(file, writer, progress);
    if (!target)
        return target.error();
    if (!file.seek(0))
        return error(ErrorCode::Unavailable, message("bundle.unreadable").with("reason", file.errorString()));
    store::BundleStaging staging(writer.database());
    staging.begin();
    Stager stager(staging, writer, target->id, target->zone, file.size(), progress);
    const Result<ReadBundle> read = readBundle(file, stager);
    const Status finished = read ? stager.finish() : Status(read.error());
    if (!finished) {
        staging.abandon();
        return finished.error();
    }
    staging.finish(read->sha256, target->id);
    if (const Status status = writer.status(); !status)
        return status.error();
    return StagedBundle{read->sha256, read->size, target->id};
}

Result<ImportBundle::Made> ImportBundle::execute(const Context& context, store::UnitOfWork& work) const
{
    store::BundleStaging staging(work.reader().database());
    if (!staging.holds(fileSha256))
        return error(ErrorCode::Refused, message("bundle.not_staged"));
    if (!staging.fits(work.reader())) {
        const QString ours = context.workspaceId.text();
        return error(ErrorCode::Refused, message("bundle.other_workspace").with("theirs", staging.workspace().text()).with("ours", ours));
    }
    const store::StagedCounts counts = staging.publish();
    if (counts.gates > 0 || counts.zones > 0 || counts.newScans > 0) {
        work.rebuildCounts([](const std::vector<domain::Scan>& history, const store::Catalogue& catalogue) {
            return door::presenceAfter(history, catalogue.gates, catalogue.zones).zones;
        });
    } else {
        work.catalogueChanges();
    }
    return Made{counts.products, counts.performances, counts.gates,  counts.zones,   counts.questions,
                counts.issuers,  counts.orders,       counts.tickets, counts.newScans};
}

QByteArray bundleSchema()
{
    JsonDocument schema(rapidjson::kObjectType);
    auto& allocator = schema.GetAllocator();
    JsonValue properties(rapidjson::kObjectType);
    JsonValue format(rapidjson::kObjectType);
    format.AddMember("const", "encore-bundle/1", allocator);
    JsonValue formats(rapidjson::kArrayType);
    formats.PushBack("encore-bundle/1", allocator);
    format.AddMember("enum", formats, allocator); // for validators older than "const"
    properties.AddMember("format", format, allocator);
    properties.AddMember("workspace", schemaOf<BundleWorkspace>(allocator), allocator);
    properties.AddMember("products", schemaOf<std::vector<BundleProduct>>(allocator), allocator);
    properties.AddMember("performances", schemaOf<std::vector<BundlePerformance>>(allocator), allocator);
    properties.AddMember("zones", schemaOf<std::vector<BundleZone>>(allocator), allocator);
    properties.AddMember("gates", schemaOf<std::vector<BundleGate>>(allocator), allocator);
    properties.AddMember("questions", schemaOf<std::vector<BundleQuestion>>(allocator), allocator);
    properties.AddMember("orders", schemaOf<std::vector<BundleOrder>>(allocator), allocator);
    properties.AddMember("issuers", schemaOf<std::vector<BundleIssuer>>(allocator), allocator);
    properties.AddMember("revocations", schemaOf<std::vector<QString>>(allocator), allocator);
    properties.AddMember("blocks", schemaOf<std::vector<QString>>(allocator), allocator);
    properties.AddMember("scans", schemaOf<std::vector<BundleScan>>(allocator), allocator);
    JsonValue required(rapidjson::kArrayType);
    required.PushBack("format", allocator);
    schema.AddMember("$schema", "https://json-schema.org/draft/2020-12/schema", allocator);
    schema.AddMember("title", "encore-bundle/1", allocator);
    schema.AddMember("type", "object", allocator);
    schema.AddMember("required", required, allocator);
    schema.AddMember("properties", properties, allocator);
    return jsonText(schema);
}

} // namespace encore::commands
