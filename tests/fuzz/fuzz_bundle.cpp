// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a bundle. Staging may refuse, but never crash, and never changes a table of the workspace; every second accepted one is
// published in a workspace of its own, and comes out as a bundle that gives the same bytes again.

#include "commands/bundle/bundleexport.h"
#include "commands/bundle/bundleimport.h"
#include "commands/executor.h"
#include "store/workspace.h"
#include "support/fakes.h"

#include <QBuffer>
#include <QTemporaryDir>

#include <cstdlib>

using namespace encore;

namespace
{

void mustHold(bool invariant)
{
    if (!invariant)
        std::abort();
}

class Desk
{
public:
    Desk()
    {
        store::WorkspaceRecord record;
        record.id = domain::WorkspaceId(QUuid::createUuidV5(QUuid(), QByteArray("fuzz")));
        record.currency = QStringLiteral("KRW");
        auto made = store::Workspace::create(m_folder.filePath(QStringLiteral("w.encore")), record, m_clock, m_random);
        mustHold(made.ok());
        m_workspace = std::move(made).value();
        reader().database().execute("PRAGMA synchronous = OFF");
    }
    [[nodiscard]] store::Reader& reader() { return m_workspace->reader(); }

    [[nodiscard]] domain::Result<commands::StagedBundle> stage(QByteArray bundle)
    {
        QBuffer file(&bundle);
        file.open(QIODevice::ReadOnly);
        return commands::stageBundle(file, reader());
    }
    /// The tables that a bundle fills are empty, and no transaction was left open.
    [[nodiscard]] bool isUntouched()
    {
        store::Rows rows = reader().database().run(
            QStringLiteral("SELECT (SELECT count(*) FROM main.products) + (SELECT count(*) FROM main.variations)"
                           " + (SELECT count(*) FROM main.performances) + (SELECT count(*) FROM main.zones) + (SELECT count(*) FROM main.gates)"
                           " + (SELECT count(*) FROM main.questions) + (SELECT count(*) FROM main.issuers)"
                           " + (SELECT count(*) FROM main.orders) + (SELECT count(*) FROM main.tickets)"
                           " + (SELECT count(*) FROM main.contacts) + (SELECT count(*) FROM main.scans)"
                           " + (SELECT count(*) FROM main.refused_codes) + (SELECT count(*) FROM main.bundle_members)"),
            {});
        return rows.next() && rows.number(0) == 0;
    }    [[nodiscard]] QByteArray importAndExport(const QByteArray& bundle)
    {
        const auto staged = stage(bundle);
        mustHold(staged.ok());
        commands::Executor executor(reader(), QStringLiteral("Desk"), m_clock, m_random);
        mustHold(executor.run(commands::makeRequest(commands::ImportBundle{staged->fileSha256, staged->fileSize}, {})).ok());
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        mustHold(commands::exportBundle(reader(), file).ok());
        return file.data();
    }

private:
    QTemporaryDir m_folder;
    support::FakeClock m_clock{{1'800'000'000'000}};
    support::SeededRandom m_random{1};
    std::unique_ptr<store::Workspace> m_workspace;
};

void checkRoundTrip(const QByteArray& bundle)
{
    Desk first;
    const QByteArray exported = first.importAndExport(bundle);
    Desk second;
    mustHold(second.importAndExport(exported) == exported);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Desk desk;
    const QByteArray bundle(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto staged = desk.stage(bundle);
    if (!staged)
        mustHold(domain::hasWords(staged.error().message.id));
    else
        mustHold(staged->fileSha256 == domain::sha256(bundle) && staged->fileSize == bundle.size());
    mustHold(desk.isUntouched());
    static int acceptedCount = 0;
    if (staged && ++acceptedCount % 2 == 0)
        checkRoundTrip(bundle);
    return 0;
}
