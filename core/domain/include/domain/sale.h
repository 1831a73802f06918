// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An order as it is sold and paid (DOMAIN §5): lines, tenders, states, and what a refund of it comes to. What the door knows of the same
// order stands in domain/ticket.h under the same id.

#include "domain/coupon.h"
#include "domain/enumname.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/time.h"

#include <optional>
#include <vector>

namespace encore::domain
{

enum class OfferKind { Ticket, Merchandise, Fee };

/// Something that can be sold at a price: a ticket of a performance, a thing, a fee.
struct Offer {
    OfferId id;
    QString label;
    QString title;
    OfferKind kind = OfferKind::Ticket;
    qint64 price = 0; ///< minor units, with the tax in it
    std::optional<PerformanceId> performance; ///< of a ticket
    std::optional<ProductId> product; ///< of a ticket
    std::optional<VariationId> variation;
    std::optional<int> limit; ///< absent: as many as are wanted
    std::optional<Instant> from; ///< inclusive
    std::optional<Instant> until; ///< exclusive
    bool closed = false;
    int position = 0;
    qint64 sold = 0; ///< units in orders that keep them
    qint64 version = 0;

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// Whether such an offer may exist: title, price, limit not below what is sold, window.
[[nodiscard]] Status checkOffer(const Offer& offer);
/// What selling @p quantity more units would break: closed, its window, its limit.
[[nodiscard]] Status checkSale(const Offer& offer, qint64 quantity, Instant at, const EventZone& zone);

enum class OrderState {
    AwaitingPayment,
    Paid,
    PartlyRefunded,
    Refunded,
    Expired, ///< it was not paid in time
    Cancelled,
};
enum class OrderAction { Pay, RefundPart, RefundAll, Cancel, Expire };
[[nodiscard]] Result<OrderState> stateAfter(OrderState state, OrderAction action);
/// Whether an order in this state keeps what it took of its offers; lines that are refunded give theirs back by themselves.
[[nodiscard]] bool holdsStock(OrderState state);

enum class LineState {
    Standing,
    RefundOwed, ///< decided; the money is on its way
    Refunded,
};

/// One unit: what is sold three times is three lines, so that each can be refunded and has its own share of a discount.
struct SaleLine {
    OfferId offer;
    QString title; ///< as it was at the sale
    qint64 price = 0; ///< minor units
    qint64 discount = 0; ///< its share, fixed at the sale
    qint64 vat = 0; ///< inside of price − discount; its share, fixed at the sale
    std::optional<TicketId> ticket;
    LineState state = LineState::Standing;

    [[nodiscard]] qint64 net() const { return price - discount; }
    friend bool operator==(const SaleLine&, const SaleLine&) = default;
};

enum class TenderKind { Cash, Card, Transfer, Online };
enum class TenderState { Processing, Succeeded, Failed, Unknown };

/// One way in which a part of an order is paid.
struct Tender {
    TenderKind kind = TenderKind::Cash;
    TenderState state = TenderState::Processing;
    QString provider; ///< who moves the money; the drawer's name for cash
    qint64 amount = 0; ///< minor units that the order gets of it
    qint64 rounding = 0; ///< cash: what of the order was not asked for, because the coins do not exist
    qint64 given = 0; ///< cash: what the buyer handed over; the change is given − amount
    QString method; ///< the buyer's card or account, as the provider's token for it
    QString transaction; ///< the provider's id
    qint64 refundOwed = 0; ///< decided, whether it has gone back or not
    qint64 refunded = 0; ///< has gone back
    Instant at;

    /// What of it can still be given back.
    [[nodiscard]] qint64 standing() const { return state == TenderState::Succeeded ? amount - refundOwed : 0; }
    friend bool operator==(const Tender&, const Tender&) = default;
};

struct Sale {
    OrderId id;
    QString label; ///< what people call the order, on receipts and at the desk
    OrderState state = OrderState::AwaitingPayment;
    Currency currency = Currency::krw();
    std::vector<SaleLine> lines;
    std::vector<Tender> tenders;
    std::optional<CouponId> coupon;
    std::optional<PersonId> buyer;
    bool payLater = false; ///< its tickets were issued before it was paid
    Instant placedAt;
    std::optional<Instant> dueAt; ///< it expires when it is not paid until here
    QString soldBy;
    QString reason; ///< why it costs nothing
    QString guestList; ///< whose guests they are
    QByteArray requestHash; ///< of the canonical request and its checkout nonce
    qint64 version = 0;

    [[nodiscard]] qint64 total() const; ///< before the discount
    [[nodiscard]] qint64 discount() const;
    [[nodiscard]] qint64 payable() const { return total() - discount(); }
    [[nodiscard]] qint64 received() const; ///< what came in
    [[nodiscard]] qint64 rounding() const;
    [[nodiscard]] qint64 pending() const; ///< asked for, and not answered yet
    [[nodiscard]] qint64 open() const { return payable() - received() - rounding(); } ///< below zero: too much came in
    friend bool operator==(const Sale&, const Sale&) = default;
};

/// What of @p amount is asked for in cash: KRW down to the ten, in the buyer's favour; other currencies as it is.
[[nodiscard]] qint64 cashToTake(qint64 amount, const Currency& currency);

/// What goes back through which tender.
struct RefundPart {
    size_t tender = 0; ///< which of the sale's
    qint64 amount = 0;
    friend bool operator==(const RefundPart&, const RefundPart&) = default;
};

/// A refund of some lines, before anything moves.
struct SaleRefund {
    std::vector<size_t> lines;
    qint64 amount = 0; ///< their prices less their shares of the discount
    std::vector<RefundPart> parts; ///< first through those who can take money back by themselves, then cash
    qint64 rounding = 0; ///< cash that goes out beyond the amount (below zero: less), because the coins do not exist
};

/// @p lines as people count them, from 1; empty: all that stand. A line that does not exist or does not stand, and a sale without money in
/// it, are errors. Cash goes back rounded up to the ten in the buyer's favour, but never more than came in.
[[nodiscard]] Result<SaleRefund> planRefund(const Sale& sale, const std::vector<int>& lines);

template<>
std::span<const EnumName<OfferKind>> enumNames();
template<>
std::span<const EnumName<OrderState>> enumNames();
template<>
std::span<const EnumName<OrderAction>> enumNames();
template<>
std::span<const EnumName<LineState>> enumNames();
template<>
std::span<const EnumName<TenderKind>> enumNames();
template<>
std::span<const EnumName<TenderState>> enumNames();

} // namespace encore::domain
