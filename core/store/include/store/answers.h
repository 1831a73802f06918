// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unitofwork.h"

#include <set>

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
    explicit AnswerBook(UnitOfWork& work) : m_reader(work.reader()), m_database(work.reader().database()) { }

    /// Looks into the log on the same way: whoever asks for the command's line next is answered from here where there is none.
    [[nodiscard]] std::optional<Rejection> rejection(domain::CommandId id);
    void add(const Rejection& rejection);

private:
    Reader& m_reader;
    Database& m_database;
};

/// Ids of all commands that are answered with the refusal which they once got.
[[nodiscard]] std::set<QByteArray> refusedCommands(Reader& reader);

} // namespace encore::store
