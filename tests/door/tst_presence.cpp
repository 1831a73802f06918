// SPDX-License-Identifier: GPL-3.0-or-later
#include "door/checkin.h"
#include "support/fakes.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace encore::door;
using namespace encore::domain;

class tst_Presence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstGateIntoEachZone();
    void leavesNothingBehind();
    void randomEvenings_data();
    void randomEvenings();
};

namespace
{

/// A venue of random zones (some in circles, some parents missing) and gates, and one guest who walks about.
class Evening
{
public:
    explicit Evening(unsigned seed) : m_engine(seed), m_ids(seed)
    {
        for (int i = 0; i < 6; ++i)
            m_zoneIds.push_back(ZoneId(makeUuidV7({1000}, m_ids)));
        for (int i = 0; i < 6; ++i) {
            Zone zone{m_zoneIds[size_t(i)], QString::number(i), {}, {}, {}};
            if (const int parent = pick(8); parent < 6 && (pick(4) == 0 || parent < i))
                zone.parent = m_zoneIds[size_t(parent)];
            if (pick(6) != 0)
                place.zones.emplace(zone.id, zone);
        }
        for (int i = 0; i < 8; ++i) {
            Gate gate;
            gate.id = GateId(makeUuidV7({1000}, m_ids));
            gate.label = QString::number(i);
            gate.entry = EntryPolicy(pick(3));
            if (const int zone = pick(8); zone < 6)
                gate.zone = m_zoneIds[size_t(zone)];
            place.gates.emplace(gate.id, gate);
            m_gateIds.push_back(gate.id);
        }
        match.tickets.emplace_back();
    }

    int pick(int below) { return int(m_engine() % unsigned(below)); }
    const Gate& anyGate() { return place.gates.at(m_gateIds[size_t(pick(int(m_gateIds.size())))]); }
    std::vector<Scan>& history() { return match.tickets.front().history; }
    Presence presence() { return presenceAfter(history(), place.gates, place.zones); }
    Verdict attempt(const Gate& gate, Direction direction, Instant at)
    {
        place.gate = gate;
        Request request;
        request.direction = direction;
        request.at = at;
        return decide(match, place, request);
    }
    void pass(const Gate& gate, Direction direction, Instant at)
    {
        Scan scan;
        scan.id = ScanId(makeUuidV7(at, m_ids));
        scan.gateId = gate.id;
        scan.direction = direction;
        scan.at = at;
        scan.deviceSequence = ++m_sequence;
        history().push_back(scan);
    }
    void shuffle() { std::shuffle(history().begin(), history().end(), m_engine); }

    Match match;
    Place place;

private:
    std::mt19937 m_engine;
    encore::support::SeededRandom m_ids;
    std::vector<ZoneId> m_zoneIds;
    std::vector<GateId> m_gateIds;
    qint64 m_sequence = 0;
};

std::set<ZoneId> zonesOf(const Presence& presence)
{
    std::set<ZoneId> zones;
    for (const auto& [zone, gate] : presence.zones)
        zones.insert(zone);
    return zones;
}

/// A zone and its parents, by counting steps instead of remembering where it was.
std::set<ZoneId> chain(const Place& place, ZoneId zone)
{
    std::set<ZoneId> zones{zone};
    auto at = place.zones.find(zone);
    for (int step = 0; step < 20 && at != place.zones.end() && at->second.parent; ++step) {
        at = place.zones.find(*at->second.parent);
        if (at != place.zones.end())
            zones.insert(at->first);
    }
    return zones;
}

} // namespace

void tst_Presence::firstGateIntoEachZone()
{
    Evening evening(1);
    const Zone site{ZoneId(QUuid::createUuidV5(QUuid(), QByteArray("site"))), {}, {}, {}, {}};
    const Zone vip{ZoneId(QUuid::createUuidV5(QUuid(), QByteArray("vip"))), {}, {}, site.id, {}};
    evening.place.zones = {{site.id, site}, {vip.id, vip}};
    Gate front;
    front.id = GateId(QUuid::createUuidV5(QUuid(), QByteArray("front")));
    front.zone = site.id;
    Gate back = front;
    back.id = GateId(QUuid::createUuidV5(QUuid(), QByteArray("back")));
    back.zone = vip.id;
    evening.place.gates = {{front.id, front}, {back.id, back}};
    evening.pass(front, Direction::Entry, {1000});
    evening.pass(back, Direction::Entry, {2000});
    const Presence expected{{{site.id, front.id}, {vip.id, back.id}}};
    QCOMPARE(evening.presence(), expected);
    evening.history().clear();
    evening.pass(back, Direction::Entry, {2000});
    const Presence straight{{{site.id, back.id}, {vip.id, back.id}}};
    QCOMPARE(evening.presence(), straight);
}

void tst_Presence::leavesNothingBehind()
{
    Evening evening(2);
    const Gate gate = evening.anyGate();
    evening.pass(gate, Direction::Entry, {1000});
    evening.pass(gate, Direction::Exit, {2000});
    QVERIFY(evening.presence().zones.count(gate.effectiveZone()) == 0);
    evening.history().clear();
    QVERIFY(evening.presence().zones.empty());
}

void tst_Presence::randomEvenings_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 200; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_Presence::randomEvenings()
{
    QFETCH(unsigned, seed);
    Evening evening(seed);
    std::map<ZoneId, int> onceEntries;
    Instant now{1'000'000};
    for (int step = 0; step < 60; ++step) {
        now.ms += evening.pick(3); // often the same millisecond: then the device sequence decides
        const Gate gate = evening.anyGate();
        const Direction direction = evening.pick(3) == 0 ? Direction::Exit : Direction::Entry;
        const Presence before = evening.presence();
        const bool inside = before.zones.count(gate.effectiveZone()) > 0;
        const Verdict verdict = evening.attempt(gate, direction, now);
        if (direction == Direction::Exit || gate.entry == EntryPolicy::Many)
            QCOMPARE(verdict.kind, VerdictKind::Admitted);
        else if (gate.entry == EntryPolicy::OnceReentry)
            QCOMPARE(verdict.kind == VerdictKind::Admitted, !inside);
        else
            QVERIFY(!inside || verdict.kind == VerdictKind::Refused);
        if (verdict.kind == VerdictKind::Refused) {
            QCOMPARE(verdict.reason, Reason::AlreadyAdmitted);
            QVERIFY(*verdict.firstAdmittedAt <= now);
            continue;
        }
        if (direction == Direction::Entry && gate.entry == EntryPolicy::Once)
            QCOMPARE(++onceEntries[gate.effectiveZone()], 1);
        evening.pass(gate, direction, now);
        const std::set<ZoneId> after = zonesOf(evening.presence());
        if (direction == Direction::Entry) {
            for (const ZoneId& zone : chain(evening.place, gate.effectiveZone()))
                QVERIFY(after.count(zone) > 0);
        } else {
            QVERIFY(after.count(gate.effectiveZone()) == 0);
        }
        for (const ZoneId& zone : after) {
            for (const ZoneId& parent : chain(evening.place, zone))
                QVERIFY(after.count(parent) > 0);
        }
    }
    // The order of arrival never matters.
    const Presence inOrder = evening.presence();
    const Verdict verdict = evening.attempt(evening.anyGate(), Direction::Entry, now);
    const Gate sameGate = evening.place.gate;
    evening.shuffle();
    QCOMPARE(evening.presence(), inOrder);
    const Verdict again = evening.attempt(sameGate, Direction::Entry, now);
    QCOMPARE(again.kind, verdict.kind);
    QCOMPARE(again.firstAdmittedAt, verdict.firstAdmittedAt);
    QCOMPARE(again.explanation, verdict.explanation);
}

QTEST_GUILESS_MAIN(tst_Presence)
#include "tst_presence.moc"
