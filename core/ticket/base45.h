// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

namespace encore::ticket
{

/// Base45 (RFC 9285 §4): two bytes become three characters, a single last byte becomes two.
[[nodiscard]] QString encodeBase45(const QByteArray& bytes);

/// No value where a character is not of the alphabet (lower case is not), a group stands for too large a number, or one
/// character is left over. No two texts give the same bytes.
[[nodiscard]] std::optional<QByteArray> decodeBase45(QStringView text);

} // namespace encore::ticket
