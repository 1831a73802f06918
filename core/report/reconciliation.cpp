// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reconciliation.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>
#include <set>

namespace encore::domain
{

template<>
std::span<const EnumName<report::MatchStatus>> enumNames()
{
    using enum report::MatchStatus;
    static constexpr EnumName<report::MatchStatus> names[] = {{Matched, "MATCHED"},
                                                              {AmountMismatch, "AMOUNT_MISMATCH"},
                                                              {FeeMismatch, "FEE_MISMATCH"},
                                                              {CurrencyMismatch, "CURRENCY_MISMATCH"},
                                                              {SignFlip, "SIGN_FLIP"},
                                                              {DateShift, "DATE_SHIFT"},
                                                              {MissingInLedger, "MISSING_IN_LEDGER"},
                                                              {MissingInProvider, "MISSING_IN_PROVIDER"},
                                                              {PendingInProvider, "PENDING_IN_PROVIDER"},
                                                              {DuplicateInProvider, "DUPLICATE_IN_PROVIDER"},
                                                              {DuplicateInLedger, "DUPLICATE_IN_LEDGER"},
                                                              {Split, "SPLIT"},
                                                              {Merged, "MERGED"},
                                                              {OrphanRefund, "ORPHAN_REFUND"},
                                                              {UnknownType, "UNKNOWN_TYPE"},
                                                              {InvalidRow, "INVALID_ROW"},
                                                              {Ignored, "IGNORED"}};
    return names;
}

} // namespace encore::domain

namespace encore::report
{

using domain::message;

namespace
{

constexpr size_t mostInPuzzle = 16; // entries among which a sum is looked for: more would have many answers, and take for ever
constexpr size_t mostSuggestions = 10;

using Places = std::vector<size_t>;

/// Finds which lines are which entries, from the surest sign to the weakest; whatever is paired is out of the way of the next.
class Matcher
{
public:
    Matcher(const ProviderFile& file, const std::vector<BookRow>& books, const domain::EventZone& zone) :
        m_lines(file.lines), m_books(books), m_zone(zone), m_answers(m_lines.size()), m_isTaken(books.size(), false)
    {
        // The file's order must not matter: all goes by content, and equal content is equal.
        for (size_t i = 0; i < m_lines.size(); ++i)
            m_identities.push_back(m_lines[i].identity());
        m_order.resize(m_lines.size());
        std::iota(m_order.begin(), m_order.end(), 0);
        std::stable_sort(m_order.begin(), m_order.end(), [this](size_t a, size_t b) { return m_identities[a] < m_identities[b]; });
        m_bookOrder.resize(books.size());
        std::iota(m_bookOrder.begin(), m_bookOrder.end(), 0);
        std::sort(m_bookOrder.begin(), m_bookOrder.end(), [&](size_t a, size_t b) { return books[a].sequence < books[b].sequence; });
        for (const BookRow& book : books) {
            if (!book.transaction.isEmpty())
                m_transactions.insert(book.transaction);
            m_references.insert(book.references.begin(), book.references.end());
        }
    }

    void decide(const std::vector<MatchDecision>& decisions)
    {
        std::map<QString, const MatchDecision*> byIdentity;
        for (const MatchDecision& decision : decisions)
            byIdentity[decision.identity] = &decision;
        for (const size_t line : m_order) {
            const auto found = byIdentity.find(m_identities[line]);
            if (found == byIdentity.end())
                continue;
            const MatchDecision& decision = *found->second;
            byIdentity.erase(found); // one line; a second one of the same content is a duplicate of it
            if (decision.entries.empty()) {
                m_answers[line] = MatchResult{MatchStatus::Ignored, line, {}, 0, message("match.ignored").with("reason", decision.reason).with("who", decision.who), {}};
                continue;
            }
            Places chosen;
            for (const size_t book : m_bookOrder) {
                if (!m_isTaken[book] && std::find(decision.entries.begin(), decision.entries.end(), m_books[book].sequence) != decision.entries.end())
                    chosen.push_back(book);
            }
            if (m_lines[line].row && chosen.size() == decision.entries.size())
                chosen.size() == 1 ? pair(line, chosen.front()) : merge(line, chosen);
        }
    }

    void putUnreadAside()
    {
        for (const size_t line : m_order) {
            const ProviderLine& read = m_lines[line];
            if (!m_answers[line] && !read.row)
                m_answers[line] = MatchResult{read.isUnknownType ? MatchStatus::UnknownType : MatchStatus::InvalidRow, line, {}, 0, read.fault, {}};
        }
    }

    /// The same movement twice in the file: the same id of the provider's, kind and amount.
    void findDuplicates()
    {
        std::map<QString, size_t> first;
        for (const size_t line : m_order) {
            const auto& row = m_lines[line].row;
            if (!row || row->transaction.isEmpty() || (m_answers[line] && m_answers[line]->status != MatchStatus::Ignored && m_answers[line]->entries.empty()))
                continue;
            const QString key = QStringList{domain::enumText(row->event), row->transaction, row->currency.code(), QString::number(row->gross)}.join(u'\x1f');
            const auto [known, isNew] = first.try_emplace(key, line);
            if (!isNew && !m_answers[line])
                m_answers[line] = MatchResult{MatchStatus::DuplicateInProvider, line, {}, 0, message("match.duplicate").with("id", row->transaction), {}};
        }
    }

    template<class LineKey, class BookKeys>
    void matchBy(LineKey lineKey, BookKeys bookKeys, bool alsoUnequal)
    {
        std::map<QString, std::pair<Places, Places>> groups;
        for (const size_t line : m_order) {
            if (m_answers[line])
                continue;
            if (const QString key = lineKey(*m_lines[line].row); !key.isEmpty())
                groups[key].first.push_back(line);
        }
        for (const size_t book : m_bookOrder) {
            if (m_isTaken[book])
                continue;
            for (const QString& key : bookKeys(m_books[book])) {
                if (const auto group = groups.find(key); group != groups.end())
                    group->second.second.push_back(book);
            }
        }
        for (auto& [key, group] : groups) {
            pairEqual(group.first, group.second);
            if (alsoUnequal)
                settle(group.first, group.second);
        }
    }

    void match()
    {
        const auto kind = [](ProviderEvent event, const QString& text) { return text.isEmpty() ? QString() : domain::enumText(event) + u'\x1f' + text; };
        const auto id = [&](const ProviderRow& row) { return kind(row.event, m_transactions.contains(row.transaction) ? row.transaction : row.payment); };
        const auto bookId = [&](const BookRow& book) { return QStringList{kind(book.event, book.transaction)}; };
        const auto reference = [&](const ProviderRow& row) { return kind(row.event, row.reference); };
        const auto bookReferences = [&](const BookRow& book) {
            QStringList keys;
            for (const QString& text : book.references)
                keys << kind(book.event, text);
            return keys;
        };
        matchBy(id, bookId, false);
        markTwiceBooked(id, bookId);
        matchBy(id, bookId, true);
        matchBy(reference, bookReferences, false);
        matchBy(reference, bookReferences, true);
        matchStrangers();
    }

    Reconciliation finish()
    {
        Reconciliation made;
        const domain::Instant newest = newestInFile();
        for (size_t line = 0; line < m_lines.size(); ++line) {
            if (!m_answers[line])
                m_answers[line] = leftOver(line);
            made.results.push_back(*m_answers[line]);
        }
        for (const size_t book : m_bookOrder) {
            if (m_isTaken[book])
                continue;
            const BookRow& row = m_books[book];
            const bool isTwice = m_twiceBooked.contains(book);
            const MatchStatus status = isTwice ? MatchStatus::DuplicateInLedger : row.at > newest ? MatchStatus::PendingInProvider : MatchStatus::MissingInProvider;
            made.results.push_back({status, {}, {row.sequence}, -row.amount, {}, {}});
        }
        count(made);
        return made;
    }

private:
    [[nodiscard]] const ProviderRow& row(size_t line) const { return *m_lines[line].row; }

    void take(const Places& books)
    {
        for (const size_t book : books)
            m_isTaken[book] = true;
    }

    [[nodiscard]] std::vector<qint64> sequences(const Places& books) const
    {
        std::vector<qint64> found;
        for (const size_t book : books)
            found.push_back(m_books[book].sequence);
        std::sort(found.begin(), found.end());
        return found;
    }

    void pair(size_t line, size_t book)
    {
        const ProviderRow& theirs = row(line);
        const BookRow& ours = m_books[book];
        MatchResult result{MatchStatus::Matched, line, {ours.sequence}, theirs.currency == ours.currency ? theirs.gross - ours.amount : 0, {}, {}};
        const QDate theirDay = m_zone.dateOf(theirs.occurredAt);
        const QDate ourDay = m_zone.dateOf(ours.at);
        if (!(theirs.currency == ours.currency)) {
            result.status = MatchStatus::CurrencyMismatch;
            result.note = message("match.currency").with("theirs", theirs.currency.code()).with("ours", ours.currency.code());
        } else if (theirs.gross != ours.amount) {
            result.status = theirs.gross == -ours.amount ? MatchStatus::SignFlip : MatchStatus::AmountMismatch;
            result.note = message("match.amount").with("theirs", theirs.gross).with("ours", ours.amount);
        } else if (!theirs.fault.id.isEmpty()) {
            result.status = MatchStatus::FeeMismatch;
            result.note = theirs.fault;
        } else if (ours.fee && *ours.fee != theirs.fee) {
            result.status = MatchStatus::FeeMismatch;
            result.note = message("match.fee").with("theirs", theirs.fee).with("ours", *ours.fee);
        } else if (!theirs.payoutDate.isValid()) {
            result.status = MatchStatus::PendingInProvider;
        } else if (theirDay != ourDay) {
            result.status = MatchStatus::DateShift;
            result.note = message("match.day").with("theirs", theirDay.toString(Qt::ISODate)).with("ours", ourDay.toString(Qt::ISODate));
        }
        m_answers[line] = result;
        m_isTaken[book] = true;
    }

    [[nodiscard]] qint64 sumOfBooks(const Places& books) const
    {
        return std::accumulate(books.begin(), books.end(), qint64(0), [this](qint64 sum, size_t book) { return sum + m_books[book].amount; });
    }
    [[nodiscard]] qint64 sumOfLines(const Places& lines) const
    {
        return std::accumulate(lines.begin(), lines.end(), qint64(0), [this](qint64 sum, size_t line) { return sum + row(line).gross; });
    }

    void merge(size_t line, const Places& books)
    {
        m_answers[line] = MatchResult{MatchStatus::Merged, line, sequences(books), row(line).gross - sumOfBooks(books), {}, {}};
        take(books);
    }

    void split(const Places& lines, size_t book)
    {
        qint64 difference = sumOfLines(lines) - m_books[book].amount;
        for (const size_t line : lines)
            m_answers[line] = MatchResult{MatchStatus::Split, line, {m_books[book].sequence}, std::exchange(difference, 0), {}, {}};
        m_isTaken[book] = true;
    }

    void dropTaken(Places& lines, Places& books) const
    {
        std::erase_if(lines, [this](size_t line) { return m_answers[line].has_value(); });
        std::erase_if(books, [this](size_t book) { return m_isTaken[book]; });
    }

    void pairEqual(Places& lines, Places& books)
    {
        std::map<std::pair<QString, qint64>, Places> byAmount;
        for (const size_t book : books) {
            if (!m_isTaken[book])
                byAmount[{m_books[book].currency.code(), m_books[book].amount}].push_back(book);
        }
        for (const size_t line : lines) {
            auto& equal = byAmount[{row(line).currency.code(), row(line).gross}];
            if (equal.empty())
                continue;
            pair(line, equal.front());
            equal.erase(equal.begin());
        }
        dropTaken(lines, books);
    }

    /// What the same id or reference ties together, but no amount.
    void settle(Places& lines, Places& books)
    {
        dropTaken(lines, books);
        if (lines.size() == 1 && books.size() == 1)
            return pair(lines.front(), books.front());
        if (isOneCurrency(lines, books)) {
            if (lines.size() == 1 && books.size() > 1 && sumOfBooks(books) == row(lines.front()).gross)
                return merge(lines.front(), books);
            if (books.size() == 1 && lines.size() > 1 && sumOfLines(lines) == m_books[books.front()].amount)
                return split(lines, books.front());
        }
        solve(lines, books);
    }

    [[nodiscard]] bool isOneCurrency(const Places& lines, const Places& books) const
    {
        std::set<QString> codes;
        for (const size_t line : lines)
            codes.insert(row(line).currency.code());
        for (const size_t book : books)
            codes.insert(m_books[book].currency.code());
        return codes.size() == 1;
    }

    /// All ways to make @p sum of two or more of @p amounts, at most two of them: a second one says that the first is a guess.
    [[nodiscard]] static std::vector<Places> waysTo(qint64 sum, const std::vector<qint64>& amounts)
    {
        std::vector<Places> ways;
        for (unsigned mask = 1; mask < (1U << amounts.size()) && ways.size() < 2; ++mask) {
            Places chosen;
            qint64 total = 0;
            for (size_t i = 0; i < amounts.size(); ++i) {
                if (mask & (1U << i)) {
                    chosen.push_back(i);
                    total += amounts[i];
                }
            }
            if (chosen.size() > 1 && total == sum)
                ways.push_back(chosen);
        }
        return ways;
    }

    /// n to m: only where one line is one sum of entries, or one entry one sum of lines, and nothing else is possible.
    void solve(Places& lines, Places& books)
    {
        if (lines.empty() || books.empty() || lines.size() > mostInPuzzle || books.size() > mostInPuzzle || !isOneCurrency(lines, books))
            return;
        std::vector<qint64> amounts;
        for (const size_t book : books)
            amounts.push_back(m_books[book].amount);
        std::map<size_t, int> uses; ///< of entries by the ways that were found
        std::vector<std::pair<size_t, Places>> found;
        for (const size_t line : lines) {
            const std::vector<Places> ways = waysTo(row(line).gross, amounts);
            for (const Places& way : ways) {
                for (const size_t i : way)
                    ++uses[i];
            }
            if (ways.size() == 1)
                found.emplace_back(line, ways.front());
        }
        for (const auto& [line, way] : found) {
            Places chosen;
            for (const size_t i : way) {
                if (uses[i] == 1)
                    chosen.push_back(books[i]);
            }
            if (chosen.size() == way.size())
                merge(line, chosen);
        }
        dropTaken(lines, books);
        solveSplits(lines, books);
    }

    void solveSplits(Places& lines, Places& books)
    {
        std::vector<qint64> amounts;
        for (const size_t line : lines)
            amounts.push_back(row(line).gross);
        std::map<size_t, int> uses;
        std::vector<std::pair<size_t, Places>> found;
        for (const size_t book : books) {
            const std::vector<Places> ways = waysTo(m_books[book].amount, amounts);
            for (const Places& way : ways) {
                for (const size_t i : way)
                    ++uses[i];
            }
            if (ways.size() == 1)
                found.emplace_back(book, ways.front());
        }
        for (const auto& [book, way] : found) {
            Places chosen;
            for (const size_t i : way) {
                if (uses[i] == 1)
                    chosen.push_back(lines[i]);
            }
            if (chosen.size() == way.size())
                split(chosen, book);
        }
        dropTaken(lines, books);
    }

    /// A payment with the id and the amount of one that has its line already.
    template<class LineKey, class BookKeys>
    void markTwiceBooked(LineKey lineKey, BookKeys bookKeys)
    {
        std::set<QString> had;
        const auto with = [](const QString& key, const domain::Currency& currency, qint64 amount) { return QString(key + u'\x1f' + currency.code() + QString::number(amount)); };
        for (const size_t line : m_order) {
            const auto& answer = m_answers[line];
            if (answer && m_lines[line].row && row(line).event == ProviderEvent::Payment && !answer->entries.empty())
                had.insert(with(lineKey(row(line)), row(line).currency, row(line).gross));
        }
        for (const size_t book : m_bookOrder) {
            const BookRow& ours = m_books[book];
            if (m_isTaken[book] || ours.event != ProviderEvent::Payment || ours.transaction.isEmpty())
                continue;
            if (had.contains(with(bookKeys(ours).front(), ours.currency, ours.amount)))
                m_twiceBooked.insert(book);
        }
    }

    /// Lines whose id and reference the books have never heard: on the same day, of the same kind and amount, and one of each only.
    void matchStrangers()
    {
        std::map<QString, std::pair<Places, Places>> groups;
        const auto key = [this](ProviderEvent event, const domain::Currency& currency, qint64 amount, domain::Instant at) {
            return QStringList{domain::enumText(event), currency.code(), QString::number(amount), m_zone.dateOf(at).toString(Qt::ISODate)}.join(u'\x1f');
        };
        for (const size_t line : m_order) {
            if (!m_answers[line] && isStranger(row(line)))
                groups[key(row(line).event, row(line).currency, row(line).gross, row(line).occurredAt)].first.push_back(line);
        }
        for (const size_t book : m_bookOrder) {
            const BookRow& ours = m_books[book];
            if (m_isTaken[book] || m_twiceBooked.contains(book) || !ours.transaction.isEmpty())
                continue;
            if (const auto group = groups.find(key(ours.event, ours.currency, ours.amount, ours.at)); group != groups.end())
                group->second.second.push_back(book);
        }
        for (const auto& [text, group] : groups) {
            if (group.first.size() == 1 && group.second.size() == 1)
                pair(group.first.front(), group.second.front());
            else if (!group.second.empty()) {
                for (const size_t line : group.first)
                    m_suggested[line] = sequences(group.second);
            }
        }
    }

    [[nodiscard]] bool isStranger(const ProviderRow& row) const
    {
        return !m_transactions.contains(row.transaction) && !m_transactions.contains(row.payment) && !m_references.contains(row.reference);
    }

    [[nodiscard]] MatchResult leftOver(size_t line) const
    {
        const ProviderRow& theirs = row(line);
        MatchResult result{MatchStatus::MissingInLedger, line, {}, theirs.gross, {}, {}};
        const bool isBack = theirs.event == ProviderEvent::Refund || theirs.event == ProviderEvent::Chargeback || theirs.event == ProviderEvent::ChargebackWon;
        if (isBack && isStranger(theirs))
            result.status = MatchStatus::OrphanRefund;
        if (const auto found = m_suggested.find(line); found != m_suggested.end()) {
            result.suggestions = found->second;
            result.suggestions.resize(std::min(result.suggestions.size(), mostSuggestions));
            result.note = message("match.several").with("count", qint64(found->second.size()));
        }
        return result;
    }

    [[nodiscard]] domain::Instant newestInFile() const
    {
        domain::Instant newest{std::numeric_limits<qint64>::min()};
        for (const ProviderLine& line : m_lines) {
            if (line.row)
                newest = std::max(newest, line.row->occurredAt);
        }
        return newest;
    }

    void count(Reconciliation& made) const
    {
        made.lines = qint64(m_lines.size());
        made.entries = qint64(m_books.size());
        for (const ProviderLine& line : m_lines) {
            if (line.row) {
                made.fileGross[line.row->currency.code()] += line.row->gross;
                made.fileFees[line.row->currency.code()] += line.row->fee;
            }
        }
        for (const BookRow& book : m_books)
            made.bookAmount[book.currency.code()] += book.amount;
        std::vector<QByteArray> said;
        for (const MatchResult& result : made.results) {
            StatusSum& sum = made.sums[result.status];
            sum.lines += result.line ? 1 : 0;
            sum.entries += result.line ? 0 : 1;
            if (result.line && m_lines[*result.line].row)
                sum.gross[row(*result.line).currency.code()] += row(*result.line).gross;
            QStringList words{domain::enumText(result.status), result.line ? m_identities[*result.line] : QString()};
            for (const qint64 sequence : result.entries)
                words << QString::number(sequence);
            said.push_back(words.join(u'\x1e').toUtf8());
        }
        std::sort(said.begin(), said.end());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QByteArray& line : said)
            hash.addData(QByteArray(line + '\n'));
        made.hash = hash.result();
    }

    const std::vector<ProviderLine>& m_lines;
    const std::vector<BookRow>& m_books;
    const domain::EventZone& m_zone;
    std::vector<QString> m_identities;
    Places m_order; ///< of lines, by content
    Places m_bookOrder; ///< by sequence
    std::vector<std::optional<MatchResult>> m_answers; ///< by line
    std::vector<bool> m_isTaken; ///< by entry: some line has it
    std::set<size_t> m_twiceBooked;
    std::map<size_t, std::vector<qint64>> m_suggested;
    std::set<QString> m_transactions; ///< that the books know
    std::set<QString> m_references;
};

} // namespace

bool Reconciliation::isClean() const
{
    return std::all_of(sums.begin(), sums.end(), [](const auto& sum) {
        using enum MatchStatus;
        constexpr MatchStatus settled[] = {Matched, Split, Merged, PendingInProvider, Ignored, DateShift};
        return std::find(std::begin(settled), std::end(settled), sum.first) != std::end(settled);
    });
}

Reconciliation reconcile(const ProviderFile& file, const std::vector<BookRow>& books, const domain::EventZone& zone, const std::vector<MatchDecision>& decisions)
{
    Matcher matcher(file, books, zone);
    matcher.decide(decisions);
    matcher.putUnreadAside();
    matcher.findDuplicates();
    matcher.match();
    return matcher.finish();
}

} // namespace encore::report
