// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whole bundles in and out of a workspace, as a person means it: one file, one answer.

#include "commands/bundle/bundleimport.h"
#include "commands/demo/demobundle.h"
#include "commands/executor.h"

namespace encore::commands
{

struct ImportedBundle {
    Outcome outcome;
    ImportBundle::Made made; ///< the outcome's JSON as values
};

/// "Imported: 300 tickets in …"
[[nodiscard]] domain::Message wordsOf(const ImportBundle::Made& made);

/// Stages a bundle on the executor's connection and publishes it with ImportBundle: all of it or nothing.
[[nodiscard]] domain::Result<ImportedBundle> importBundle(QIODevice& file, Executor& executor, const Actor& actor,
                                                          const ImportProgress& progress = {});
/// Errors: Unavailable where the file cannot be read, else those of stageBundle().
[[nodiscard]] domain::Result<ImportedBundle> importBundleFile(const QString& path, Executor& executor, const Actor& actor,
                                                              const ImportProgress& progress = {});
/// Invented people, as writeDemoBundle() makes them.
[[nodiscard]] domain::Result<ImportedBundle> importDemo(quint64 seed, DemoScale scale, Executor& executor, const Actor& actor,
                                                        const ImportProgress& progress = {});
/// The same, and invented campaigns with it: see runDemoCampaigns().
[[nodiscard]] domain::Result<ImportedBundle> fillDemo(quint64 seed, DemoScale scale, Executor& executor, const Actor& actor,
                                                      const ImportProgress& progress = {});
/// The file appears when it is whole; what stood there before is kept until then. @p progress as in exportBundle().
[[nodiscard]] domain::Status exportBundleFile(store::Reader& reader, const QString& path,
                                              const std::function<bool(qint64 done, qint64 total)>& progress = {});

} // namespace encore::commands
