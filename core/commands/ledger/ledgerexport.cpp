// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/ledger/ledgerexport.h"

#include "store/ledgerbook.h"

#include <map>

namespace encore::commands
{

using domain::Status;

namespace
{

/// Currencies have no order of their own; their codes have.
using Key = std::pair<domain::Account, QString>;

} // namespace

Status exportLedger(store::Reader& reader, report::JournalFormat format, std::optional<qint64> untilSequence, QIODevice& device)
{
    store::LedgerReader ledger(reader);
    const std::optional<store::WorkspaceRecord> workspace = reader.workspace();
    bool written = true;
    report::JournalWriter journal(format, workspace ? workspace->zone : domain::EventZone::utc(),
                                  [&](const QByteArray& bytes) { written = written && device.write(bytes) == bytes.size(); });
    store::EntryFilter filter;
    filter.until = untilSequence;
    // The whole of the books shows the kept balances, so that whoever reads the journal checks them too; a part shows its own sums.
    std::map<Key, domain::Posting> balances;
    std::vector<std::pair<domain::Account, domain::Currency>> accounts;
    for (const store::AccountBalance& account : ledger.balances()) {
        accounts.emplace_back(account.account, account.balance.currency);
        if (!untilSequence)
            balances.insert_or_assign({account.account, account.balance.currency.code()}, domain::Posting{account.account, account.balance});
    }
    journal.begin(accounts);
    ledger.eachEntry(filter, [&](const store::BookedEntry& entry) {
        journal.entry({entry.sequence, entry.kind, entry.at, entry.postings, entry.subject, entry.commandId});
        if (!untilSequence)
            return;
        for (const domain::Posting& posting : entry.postings) {
            auto& sum = balances.try_emplace({posting.account, posting.amount.currency.code()}, domain::Posting{posting.account, {0, posting.amount.currency}}).first->second;
            sum.amount.minor += posting.amount.minor;
        }
    });
    std::vector<domain::Posting> ends;
    for (const auto& [key, posting] : balances)
        ends.push_back(posting);
    journal.end(ends);
    if (const Status status = reader.status(); !status)
        return status;
    if (!written)
        return domain::error(domain::ErrorCode::Unavailable, domain::message("file.unwritable").with("file", QString()).with("reason", device.errorString()));
    return domain::done();
}

} // namespace encore::commands
