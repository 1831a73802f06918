// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"

#include <QString>

#include <map>
#include <optional>

namespace encore::domain
{

enum class OrderStatus { Paid, AwaitingPayment, Cancelled, Expired };

struct Order {
    OrderId id;
    QString label;
    OrderStatus status = OrderStatus::Paid;
    bool requiresApproval = false; ///< somebody still has to approve it: refused as not_approved
    bool admitWhileUnpaid = false; ///< counts as paid at the door
    bool isGroup = false; ///< any code of it stands for the next of its people: n of m
    QString buyerName;
    QString buyerEmail;

    friend bool operator==(const Order&, const Order&) = default;
};

enum class TicketStatus { Valid, Cancelled };

struct Ticket {
    TicketId id;
    QString label;
    OrderId orderId;
    ProductId productId;
    std::optional<VariationId> variationId;
    std::optional<PerformanceId> performanceId;
    QString secret; ///< of an imported ticket; empty where there is none. Never logged
    QString holderName;
    QString holderEmail;
    QString seat;
    TicketStatus status = TicketStatus::Valid;
    bool blocked = false;
    bool revoked = false;
    std::optional<Instant> validFrom; ///< inclusive
    std::optional<Instant> validUntil; ///< inclusive
    bool attention = false;
    std::optional<TicketId> addonOf;
    std::map<QuestionId, QString> answers;

    friend bool operator==(const Ticket&, const Ticket&) = default;
};

} // namespace encore::domain
