// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unitofwork.h"

namespace encore::store
{

/// A command that was refused, and why: kept, because a stored answer never changes.
struct Rejection {
    domain::CommandId id;
    QByteArray bodyHash;
    domain::Error error;
    domain::Instant at;
};

class AnswerBook
{
public:
    explicit AnswerBook(UnitOfWork& work) : m_database(work.reader().database()) { }

    [[nodiscard]] std::optional<Rejection> rejection(domain::CommandId id);
    void add(const Rejection& rejection);

private:
    Database& m_database;
};

} // namespace encore::store
