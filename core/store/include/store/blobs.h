// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files by the SHA-256 of their bytes: pictures, later what providers send. Commands carry the hash, so that the log stays small.

#include "store/unitofwork.h"

#include <set>

namespace encore::store
{

class BlobReader
{
public:
    explicit BlobReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] bool contains(const QByteArray& sha256);
    /// Nothing where there is no such file, or where what lies there is not what its hash says.
    [[nodiscard]] std::optional<QByteArray> content(const QByteArray& sha256);
    /// Of a picture of a campaign whose file is not here, @p but those; empty: none.
    [[nodiscard]] QByteArray firstMissing(const std::set<QByteArray>& but);

protected:
    Database& m_database;
};

class BlobWriter final : public BlobReader
{
public:
    explicit BlobWriter(UnitOfWork& work) : BlobReader(work.reader()) { }

    /// Keeps the bytes and returns their hash; the same bytes are kept once.
    QByteArray put(const QByteArray& content);
};

} // namespace encore::store
