// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

#include <functional>

class QIODevice;

namespace encore::store
{
class Reader;
}

namespace encore::commands
{

/// Bytes read so far and in all; false stops the import and nothing has happened.
using ImportProgress = std::function<bool(qint64 done, qint64 total)>;

struct StagedBundle {
    QByteArray fileSha256;
    qint64 fileSize = 0;
    /// The workspace's id after the import: an empty workspace takes the bundle's.
    domain::WorkspaceId workspace;
};

/// Reads an encore-bundle/1 (CONTRACTS §4) in steps and checks all of it into the staging area of @p writer's connection. Nothing of
/// the workspace changes; ImportBundle publishes what was staged. The first fault is told with its path: "/orders/12/tickets/0/seat".
[[nodiscard]] domain::Result<StagedBundle> stageBundle(QIODevice& file, store::Reader& writer, const ImportProgress& progress = {});

/// JSON Schema 2020-12 of a bundle, made from the same descriptions that the import reads by.
[[nodiscard]] QByteArray bundleSchema();

/// Publishes what stageBundle() staged on the same connection, all of it in this one command.
struct ImportBundle {
    static constexpr const char* name = "ImportBundle";
    static constexpr const char* summary = "Publish a bundle that was staged before; carries the hash of its file.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::ManageWorkspace;

    QByteArray fileSha256;
    qint64 fileSize = 0;

    struct Made {
        qint64 products = 0;
        qint64 performances = 0;
        qint64 gates = 0;
        qint64 zones = 0;
        qint64 questions = 0;
        qint64 issuers = 0;
        qint64 orders = 0;
        qint64 tickets = 0;
        qint64 scans = 0; ///< that were not here before
    };
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<ImportBundle> {
    static auto fields()
    {
        return std::tuple(field("file_sha256", &ImportBundle::fileSha256, "of the bundle's file"),
                          field("file_size", &ImportBundle::fileSize, "bytes"));
    }
};

template<>
struct Descriptor<ImportBundle::Made> {
    static auto fields()
    {
        using T = ImportBundle::Made;
        return std::tuple(field("products", &T::products, ""), field("performances", &T::performances, ""), field("gates", &T::gates, ""),
                          field("zones", &T::zones, ""), field("questions", &T::questions, ""), field("issuers", &T::issuers, ""),
                          field("orders", &T::orders, ""), field("tickets", &T::tickets, ""),
                          field("scans", &T::scans, "that were not here before"));
    }
};

} // namespace encore::commands
