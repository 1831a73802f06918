// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/demo/demosales.h"

#include "commands/coupons/coupons.h"
#include "commands/orders/drawers.h"
#include "commands/orders/offers.h"
#include "commands/orders/orders.h"
#include "demo/demopeople.h"
#include "store/boxoffice.h"
#include "store/sales.h"

#include <algorithm>

namespace encore::commands
{

using domain::Result;
using domain::Status;

namespace
{

constexpr int buyers = 14;
constexpr qint64 reservedMs = 2LL * 60 * 60 * 1000;

struct DemoOffer {
    const char* label;
    const char* title;
    qint64 price;
    domain::OfferKind kind;
};
constexpr DemoOffer offers[] = {{"demo-standing", "현매 스탠딩 Standing at the counter", 66'000, domain::OfferKind::Ticket},
                                {"demo-late", "늦은 입장 Late entry", 33'345, domain::OfferKind::Ticket},
                                {"demo-shirt", "티셔츠 T-shirt", 35'000, domain::OfferKind::Merchandise},
                                {"demo-poster", "포스터 Poster", 9'000, domain::OfferKind::Merchandise}};

/// The first performance; none: nothing can be sold.
std::optional<domain::PerformanceId> firstPerformance(store::Reader& reader)
{
    const auto& performances = reader.catalogue().performances;
    const auto first = std::min_element(performances.begin(), performances.end(), [](const auto& left, const auto& right) {
        return left.second.startsAt < right.second.startsAt;
    });
    return first == performances.end() ? std::nullopt : std::optional(first->first);
}

class Evening
{
public:
    Evening(Executor& executor, const Actor& actor) : m_executor(executor), m_actor(actor), m_workspace(executor.reader().catalogue().workspaceId) { }

    [[nodiscard]] Result<int> run(domain::PerformanceId performance)
    {
        putOnSale(performance);
        CreateCoupon coupon;
        coupon.label = QStringLiteral("demo-coupon");
        coupon.couponName = QStringLiteral("첫 방문 First visit");
        coupon.kind = domain::CouponKind::Percentage;
        coupon.percent = 10;
        coupon.cap = 5'000;
        give(coupon);
        if (!store::BoxOfficeReader(m_executor.reader()).openDrawer(QStringLiteral("main"))) {
            OpenDay open;
            open.openingFloat = 100'000;
            give(open);
        }
        for (int number = 0; number < buyers && m_status; ++number)
            sell(number);
        if (!m_status)
            return m_status.error();
        return buyers;
    }

private:
    template<class C>
    std::optional<Outcome> give(const C& command)
    {
        if (!m_status)
            return std::nullopt;
        CommandRequest request = makeRequest(command, m_actor);
        // The same evening told twice is the same commands.
        request.id = domain::CommandId(QUuid::createUuidV5(m_workspace.uuid(), "demo sale " + QByteArray::number(++m_number)));
        const auto outcome = m_executor.run(request);
        if (outcome)
            return *outcome;
        m_status = outcome.error();
        return std::nullopt;
    }

    void putOnSale(domain::PerformanceId performance)
    {
        for (const DemoOffer& demo : offers) {
            CreateOffer offer;
            offer.label = QString::fromLatin1(demo.label);
            offer.title = QString::fromUtf8(demo.title);
            offer.price = demo.price;
            offer.kind = demo.kind;
            if (demo.kind == domain::OfferKind::Ticket) {
                offer.performance = performance;
                // What the demo's gates admit; without its tickets there are no gates either.
                const auto standing = domain::idForExternal<domain::ProductId>(m_workspace, QStringLiteral("standing"));
                if (m_executor.reader().catalogue().products.contains(standing))
                    offer.product = standing;
            }
            give(offer);
        }
    }

    void sell(int number)
    {
        const DemoPerson person = makePerson(m_chance, number);
        PlaceOrder order;
        order.nonce = QStringLiteral("demo %1").arg(number);
        const DemoOffer& chosen = offers[number % std::size(offers)];
        order.lines = {{domain::idForExternal<domain::OfferId>(m_workspace, QString::fromLatin1(chosen.label)), 1 + number % 3}};
        order.buyerName = person.name;
        order.buyerEmail = person.email;
        const bool isGuest = number == 4;
        if (isGuest) {
            order.complimentary = QStringLiteral("기자 press");
            order.guestList = QStringLiteral("주간 음악");
        }
        order.payLater = number == 8;
        if (order.payLater)
            order.dueAt = m_executor.clock().now().plusMs(reservedMs); // the doors are open: the usual time would be over
        const auto placed = give(order);
        const auto made = placed ? parseJson(placed->json) : Result<JsonDocument>(domain::error(domain::ErrorCode::Cancelled, {}));
        if (!made || isGuest || order.payLater)
            return;
        PayOrder pay;
        pay.orderId = domain::idForExternal<domain::OrderId>(m_workspace, QString::fromUtf8((*made)["label"].GetString()));
        OfferedTender tender;
        tender.kind = number % 2 ? domain::TenderKind::Card : domain::TenderKind::Cash;
        pay.tenders = {tender};
        give(pay);
        if (tender.kind != domain::TenderKind::Card)
            return;
        RecordOrderPayment answer;
        answer.orderId = pay.orderId;
        answer.providerTransaction = QStringLiteral("demo-%1").arg(number);
        give(answer);
    }

    Executor& m_executor;
    const Actor& m_actor;
    domain::WorkspaceId m_workspace;
    DemoChance m_chance{77};
    int m_number = 0;
    Status m_status = domain::done();
};

} // namespace

Result<int> runDemoSales(Executor& executor, const Actor& actor)
{
    const auto performance = firstPerformance(executor.reader());
    const auto known = domain::idForExternal<domain::OfferId>(executor.reader().catalogue().workspaceId, QString::fromLatin1(offers[0].label));
    if (!performance || store::SaleReader(executor.reader()).offer(known))
        return 0;
    return Evening(executor, actor).run(*performance);
}

} // namespace encore::commands
