// SPDX-License-Identifier: GPL-3.0-or-later
#include "providercells.h"

namespace encore::report
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

/// Types of the journal that a report is made of (docs.adyen.com, “Journal types”).
const std::map<QString, ProviderEvent>& types()
{
    using enum ProviderEvent;
    static const std::map<QString, ProviderEvent> known{{QStringLiteral("Settled"), Payment},
                                                        {QStringLiteral("Refunded"), Refund},
                                                        {QStringLiteral("RefundedReversed"), Adjustment},
                                                        {QStringLiteral("Chargeback"), Chargeback},
                                                        {QStringLiteral("SecondChargeback"), Chargeback},
                                                        {QStringLiteral("ChargebackReversed"), ChargebackWon},
                                                        {QStringLiteral("Fee"), Fee},
                                                        {QStringLiteral("MiscCosts"), Fee},
                                                        {QStringLiteral("PaymentCost"), Fee},
                                                        {QStringLiteral("InvoiceDeduction"), Fee},
                                                        {QStringLiteral("MerchantPayout"), Payout},
                                                        {QStringLiteral("DepositCorrection"), Adjustment},
                                                        {QStringLiteral("MatchedStatement"), Adjustment},
                                                        {QStringLiteral("ManualCorrected"), Adjustment},
                                                        {QStringLiteral("BankInstructionReturned"), Adjustment},
                                                        {QStringLiteral("Balancetransfer"), Adjustment}};
    return known;
}

const QStringList& amounts()
{
    static const QStringList titles{QStringLiteral("Gross Debit (GC)"), QStringLiteral("Gross Credit (GC)"), QStringLiteral("Net Debit (NC)"), QStringLiteral("Net Credit (NC)"),
                                    QStringLiteral("Commission (NC)"),  QStringLiteral("Markup (NC)"),       QStringLiteral("Scheme Fees (NC)"), QStringLiteral("Interchange (NC)")};
    return titles;
}

/// The direction is the column, never the type: credit comes in, debit goes out.
Result<qint64> directed(const ProviderTable& table, const TableRow& row, const QString& debit, const QString& credit, const domain::Currency& currency)
{
    const Result<qint64> out = table.amount(row, debit, currency);
    const Result<qint64> in = table.amount(row, credit, currency);
    if (!out || !in)
        return out ? in.error() : out.error();
    if (*out != 0 && *in != 0)
        return error(ErrorCode::Invalid, message("provider.both_ways").with("debit", debit).with("credit", credit));
    return *in - *out;
}

Result<qint64> feesOf(const ProviderTable& table, const TableRow& row, const domain::Currency& currency)
{
    qint64 sum = 0;
    for (qsizetype i = 4; i < amounts().size(); ++i) { // a commission where the price is blended, else its three parts
        const Result<qint64> part = table.amount(row, amounts()[i], currency);
        if (!part)
            return part.error();
        sum += *part;
    }
    return sum;
}

Result<ProviderRow> rowOf(const ProviderTable& table, const TableRow& line, ProviderEvent event)
{
    ProviderRow row;
    row.event = event;
    const auto cell = [&](const char* title) { return table.cell(line, QString::fromLatin1(title)); };
    row.payment = cell("Psp Reference");
    row.transaction = cell("Modification Reference");
    row.reference = cell("Merchant Reference");
    row.method = cell("Payment Method");
    const QString grossCode = cell("Gross Currency");
    const QString netCode = cell("Net Currency");
    const Result<domain::Currency> gross = domain::Currency::fromCode(grossCode.isEmpty() ? netCode : grossCode);
    const Result<domain::Currency> net = domain::Currency::fromCode(netCode.isEmpty() ? grossCode : netCode);
    if (!gross || !net)
        return gross ? net.error() : gross.error();
    const Result<qint64> taken = directed(table, line, amounts()[0], amounts()[1], *gross);
    const Result<qint64> kept = directed(table, line, amounts()[2], amounts()[3], *net);
    const Result<qint64> fees = feesOf(table, line, *net);
    for (const Result<qint64>* number : {&taken, &kept, &fees}) {
        if (!*number)
            return number->error();
    }
    row.currency = *gross;
    row.gross = *taken;
    row.fee = *fees;
    row.net = *kept;
    const bool isOfOneCurrency = *gross == *net;
    if (event == ProviderEvent::Payment && isOfOneCurrency && row.net != row.gross - row.fee)
        row.fault = message("provider.net").with("net", row.net).with("expected", row.gross - row.fee);
    if (row.gross == 0 && (event == ProviderEvent::Fee || event == ProviderEvent::Payout || event == ProviderEvent::Adjustment))
        row.gross = row.net; // these have no gross side
    const Result<domain::Instant> at = momentIn(cell("Creation Date"), cell("TimeZone"));
    if (!at)
        return at.error();
    row.occurredAt = *at;
    row.payoutDate = domain::EventZone::utc().dateOf(*at); // a report is made of what was paid out
    return row;
}

} // namespace

Result<ProviderFile> readAdyen(const QByteArray& bytes)
{
    Result<ProviderTable> table = ProviderTable::read(
        bytes, QStringList{QStringLiteral("Psp Reference"), QStringLiteral("Merchant Reference"), QStringLiteral("Creation Date"), QStringLiteral("TimeZone"), QStringLiteral("Type"),
                           QStringLiteral("Modification Reference"), QStringLiteral("Gross Currency"), QStringLiteral("Net Currency")}
            + amounts());
    if (!table)
        return table.error();
    table.value().learnDecimals(amounts());
    ProviderFile file;
    for (const TableRow& row : table->rows()) {
        ProviderLine& line = file.lines.emplace_back(table->lineOf(row));
        const QString type = table->cell(row, QStringLiteral("Type"));
        const auto known = types().find(type);
        if (known == types().end()) {
            line.isUnknownType = true;
            line.fault = message("provider.type").with("type", type.left(40));
            continue;
        }
        understand(line, [&] { return rowOf(*table, row, known->second); });
    }
    return file;
}

} // namespace encore::report
