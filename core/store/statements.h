// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Statements made of a table's description.

#include "store/synctables.h"

#include <QByteArray>

namespace encore::store
{

/// Statements are prepared by their address: each text is made once and stays.
[[nodiscard]] const char* keptStatement(const QByteArray& sql);
[[nodiscard]] qsizetype keyCount(const SyncTable& table);
/// Its key's columns, each behind @p before, with @p between in between.
[[nodiscard]] QByteArray keyList(const SyncTable& table, const char* before, const char* between);
[[nodiscard]] QByteArray questionMarks(qsizetype count);

/// What search knows of a ticket; a WHERE may follow.
#define ENCORE_TICKET_SEARCH                                                                                                               \
    "INSERT INTO main.ticket_search (rowid, holder, buyer, email, codes)"                                                                  \
    " SELECT t.rowid, coalesce(c.name, ''), coalesce(b.name, ''), coalesce(c.email, '') || ' ' || coalesce(b.email, ''),"                  \
    " o.label || ' ' || t.label || ' ' || t.seat FROM main.tickets t JOIN main.orders o ON o.id = t.order_id"                              \
    " LEFT JOIN main.contacts c ON c.owner = t.id LEFT JOIN main.contacts b ON b.owner = o.id"

} // namespace encore::store
