// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <rapidjson/document.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace encore::commands
{

using JsonValue = rapidjson::Value;
using JsonDocument = rapidjson::Document;

/// Where in a JSON text something is, as RFC 6901 writes it: /orders/12/tickets/0/seat. Each part points at the one it stands in, which
/// must live longer; nothing is put together until somebody asks for the text, because nearly always nobody does.
class JsonPath
{
public:
    JsonPath() = default;
    [[nodiscard]] JsonPath member(const char* name) const { return JsonPath(this, name); }
    [[nodiscard]] JsonPath member(const QString& name) const { return JsonPath(this, name); }
    [[nodiscard]] JsonPath item(qsizetype index) const { return JsonPath(this, index); }
    [[nodiscard]] QString text() const; ///< "/" for the whole

private:
    JsonPath(const JsonPath* parent, const char* name) : m_parent(parent), m_name(name) { }
    JsonPath(const JsonPath* parent, QString name) : m_parent(parent), m_ownName(std::move(name)) { }
    JsonPath(const JsonPath* parent, qsizetype index) : m_parent(parent), m_index(index) { }

    const JsonPath* m_parent = nullptr;
    const char* m_name = nullptr;
    QString m_ownName;
    qsizetype m_index = -1;
};

/// How deep a JSON text may nest before it is refused.
inline constexpr int maxJsonDepth = 64;

/// Parses one JSON text: UTF-8, numbers exact, no duplicate keys, at most maxJsonDepth deep, nothing behind it.
[[nodiscard]] domain::Result<JsonDocument> parseJson(const QByteArray& text);

/// The path of the first key that stands twice in one object, anywhere below @p value.
[[nodiscard]] std::optional<QString> duplicateKey(const JsonValue& value, const JsonPath& path = {});

/// A JSON number as an integer where it is written as one, else as a fraction: RapidJSON's own conversion is either inexact or, for
/// some texts, undefined. Absent: too large for any number.
[[nodiscard]] std::optional<JsonValue> exactNumber(QByteArrayView text);

/// Compact JSON text.
[[nodiscard]] QByteArray jsonText(const JsonValue& value);

/// Deterministic CBOR (RFC 8949 §4.2.1) of a JSON value without fractions: what body hashes are made of.
[[nodiscard]] QByteArray deterministicCbor(const JsonValue& value);

[[nodiscard]] QString jsonString(const JsonValue& value); ///< without byte order marks before it. @pre value.IsString()
[[nodiscard]] JsonValue jsonString(const QString& text, JsonDocument::AllocatorType& allocator);

/// An error of code Invalid at a path; its message carries {path}.
[[nodiscard]] domain::Error faultAt(const JsonPath& path, const domain::Message& message);
[[nodiscard]] domain::Error faultAt(const QString& path, domain::Message message);

} // namespace encore::commands
