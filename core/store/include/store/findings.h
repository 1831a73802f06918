// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/enumname.h"
#include "store/unitofwork.h"

namespace encore::store
{

enum class FindingKind {
    DoubleEntry, ///< a ticket let two people in: each desk had not heard of the other's scan
};

/// What turned out to be wrong with something that had happened already. A fact: it stays.
struct Finding {
    QUuid id;
    FindingKind kind = FindingKind::DoubleEntry;
    domain::Instant at; ///< of what was found wrong
    std::optional<domain::TicketId> ticket;
    std::optional<domain::ScanId> scan;
    std::optional<domain::ScanId> otherScan;
    std::optional<domain::OrderId> order;
    QString note;
    qint64 logSequence = 0; ///< given when it is written
};

void addFinding(UnitOfWork& work, const Finding& finding);
[[nodiscard]] std::vector<Finding> findings(Reader& reader, int limit); ///< newest first

} // namespace encore::store

namespace encore::domain
{
template<>
std::span<const EnumName<store::FindingKind>> enumNames();
}
