// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Enums are stored and sent by name; each has one table of its names, declared beside the enum.

#include "domain/message.h"

#include <QString>

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

/// The message whose id is @p prefix and the enum's name.
template<class Enum>
[[nodiscard]] Message messageFor(const char* prefix, Enum value)
{
    const QByteArray id = prefix + enumText(value).toLatin1();
    return message(id.constData());
}

} // namespace encore::domain
