// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How tickets and orders lie in the rows of a query; one place, because several queries read them.

#include "rowmapping.h"

namespace encore::store
{

// The columns of a ticket, in the order that ticketAt reads them; t = tickets, c = its contact.
#define ENCORE_TICKET_COLUMNS                                                                                                    \
    "t.id, t.label, t.order_id, t.product_id, t.variation_id, t.performance_id, t.secret, t.seat, t.status, t.blocked, t.revoked,"  \
    " t.valid_from, t.valid_until, t.attention, t.addon_of, t.answers, c.name, c.email"
inline constexpr int ticketColumns = 18;

[[nodiscard]] domain::Ticket ticketAt(const Rows& rows);

// o = orders, b = the buyer's contact; read from column `first`.
#define ENCORE_ORDER_COLUMNS "o.label, o.status, o.requires_approval, o.admit_while_unpaid, o.is_group, b.name, b.email"
inline constexpr int orderColumns = 7;

[[nodiscard]] domain::Order orderAt(const Rows& rows, int first, domain::OrderId id);

} // namespace encore::store
