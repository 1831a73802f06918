// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Selling and paying (DOMAIN §5). The same checkout sent twice is one order, because its id comes from the request and the checkout's
// nonce; two walk-ins who buy the same have two nonces and two orders.

#include "commands/command.h"
#include "commands/pledges/pledges.h"
#include "domain/sale.h"

namespace encore::commands
{

struct OrderMade {
    domain::OrderId orderId;
    QString label; ///< what the receipt says
    domain::OrderState state = domain::OrderState::AwaitingPayment;
    qint64 payable = 0; ///< minor units
    qint64 open = 0; ///< what is still to be paid; below zero: too much came in
    qint64 change = 0; ///< to hand back now, of cash
};

template<>
struct Descriptor<OrderMade> {
    static auto fields()
    {
        using M = OrderMade;
        return std::tuple(field("order_id", &M::orderId, "the order"), field("label", &M::label, "what the receipt calls it"),
                          field("state", &M::state, "its state now"), field("payable", &M::payable, "minor units"),
                          field("open", &M::open, "minor units still to be paid"), field("change", &M::change, "cash to hand back now"));
    }
};

struct ChosenOffer {
    domain::OfferId offerId;
    int quantity = 1;
};

template<>
struct Descriptor<ChosenOffer> {
    static auto fields()
    {
        return std::tuple(field("offer_id", &ChosenOffer::offerId, "which offer"),
                          field("quantity", &ChosenOffer::quantity, "how many, at least 1").absentMeansDefault());
    }
};

struct PlaceOrder {
    static constexpr const char* name = "PlaceOrder";
    static constexpr const char* summary = "Sell something: takes the stock and waits for the payment; free ones are done at once.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    using Made = OrderMade;

    QString nonce; ///< of the checkout; absent: the command's id
    std::vector<ChosenOffer> lines;
    std::optional<domain::PersonId> buyer;
    QString buyerName;
    QString buyerEmail;
    std::vector<QString> holders;
    std::optional<domain::CouponId> coupon;
    bool bestCoupon = false;
    bool isGroup = false;
    bool payLater = false;
    std::optional<domain::Instant> dueAt;
    QString complimentary; ///< the reason; everything is free then
    QString guestList;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<PlaceOrder> {
    static auto fields()
    {
        using P = PlaceOrder;
        return std::tuple(field("nonce", &P::nonce, "one a checkout: the same request with the same nonce is the same order").absentMeansDefault().atMost(100),
                          field("lines", &P::lines, "what is sold").atMost(200),
                          field("buyer_id", &P::buyer, "who buys; absent: by the e-mail, or nobody in particular"),
                          field("buyer_name", &P::buyerName, "their name").absentMeansDefault().atMost(200),
                          field("buyer_email", &P::buyerEmail, "their e-mail").absentMeansDefault().atMost(254),
                          field("holders", &P::holders, "names on the tickets, in their order").absentMeansDefault().atMost(1'000),
                          field("coupon_id", &P::coupon, "a coupon to use"),
                          field("best_coupon", &P::bestCoupon, "use the buyer's best coupon, where one fits").absentMeansDefault(),
                          field("group", &P::isGroup, "a group's: any of its codes stands for the next of its people").absentMeansDefault(),
                          field("pay_later", &P::payLater, "issue the tickets now; they are unpaid at the door").absentMeansDefault(),
                          field("due_at", &P::dueAt, "of pay_later: it expires when it is not paid until here"),
                          field("complimentary", &P::complimentary, "why it is free; everything costs nothing then").absentMeansDefault().atMost(200),
                          field("guest_list", &P::guestList, "whose guests they are").absentMeansDefault().atMost(200));
    }
};

struct OfferedTender {
    domain::TenderKind kind = domain::TenderKind::Cash;
    std::optional<qint64> amount; ///< absent: all that is open
    std::optional<qint64> given; ///< cash: what was handed over; absent: exactly the amount
    QString provider;
    QString paymentMethod;
};

template<>
struct Descriptor<OfferedTender> {
    static auto fields()
    {
        using T = OfferedTender;
        return std::tuple(field("kind", &T::kind, "cash, card, transfer, online"), field("amount", &T::amount, "minor units; absent: all that is open"),
                          field("given", &T::given, "cash that was handed over; absent: exactly the amount"),
                          field("provider", &T::provider, "card and online: whose gateway; absent: the desk's terminal, or the simulated one")
                              .absentMeansDefault()
                              .atMost(36),
                          field("payment_method", &T::paymentMethod, "the provider's token of a card or account").absentMeansDefault().atMost(200));
    }
};

/// Cash is paid at once; a card waits for the terminal's answer, a transfer for the bank's.
struct PayOrder {
    static constexpr const char* name = "PayOrder";
    static constexpr const char* summary = "Pay an order, in one or several ways.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    using Made = OrderMade;

    domain::OrderId orderId;
    std::vector<OfferedTender> tenders;
    QString drawer; ///< of cash; absent: main
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct RecordOrderPayment {
    static constexpr const char* name = "RecordOrderPayment";
    static constexpr const char* summary = "Record what a provider or the bank said about a payment of an order.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    using Made = OrderMade;

    domain::OrderId orderId;
    int tender = 1;
    PaymentResult result = PaymentResult::Succeeded;
    std::optional<qint64> amount;
    QString providerTransaction;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// Before it is paid. What came in as a part goes back.
struct CancelOrder {
    static constexpr const char* name = "CancelOrder";
    static constexpr const char* summary = "Give up an order that is not paid; its stock comes back and its tickets no longer admit.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    using Made = OrderMade;

    domain::OrderId orderId;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

/// What a scheduler gives when the due time has passed.
struct ExpireOrder {
    static constexpr const char* name = "ExpireOrder";
    static constexpr const char* summary = "Let an order go that was not paid in time; one whose ticket was admitted stays, and the money is owed.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Sell;
    using Made = OrderMade;

    domain::OrderId orderId;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct RefundOrder {
    static constexpr const char* name = "RefundOrder";
    static constexpr const char* summary = "Give the money of an order back, in whole or by line; the tickets of these lines no longer admit.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Refund;
    using Made = OrderMade;

    domain::OrderId orderId;
    std::vector<int> lines; ///< from 1; empty: all that stand
    QString reason;
    QString drawer; ///< that cash comes out of; absent: main
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

struct RecordOrderRefund {
    static constexpr const char* name = "RecordOrderRefund";
    static constexpr const char* summary = "Record that a refund of an order went through, or bounced.";
    static constexpr int schemaVersion = 1;
    static constexpr Right right = Right::Refund;
    using Made = OrderMade;

    domain::OrderId orderId;
    domain::EffectId effectId;
    bool succeeded = true;
    QString reason;
    [[nodiscard]] domain::Result<Made> execute(const Context& context, store::UnitOfWork& work) const;
};

template<>
struct Descriptor<PayOrder> {
    static auto fields()
    {
        return std::tuple(field("order_id", &PayOrder::orderId, "which order"), field("tenders", &PayOrder::tenders, "how it is paid").atMost(20),
                          field("drawer", &PayOrder::drawer, "that cash goes into; absent: main").absentMeansDefault().atMost(36));
    }
};
template<>
struct Descriptor<RecordOrderPayment> {
    static auto fields()
    {
        using P = RecordOrderPayment;
        return std::tuple(field("order_id", &P::orderId, "which order"), field("tender", &P::tender, "which of its payments, from 1").absentMeansDefault(),
                          field("result", &P::result, "what was said"), field("amount", &P::amount, "minor units that came in; absent: what was asked for"),
                          field("provider_transaction", &P::providerTransaction, "its id at the provider").absentMeansDefault().atMost(100),
                          field("reason", &P::reason, "of a failure").absentMeansDefault().atMost(500));
    }
};
template<>
struct Descriptor<CancelOrder> {
    static auto fields()
    {
        return std::tuple(field("order_id", &CancelOrder::orderId, "which order"),
                          field("reason", &CancelOrder::reason, "why").absentMeansDefault().atMost(500));
    }
};
template<>
struct Descriptor<ExpireOrder> {
    static auto fields() { return std::tuple(field("order_id", &ExpireOrder::orderId, "which order")); }
};
template<>
struct Descriptor<RefundOrder> {
    static auto fields()
    {
        return std::tuple(field("order_id", &RefundOrder::orderId, "which order"),
                          field("lines", &RefundOrder::lines, "which lines, from 1; absent: all that stand").absentMeansDefault().atMost(1'000),
                          field("reason", &RefundOrder::reason, "why").atMost(500).notEmpty(),
                          field("drawer", &RefundOrder::drawer, "that cash comes out of; absent: main").absentMeansDefault().atMost(36));
    }
};
template<>
struct Descriptor<RecordOrderRefund> {
    static auto fields()
    {
        using R = RecordOrderRefund;
        return std::tuple(field("order_id", &R::orderId, "which order"), field("effect_id", &R::effectId, "which refund"),
                          field("succeeded", &R::succeeded, "false: it bounced").absentMeansDefault(),
                          field("reason", &R::reason, "of a failure").absentMeansDefault().atMost(500));
    }
};

} // namespace encore::commands
