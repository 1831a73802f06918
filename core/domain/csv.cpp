// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv.h"

#include <QRegularExpression>

namespace encore::domain
{

namespace
{

bool mayBeFormula(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("\\A[+-]?[0-9]+([.,][0-9]+)*\\z"));
    return !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()) && !number.match(text).hasMatch();
}

QString csvCell(QString text)
{
    if (mayBeFormula(text))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r')) {
        text.replace(u'"', QStringLiteral("\"\""));
        return u'"' + text + u'"';
    }
    return text;
}

} // namespace

QByteArray csvLine(const QStringList& cells)
{
    QStringList guarded;
    for (const QString& cell : cells)
        guarded << csvCell(cell);
    return guarded.join(u',').toUtf8() + "\r\n";
}

} // namespace encore::domain
