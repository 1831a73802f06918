// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/settlement.h"

#include "domain/csv.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace encore::domain
{

template<>
std::span<const EnumName<report::LineCategory>> enumNames()
{
    using enum report::LineCategory;
    static constexpr EnumName<report::LineCategory> names[] = {
        {Sale, "sale"},     {Refund, "refund"},          {Chargeback, "chargeback"},   {ChargebackWon, "chargeback_won"},
        {Fee, "fee"},       {Tax, "tax"},                {Adjustment, "adjustment"},   {ReserveHold, "reserve_hold"},
        {ReserveRelease, "reserve_release"}, {LendingFee, "lending_fee"}, {Membership, "membership"}};
    return names;
}

} // namespace encore::domain

namespace encore::report
{

using domain::AccountKind;
using domain::EntryKind;
using domain::TaxedAmount;

namespace
{

TaxedAmount plus(const TaxedAmount& a, const TaxedAmount& b)
{
    return {a.supply + b.supply, a.vat + b.vat};
}

void count(SettlementTotals& totals, const SettlementLine& line)
{
    totals.gross += line.gross;
    totals.discountPlatform += line.discountPlatform;
    totals.discountPayee += line.discountPayee;
    totals.platformFee = plus(totals.platformFee, line.platformFee);
    totals.providerFee = plus(totals.providerFee, line.providerFee);
    totals.withholding += line.withholding;
    totals.net += line.net();
}

template<class Id>
QString textOf(const std::optional<Id>& id)
{
    return id ? id->text() : QString();
}

} // namespace

SettlementBuilder::SettlementBuilder(const SettlementScope& scope) : m_payable(scope.payee.text())
{
    m_made.scope = scope;
}

bool SettlementBuilder::isInPeriod(domain::Instant at) const
{
    return (!m_made.scope.from || at >= *m_made.scope.from) && (!m_made.scope.until || at < *m_made.scope.until);
}

SettlementBuilder::Moved SettlementBuilder::movedBy(const JournalEntry& entry) const
{
    Moved moved;
    qint64 vat = 0;
    for (const domain::Posting& posting : entry.postings) {
        if (!(posting.amount.currency == m_made.scope.currency))
            continue;
        const qint64 credit = -posting.amount.minor;
        switch (posting.account.kind) {
        case AccountKind::Payable:
            moved.owed += posting.account.scope == m_payable ? credit : 0;
            break;
        case AccountKind::PlatformFees:
            moved.platformFee.supply += credit;
            break;
        case AccountKind::ProviderFees:
            moved.providerFee.supply += credit;
            break;
        case AccountKind::VatPayable:
            vat += credit;
            break;
        case AccountKind::Bank:
            moved.paidOut += credit;
            break;
        default:
            break;
        }
    }
    // One entry has the tax of both fees; each was taken on top of its own supply (DOMAIN §12), and what is left is the other's.
    moved.platformFee.vat = moved.providerFee.supply == 0 ? vat : domain::vatOnTop(moved.platformFee.supply).vat;
    moved.providerFee.vat = vat - moved.platformFee.vat;
    return moved;
}

SettlementLine SettlementBuilder::lineOf(const JournalEntry& entry, LineCategory category) const
{
    SettlementLine line;
    line.category = category;
    line.project = entry.subject.project;
    line.order = entry.subject.order;
    line.pledge = entry.subject.pledge;
    line.providerTransaction = entry.subject.providerTransaction;
    line.occurredAt = entry.at;
    line.command = entry.command;
    line.sequence = entry.sequence;
    if (const auto paid = line.pledge ? m_payments.find(*line.pledge) : m_payments.end(); paid != m_payments.end()) {
        line.provider = paid->second.provider;
        line.soldDate = m_made.scope.zone.dateOf(paid->second.at);
        if (line.providerTransaction.isEmpty())
            line.providerTransaction = paid->second.transaction;
    }
    return line;
}

/// A fee that came back is part of the line that it came back for.
void SettlementBuilder::takeReturnedFee(SettlementLine& line, const JournalEntry& entry)
{
    if (m_returned && m_returned->command == entry.command && m_returned->pledge == entry.subject.pledge) {
        line.platformFee = m_returned->platformFee;
        line.providerFee = m_returned->providerFee;
        m_returned.reset();
    }
}

void SettlementBuilder::flushReturnedFee()
{
    if (m_returned)
        m_made.lines.push_back(*std::exchange(m_returned, std::nullopt));
}

/// The campaign's fee over its sales, each part to the won by the largest remainder; where some of them lie before the period it cannot be
/// spread, and stands by itself.
void SettlementBuilder::chargeFees(const JournalEntry& entry, const Moved& moved)
{
    const auto sales = entry.subject.project ? m_unchargedSales.find(*entry.subject.project) : m_unchargedSales.end();
    const bool isWhole = sales != m_unchargedSales.end() && !m_salesBefore.contains(*entry.subject.project);
    std::vector<qint64> weights;
    qint64 sum = 0;
    if (isWhole) {
        for (const size_t place : sales->second) {
            weights.push_back(m_made.lines[place].gross);
            sum += weights.back();
        }
    }
    if (sum <= 0) {
        SettlementLine line = lineOf(entry, LineCategory::Fee);
        line.platformFee = moved.platformFee;
        line.providerFee = moved.providerFee;
        m_made.lines.push_back(line);
        return;
    }
    const auto spread = [&](qint64 total, const std::function<qint64&(SettlementLine&)>& part) {
        const std::vector<qint64> parts = domain::split(total, weights);
        for (size_t i = 0; i < parts.size(); ++i)
            part(m_made.lines[sales->second[i]]) += parts[i];
    };
    spread(moved.platformFee.supply, [](SettlementLine& line) -> qint64& { return line.platformFee.supply; });
    spread(moved.platformFee.vat, [](SettlementLine& line) -> qint64& { return line.platformFee.vat; });
    spread(moved.providerFee.supply, [](SettlementLine& line) -> qint64& { return line.providerFee.supply; });
    spread(moved.providerFee.vat, [](SettlementLine& line) -> qint64& { return line.providerFee.vat; });
    m_unchargedSales.erase(sales);
}

void SettlementBuilder::add(const JournalEntry& entry)
{
    m_made.untilSequence = entry.sequence;
    const SettlementScope& scope = m_made.scope;
    if (scope.project && entry.subject.project != scope.project)
        return;
    if (entry.kind == EntryKind::PledgePaid && entry.subject.pledge) {
        for (const domain::Posting& posting : entry.postings) {
            if (posting.account.kind != AccountKind::Escrow)
                m_payments.insert_or_assign(*entry.subject.pledge, Payment{posting.account.scope, entry.subject.providerTransaction, entry.at});
        }
    }
    const Moved moved = movedBy(entry);
    if (moved.owed == 0 || (scope.until && entry.at >= *scope.until))
        return;
    m_balance += moved.owed;
    if (!isInPeriod(entry.at)) {
        m_made.opening += moved.owed;
        if (entry.kind == EntryKind::EscrowReleased && entry.subject.project)
            m_salesBefore[*entry.subject.project] += moved.owed;
        return;
    }
    if (m_returned && m_returned->command != entry.command)
        flushReturnedFee();
    const auto lineWithGross = [&](LineCategory category) {
        SettlementLine line = lineOf(entry, category);
        line.gross = moved.owed;
        takeReturnedFee(line, entry);
        m_made.lines.push_back(line);
    };
    switch (entry.kind) {
    case EntryKind::EscrowReleased:
        if (entry.subject.project)
            m_unchargedSales[*entry.subject.project].push_back(m_made.lines.size());
        return lineWithGross(LineCategory::Sale);
    case EntryKind::FeesCharged:
        return chargeFees(entry, moved);
    case EntryKind::FeesReturned:
        flushReturnedFee();
        m_returned = lineOf(entry, LineCategory::Fee);
        m_returned->platformFee = moved.platformFee;
        m_returned->providerFee = moved.providerFee;
        return;
    case EntryKind::RefundOwed:
        return lineWithGross(LineCategory::Refund);
    case EntryKind::ChargebackLost:
        return lineWithGross(LineCategory::Chargeback);
    default:
        if (moved.paidOut != 0 && moved.paidOut == -moved.owed) {
            m_made.payouts += moved.paidOut;
            return;
        }
        return lineWithGross(LineCategory::Adjustment);
    }
}

domain::Result<Settlement> SettlementBuilder::finish()
{
    flushReturnedFee();
    int number = 0;
    for (SettlementLine& line : m_made.lines) {
        line.number = ++number;
        count(m_made.totals, line);
        count(m_made.byCategory[line.category], line);
    }
    m_made.closing = m_made.opening + m_made.totals.net - m_made.payouts;
    if (m_made.closing != m_balance) // I10
        return domain::error(domain::ErrorCode::Damaged, domain::message("settlement.other_than_books").with("lines", m_made.closing).with("books", m_balance));
    return m_made;
}

QByteArray settlementCsv(const Settlement& settlement)
{
    static constexpr const char* titles[] = {"settlement_id", "line_no", "payee_id", "project_id", "performance_id", "order_id", "pledge_id", "category", "provider", "provider_txn_id",
                                             "method", "occurred_at", "sold_date", "payout_date", "currency", "gross", "discount_platform", "discount_payee", "platform_fee_supply",
                                             "platform_fee_vat", "provider_fee_supply", "provider_fee_vat", "withholding", "net", "ledger_entry_id", "ledger_seq", "match_status", "note"};
    QStringList header;
    for (const char* title : titles)
        header << QString::fromLatin1(title);
    QByteArray csv = domain::csvLine(header);
    const domain::Currency currency = settlement.scope.currency;
    const auto money = [&](qint64 minor) { return domain::plainText({minor, currency}); };
    for (const SettlementLine& line : settlement.lines) {
        csv += domain::csvLine({settlement.scope.id, QString::number(line.number), settlement.scope.payee.text(), textOf(line.project), QString(), textOf(line.order), textOf(line.pledge),
                                domain::enumText(line.category), line.provider, line.providerTransaction, QString(), domain::formatInstant(line.occurredAt),
                                line.soldDate.toString(Qt::ISODate), QString(), currency.code(), money(line.gross), money(line.discountPlatform), money(line.discountPayee),
                                money(line.platformFee.supply), money(line.platformFee.vat), money(line.providerFee.supply), money(line.providerFee.vat), money(line.withholding),
                                money(line.net()), line.command.text(), QString::number(line.sequence), QString(), QString()});
    }
    return csv;
}

namespace
{

QJsonObject totalsJson(const SettlementTotals& totals)
{
    return {{QStringLiteral("gross"), totals.gross},
            {QStringLiteral("discount_platform"), totals.discountPlatform},
            {QStringLiteral("discount_payee"), totals.discountPayee},
            {QStringLiteral("platform_fee_supply"), totals.platformFee.supply},
            {QStringLiteral("platform_fee_vat"), totals.platformFee.vat},
            {QStringLiteral("provider_fee_supply"), totals.providerFee.supply},
            {QStringLiteral("provider_fee_vat"), totals.providerFee.vat},
            {QStringLiteral("withholding"), totals.withholding},
            {QStringLiteral("net"), totals.net}};
}

QJsonObject lineJson(const SettlementLine& line)
{
    SettlementTotals amounts;
    count(amounts, line);
    QJsonObject object = totalsJson(amounts);
    object.insert(QStringLiteral("line_no"), line.number);
    object.insert(QStringLiteral("category"), domain::enumText(line.category));
    object.insert(QStringLiteral("project_id"), textOf(line.project));
    object.insert(QStringLiteral("order_id"), textOf(line.order));
    object.insert(QStringLiteral("pledge_id"), textOf(line.pledge));
    object.insert(QStringLiteral("provider"), line.provider);
    object.insert(QStringLiteral("provider_txn_id"), line.providerTransaction);
    object.insert(QStringLiteral("occurred_at"), domain::formatInstant(line.occurredAt));
    object.insert(QStringLiteral("sold_date"), line.soldDate.toString(Qt::ISODate));
    object.insert(QStringLiteral("ledger_entry_id"), line.command.text());
    object.insert(QStringLiteral("ledger_seq"), line.sequence);
    return object;
}

QJsonObject wholeJson(const Settlement& settlement)
{
    QJsonArray lines;
    for (const SettlementLine& line : settlement.lines)
        lines.append(lineJson(line));
    QJsonObject categories;
    for (const auto& [category, totals] : settlement.byCategory)
        categories.insert(domain::enumText(category), totalsJson(totals));
    const SettlementScope& scope = settlement.scope;
    return {{QStringLiteral("settlement_id"), scope.id},
            {QStringLiteral("payee_id"), scope.payee.text()},
            {QStringLiteral("project_id"), textOf(scope.project)},
            {QStringLiteral("currency"), scope.currency.code()},
            {QStringLiteral("from"), scope.from ? domain::formatInstant(*scope.from) : QString()},
            {QStringLiteral("until"), scope.until ? domain::formatInstant(*scope.until) : QString()},
            {QStringLiteral("time_zone"), scope.zone.name()},
            {QStringLiteral("until_seq"), settlement.untilSequence},
            {QStringLiteral("rules"), settlementRules},
            {QStringLiteral("opening"), settlement.opening},
            {QStringLiteral("totals"), totalsJson(settlement.totals)},
            {QStringLiteral("by_category"), categories},
            {QStringLiteral("payouts"), settlement.payouts},
            {QStringLiteral("closing"), settlement.closing},
            {QStringLiteral("lines"), lines}};
}

} // namespace

QByteArray Settlement::hash() const
{
    return QCryptographicHash::hash(QJsonDocument(wholeJson(*this)).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

QByteArray settlementJson(const Settlement& settlement)
{
    QJsonObject object = wholeJson(settlement);
    object.insert(QStringLiteral("hash"), QString::fromLatin1(settlement.hash().toHex()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace encore::report
