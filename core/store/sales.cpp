// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sales.h"

#include "rowmapping.h"
#include "searchterms.h"

#include <map>

namespace encore::store
{

namespace
{

#define ENCORE_OFFER_COLUMNS                                                                                                     \
    "id, label, title, kind, price, performance_id, product_id, variation_id, quantity_limit, opens_at, closes_at, closed,"      \
    " position, sold, version"
#define ENCORE_SALE_COLUMNS                                                                                                      \
    "s.id, s.label, s.state, s.currency, s.coupon_id, s.buyer, s.pay_later, s.placed_at, s.due_at, s.sold_by, s.reason,"         \
    " s.guest_list, s.request_hash, s.version"

domain::Offer offerAt(const Rows& rows)
{
    domain::Offer offer;
    offer.id = idAt<domain::OfferId>(rows, 0);
    offer.label = rows.text(1);
    offer.title = rows.text(2);
    offer.kind = enumAt(rows, 3, domain::OfferKind::Fee);
    offer.price = rows.number(4);
    offer.performance = optionalIdAt<domain::PerformanceId>(rows, 5);
    offer.product = optionalIdAt<domain::ProductId>(rows, 6);
    offer.variation = optionalIdAt<domain::VariationId>(rows, 7);
    offer.limit = optionalIntAt(rows, 8);
    offer.from = optionalInstantAt(rows, 9);
    offer.until = optionalInstantAt(rows, 10);
    offer.closed = rows.flag(11);
    offer.position = int(rows.number(12));
    offer.sold = rows.number(13);
    offer.version = rows.number(14);
    return offer;
}

/// Without its lines and tenders.
domain::Sale saleAt(const Rows& rows)
{
    domain::Sale sale;
    sale.id = idAt<domain::OrderId>(rows, 0);
    sale.label = rows.text(1);
    sale.state = enumAt(rows, 2, domain::OrderState::Cancelled);
    if (const auto currency = domain::Currency::fromCode(rows.text(3)))
        sale.currency = *currency;
    sale.coupon = optionalIdAt<domain::CouponId>(rows, 4);
    sale.buyer = optionalIdAt<domain::PersonId>(rows, 5);
    sale.payLater = rows.flag(6);
    sale.placedAt = {rows.number(7)};
    sale.dueAt = optionalInstantAt(rows, 8);
    sale.soldBy = rows.text(9);
    sale.reason = rows.text(10);
    sale.guestList = rows.text(11);
    sale.requestHash = rows.bytes(12);
    sale.version = rows.number(13);
    return sale;
}

std::vector<domain::SaleLine> linesOf(Database& database, domain::OrderId id)
{
    std::vector<domain::SaleLine> lines;
    Rows rows = database.run("SELECT offer_id, title, price, discount, vat, ticket_id, state FROM sale_lines WHERE order_id = ? ORDER BY line",
                             {id.bytes()});
    while (rows.next()) {
        lines.push_back({idAt<domain::OfferId>(rows, 0), rows.text(1), rows.number(2), rows.number(3), rows.number(4),
                         optionalIdAt<domain::TicketId>(rows, 5), enumAt(rows, 6, domain::LineState::Refunded)});
    }
    return lines;
}

std::vector<domain::Tender> tendersOf(Database& database, domain::OrderId id)
{
    std::vector<domain::Tender> tenders;
    Rows rows = database.run("SELECT kind, state, provider, amount, rounding, given, payment_method, provider_transaction, refund_owed, refunded,"
                             " at FROM tenders WHERE order_id = ? ORDER BY tender",
                             {id.bytes()});
    while (rows.next()) {
        tenders.push_back({enumAt(rows, 0, domain::TenderKind::Transfer), enumAt(rows, 1, domain::TenderState::Unknown), rows.text(2),
                           rows.number(3), rows.number(4), rows.number(5), rows.text(6), rows.text(7), rows.number(8), rows.number(9),
                           {rows.number(10)}});
    }
    return tenders;
}

std::vector<domain::OrderId> idsOf(Rows rows)
{
    std::vector<domain::OrderId> ids;
    while (rows.next())
        ids.push_back(idAt<domain::OrderId>(rows, 0));
    return ids;
}

/// How many units of each offer a sale keeps.
std::map<domain::OfferId, qint64> unitsOf(const std::optional<domain::Sale>& sale)
{
    std::map<domain::OfferId, qint64> units;
    if (!sale || !domain::holdsStock(sale->state))
        return units;
    for (const domain::SaleLine& line : sale->lines) {
        if (line.state == domain::LineState::Standing)
            ++units[line.offer];
    }
    return units;
}

} // namespace

std::optional<domain::Offer> SaleReader::offer(domain::OfferId id)
{
    Rows rows = m_database.run("SELECT " ENCORE_OFFER_COLUMNS " FROM offers WHERE id = ?", {id.bytes()});
    return rows.next() ? std::optional<domain::Offer>(offerAt(rows)) : std::nullopt;
}

std::vector<domain::Offer> SaleReader::offers()
{
    std::vector<domain::Offer> found;
    Rows rows = m_database.run("SELECT " ENCORE_OFFER_COLUMNS " FROM offers ORDER BY position, title, id");
    while (rows.next())
        found.push_back(offerAt(rows));
    return found;
}

qint64 SaleReader::countSold(domain::OfferId id)
{
    qint64 units = 0;
    Rows rows = m_database.run("SELECT s.state FROM sale_lines l JOIN sales s ON s.id = l.order_id WHERE l.offer_id = ? AND l.state = 'standing'",
                               {id.bytes()});
    while (rows.next())
        units += domain::holdsStock(enumAt(rows, 0, domain::OrderState::Cancelled));
    return units;
}

std::optional<domain::Sale> SaleReader::sale(domain::OrderId id)
{
    Rows rows = m_database.run("SELECT " ENCORE_SALE_COLUMNS " FROM sales s WHERE s.id = ?", {id.bytes()});
    if (!rows.next())
        return std::nullopt;
    domain::Sale sale = saleAt(rows);
    sale.lines = linesOf(m_database, id);
    sale.tenders = tendersOf(m_database, id);
    return sale;
}

std::vector<SaleRow> SaleReader::sales(const SaleFilter& filter)
{
    QString where = QStringLiteral(" WHERE true");
    QVariantList values;
    if (filter.state) {
        where += QStringLiteral(" AND s.state = ?");
        values << domain::enumText(*filter.state);
    }
    if (filter.performance) {
        where += QStringLiteral(" AND s.id IN (SELECT l.order_id FROM sale_lines l JOIN offers o ON o.id = l.offer_id WHERE o.performance_id = ?)");
        values << filter.performance->bytes();
    }
    if (!filter.text.isEmpty()) {
        const QString terms = prefixTerms(filter.text.left(200));
        where += QStringLiteral(" AND s.number IN (SELECT rowid FROM sale_search WHERE sale_search MATCH ?)");
        values << (terms.isEmpty() ? QStringLiteral("\"\"") : terms);
    }
    // The page first, then what belongs to its rows: otherwise every sale's lines would be counted for a page of a hundred.
    const QString sql = QStringLiteral("WITH page AS (SELECT * FROM sales s") + where
        + QStringLiteral(" ORDER BY s.placed_at DESC, s.number DESC LIMIT ? OFFSET ?) SELECT " ENCORE_SALE_COLUMNS
                         ", s.payable, coalesce(c.name, ''), coalesce(c.email, ''),"
                         " (SELECT coalesce(sum(amount), 0) FROM tenders t WHERE t.order_id = s.id AND t.state = 'succeeded'),"
                         " (SELECT coalesce(sum(refunded), 0) FROM tenders t WHERE t.order_id = s.id),"
                         " (SELECT coalesce(sum(refund_owed), 0) FROM tenders t WHERE t.order_id = s.id),"
                         " (SELECT count(*) FROM sale_lines l WHERE l.order_id = s.id),"
                         " (SELECT group_concat(title, ', ') FROM (SELECT title FROM sale_lines l WHERE l.order_id = s.id GROUP BY title ORDER BY min(line) LIMIT 4) first)"
                         " FROM page s LEFT JOIN contacts c ON c.owner = s.id ORDER BY s.placed_at DESC, s.number DESC");
    values << filter.limit << filter.offset;
    std::vector<SaleRow> found;
    Rows rows = m_database.run(sql, values);
    while (rows.next()) {
        found.push_back({saleAt(rows), rows.number(14), rows.number(17), rows.number(18), rows.number(19), rows.number(20), rows.text(21),
                         {rows.text(15), rows.text(16)}});
    }
    return found;
}

std::vector<qint64> SaleReader::saleHistory(domain::OrderId id)
{
    std::vector<qint64> found;
    Rows rows = m_database.run("SELECT log_sequence FROM sale_history WHERE order_id = ? ORDER BY log_sequence DESC", {id.bytes()});
    while (rows.next())
        found.push_back(rows.number(0));
    return found;
}

std::vector<domain::OrderId> SaleReader::dueToExpire(domain::Instant now, int limit)
{
    return idsOf(m_database.run("SELECT id FROM sales WHERE state = 'awaiting_payment' AND due_at <= ? ORDER BY due_at, number LIMIT ?", {now.ms, limit}));
}

std::vector<domain::OrderId> SaleReader::standingFor(domain::PerformanceId id)
{
    return idsOf(m_database.run("SELECT s.id FROM sales s WHERE s.state IN ('paid', 'partly_refunded') AND s.id IN (SELECT l.order_id FROM sale_lines l"
                                " JOIN offers o ON o.id = l.offer_id WHERE o.performance_id = ? AND l.state = 'standing') ORDER BY s.number",
                                {id.bytes()}));
}

std::vector<domain::OrderId> SaleReader::allSales()
{
    return idsOf(m_database.run("SELECT id FROM sales ORDER BY number"));
}

void SaleWriter::put(domain::Offer offer)
{
    offer.version = m_work.nextLogSequence();
    // sold belongs to the sales: countSold() moves it.
    m_database.execute("INSERT INTO offers (" ENCORE_OFFER_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (id) DO UPDATE SET title = excluded.title, price = excluded.price, quantity_limit = excluded.quantity_limit,"
                       " opens_at = excluded.opens_at, closes_at = excluded.closes_at, closed = excluded.closed, position = excluded.position,"
                       " version = excluded.version",
                       {offer.id.bytes(), offer.label, textNotNull(offer.title), domain::enumText(offer.kind), offer.price,
                        column(offer.performance), column(offer.product), column(offer.variation), column(offer.limit), column(offer.from),
                        column(offer.until), offer.closed, offer.position, offer.sold, offer.version});
}

void SaleWriter::put(const std::optional<domain::Sale>& before, domain::Sale after)
{
    Q_ASSERT(!before || before->id == after.id);
    after.version = m_work.nextLogSequence();
    if (before) {
        m_database.execute("UPDATE sales SET state = ?, due_at = ?, payable = ?, version = ? WHERE id = ?",
                           {domain::enumText(after.state), column(after.dueAt), after.payable(), after.version, after.id.bytes()});
    } else {
        m_database.execute("INSERT INTO sales (number, id, label, state, currency, coupon_id, buyer, pay_later, placed_at, due_at, sold_by, reason,"
                           " guest_list, request_hash, payable, version) SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                           " FROM sales",
                           {after.id.bytes(), after.label, domain::enumText(after.state), after.currency.code(), column(after.coupon),
                            column(after.buyer), after.payLater, after.placedAt.ms, column(after.dueAt), textNotNull(after.soldBy),
                            textNotNull(after.reason), textNotNull(after.guestList), after.requestHash, after.payable(), after.version});
    }
    for (size_t i = 0; i < after.lines.size(); ++i) {
        const domain::SaleLine& line = after.lines[i];
        if (before && before->lines[i] == line)
            continue;
        m_database.execute("INSERT INTO sale_lines (order_id, line, offer_id, title, price, discount, vat, ticket_id, state)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (order_id, line) DO UPDATE SET offer_id = excluded.offer_id,"
                           " title = excluded.title, price = excluded.price, discount = excluded.discount, vat = excluded.vat,"
                           " ticket_id = excluded.ticket_id, state = excluded.state",
                           {after.id.bytes(), int(i) + 1, line.offer.bytes(), textNotNull(line.title), line.price, line.discount, line.vat,
                            column(line.ticket), domain::enumText(line.state)});
    }
    for (size_t i = 0; i < after.tenders.size(); ++i) {
        const domain::Tender& tender = after.tenders[i];
        if (before && i < before->tenders.size() && before->tenders[i] == tender)
            continue;
        m_database.execute("INSERT INTO tenders (order_id, tender, kind, state, provider, amount, rounding, given,"
                           " payment_method, provider_transaction, refund_owed, refunded, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                           " ON CONFLICT (order_id, tender) DO UPDATE SET kind = excluded.kind, state = excluded.state, provider = excluded.provider,"
                           " amount = excluded.amount, rounding = excluded.rounding, given = excluded.given, payment_method = excluded.payment_method,"
                           " provider_transaction = excluded.provider_transaction, refund_owed = excluded.refund_owed, refunded = excluded.refunded,"
                           " at = excluded.at",
                           {after.id.bytes(), int(i) + 1, domain::enumText(tender.kind), domain::enumText(tender.state),
                            textNotNull(tender.provider), tender.amount, tender.rounding, tender.given, textNotNull(tender.method), textNotNull(tender.transaction),
                            tender.refundOwed, tender.refunded, tender.at.ms});
    }
    countSold(before, after);
    m_database.execute("INSERT OR IGNORE INTO sale_history (order_id, log_sequence) VALUES (?, ?)", {after.id.bytes(), after.version});
}

void SaleWriter::countSold(const std::optional<domain::Sale>& before, const domain::Sale& after)
{
    std::map<domain::OfferId, qint64> difference = unitsOf(after);
    for (const auto& [offer, units] : unitsOf(before))
        difference[offer] -= units;
    for (const auto& [offer, units] : difference) {
        if (units != 0)
            m_database.execute("UPDATE offers SET sold = sold + ? WHERE id = ?", {units, offer.bytes()});
    }
}

void SaleWriter::index(const domain::Sale& sale, const Contact& buyer)
{
    m_database.execute("INSERT INTO sale_search (rowid, label, name, email, guest_list) SELECT number, ?, ?, ?, ? FROM sales WHERE id = ?",
                       {sale.label, textNotNull(buyer.name), textNotNull(buyer.email), textNotNull(sale.guestList), sale.id.bytes()});
}

} // namespace encore::store
