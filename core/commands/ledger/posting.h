// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How commands write into the books, and where the money of each provider stands in them.

#include "domain/ledger.h"
#include "store/ledgerbook.h"

namespace encore::commands
{

inline const QString simulatedProvider = QStringLiteral("simulated");
inline const QString terminalProvider = QStringLiteral("terminal");

/// Where a provider's money stands in the books: the drawer for cash, the bank for transfers, else what the provider owes us.
[[nodiscard]] domain::Account moneyAccount(const QString& provider);
/// Whether a person has to pay it out, because no gateway can.
[[nodiscard]] bool isByHand(const QString& provider);

/// When a payment that nobody knows of is looked up again: twice as late each time, an hour at most, because every answer is a line in the log.
[[nodiscard]] qint64 lookUpDelayMs(qint64 firstMs, int attempts);

using AccountAmounts = std::vector<std::pair<domain::Account, qint64>>;

/// One entry in one currency; amounts of zero are left out.
[[nodiscard]] domain::Status postAmounts(store::LedgerWriter& ledger, domain::EntryKind kind, domain::Instant at, const domain::Currency& currency,
                                         const AccountAmounts& amounts, const domain::EntrySubject& subject);

} // namespace encore::commands
