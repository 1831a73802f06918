// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/columns.h"

#include "domain/csv.h"

#include <algorithm>

template<>
std::span<const encore::domain::EnumName<encore::commands::ImportKind>> encore::domain::enumNames()
{
    using K = commands::ImportKind;
    static constexpr EnumName<K> names[] = {{K::Rewards, "rewards"}, {K::Dispatches, "dispatches"}, {K::Guests, "guests"}};
    return names;
}

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::Language;
using domain::message;
using domain::Result;

std::span<const ImportColumn> columnsOf(ImportKind kind)
{
    static constexpr ImportColumn rewards[] = {{"reward"}, {"title", true}, {"description"}, {"price", true}, {"limit"}, {"per_backer"},
                                               {"opens_at"}, {"closes_at"}, {"item"}, {"delivered_by"}, {"needs_address"}, {"add_on"}};
    static constexpr ImportColumn dispatches[] = {{"pledge", true}, {"carrier"}, {"tracking", true}, {"note"}};
    static constexpr ImportColumn guests[] = {{"name", true}, {"email"}, {"tickets"}, {"guest_list"}, {"reason"}};
    switch (kind) {
    case ImportKind::Rewards:
        return rewards;
    case ImportKind::Dispatches:
        return dispatches;
    case ImportKind::Guests:
        return guests;
    }
    Q_UNREACHABLE();
}

QString titleOf(const ImportColumn& column, Language language)
{
    const QByteArray id = QByteArray("import.column.") + column.name;
    return words(message(id.constData()), language);
}

QByteArray importTemplate(ImportKind kind, Language language)
{
    QStringList titles;
    for (const ImportColumn& column : columnsOf(kind))
        titles << titleOf(column, language);
    return "\xEF\xBB\xBF" + domain::csvLine(titles); // the mark tells spreadsheets that this is UTF-8
}

Result<std::map<QByteArray, qsizetype>> placesOf(ImportKind kind, const QStringList& header, QStringList& ignored)
{
    std::map<QByteArray, qsizetype> places;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const auto means = [&](const ImportColumn& column) {
            const auto same = [&](const QString& title) { return title.compare(header[i], Qt::CaseInsensitive) == 0; };
            return same(QLatin1String(column.name)) || same(titleOf(column, Language::English)) || same(titleOf(column, Language::Korean));
        };
        const auto columns = columnsOf(kind);
        const auto found = std::find_if(columns.begin(), columns.end(), means);
        if (found == columns.end()) {
            if (!header[i].isEmpty())
                ignored << header[i];
        } else if (!places.emplace(found->name, i).second) {
            return error(ErrorCode::Invalid, message("table.title_twice").with("title", header[i]));
        }
    }
    for (const ImportColumn& column : columnsOf(kind)) {
        if (column.isNeeded && !places.contains(column.name)) {
            const QByteArray id = QByteArray("import.column.") + column.name;
            return error(ErrorCode::Invalid, message("import.no_column").with("column", message(id.constData())));
        }
    }
    return places;
}

QString ImportCells::text(const char* column) const
{
    const auto place = m_places.find(column);
    if (place == m_places.end())
        return {};
    QString cell = m_row.cells[place->second];
    // What we guarded against formulas when we wrote it comes back as it was.
    if (cell.size() > 1 && cell.startsWith(u'\'') && QStringLiteral("=+-@\t\r").contains(cell[1]))
        cell.remove(0, 1);
    return cell;
}

QString ImportCells::title(const char* column) const
{
    const auto place = m_places.find(column);
    return place == m_places.end() ? QString() : m_header[place->second];
}

std::optional<QString> ImportCells::given(const char* column) const
{
    const QString cell = text(column);
    return cell.isEmpty() ? std::nullopt : std::optional(cell);
}

void ImportCells::blame(const char* column, const domain::Message& message)
{
    if (!m_fault)
        m_fault = domain::message("import.cell").with("column", title(column)).with("fault", message);
}

std::optional<qint64> ImportCells::money(const char* column, const domain::Currency& currency)
{
    const QString cell = text(column);
    if (cell.isEmpty())
        return std::nullopt;
    const auto amount = parseMoney(cell, currency);
    if (!amount) {
        blame(column, amount.error().message);
        return std::nullopt;
    }
    return amount->minor;
}

std::optional<int> ImportCells::count(const char* column)
{
    const auto number = money(column, domain::Currency::krw()); // digits, grouped or not, without a fraction
    if (!number)
        return std::nullopt;
    constexpr qint64 most = 1'000'000'000;
    if (*number < 0 || *number > most) {
        blame(column, message("money.not_a_number").with("text", text(column).left(32)));
        return std::nullopt;
    }
    return int(*number);
}

std::optional<domain::Instant> ImportCells::moment(const char* column, const domain::EventZone& zone)
{
    const QString cell = text(column);
    if (cell.isEmpty())
        return std::nullopt;
    const auto instant = domain::parseWallClock(cell, zone);
    if (!instant) {
        blame(column, instant.error().message);
        return std::nullopt;
    }
    return *instant;
}

std::optional<bool> ImportCells::flag(const char* column)
{
    const QString cell = text(column).toCaseFolded();
    static const QStringList yes{QStringLiteral("yes"), QStringLiteral("y"), QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("o"),
                                 QStringLiteral("예"), QStringLiteral("네")};
    static const QStringList no{QStringLiteral("no"), QStringLiteral("n"), QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("x"),
                                QStringLiteral("아니오"), QStringLiteral("아니요")};
    if (cell.isEmpty())
        return std::nullopt;
    if (!yes.contains(cell) && !no.contains(cell)) {
        blame(column, message("import.not_yes_or_no").with("text", cell.left(32)));
        return std::nullopt;
    }
    return yes.contains(cell);
}

} // namespace encore::commands
