// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Addresses and dispatches of pledges.

#include "domain/fulfilment.h"
#include "store/unitofwork.h"

namespace encore::store
{

struct PackingFilter {
    domain::ProjectId projectId;
    bool includesSent = false; ///< also those of which everything was sent
    int limit = 100;
    std::optional<std::pair<domain::Instant, domain::PledgeId>> after; ///< those behind this one
};

/// Units of one reward that are owed or were sent.
struct RewardUnits {
    domain::RewardId reward;
    qint64 units = 0; ///< in confirmed pledges that stand
};
struct SentUnits {
    domain::RewardId reward;
    int item = 0; ///< from 1
    qint64 quantity = 0;
};

class FulfilmentReader
{
public:
    explicit FulfilmentReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] std::optional<domain::DeliveryAddress> address(domain::PledgeId pledge);
    [[nodiscard]] std::vector<domain::Dispatch> dispatches(domain::PledgeId pledge); ///< in the order in which they left
    [[nodiscard]] std::optional<domain::Dispatch> dispatch(domain::DispatchId id);
    /// Confirmed pledges with rewards whose money stands, the earliest first; without their lines.
    [[nodiscard]] std::vector<domain::PledgeId> toPack(const PackingFilter& filter);
    [[nodiscard]] std::vector<RewardUnits> owedUnits(domain::ProjectId project);
    [[nodiscard]] std::vector<SentUnits> sentUnits(domain::ProjectId project); ///< in pledges that still stand
    /// The pledge whose tickets an order carries.
    [[nodiscard]] std::optional<domain::PledgeId> pledgeOf(domain::OrderId order);
    /// Valid tickets of a pledge that nobody has been let in with.
    [[nodiscard]] qint64 ticketsToAdmit(domain::PledgeId pledge);

protected:
    Database& m_database;
};

class FulfilmentWriter final : public FulfilmentReader
{
public:
    explicit FulfilmentWriter(UnitOfWork& work) : FulfilmentReader(work.reader()) { }

    void put(domain::PledgeId pledge, const domain::DeliveryAddress& address);
    void add(const domain::Dispatch& dispatch);
    void correct(const domain::Dispatch& dispatch); ///< carrier, tracking number and note only
};

} // namespace encore::store
