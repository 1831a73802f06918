// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/orders/drawers.h"

#include "orders/salebook.h"

namespace encore::commands
{

using domain::Account;
using domain::AccountKind;
using domain::EntryKind;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

struct Till {
    QString drawer;
    domain::Currency currency;
    domain::EventZone zone;
};

Result<Till> tillOf(const QString& drawer, store::Reader& reader)
{
    Till till{drawer.isEmpty() ? mainDrawer : drawer, domain::Currency::krw(), domain::EventZone::utc()};
    if (!domain::isScopeName(till.drawer))
        return error(ErrorCode::Invalid, message("drawer.name").with("drawer", till.drawer.left(64)));
    if (const auto workspace = reader.workspace()) {
        till.zone = workspace->zone;
        if (const auto currency = domain::Currency::fromCode(workspace->currency))
            till.currency = *currency;
    }
    return till;
}

Status checkAmount(qint64 amount)
{
    if (amount < 0 || amount > domain::mostMinorUnits)
        return error(ErrorCode::Invalid, message("drawer.amount").with("amount", amount));
    return domain::done();
}

} // namespace

Result<OpenDay::Made> OpenDay::execute(const Context& context, store::UnitOfWork& work) const
{
    const Result<Till> till = tillOf(drawer, work.reader());
    if (!till)
        return till.error();
    if (const Status checked = checkAmount(openingFloat); !checked)
        return checked.error();
    store::BoxOfficeWriter boxOffice(work);
    if (boxOffice.openDrawer(till->drawer))
        return error(ErrorCode::Refused, message("drawer.open").with("drawer", till->drawer));
    store::DrawerDay day;
    day.drawer = till->drawer;
    const qint64 startsMs = store::CampaignReader(work.reader()).rate("business_day_starts_ms", context.occurredAt);
    day.day = till->zone.dateOf(context.occurredAt.plusMs(-startsMs));
    day.openedAt = context.occurredAt;
    day.openedBy = context.actor.name;
    day.openingFloat = openingFloat;
    boxOffice.openDay(day);
    // What is put in or taken out, so that the books begin with what is really there, goes over the bank.
    store::LedgerWriter ledger(work, context.commandId);
    const Account inDrawer = Account::drawer(till->drawer);
    const qint64 moved = openingFloat - ledger.balance(inDrawer, till->currency);
    if (moved != 0) {
        const Status posted = postAmounts(ledger, EntryKind::FloatMoved, context.occurredAt, till->currency,
                                          {{inDrawer, moved}, {Account::of(AccountKind::Bank), -moved}}, {});
        if (!posted)
            return posted.error();
    }
    return Made{day.drawer, day.day.toString(Qt::ISODate)};
}

Result<CloseDay::Made> CloseDay::execute(const Context& context, store::UnitOfWork& work) const
{
    const Result<Till> till = tillOf(drawer, work.reader());
    if (!till)
        return till.error();
    if (const Status checked = checkAmount(counted); !checked)
        return checked.error();
    const qint64 stays = left.value_or(counted);
    if (stays < 0 || stays > counted)
        return error(ErrorCode::Invalid, message("drawer.left").with("left", stays).with("counted", counted));
    store::BoxOfficeWriter boxOffice(work);
    auto day = boxOffice.openDrawer(till->drawer);
    if (!day)
        return error(ErrorCode::Refused, message("drawer.not_open").with("drawer", till->drawer));
    store::LedgerWriter ledger(work, context.commandId);
    const Account inDrawer = Account::drawer(till->drawer);
    const qint64 expected = ledger.balance(inDrawer, till->currency);
    const qint64 difference = counted - expected;
    day->closedAt = context.occurredAt;
    day->closedBy = context.actor.name;
    day->counted = counted;
    day->expected = expected;
    day->leftInside = stays;
    boxOffice.closeDay(*day);
    const auto post = [&](EntryKind kind, const Account& other, qint64 amount) {
        return amount == 0 ? domain::done()
                           : postAmounts(ledger, kind, context.occurredAt, till->currency, {{inDrawer, amount}, {other, -amount}}, {});
    };
    if (const Status posted = post(EntryKind::CashCounted, Account::of(AccountKind::CashDifference), difference); !posted)
        return posted.error();
    if (const Status posted = post(EntryKind::FloatMoved, Account::of(AccountKind::Bank), stays - counted); !posted)
        return posted.error();
    return Made{counted, expected, difference};
}

} // namespace encore::commands
