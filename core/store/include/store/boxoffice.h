// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Drawers, coupons, messages that wait to be sent, and mass refunds.

#include "domain/coupon.h"
#include "store/unitofwork.h"

namespace encore::store
{

/// A drawer from its opening until it is counted.
struct DrawerDay {
    qint64 number = 0;
    QString drawer;
    QDate day; ///< the business day
    domain::Instant openedAt;
    QString openedBy;
    qint64 openingFloat = 0; ///< minor units
    std::optional<domain::Instant> closedAt;
    QString closedBy;
    qint64 counted = 0; ///< from when it is closed
    qint64 expected = 0;
    qint64 leftInside = 0;
};

struct CouponRow {
    domain::Coupon coupon;
    qint64 claimed = 0;
    qint64 version = 0;
};

struct CouponClaim {
    domain::Coupon coupon;
    int used = 0;
};

enum class MessageKind { Tickets, Refund, Dispatched, Test };
enum class MessageState { Waiting, Sent, Failed };

/// A letter to somebody, before it is written: what it is about. The address is looked up when it is sent.
struct OutgoingMessage {
    domain::MessageId id;
    MessageKind kind = MessageKind::Tickets;
    MessageState state = MessageState::Waiting;
    std::optional<domain::OrderId> order;
    QUuid recipient; ///< whose contact it goes to
    domain::Instant at;
    QString note; ///< what the letter is written from beside: why money goes back, which dispatch
};

struct MassRefundLine {
    domain::OrderId order;
    QString orderLabel;
    std::vector<int> lines; ///< of the order, from 1
    qint64 amount = 0;
    QString result; ///< empty: not carried out yet; done, or the reason why not
};

struct MassRefundPlan {
    domain::PerformanceId performance;
    QByteArray planHash;
    QString reason;
    domain::Instant decidedAt;
    qint64 orders = 0;
    qint64 amount = 0;
    int steps = 0;
    int stepsDone = 0;
};

class BoxOfficeReader
{
public:
    explicit BoxOfficeReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] std::optional<DrawerDay> openDrawer(const QString& drawer);
    [[nodiscard]] std::vector<DrawerDay> drawerDays(int limit); ///< newest first

    [[nodiscard]] std::optional<CouponRow> coupon(domain::CouponId id);
    [[nodiscard]] std::vector<CouponRow> coupons(); ///< by name, deleted ones last
    [[nodiscard]] std::vector<CouponClaim> claimsOf(domain::PersonId person);
    [[nodiscard]] std::optional<CouponClaim> claim(domain::CouponId coupon, domain::PersonId person);
    [[nodiscard]] qint64 countClaims(domain::CouponId coupon);

    [[nodiscard]] std::optional<MassRefundPlan> massRefund(const QByteArray& planHash);
    [[nodiscard]] std::vector<MassRefundPlan> massRefunds(std::optional<domain::PerformanceId> performance); ///< newest first
    [[nodiscard]] std::vector<MassRefundPlan> unfinishedMassRefunds();
    [[nodiscard]] std::vector<MassRefundLine> massRefundLines(const QByteArray& planHash, int from, int limit); ///< by position

protected:
    Database& m_database;
};

class BoxOfficeWriter final : public BoxOfficeReader
{
public:
    explicit BoxOfficeWriter(UnitOfWork& work) : BoxOfficeReader(work.reader()), m_work(work) { }

    void openDay(const DrawerDay& day);
    void closeDay(const DrawerDay& day);
    void put(const domain::Coupon& coupon);
    void addClaim(domain::CouponId coupon, domain::PersonId person, domain::Instant at);
    void countUse(domain::CouponId coupon, domain::PersonId person, int difference);
    void add(const OutgoingMessage& message);
    void accept(const MassRefundPlan& plan, const std::vector<MassRefundLine>& lines);
    void markResult(const QByteArray& planHash, int position, const QString& result);
    void markStepDone(const QByteArray& planHash, int step);

private:
    UnitOfWork& m_work;
};

} // namespace encore::store

namespace encore::domain
{
template<>
std::span<const EnumName<store::MessageKind>> enumNames();
template<>
std::span<const EnumName<store::MessageState>> enumNames();
} // namespace encore::domain
