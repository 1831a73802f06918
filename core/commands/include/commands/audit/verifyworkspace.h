// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "store/ledgerbook.h"

#include <vector>

namespace encore::commands
{

struct AuditReport {
    qint64 logEntries = 0;
    QByteArray head; ///< hash of the log's last line
    qint64 scans = 0;
    qint64 pledges = 0;
    qint64 orders = 0; ///< that were sold here
    qint64 ledgerEntries = 0;
    std::vector<domain::Message> faults; ///< empty: proven
};

/// What is wrong with the books, in words; empty: nothing.
[[nodiscard]] std::vector<domain::Message> faultsOf(const store::LedgerReport& ledger);

/// “Proven: …”, or that it is not.
[[nodiscard]] domain::Message wordsOf(const AuditReport& report);

/// Proves a workspace from its own facts: the log's chain, every body's hash, that each scan stands in the log as it stands in the
/// table, that the counts shown at the door are what the scans add up to, the sums of campaigns what the pledges do, and that the books balance.
/// Refused at a desk that sees a part of the house.
[[nodiscard]] domain::Result<AuditReport> verifyWorkspace(store::Reader& reader);

} // namespace encore::commands
