// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/providerfile.h"

#include "providercells.h"

#include <QRegularExpression>

namespace encore::domain
{

template<>
std::span<const EnumName<report::ProviderFormat>> enumNames()
{
    using enum report::ProviderFormat;
    static constexpr EnumName<report::ProviderFormat> names[] = {{Toss, "toss"}, {Adyen, "adyen"}, {Stripe, "stripe"}, {Generic, "generic"}};
    return names;
}

template<>
std::span<const EnumName<report::ProviderEvent>> enumNames()
{
    using enum report::ProviderEvent;
    static constexpr EnumName<report::ProviderEvent> names[] = {{Payment, "payment"}, {Refund, "refund"},         {Chargeback, "chargeback"},
                                                                {ChargebackWon, "chargeback_won"}, {Fee, "fee"}, {Payout, "payout"},
                                                                {Adjustment, "adjustment"}};
    return names;
}

} // namespace encore::domain

namespace encore::report
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

QString ProviderRow::identity() const
{
    return QStringList{domain::enumText(event), transaction, payment, reference, method, currency.code(), QString::number(gross), QString::number(fee), QString::number(vat),
                       QString::number(net), domain::formatInstant(occurredAt), payoutDate.toString(Qt::ISODate)}
        .join(u'\x1f');
}

Result<ProviderTable> ProviderTable::read(const QByteArray& bytes, const QStringList& needed)
{
    Result<TableFile> table = readTable(bytes, mostProviderRows);
    if (!table)
        return table.error();
    ProviderTable made;
    made.m_table = std::move(table).value();
    for (int column = 0; column < int(made.m_table.header.size()); ++column)
        made.m_columns.insert({made.m_table.header[column].toCaseFolded(), column});
    QStringList missing;
    for (const QString& title : needed) {
        if (!made.has(title))
            missing << title;
    }
    if (!missing.isEmpty())
        return error(ErrorCode::Invalid, message("provider.no_column").with("titles", missing.join(QStringLiteral(", "))));
    return made;
}

QString ProviderTable::cell(const TableRow& row, const QString& title) const
{
    const auto found = m_columns.find(title.toCaseFolded());
    return found == m_columns.end() ? QString() : row.cells[found->second];
}

QString ProviderTable::firstOf(const TableRow& row, const QStringList& titles) const
{
    for (const QString& title : titles) {
        if (QString text = cell(row, title); !text.isEmpty())
            return text;
    }
    return {};
}

ProviderLine ProviderTable::lineOf(const TableRow& row) const
{
    ProviderLine line;
    line.line = row.line;
    QStringList parts;
    for (const auto& [folded, column] : m_columns) { // by title, so that the order of columns changes nothing
        if (!row.cells[column].isEmpty())
            parts << m_table.header[column] + QStringLiteral(": ") + row.cells[column];
    }
    line.text = parts.join(QStringLiteral(" · "));
    return line;
}

void ProviderTable::learnDecimals(const QStringList& titles)
{
    // A comma before one, two or more than three digits at the end, or behind a point, groups nothing.
    static const QRegularExpression decimal(QStringLiteral("(,\\d{1,2}|,\\d{4,}|\\.\\d{3},\\d+)$"));
    for (const TableRow& row : m_table.rows) {
        for (const QString& title : titles) {
            if (decimal.match(cell(row, title)).hasMatch()) {
                m_commaIsDecimal = true;
                return;
            }
        }
    }
}

Result<qint64> ProviderTable::amount(const TableRow& row, const QString& title, const domain::Currency& currency) const
{
    const QString written = cell(row, title);
    QString text = written;
    text.remove(u' ').remove(QChar::Nbsp);
    if (text.isEmpty())
        return qint64(0);
    const bool isNegative = text.startsWith(u'-') || text.startsWith(QChar(0x2212));
    if (isNegative || text.startsWith(u'+'))
        text.remove(0, 1);
    if (m_commaIsDecimal)
        text.remove(u'.').replace(u',', u'.');
    static const QRegularExpression nothingBehind(QStringLiteral("\\.0*$"));
    if (currency.decimals() == 0)
        text.remove(nothingBehind);
    const Result<domain::Money> money = text.startsWith(u'-') ? error(ErrorCode::Invalid, {}) : domain::parseMoney(text, currency);
    if (!money)
        return error(ErrorCode::Invalid, message("provider.amount").with("title", title).with("text", written.left(40)).with("currency", currency.code()));
    return isNegative ? -money->minor : money->minor;
}

Result<domain::Instant> momentIn(const QString& text, const QString& zone)
{
    if (const Result<domain::Instant> whole = domain::parseInstant(QString(text).replace(u' ', u'T')))
        return whole;
    // What Adyen's reports are in (docs.adyen.com/reporting); other abbreviations mean several offsets.
    static const std::map<QString, int> hours{{QStringLiteral("UTC"), 0},   {QStringLiteral("GMT"), 0},   {QStringLiteral("BST"), 1},   {QStringLiteral("CET"), 1},
                                              {QStringLiteral("CEST"), 2},  {QStringLiteral("EET"), 2},   {QStringLiteral("EEST"), 3},  {QStringLiteral("KST"), 9},
                                              {QStringLiteral("JST"), 9},   {QStringLiteral("SGT"), 8},   {QStringLiteral("HKT"), 8},   {QStringLiteral("EST"), -5},
                                              {QStringLiteral("EDT"), -4},  {QStringLiteral("PST"), -8},  {QStringLiteral("PDT"), -7},  {QStringLiteral("AEST"), 10},
                                              {QStringLiteral("AEDT"), 11}};
    const QString date = text.left(10);
    const QString clock = text.mid(11);
    const QDate day = QDate::fromString(date, Qt::ISODate);
    QTime time = clock.isEmpty() ? QTime(0, 0) : QTime::fromString(clock, Qt::ISODate);
    const bool isSeparated = text.size() <= 10 || text.at(10) == u' ' || text.at(10) == u'T';
    if (!day.isValid() || !time.isValid() || !isSeparated)
        return error(ErrorCode::Invalid, message("provider.time").with("text", text.left(40)));
    if (const auto known = hours.find(zone.toUpper()); known != hours.end()) {
        constexpr qint64 hourMs = 60 * 60 * 1000;
        return domain::EventZone::utc().fromLocal(day, time).plusMs(-known->second * hourMs);
    }
    const Result<domain::EventZone> named = domain::EventZone::fromName(zone);
    if (!named)
        return error(ErrorCode::Invalid, message("provider.zone").with("zone", zone.left(40)));
    return named->fromLocal(day, time);
}

Result<ProviderFile> readProviderFile(ProviderFormat format, const QByteArray& bytes, const ColumnMapping& mapping)
{
    if (bytes.size() > mostProviderBytes)
        return error(ErrorCode::Invalid, message("provider.too_big").with("megabytes", mostProviderBytes >> 20));
    if (bytes.trimmed().isEmpty())
        return error(ErrorCode::Invalid, message("provider.empty"));
    switch (format) {
    case ProviderFormat::Toss:
        return readToss(bytes);
    case ProviderFormat::Adyen:
        return readAdyen(bytes);
    case ProviderFormat::Stripe:
        return readStripe(bytes);
    case ProviderFormat::Generic:
        return readGeneric(bytes, mapping);
    }
    Q_UNREACHABLE();
}

} // namespace encore::report
