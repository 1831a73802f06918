// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/bundle/bundlefiles.h"
#include "commands/executor.h"
#include "store/workspace.h"
#include "support/fakes.h"
#include "support/testdatabase.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

namespace encore::support
{

/// A workspace in a temporary folder with everything that carries commands out on it, at a time that stands still.
class TestDesk
{
public:
    explicit TestDesk(domain::WorkspaceId id = domain::WorkspaceId(QUuid::fromString(QStringLiteral("{018f3c1e-0000-7000-8000-000000000001}"))))
    {
        store::WorkspaceRecord record;
        record.id = id;
        record.name = QStringLiteral("Test");
        record.currency = QStringLiteral("KRW");
        auto made = store::Workspace::create(testsOnServer() ? freshDatabase() : m_folder.filePath(QStringLiteral("w.encore")), record, clock, random);
        Q_ASSERT(made.ok());
        workspace = std::move(made).value();
        executor.emplace(workspace->reader(), QStringLiteral("desk 1"), clock, random);
    }

    [[nodiscard]] store::Reader& reader() { return workspace->reader(); }

    [[nodiscard]] domain::Result<commands::Outcome> import(const QByteArray& bundle)
    {
        QBuffer file;
        file.setData(bundle);
        file.open(QIODevice::ReadOnly);
        const auto imported = commands::importBundle(file, *executor, owner);
        if (!imported)
            return imported.error();
        return imported->outcome;
    }

    [[nodiscard]] qint64 count(const char* table)
    {
        store::Rows rows = reader().database().run(QStringLiteral("SELECT count(*) FROM ") + QLatin1StringView(table), {});
        return rows.next() ? rows.number(0) : -1;
    }

    [[nodiscard]] static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    FakeClock clock{{1'795'168'800'000}}; // 2026-11-20T19:00:00+09:00
    SeededRandom random{1};
    commands::Actor owner{commands::Role::Admin, QStringLiteral("owner")};
    commands::Actor steward{commands::Role::Door, QStringLiteral("steward")};
    commands::Actor supervisor{commands::Role::Supervisor, QStringLiteral("supervisor")};

private:
    QTemporaryDir m_folder;

public:
    std::unique_ptr<store::Workspace> workspace;
    std::optional<commands::Executor> executor;
};

} // namespace encore::support
