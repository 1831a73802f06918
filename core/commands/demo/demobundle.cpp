// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/demo/demobundle.h"

#include "bundle/bundlerows.h"
#include "demo/demopeople.h"
#include "domain/random.h"

#include <QDateTime>
#include <QIODevice>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::Instant;
using domain::message;
using domain::Status;

namespace
{

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

struct DemoShape {
    int days;
    qint64 tickets;
};

constexpr DemoShape shapeOf(DemoScale scale)
{
    switch (scale) {
    case DemoScale::Small:
        return {1, 300};
    case DemoScale::Venue:
        return {3, 3'000};
    case DemoScale::Festival:
        return {3, 250'000};
    }
    Q_UNREACHABLE();
}

RawJson parsed(const char* json)
{
    return RawJson{QByteArray(json)};
}

std::vector<BundleProduct> products()
{
    return {{QStringLiteral("standing"), QStringLiteral("스탠딩 Standing"), false, {}},
            {QStringLiteral("seat"), QStringLiteral("좌석 Seat"), false,
             {{QStringLiteral("seat-r"), QStringLiteral("R")}, {QStringLiteral("seat-s"), QStringLiteral("S")},
              {QStringLiteral("seat-a"), QStringLiteral("A")}}},
            {QStringLiteral("vip"), QStringLiteral("VIP"), false, {}},
            {QStringLiteral("youth"), QStringLiteral("청소년 Youth"), true, {}},
            {QStringLiteral("crew"), QStringLiteral("스태프 Crew"), false, {}},
            {QStringLiteral("parking"), QStringLiteral("주차 Parking"), false, {}}};
}

std::vector<BundlePerformance> performances(int days, Instant now)
{
    static constexpr const char* titles[] = {"여름의 소리 Sound of Summer", "한밤의 재즈 Midnight Jazz", "마지막 앙코르 The Last Encore"};
    const Instant doors{now.ms / minuteMs * minuteMs - 30 * minuteMs};
    std::vector<BundlePerformance> made;
    for (int day = 0; day < days; ++day) {
        BundlePerformance performance;
        performance.id = QStringLiteral("day%1").arg(day + 1);
        performance.title = QString::fromUtf8(titles[day]);
        performance.doorsAt = doors.plusMs(day * dayMs);
        performance.startsAt = performance.doorsAt->plusMs(60 * minuteMs);
        performance.endsAt = performance.doorsAt->plusMs(240 * minuteMs);
        performance.timeZone = QStringLiteral("Asia/Seoul");
        performance.ageRating = day == 1 ? std::optional<int>(15) : std::nullopt;
        made.push_back(performance);
    }
    return made;
}

BundleGate gate(const char* id, const char* name, const char* zone, std::initializer_list<const char*> admitted)
{
    BundleGate made;
    made.id = QString::fromUtf8(id);
    made.name = QString::fromUtf8(name);
    made.zone = QString::fromUtf8(zone);
    if (admitted.size() > 0) {
        made.productIds.emplace();
        for (const char* product : admitted)
            made.productIds->push_back(QString::fromUtf8(product));
    }
    return made;
}

std::vector<BundleGate> gates(DemoScale scale)
{
    std::vector<BundleGate> made{gate("main-a", "정문 A Main A", "site", {"standing", "seat", "vip", "youth", "crew"}),
                                 gate("main-b", "정문 B Main B", "site", {"standing", "seat", "vip", "youth", "crew"}),
                                 gate("hall", "공연장 Hall", "hall", {"standing", "seat", "vip", "youth", "crew"}),
                                 gate("vip", "VIP 라운지 Lounge", "vip", {"vip", "crew"}),
                                 gate("backstage", "백스테이지 Backstage", "backstage", {"crew"}),
                                 gate("parking", "주차장 Parking", "parking", {"parking"})};
    made[0].includeUnpaid = true;
    made[2].entry = domain::EntryPolicy::OnceReentry;
    made[3].entry = domain::EntryPolicy::Many;
    made[3].rules = parsed(R"({"isAfter":[{"var":"now"},{"buildTime":["doors_at"]},10]})");
    made[4].entry = domain::EntryPolicy::Many;
    made[5].addonMatch = true;
    if (scale == DemoScale::Festival) {
        for (int number = 1; number <= 6; ++number) {
            const QByteArray id = "field-" + QByteArray::number(number);
            const QByteArray name = "잔디밭 Field " + QByteArray::number(number);
            made.push_back(gate(id.constData(), name.constData(), "site", {"standing", "seat", "vip", "youth", "crew"}));
        }
    }
    return made;
}

std::vector<BundleZone> zones(DemoScale scale)
{
    const int people = scale == DemoScale::Festival ? 90'000 : 1'500;
    return {{QStringLiteral("site"), QStringLiteral("전체 Site"), std::nullopt, people},
            {QStringLiteral("hall"), QStringLiteral("공연장 Hall"), QStringLiteral("site"), people / 2},
            {QStringLiteral("vip"), QStringLiteral("VIP 라운지 Lounge"), QStringLiteral("site"), people / 20},
            {QStringLiteral("backstage"), QStringLiteral("백스테이지 Backstage"), QStringLiteral("site"), 120},
            {QStringLiteral("parking"), QStringLiteral("주차장 Parking"), std::nullopt, people / 10}};
}

std::vector<BundleQuestion> questions()
{
    BundleQuestion age;
    age.id = QStringLiteral("age");
    age.text = QStringLiteral("신분증을 확인했나요? Was the id card checked?");
    age.kind = domain::QuestionKind::Boolean;
    age.required = true;
    age.askAtDoor = true;
    age.productIds = std::vector<QString>{QStringLiteral("youth")};
    BundleQuestion size;
    size.id = QStringLiteral("shirt");
    size.text = QStringLiteral("티셔츠 크기 T-shirt size");
    size.kind = domain::QuestionKind::Choice;
    size.productIds = std::vector<QString>{QStringLiteral("vip")};
    for (const char16_t letter : {u'S', u'M', u'L'})
        size.options.push_back({QString(QChar(letter)), QString(QChar(letter))});
    return {age, size};
}

/// Makes the orders one by one, so that a festival is never in memory at once.
class DemoOrders
{
public:
    DemoOrders(quint64 seed, DemoScale scale) : m_chance(seed), m_shape(shapeOf(scale)) { }

    [[nodiscard]] bool hasMore() const { return m_tickets < m_shape.tickets; }

    [[nodiscard]] BundleOrder next()
    {
        BundleOrder order;
        order.id = QStringLiteral("O%1").arg(++m_orders, 6, 10, QLatin1Char('0'));
        const int fate = m_chance.below(100);
        order.status = fate < 92 ? domain::OrderStatus::Paid
            : fate < 96          ? domain::OrderStatus::AwaitingPayment
            : fate < 99          ? domain::OrderStatus::Cancelled
                                 : domain::OrderStatus::Expired;
        order.requiresApproval = m_chance.oneIn(200);
        const DemoPerson buyer = makePerson(m_chance, m_orders);
        order.buyer = BundleBuyer{buyer.name, buyer.email};
        const qint64 wanted = std::min<qint64>(1 + m_chance.below(4), m_shape.tickets - m_tickets);
        for (qint64 i = 0; i < wanted; ++i)
            order.tickets.push_back(ticket(i == 0 ? buyer : makePerson(m_chance, m_orders * 10 + i)));
        if (m_chance.oneIn(12) && m_tickets < m_shape.tickets)
            order.tickets.push_back(parking(order.tickets.front()));
        return order;
    }

private:
    [[nodiscard]] BundleTicket ticket(const DemoPerson& holder)
    {
        BundleTicket ticket;
        ticket.id = QStringLiteral("T%1").arg(++m_tickets, 6, 10, QLatin1Char('0'));
        ticket.performanceId = QStringLiteral("day%1").arg(1 + m_chance.below(m_shape.days));
        ticket.holderName = holder.name;
        ticket.holderEmail = holder.email;
        const int kind = m_chance.below(100);
        if (kind < 55) {
            ticket.productId = QStringLiteral("standing");
        } else if (kind < 85) {
            static constexpr const char* grades[] = {"seat-r", "seat-s", "seat-a"};
            ticket.productId = QStringLiteral("seat");
            ticket.variationId = QLatin1String(grades[m_chance.below(3)]);
            ticket.seat = QStringLiteral("%1열 %2번").arg(1 + m_chance.below(40)).arg(1 + m_chance.below(60));
        } else {
            ticket.productId = kind < 92 ? QStringLiteral("vip") : kind < 97 ? QStringLiteral("youth") : QStringLiteral("crew");
        }
        // A third came from elsewhere with secrets of their own; the others get signed codes.
        if (m_chance.oneIn(3))
            ticket.secret = secret();
        ticket.status = m_chance.oneIn(150) ? domain::TicketStatus::Cancelled : domain::TicketStatus::Valid;
        ticket.blocked = m_chance.oneIn(400);
        ticket.revoked = m_chance.oneIn(400);
        ticket.attention = m_chance.oneIn(60);
        return ticket;
    }

    [[nodiscard]] BundleTicket parking(const BundleTicket& owner)
    {
        BundleTicket ticket;
        ticket.id = QStringLiteral("T%1").arg(++m_tickets, 6, 10, QLatin1Char('0'));
        ticket.productId = QStringLiteral("parking");
        ticket.performanceId = owner.performanceId;
        ticket.holderName = owner.holderName;
        ticket.holderEmail = owner.holderEmail;
        ticket.addonOf = owner.id;
        return ticket;
    }

    [[nodiscard]] QString secret()
    {
        static const QString letters = QStringLiteral("abcdefghijkmnpqrstuvwxyz23456789");
        QString text;
        for (int i = 0; i < 24; ++i)
            text += letters.at(m_chance.below(int(letters.size())));
        return text;
    }

    DemoChance m_chance;
    DemoShape m_shape;
    qint64 m_orders = 0;
    qint64 m_tickets = 0;
};

} // namespace

std::optional<DemoScale> demoScaleOf(const QString& text)
{
    if (text == u"small")
        return DemoScale::Small;
    if (text == u"venue")
        return DemoScale::Venue;
    if (text == u"festival")
        return DemoScale::Festival;
    return std::nullopt;
}

qint64 demoTickets(DemoScale scale)
{
    return shapeOf(scale).tickets;
}

Status writeDemoBundle(QIODevice& out, quint64 seed, DemoScale scale, Instant now)
{
    bool written = true;
    const auto write = [&](const QByteArray& bytes) { written = written && out.write(bytes) == bytes.size(); };
    const auto list = [&](const char* name, const auto& rows) {
        write(QByteArray(",\n\"") + name + "\":" + encodeText(rows));
    };
    BundleWorkspace workspace;
    workspace.name = QStringLiteral("앙코르 데모 Encore Demo");
    write("{\"format\":\"encore-bundle/1\",\n\"workspace\":" + encodeText(workspace));
    list("products", products());
    list("performances", performances(shapeOf(scale).days, now));
    list("zones", zones(scale));
    list("gates", gates(scale));
    list("questions", questions());
    write(",\n\"orders\":[\n");
    DemoOrders orders(seed, scale);
    for (bool first = true; written && orders.hasMore(); first = false)
        write((first ? QByteArray() : QByteArray(",\n")) + encodeText(orders.next()));
    write("]}\n");
    if (!written)
        return error(ErrorCode::Unavailable, message("demo.unwritable").with("reason", out.errorString()));
    return domain::done();
}

} // namespace encore::commands
