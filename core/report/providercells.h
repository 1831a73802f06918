// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the readers of providers' files have in common.

#include "report/providerfile.h"
#include "report/tablefile.h"

#include <map>

namespace encore::report
{

/// The table of a file by titles, in any case and order.
class ProviderTable
{
public:
    /// The error names a column of @p needed that is not there.
    [[nodiscard]] static domain::Result<ProviderTable> read(const QByteArray& bytes, const QStringList& needed);

    [[nodiscard]] const std::vector<TableRow>& rows() const { return m_table.rows; }
    [[nodiscard]] bool has(const QString& title) const { return m_columns.contains(title.toCaseFolded()); }
    [[nodiscard]] QString cell(const TableRow& row, const QString& title) const; ///< empty where there is no such column
    [[nodiscard]] QString firstOf(const TableRow& row, const QStringList& titles) const; ///< the first that is not empty
    [[nodiscard]] ProviderLine lineOf(const TableRow& row) const; ///< without a row

    /// Minor units of what stands in the column; an empty cell is 0. “1.234,50” where the file writes decimals with a comma.
    [[nodiscard]] domain::Result<qint64> amount(const TableRow& row, const QString& title, const domain::Currency& currency) const;
    /// Looks at how the file writes decimals in these columns.
    void learnDecimals(const QStringList& titles);

private:
    TableFile m_table;
    std::map<QString, int> m_columns;
    bool m_commaIsDecimal = false;
};

/// “2026-11-20 14:03:05”, with blank or T, with or without seconds, or a date alone; with an offset in it, @p zone is not asked.
[[nodiscard]] domain::Result<domain::Instant> momentIn(const QString& text, const QString& zone);

/// Fills in the line from what @p read makes of it.
template<class Read>
void understand(ProviderLine& line, Read read)
{
    domain::Result<ProviderRow> row = read();
    if (row)
        line.row = std::move(row).value();
    else
        line.fault = row.error().message;
}

[[nodiscard]] domain::Result<ProviderFile> readToss(const QByteArray& bytes);
[[nodiscard]] domain::Result<ProviderFile> readAdyen(const QByteArray& bytes);
[[nodiscard]] domain::Result<ProviderFile> readStripe(const QByteArray& bytes);
[[nodiscard]] domain::Result<ProviderFile> readGeneric(const QByteArray& bytes, const ColumnMapping& mapping);

} // namespace encore::report
