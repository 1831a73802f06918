// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What desks that meet tell each other of their doors (DESIGN §3) and the authority has not confirmed here. The decision at the door
// counts it; facts, log, outbox and digests do not know of it, and it goes once the fact itself is here. Guards that nothing is counted
// twice: what hearsay adds is kept as a difference to the facts, ticket by ticket.

#include "domain/enumname.h"
#include "store/unitofwork.h"

#include <set>

namespace encore::store
{

/// Somebody was let through at another desk, or that was taken back.
struct HeardScan {
    domain::CommandId command; ///< by which it was written there
    bool isUndo = false;
    domain::Scan scan; ///< the one that is meant, whole in both cases
    friend bool operator==(const HeardScan&, const HeardScan&) = default;
};

/// What of a count hearsay makes different.
enum class HeardCount { ZoneInside, GateInside, GateEntries, GateExits };
struct HeardPart {
    HeardCount what = HeardCount::ZoneInside;
    QUuid id; ///< of the zone or gate
    int difference = 0;
};

class HearsayReader
{
public:
    explicit HearsayReader(Reader& reader) : m_reader(reader), m_database(reader.database()) { }

    [[nodiscard]] std::vector<HeardScan> everything();
    [[nodiscard]] bool speaksOf(domain::TicketId ticket);
    [[nodiscard]] std::vector<domain::TicketId> tickets();
    /// Of which facts are here, or were when they were counted last.
    [[nodiscard]] std::vector<domain::TicketId> ticketsWithFacts();
    /// By facts and hearsay: admitted and not undone, each scan once; in no order.
    [[nodiscard]] std::vector<domain::Scan> history(domain::TicketId ticket);
    [[nodiscard]] std::map<domain::ZoneId, int> zoneCounts(); ///< by facts and hearsay
    [[nodiscard]] GateCounts gateCounts(domain::GateId gate); ///< by facts and hearsay

protected:
    Reader& m_reader;
    Database& m_database;
};

class HearsayWriter final : public HearsayReader
{
public:
    explicit HearsayWriter(UnitOfWork& work) : HearsayReader(work.reader()) { }

    static constexpr qint64 most = 200'000; ///< more is not taken in: a desk that says more is broken
    [[nodiscard]] bool isFull();
    /// False: it was known, as hearsay or as a fact.
    [[nodiscard]] bool add(const HeardScan& heard, domain::Instant now);
    /// What is a fact here by now; the tickets it was about.
    [[nodiscard]] std::set<domain::TicketId> dropFacts();
    /// What was heard before @p then: nobody has confirmed it, and nobody will. The tickets it was about.
    [[nodiscard]] std::set<domain::TicketId> dropOlderThan(domain::Instant then);
    void dropAll();
    /// In place of what was different by what was heard of this ticket so far.
    void setParts(domain::TicketId ticket, const std::vector<HeardPart>& parts);

private:
    [[nodiscard]] std::set<domain::TicketId> drop(const char* condition, const QVariantList& values = {});
};

} // namespace encore::store

namespace encore::domain
{
template<>
std::span<const EnumName<store::HeardCount>> enumNames();
}
