// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"

#include "commands/audit/verifyworkspace.h"
#include "store/boxoffice.h"
#include "store/campaigns.h"
#include "store/ledgerbook.h"
#include "store/sales.h"
#include "store/sealing.h"

#include <algorithm>
#include <set>

namespace encore::simulation
{

namespace
{

using store::OutboxState;

QByteArray nameOf(const Desk& desk)
{
    return desk.device().deviceName.toLatin1();
}

void checkOnce(World& world, Desk& desk)
{
    std::set<QByteArray> known = desk.inFile();
    known.insert(desk.lostWithFile().begin(), desk.lostWithFile().end());
    for (const domain::CommandId id : desk.promised())
        known.insert(id.bytes());
    world.house->reader().eachLogEntry([&](const store::LogEntry& entry) {
        if (desk.names().contains(entry.device) && !known.contains(entry.id.bytes()))
            world.violated("I1: " + entry.name + " took effect, and " + nameOf(desk) + " gave no such command");
        return true;
    });
}

void checkPromises(World& world, Desk& desk)
{
    store::OutboxReader outbox(desk.reader());
    const auto unsealed = desk.unsealed();
    for (const domain::CommandId id : desk.promised()) {
        if (world.house->reader().logEntry(id))
            continue;
        if (unsealed && unsealed->contains(id.bytes()))
            continue; // a supervisor gives it to the house again
        const auto item = outbox.item(id);
        const bool isKept = item && (desk.isShutOut || item->state == OutboxState::Rejected || item->state == OutboxState::Conflict || item->state == OutboxState::Settled);
        if (!isKept && (item || !world.isBeyondRepair(desk, id))) {
            world.violated("I2: a command of " + nameOf(desk) + " is nowhere"
                           + (item ? " (" + item->name + ' ' + domain::enumText(item->state).toLatin1() + ")" : QByteArray()));
        }
    }
}

void checkOrder(World& world, Desk& desk)
{
    qint64 before = 0;
    for (const domain::CommandId id : desk.promised()) {
        const auto entry = world.house->reader().logEntry(id);
        // Of what both had lost a late copy may still come, behind what was done without it; a restored house judges anew what it had refused; and
        // what it forgot of a desk that has another name by now shows in no gap of numbers, but only when the desk looks.
        const bool isForgotten = world.forgottenRefusals.contains(id.bytes()) || (desk.names().size() > 1 && world.lostToTheHouse.contains(id.bytes()));
        if (!entry || isForgotten || world.isBeyondRepair(desk, id))
            continue;
        if (entry->sequence < before)
            world.violated("I3: commands of " + nameOf(desk) + " took effect in another order");
        before = entry->sequence;
    }
}

void checkRows(World& world, Desk& desk)
{
    store::FeedReader house(world.house->reader());
    store::FeedReader here(desk.reader());
    for (size_t table = 0; table < store::syncTables().size(); ++table) {
        const store::DigestSums truth = house.countedSums(int(table), desk.scope());
        if (!store::differingBuckets(here.countedSums(int(table), {}), truth).empty())
            world.violated(QByteArray("I4: ") + store::syncTables()[table].name + " differs at " + nameOf(desk));
        if (!store::differingBuckets(here.sums(int(table), {}), here.countedSums(int(table), {})).empty())
            world.violated(QByteArray("I4: the kept sums of ") + store::syncTables()[table].name + " are not those of its rows at " + nameOf(desk));
    }
    if (sync::position(desk.reader()).cursor != house.head().number)
        world.violated("I7: " + nameOf(desk) + " has not read up to the head");
}

void checkHouse(World& world)
{
    store::Reader& reader = world.house->reader();
    store::FeedReader feed(reader);
    for (size_t table = 0; table < store::syncTables().size(); ++table) {
        if (!store::differingBuckets(feed.sums(int(table), {}), feed.countedSums(int(table), {})).empty())
            world.violated(QByteArray("I4: the kept sums of ") + store::syncTables()[table].name + " are not those of its rows at the house");
    }
    const auto books = store::LedgerReader(reader).verify();
    if (books.unbalancedEntries > 0 || books.wrongBalances > 0)
        world.violated("I5: the books do not come to zero");
    for (const domain::Offer& offer : store::SaleReader(reader).offers()) {
        if (offer.limit && offer.sold > *offer.limit)
            world.violated("I6: more was sold than there is");
    }
    for (const store::CouponRow& row : store::BoxOfficeReader(reader).coupons()) {
        if (row.coupon.quantity != -1 && row.claimed > row.coupon.quantity)
            world.violated("I6: more coupons were given than there are");
    }
    store::CampaignReader campaigns(reader);
    for (const domain::Reward& reward : campaigns.rewards()) {
        if (reward.limit && reward.taken > *reward.limit)
            world.violated("I6: more of a reward was promised than there is");
    }
    const auto proven = commands::verifyWorkspace(reader);
    if (!proven || !proven->faults.empty())
        world.violated(QByteArray("audit: the house cannot prove itself")
                       + QByteArray(": ") + domain::words(proven ? proven->faults.front() : proven.error().message, domain::Language::English).toUtf8());
}

/// Whoever was shut out knows nobody any more, and what was done there only the house can read.
void checkShutOut(World& world, Desk& desk)
{
    if (!world.house->knows(desk.device()))
        return; // let in after the backup that the house was restored from: the house cannot shut out whom it does not know
    store::FeedReader here(desk.reader());
    const auto hasRows = [&](const char* table) { return !store::differingBuckets(here.countedSums(store::syncTableIndex(table), {}), {}).empty(); };
    if (hasRows("contacts") || hasRows("tickets"))
        world.violated("revoked: " + nameOf(desk) + " still knows people");
    if (!desk.unsealed())
        world.violated("revoked: the house cannot open what " + nameOf(desk) + " has sealed");
    if (store::sealKeyAtDesk(desk.reader()).isEmpty())
        return; // nothing of the house had come yet, neither its key nor anybody's name
    if (!store::OutboxReader(desk.reader()).everything().empty())
        world.violated("revoked: what was done at " + nameOf(desk) + " can still be read");
    for (const char* trace : {"@example.org", "Guest", "secret-"}) {
        if (desk.hasInItsBytes(trace))
            world.violated("revoked: " + QByteArray(trace) + " is still in the bytes of " + nameOf(desk));
    }
}

} // namespace

void checkWhatIsSaid(World& world, Desk& desk)
{
    if (!desk.saysQuiet())
        return;
    const store::OutboxCounts counts = store::OutboxReader(desk.reader()).counts();
    if (counts.waiting + counts.acknowledged > 0)
        world.violated("I8: " + nameOf(desk) + " says that nothing waits, and something does");
}

void checkAtRest(World& world)
{
    if (!world.house->isOpen())
        return world.violated("the house is closed");
    checkHouse(world);
    for (const auto& desk : world.desks) {
        checkPromises(world, *desk);
        if (desk->isShutOut) {
            checkShutOut(world, *desk);
            continue;
        }
        checkOnce(world, *desk);
        checkOrder(world, *desk);
        checkRows(world, *desk);
    }
}

} // namespace encore::simulation
