// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ledger.h"

#include <QTest>

#include <set>

using namespace encore::domain;

class tst_Ledger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyBalancedEntries_data();
    void onlyBalancedEntries();
    void zeroPostingsAreLeftOut();
    void aReversalIsTheExactOpposite();
    void noTwoAccountsShareAName();
    void scopes_data();
    void scopes();
};

namespace
{

Posting posting(const Account& account, qint64 minor, const char* currency = "KRW")
{
    return {account, {minor, *Currency::fromCode(QString::fromLatin1(currency))}};
}

const ProjectId project(QUuid::createUuidV5(QUuid(), QByteArray("project")));

} // namespace

Q_DECLARE_METATYPE(std::vector<encore::domain::Posting>)

void tst_Ledger::onlyBalancedEntries_data()
{
    QTest::addColumn<std::vector<Posting>>("postings");
    QTest::addColumn<QByteArray>("fault");
    const Account toss = Account::provider(QStringLiteral("toss"));
    const Account escrow = Account::escrow(project);
    const auto row = [](const char* name, std::vector<Posting> postings, const char* fault) {
        QTest::newRow(name) << std::move(postings) << QByteArray(fault);
    };
    row("two", {posting(toss, 1'000), posting(escrow, -1'000)}, "");
    row("three", {posting(toss, 1'000), posting(escrow, -400), posting(Account::of(AccountKind::Sales), -600)}, "");
    row("two currencies", {posting(toss, 5), posting(escrow, -5), posting(toss, 7, "USD"), posting(escrow, -7, "USD")}, "");
    row("one won too many", {posting(toss, 1'001), posting(escrow, -1'000)}, "ledger.unbalanced");
    row("balanced only across currencies", {posting(toss, 5), posting(escrow, -5, "USD")}, "ledger.unbalanced");
    row("second currency off", {posting(toss, 5), posting(escrow, -5), posting(toss, 7, "USD")}, "ledger.unbalanced");
    row("none", {}, "ledger.too_few");
    row("one of zero", {posting(toss, 0)}, "ledger.too_few");
    row("a single one", {posting(toss, 5)}, "ledger.too_few");
    row("no project", {posting({AccountKind::Escrow, {}}, 5), posting(toss, -5)}, "ledger.account");
    row("a scope where there is none", {posting({AccountKind::Bank, QStringLiteral("x")}, 5), posting(toss, -5)}, "ledger.account");
    row("a provider with a space", {posting(Account::provider(QStringLiteral("to ss")), 5), posting(escrow, -5)}, "ledger.account");
    row("wrapping round", {posting(toss, std::numeric_limits<qint64>::max()), posting(toss, std::numeric_limits<qint64>::max()), posting(escrow, 2)},
        "ledger.unbalanced");
}

void tst_Ledger::onlyBalancedEntries()
{
    QFETCH(std::vector<Posting>, postings);
    QFETCH(QByteArray, fault);
    const auto entry = LedgerEntry::balanced(EntryKind::PledgePaid, {1}, postings, {});
    QCOMPARE(entry.ok() ? QByteArray() : entry.error().message.id, fault);
}

void tst_Ledger::zeroPostingsAreLeftOut()
{
    const auto entry = LedgerEntry::balanced(EntryKind::FeesCharged, {1},
                                             {posting(Account::of(AccountKind::Bank), 5), posting(Account::of(AccountKind::VatPayable), 0),
                                              posting(Account::of(AccountKind::PlatformFees), -5)},
                                             {});
    QVERIFY(entry.ok());
    QCOMPARE(entry->postings().size(), size_t(2));
}

void tst_Ledger::aReversalIsTheExactOpposite()
{
    const auto entry = LedgerEntry::balanced(EntryKind::PledgePaid, {1},
                                             {posting(Account::provider(QStringLiteral("toss")), 5), posting(Account::escrow(project), -5)}, {});
    const LedgerEntry back = LedgerEntry::reversalOf(*entry, 17, {2});
    QCOMPARE(back.kind(), EntryKind::Correction);
    QCOMPARE(back.subject().reverses, std::optional<qint64>(17));
    for (size_t i = 0; i < back.postings().size(); ++i) {
        QCOMPARE(back.postings()[i].account, entry->postings()[i].account);
        QCOMPARE(back.postings()[i].amount.minor, -entry->postings()[i].amount.minor);
    }
}

void tst_Ledger::noTwoAccountsShareAName()
{
    std::set<QString> names;
    int count = 0;
    for (const auto& row : enumNames<AccountKind>()) {
        for (const char* scope : {"toss", "a1b2", "1", "a"}) {
            if (!hasScope(row.value) && QByteArray(scope) != "toss")
                continue;
            const QString name = journalName({row.value, hasScope(row.value) ? QString::fromLatin1(scope) : QString()});
            names.insert(name);
            ++count;
            for (const QString& part : name.split(u':'))
                QVERIFY2(part.front().isUpper() || part.front().isDigit(), qPrintable(name));
        }
    }
    QCOMPARE(int(names.size()), count);
}

void tst_Ledger::scopes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("uuid") << project.text() << true;
    QTest::newRow("provider") << QStringLiteral("toss") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("capital") << QStringLiteral("Toss") << false;
    QTest::newRow("colon") << QStringLiteral("a:b") << false;
    QTest::newRow("dash first") << QStringLiteral("-a") << false;
    QTest::newRow("37") << QString(37, u'a') << false;
    QTest::newRow("36") << QString(36, u'a') << true;
    QTest::newRow("Korean") << QStringLiteral("토스") << false;
}

void tst_Ledger::scopes()
{
    QFETCH(QString, text);
    QTEST(isScopeName(text), "fits");
}

QTEST_APPLESS_MAIN(tst_Ledger)
#include "tst_ledger.moc"
