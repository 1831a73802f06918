// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a provider's file says against what the books say (DOMAIN §12). Pure: the same rows give the same answer, in whatever order they
// come, and none of them is lost.

#include "report/providerfile.h"

namespace encore::report
{

enum class MatchStatus {
    Matched,
    AmountMismatch,
    FeeMismatch, ///< the line's own sums do not hold, or the fee is not the one that was agreed
    CurrencyMismatch,
    SignFlip,
    DateShift, ///< on another day of the workspace's zone
    MissingInLedger,
    MissingInProvider,
    PendingInProvider, ///< not paid out yet, or younger than the file
    DuplicateInProvider,
    DuplicateInLedger,
    Split, ///< several lines of the provider are one entry of ours
    Merged, ///< one line of the provider is several entries of ours
    OrphanRefund, ///< of a payment that the books do not have
    UnknownType,
    InvalidRow,
    Ignored, ///< by a person, who said why
};

/// An entry of the books that moved money at the provider.
struct BookRow {
    qint64 sequence = 0; ///< of the ledger
    ProviderEvent event = ProviderEvent::Payment;
    QString transaction; ///< the provider's id, as far as we were told
    QStringList references; ///< what the provider may have been told to call it
    domain::Currency currency = domain::Currency::krw();
    qint64 amount = 0; ///< minor units; what came in is positive
    std::optional<qint64> fee; ///< minor units that were agreed; absent: nothing was
    domain::Instant at;
};

/// What a person decided of a line; it holds for the same line in every later file.
struct MatchDecision {
    QString identity; ///< the line's
    std::vector<qint64> entries; ///< the line is these entries; none: it is left out
    QString reason;
    QString who;
};

struct MatchResult {
    MatchStatus status = MatchStatus::Matched;
    std::optional<size_t> line; ///< in the file's lines; absent: an entry that the file does not have
    std::vector<qint64> entries; ///< sequences, ascending
    qint64 difference = 0; ///< minor units: the line's gross less the entries'; in a Split, of all its lines together, said at the first
    domain::Message note; ///< what differs, and by how much; empty: nothing
    std::vector<qint64> suggestions; ///< entries that it may be, where more than one answer is possible
};

struct StatusSum {
    qint64 lines = 0; ///< of the file
    qint64 entries = 0; ///< of the books that no line has; what belongs to a line is counted with it
    std::map<QString, qint64> gross; ///< of the lines, minor units by currency
};

struct Reconciliation {
    std::vector<MatchResult> results; ///< lines in the file's order, then entries without a line
    std::map<MatchStatus, StatusSum> sums;
    qint64 lines = 0; ///< of the file: the sum of all lines in sums
    qint64 entries = 0; ///< of the books
    std::map<QString, qint64> fileGross; ///< minor units by currency, of the lines that could be understood
    std::map<QString, qint64> fileFees;
    std::map<QString, qint64> bookAmount;
    QByteArray hash; ///< SHA-256 of which lines are which entries, and why; the order of lines does not change it

    /// Nothing is left for a person to look into.
    [[nodiscard]] bool isClean() const;
};

/// @p zone: on whose days DateShift goes.
[[nodiscard]] Reconciliation reconcile(const ProviderFile& file, const std::vector<BookRow>& books, const domain::EventZone& zone,
                                       const std::vector<MatchDecision>& decisions = {});

} // namespace encore::report

namespace encore::domain
{
template<>
std::span<const EnumName<report::MatchStatus>> enumNames();
} // namespace encore::domain
