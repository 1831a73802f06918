// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace encore::store
{

/// Each word as an FTS5 prefix term, quoted, so that what people type is never taken for FTS5's own syntax; empty: no word in it.
[[nodiscard]] QString prefixTerms(const QString& text);

/// The same question asked of a text by itself: whether each word of @p folded begins a word of the text. For rows that are walked anyway,
/// where asking the index for each would cost more than reading them.
[[nodiscard]] bool hasPrefixes(const QString& text, const QStringList& folded);
/// Words as the index has them: without case and without marks above and below letters.
[[nodiscard]] QStringList foldedWords(const QString& text);

} // namespace encore::store
