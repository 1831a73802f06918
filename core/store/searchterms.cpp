// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchterms.h"

namespace encore::store
{

QString prefixTerms(const QString& text)
{
    QString terms;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            terms += u'"' + word + QStringLiteral("\" * ");
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            word += c;
        else
            finish();
    }
    finish();
    return terms.trimmed();
}

} // namespace encore::store
