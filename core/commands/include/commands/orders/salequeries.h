// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the box office and the order screens ask.

#include "commands/orders/orders.h"
#include "commands/query.h"
#include "store/boxoffice.h"

namespace encore::commands
{

struct Offers {
    static constexpr const char* name = "Offers";
    static constexpr const char* summary = "What is on sale, and how much of it is left.";

    std::optional<domain::PerformanceId> performanceId;
    struct Row {
        domain::Offer offer;
        QString performance; ///< its title; empty: of none
        std::optional<domain::Instant> startsAt;
        QString timeZone;
        std::optional<qint64> left; ///< absent: as many as are wanted
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// Newest first, a page at a time.
struct Orders {
    static constexpr const char* name = "Orders";
    static constexpr const char* summary = "Orders, newest first.";

    std::optional<domain::OrderState> state;
    std::optional<domain::PerformanceId> performanceId;
    QString text; ///< words that begin words of the label, the buyer, the guest list
    int limit = 100; ///< 1 to 1,000
    int offset = 0;
    struct Row {
        domain::OrderId orderId;
        QString label;
        domain::OrderState state = domain::OrderState::AwaitingPayment;
        QString what;
        qint64 units = 0;
        qint64 payable = 0;
        qint64 received = 0;
        qint64 refunded = 0;
        qint64 refundOwed = 0; ///< decided; refunded or not
        QString currency;
        QString buyer;
        QString email;
        domain::Instant placedAt;
        std::optional<domain::Instant> dueAt;
        QString soldBy;
        QString guestList;
        qint64 version = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// One row.
struct OrderDetails {
    static constexpr const char* name = "OrderDetails";
    static constexpr const char* summary = "All of one order: lines, payments, what happened to it.";

    domain::OrderId orderId;
    struct Event {
        domain::Instant at;
        QString command;
        QString actor;
        QString device;
        QString reason; ///< as it was given
    };
    struct Row {
        domain::Sale sale;
        QString buyer;
        QString email;
        std::vector<Event> history; ///< newest first
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// What a drawer should hold is told for days that were counted, and not before: the count is blind.
struct DrawerDays {
    static constexpr const char* name = "DrawerDays";
    static constexpr const char* summary = "When drawers were open, and what was counted in them.";

    int limit = 100; ///< 1 to 1,000
    struct Row {
        QString drawer;
        QString day; ///< the business day, YYYY-MM-DD
        domain::Instant openedAt;
        QString openedBy;
        qint64 openingFloat = 0;
        std::optional<domain::Instant> closedAt; ///< absent: open
        QString closedBy;
        qint64 counted = 0;
        qint64 difference = 0; ///< over; below zero: short
        qint64 left = 0; ///< stayed in it
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

struct Coupons {
    static constexpr const char* name = "Coupons";
    static constexpr const char* summary = "Coupons, and how many of them were claimed.";
    struct Row {
        domain::Coupon coupon;
        qint64 claimed = 0;
        qint64 version = 0;
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// What the buyer's coupons would take off a sale; the best one first, then those that cannot be used, with the reason.
struct UsableCoupons {
    static constexpr const char* name = "UsableCoupons";
    static constexpr const char* summary = "A buyer's coupons for a sale, the best one first.";

    std::optional<domain::PersonId> buyer;
    QString buyerEmail;
    std::vector<ChosenOffer> lines;
    struct Row {
        domain::CouponId couponId;
        QString couponName;
        qint64 discount = 0; ///< minor units; 0: it cannot be used
        bool isBest = false;
        QString reason; ///< id of the message that says why not; empty: it can be used
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

/// The result for each person, once it was carried out for them.
struct MassRefundResults {
    static constexpr const char* name = "MassRefundResults";
    static constexpr const char* summary = "What a mass refund did for each person.";

    QByteArray planHash;
    int limit = 100; ///< 1 to 1,000
    int offset = 0;
    struct Row {
        domain::OrderId orderId;
        QString label;
        QString buyer;
        qint64 amount = 0;
        QString result; ///< waiting, on_its_way, done, failed, or the id of the message that says why not
    };
    [[nodiscard]] domain::Result<std::vector<Row>> ask(const QueryContext& context) const;
};

} // namespace encore::commands
