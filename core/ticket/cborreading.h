// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reading CBOR (RFC 8949) item by item, definite lengths only. Each function takes the item the reader stands on and
// moves behind it, or gives no value. Shortest heads and sorted keys are not looked at here: whoever reads writes it
// all again and compares, so that there is one judge of what is canonical.

#include <QByteArray>
#include <QCborStreamReader>
#include <QString>

#include <optional>

namespace encore::ticket
{

[[nodiscard]] std::optional<qint64> takeInteger(QCborStreamReader& reader);
[[nodiscard]] std::optional<QByteArray> takeBytes(QCborStreamReader& reader);
[[nodiscard]] std::optional<QString> takeText(QCborStreamReader& reader); ///< well-formed UTF-8 only
[[nodiscard]] bool takeTag(QCborStreamReader& reader, quint64 tag);
/// How many elements; the reader then stands on the first one.
[[nodiscard]] std::optional<quint64> enterArray(QCborStreamReader& reader);
/// How many pairs; the reader then stands on the first key.
[[nodiscard]] std::optional<quint64> enterMap(QCborStreamReader& reader);

/// The text, or no value where the bytes are not well-formed UTF-8. A byte order mark is a character like any other.
[[nodiscard]] std::optional<QString> strictUtf8(const QByteArray& bytes);

} // namespace encore::ticket
