// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/ledger/moneybyday.h"

#include "answer.h"
#include "store/ledgerbook.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

void add(MoneyByDay::Row& row, domain::EntryKind kind, qint64 amount)
{
    using K = domain::EntryKind;
    switch (kind) {
    case K::PledgePaid:
        row.pledges += amount;
        return;
    case K::SalePaid:
    case K::DepositTaken:
        row.sales += amount;
        return;
    case K::RefundPaid:
    case K::ChargebackLost:
        row.refunds -= amount;
        return;
    case K::RefundOwed:
    case K::EscrowReleased:
    case K::FeesCharged:
    case K::FeesReturned:
    case K::FloatMoved:
    case K::CashCounted:
    case K::Correction:
        row.other += amount;
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<std::vector<MoneyByDay::Row>> MoneyByDay::ask(const QueryContext& context) const
{
    constexpr qint64 mostDays = 3'660;
    const QDate first = QDate::fromString(from, Qt::ISODate);
    const QDate last = QDate::fromString(until, Qt::ISODate);
    if (!first.isValid() || !last.isValid() || last < first || first.daysTo(last) >= mostDays)
        return error(ErrorCode::Invalid, message("query.days").with("from", from.left(32)).with("until", until.left(32)));
    const auto workspace = context.reader.workspace();
    const auto currency = workspace ? domain::Currency::fromCode(workspace->currency) : domain::Currency::krw();
    if (!currency)
        return currency.error();
    const domain::EventZone zone = workspace ? workspace->zone : domain::EventZone::utc();
    std::vector<Row> rows;
    for (QDate day = first; day <= last; day = day.addDays(1))
        rows.push_back({day.toString(Qt::ISODate), 0, 0, 0, 0, currency->code()});
    for (const auto& move : store::LedgerReader(context.reader).moneyMoves(zone.startOfDay(first), zone.startOfDay(last.addDays(1)), *currency))
        add(rows[size_t(first.daysTo(zone.dateOf(move.from)))], move.kind, move.amount);
    return answer(std::move(rows), context.reader);
}

} // namespace encore::commands
