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
    QStringList products; ///< several only of a group
    QString holder;
    QString seat;
    QString order; ///< its label
    int people = 1; ///< of a group more: the code is held up once for each of them
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

/// What goes into one parcel.
struct PackingPaper {
    QString house; ///< who sends it
    QString pledge; ///< its label
    QStringList address; ///< lines
    std::vector<std::pair<QString, qint64>> items; ///< what, and how many of it are still to be sent
    QString note; ///< for whoever delivers it

    friend bool operator==(const PackingPaper&, const PackingPaper&) = default;
};

} // namespace encore::domain
