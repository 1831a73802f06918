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

/// Where in a JSON text something is, as RFC 6901 writes it: /orders/12/tickets/0/seat.
class JsonPath
{
public:
    JsonPath() = default;
    [[nodiscard]] JsonPath member(const QString& name) const;
    [[nodiscard]] JsonPath item(qsizetype index) const;
    [[nodiscard]] QString text() const { return m_text.isEmpty() ? QStringLiteral("/") : m_text; }

private:
    QString m_text;
};

/// How deep a JSON text may nest before it is refused.
inline constexpr int maxJsonDepth = 64;

/// Parses one JSON text: UTF-8, numbers exact, no duplicate keys, at most maxJsonDepth deep, nothing behind it.
[[nodiscard]] domain::Result<JsonDocument> parseJson(const QByteArray& text);

/// The first key that stands twice in one object, anywhere below @p value.
[[nodiscard]] std::optional<JsonPath> duplicateKey(const JsonValue& value, const JsonPath& path = {});

/// Compact JSON text.
[[nodiscard]] QByteArray jsonText(const JsonValue& value);

/// Deterministic CBOR (RFC 8949 §4.2.1) of a JSON value without fractions: what body hashes are made of.
[[nodiscard]] QByteArray deterministicCbor(const JsonValue& value);

[[nodiscard]] QString jsonString(const JsonValue& value); ///< @pre value.IsString()
[[nodiscard]] JsonValue jsonString(const QString& text, JsonDocument::AllocatorType& allocator);

/// An error of code Invalid at a path; its message carries {path}.
[[nodiscard]] domain::Error faultAt(const JsonPath& path, domain::Message message);

} // namespace encore::commands
