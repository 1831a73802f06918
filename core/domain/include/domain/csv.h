// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace encore::domain
{

/// One line of CSV (RFC 4180) with its CRLF. Spreadsheets run a cell that begins with = + - @ or a tab as a formula, so such a text gets an
/// apostrophe before it; numbers are left as they are.
[[nodiscard]] QByteArray csvLine(const QStringList& cells);

} // namespace encore::domain
