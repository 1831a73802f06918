// SPDX-License-Identifier: GPL-3.0-or-later
#include "providercells.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace encore::report
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

struct Column {
    const char* name;
    QString ColumnMapping::*title;
};
constexpr Column columns[] = {{"transaction", &ColumnMapping::transaction}, {"payment", &ColumnMapping::payment},
                              {"reference", &ColumnMapping::reference},     {"method", &ColumnMapping::method},
                              {"type", &ColumnMapping::type},               {"gross", &ColumnMapping::gross},
                              {"fee", &ColumnMapping::fee},                 {"net", &ColumnMapping::net},
                              {"currency", &ColumnMapping::currency},       {"occurred_at", &ColumnMapping::occurredAt},
                              {"payout_date", &ColumnMapping::payoutDate}};

Result<ProviderRow> rowOf(const ProviderTable& table, const TableRow& line, const ColumnMapping& mapping, std::optional<ProviderEvent> event)
{
    ProviderRow row;
    const auto cell = [&](const QString& title) { return title.isEmpty() ? QString() : table.cell(line, title); };
    row.transaction = cell(mapping.transaction);
    row.payment = mapping.payment.isEmpty() ? row.transaction : cell(mapping.payment);
    row.reference = cell(mapping.reference);
    row.method = cell(mapping.method);
    const QString code = mapping.currency.isEmpty() ? mapping.onlyCurrency : cell(mapping.currency).toUpper();
    const Result<domain::Currency> currency = domain::Currency::fromCode(code);
    if (!currency)
        return currency.error();
    row.currency = *currency;
    const Result<qint64> gross = table.amount(line, mapping.gross, *currency);
    const Result<qint64> fee = mapping.fee.isEmpty() ? Result<qint64>(0) : table.amount(line, mapping.fee, *currency);
    const Result<qint64> net = mapping.net.isEmpty() ? Result<qint64>(0) : table.amount(line, mapping.net, *currency);
    for (const Result<qint64>* number : {&gross, &fee, &net}) {
        if (!*number)
            return number->error();
    }
    if (cell(mapping.gross).isEmpty())
        return error(ErrorCode::Invalid, message("provider.amount").with("title", mapping.gross).with("text", QString()).with("currency", code));
    row.gross = *gross;
    row.fee = *fee;
    row.net = mapping.net.isEmpty() ? row.gross - row.fee : *net;
    if (row.net != row.gross - row.fee)
        row.fault = message("provider.net").with("net", row.net).with("expected", row.gross - row.fee);
    row.event = event.value_or(row.gross < 0 ? ProviderEvent::Refund : ProviderEvent::Payment);
    const Result<domain::Instant> at = momentIn(cell(mapping.occurredAt), mapping.zone);
    if (!at)
        return at.error();
    row.occurredAt = *at;
    // Where nothing says when it is paid out, it is taken to be.
    row.payoutDate = mapping.payoutDate.isEmpty() ? domain::EventZone::utc().dateOf(*at) : QDate::fromString(cell(mapping.payoutDate).left(10), Qt::ISODate);
    return row;
}

} // namespace

Result<ColumnMapping> readMapping(const QByteArray& json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (!document.isObject())
        return error(ErrorCode::Invalid, message("provider.mapping").with("reason", fault.errorString()));
    ColumnMapping mapping;
    const QJsonObject titles = document[QStringLiteral("columns")].toObject();
    for (auto title = titles.begin(); title != titles.end(); ++title) {
        const auto column = std::find_if(std::begin(columns), std::end(columns), [&](const Column& known) { return title.key() == QLatin1StringView(known.name); });
        if (column == std::end(columns) || !title->isString())
            return error(ErrorCode::Invalid, message("provider.mapping").with("reason", title.key().left(40)));
        mapping.*column->title = title->toString().trimmed();
    }
    const QJsonObject words = document[QStringLiteral("types")].toObject();
    for (auto word = words.begin(); word != words.end(); ++word) {
        const auto event = domain::enumFromText<ProviderEvent>(word->toString());
        if (!event)
            return error(ErrorCode::Invalid, message("provider.mapping").with("reason", word.key().left(40)));
        mapping.types.insert({word.key().toCaseFolded(), *event});
    }
    mapping.onlyCurrency = document[QStringLiteral("currency")].toString();
    mapping.zone = document[QStringLiteral("zone")].toString(QStringLiteral("UTC"));
    if (mapping.gross.isEmpty() || mapping.occurredAt.isEmpty())
        return error(ErrorCode::Invalid, message("provider.mapping").with("reason", mapping.gross.isEmpty() ? QStringLiteral("gross") : QStringLiteral("occurred_at")));
    if (mapping.currency.isEmpty() && !domain::Currency::fromCode(mapping.onlyCurrency))
        return error(ErrorCode::Invalid, message("provider.mapping").with("reason", QStringLiteral("currency")));
    return mapping;
}

Result<ProviderFile> readGeneric(const QByteArray& bytes, const ColumnMapping& mapping)
{
    QStringList needed;
    for (const Column& column : columns) {
        if (!(mapping.*column.title).isEmpty())
            needed << mapping.*column.title;
    }
    Result<ProviderTable> table = ProviderTable::read(bytes, needed);
    if (!table)
        return table.error();
    QStringList amounts{mapping.gross};
    for (const QString& title : {mapping.fee, mapping.net}) {
        if (!title.isEmpty())
            amounts << title;
    }
    table.value().learnDecimals(amounts);
    ProviderFile file;
    for (const TableRow& row : table->rows()) {
        ProviderLine& line = file.lines.emplace_back(table->lineOf(row));
        std::optional<ProviderEvent> event;
        if (!mapping.type.isEmpty()) {
            const QString type = table->cell(row, mapping.type);
            const auto known = mapping.types.find(type.toCaseFolded());
            if (known == mapping.types.end()) {
                line.isUnknownType = true;
                line.fault = message("provider.type").with("type", type.left(40));
                continue;
            }
            event = known->second;
        }
        understand(line, [&] { return rowOf(*table, row, mapping, event); });
    }
    return file;
}

} // namespace encore::report
