// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/orders.h"
#include "commands/orders/salequeries.h"
#include "ui/common/services.h"

#include <QTimer>

#include <functional>

namespace encore::ui
{

struct BasketLine {
    commands::Offers::Row offer;
    int quantity = 1;
};

/// One sale from the first touch to the receipt, without a widget. The checkout's nonce is made when the first thing is chosen, so that
/// pressing a button twice sells once.
class Checkout final : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Choosing,
        Placing,
        Paying, ///< the order stands and waits for its payment
        Asking, ///< the terminal is being asked
        Done,
    };

    explicit Checkout(const Services& services, QObject* parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const std::vector<BasketLine>& basket() const { return m_basket; }
    [[nodiscard]] qint64 total() const; ///< before the discount, minor units
    [[nodiscard]] const std::vector<commands::UsableCoupons::Row>& coupons() const { return m_coupons; }
    [[nodiscard]] const commands::UsableCoupons::Row* usedCoupon() const; ///< null: none
    [[nodiscard]] qint64 payable() const;
    [[nodiscard]] const commands::OrderMade& order() const { return m_order; } ///< from when it is placed
    [[nodiscard]] const std::optional<domain::Error>& fault() const { return m_fault; }
    [[nodiscard]] bool isBusy() const { return m_stage == Stage::Placing || m_stage == Stage::Asking; }
    [[nodiscard]] bool isReserved() const { return m_isReserved; } ///< done, and to be paid later

    void add(const commands::Offers::Row& offer);
    void setQuantity(size_t line, int quantity); ///< 0 removes it
    /// How many tickets are chosen; from two on they can be a group's.
    [[nodiscard]] int people() const;
    /// One ticket for all of them, by which they come in one after another.
    void setGroup(bool group) { m_isGroup = group; }
    [[nodiscard]] bool isGroup() const { return m_isGroup; }
    void setBuyer(const QString& name, const QString& email);
    void setCoupon(const std::optional<domain::CouponId>& coupon); ///< absent: none
    void payCash(qint64 given);
    void payByCard();
    void payByTransfer();
    void payLater();
    void giveAway(const QString& reason, const QString& guestList);
    void cancel(); ///< gives up an order that was placed; a new sale begins
    void startAnew();

Q_SIGNALS:
    void changed();
    void sold();

private:
    using Then = std::function<void()>;
    void place(const Then& then);
    void pay(const commands::OfferedTender& tender);
    void run(const commands::CommandRequest& request, const std::function<void(const commands::OrderMade&)>& done);
    void fail(const domain::Error& error);
    void lookAtCard();
    void askCoupons();
    void setStage(Stage stage);

    Services m_services;
    Stage m_stage = Stage::Choosing;
    std::vector<BasketLine> m_basket;
    std::vector<commands::UsableCoupons::Row> m_coupons;
    std::optional<domain::CouponId> m_coupon;
    bool m_couponChosen = false; ///< by a person; otherwise the best one is taken
    QString m_buyerName;
    QString m_buyerEmail;
    QString m_nonce;
    commands::PlaceOrder m_request;
    commands::OrderMade m_order;
    bool m_isGroup = false;
    bool m_isPlaced = false;
    bool m_isReserved = false;
    std::optional<domain::Error> m_fault;
    QTimer m_cardTimer;
};

} // namespace encore::ui
