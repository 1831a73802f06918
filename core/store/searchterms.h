// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace encore::store
{

/// Each word as an FTS5 prefix term, quoted, so that what people type is never taken for FTS5's own syntax; empty: no word in it.
[[nodiscard]] QString prefixTerms(const QString& text);

} // namespace encore::store
