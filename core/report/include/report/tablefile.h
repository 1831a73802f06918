// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables as other programs write them: CSV of RFC 4180, with any of the separators and encodings that spreadsheets use.

#include "domain/result.h"

#include <QStringList>

#include <vector>

namespace encore::report
{

struct TableRow {
    int line = 0; ///< of the file, from 1, where the row begins
    QStringList cells; ///< as many as the header has
};

struct TableFile {
    QStringList header; ///< as written, without blanks around
    std::vector<TableRow> rows; ///< lines without anything in them are left out
    char separator = ',';
};

/// Reads UTF-8 with or without a byte order mark, UTF-16 with one, and else Korean Windows' code page (what Excel saves in Korea); separated
/// by comma, semicolon or tab; lines ended by LF, CRLF or CR. The error names the line: an open quote, more cells than titles, a title twice
/// or none at all, no row, more than @p mostRows, something that is no text.
[[nodiscard]] domain::Result<TableFile> readTable(const QByteArray& bytes, int mostRows);

} // namespace encore::report
