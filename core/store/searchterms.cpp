// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchterms.h"

#include <algorithm>

namespace encore::store
{

namespace
{

QStringList wordsOf(const QString& text)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words << word;
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            word += c;
        else
            finish();
    }
    finish();
    return words;
}

} // namespace

QString prefixTerms(const QString& text)
{
    QStringList terms;
    for (const QString& word : wordsOf(text))
        terms << QString(u'"' + word + QStringLiteral("\" *"));
    return terms.join(u' ');
}

QStringList foldedWords(const QString& text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            plain += c;
    }
    return wordsOf(plain.normalized(QString::NormalizationForm_C).toCaseFolded()); // or 기 would begin 김
}

bool hasPrefixes(const QString& text, const QStringList& folded)
{
    const QStringList words = foldedWords(text);
    return std::all_of(folded.begin(), folded.end(), [&](const QString& prefix) {
        return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(prefix); });
    });
}

} // namespace encore::store
