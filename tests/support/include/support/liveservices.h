// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Services for screens on a real workspace: commands and queries are carried out at once, and answered later on the same thread, as the
// console does it.

#include "commands/fulfilment/fulfilment.h"
#include "commands/projects/pictures.h"
#include "raster/paperpdf.h"
#include "raster/thumbnail.h"
#include "store/blobs.h"
#include "store/unitofwork.h"
#include "support/desk.h"
#include "support/fakeservices.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>

namespace encore::tests
{

class LiveCommandRunner final : public commands::CommandRunner
{
public:
    explicit LiveCommandRunner(support::TestDesk& desk) : m_desk(desk) { }
    void run(const commands::CommandRequest& request, QObject* receiver, Answer answer) override
    {
        const auto outcome = m_desk.executor->run(request);
        QMetaObject::invokeMethod(receiver, [answer = std::move(answer), outcome] { answer(outcome); }, Qt::QueuedConnection);
    }

private:
    support::TestDesk& m_desk;
};

class LiveQueryRunner final : public commands::QueryRunner
{
public:
    explicit LiveQueryRunner(support::TestDesk& desk) : m_desk(desk) { }

protected:
    void runOnReader(Work work, QObject* receiver, Delivery deliver) override
    {
        const auto rows = work({m_desk.reader(), m_desk.clock.now(), false});
        QMetaObject::invokeMethod(receiver, [deliver = std::move(deliver), rows] { deliver(rows); }, Qt::QueuedConnection);
    }

private:
    support::TestDesk& m_desk;
};

class LiveFileService final : public ui::FileService
{
public:
    explicit LiveFileService(support::TestDesk& desk) : m_desk(desk) { }
    void previewTable(const commands::ImportTarget& target, const QString& path, QObject* receiver, Preview answer) override
    {
        const auto table = commands::readImportFile(path);
        std::optional<domain::Result<commands::TableImport>> preview;
        if (!table)
            preview = table.error();
        else
            (void)m_desk.executor->runTogether({[&](store::UnitOfWork& work) {
                preview = commands::previewImport(target, *table, *m_desk.executor, work);
                return domain::done();
            }});
        QMetaObject::invokeMethod(receiver, [answer = std::move(answer), preview] { answer(*preview); }, Qt::QueuedConnection);
    }
    void importTable(const commands::TableImport& import, QObject* receiver, Answer answer) override
    {
        const domain::Status done = m_desk.executor->runTogether({[&](store::UnitOfWork& work) { return commands::runImport(import, *m_desk.executor, work); }}).front();
        QMetaObject::invokeMethod(receiver, [answer = std::move(answer), done] { answer(done); }, Qt::QueuedConnection);
    }
    void writePackingList(domain::ProjectId project, const QString& path, domain::Language language, QObject* receiver,
                          std::function<void(const domain::Result<Packed>&)> answer) override
    {
        Packed packed;
        const auto papers = commands::packingPapers(project, m_desk.reader(), packed.withoutAddress);
        packed.parcels = papers ? qint64(papers->size()) : 0;
        QFile file(path);
        if (papers && !papers->empty() && file.open(QIODevice::WriteOnly))
            file.write(raster::packingPdf(*papers, language));
        QMetaObject::invokeMethod(receiver, [answer = std::move(answer), packed] { answer(packed); }, Qt::QueuedConnection);
    }

    void addPicture(domain::ProjectId project, const QString& path, QObject* receiver, Answer answer) override
    {
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const auto shown = raster::thumbnail(bytes, QSize(8, 8), path);
        const domain::Status done = !shown ? domain::Status(shown.error())
                                           : m_desk.executor->runTogether({[&](store::UnitOfWork& work) { return commands::addPicture(project, bytes, {}, *m_desk.executor, work); }}).front();
        QMetaObject::invokeMethod(receiver, [answer = std::move(answer), done] { answer(done); }, Qt::QueuedConnection);
    }
    void thumbnail(const QByteArray& sha256, QSize most, QObject* receiver, std::function<void(const QImage&)> answer) override
    {
        const auto bytes = store::BlobReader(m_desk.reader()).content(sha256);
        const auto small = raster::thumbnail(bytes.value_or(QByteArray()), most, QString());
        QMetaObject::invokeMethod(receiver, [answer = std::move(answer), image = small ? *small : QImage()] { answer(image); }, Qt::QueuedConnection);
    }

private:
    support::TestDesk& m_desk;
};

struct LiveServices {
    explicit LiveServices(support::TestDesk& desk) : commandRunner(desk), queryRunner(desk), files(desk), settings(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat)
    {
        services = {&commandRunner, &queryRunner, &door, &pin, &bundles, &desk.clock, &settings, &papers, &files, &sync, &people};
    }

    QTemporaryDir folder;
    LiveCommandRunner commandRunner;
    LiveQueryRunner queryRunner;
    support::FakeDoorService door;
    support::FakePinService pin;
    support::FakeBundleService bundles;
    support::FakePaperService papers;
    LiveFileService files;
    support::FakeSyncService sync;
    support::FakePeopleService people;
    QSettings settings;
    ui::Services services;
};

/// Lets everything that was asked for be answered, and what follows from the answers.
inline void settle()
{
    for (int turn = 0; turn < 30; ++turn)
        QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace encore::tests
