// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledgerbook.h"

#include "rowmapping.h"

namespace encore::store
{

namespace
{

domain::Currency currencyAt(const Rows& rows, int column)
{
    const auto currency = domain::Currency::fromCode(rows.text(column));
    return currency ? *currency : domain::Currency::krw();
}

domain::Account accountAt(const Rows& rows, int column)
{
    return {enumAt(rows, column, domain::AccountKind::Bank), rows.text(column + 1)};
}

} // namespace

qint64 LedgerReader::balance(const domain::Account& account, const domain::Currency& currency)
{
    Rows rows = m_database.run("SELECT balance FROM accounts WHERE kind = ? AND scope = ? AND currency = ?",
                               {domain::enumText(account.kind), textNotNull(account.scope), currency.code()});
    return rows.next() ? rows.number(0) : 0;
}

std::vector<AccountBalance> LedgerReader::balances()
{
    std::vector<AccountBalance> found;
    Rows rows = m_database.run("SELECT kind, scope, currency, balance FROM accounts ORDER BY kind, scope, currency");
    while (rows.next())
        found.push_back({accountAt(rows, 0), {rows.number(3), currencyAt(rows, 2)}});
    return found;
}

void LedgerReader::eachEntry(const EntryFilter& filter, const std::function<void(const BookedEntry&)>& visit)
{
    QString sql = QStringLiteral(
        "SELECT e.sequence, e.kind, e.at, e.command_id, e.project_id, e.pledge_id, e.order_id, e.reverses, e.provider_transaction, e.note,"
        " a.kind, a.scope, a.currency, p.amount FROM ledger_entries e JOIN postings p ON p.entry = e.sequence"
        " JOIN accounts a ON a.id = p.account WHERE e.sequence >= ? AND e.sequence <= ?");
    QVariantList values{filter.from, filter.until.value_or(std::numeric_limits<qint64>::max())};
    if (filter.projectId) {
        sql += QStringLiteral(" AND e.project_id = ?");
        values << filter.projectId->bytes();
    }
    if (filter.pledgeId) {
        sql += QStringLiteral(" AND e.pledge_id = ?");
        values << filter.pledgeId->bytes();
    }
    sql += QStringLiteral(" ORDER BY e.sequence, p.line");
    Rows rows = m_database.run(sql, values);
    BookedEntry entry;
    const auto finish = [&] {
        if (entry.sequence)
            visit(entry);
    };
    while (rows.next()) {
        if (rows.number(0) != entry.sequence) {
            finish();
            entry = {};
            entry.sequence = rows.number(0);
            entry.kind = enumAt(rows, 1, domain::EntryKind::Correction);
            entry.at = {rows.number(2)};
            entry.commandId = idAt<domain::CommandId>(rows, 3);
            entry.subject.project = optionalIdAt<domain::ProjectId>(rows, 4);
            entry.subject.pledge = optionalIdAt<domain::PledgeId>(rows, 5);
            entry.subject.order = optionalIdAt<domain::OrderId>(rows, 6);
            entry.subject.reverses = rows.optionalNumber(7);
            entry.subject.providerTransaction = rows.text(8);
            entry.subject.note = rows.text(9);
        }
        entry.postings.push_back({accountAt(rows, 10), {rows.number(13), currencyAt(rows, 12)}});
    }
    finish();
}

std::map<domain::OrderId, LedgerReader::OrderBooks> LedgerReader::orderBooks()
{
    std::map<domain::OrderId, OrderBooks> books;
    Rows rows = m_database.run("SELECT e.order_id, coalesce(sum(p.amount) FILTER (WHERE a.kind IN ('cash_drawer', 'provider_receivable', 'bank')), 0),"
                               " coalesce(sum(p.amount) FILTER (WHERE a.kind IN ('sales', 'output_vat', 'coupon_expense')), 0)"
                               " FROM ledger_entries e JOIN postings p ON p.entry = e.sequence JOIN accounts a ON a.id = p.account"
                               " WHERE e.order_id IS NOT NULL GROUP BY e.order_id");
    while (rows.next())
        books[idAt<domain::OrderId>(rows, 0)] = {rows.number(1), rows.number(2)};
    return books;
}

std::vector<LedgerReader::MoneyMove> LedgerReader::moneyMoves(domain::Instant from, domain::Instant until, const domain::Currency& currency)
{
    constexpr qint64 quarterMs = 15 * 60 * 1000;
    std::vector<MoneyMove> found;
    Rows rows = m_database.run("SELECT e.at / ?, e.kind, sum(p.amount) FROM ledger_entries e JOIN postings p ON p.entry = e.sequence"
                               " JOIN accounts a ON a.id = p.account WHERE e.at >= ? AND e.at < ? AND a.currency = ?"
                               " AND a.kind IN ('cash_drawer', 'provider_receivable', 'bank') GROUP BY 1, 2 ORDER BY 1",
                               {quarterMs, from.ms, until.ms, currency.code()});
    while (rows.next())
        found.push_back({{rows.number(0) * quarterMs}, enumAt(rows, 1, domain::EntryKind::Correction), rows.number(2)});
    return found;
}

void LedgerReader::walkPostings(LedgerReport& report)
{
    std::map<qint64, AccountSum> accounts;
    {
        Rows rows = m_database.run("SELECT id, kind, scope, currency, balance FROM accounts");
        while (rows.next())
            accounts[rows.number(0)] = {accountAt(rows, 1), rows.text(3), rows.number(4), 0};
    }
    qint64 entry = 0;
    qint64 lines = 0;
    qint64 walked = 0; // entries with a posting
    std::vector<std::pair<const QString*, qint64>> sums; // of one entry; nearly always one currency
    const auto conclude = [&] {
        if (lines == 0)
            return;
        ++walked;
        report.thinEntries += lines < 2;
        if (std::any_of(sums.begin(), sums.end(), [](const auto& sum) { return sum.second != 0; })) {
            ++report.unbalancedEntries;
            report.firstUnbalanced = report.firstUnbalanced.value_or(entry);
        }
    };
    // The primary key has the postings by entry, so that this is one walk without sorting.
    Rows rows = m_database.run("SELECT entry, account, amount FROM postings ORDER BY entry, line");
    while (rows.next()) {
        if (rows.number(0) != entry) {
            conclude();
            entry = rows.number(0);
            lines = 0;
            sums.clear();
        }
        ++lines;
        ++report.postings;
        AccountSum& account = accounts[rows.number(1)];
        account.sum += rows.number(2);
        const auto sum = std::find_if(sums.begin(), sums.end(), [&](const auto& known) { return *known.first == account.currency; });
        if (sum == sums.end())
            sums.emplace_back(&account.currency, rows.number(2));
        else
            sum->second += rows.number(2);
    }
    conclude();
    report.thinEntries += std::max<qint64>(report.entries - walked, 0);
    for (const auto& [id, account] : accounts) {
        if (account.balance == account.sum)
            continue;
        if (!report.wrongBalances)
            report.firstWrongBalance = domain::journalName(account.account);
        ++report.wrongBalances;
    }
}

LedgerReport LedgerReader::verify()
{
    LedgerReport report;
    {
        Rows rows = m_database.run("SELECT count(*), coalesce(max(sequence), 0) FROM ledger_entries");
        if (rows.next()) {
            report.entries = rows.number(0);
            report.gaps = rows.number(1) - rows.number(0);
        }
    }
    walkPostings(report);
    Rows rows = m_database.run("SELECT count(*) FROM ledger_entries e WHERE NOT EXISTS (SELECT 1 FROM command_log c WHERE c.id = e.command_id)");
    report.strangers = rows.next() ? rows.number(0) : 0;
    return report;
}

qint64 LedgerWriter::accountId(const domain::Account& account, const domain::Currency& currency)
{
    qint64& known = m_accounts[{account, currency.code()}];
    if (known != 0)
        return known;
    const QVariant kind = domain::enumText(account.kind);
    const QVariant scope = textNotNull(account.scope);
    const auto find = [&]() -> qint64 {
        Rows rows = m_database.run("SELECT id FROM accounts WHERE kind = ? AND scope = ? AND currency = ?", {kind, scope, currency.code()});
        return rows.next() ? rows.number(0) : 0;
    };
    known = find();
    if (known == 0) {
        m_database.execute("INSERT INTO accounts (id, kind, scope, currency, balance) SELECT coalesce(max(id), 0) + 1, ?, ?, ?, 0 FROM accounts", {kind, scope, currency.code()});
        known = find(); // 0: the database failed, and the unit of work knows
    }
    return known;
}

LedgerWriter::~LedgerWriter()
{
    for (const auto& [account, amount] : m_moved)
        m_database.execute("UPDATE accounts SET balance = balance + ? WHERE id = ?", {amount, account});
}

qint64 LedgerWriter::post(const domain::LedgerEntry& entry)
{
    const qint64 sequence = m_work.takeEntrySequence();
    const domain::EntrySubject& subject = entry.subject();
    m_database.execute("INSERT INTO ledger_entries (sequence, kind, at, command_id, project_id, pledge_id, order_id, reverses,"
                       " provider_transaction, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       {sequence, domain::enumText(entry.kind()), entry.at().ms, m_command.bytes(), column(subject.project),
                        column(subject.pledge), column(subject.order), subject.reverses ? QVariant(*subject.reverses) : QVariant(),
                        textOrNull(subject.providerTransaction), textOrNull(subject.note)});
    int line = 0;
    for (const domain::Posting& posting : entry.postings()) {
        const qint64 account = accountId(posting.account, posting.amount.currency);
        m_database.execute("INSERT INTO postings (entry, line, account, amount) VALUES (?, ?, ?, ?)",
                           {sequence, ++line, account, posting.amount.minor});
        m_moved[account] += posting.amount.minor;
    }
    return sequence;
}

} // namespace encore::store
