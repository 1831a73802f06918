// SPDX-License-Identifier: GPL-3.0-or-later

// The pure part of a settlement: periods, fees that straddle them, payouts, and books that do not add up.

#include "report/settlement.h"

#include <QTest>

using namespace encore;
using namespace encore::report;
using domain::Account;
using domain::AccountKind;
using domain::EntryKind;

namespace
{

domain::PersonId payee()
{
    return domain::PersonId(QUuid::fromString(QStringLiteral("11111111-1111-4111-8111-111111111111")));
}
domain::ProjectId project()
{
    return domain::ProjectId(QUuid::fromString(QStringLiteral("22222222-2222-4222-8222-222222222222")));
}

JournalEntry entry(EntryKind kind, qint64 atMs, const std::vector<std::pair<Account, qint64>>& amounts)
{
    static qint64 sequence = 0;
    JournalEntry made;
    made.sequence = ++sequence;
    made.kind = kind;
    made.at = {atMs};
    made.subject.project = project();
    for (const auto& [account, amount] : amounts)
        made.postings.push_back({account, {amount, domain::Currency::krw()}});
    return made;
}
JournalEntry sale(qint64 atMs, qint64 amount)
{
    return entry(EntryKind::EscrowReleased, atMs, {{Account::escrow(project()), amount}, {Account::payable(payee()), -amount}});
}
JournalEntry fees(qint64 atMs, qint64 platform, qint64 provider)
{
    const qint64 vat = domain::vatOnTop(platform).vat + domain::vatOnTop(provider).vat;
    return entry(EntryKind::FeesCharged, atMs, {{Account::payable(payee()), platform + provider + vat}, {Account::of(AccountKind::PlatformFees), -platform},
                                                {Account::of(AccountKind::ProviderFees), -provider}, {Account::of(AccountKind::VatPayable), -vat}});
}

SettlementScope scope()
{
    SettlementScope made;
    made.id = QStringLiteral("S1");
    made.payee = payee();
    return made;
}

domain::Result<Settlement> settle(const SettlementScope& scope, const std::vector<JournalEntry>& entries)
{
    SettlementBuilder builder(scope);
    for (const JournalEntry& one : entries)
        builder.add(one);
    return builder.finish();
}

} // namespace

class tst_SettlementLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void periodsAddUp();
    void feesOfAnotherPeriodStandAlone();
    void payoutsAreNoLines();
    void othersMoneyIsNone();
    void booksThatDoNotAddUp();
    void theOrderOfColumns();
};

void tst_SettlementLines::periodsAddUp()
{
    const std::vector<JournalEntry> books{sale(10, 70'000), fees(20, 3'500, 2'100), sale(30, 30'000), fees(40, 1'500, 900)};
    SettlementScope early = scope();
    early.until = domain::Instant{25};
    SettlementScope late = scope();
    late.from = domain::Instant{25};
    const auto first = settle(early, books);
    const auto second = settle(late, books);
    const auto whole = settle(scope(), books);
    QVERIFY(first.ok() && second.ok() && whole.ok());
    QCOMPARE(first->opening, 0);
    QCOMPARE(second->opening, first->closing);
    QCOMPARE(second->closing, whole->closing);
    QCOMPARE(whole->lines.size(), size_t(2));
    QCOMPARE(whole->lines[1].platformFee, (domain::TaxedAmount{1'500, 150}));
}

void tst_SettlementLines::feesOfAnotherPeriodStandAlone()
{
    const std::vector<JournalEntry> books{sale(10, 70'000), sale(30, 30'000), fees(40, 5'000, 3'000)};
    SettlementScope late = scope();
    late.from = domain::Instant{25};
    const auto made = settle(late, books);
    QVERIFY(made.ok());
    QCOMPARE(made->opening, 70'000);
    QCOMPARE(made->lines.size(), size_t(2));
    QCOMPARE(made->lines[0].platformFee, domain::TaxedAmount());
    QCOMPARE(made->lines[1].category, LineCategory::Fee);
    QCOMPARE(made->lines[1].net(), -8'800);
    QCOMPARE(made->closing, 91'200);
}

void tst_SettlementLines::payoutsAreNoLines()
{
    const auto made = settle(scope(), {sale(10, 100'000), fees(20, 5'000, 3'000),
                                       entry(EntryKind::Correction, 30, {{Account::payable(payee()), 60'000}, {Account::of(AccountKind::Bank), -60'000}}),
                                       entry(EntryKind::Correction, 40, {{Account::payable(payee()), -500}, {Account::of(AccountKind::Sales), 500}})});
    QVERIFY(made.ok());
    QCOMPARE(made->payouts, 60'000);
    QCOMPARE(made->lines.size(), size_t(2));
    QCOMPARE(made->lines[1].category, LineCategory::Adjustment);
    QCOMPARE(made->lines[1].gross, 500);
    QCOMPARE(made->closing, 100'000 - 8'800 + 500 - 60'000);
}

void tst_SettlementLines::othersMoneyIsNone()
{
    const domain::PersonId other(QUuid::fromString(QStringLiteral("33333333-3333-4333-8333-333333333333")));
    JournalEntry dollars = sale(10, 500);
    for (domain::Posting& posting : dollars.postings)
        posting.amount.currency = domain::Currency::fromCode(QStringLiteral("USD")).value();
    const auto made = settle(scope(), {entry(EntryKind::EscrowReleased, 10, {{Account::escrow(project()), 1'000}, {Account::payable(other), -1'000}}), dollars});
    QVERIFY(made.ok());
    QVERIFY(made->lines.empty());
    SettlementScope elsewhere = scope();
    elsewhere.project = domain::ProjectId(QUuid::fromString(QStringLiteral("44444444-4444-4444-8444-444444444444")));
    QVERIFY(settle(elsewhere, {sale(10, 1'000)})->lines.empty());
}

void tst_SettlementLines::booksThatDoNotAddUp()
{
    JournalEntry strange = fees(20, 5'000, 3'000);
    strange.postings[1].amount.minor -= 7; // more was taken from the payee's account than any fee is
    const auto made = settle(scope(), {sale(10, 100'000), strange});
    QVERIFY(!made.ok());
    QCOMPARE(made.error().message.id, QByteArray("settlement.other_than_books"));
}

void tst_SettlementLines::theOrderOfColumns()
{
    const auto made = settle(scope(), {sale(10, 1'000)});
    const QByteArray csv = settlementCsv(*made);
    QVERIFY(csv.startsWith("settlement_id,line_no,payee_id,project_id,performance_id,order_id,pledge_id,category,provider,provider_txn_id,method,occurred_at,sold_date,payout_date,currency,"
                           "gross,discount_platform,discount_payee,platform_fee_supply,platform_fee_vat,provider_fee_supply,provider_fee_vat,withholding,net,ledger_entry_id,ledger_seq,"
                           "match_status,note\r\n"));
    QCOMPARE(csv.count('\n'), 2);
    QCOMPARE(csv.split('\n')[1].count(','), csv.split('\n')[0].count(','));
}

QTEST_APPLESS_MAIN(tst_SettlementLines)
#include "tst_settlementlines.moc"
