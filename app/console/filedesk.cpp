// SPDX-License-Identifier: GPL-3.0-or-later
#include "filedesk.h"

#include "commands/fulfilment/fulfilment.h"
#include "commands/projects/pictures.h"
#include "raster/paperpdf.h"
#include "raster/thumbnail.h"
#include "store/blobs.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace encore::console
{

using commands::TableImport;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

Status writeWholeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return domain::done();
    return error(ErrorCode::Unavailable, message("file.unwritable").with("file", path).with("reason", file.errorString()));
}

FileDesk::FileDesk(const store::Workspace& workspace, WriterThread& writer, Mailbox& mailbox) :
    m_workspace(workspace), m_writer(writer), m_mailbox(mailbox)
{
    m_pool.setMaxThreadCount(1);
}

void FileDesk::previewTable(const commands::ImportTarget& target, const QString& path, QObject* receiver, Preview answer)
{
    const auto table = std::make_shared<std::optional<Result<report::TableFile>>>();
    const auto preview = std::make_shared<std::optional<Result<TableImport>>>();
    // Back in the window's thread first: only there it is known whether somebody still waits.
    const auto rehearse = [this, target, table, preview, receiver, answer = std::move(answer)] {
        if (!(*table)->ok())
            return answer((*table)->error());
        m_writer.runStep(
            [target, table, preview](commands::Executor& executor, store::UnitOfWork& work) {
                *preview = commands::previewImport(target, ***table, executor, work);
                return domain::done(); // whatever it found, nothing is written: nobody who shares the commit has to begin again
            },
            receiver, [preview, answer](const Status& status) { answer(status ? **preview : Result<TableImport>(status.error())); });
    };
    m_pool.start([table, path, post = m_mailbox.deliveryTo(receiver), rehearse] {
        *table = commands::readImportFile(path);
        post(rehearse);
    });
}

void FileDesk::importTable(const TableImport& table, QObject* receiver, Answer answer)
{
    m_writer.runStep([table](commands::Executor& executor, store::UnitOfWork& work) { return commands::runImport(table, executor, work); }, receiver,
                     std::move(answer));
}

void FileDesk::writePackingList(domain::ProjectId project, const QString& path, domain::Language language, QObject* receiver,
                                std::function<void(const Result<Packed>&)> answer)
{
    m_pool.start([this, project, path, language, post = m_mailbox.deliveryTo(receiver), answer = std::move(answer)] {
        const auto work = [&]() -> Result<Packed> {
            const auto reader = m_workspace.openReader();
            if (!reader)
                return reader.error();
            Packed packed;
            const auto papers = commands::packingPapers(project, **reader, packed.withoutAddress);
            if (!papers)
                return papers.error();
            packed.parcels = qint64(papers->size());
            if (papers->empty())
                return error(ErrorCode::Refused, message("paper.nothing_to_pack").with("count", packed.withoutAddress));
            if (const Status written = writeWholeFile(path, raster::packingPdf(*papers, language)); !written)
                return written.error();
            return packed;
        };
        const Result<Packed> packed = work();
        post([answer, packed] { answer(packed); });
    });
}

void FileDesk::addPicture(domain::ProjectId project, const QString& path, QObject* receiver, Answer answer)
{
    m_pool.start([this, project, path, receiver, post = m_mailbox.deliveryTo(receiver), answer = std::move(answer)] {
        const Result<QByteArray> bytes = raster::readPicture(path, commands::mostPictureBytes);
        // Back in the window's thread first: only there it is known whether somebody still waits.
        post([this, project, path, receiver, answer, bytes] {
            if (!bytes)
                return answer(bytes.error());
            m_writer.runStep(
                [project, bytes, caption = QFileInfo(path).completeBaseName()](commands::Executor& executor, store::UnitOfWork& work) {
                    return commands::addPicture(project, *bytes, caption, executor, work);
                },
                receiver, answer);
        });
    });
}

void FileDesk::thumbnail(const QByteArray& sha256, QSize most, QObject* receiver, std::function<void(const QImage&)> answer)
{
    m_pool.start([this, sha256, most, post = m_mailbox.deliveryTo(receiver), answer = std::move(answer)] {
        QImage image;
        if (const auto reader = m_workspace.openReader()) {
            const auto bytes = store::BlobReader(**reader).content(sha256);
            const auto small = bytes ? raster::thumbnail(*bytes, most, QString::fromLatin1(sha256.toHex().left(8))) : Result<QImage>(QImage());
            image = small ? *small : QImage();
        }
        post([answer, image] { answer(image); });
    });
}

} // namespace encore::console
