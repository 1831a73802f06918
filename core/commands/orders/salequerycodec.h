// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the box office's questions and their rows are written as JSON.

#include "commands/orders/massrefund.h"
#include "commands/orders/salequeries.h"

namespace encore::commands
{

template<>
struct Descriptor<domain::Offer> {
    static auto fields()
    {
        using O = domain::Offer;
        return std::tuple(field("offer_id", &O::id, "the offer"), field("label", &O::label, "as others call it"), field("title", &O::title, "what the buyer reads"),
                          field("kind", &O::kind, "ticket, merchandise, fee"), field("price", &O::price, "minor units"),
                          field("performance_id", &O::performance, "of a ticket"), field("product_id", &O::product, "of a ticket"),
                          field("variation_id", &O::variation, "of a ticket"), field("limit", &O::limit, "how many there are"),
                          field("opens_at", &O::from, "inclusive"), field("closes_at", &O::until, "exclusive"), field("closed", &O::closed, "taken off sale"),
                          field("position", &O::position, "order at the desk"), field("sold", &O::sold, "units"),
                          field("version", &O::version, "to base an edit on"));
    }
};
template<>
struct Descriptor<Offers> {
    static auto fields() { return std::tuple(field("performance_id", &Offers::performanceId, "of this one only")); }
};
template<>
struct Descriptor<Offers::Row> {
    static auto fields()
    {
        using R = Offers::Row;
        return std::tuple(field("offer", &R::offer, "the offer"), field("performance", &R::performance, "its title"),
                          field("starts_at", &R::startsAt, "when it begins"), field("time_zone", &R::timeZone, "of the performance"),
                          field("left", &R::left, "null: as many as are wanted"));
    }
};
template<>
struct Descriptor<Orders> {
    static auto fields()
    {
        using O = Orders;
        return std::tuple(field("state", &O::state, "in this state only"), field("performance_id", &O::performanceId, "for this performance only"),
                          field("text", &O::text, "words of the label, the buyer, the guest list").absentMeansDefault().atMost(200),
                          field("limit", &O::limit, "1 to 1,000").absentMeansDefault(), field("offset", &O::offset, "how many to pass over").absentMeansDefault());
    }
};
template<>
struct Descriptor<Orders::Row> {
    static auto fields()
    {
        using R = Orders::Row;
        return std::tuple(field("order_id", &R::orderId, "the order"), field("label", &R::label, "what the receipt calls it"), field("state", &R::state, "its state"),
                          field("what", &R::what, "what was sold"), field("units", &R::units, "how many"), field("payable", &R::payable, "minor units"),
                          field("received", &R::received, "minor units"), field("refunded", &R::refunded, "minor units that went back"),
                          field("refund_owed", &R::refundOwed, "decided; refunded or not"), field("currency", &R::currency, "ISO 4217"),
                          field("buyer", &R::buyer, "their name"), field("email", &R::email, "their e-mail"), field("placed_at", &R::placedAt, "when"),
                          field("due_at", &R::dueAt, "to be paid until"), field("sold_by", &R::soldBy, "who sold it"),
                          field("guest_list", &R::guestList, "whose guests"), field("version", &R::version, "changes with it"));
    }
};
template<>
struct Descriptor<domain::SaleLine> {
    static auto fields()
    {
        using L = domain::SaleLine;
        return std::tuple(field("offer_id", &L::offer, "what was sold"), field("title", &L::title, "as it was called then"), field("price", &L::price, "minor units"),
                          field("discount", &L::discount, "its share"), field("vat", &L::vat, "inside of price less discount"),
                          field("ticket_id", &L::ticket, "its ticket, from when it is issued"), field("state", &L::state, "standing, refund_owed, refunded"));
    }
};
template<>
struct Descriptor<domain::Tender> {
    static auto fields()
    {
        using T = domain::Tender;
        return std::tuple(field("kind", &T::kind, "cash, card, transfer, online"), field("state", &T::state, "what became of it"),
                          field("provider", &T::provider, "who moves the money; the drawer of cash"), field("amount", &T::amount, "minor units"),
                          field("rounding", &T::rounding, "not asked for, because such coins do not exist"), field("given", &T::given, "cash handed over"),
                          field("provider_transaction", &T::transaction, "its id at the provider"), field("refund_owed", &T::refundOwed, "decided"),
                          field("refunded", &T::refunded, "has gone back"), field("at", &T::at, "when"));
    }
};
template<>
struct Descriptor<domain::Sale> {
    static auto fields()
    {
        using S = domain::Sale;
        return std::tuple(field("order_id", &S::id, "the order"), field("label", &S::label, "what the receipt calls it"), field("state", &S::state, "its state"),
                          field("lines", &S::lines, "one a unit"), field("tenders", &S::tenders, "how it is paid"), field("coupon_id", &S::coupon, "that was used"),
                          field("buyer_id", &S::buyer, "who bought"), field("pay_later", &S::payLater, "its tickets came before its payment"),
                          field("placed_at", &S::placedAt, "when"), field("due_at", &S::dueAt, "to be paid until"), field("sold_by", &S::soldBy, "who sold it"),
                          field("complimentary", &S::reason, "why it costs nothing"), field("guest_list", &S::guestList, "whose guests"),
                          field("version", &S::version, "changes with it"));
    }
};
template<>
struct Descriptor<OrderDetails> {
    static auto fields() { return std::tuple(field("order_id", &OrderDetails::orderId, "which order")); }
};
template<>
struct Descriptor<OrderDetails::Event> {
    static auto fields()
    {
        using E = OrderDetails::Event;
        return std::tuple(field("at", &E::at, "when"), field("command", &E::command, "what was done"), field("actor", &E::actor, "by whom"),
                          field("device", &E::device, "where"), field("reason", &E::reason, "why, where one was given"));
    }
};
template<>
struct Descriptor<OrderDetails::Row> {
    static auto fields()
    {
        using R = OrderDetails::Row;
        return std::tuple(field("order", &R::sale, "the order"), field("buyer", &R::buyer, "their name"), field("email", &R::email, "their e-mail"),
                          field("history", &R::history, "what happened, newest first"));
    }
};
template<>
struct Descriptor<DrawerDays> {
    static auto fields() { return std::tuple(field("limit", &DrawerDays::limit, "1 to 1,000").absentMeansDefault()); }
};
template<>
struct Descriptor<DrawerDays::Row> {
    static auto fields()
    {
        using R = DrawerDays::Row;
        return std::tuple(field("drawer", &R::drawer, "which drawer"), field("day", &R::day, "the business day"), field("opened_at", &R::openedAt, "when"),
                          field("opened_by", &R::openedBy, "who"), field("float", &R::openingFloat, "minor units as change"),
                          field("closed_at", &R::closedAt, "null: it is open"), field("closed_by", &R::closedBy, "who"), field("counted", &R::counted, "minor units"),
                          field("difference", &R::difference, "over; below zero: short"), field("left", &R::left, "stayed in it"));
    }
};
template<>
struct Descriptor<domain::Coupon> {
    static auto fields()
    {
        using C = domain::Coupon;
        return std::tuple(field("coupon_id", &C::id, "the coupon"), field("label", &C::label, "as others call it"), field("name", &C::name, "what people call it"),
                          field("kind", &C::kind, "fixed or percentage"), field("amount", &C::amount, "minor units"), field("percent", &C::percent, "1 to 100"),
                          field("cap", &C::cap, "the most it takes off"), field("performance_id", &C::performance, "for this one only"),
                          field("project_id", &C::project, "for this one only"), field("opens_at", &C::from, "inclusive"), field("closes_at", &C::until, "exclusive"),
                          field("minimum_spend", &C::minimumSpend, "minor units"), field("quantity", &C::quantity, "-1: as many as are wanted"),
                          field("uses_per_person", &C::usesPerPerson, "at least 1"), field("deleted", &C::deleted, "taken away"));
    }
};
template<>
struct Descriptor<Coupons> {
    static auto fields() { return std::tuple(); }
};
template<>
struct Descriptor<Coupons::Row> {
    static auto fields()
    {
        using R = Coupons::Row;
        return std::tuple(field("coupon", &R::coupon, "the coupon"), field("claimed", &R::claimed, "how many"), field("version", &R::version, "to base an edit on"));
    }
};
template<>
struct Descriptor<UsableCoupons> {
    static auto fields()
    {
        using U = UsableCoupons;
        return std::tuple(field("buyer_id", &U::buyer, "who buys; absent: by the e-mail"), field("buyer_email", &U::buyerEmail, "their e-mail").absentMeansDefault(),
                          field("lines", &U::lines, "what is sold").atMost(200));
    }
};
template<>
struct Descriptor<UsableCoupons::Row> {
    static auto fields()
    {
        using R = UsableCoupons::Row;
        return std::tuple(field("coupon_id", &R::couponId, "the coupon"), field("name", &R::couponName, "what people call it"),
                          field("discount", &R::discount, "minor units; 0: it cannot be used"), field("best", &R::isBest, "the one to use"),
                          field("reason", &R::reason, "id of the message that says why not; empty: it can be used"));
    }
};
template<>
struct Descriptor<MassRefundResults> {
    static auto fields()
    {
        using M = MassRefundResults;
        return std::tuple(field("plan_hash", &M::planHash, "which plan"), field("limit", &M::limit, "1 to 1,000").absentMeansDefault(),
                          field("offset", &M::offset, "how many to pass over").absentMeansDefault());
    }
};
template<>
struct Descriptor<MassRefundResults::Row> {
    static auto fields()
    {
        using R = MassRefundResults::Row;
        return std::tuple(field("order_id", &R::orderId, "which order"), field("label", &R::label, "what the receipt calls it"), field("buyer", &R::buyer, "their name"),
                          field("amount", &R::amount, "minor units"), field("result", &R::result, "waiting, on_its_way, done, failed, or the id of why not"));
    }
};
template<>
struct Descriptor<PlanMassRefund> {
    static auto fields() { return std::tuple(field("performance_id", &PlanMassRefund::performanceId, "which performance")); }
};
template<>
struct Descriptor<PlanMassRefund::Row> {
    static auto fields()
    {
        using R = PlanMassRefund::Row;
        return std::tuple(field("performance_id", &R::performanceId, "which performance"), field("title", &R::title, "its title"), field("orders", &R::orders, "how many"),
                          field("tickets", &R::tickets, "how many"), field("amount", &R::amount, "minor units"),
                          field("plan_hash", &R::planHash, "what MassRefund asks for"));
    }
};

} // namespace encore::commands
