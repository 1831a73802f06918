// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A workspace of its own for a test, and bundles going in and out of it.

#include "commands/bundle/bundleexport.h"
#include "commands/bundle/bundleimport.h"
#include "commands/executor.h"
#include "store/workspace.h"
#include "support/fakes.h"
#include "support/testdatabase.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

namespace encore
{

class BundleWorld
{
public:
    explicit BundleWorld(quint64 seed = 1) : m_random(seed)
    {
        store::WorkspaceRecord record;
        record.id = domain::WorkspaceId(domain::makeUuidV7(m_clock.now(), m_random));
        record.name = QStringLiteral("Test");
        record.currency = QStringLiteral("KRW");
        record.zone = *domain::EventZone::fromName(QStringLiteral("Asia/Seoul"));
        auto made = store::Workspace::create(support::testsOnServer() ? support::freshDatabase() : m_folder.filePath(QStringLiteral("w.encore")), record, m_clock,
                                             m_random);
        if (made)
            m_workspace = std::move(made).value();
    }

    [[nodiscard]] store::Reader& reader() { return m_workspace->reader(); }
    [[nodiscard]] domain::WorkspaceId id() { return reader().workspace()->id; }
    [[nodiscard]] support::FakeClock& clock() { return m_clock; }

    template<commands::Command C>
    [[nodiscard]] domain::Result<commands::Outcome> run(const C& command)
    {
        commands::Executor executor(reader(), QStringLiteral("Desk 1"), m_clock, m_random);
        return executor.run(commands::makeRequest(command, {}));
    }
    [[nodiscard]] domain::Result<commands::StagedBundle> stage(QByteArray bundle, const commands::ImportProgress& progress = {})
    {
        QBuffer file(&bundle);
        file.open(QIODevice::ReadOnly);
        return commands::stageBundle(file, reader(), progress);
    }
    [[nodiscard]] domain::Status import(const QByteArray& bundle)
    {
        const auto staged = stage(bundle);
        if (!staged)
            return staged.error();
        const auto outcome = run(commands::ImportBundle{staged->fileSha256, staged->fileSize});
        return outcome ? domain::done() : domain::Status(outcome.error());
    }
    /// The workspace as a bundle; empty after a failure.
    [[nodiscard]] QByteArray exported()
    {
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        return commands::exportBundle(reader(), file) ? file.data() : QByteArray();
    }
    [[nodiscard]] qint64 count(const QString& sql)
    {
        store::Rows rows = reader().database().run(sql, {});
        return rows.next() ? rows.number(0) : -1;
    }
    /// Rows of every table.
    [[nodiscard]] QMap<QString, qint64> counts()
    {
        QMap<QString, qint64> found;
        for (const char* table : {"workspace", "products", "variations", "performances", "zones", "gates", "questions", "issuers", "orders",
                                  "tickets", "contacts", "ticket_search", "refused_codes", "bundle_members", "scans", "presence",
                                  "zone_counts", "gate_counts", "command_log"})
            found[QLatin1String(table)] = count(QStringLiteral("SELECT count(*) FROM main.") + QLatin1String(table));
        return found;
    }

private:
    QTemporaryDir m_folder;
    support::FakeClock m_clock{{1'800'000'000'000}};
    support::SeededRandom m_random;
    std::unique_ptr<store::Workspace> m_workspace;
};

/// The English words of an error, for a failing test to show.
[[nodiscard]] inline QByteArray wordsOf(const domain::Status& status)
{
    return status ? QByteArray("done") : domain::words(status.error().message, domain::Language::English).toUtf8();
}

[[nodiscard]] inline QByteArray testData(const char* name)
{
    QFile file(QStringLiteral(ENCORE_TEST_DATA "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace encore
