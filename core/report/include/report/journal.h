// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The books as other programs read them. Pure over rows handed in: the same rows give the same bytes for ever.

#include "domain/ledger.h"

#include <functional>
#include <optional>
#include <set>

namespace encore::report
{

/// hledger's journal (hledger.org/hledger.html, 1.25) · beancount's (beancount.github.io, v2) · CSV, a posting a line · JSON, an entry a line.
enum class JournalFormat { Hledger, Beancount, Csv, Json };

struct JournalEntry {
    qint64 sequence = 0;
    domain::EntryKind kind = domain::EntryKind::Correction;
    domain::Instant at;
    std::vector<domain::Posting> postings;
    domain::EntrySubject subject;
    domain::CommandId command; ///< that made it
};

/// Writes one journal: begin() with every account that occurs, entry() for each in order, end() with what the accounts must hold then.
class JournalWriter
{
public:
    /// @p zone decides on which day an entry is.
    JournalWriter(JournalFormat format, const domain::EventZone& zone, std::function<void(const QByteArray&)> write);

    void begin(const std::vector<std::pair<domain::Account, domain::Currency>>& accounts);
    void entry(const JournalEntry& entry);
    /// Balances become assertions, where the format has them: the other program then proves that it counts as we do.
    void end(const std::vector<domain::Posting>& balances);

private:
    void write(const QString& text) { m_write(text.toUtf8()); }
    [[nodiscard]] QString dayOf(domain::Instant at) const;
    void hledgerEntry(const JournalEntry& entry);
    void beancountEntry(const JournalEntry& entry);
    void csvEntry(const JournalEntry& entry);
    void jsonEntry(const JournalEntry& entry);

    JournalFormat m_format;
    domain::EventZone m_zone;
    std::function<void(const QByteArray&)> m_write;
    QDate m_lastDay; ///< of the entries so far; both programs order by day
};

} // namespace encore::report

namespace encore::domain
{
template<>
std::span<const EnumName<report::JournalFormat>> enumNames();
} // namespace encore::domain
