// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "door/facts.h"

namespace encore::commands
{

/// Decides on one thing held up at a gate. A code of a group order (DOMAIN §5) stands for the next of its people who is not inside, and
/// on the way out for one who is; the verdict says how many of how many.
class Deciding
{
public:
    Deciding(const ScanInput& input, store::Reader& reader, domain::Instant at);

    /// Of the gate, and of what was asked; where it is not done, there is nothing to decide.
    [[nodiscard]] const domain::Status& status() const { return m_status; }
    /// By what a second sight of the same code is known; null where nothing matched.
    [[nodiscard]] domain::TicketId signedId() const { return m_facts.signedId; }
    [[nodiscard]] bool isGroup() const { return m_isGroup; }
    /// How many of the group could still pass in this direction.
    [[nodiscard]] int left() const;

    /// On the ticket held up itself.
    [[nodiscard]] door::Verdict own() const;
    /// On the one for whom it stands now.
    [[nodiscard]] door::Verdict next();
    /// What next() let through has been recorded.
    void passed();

private:
    void findGroup();
    [[nodiscard]] door::Verdict decideOn(const store::GroupMember& member) const;
    [[nodiscard]] door::Verdict counted(door::Verdict verdict, int difference) const;
    [[nodiscard]] bool isLeaving() const { return m_request.direction == domain::Direction::Exit; }

    store::Reader& m_reader;
    door::Request m_request;
    DoorFacts m_facts;
    domain::Status m_status = domain::done();
    bool m_isGroup = false;
    domain::TicketId m_next; ///< whom next() decided on last
    std::vector<store::GroupMember> m_group; ///< the ticket held up first, where it is valid
};

} // namespace encore::commands
