// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a payment provider says it took and paid out, as its file tells: every line is kept, also one that cannot be understood. Sources:
// Toss Payments, settlement object (docs.tosspayments.com/reference, 2025-06); Adyen, Settlement details report (docs.adyen.com/reporting,
// 30 columns); Stripe, payout reconciliation, itemised (docs.stripe.com/reports/report-types).

#include "domain/enumname.h"
#include "domain/money.h"
#include "domain/time.h"

#include <QDate>

#include <map>
#include <optional>
#include <vector>

namespace encore::report
{

enum class ProviderFormat { Toss, Adyen, Stripe, Generic };

enum class ProviderEvent {
    Payment,
    Refund,
    Chargeback,
    ChargebackWon, ///< the money came back
    Fee, ///< that belongs to no single payment
    Payout, ///< to our bank
    Adjustment,
};

/// A movement, seen from our account at the provider: what comes in is positive.
struct ProviderRow {
    ProviderEvent event = ProviderEvent::Payment;
    QString transaction; ///< the provider's id of this movement; may be empty
    QString payment; ///< and of the payment that it belongs to; may be the same
    QString reference; ///< what we had called it
    QString method;
    domain::Currency currency = domain::Currency::krw();
    qint64 gross = 0; ///< minor units, as all below
    qint64 fee = 0; ///< what is kept of it, tax included: positive where we pay
    qint64 vat = 0; ///< inside fee, where the file says
    qint64 net = 0; ///< gross - fee
    domain::Instant occurredAt;
    QDate payoutDate; ///< not valid: not paid out yet
    domain::Message fault; ///< sums of the line that do not hold; empty: they do

    /// The same for the same content, whatever line it stands on and in whatever order the columns are.
    [[nodiscard]] QString identity() const;
};

struct ProviderLine {
    int line = 0; ///< of the file, from 1; in JSON: the how-manieth object
    std::optional<ProviderRow> row; ///< absent: it could not be understood
    bool isUnknownType = false; ///< it is sound, but of a kind that nobody here knows
    domain::Message fault; ///< why there is no row
    QString text; ///< the line as the file has it, for people: “title: cell”

    [[nodiscard]] QString identity() const { return row ? row->identity() : text; }
};

struct ProviderFile {
    std::vector<ProviderLine> lines; ///< all of them
};

/// Which column of a file is what, for providers that have no format of their own here.
struct ColumnMapping {
    QString transaction; ///< titles of columns; empty: there is none
    QString payment;
    QString reference;
    QString method;
    QString type; ///< empty: payments, and refunds where the amount is below zero
    QString gross; ///< needed
    QString fee;
    QString net;
    QString currency;
    QString occurredAt; ///< needed
    QString payoutDate;
    std::map<QString, ProviderEvent> types; ///< what stands in the column of types, in any case
    QString onlyCurrency; ///< ISO 4217, where there is no column of it
    QString zone; ///< IANA, of times without an offset
};
/// {"columns": {"gross": TITLE, …}, "types": {WORD: "payment", …}, "currency": "KRW", "zone": "Asia/Seoul"}
[[nodiscard]] domain::Result<ColumnMapping> readMapping(const QByteArray& json);

inline constexpr qint64 mostProviderBytes = 256LL << 20; ///< of a file; a year of 100,000 payments a month has less
inline constexpr int mostProviderRows = 2'000'000;

/// The whole file is refused where it is no table or no JSON, where a column that is needed is missing or stands twice, and where nothing is
/// in it. Everything else is said of its line. @p mapping: of Generic.
[[nodiscard]] domain::Result<ProviderFile> readProviderFile(ProviderFormat format, const QByteArray& bytes, const ColumnMapping& mapping = {});

} // namespace encore::report

namespace encore::domain
{
template<>
std::span<const EnumName<report::ProviderFormat>> enumNames();
template<>
std::span<const EnumName<report::ProviderEvent>> enumNames();
} // namespace encore::domain
