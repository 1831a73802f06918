// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/imports/tableimport.h"
#include "domain/money.h"

#include <functional>

namespace encore::commands
{

struct ImportColumn {
    const char* name; ///< snake_case; its titles are the words of import.column.<name>
    bool isNeeded = false;
};

[[nodiscard]] std::span<const ImportColumn> columnsOf(ImportKind kind);
[[nodiscard]] QString titleOf(const ImportColumn& column, domain::Language language);

/// The cells of one row by their column's name, read as what they are. The first cell that cannot be read is the row's fault.
class ImportCells
{
public:
    ImportCells(const report::TableRow& row, const std::map<QByteArray, qsizetype>& places, const QStringList& header) :
        m_row(row), m_places(places), m_header(header)
    {
    }

    [[nodiscard]] QString text(const char* column) const; ///< empty where there is no such cell
    [[nodiscard]] QString title(const char* column) const; ///< as the file calls it
    // Absent where the cell is empty.
    [[nodiscard]] std::optional<QString> given(const char* column) const;
    [[nodiscard]] std::optional<qint64> money(const char* column, const domain::Currency& currency);
    [[nodiscard]] std::optional<int> count(const char* column);
    [[nodiscard]] std::optional<domain::Instant> moment(const char* column, const domain::EventZone& zone);
    [[nodiscard]] std::optional<bool> flag(const char* column);

    [[nodiscard]] const std::optional<domain::Message>& fault() const { return m_fault; }

private:
    void blame(const char* column, const domain::Message& message);

    const report::TableRow& m_row;
    const std::map<QByteArray, qsizetype>& m_places;
    const QStringList& m_header;
    std::optional<domain::Message> m_fault;
};

/// Where each column stands; the titles that mean nothing go to @p ignored. A needed one that is missing is an error.
[[nodiscard]] domain::Result<std::map<QByteArray, qsizetype>> placesOf(ImportKind kind, const QStringList& header, QStringList& ignored);

} // namespace encore::commands
