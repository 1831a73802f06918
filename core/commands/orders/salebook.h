// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guards that a sale, the books, the effects, the tickets and the stock move together: whatever happens to a sale's money happens here.

#include "commands/command.h"
#include "domain/sale.h"
#include "ledger/posting.h"
#include "store/boxoffice.h"
#include "store/effects.h"
#include "store/sales.h"

namespace encore::commands
{

inline const QString mainDrawer = QStringLiteral("main");

/// Who comes on a sale's tickets.
struct Guests {
    store::Contact buyer;
    std::vector<QString> holders; ///< in the order of the tickets; the buyer's name stands where there is none
    bool isGroup = false;
};

class SaleBook
{
public:
    SaleBook(const Context& context, store::UnitOfWork& work);

    [[nodiscard]] store::SaleReader& sales() { return m_sales; }
    [[nodiscard]] store::BoxOfficeWriter& boxOffice() { return m_boxOffice; }

    /// A new sale: its stock is taken, and where nothing is to be paid, or later, its tickets are issued.
    [[nodiscard]] domain::Result<domain::Sale> place(domain::Sale sale, const Guests& guests);
    /// Asks for a payment, or for cash takes it at once.
    [[nodiscard]] domain::Result<domain::Sale> offer(const domain::Sale& sale, const domain::Tender& tender);
    /// The money of tender @p index came in. Where the sale no longer waits for it, it goes back at once.
    [[nodiscard]] domain::Result<domain::Sale> received(const domain::Sale& sale, size_t index, qint64 amount, const QString& transaction);
    [[nodiscard]] domain::Result<domain::Sale> failed(const domain::Sale& sale, size_t index, const QString& reason);
    [[nodiscard]] domain::Sale unknown(const domain::Sale& sale, size_t index);
    /// Cancelled or expired: stock and tickets go, what came in as a part goes back.
    [[nodiscard]] domain::Result<domain::Sale> giveUp(const domain::Sale& sale, domain::OrderAction action, const QString& reason,
                                                      const std::optional<QString>& drawer);
    /// Somebody was admitted on it: it no longer expires, and the money is owed.
    [[nodiscard]] domain::Sale stay(const domain::Sale& sale);
    /// @p drawer absent: nobody is there to hand out cash, so that it becomes a task.
    [[nodiscard]] domain::Result<domain::Sale> refund(const domain::Sale& sale, const std::vector<int>& lines, const QString& reason,
                                                      const std::optional<QString>& drawer);
    [[nodiscard]] domain::Result<domain::Sale> refundAnswered(const domain::Sale& sale, const store::Effect& effect, bool succeeded,
                                                              const QString& reason);
    [[nodiscard]] std::optional<store::Effect> effect(domain::EffectId id) { return m_effects.effect(id); }
    void voidPayment(const domain::Sale& sale, size_t index, qint64 amount);

private:
    [[nodiscard]] domain::Status post(domain::EntryKind kind, const domain::Sale& sale, const AccountAmounts& amounts, const QString& transaction = {});
    void askProvider(store::EffectKind kind, const domain::Sale& sale, size_t index, qint64 amount, const QString& note, bool byHand);
    [[nodiscard]] domain::Result<domain::Sale> complete(const domain::Sale& before, domain::Sale after, size_t index);
    void endCharge(const domain::Sale& sale, size_t index, store::EffectState state, const QString& note);
    [[nodiscard]] domain::Status checkStock(const domain::Sale& sale);
    [[nodiscard]] domain::Status issueTickets(domain::Sale& sale);
    void cancelTickets(const domain::Sale& before, const domain::Sale& after);
    [[nodiscard]] domain::Status giveBack(domain::Sale& sale, const std::vector<domain::RefundPart>& parts, const QString& reason,
                                          const std::optional<QString>& drawer, AccountAmounts& amounts);
    void returnCoupon(const domain::Sale& sale);
    void settleRefund(domain::Sale& sale) const;

    const Context& m_context;
    store::UnitOfWork& m_work;
    store::SaleWriter m_sales;
    store::BoxOfficeWriter m_boxOffice;
    store::LedgerWriter m_ledger;
    store::EffectWriter m_effects;
    int m_effectsMade = 0;
};

/// Where the money of a tender stands in the books.
[[nodiscard]] domain::Account accountOf(const domain::Tender& tender);

} // namespace encore::commands
