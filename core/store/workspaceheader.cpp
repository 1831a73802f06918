// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspaceheader.h"

#include "migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;

domain::Status checkWorkspaceHeader(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const QFileInfo info(path);
    if (!info.exists())
        return error(ErrorCode::Unavailable, message("store.no_file").with("file", path));
    QFile file(path);
    if (info.isDir() || !file.open(QIODevice::ReadOnly))
        return error(ErrorCode::Unavailable, message("store.unreadable").with("file", path));
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return error(ErrorCode::Damaged, message("store.not_a_workspace").with("file", name));
    if (qFromBigEndian<quint32>(header.constData() + 68) != applicationId)
        return error(ErrorCode::Damaged, message("store.foreign").with("file", name));
    const quint32 version = qFromBigEndian<quint32>(header.constData() + 60);
    if (version > quint32(newestSchema()))
        return error(ErrorCode::NewerSchema, message("store.newer").with("file", name).with("theirs", version).with("ours", newestSchema()));
    return domain::done();
}

} // namespace encore::store
