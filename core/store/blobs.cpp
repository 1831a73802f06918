// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/blobs.h"

#include "domain/random.h"

namespace encore::store
{

bool BlobReader::contains(const QByteArray& sha256)
{
    Rows rows = m_database.run("SELECT 1 FROM blobs WHERE sha256 = ?", {sha256});
    return rows.next();
}

std::optional<QByteArray> BlobReader::content(const QByteArray& sha256)
{
    Rows rows = m_database.run("SELECT content FROM blobs WHERE sha256 = ?", {sha256});
    if (!rows.next())
        return std::nullopt;
    QByteArray bytes = rows.bytes(0);
    return domain::sha256(bytes) == sha256 ? std::optional(std::move(bytes)) : std::nullopt;
}

QByteArray BlobReader::firstMissing(const std::set<QByteArray>& but)
{
    Rows rows = m_database.run("SELECT p.sha256 FROM project_pictures p WHERE NOT EXISTS (SELECT 1 FROM blobs b WHERE b.sha256 = p.sha256)"
                               " ORDER BY p.project_id, p.position");
    while (rows.next()) {
        if (const QByteArray hash = rows.bytes(0); !but.contains(hash))
            return hash;
    }
    return {};
}

QByteArray BlobWriter::put(const QByteArray& content)
{
    const QByteArray hash = domain::sha256(content);
    m_database.execute("INSERT OR IGNORE INTO blobs (sha256, size, content) VALUES (?, ?, ?)", {hash, content.size(), content});
    return hash;
}

} // namespace encore::store
