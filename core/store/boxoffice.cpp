// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/boxoffice.h"

#include "rowmapping.h"

template<>
std::span<const encore::domain::EnumName<encore::store::MessageKind>> encore::domain::enumNames()
{
    using K = store::MessageKind;
    static constexpr EnumName<K> names[] = {{K::Tickets, "tickets"}, {K::Refund, "refund"}, {K::Dispatched, "dispatched"}, {K::Test, "test"}};
    return names;
}

template<>
std::span<const encore::domain::EnumName<encore::store::MessageState>> encore::domain::enumNames()
{
    using S = store::MessageState;
    static constexpr EnumName<S> names[] = {{S::Waiting, "waiting"}, {S::Sent, "sent"}, {S::Failed, "failed"}};
    return names;
}

namespace encore::store
{

namespace
{

#define ENCORE_DRAWER_DAY                                                                                                        \
    "SELECT number, drawer, day, opened_at, opened_by, opening_float, closed_at, closed_by, counted, expected, left_inside FROM drawer_days "
#define ENCORE_COUPON_COLUMNS                                                                                                    \
    "c.id, c.label, c.name, c.kind, c.amount, c.percent, c.cap, c.performance_id, c.project_id, c.opens_at, c.closes_at,"        \
    " c.minimum_spend, c.quantity, c.uses_per_person, c.deleted"
#define ENCORE_MASS_REFUND                                                                                                       \
    "SELECT performance_id, plan_hash, reason, decided_at, orders, amount, steps, steps_done FROM mass_refunds "

std::vector<DrawerDay> drawerDaysOf(Rows rows)
{
    std::vector<DrawerDay> found;
    while (rows.next()) {
        found.push_back({rows.number(0), rows.text(1), QDate::fromJulianDay(rows.number(2)), {rows.number(3)}, rows.text(4), rows.number(5),
                         optionalInstantAt(rows, 6), rows.text(7), rows.number(8), rows.number(9), rows.number(10)});
    }
    return found;
}

domain::Coupon couponAt(const Rows& rows)
{
    domain::Coupon coupon;
    coupon.id = idAt<domain::CouponId>(rows, 0);
    coupon.label = rows.text(1);
    coupon.name = rows.text(2);
    coupon.kind = enumAt(rows, 3, domain::CouponKind::Fixed);
    coupon.amount = rows.number(4);
    coupon.percent = int(rows.number(5));
    coupon.cap = rows.optionalNumber(6);
    coupon.performance = optionalIdAt<domain::PerformanceId>(rows, 7);
    coupon.project = optionalIdAt<domain::ProjectId>(rows, 8);
    coupon.from = optionalInstantAt(rows, 9);
    coupon.until = optionalInstantAt(rows, 10);
    coupon.minimumSpend = rows.number(11);
    coupon.quantity = int(rows.number(12));
    coupon.usesPerPerson = int(rows.number(13));
    coupon.deleted = rows.flag(14);
    return coupon;
}

std::vector<CouponRow> couponsOf(Rows rows)
{
    std::vector<CouponRow> found;
    while (rows.next())
        found.push_back({couponAt(rows), rows.number(15), rows.number(16)});
    return found;
}

std::vector<CouponClaim> claimsIn(Rows rows)
{
    std::vector<CouponClaim> found;
    while (rows.next())
        found.push_back({couponAt(rows), int(rows.number(15))});
    return found;
}

std::vector<MassRefundPlan> massRefundsOf(Rows rows)
{
    std::vector<MassRefundPlan> found;
    while (rows.next()) {
        found.push_back({idAt<domain::PerformanceId>(rows, 0), rows.bytes(1), rows.text(2), {rows.number(3)}, rows.number(4), rows.number(5),
                         int(rows.number(6)), int(rows.number(7))});
    }
    return found;
}

QString joined(const std::vector<int>& lines)
{
    QStringList texts;
    for (const int line : lines)
        texts << QString::number(line);
    return texts.join(QLatin1Char(','));
}

std::vector<int> numbersIn(const QString& text)
{
    std::vector<int> numbers;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        numbers.push_back(part.toInt());
    return numbers;
}

} // namespace

std::optional<DrawerDay> BoxOfficeReader::openDrawer(const QString& drawer)
{
    const std::vector<DrawerDay> found
        = drawerDaysOf(m_database.run(ENCORE_DRAWER_DAY "WHERE drawer = ? AND closed_at IS NULL", {textNotNull(drawer)}));
    return found.empty() ? std::nullopt : std::optional<DrawerDay>(found.front());
}

std::vector<DrawerDay> BoxOfficeReader::drawerDays(int limit)
{
    return drawerDaysOf(m_database.run(ENCORE_DRAWER_DAY "ORDER BY number DESC LIMIT ?", {limit}));
}

std::optional<CouponRow> BoxOfficeReader::coupon(domain::CouponId id)
{
    const auto found = couponsOf(m_database.run("SELECT " ENCORE_COUPON_COLUMNS ", c.claimed, c.version FROM coupons c WHERE c.id = ?", {id.bytes()}));
    return found.empty() ? std::nullopt : std::optional<CouponRow>(found.front());
}

std::vector<CouponRow> BoxOfficeReader::coupons()
{
    return couponsOf(m_database.run("SELECT " ENCORE_COUPON_COLUMNS ", c.claimed, c.version FROM coupons c ORDER BY c.deleted, c.name, c.id"));
}

std::vector<CouponClaim> BoxOfficeReader::claimsOf(domain::PersonId person)
{
    return claimsIn(m_database.run("SELECT " ENCORE_COUPON_COLUMNS ", l.used FROM coupon_claims l JOIN coupons c ON c.id = l.coupon_id"
                                   " WHERE l.person_id = ? ORDER BY c.id",
                                   {person.bytes()}));
}

std::optional<CouponClaim> BoxOfficeReader::claim(domain::CouponId coupon, domain::PersonId person)
{
    const auto found = claimsIn(m_database.run("SELECT " ENCORE_COUPON_COLUMNS ", l.used FROM coupon_claims l JOIN coupons c ON c.id = l.coupon_id"
                                               " WHERE l.coupon_id = ? AND l.person_id = ?",
                                               {coupon.bytes(), person.bytes()}));
    return found.empty() ? std::nullopt : std::optional<CouponClaim>(found.front());
}

qint64 BoxOfficeReader::countClaims(domain::CouponId coupon)
{
    Rows rows = m_database.run("SELECT count(*) FROM coupon_claims WHERE coupon_id = ?", {coupon.bytes()});
    return rows.next() ? rows.number(0) : 0;
}

std::optional<MassRefundPlan> BoxOfficeReader::massRefund(const QByteArray& planHash)
{
    const auto found = massRefundsOf(m_database.run(ENCORE_MASS_REFUND "WHERE plan_hash = ?", {planHash}));
    return found.empty() ? std::nullopt : std::optional<MassRefundPlan>(found.front());
}

std::vector<MassRefundPlan> BoxOfficeReader::massRefunds(std::optional<domain::PerformanceId> performance)
{
    return massRefundsOf(m_database.run(ENCORE_MASS_REFUND "WHERE CAST(? AS BLOB) IS NULL OR performance_id = ? ORDER BY decided_at DESC, plan_hash",
                                        {column(performance), column(performance)}));
}

std::vector<MassRefundPlan> BoxOfficeReader::unfinishedMassRefunds()
{
    return massRefundsOf(m_database.run(ENCORE_MASS_REFUND "WHERE steps_done < steps ORDER BY decided_at, plan_hash"));
}

std::vector<MassRefundLine> BoxOfficeReader::massRefundLines(const QByteArray& planHash, int from, int limit)
{
    std::vector<MassRefundLine> found;
    Rows rows = m_database.run("SELECT m.order_id, s.label, m.lines, m.amount, m.result FROM mass_refund_lines m JOIN sales s ON s.id = m.order_id"
                               " WHERE m.plan_hash = ? AND m.position >= ? ORDER BY m.position LIMIT ?",
                               {planHash, from, limit});
    while (rows.next())
        found.push_back({idAt<domain::OrderId>(rows, 0), rows.text(1), numbersIn(rows.text(2)), rows.number(3), rows.text(4)});
    return found;
}

void BoxOfficeWriter::openDay(const DrawerDay& day)
{
    m_database.execute("INSERT INTO drawer_days (number, drawer, day, opened_at, opened_by, opening_float, closed_by)"
                       " SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, '' FROM drawer_days",
                       {day.drawer, day.day.toJulianDay(), day.openedAt.ms, textNotNull(day.openedBy), day.openingFloat});
}

void BoxOfficeWriter::closeDay(const DrawerDay& day)
{
    m_database.execute("UPDATE drawer_days SET closed_at = ?, closed_by = ?, counted = ?, expected = ?, left_inside = ? WHERE number = ?",
                       {column(day.closedAt), textNotNull(day.closedBy), day.counted, day.expected, day.leftInside, day.number});
}

void BoxOfficeWriter::put(const domain::Coupon& coupon)
{
    m_database.execute("INSERT INTO coupons (id, label, name, kind, amount, percent, cap, performance_id, project_id, opens_at, closes_at,"
                       " minimum_spend, quantity, uses_per_person, deleted, claimed, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)"
                       " ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, amount = excluded.amount,"
                       " percent = excluded.percent, cap = excluded.cap, performance_id = excluded.performance_id, project_id = excluded.project_id,"
                       " opens_at = excluded.opens_at, closes_at = excluded.closes_at, minimum_spend = excluded.minimum_spend,"
                       " quantity = excluded.quantity, uses_per_person = excluded.uses_per_person, deleted = excluded.deleted,"
                       " version = excluded.version",
                       {coupon.id.bytes(), coupon.label, textNotNull(coupon.name), domain::enumText(coupon.kind), coupon.amount, coupon.percent,
                        coupon.cap ? QVariant(*coupon.cap) : QVariant(QMetaType::fromType<qint64>()), column(coupon.performance), column(coupon.project),
                        column(coupon.from), column(coupon.until), coupon.minimumSpend, coupon.quantity, coupon.usesPerPerson, coupon.deleted,
                        m_work.nextLogSequence()});
}

void BoxOfficeWriter::addClaim(domain::CouponId coupon, domain::PersonId person, domain::Instant at)
{
    m_database.execute("INSERT INTO coupon_claims (coupon_id, person_id, at, used) VALUES (?, ?, ?, 0)", {coupon.bytes(), person.bytes(), at.ms});
    m_database.execute("UPDATE coupons SET claimed = claimed + 1 WHERE id = ?", {coupon.bytes()});
}

void BoxOfficeWriter::countUse(domain::CouponId coupon, domain::PersonId person, int difference)
{
    m_database.execute("UPDATE coupon_claims SET used = used + ? WHERE coupon_id = ? AND person_id = ?", {difference, coupon.bytes(), person.bytes()});
}

void BoxOfficeWriter::add(const OutgoingMessage& message)
{
    m_database.execute("INSERT INTO messages (number, id, kind, state, order_id, recipient, at, note, due_at)"
                       " SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM messages",
                       {message.id.bytes(), domain::enumText(message.kind), domain::enumText(message.state), column(message.order),
                        message.recipient.toRfc4122(), message.at.ms, textNotNull(message.note), message.at.ms});
}

void BoxOfficeWriter::accept(const MassRefundPlan& plan, const std::vector<MassRefundLine>& lines)
{
    m_database.execute("INSERT INTO mass_refunds (performance_id, plan_hash, reason, decided_at, orders, amount, steps, steps_done)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                       {plan.performance.bytes(), plan.planHash, plan.reason, plan.decidedAt.ms, plan.orders, plan.amount, plan.steps});
    int position = 0;
    for (const MassRefundLine& line : lines) {
        m_database.execute("INSERT INTO mass_refund_lines (plan_hash, position, order_id, lines, amount, result) VALUES (?, ?, ?, ?, ?, '')",
                           {plan.planHash, position++, line.order.bytes(), joined(line.lines), line.amount});
    }
}

void BoxOfficeWriter::markResult(const QByteArray& planHash, int position, const QString& result)
{
    m_database.execute("UPDATE mass_refund_lines SET result = ? WHERE plan_hash = ? AND position = ?", {result, planHash, position});
}

void BoxOfficeWriter::markStepDone(const QByteArray& planHash, int step)
{
    m_database.execute("UPDATE mass_refunds SET steps_done = ? WHERE plan_hash = ?", {step + 1, planHash});
}

} // namespace encore::store
