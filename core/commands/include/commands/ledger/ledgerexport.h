// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "report/journal.h"

#include <QIODevice>

namespace encore::store
{
class Reader;
}

namespace encore::commands
{

/// The books up to an entry (absent: all of them), as a journal. @p device is open for writing.
[[nodiscard]] domain::Status exportLedger(store::Reader& reader, report::JournalFormat format, std::optional<qint64> untilSequence,
                                          QIODevice& device);

} // namespace encore::commands
