// SPDX-License-Identifier: GPL-3.0-or-later
#include "providercells.h"

namespace encore::report
{

using domain::message;
using domain::Result;

namespace
{

/// Reporting categories (docs.stripe.com/reports/reporting-categories).
const std::map<QString, ProviderEvent>& categories()
{
    using enum ProviderEvent;
    static const std::map<QString, ProviderEvent> known{{QStringLiteral("charge"), Payment},
                                                        {QStringLiteral("refund"), Refund},
                                                        {QStringLiteral("partial_capture_reversal"), Refund},
                                                        {QStringLiteral("refund_failure"), Adjustment},
                                                        {QStringLiteral("dispute"), Chargeback},
                                                        {QStringLiteral("dispute_reversal"), ChargebackWon},
                                                        {QStringLiteral("fee"), Fee},
                                                        {QStringLiteral("network_cost"), Fee},
                                                        {QStringLiteral("payout"), Payout},
                                                        {QStringLiteral("payout_reversal"), Payout},
                                                        {QStringLiteral("topup"), Adjustment},
                                                        {QStringLiteral("topup_reversal"), Adjustment},
                                                        {QStringLiteral("other_adjustment"), Adjustment},
                                                        {QStringLiteral("risk_reserved_funds"), Adjustment}};
    return known;
}

Result<ProviderRow> rowOf(const ProviderTable& table, const TableRow& line, ProviderEvent event)
{
    ProviderRow row;
    row.event = event;
    const auto firstOf = [&](const QStringList& titles) { return table.firstOf(line, titles); };
    row.transaction = firstOf({QStringLiteral("balance_transaction_id")});
    row.payment = firstOf({QStringLiteral("charge_id"), QStringLiteral("payment_intent_id"), QStringLiteral("source_id")});
    row.reference = firstOf({QStringLiteral("payment_metadata[order_id]"), QStringLiteral("order_id"), QStringLiteral("description")});
    row.method = firstOf({QStringLiteral("payment_method_type")});
    const Result<domain::Currency> currency = domain::Currency::fromCode(table.cell(line, QStringLiteral("currency")).toUpper());
    if (!currency)
        return currency.error();
    row.currency = *currency;
    struct {
        const char* title;
        qint64& number;
    } const numbers[] = {{"gross", row.gross}, {"fee", row.fee}, {"net", row.net}};
    for (const auto& wanted : numbers) {
        const Result<qint64> number = table.amount(line, QString::fromLatin1(wanted.title), *currency);
        if (!number)
            return number.error();
        wanted.number = *number;
    }
    if (row.net != row.gross - row.fee)
        row.fault = message("provider.net").with("net", row.net).with("expected", row.gross - row.fee);
    const Result<domain::Instant> at = momentIn(firstOf({QStringLiteral("created_utc"), QStringLiteral("created")}), QStringLiteral("UTC"));
    if (!at)
        return at.error();
    row.occurredAt = *at;
    const QString paidOut = firstOf({QStringLiteral("automatic_payout_effective_at_utc"), QStringLiteral("automatic_payout_effective_at")});
    row.payoutDate = QDate::fromString(paidOut.left(10), Qt::ISODate);
    return row;
}

} // namespace

Result<ProviderFile> readStripe(const QByteArray& bytes)
{
    const QStringList amounts{QStringLiteral("gross"), QStringLiteral("fee"), QStringLiteral("net")};
    Result<ProviderTable> table = ProviderTable::read(
        bytes, QStringList{QStringLiteral("balance_transaction_id"), QStringLiteral("currency"), QStringLiteral("reporting_category")} + amounts);
    if (!table)
        return table.error();
    if (!table->has(QStringLiteral("created")) && !table->has(QStringLiteral("created_utc")))
        return domain::error(domain::ErrorCode::Invalid, message("provider.no_column").with("titles", QStringLiteral("created_utc")));
    table.value().learnDecimals(amounts);
    ProviderFile file;
    for (const TableRow& row : table->rows()) {
        ProviderLine& line = file.lines.emplace_back(table->lineOf(row));
        const QString category = table->cell(row, QStringLiteral("reporting_category"));
        const auto known = categories().find(category.toLower());
        if (known == categories().end()) {
            line.isUnknownType = true;
            line.fault = message("provider.type").with("type", category.left(40));
            continue;
        }
        understand(line, [&] { return rowOf(*table, row, known->second); });
    }
    return file;
}

} // namespace encore::report
