// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablefile.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <csv.h>

namespace encore::report
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

std::optional<QString> decoded(QStringDecoder& decoder, const QByteArray& bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

Result<QString> textOf(const QByteArray& bytes)
{
    if (const auto encoding = QStringConverter::encodingForData(bytes)) {
        QStringDecoder decoder(*encoding); // leaves the mark out
        if (auto text = decoded(decoder, bytes))
            return *std::move(text);
    }
    if (!bytes.contains('\0')) {
        QStringDecoder utf8(QStringConverter::Utf8);
        if (auto text = decoded(utf8, bytes))
            return *std::move(text);
        QStringDecoder korean("CP949");
        if (auto text = decoded(korean, bytes); text && !text->contains(QChar::ReplacementCharacter))
            return *std::move(text);
    }
    return error(ErrorCode::Invalid, message("table.no_text"));
}

/// The separator that stands most often in the first line, outside of quotes.
char separatorOf(const QByteArray& text)
{
    const char candidates[] = {',', ';', '\t'};
    qsizetype counts[] = {0, 0, 0};
    bool quoted = false;
    for (const char byte : text) {
        if (byte == '"')
            quoted = !quoted;
        if (byte == '\n' && !quoted)
            break;
        for (int i = 0; i < 3; ++i)
            counts[i] += !quoted && byte == candidates[i];
    }
    return candidates[std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts)];
}

/// libcsv with its callbacks; collects rows with the line on which they begin.
class Parser
{
public:
    explicit Parser(char separator)
    {
        m_ready = csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) == 0;
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    ~Parser() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(Parser)

    /// Whether it could be read to the end; else line() is where it could not.
    [[nodiscard]] bool read(const QByteArray& text)
    {
        if (!m_ready)
            return false;
        const size_t size = size_t(text.size());
        return csv_parse(&m_parser, text.constData(), size, &Parser::cell, &Parser::lineEnd, this) == size
            && csv_fini(&m_parser, &Parser::cell, &Parser::lineEnd, this) == 0;
    }
    [[nodiscard]] int line() const { return m_rowLine; }
    std::vector<TableRow> rows;

private:
    static void cell(void* bytes, size_t size, void* self)
    {
        auto* parser = static_cast<Parser*>(self);
        const QByteArrayView view(static_cast<const char*>(bytes), qsizetype(size));
        parser->m_line += int(std::count(view.begin(), view.end(), '\n'));
        parser->m_cells << QString::fromUtf8(view).trimmed();
    }
    static void lineEnd(int, void* self)
    {
        auto* parser = static_cast<Parser*>(self);
        const bool isEmpty = std::all_of(parser->m_cells.begin(), parser->m_cells.end(), [](const QString& text) { return text.isEmpty(); });
        if (!isEmpty)
            parser->rows.push_back({parser->m_rowLine, parser->m_cells});
        parser->m_cells.clear();
        parser->m_rowLine = ++parser->m_line;
    }

    csv_parser m_parser{};
    bool m_ready = false;
    QStringList m_cells;
    int m_line = 1;
    int m_rowLine = 1;
};

domain::Status checkHeader(const TableFile& table)
{
    QSet<QString> known;
    for (const QString& title : table.header) {
        const QString folded = title.toCaseFolded();
        if (!title.isEmpty() && known.contains(folded))
            return error(ErrorCode::Invalid, message("table.title_twice").with("title", title.left(64)));
        known.insert(folded);
    }
    return domain::done();
}

} // namespace

Result<TableFile> readTable(const QByteArray& bytes, int mostRows)
{
    const Result<QString> text = textOf(bytes);
    if (!text)
        return text.error();
    QString unified = *text;
    unified.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    const QByteArray utf8 = unified.toUtf8();
    TableFile table;
    table.separator = separatorOf(utf8);
    Parser parser(table.separator);
    if (!parser.read(utf8))
        return error(ErrorCode::Invalid, message("table.quotes").with("line", parser.line()));
    if (parser.rows.empty())
        return error(ErrorCode::Invalid, message("table.empty"));
    table.header = parser.rows.front().cells;
    if (const domain::Status checked = checkHeader(table); !checked)
        return checked.error();
    table.rows.assign(std::make_move_iterator(parser.rows.begin() + 1), std::make_move_iterator(parser.rows.end()));
    if (table.rows.empty())
        return error(ErrorCode::Invalid, message("table.empty"));
    if (table.rows.size() > size_t(mostRows))
        return error(ErrorCode::Invalid, message("table.too_long").with("rows", qint64(table.rows.size())).with("most", mostRows));
    for (TableRow& row : table.rows) {
        while (row.cells.size() > table.header.size() && row.cells.back().isEmpty())
            row.cells.removeLast(); // spreadsheets leave separators behind
        if (row.cells.size() > table.header.size())
            return error(ErrorCode::Invalid, message("table.cells").with("line", row.line).with("cells", row.cells.size()).with("titles", table.header.size()));
        row.cells.resize(table.header.size());
    }
    return table;
}

} // namespace encore::report
