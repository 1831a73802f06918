// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The books: entries, postings and balances. Guards I5 in the store: nothing but a LedgerEntry, which is balanced, can be written, and a
// balance changes only here, with the posting that changes it.

#include "domain/ledger.h"
#include "store/unitofwork.h"

#include <map>

namespace encore::store
{

struct AccountBalance {
    domain::Account account;
    domain::Money balance; ///< debits less credits
};

/// An entry as it stands in the books.
struct BookedEntry {
    qint64 sequence = 0;
    domain::EntryKind kind = domain::EntryKind::Correction;
    domain::Instant at;
    domain::CommandId commandId;
    std::vector<domain::Posting> postings;
    domain::EntrySubject subject;
};

struct EntryFilter {
    std::optional<domain::ProjectId> projectId;
    std::optional<domain::PledgeId> pledgeId;
    qint64 from = 1; ///< sequence, inclusive
    std::optional<qint64> until; ///< sequence, inclusive
};

/// What is wrong with the books; all zero and empty: nothing.
struct LedgerReport {
    qint64 entries = 0;
    qint64 postings = 0;
    qint64 unbalancedEntries = 0; ///< do not sum to zero in some currency
    std::optional<qint64> firstUnbalanced;
    qint64 wrongBalances = 0; ///< accounts whose kept balance is not the sum of their postings
    QString firstWrongBalance;
    qint64 thinEntries = 0; ///< with fewer than two postings
    qint64 gaps = 0; ///< sequences that are missing
    qint64 strangers = 0; ///< entries whose command is not in the log

    [[nodiscard]] bool isSound() const { return !unbalancedEntries && !wrongBalances && !thinEntries && !gaps && !strangers; }
};

class LedgerReader
{
public:
    explicit LedgerReader(Reader& reader) : m_database(reader.database()) { }

    /// 0 where nothing was ever posted.
    [[nodiscard]] qint64 balance(const domain::Account& account, const domain::Currency& currency);
    [[nodiscard]] std::vector<AccountBalance> balances(); ///< by kind, scope and currency
    void eachEntry(const EntryFilter& filter, const std::function<void(const BookedEntry&)>& visit); ///< in the order of the books
    [[nodiscard]] LedgerReport verify();

    /// What the books say about one order: debits less credits.
    struct OrderBooks {
        qint64 money = 0; ///< in drawers, at providers, at the bank
        qint64 revenue = 0; ///< sales, tax and coupons: below zero where something was earned
    };
    [[nodiscard]] std::map<domain::OrderId, OrderBooks> orderBooks();

    /// What came into drawers, providers and banks (less what went out of them) in a currency, a quarter of an hour and a kind of entry.
    struct MoneyMove {
        domain::Instant from; ///< of the quarter of an hour; every zone's midnight begins one
        domain::EntryKind kind = domain::EntryKind::Correction;
        qint64 amount = 0; ///< minor units
    };
    [[nodiscard]] std::vector<MoneyMove> moneyMoves(domain::Instant from, domain::Instant until, const domain::Currency& currency);

protected:
    Database& m_database;

private:
    struct AccountSum {
        domain::Account account;
        QString currency;
        qint64 balance = 0; ///< as it is kept
        qint64 sum = 0; ///< of its postings
    };
    void walkPostings(LedgerReport& report);
};

class LedgerWriter final : public LedgerReader
{
public:
    LedgerWriter(UnitOfWork& work, domain::CommandId command) : LedgerReader(work.reader()), m_work(work), m_command(command) { }
    ~LedgerWriter(); ///< brings the balances up to what was posted
    Q_DISABLE_COPY_MOVE(LedgerWriter)

    /// Gives the entry the next sequence and writes it with its postings. Returns the sequence. Balances are kept when this object goes:
    /// hundreds of entries of one step move the same few accounts.
    qint64 post(const domain::LedgerEntry& entry);

private:
    [[nodiscard]] qint64 accountId(const domain::Account& account, const domain::Currency& currency);

    UnitOfWork& m_work;
    domain::CommandId m_command;
    std::map<qint64, qint64> m_moved; ///< by account
    std::map<std::pair<domain::Account, QString>, qint64> m_accounts; ///< ids by currency code; hundreds of entries of one step name the same few
};

} // namespace encore::store
