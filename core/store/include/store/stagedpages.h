// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unitofwork.h"

namespace encore::store
{

/// Pages that came from the authority and wait for the rest, so that all of them are applied in one transaction.
class StagedPages
{
public:
    explicit StagedPages(UnitOfWork& work) : m_database(work.reader().database()) { }

    void add(const QByteArray& body);
    /// The first behind @p number, which it sets; absent: there are no more.
    [[nodiscard]] std::optional<QByteArray> next(qint64& number);
    void clear();

private:
    Database& m_database;
};

} // namespace encore::store
