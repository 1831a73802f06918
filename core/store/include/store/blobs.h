// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files by the SHA-256 of their bytes: pictures, later what providers send. Commands carry the hash, so that the log stays small.

#include "store/unitofwork.h"

namespace encore::store
{

class BlobReader
{
public:
    explicit BlobReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] bool contains(const QByteArray& sha256);
    /// Nothing where there is no such file, or where what lies there is not what its hash says.
    [[nodiscard]] std::optional<QByteArray> content(const QByteArray& sha256);

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
