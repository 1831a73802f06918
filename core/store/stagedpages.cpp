// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stagedpages.h"

namespace encore::store
{

void StagedPages::add(const QByteArray& body)
{
    m_database.execute("INSERT INTO staged_pages (body) VALUES (?)", {body});
}

std::optional<QByteArray> StagedPages::next(qint64& number)
{
    Rows rows = m_database.run("SELECT number, body FROM staged_pages WHERE number > ? ORDER BY number LIMIT 1", {number});
    if (!rows.next())
        return std::nullopt;
    number = rows.number(0);
    return rows.bytes(1);
}

void StagedPages::clear()
{
    m_database.execute("DELETE FROM staged_pages");
}

} // namespace encore::store
