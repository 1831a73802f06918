// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a payee is owed, line by line, out of the books (DOMAIN §12). Guards I10: the sum of the lines is what the books say, and a report is a
// pure function of the entries up to a sequence and of the version of these rules: the same cut gives the same bytes for ever.

#include "report/journal.h"

#include <QByteArray>

#include <map>

namespace encore::report
{

/// Of what is written below; a report says by which it was made.
inline constexpr int settlementRules = 1;

enum class LineCategory {
    Sale,
    Refund,
    Chargeback,
    ChargebackWon,
    Fee, ///< that could not be spread over the sales which it is of, because they are in another period
    Tax,
    Adjustment,
    ReserveHold,
    ReserveRelease,
    LendingFee,
    Membership,
};

/// In the order of DOMAIN §12's columns. Amounts are minor units; what the payee loses is below zero in gross, and above it in fees.
struct SettlementLine {
    int number = 0; ///< from 1, in the order of the books
    std::optional<domain::ProjectId> project;
    std::optional<domain::OrderId> order;
    std::optional<domain::PledgeId> pledge;
    LineCategory category = LineCategory::Sale;
    QString provider;
    QString providerTransaction;
    domain::Instant occurredAt;
    QDate soldDate; ///< when the buyer paid; not valid: nobody did
    qint64 gross = 0;
    qint64 discountPlatform = 0;
    qint64 discountPayee = 0;
    domain::TaxedAmount platformFee;
    domain::TaxedAmount providerFee;
    qint64 withholding = 0;
    domain::CommandId command; ///< that made the entry
    qint64 sequence = 0; ///< of the entry; of several of one command, the last

    [[nodiscard]] qint64 net() const { return gross - discountPayee - platformFee.total() - providerFee.total() - withholding; }
};

struct SettlementScope {
    QString id; ///< of the settlement
    domain::PersonId payee;
    std::optional<domain::ProjectId> project; ///< only what is of it
    domain::Currency currency = domain::Currency::krw();
    std::optional<domain::Instant> from; ///< inclusive; what was before is the opening
    std::optional<domain::Instant> until; ///< exclusive
    domain::EventZone zone = domain::EventZone::utc(); ///< on whose days things were sold
};

struct SettlementTotals {
    qint64 gross = 0;
    qint64 discountPlatform = 0;
    qint64 discountPayee = 0;
    domain::TaxedAmount platformFee;
    domain::TaxedAmount providerFee;
    qint64 withholding = 0;
    qint64 net = 0;
};

struct Settlement {
    SettlementScope scope;
    qint64 untilSequence = 0; ///< of the last entry that was looked at
    qint64 opening = 0; ///< minor units owed to the payee before
    std::vector<SettlementLine> lines;
    SettlementTotals totals;
    std::map<LineCategory, SettlementTotals> byCategory;
    qint64 payouts = 0; ///< paid to the payee in the period
    qint64 closing = 0; ///< opening + net - payouts

    /// SHA-256 over the lines and sums: what an approver signs.
    [[nodiscard]] QByteArray hash() const;
};

/// Takes every entry in the order of the books, and says what of it is this settlement's.
class SettlementBuilder
{
public:
    explicit SettlementBuilder(const SettlementScope& scope);

    void add(const JournalEntry& entry);
    /// The error says that what the lines come to is not what the books hold: then there is a mistake here, and no report.
    [[nodiscard]] domain::Result<Settlement> finish();

private:
    struct Payment {
        QString provider;
        QString transaction;
        domain::Instant at;
    };
    struct Moved {
        qint64 owed = 0; ///< more to the payee
        domain::TaxedAmount platformFee; ///< charged: above zero
        domain::TaxedAmount providerFee;
        qint64 paidOut = 0; ///< from our bank
    };
    [[nodiscard]] Moved movedBy(const JournalEntry& entry) const;
    [[nodiscard]] bool isInPeriod(domain::Instant at) const;
    [[nodiscard]] SettlementLine lineOf(const JournalEntry& entry, LineCategory category) const;
    void takeReturnedFee(SettlementLine& line, const JournalEntry& entry);
    void chargeFees(const JournalEntry& entry, const Moved& moved);
    void flushReturnedFee();

    Settlement m_made;
    QString m_payable; ///< the account's scope
    qint64 m_balance = 0; ///< of the payable at the end of the period, as the books have it
    std::map<domain::PledgeId, Payment> m_payments;
    std::map<domain::ProjectId, std::vector<size_t>> m_unchargedSales; ///< places of lines
    std::map<domain::ProjectId, qint64> m_salesBefore; ///< released before the period
    std::optional<SettlementLine> m_returned; ///< fees that the next entry of the same command is about
};

/// RFC 4180 with the columns of DOMAIN §12, UTF-8, texts guarded against formulas.
[[nodiscard]] QByteArray settlementCsv(const Settlement& settlement);
/// One object: header, totals, lines, hash. Keys in alphabetical order.
[[nodiscard]] QByteArray settlementJson(const Settlement& settlement);

} // namespace encore::report

namespace encore::domain
{
template<>
std::span<const EnumName<report::LineCategory>> enumNames();
} // namespace encore::domain
