// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "writerthread.h"

#include "ui/common/services.h"

#include <QThreadPool>

namespace encore::console
{

/// All of it, or the file stays as it was.
[[nodiscard]] domain::Status writeWholeFile(const QString& path, const QByteArray& bytes);

/// Reads and writes files beside the window and the writer, so that a slow disk stops neither. Rows of tables go through the writer.
class FileDesk final : public ui::FileService
{
public:
    FileDesk(const store::Workspace& workspace, WriterThread& writer, Mailbox& mailbox);

    void previewTable(const commands::ImportTarget& target, const QString& path, QObject* receiver, Preview answer) override;
    void importTable(const commands::TableImport& table, QObject* receiver, Answer answer) override;
    void writePackingList(domain::ProjectId project, const QString& path, domain::Language language, QObject* receiver,
                          std::function<void(const domain::Result<Packed>&)> answer) override;
    void addPicture(domain::ProjectId project, const QString& path, QObject* receiver, Answer answer) override;
    void thumbnail(const QByteArray& sha256, QSize most, QObject* receiver, std::function<void(const QImage&)> answer) override;

private:
    const store::Workspace& m_workspace;
    WriterThread& m_writer;
    Mailbox& m_mailbox;
    QThreadPool m_pool; ///< last, so that its destructor waits while the rest is still there
};

} // namespace encore::console
