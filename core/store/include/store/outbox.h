// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guards I2 and I3 at a desk: what somebody did here waits, in its order, until the authority has said what became of it.

#include "domain/enumname.h"
#include "domain/role.h"
#include "store/unitofwork.h"

#include <set>

namespace encore::store
{

enum class OutboxState {
    Queued, ///< done here, not sent
    InFlight, ///< sent; whether it arrived is not known
    Acknowledged, ///< took effect at the authority; its rows have not come back yet
    Confirmed, ///< its rows are here
    Rejected, ///< the authority said no
    Conflict, ///< somebody else changed the same
    Settled, ///< rejected or in conflict, and a person has seen to it
};

struct OutboxItem {
    qint64 deviceSequence = 0;
    domain::CommandId id;
    QByteArray name;
    int schemaVersion = 1;
    QByteArray arguments; ///< JSON
    std::optional<qint64> baseVersion;
    domain::Instant occurredAt;
    domain::Role role = domain::Role::Admin;
    QString actor;
    OutboxState state = OutboxState::Queued;
    QByteArray beforeImages; ///< empty: it has no effect here now
    QByteArray answer; ///< JSON of the authority's problem, or of why it cannot be done here any more; empty: none
    QByteArray firstImages; ///< what it was done on at first, for whoever has to solve a conflict
    std::optional<qint64> logSequence; ///< at the authority
    QByteArray outcome; ///< JSON of what it made when it was done here; empty: not known
};

struct OutboxCounts {
    qint64 waiting = 0; ///< queued or in flight
    qint64 acknowledged = 0;
    qint64 rejected = 0;
    qint64 conflicts = 0;
    qint64 sealed = 0; ///< commands that only the house can read any more: this desk was shut out (sealing.h)
    qint64 firstOpen = 1; ///< number of the first whose rows have not come back, or of the next where there is none
};

class OutboxReader
{
public:
    explicit OutboxReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] std::optional<OutboxItem> item(domain::CommandId id);
    /// Queued ones in their order.
    [[nodiscard]] std::vector<OutboxItem> waiting(int limit);
    /// Those whose effects here are provisional: queued, in flight or acknowledged; in their order.
    [[nodiscard]] std::vector<OutboxItem> provisional();
    /// Those whose effects stand in the file, whatever was said of them meanwhile; in their order.
    [[nodiscard]] std::vector<OutboxItem> withEffect();
    /// What the authority has not confirmed, and what waits for a person; newest first.
    [[nodiscard]] std::vector<OutboxItem> open(int limit);
    [[nodiscard]] std::vector<OutboxItem> everything(); ///< in its order
    /// What was seen at a door here, behind a number; in its order. Where the outbox was counted anew meanwhile, from its beginning.
    [[nodiscard]] std::vector<OutboxItem> seenAtDoor(qint64 behind, int limit);
    [[nodiscard]] OutboxCounts counts();
    /// Whether the authority said of a command from @p deviceSequence on that it had taken it.
    [[nodiscard]] bool hasTaken(qint64 deviceSequence);

protected:
    Database& m_database;
};

class OutboxWriter final : public OutboxReader
{
public:
    explicit OutboxWriter(UnitOfWork& work) : OutboxReader(work.reader()) { }

    void add(const OutboxItem& item);
    void setState(qint64 deviceSequence, OutboxState state, const QByteArray& answer = {}, std::optional<qint64> logSequence = {});
    void setBeforeImages(qint64 deviceSequence, const QByteArray& images, const QByteArray& answer);
    /// What was in flight when the program ended, or the connection did, is asked for again.
    void requeueInFlight();
    struct OfferedAgain {
        qint64 count = 0; ///< that the authority had taken
        qint64 lastNumber = 0;
    };
    /// The authority expects @p deviceSequence and has forgotten what came from there on: it is offered again, counted anew from there.
    /// In front of it what was confirmed under a former name and is not in the log here, and whatever has a number before it that the
    /// authority does not say that it has (@p known, ids). What had been refused is not asked again, nor what is known there: it may be
    /// counted under another number, and this one would be waited for without end.
    [[nodiscard]] OfferedAgain offerFrom(qint64 deviceSequence, const std::set<QByteArray>& known);
    [[nodiscard]] qint64 numberAside(); ///< below all others, of a command that the authority is not asked about
    /// The authority will never have it, and so waits for its number: those behind it move up by one. The last number.
    [[nodiscard]] qint64 takeOut(qint64 deviceSequence);
    /// For another device: counts what waits from 1, in its order. What was answered keeps its place in front of it, with numbers below 1.
    /// The last number.
    [[nodiscard]] qint64 renumber();
    void forgetConfirmed(qint64 keep); ///< but the newest @p keep
    void forgetEverything(); ///< it was put elsewhere

private:
    [[nodiscard]] std::vector<qint64> numbers(const char* sql, std::initializer_list<QVariant> values = {});
    /// The first column of rows whose second is none of @p ids.
    [[nodiscard]] std::vector<qint64> numbersWithout(const std::set<QByteArray>& ids, const char* sql, std::initializer_list<QVariant> values = {});
    void moveTo(const std::vector<qint64>& from, qint64 first); ///< in their order
};

} // namespace encore::store

namespace encore::domain
{
template<>
std::span<const EnumName<store::OutboxState>> enumNames();
}
