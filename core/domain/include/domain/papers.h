// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is printed for a buyer, before it is drawn.

#include "domain/sale.h"

namespace encore::domain
{

struct TicketPaper {
    QString performance;
    std::optional<Instant> startsAt;
    EventZone zone = EventZone::utc(); ///< of the performance
    QString product;
    QString holder;
    QString seat;
    QString order; ///< its label
    QString code; ///< what the QR code says
    bool isUnpaid = false; ///< to be paid at the door

    friend bool operator==(const TicketPaper&, const TicketPaper&) = default;
};

struct ReceiptPaper {
    QString house; ///< who sold it
    EventZone zone = EventZone::utc();
    Sale sale;

    friend bool operator==(const ReceiptPaper&, const ReceiptPaper&) = default;
};

} // namespace encore::domain
