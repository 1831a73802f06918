// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Between columns and the values of core/domain; the one place that knows how a value lies in a column.

#include "domain/enums.h"
#include "domain/id.h"
#include "domain/time.h"
#include "store/database.h"

#include <map>
#include <optional>
#include <vector>

namespace encore::store
{

template<class IdType>
[[nodiscard]] QVariant column(const std::optional<IdType>& id)
{
    return id ? QVariant(id->bytes()) : QVariant(QMetaType::fromType<QByteArray>());
}

[[nodiscard]] QVariant column(const std::optional<domain::Instant>& instant);
[[nodiscard]] QVariant column(const std::optional<int>& number);
[[nodiscard]] QVariant textOrNull(const QString& text);
/// Qt Sql binds a null QString as NULL; a column that is NOT NULL wants the empty text.
[[nodiscard]] QVariant textNotNull(const QString& text);

template<class IdType>
[[nodiscard]] IdType idAt(const Rows& rows, int index)
{
    return IdType::fromBytes(rows.bytes(index));
}

template<class IdType>
[[nodiscard]] std::optional<IdType> optionalIdAt(const Rows& rows, int index)
{
    return rows.isNull(index) ? std::nullopt : std::optional<IdType>(idAt<IdType>(rows, index));
}

[[nodiscard]] std::optional<domain::Instant> optionalInstantAt(const Rows& rows, int index);
[[nodiscard]] std::optional<int> optionalIntAt(const Rows& rows, int index);

/// A value that is not a name of the enum (written by a newer Encore, or damage) reads as @p otherwise.
template<class Enum>
[[nodiscard]] Enum enumAt(const Rows& rows, int index, Enum otherwise)
{
    return domain::enumFromText<Enum>(rows.text(index)).value_or(otherwise);
}

/// A list of ids in one column: 16 bytes each; NULL means all.
template<class IdType>
[[nodiscard]] QVariant idListColumn(const std::optional<std::vector<IdType>>& ids)
{
    if (!ids)
        return QVariant(QMetaType::fromType<QByteArray>());
    QByteArray bytes("");
    for (const IdType& id : *ids)
        bytes += id.bytes();
    return bytes;
}

template<class IdType>
[[nodiscard]] std::optional<std::vector<IdType>> idListAt(const Rows& rows, int index)
{
    if (rows.isNull(index))
        return std::nullopt;
    const QByteArray bytes = rows.bytes(index);
    std::vector<IdType> ids;
    for (qsizetype at = 0; at + 16 <= bytes.size(); at += 16)
        ids.push_back(IdType::fromBytes(bytes.mid(at, 16)));
    return ids;
}

/// Small maps of text lie in one column as a JSON object.
[[nodiscard]] QString mapColumn(const std::map<QString, QString>& map);
[[nodiscard]] std::map<QString, QString> mapAt(const Rows& rows, int index);

} // namespace encore::store
