// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Enums are stored and sent by name. The one table of names per enum stands in enums.cpp.

#include "domain/event.h"
#include "domain/gate.h"
#include "domain/ticket.h"

#include <QByteArrayView>

#include <optional>
#include <span>

namespace encore::domain
{

template<class Enum>
struct EnumName {
    Enum value;
    const char* name;
};

template<class Enum>
[[nodiscard]] std::span<const EnumName<Enum>> enumNames();

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

template<class Enum>
[[nodiscard]] QString enumText(Enum value)
{
    for (const auto& row : enumNames<Enum>()) {
        if (row.value == value)
            return QString::fromLatin1(row.name);
    }
    Q_UNREACHABLE();
}

template<class Enum>
[[nodiscard]] std::optional<Enum> enumFromText(QStringView text)
{
    for (const auto& row : enumNames<Enum>()) {
        if (text == QLatin1String(row.name))
            return row.value;
    }
    return std::nullopt;
}

} // namespace encore::domain
