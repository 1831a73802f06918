// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/codec/json.h"
#include "payment/clockwork.h"
#include "store/boxoffice.h"
#include "store/ledgerbook.h"
#include "store/sales.h"
#include "support/desk.h"

#include <QTest>

namespace encore::tests
{

/// A box office on the evening of a performance: an open drawer with 100,000 won in it, and tickets at 60,000, 33,333 and 12,345.
class SalesDesk : public support::TestDesk
{
public:
    static constexpr domain::Instant now{1'795'168'800'000}; // 2026-11-20T19:00:00+09:00

    SalesDesk()
    {
        QCOMPARE(give("SchedulePerformance", R"({"label":"gala","title":"봄 공연","starts_at":"2026-12-24T19:00:00+09:00","doors_at":"2026-12-24T18:00:00+09:00"})"),
                 QByteArray());
        offer("standing", 60'000);
        offer("balcony", 33'333);
        offer("late", 12'345);
        QCOMPARE(give("OpenDay", R"({"float":100000})"), QByteArray());
    }

    /// The refusal's message id, or nothing where it was done.
    QByteArray give(const char* name, const QByteArray& arguments, domain::Instant at)
    {
        commands::CommandRequest request;
        request.name = name;
        request.arguments = arguments;
        request.occurredAt = at;
        request.actor = owner;
        last = executor->run(request);
        return last->ok() ? QByteArray() : last->error().message.id;
    }
    QByteArray give(const char* name, const QByteArray& arguments) { return give(name, arguments, now); }

    void offer(const QByteArray& label, qint64 price, const QByteArray& more = {})
    {
        QCOMPARE(give("CreateOffer", "{\"label\":\"" + label + "\",\"title\":\"" + label + "\",\"performance_id\":\"gala\",\"price\":" + QByteArray::number(price)
                          + (more.isEmpty() ? QByteArray() : "," + more) + "}"),
                 QByteArray());
    }
    /// The label of the new order; empty: it was refused.
    QByteArray place(const QByteArray& offer, int quantity = 1, const QByteArray& more = {})
    {
        const QByteArray done = give("PlaceOrder", "{\"lines\":[{\"offer_id\":\"" + offer + "\",\"quantity\":" + QByteArray::number(quantity) + "}]"
                                                       + (more.isEmpty() ? QByteArray() : "," + more) + "}");
        return done.isEmpty() ? text("label") : QByteArray();
    }
    QByteArray pay(const QByteArray& order, const QByteArray& tender)
    {
        return give("PayOrder", "{\"order_id\":\"" + order + "\",\"tenders\":[" + tender + "]}");
    }
    QByteArray sellForCash(const QByteArray& offer, int quantity = 1, const QByteArray& more = {})
    {
        const QByteArray order = place(offer, quantity, more);
        const QByteArray paid = pay(order, R"({"kind":"cash"})");
        return paid.isEmpty() ? order : paid;
    }

    /// What the last command made.
    [[nodiscard]] QByteArray text(const char* member) const { return made()[member].GetString(); }
    [[nodiscard]] qint64 number(const char* member) const { return made()[member].GetInt64(); }
    [[nodiscard]] commands::JsonDocument made() const
    {
        auto parsed = commands::parseJson((*last)->json);
        Q_ASSERT(parsed.ok());
        return std::move(parsed).value();
    }

    [[nodiscard]] domain::OrderId orderId(const QByteArray& label) const { return id<domain::OrderId>(label); }
    template<class Id>
    [[nodiscard]] Id id(const QByteArray& label) const
    {
        return domain::idForExternal<Id>(workspace->record().id, QString::fromLatin1(label));
    }
    [[nodiscard]] domain::Sale sale(const QByteArray& label) { return *store::SaleReader(reader()).sale(orderId(label)); }
    [[nodiscard]] domain::Offer offerNow(const QByteArray& label) { return *store::SaleReader(reader()).offer(id<domain::OfferId>(label)); }
    [[nodiscard]] qint64 balance(const domain::Account& account) { return store::LedgerReader(reader()).balance(account, domain::Currency::krw()); }
    [[nodiscard]] qint64 balance(domain::AccountKind kind) { return balance(domain::Account::of(kind)); }
    [[nodiscard]] qint64 drawer() { return balance(domain::Account::drawer(QStringLiteral("main"))); }
    [[nodiscard]] std::vector<store::Effect> tasks() { return store::EffectReader(reader()).tasks(1'000); }

    payment::WorkDone work(domain::Instant at = now)
    {
        const auto done = payment::standaloneWorker().run(*executor, owner, at);
        return done ? *done : payment::WorkDone{-1, -1, -1, -1};
    }

    std::optional<domain::Result<commands::Outcome>> last;
};

} // namespace encore::tests
