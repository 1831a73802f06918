// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "door/checkin.h"
#include "moment.h"
#include "presence.h"

namespace encore::door
{

/// One known ticket at one gate at one moment.
struct Situation {
    Situation(const TicketFacts& ticketFacts, bool isListed, const Place& where, const Request& asked);
    Q_DISABLE_COPY_MOVE(Situation)
    ~Situation() = default;

    const TicketFacts& facts;
    bool listed;
    const Place& place;
    const Request& request;
    Zoning zoning;
    domain::ZoneId zone; ///< the one behind the gate
    std::vector<const domain::Scan*> scans; ///< in the order of events, also those after the request
    Whereabouts before; ///< as of the request: what happened up to its millisecond
    Telling telling;
};

struct Refusal {
    Reason reason = Reason::Error;
    domain::Message explanation;
    const domain::Scan* cause = nullptr; ///< the entry that stands in the way
    bool mayAdmitUnpaid = false;
    bool mayOverrideFull = false;
    std::vector<const domain::Question*> openQuestions;
};

/// The checks of an entry after the ticket is known, in the order of DOMAIN §8; the first failure wins.
[[nodiscard]] std::optional<Refusal> firstRefusal(const Situation& situation);

[[nodiscard]] bool isUnpaid(const TicketFacts& facts);
/// Whether the entry would make something fuller than it may be, whoever may override it.
[[nodiscard]] std::optional<Refusal> fullness(const Situation& at);
[[nodiscard]] bool isOnProductList(const domain::Gate& gate, domain::ProductId product);

/// What people call the product: its name, with the variation.
[[nodiscard]] QString productName(const TicketFacts& facts);

} // namespace encore::door
