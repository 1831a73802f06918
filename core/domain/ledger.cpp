// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ledger.h"

#include <algorithm>

namespace encore::domain
{

namespace
{

struct KindFacts {
    AccountKind kind;
    AccountClass accountClass;
    bool hasScope;
    const char* journal; ///< below the class; parts by “:”
};

constexpr KindFacts facts[] = {
    {AccountKind::CashDrawer, AccountClass::Asset, true, "Cash"},
    {AccountKind::ProviderReceivable, AccountClass::Asset, true, "Provider"},
    {AccountKind::Bank, AccountClass::Asset, false, "Bank"},
    {AccountKind::Escrow, AccountClass::Liability, true, "Escrow"},
    {AccountKind::Payable, AccountClass::Liability, true, "Payable"},
    {AccountKind::PayeeReceivable, AccountClass::Asset, true, "Payee"},
    {AccountKind::RefundsPayable, AccountClass::Liability, false, "Refunds"},
    {AccountKind::PlatformFees, AccountClass::Income, false, "PlatformFees"},
    {AccountKind::ProviderFees, AccountClass::Expense, false, "ProviderFees"},
    {AccountKind::VatPayable, AccountClass::Liability, false, "FeeVat"},
    {AccountKind::Sales, AccountClass::Income, false, "Sales"},
    {AccountKind::OutputVat, AccountClass::Liability, false, "OutputVat"},
    {AccountKind::CouponExpense, AccountClass::Expense, true, "Coupons"},
    {AccountKind::CashRounding, AccountClass::Expense, false, "CashRounding"},
    {AccountKind::CashDifference, AccountClass::Expense, false, "CashDifference"},
    {AccountKind::MembershipRevenue, AccountClass::Income, false, "Memberships"},
    {AccountKind::LendingFees, AccountClass::Income, false, "LendingFees"},
    {AccountKind::Withholding, AccountClass::Liability, true, "Withholding"},
    {AccountKind::Reserve, AccountClass::Liability, true, "Reserve"},
    {AccountKind::Carried, AccountClass::Liability, true, "Carried"},
};

const KindFacts& factsOf(AccountKind kind)
{
    const auto found = std::find_if(std::begin(facts), std::end(facts), [kind](const KindFacts& row) { return row.kind == kind; });
    Q_ASSERT(found != std::end(facts));
    return *found;
}

QString rootName(AccountClass accountClass)
{
    switch (accountClass) {
    case AccountClass::Asset:
        return QStringLiteral("Assets");
    case AccountClass::Liability:
        return QStringLiteral("Liabilities");
    case AccountClass::Income:
        return QStringLiteral("Income");
    case AccountClass::Expense:
        return QStringLiteral("Expenses");
    }
    Q_UNREACHABLE();
}

Status checkSum(const std::vector<Posting>& postings)
{
    for (const Posting& first : postings) {
        __int128 sum = 0; // per currency; there are one or two, so that looking again for each posting costs nothing
        for (const Posting& posting : postings) {
            if (posting.amount.currency == first.amount.currency)
                sum += posting.amount.minor;
        }
        if (sum != 0) {
            return error(ErrorCode::Invalid,
                         message("ledger.unbalanced").with("sum", QString::number(qint64(sum))).with("currency", first.amount.currency.code()));
        }
    }
    return done();
}

} // namespace

AccountClass accountClass(AccountKind kind)
{
    return factsOf(kind).accountClass;
}

bool hasScope(AccountKind kind)
{
    return factsOf(kind).hasScope;
}

bool isScopeName(const QString& text)
{
    const auto fits = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !text.isEmpty() && text.size() <= 36 && text.front() != u'-' && std::all_of(text.begin(), text.end(), fits);
}

QString journalName(const Account& account)
{
    const KindFacts& row = factsOf(account.kind);
    QString name = rootName(row.accountClass) + u':' + QLatin1StringView(row.journal);
    // beancount wants each part to begin with a capital or a digit; scopes are lowercase, so that the capital loses nothing.
    if (row.hasScope)
        name += u':' + account.scope.left(1).toUpper() + account.scope.mid(1);
    return name;
}

Result<LedgerEntry> LedgerEntry::balanced(EntryKind kind, Instant at, std::vector<Posting> postings, const EntrySubject& subject)
{
    std::erase_if(postings, [](const Posting& posting) { return posting.amount.minor == 0; });
    if (postings.size() < 2)
        return error(ErrorCode::Invalid, message("ledger.too_few"));
    for (const Posting& posting : postings) {
        const bool scoped = domain::hasScope(posting.account.kind);
        if (scoped ? !isScopeName(posting.account.scope) : !posting.account.scope.isEmpty()) {
            return error(ErrorCode::Invalid,
                         message("ledger.account").with("account", enumText(posting.account.kind)).with("scope", posting.account.scope.left(64)));
        }
    }
    if (const Status sum = checkSum(postings); !sum)
        return sum.error();
    LedgerEntry entry;
    entry.m_kind = kind;
    entry.m_at = at;
    entry.m_postings = std::move(postings);
    entry.m_subject = subject;
    return entry;
}

LedgerEntry LedgerEntry::reversalOf(const LedgerEntry& entry, qint64 sequence, Instant at)
{
    LedgerEntry reversal = entry;
    reversal.m_kind = EntryKind::Correction;
    reversal.m_at = at;
    reversal.m_subject.reverses = sequence;
    for (Posting& posting : reversal.m_postings)
        posting.amount = posting.amount.negated();
    return reversal;
}

} // namespace encore::domain
