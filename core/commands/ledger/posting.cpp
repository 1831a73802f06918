// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/posting.h"

#include <algorithm>

namespace encore::commands
{

domain::Account moneyAccount(const QString& provider)
{
    if (provider == QStringLiteral("cash"))
        return domain::Account::drawer(QStringLiteral("main"));
    if (provider == QStringLiteral("transfer"))
        return domain::Account::of(domain::AccountKind::Bank);
    return domain::Account::provider(provider);
}

bool isByHand(const QString& provider)
{
    return provider != simulatedProvider && provider != terminalProvider;
}

qint64 lookUpDelayMs(qint64 firstMs, int attempts)
{
    constexpr qint64 hourMs = 60LL * 60 * 1000;
    constexpr int mostDoublings = 12; // beyond an hour for any first delay of a second or more
    return std::min(firstMs << std::clamp(attempts, 0, mostDoublings), hourMs);
}

domain::Status postAmounts(store::LedgerWriter& ledger, domain::EntryKind kind, domain::Instant at, const domain::Currency& currency,
                           const AccountAmounts& amounts, const domain::EntrySubject& subject)
{
    std::vector<domain::Posting> postings;
    postings.reserve(amounts.size());
    for (const auto& [account, amount] : amounts)
        postings.push_back({account, {amount, currency}});
    const auto entry = domain::LedgerEntry::balanced(kind, at, std::move(postings), subject);
    if (!entry)
        return entry.error();
    ledger.post(*entry);
    return domain::done();
}

} // namespace encore::commands
