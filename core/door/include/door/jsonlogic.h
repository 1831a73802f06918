// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// JsonLogic by itself (jsonlogic.com), for trying a rule out; gates apply it through door::decide with their own variables.

#include "domain/result.h"

#include <QByteArray>

namespace encore::door
{

/// The result of @p logic over @p data, all three JSON. Texts longer than 64 KiB, nesting deeper than 64, an unknown operator and more
/// work than 20,000 steps are errors, so that any input is answered within milliseconds.
[[nodiscard]] domain::Result<QByteArray> evaluateJsonLogic(const QByteArray& logic, const QByteArray& data);

} // namespace encore::door
