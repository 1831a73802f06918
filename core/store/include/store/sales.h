// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Offers and sales in the store. Guards the counted stock: what is sold of an offer changes only in put(), by the difference between a sale
// before and after.

#include "domain/sale.h"
#include "store/campaigns.h"

namespace encore::store
{

struct SaleFilter {
    std::optional<domain::OrderState> state;
    std::optional<domain::PerformanceId> performance; ///< with a line for it
    QString text; ///< words that begin words of the label, the buyer, the guest list; empty: all
    int limit = 100;
    int offset = 0;
};

/// A sale for a list: without lines and tenders.
struct SaleRow {
    domain::Sale sale;
    qint64 payable = 0; ///< minor units
    qint64 received = 0;
    qint64 refunded = 0;
    qint64 refundOwed = 0; ///< decided; refunded or not
    qint64 units = 0;
    QString titles; ///< of its lines, each once
    Contact buyer;
};

class SaleReader
{
public:
    explicit SaleReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] std::optional<domain::Offer> offer(domain::OfferId id);
    [[nodiscard]] std::vector<domain::Offer> offers(); ///< by position and title
    [[nodiscard]] qint64 countSold(domain::OfferId id); ///< units anew, from the sales that keep them

    [[nodiscard]] std::optional<domain::Sale> sale(domain::OrderId id);
    [[nodiscard]] std::vector<SaleRow> sales(const SaleFilter& filter); ///< newest first
    [[nodiscard]] std::vector<qint64> saleHistory(domain::OrderId id); ///< sequences in the log, newest first
    [[nodiscard]] std::vector<domain::OrderId> dueToExpire(domain::Instant now, int limit);
    /// Paid orders with a line for this performance that stands, by number.
    [[nodiscard]] std::vector<domain::OrderId> standingFor(domain::PerformanceId id);
    [[nodiscard]] std::vector<domain::OrderId> allSales(); ///< by number

protected:
    Database& m_database;
};

class SaleWriter final : public SaleReader
{
public:
    explicit SaleWriter(UnitOfWork& work) : SaleReader(work.reader()), m_work(work) { }

    void put(domain::Offer offer);
    /// @p before is what stands in the store (absent: a new one).
    void put(const std::optional<domain::Sale>& before, domain::Sale after);
    /// Makes a new sale findable by its buyer.
    void index(const domain::Sale& sale, const Contact& buyer);

private:
    void countSold(const std::optional<domain::Sale>& before, const domain::Sale& after);

    UnitOfWork& m_work;
};

} // namespace encore::store
