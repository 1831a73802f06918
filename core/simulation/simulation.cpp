// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"

#include "checks.h"
#include "store/answers.h"
#include "store/deskrows.h"
#include "store/findings.h"

#include <QDir>
#include <QFile>
#include <QHashFunctions>

#include <algorithm>

namespace encore::simulation
{

using domain::Result;
using domain::Status;

namespace
{

constexpr qint64 spanMs = 10 * 60'000; // people work, and things go wrong
constexpr qint64 healingMs = 4 * 3'600'000; // by then it must have come to rest, whatever was still under way
constexpr qint64 settlingMs = 20 * 60'000; // twice as long as a desk's question may wait

constexpr domain::Role roles[] = {domain::Role::Admin, domain::Role::Admin, domain::Role::BoxOffice, domain::Role::Supervisor};

std::vector<Step> planOf(const Settings& settings)
{
    Chance chance(settings.seed);
    std::vector<Step> plan;
    for (int i = 0; i < settings.steps; ++i)
        plan.push_back(workStep(chance, settings.desks, chance.below(int(spanMs))));
    for (const Fault& fault : allFaults()) {
        if (std::find(settings.faults.begin(), settings.faults.end(), fault.name) == settings.faults.end())
            continue;
        for (Step& step : stepsOf(fault, chance, settings.desks, spanMs))
            plan.push_back(std::move(step));
    }
    std::stable_sort(plan.begin(), plan.end(), [](const Step& one, const Step& other) { return one.atMs < other.atMs; });
    return plan;
}

/// Every run begins with the same house, whatever its seed, and with desks that nothing has come to; both are made once.
struct Beginnings {
    QString house;
    QString desk;
};

Result<Beginnings> beginningsIn(const QString& folder)
{
    const Beginnings made{folder + QStringLiteral("/house.encore"), folder + QStringLiteral("/desk.encore")};
    if (QFile::exists(made.desk))
        return made;
    if (!QDir().mkpath(folder))
        return domain::error(domain::ErrorCode::Unavailable, domain::message("store.no_folder").with("file", folder));
    Loop loop;
    Chance chance(0);
    House house(made.house, loop, chance);
    if (const Status filled = house.fill(); !filled)
        return filled.error();
    Desk desk(made.desk, house, {}, loop, chance);
    if (const Status empty = desk.make(); !empty)
        return empty.error();
    house.close();
    return made;
}

Status prepare(World& world, const Settings& settings, const QString& folder)
{
    const Result<Beginnings> beginnings = beginningsIn(folder);
    if (!beginnings)
        return beginnings.error();
    world.folder = folder + QStringLiteral("/run");
    QDir(world.folder).removeRecursively();
    if (!QDir().mkpath(world.folder))
        return domain::error(domain::ErrorCode::Unavailable, domain::message("store.no_folder").with("file", world.folder));
    world.house = std::make_unique<House>(world.folder + QStringLiteral("/house.encore"), world.loop, world.chance);
    if (const Status begun = world.house->restore(beginnings->house, false); !begun)
        return begun;
    for (int i = 0; i < settings.desks; ++i) {
        const House::Device device = world.letIn(roles[size_t(i) % std::size(roles)]);
        auto desk = std::make_unique<Desk>(world.folder + QStringLiteral("/desk") + QString::number(i) + QStringLiteral(".encore"), *world.house, device, world.loop,
                                           world.chance);
        desk->beginWith(beginnings->desk);
        desk->onDatabaseFault = [&world](const QByteArray& reason) { world.violated("database: " + reason); };
        desk->onState = [&world, &desk = *desk] { checkWhatIsSaid(world, desk); };
        if (const Status started = desk->startAnew(); !started)
            return started;
        world.desks.push_back(std::move(desk));
    }
    return domain::done();
}

/// What a person would do where the program says that it needs one.
void help(World& world, Desk& desk)
{
    desk.wire.weather = {};
    desk.wire.onUpload = {};
    desk.clock.setWrongBy(0);
    const sync::SyncState& state = desk.engine().state();
    if (desk.isShutOut) {
        desk.makeRoom(); // it writes nothing more that would find the disk full: whoever looks into it must not find it so
        if (state.failure.trouble != sync::Trouble::None && state.failure.trouble != sync::Trouble::Revoked)
            world.mustWork(desk.restart(), "a desk does not start again"); // it cannot hear that it is shut out before it asks again
        return;
    }
    // One that was let in after the backup that the house was restored from is a stranger now.
    const bool isStranger = state.failure.trouble == sync::Trouble::SignedOut && !world.house->knows(desk.device());
    if (state.isCopied || isStranger)
        world.mustWork(desk.becomeDevice(world.letIn(desk.device().role)), "a desk cannot be let in anew");
    else if (state.failure.trouble != sync::Trouble::None)
        world.mustWork(desk.restart(), "a desk does not start again");
}

bool isAtRest(const World& world)
{
    return std::all_of(world.desks.begin(), world.desks.end(), [](const auto& desk) { return desk->isShutOut || desk->engine().isQuiet(); });
}

void heal(World& world)
{
    // Late copies of requests are still under way at first: they must not change anything, so what counts is how it stands after them.
    // And what needs a person may show only while it comes to rest: that a file is a copy, that a house was taken back.
    for (int round = 0; round < 4; ++round) {
        for (const auto& desk : world.desks)
            help(world, *desk);
        world.loop.run(world.loop.nowMs() + healingMs, [&] { return round > 0 && isAtRest(world); });
        world.loop.run(world.loop.nowMs() + settlingMs, {}); // what one sends last, the others still have to hear
        if (isAtRest(world))
            return;
    }
    for (const auto& desk : world.desks) {
        if (desk->isShutOut || desk->engine().isQuiet())
            continue;
        const sync::SyncState& state = desk->engine().state();
        world.violated("I9: " + desk->device().deviceName.toLatin1() + " does not come to rest: "
                       + domain::words(state.failure.reason, domain::Language::English).toUtf8() + ' ' + QByteArray::number(state.outbox.waiting) + " waiting");
    }
}

/// A row is not what it should be.
void spoil(store::Reader& reader, Chance& chance, const char* table, const char* column, const std::function<QVariant(const QVariant&)>& change)
{
    store::FeedReader feed(reader);
    const int number = store::syncTableIndex(table);
    const auto columns = feed.columns(number);
    std::optional<QVariantList> row;
    (void)feed.rows(number, {}, 1, {}, [&](const QVariantList& values) { row = values; });
    store::UnitOfWork work(reader, chance);
    store::DeskRows rows(work);
    rows.begin();
    for (size_t i = 0; row && i < columns.size(); ++i) {
        if (columns[i].name == QLatin1StringView(column))
            (*row)[qsizetype(i)] = change(row->at(qsizetype(i)));
    }
    if (row)
        rows.put(number, *row);
    rows.finish();
    (void)work.commit();
}

/// One that goes on: what is spoiled at a desk that was shut out nobody would see.
Desk& someDesk(World& world)
{
    const auto found = std::find_if(world.desks.begin(), world.desks.end(), [](const auto& desk) { return !desk->isShutOut && desk->device().role == domain::Role::Admin; });
    return found == world.desks.end() ? *world.desks.front() : **found;
}

void spoilOutbox(World& world, Desk& desk, store::OutboxState state)
{
    desk.wire.weather.isDown = true;
    (void)desk.restart(); // the question that waits would still be answered
    desk.run("CreateCoupon", R"({"name":"spoiled","amount":1000})");
    desk.run("EditOffer", R"({"offer_id":"plenty","title":"Spoiled"})");
    store::UnitOfWork work(desk.reader(), world.chance);
    store::OutboxWriter outbox(work);
    // Out of the count, too: a number that the server never had would tell the desk.
    for (const store::OutboxItem& item : outbox.waiting(100)) {
        work.restartDeviceSequence(outbox.takeOut(outbox.item(item.id)->deviceSequence));
        outbox.setState(outbox.item(item.id)->deviceSequence, state);
    }
    (void)work.commit();
    desk.wire.weather.isDown = false;
}

/// Breaks what broken code would break while everything works. Whoever is let in anew because of a fault would mend it.
void sabotageCalm(World& world, Broken broken)
{
    if (broken == Broken::I2) // the desk believes that its commands arrived
        spoilOutbox(world, someDesk(world), store::OutboxState::Confirmed);
    if (broken == Broken::I9) // and is never told what became of them
        spoilOutbox(world, someDesk(world), store::OutboxState::Acknowledged);
    if (broken == Broken::I2 || broken == Broken::I9)
        heal(world);
}

void sabotageAfter(World& world, Broken broken)
{
    Desk& desk = someDesk(world);
    const auto more = [](const QVariant& value) { return QVariant(value.toLongLong() + 7); };
    if (broken == Broken::I4) // a row is another one here
        spoil(desk.reader(), world.chance, "tickets", "attention", more);
    if (broken == Broken::I5)
        spoil(world.house->reader(), world.chance, "accounts", "balance", more);
    if (broken == Broken::I6)
        spoil(world.house->reader(), world.chance, "offers", "quantity_limit", [](const QVariant&) { return QVariant(-1); });
    if (broken == Broken::I7) { // the cursor passes rows that were not written
        const qint64 cursor = sync::position(desk.reader()).cursor;
        store::UnitOfWork work(desk.reader(), world.chance);
        work.setDeskValue(QStringLiteral("cursor"), QString::number(cursor + 3));
        (void)work.commit();
    }
}

Result<Report> run(const Settings& settings, const QString& folder, const std::vector<Step>& plan)
{
    QHashSeed::setDeterministicGlobalSeed(); // the order of a set's members is part of what has to be the same again
    World world(settings.seed * 7919 + 1);
    if (const Status prepared = prepare(world, settings, folder); !prepared)
        return prepared.error();
    world.house->forgetsIds = settings.broken == Broken::I1;
    world.house->forgetsOrder = settings.broken == Broken::I3;
    world.desks.front()->engineLies = settings.broken == Broken::I8;
    world.loop.run(30'000, {}); // everybody has everything
    const qint64 begin = world.loop.nowMs();
    Report report;
    report.seed = settings.seed;
    for (const Step& step : plan) {
        world.loop.run(begin + step.atMs, {});
        step.happen(world);
        report.plan.push_back(QByteArray::number(double(step.atMs) / 1000.0, 'f', 3) + " s: " + step.what);
    }
    world.house->forgetsIds = false; // the harm is done; with a house that stays like that no desk comes to rest
    world.house->forgetsOrder = false;
    heal(world);
    sabotageCalm(world, settings.broken);
    sabotageAfter(world, settings.broken);
    checkAtRest(world);
    report.violations = world.violations;
    report.applied = world.house->applied();
    report.refused = world.house->refused();
    if (world.house->isOpen())
        report.findings = int(store::findings(world.house->reader(), 1'000).size());
    for (const auto& desk : world.desks) {
        report.commands += int(desk->promised().size());
        report.requests += desk->wire.requests();
        report.disturbed += desk->wire.disturbed();
    }
    return report;
}

} // namespace

House::Device World::letIn(domain::Role role)
{
    return house->addDevice(role, QString(QStringLiteral("desk-") + QString::number(devices++)));
}

void World::mustWork(const Status& status, const char* otherwise)
{
    if (!status)
        violated(QByteArray(otherwise) + ": " + domain::words(status.error().message, domain::Language::English).toUtf8());
}

void World::decide(std::function<void(World&)> decision)
{
    decision(*this);
    decisions.push_back(std::move(decision));
}

void World::restoreHouse(bool newEpoch)
{
    std::vector<domain::CommandId> had;
    for (const auto& desk : desks)
        std::copy_if(desk->promised().begin(), desk->promised().end(), std::back_inserter(had), [this](domain::CommandId id) { return house->reader().logEntry(id).has_value(); });
    const std::set<QByteArray> refused = store::refusedCommands(house->reader());
    mustWork(house->restore(folder + QStringLiteral("/backup"), newEpoch), "the server cannot be restored");
    const std::set<QByteArray> stillRefused = store::refusedCommands(house->reader());
    std::set_difference(refused.begin(), refused.end(), stillRefused.begin(), stillRefused.end(), std::inserter(forgottenRefusals, forgottenRefusals.end()));
    for (const domain::CommandId id : had) {
        if (!house->reader().logEntry(id))
            lostToTheHouse.insert(id.bytes());
    }
    for (const auto& decision : decisions)
        decision(*this);
}

void World::fileWasLost(const Desk& desk)
{
    for (const QByteArray& id : desk.lostWithFile()) {
        if (!house->reader().logEntry(domain::CommandId::fromBytes(id)))
            lostToTheHouse.insert(id);
    }
}

bool World::isBeyondRepair(const Desk& desk, domain::CommandId id) const
{
    return desk.lostWithFile().contains(id.bytes()) && lostToTheHouse.contains(id.bytes());
}

void World::violated(const QByteArray& what)
{
    if (std::find(violations.begin(), violations.end(), what) == violations.end())
        violations.push_back(what);
}

Result<Report> simulate(const Settings& settings, const QString& folder)
{
    return run(settings, folder, planOf(settings));
}

Result<Report> simulateAndShrink(const Settings& settings, const QString& folder)
{
    std::vector<Step> plan = planOf(settings);
    Result<Report> report = run(settings, folder, plan);
    // Leaves out ever smaller parts, as long as it fails without them.
    for (size_t part = plan.size() / 2; report && !report->violations.empty() && part > 0; part /= 2) {
        for (size_t from = 0; from < plan.size();) {
            std::vector<Step> shorter = plan;
            shorter.erase(shorter.begin() + std::ptrdiff_t(from), shorter.begin() + std::ptrdiff_t(std::min(from + part, plan.size())));
            const Result<Report> tried = run(settings, folder, shorter);
            if (tried && !tried->violations.empty()) {
                plan = shorter;
                report = tried;
            } else {
                from += part;
            }
        }
    }
    return report;
}

} // namespace encore::simulation
