// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/codec/json.h"
#include "door/verdict.h"

namespace encore::commands
{

/// A verdict as CONTRACTS §5 prints it: ids are the bundle's texts, what does not apply is null.
[[nodiscard]] QByteArray verdictJson(const door::Verdict& verdict, domain::Language language);

} // namespace encore::commands
