// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>

#include <vector>

namespace encore::tests
{

/// The rows of data/<name>: fields between tabs; lines that begin with "# " and empty ones are left out. A file that is
/// missing or a row with another number of fields stops the test program.
inline std::vector<QStringList> table(const QString& name, qsizetype fields)
{
    QFile file(QStringLiteral(ENCORE_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no table %s", qUtf8Printable(name));
    std::vector<QStringList> rows;
    while (!file.atEnd()) {
        QString line = QString::fromUtf8(file.readLine());
        while (line.endsWith(u'\n'))
            line.chop(1);
        if (line.isEmpty() || line.startsWith(QStringLiteral("# ")))
            continue;
        const QStringList row = line.split(u'\t');
        if (row.size() != fields)
            qFatal("%s: %s", qUtf8Printable(name), qUtf8Printable(line));
        rows.push_back(row);
    }
    if (rows.empty())
        qFatal("%s has no rows", qUtf8Printable(name));
    return rows;
}

inline QByteArray fromHex(const QString& text)
{
    return QByteArray::fromHex(text.toLatin1());
}

} // namespace encore::tests
