// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout.h"

#include <QUuid>

#include <algorithm>

namespace encore::ui
{

using commands::OrderMade;

Checkout::Checkout(const Services& services, QObject* parent) : QObject(parent), m_services(services)
{
    constexpr int cardIntervalMs = 400;
    m_cardTimer.setInterval(cardIntervalMs);
    connect(&m_cardTimer, &QTimer::timeout, this, &Checkout::lookAtCard);
}

qint64 Checkout::total() const
{
    qint64 sum = 0;
    for (const BasketLine& line : m_basket)
        sum += line.offer.offer.price * line.quantity;
    return sum;
}

int Checkout::people() const
{
    int people = 0;
    for (const BasketLine& line : m_basket)
        people += line.offer.offer.kind == domain::OfferKind::Ticket ? line.quantity : 0;
    return people;
}

const commands::UsableCoupons::Row* Checkout::usedCoupon() const
{
    const auto found = std::find_if(m_coupons.begin(), m_coupons.end(), [this](const auto& row) {
        return m_couponChosen ? m_coupon == row.couponId : row.isBest;
    });
    return found == m_coupons.end() || found->discount == 0 ? nullptr : &*found;
}

qint64 Checkout::payable() const
{
    const commands::UsableCoupons::Row* coupon = usedCoupon();
    return m_isPlaced ? m_order.open : total() - (coupon ? coupon->discount : 0);
}

void Checkout::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

void Checkout::add(const commands::Offers::Row& offer)
{
    if (m_stage == Stage::Done)
        startAnew();
    if (m_stage != Stage::Choosing)
        return;
    if (m_nonce.isEmpty())
        m_nonce = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_fault.reset();
    const auto same = std::find_if(m_basket.begin(), m_basket.end(), [&](const BasketLine& line) { return line.offer.offer.id == offer.offer.id; });
    if (same == m_basket.end())
        m_basket.push_back({offer, 1});
    else
        setQuantity(size_t(same - m_basket.begin()), same->quantity + 1);
    askCoupons();
    Q_EMIT changed();
}

void Checkout::setQuantity(size_t line, int quantity)
{
    constexpr int mostUnits = 1'000;
    if (m_stage != Stage::Choosing || line >= m_basket.size())
        return;
    m_fault.reset();
    if (quantity <= 0)
        m_basket.erase(m_basket.begin() + qsizetype(line));
    else
        m_basket[line].quantity = std::min(quantity, mostUnits);
    askCoupons();
    Q_EMIT changed();
}

void Checkout::setBuyer(const QString& name, const QString& email)
{
    const bool isAnother = email.trimmed() != m_buyerEmail.trimmed();
    m_buyerName = name;
    m_buyerEmail = email;
    if (isAnother) {
        m_couponChosen = false;
        askCoupons();
    }
}

void Checkout::setCoupon(const std::optional<domain::CouponId>& coupon)
{
    m_couponChosen = true;
    m_coupon = coupon;
    Q_EMIT changed();
}

void Checkout::askCoupons()
{
    if (m_buyerEmail.trimmed().isEmpty() || m_basket.empty()) {
        m_coupons.clear();
        return;
    }
    commands::UsableCoupons query;
    query.buyerEmail = m_buyerEmail;
    for (const BasketLine& line : m_basket)
        query.lines.push_back({line.offer.offer.id, line.quantity});
    m_services.queries->ask<commands::UsableCoupons>(query, this, [this](const auto& rows) {
        m_coupons = rows ? *rows : std::vector<commands::UsableCoupons::Row>();
        Q_EMIT changed();
    });
}

void Checkout::fail(const domain::Error& error)
{
    m_fault = error;
    setStage(m_isPlaced ? Stage::Paying : Stage::Choosing);
}

void Checkout::run(const commands::CommandRequest& request, const std::function<void(const OrderMade&)>& done)
{
    m_services.commands->run(request, this, [this, done](const domain::Result<commands::Outcome>& outcome) {
        if (!outcome)
            return fail(outcome.error());
        const auto json = commands::parseJson(outcome->json);
        const auto made = json ? commands::decode<OrderMade>(*json, {}) : domain::Result<OrderMade>(json.error());
        if (!made)
            return fail(made.error());
        m_fault.reset();
        m_order = *made;
        done(*made);
    });
}

void Checkout::place(const Then& then)
{
    if (m_stage == Stage::Paying) { // an earlier way to pay did not work; the order stands
        then();
        return;
    }
    if (m_stage != Stage::Choosing || m_basket.empty())
        return;
    m_request.nonce = m_nonce;
    m_request.lines.clear();
    for (const BasketLine& line : m_basket)
        m_request.lines.push_back({line.offer.offer.id, line.quantity});
    m_request.buyerName = m_buyerName.trimmed();
    m_request.buyerEmail = m_buyerEmail.trimmed();
    m_request.isGroup = m_isGroup && people() > 1;
    const commands::UsableCoupons::Row* coupon = usedCoupon();
    m_request.coupon = coupon ? std::optional(coupon->couponId) : std::nullopt;
    setStage(Stage::Placing);
    run(makeRequest(m_request, commands::owner()), [this, then](const OrderMade& made) {
        m_isPlaced = true;
        if (made.state == domain::OrderState::Paid) { // nothing is to be paid
            setStage(Stage::Done);
            Q_EMIT sold();
            return;
        }
        m_stage = Stage::Paying;
        then();
    });
}

void Checkout::pay(const commands::OfferedTender& tender)
{
    place([this, tender] {
        commands::PayOrder pay;
        pay.orderId = m_order.orderId;
        pay.tenders.push_back(tender);
        setStage(Stage::Placing);
        run(makeRequest(pay, commands::owner()), [this, tender](const OrderMade& made) {
            if (made.state == domain::OrderState::Paid || tender.kind == domain::TenderKind::Transfer) {
                m_isReserved = made.state != domain::OrderState::Paid;
                setStage(Stage::Done);
                Q_EMIT sold();
                return;
            }
            setStage(Stage::Asking);
            m_cardTimer.start();
        });
    });
}

void Checkout::payCash(qint64 given)
{
    commands::OfferedTender cash;
    cash.kind = domain::TenderKind::Cash;
    cash.given = given;
    pay(cash);
}

void Checkout::payByCard()
{
    commands::OfferedTender card;
    card.kind = domain::TenderKind::Card;
    pay(card);
}

void Checkout::payByTransfer()
{
    commands::OfferedTender transfer;
    transfer.kind = domain::TenderKind::Transfer;
    pay(transfer);
}

void Checkout::payLater()
{
    m_request.payLater = true;
    place([this] {
        m_isReserved = true;
        setStage(Stage::Done);
        Q_EMIT sold();
    });
    m_request.payLater = false;
}

void Checkout::giveAway(const QString& reason, const QString& guestList)
{
    m_request.complimentary = reason.trimmed();
    m_request.guestList = guestList.trimmed();
    place([] {});
    m_request.complimentary.clear();
    m_request.guestList.clear();
}

void Checkout::lookAtCard()
{
    m_services.queries->ask<commands::OrderDetails>({m_order.orderId}, this, [this](const auto& rows) {
        if (m_stage != Stage::Asking || !rows || rows->empty())
            return;
        const domain::Sale& sale = rows->front().sale;
        const domain::TenderState state = sale.tenders.empty() ? domain::TenderState::Failed : sale.tenders.back().state;
        if (state == domain::TenderState::Processing || state == domain::TenderState::Unknown)
            return;
        m_cardTimer.stop();
        m_order.state = sale.state;
        m_order.open = sale.open();
        if (sale.state == domain::OrderState::Paid) {
            setStage(Stage::Done);
            Q_EMIT sold();
            return;
        }
        fail(domain::error(domain::ErrorCode::Refused, domain::message("order.card_refused")));
    });
}

void Checkout::cancel()
{
    m_cardTimer.stop();
    if (!m_isPlaced || m_stage == Stage::Done) {
        startAnew();
        return;
    }
    commands::CancelOrder command;
    command.orderId = m_order.orderId;
    m_services.commands->run(makeRequest(command, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        if (!outcome)
            return fail(outcome.error());
        startAnew();
        Q_EMIT sold(); // what it had taken can be sold again
    });
}

void Checkout::startAnew()
{
    m_cardTimer.stop();
    m_basket.clear();
    m_coupons.clear();
    m_coupon.reset();
    m_couponChosen = false;
    m_buyerName.clear();
    m_buyerEmail.clear();
    m_nonce.clear();
    m_request = {};
    m_order = {};
    m_isGroup = false;
    m_isPlaced = false;
    m_isReserved = false;
    m_fault.reset();
    setStage(Stage::Choosing);
}

} // namespace encore::ui
