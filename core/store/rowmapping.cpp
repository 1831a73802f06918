// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowmapping.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace encore::store
{

QVariant column(const std::optional<domain::Instant>& instant)
{
    return instant ? QVariant(instant->ms) : QVariant(QMetaType::fromType<qlonglong>());
}

QVariant column(const std::optional<int>& number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<int>());
}

QVariant textOrNull(const QString& text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

QVariant textNotNull(const QString& text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

std::optional<domain::Instant> optionalInstantAt(const Rows& rows, int index)
{
    const std::optional<qint64> ms = rows.optionalNumber(index);
    return ms ? std::optional<domain::Instant>(domain::Instant{*ms}) : std::nullopt;
}

std::optional<int> optionalIntAt(const Rows& rows, int index)
{
    const std::optional<qint64> number = rows.optionalNumber(index);
    return number ? std::optional<int>(int(*number)) : std::nullopt;
}

QString mapColumn(const std::map<QString, QString>& map)
{
    QJsonObject object;
    for (const auto& [key, value] : map)
        object.insert(key, value);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::map<QString, QString> mapAt(const Rows& rows, int index)
{
    std::map<QString, QString> map;
    const QJsonObject object = QJsonDocument::fromJson(rows.text(index).toUtf8()).object();
    for (auto member = object.begin(); member != object.end(); ++member)
        map.emplace(member.key(), member.value().toString());
    return map;
}

} // namespace encore::store
