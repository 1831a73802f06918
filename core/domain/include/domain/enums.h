// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Enums are stored and sent by name. The one table of names per enum stands in enums.cpp.

#include "domain/enumname.h"
#include "domain/event.h"
#include "domain/gate.h"
#include "domain/ticket.h"

namespace encore::domain
{

template<>
std::span<const EnumName<QuestionKind>> enumNames();
template<>
std::span<const EnumName<IssuerKind>> enumNames();
template<>
std::span<const EnumName<OrderStatus>> enumNames();
template<>
std::span<const EnumName<TicketStatus>> enumNames();
template<>
std::span<const EnumName<EntryPolicy>> enumNames();
template<>
std::span<const EnumName<Direction>> enumNames();

} // namespace encore::domain
