// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables from spreadsheets, row by row as commands: first a preview of what would change, then all of it or nothing.

#include "commands/executor.h"
#include "commands/query.h"
#include "report/tablefile.h"

namespace encore::commands
{

enum class ImportKind {
    Rewards, ///< of a campaign: new ones, and changes to those that are named
    Dispatches, ///< what the post office gave numbers to, by pledge
    Guests, ///< names on a guest list: free tickets of an offer
};

struct ImportTarget {
    ImportKind kind = ImportKind::Rewards;
    std::optional<domain::ProjectId> project; ///< of rewards and dispatches
    std::optional<domain::OfferId> offer; ///< of guests: what they get
};

/// A preview tries every row in the writer, where the Door's scans wait meanwhile: a quarter of a second for this many.
inline constexpr int mostImportRows = 1'000;
inline constexpr qint64 mostImportBytes = 20'000'000;

struct ImportChange {
    QString column; ///< its title, as in the file
    QString before; ///< empty: there was nothing
    QString after;
};

struct ImportRow {
    int line = 0; ///< of the file
    QString what; ///< which thing it is about
    bool isNew = false;
    std::vector<ImportChange> changes; ///< none: it is like that already
    std::optional<CommandRequest> request; ///< absent: nothing to do, or a fault
    std::optional<domain::Message> fault;
};

/// What a file would do.
struct TableImport {
    QStringList ignored; ///< titles of columns that mean nothing here
    std::vector<ImportRow> rows;

    [[nodiscard]] qint64 faults() const;
    [[nodiscard]] qint64 changingRows() const; ///< rows that would change something
};

/// Reads a table that can be imported; a file that is too large is refused before it is read.
[[nodiscard]] domain::Result<report::TableFile> readImportFile(const QString& path);

/// Titles of the columns, as a line of CSV to begin with, in the language of whoever fills it in; either language is read.
[[nodiscard]] QByteArray importTemplate(ImportKind kind, domain::Language language);

/// Reads the rows against what stands in the workspace, carries every one out within @p work, and takes all of it back: nothing is written.
/// An error where the table as a whole makes no sense: a needed column is missing, the campaign or offer is not there. What is wrong with
/// a row, or why it would be refused, stands in the row.
[[nodiscard]] domain::Result<TableImport> previewImport(const ImportTarget& target, const report::TableFile& table, Executor& executor,
                                                        store::UnitOfWork& work);
/// Carries every row out within @p work. The first refusal, with its line, is the error, and the unit must then not be committed.
[[nodiscard]] domain::Status runImport(const TableImport& import, Executor& executor, store::UnitOfWork& work);

} // namespace encore::commands

namespace encore::domain
{
template<>
std::span<const EnumName<commands::ImportKind>> enumNames();
} // namespace encore::domain
