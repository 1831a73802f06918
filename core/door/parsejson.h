// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "value.h"

#include "domain/result.h"

#include <QByteArray>

namespace encore::door
{

inline constexpr qsizetype maxRuleBytes = 65'536;
inline constexpr int maxRuleDepth = 64; ///< also bounds the recursion of everything that walks a value

/// Reads JSON (RFC 8259; a trailing comma in an array or object is tolerated) within the two limits, stopping at the first excess.
[[nodiscard]] domain::Result<Value> parseJson(const QByteArray& utf8);

[[nodiscard]] QByteArray writeJson(const Value& value); ///< moments as ISO 8601 text, what is not finite as null

} // namespace encore::door
