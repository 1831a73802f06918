// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspaceheader.h"

#include "migrations.h"

#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <sqlite3.h>

#include <memory>

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;

namespace
{

constexpr int headerSize = 100;

/// The first bytes of a file, read by SQLite's own hands. Not by ours: whoever closes a file takes with it all locks that this process
/// holds on it (POSIX, fcntl), those of open connections too, and another process would then clear the write-ahead log away under them
/// (sqlite.org/howtocorrupt.html, 2.2). Null: it cannot be read. Shorter: so is the file.
QByteArray readHeader(const QString& path)
{
    const QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1";
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(uri.constData(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> connection(opened, &sqlite3_close);
    sqlite3_file* file = nullptr;
    if (result != SQLITE_OK || sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods)
        return {};
    QByteArray header(headerSize, '\0');
    const int read = file->pMethods->xRead(file, header.data(), headerSize, 0);
    if (read == SQLITE_OK)
        return header;
    return read == SQLITE_IOERR_SHORT_READ ? QByteArray("") : QByteArray();
}

} // namespace

domain::Status checkWorkspaceHeader(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const QFileInfo info(path);
    if (!info.exists())
        return error(ErrorCode::Unavailable, message("store.no_file").with("file", path));
    const QByteArray header = info.isDir() ? QByteArray() : readHeader(info.absoluteFilePath());
    if (header.isNull())
        return error(ErrorCode::Unavailable, message("store.unreadable").with("file", path));
    if (!header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return error(ErrorCode::Damaged, message("store.not_a_workspace").with("file", name));
    if (qFromBigEndian<quint32>(header.constData() + 68) != applicationId)
        return error(ErrorCode::Damaged, message("store.foreign").with("file", name));
    const quint32 version = qFromBigEndian<quint32>(header.constData() + 60);
    if (version > quint32(newestSchema()))
        return error(ErrorCode::NewerSchema, message("store.newer").with("file", name).with("theirs", version).with("ours", newestSchema()));
    return domain::done();
}

} // namespace encore::store
