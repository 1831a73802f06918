// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/settlement/providerbooks.h"

#include "store/ledgerbook.h"

#include <map>

namespace encore::commands
{

using domain::EntryKind;
using report::ProviderEvent;

namespace
{

ProviderEvent eventOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::PledgePaid:
    case EntryKind::DepositTaken:
    case EntryKind::SalePaid:
        return ProviderEvent::Payment;
    case EntryKind::RefundOwed:
    case EntryKind::RefundPaid:
        return ProviderEvent::Refund;
    case EntryKind::ChargebackLost:
        return ProviderEvent::Chargeback;
    case EntryKind::EscrowReleased:
    case EntryKind::FeesCharged:
    case EntryKind::FeesReturned:
    case EntryKind::FloatMoved:
    case EntryKind::CashCounted:
    case EntryKind::Correction:
        return ProviderEvent::Adjustment;
    }
    Q_UNREACHABLE();
}

} // namespace

domain::Result<std::vector<report::BookRow>> providerBooks(store::Reader& reader, const QString& provider)
{
    const domain::Account account = domain::Account::provider(provider);
    std::vector<report::BookRow> rows;
    store::LedgerReader(reader).eachEntry({}, [&](const store::BookedEntry& entry) {
        std::map<QString, domain::Money> moved; // by currency; an entry of several currencies is a movement in each
        for (const domain::Posting& posting : entry.postings) {
            if (posting.account == account)
                moved.try_emplace(posting.amount.currency.code(), domain::Money{0, posting.amount.currency}).first->second.minor += posting.amount.minor;
        }
        for (const auto& [code, money] : moved) {
            if (money.minor == 0)
                continue;
            report::BookRow row;
            row.sequence = entry.sequence;
            row.event = eventOf(entry.kind);
            row.transaction = entry.subject.providerTransaction;
            if (entry.subject.order)
                row.references << entry.subject.order->text();
            if (entry.subject.pledge)
                row.references << entry.subject.pledge->text();
            row.currency = money.currency;
            row.amount = money.minor;
            row.at = entry.at;
            rows.push_back(std::move(row));
        }
    });
    if (const domain::Status read = reader.status(); !read)
        return read.error();
    return rows;
}

} // namespace encore::commands
