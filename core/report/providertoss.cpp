// SPDX-License-Identifier: GPL-3.0-or-later
#include "providercells.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace encore::report
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

/// Whole numbers, which may arrive as strings; absent and null are 0 where @p isOptional.
Result<qint64> numberIn(const QJsonObject& object, const char* name, bool isOptional = false)
{
    const QJsonValue value = object.value(QLatin1StringView(name));
    if (isOptional && (value.isUndefined() || value.isNull()))
        return qint64(0);
    constexpr qint64 never = std::numeric_limits<qint64>::min();
    bool isNumber = false;
    const qint64 number = value.isString() ? value.toString().trimmed().toLongLong(&isNumber) : value.toInteger(never);
    if (value.isString() ? !isNumber : !value.isDouble() || number == never)
        return error(ErrorCode::Invalid, message("provider.number").with("title", QString::fromLatin1(name)));
    if (number > domain::mostMinorUnits || number < -domain::mostMinorUnits)
        return error(ErrorCode::Invalid, message("provider.number").with("title", QString::fromLatin1(name)));
    return number;
}

/// payOutAmount = amount - fee - interestFee; fee = supplyAmount + vat.
domain::Message faultOf(const ProviderRow& row, qint64 fee, qint64 supply)
{
    if (fee != supply + row.vat)
        return message("provider.fee_parts").with("fee", fee).with("supply", supply).with("vat", row.vat);
    if (row.net != row.gross - row.fee)
        return message("provider.net").with("net", row.net).with("expected", row.gross - row.fee);
    return {};
}

Result<ProviderRow> rowOf(const QJsonObject& object)
{
    ProviderRow row;
    const auto text = [&](const char* name) { return object.value(QLatin1StringView(name)).toString(); };
    const QJsonObject cancel = object.value(QStringLiteral("cancel")).toObject();
    row.event = cancel.isEmpty() ? ProviderEvent::Payment : ProviderEvent::Refund;
    row.transaction = text("transactionKey");
    row.payment = text("paymentKey");
    row.reference = text("orderId");
    row.method = text("method");
    if (row.transaction.isEmpty() && row.payment.isEmpty() && row.reference.isEmpty())
        return error(ErrorCode::Invalid, message("provider.nameless"));
    const Result<domain::Currency> currency = domain::Currency::fromCode(object.contains(QStringLiteral("currency")) ? text("currency") : QStringLiteral("KRW"));
    if (!currency)
        return currency.error();
    row.currency = *currency;
    qint64 fee = 0;
    qint64 interest = 0;
    qint64 supply = 0;
    struct {
        const char* name;
        qint64& number;
        bool isOptional;
    } const numbers[] = {{"amount", row.gross, false}, {"fee", fee, false},    {"interestFee", interest, true}, {"supplyAmount", supply, false},
                         {"vat", row.vat, false},      {"payOutAmount", row.net, false}};
    for (const auto& wanted : numbers) {
        const Result<qint64> number = numberIn(object, wanted.name, wanted.isOptional);
        if (!number)
            return number.error();
        wanted.number = *number;
    }
    row.fee = fee + interest;
    row.fault = faultOf(row, fee, supply);
    const QString at = cancel.isEmpty() ? text("approvedAt") : cancel.value(QStringLiteral("canceledAt")).toString(text("approvedAt"));
    const Result<domain::Instant> occurredAt = momentIn(at, QStringLiteral("Asia/Seoul"));
    if (!occurredAt)
        return occurredAt.error();
    row.occurredAt = *occurredAt;
    row.payoutDate = QDate::fromString(text("paidOutDate"), Qt::ISODate);
    return row;
}

} // namespace

Result<ProviderFile> readToss(const QByteArray& bytes)
{
    QJsonParseError fault;
    const QByteArray mark("\xEF\xBB\xBF");
    const QJsonDocument document = QJsonDocument::fromJson(bytes.startsWith(mark) ? bytes.mid(mark.size()) : bytes, &fault);
    if (!document.isArray())
        return error(ErrorCode::Invalid, message("provider.no_array").with("reason", document.isNull() ? fault.errorString() : QString()));
    const QJsonArray objects = document.array();
    if (objects.isEmpty())
        return error(ErrorCode::Invalid, message("provider.empty"));
    ProviderFile file;
    file.lines.reserve(size_t(objects.size()));
    for (const QJsonValue& value : objects) {
        ProviderLine& line = file.lines.emplace_back();
        line.line = int(file.lines.size());
        line.text = QString::fromUtf8(value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact) : value.toVariant().toByteArray());
        understand(line, [&] { return value.isObject() ? rowOf(value.toObject()) : Result<ProviderRow>(error(ErrorCode::Invalid, message("provider.no_object"))); });
    }
    return file;
}

} // namespace encore::report
