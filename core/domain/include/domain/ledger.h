// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guards I5: an entry exists only where its postings sum to zero in every currency. The store writes nothing but LedgerEntry, and there is
// no other way to make one than balanced().

#include "domain/enumname.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/time.h"

#include <optional>
#include <vector>

namespace encore::domain
{

/// What an account is of (DOMAIN §12). Those that belong to somebody or something carry that as their scope.
enum class AccountKind {
    CashDrawer, ///< scope: the drawer
    ProviderReceivable, ///< scope: the provider; what it took for us and has not paid out yet
    Bank,
    Escrow, ///< scope: the project; what backers may get back
    Payable, ///< scope: the payee
    PayeeReceivable, ///< scope: the payee
    RefundsPayable, ///< owed to buyers and backers until the money has gone back
    PlatformFees,
    ProviderFees, ///< an expense; what is charged on to the payee stands against it
    VatPayable, ///< on fees
    Sales, ///< tickets and shop
    OutputVat,
    CouponExpense, ///< scope: who bears it, platform or a payee
    CashRounding,
    CashDifference, ///< over and short
    MembershipRevenue,
    LendingFees,
    Withholding, ///< scope: the payee
    Reserve, ///< scope: the payee
    Carried, ///< scope: the payee
};

enum class AccountClass { Asset, Liability, Income, Expense };
[[nodiscard]] AccountClass accountClass(AccountKind kind);
[[nodiscard]] bool hasScope(AccountKind kind);

struct Account {
    AccountKind kind = AccountKind::Bank;
    QString scope; ///< a UUID, or a name of a–z, 0–9 and “-”; empty where the kind has none

    [[nodiscard]] static Account of(AccountKind kind) { return {kind, {}}; }
    [[nodiscard]] static Account provider(const QString& name) { return {AccountKind::ProviderReceivable, name}; }
    [[nodiscard]] static Account drawer(const QString& name) { return {AccountKind::CashDrawer, name}; }
    [[nodiscard]] static Account escrow(ProjectId project) { return {AccountKind::Escrow, project.text()}; }
    [[nodiscard]] static Account payable(PersonId payee) { return {AccountKind::Payable, payee.text()}; }

    friend bool operator==(const Account&, const Account&) = default;
    friend bool operator<(const Account& left, const Account& right)
    {
        return left.kind != right.kind ? left.kind < right.kind : left.scope < right.scope;
    }
};

/// The name in journals of hledger and beancount: “Liabilities:Escrow:018f…”. Two accounts never share one.
[[nodiscard]] QString journalName(const Account& account);

/// A name that may stand as a scope: 1 to 36 of a–z, 0–9 and “-”, not beginning with “-”.
[[nodiscard]] bool isScopeName(const QString& text);

struct Posting {
    Account account;
    Money amount; ///< positive: debit; negative: credit

    friend bool operator==(const Posting&, const Posting&) = default;
};

/// Why an entry was made.
enum class EntryKind {
    PledgePaid, ///< a backer's money came in: it belongs to the backers until the campaign is funded
    RefundOwed, ///< it was decided to give money back
    RefundPaid, ///< it has gone back
    EscrowReleased, ///< the campaign is funded: what was the backers' is the payee's
    FeesCharged,
    FeesReturned,
    ChargebackLost,
    DepositTaken, ///< a part of an order's price came in; it is owed to the buyer until the order is complete
    SalePaid,
    FloatMoved, ///< between the bank and a drawer
    CashCounted, ///< the difference that a drawer's count showed
    Correction, ///< reverses another entry
};

/// What an entry is about, for whoever asks where a sum comes from.
struct EntrySubject {
    std::optional<ProjectId> project;
    std::optional<PledgeId> pledge;
    std::optional<OrderId> order;
    std::optional<qint64> reverses; ///< sequence of the entry that this one takes back
    QString providerTransaction;
    QString note;

    friend bool operator==(const EntrySubject&, const EntrySubject&) = default;
};

class LedgerEntry
{
public:
    /// The one way to an entry. Postings of zero are left out; fewer than two that are left, a scope where the kind has none (or none
    /// where it has one), a sum that is not zero in some currency, and overflow are errors.
    [[nodiscard]] static Result<LedgerEntry> balanced(EntryKind kind, Instant at, std::vector<Posting> postings, const EntrySubject& subject);
    /// The exact opposite of @p entry, as a correction of it.
    [[nodiscard]] static LedgerEntry reversalOf(const LedgerEntry& entry, qint64 sequence, Instant at);

    [[nodiscard]] EntryKind kind() const { return m_kind; }
    [[nodiscard]] Instant at() const { return m_at; }
    [[nodiscard]] const std::vector<Posting>& postings() const { return m_postings; }
    [[nodiscard]] const EntrySubject& subject() const { return m_subject; }

private:
    LedgerEntry() = default;
    EntryKind m_kind = EntryKind::Correction;
    Instant m_at;
    std::vector<Posting> m_postings;
    EntrySubject m_subject;
};

template<>
std::span<const EnumName<AccountKind>> enumNames();
template<>
std::span<const EnumName<EntryKind>> enumNames();

} // namespace encore::domain
