// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements.h"

#include <QSet>

#include <algorithm>
#include <mutex>

namespace encore::store
{

const char* keptStatement(const QByteArray& sql)
{
    static QSet<QByteArray> kept;
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    return kept.insert(sql)->constData();
}

qsizetype keyCount(const SyncTable& table)
{
    return std::count_if(table.keys.begin(), table.keys.end(), [](const char* key) { return key != nullptr; });
}

QByteArray keyList(const SyncTable& table, const char* before, const char* between)
{
    QByteArray text;
    for (qsizetype i = 0; i < keyCount(table); ++i)
        text += QByteArray(i > 0 ? between : "") + before + table.keys[size_t(i)];
    return text;
}

QByteArray questionMarks(qsizetype count)
{
    QByteArray marks;
    for (qsizetype i = 0; i < count; ++i)
        marks += i > 0 ? ", ?" : "?";
    return marks;
}

} // namespace encore::store
