// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/paperpdf.h"

#include "raster/codeimage.h"

#include <QBuffer>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

#include <map>

namespace encore::raster
{
namespace
{

using domain::Language;
using domain::message;

constexpr double margin = 20; // points
constexpr double receiptWidth = 226.8; // 80 mm
constexpr double receiptMargin = 10;
constexpr double receiptRow = 14;

QFont font(double points, bool bold)
{
    QFont made;
    made.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK KR"), QStringLiteral("DejaVu Sans")});
    made.setPixelSize(int(points));
    made.setBold(bold);
    return made;
}

QString say(const char* id, Language language)
{
    return words(message(id), language);
}

QString amountText(qint64 minor, const domain::Currency& currency)
{
    const QString plain = domain::plainText({minor < 0 ? -minor : minor, currency});
    const QStringList parts = plain.split(u'.');
    QString digits = QLocale(QLocale::English).toString(parts.first().toLongLong());
    if (parts.size() > 1)
        digits += u'.' + parts.last();
    return (minor < 0 ? QStringLiteral("-") : QString()) + digits + u' ' + currency.code();
}

/// Rows of a receipt: what and how much; an empty pair is a rule.
struct Row {
    QString what;
    QString amount;
    bool isBold = false;
};

std::vector<Row> rowsOf(const domain::ReceiptPaper& paper, Language language)
{
    const domain::Sale& sale = paper.sale;
    std::vector<Row> rows;
    std::vector<std::pair<QString, std::pair<int, qint64>>> titles; // in the order of the sale
    qint64 vat = 0;
    for (const domain::SaleLine& line : sale.lines) {
        vat += line.vat;
        if (titles.empty() || titles.back().first != line.title)
            titles.push_back({line.title, {0, 0}});
        ++titles.back().second.first;
        titles.back().second.second += line.price;
    }
    for (const auto& [title, sum] : titles)
        rows.push_back({QString::number(sum.first) + QStringLiteral(" × ") + title, amountText(sum.second, sale.currency)});
    if (sale.discount() > 0)
        rows.push_back({say("paper.discount", language), amountText(-sale.discount(), sale.currency)});
    rows.push_back({});
    rows.push_back({say("paper.total", language), amountText(sale.payable(), sale.currency), true});
    rows.push_back({say("paper.vat", language), amountText(vat, sale.currency)});
    for (const domain::Tender& tender : sale.tenders) {
        if (tender.state != domain::TenderState::Succeeded)
            continue;
        rows.push_back({words(messageFor("paper.tender.", tender.kind), language), amountText(tender.amount, sale.currency)});
        if (tender.rounding > 0)
            rows.push_back({say("paper.rounding", language), amountText(tender.rounding, sale.currency)});
        if (tender.given > tender.amount)
            rows.push_back({say("paper.change", language), amountText(tender.given - tender.amount, sale.currency)});
        if (tender.refunded > 0)
            rows.push_back({say("paper.refunded", language), amountText(-tender.refunded, sale.currency)});
    }
    if (sale.state == domain::OrderState::AwaitingPayment)
        rows.push_back({say("paper.open", language), amountText(sale.open(), sale.currency), true});
    return rows;
}

/// @p size in points.
template<class Paint>
QByteArray pdfOf(const QSizeF& size, size_t pages, const Paint& paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(size, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(QStringLiteral("Encore"));
    QPainter painter(&writer);
    const double dotsPerPoint = writer.resolution() / 72.0;
    painter.scale(dotsPerPoint, dotsPerPoint);
    for (size_t page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        paint(painter, page);
    }
    painter.end();
    return bytes;
}

} // namespace

QSizeF ticketSize()
{
    return {297.6, 419.5};
}

domain::Status paintTicket(QPainter& painter, const domain::TicketPaper& paper, Language language)
{
    const auto code = qrImage(paper.code, 8);
    if (!code)
        return code.error();
    const double width = ticketSize().width() - 2 * margin;
    double y = margin;
    const auto line = [&](const QString& text, double points, bool bold, int most) {
        if (text.isEmpty())
            return;
        painter.setFont(font(points, bold));
        const QRectF room(margin, y, width, points * 1.4 * most);
        QRectF used;
        painter.drawText(room, Qt::AlignLeft | Qt::TextWordWrap, text, &used);
        y += std::min(used.height(), room.height()) + 4;
    };
    painter.setPen(Qt::black);
    line(paper.performance, 20, true, 2);
    line(paper.startsAt ? domain::wallClockText(*paper.startsAt, paper.zone) : QString(), 12, false, 1);
    const bool isGroup = paper.people > 1;
    const QString group = isGroup ? words(message("paper.group").with("people", paper.people), language) : QString();
    line(group, 16, true, 1);
    const QString products = paper.products.join(QStringLiteral(", "));
    line(paper.seat.isEmpty() ? products : products + QStringLiteral("  ·  ") + paper.seat, 14, true, isGroup ? 2 : 1);
    line(paper.holder, 12, false, 1);
    if (paper.isUnpaid)
        line(say("paper.unpaid", language), 12, true, 1);
    const double side = std::min(width, ticketSize().height() - margin - y - 30);
    painter.drawImage(QRectF((ticketSize().width() - side) / 2, y, side, side), *code);
    painter.setFont(font(9, false));
    painter.drawText(QRectF(margin, ticketSize().height() - margin - 14, width, 14), Qt::AlignLeft | Qt::AlignBottom, paper.order);
    painter.drawText(QRectF(margin, ticketSize().height() - margin - 14, width, 14), Qt::AlignRight | Qt::AlignBottom,
                     isGroup ? say("paper.group_admits", language) : say("paper.once", language));
    return domain::done();
}

domain::Result<QByteArray> ticketPdf(const std::vector<domain::TicketPaper>& papers, Language language)
{
    Q_ASSERT(!papers.empty());
    domain::Status painted = domain::done();
    const QByteArray bytes = pdfOf(ticketSize(), papers.size(), [&](QPainter& painter, size_t page) {
        if (painted)
            painted = paintTicket(painter, papers[page], language);
    });
    if (!painted)
        return painted.error();
    return bytes;
}

QSizeF receiptSize(const domain::ReceiptPaper& paper)
{
    constexpr double headAndFoot = 110;
    return {receiptWidth, headAndFoot + receiptRow * double(rowsOf(paper, Language::English).size())};
}

void paintReceipt(QPainter& painter, const domain::ReceiptPaper& paper, Language language)
{
    const double width = receiptWidth - 2 * receiptMargin;
    double y = receiptMargin;
    const auto cell = [&](const QString& text, double points, bool bold, int alignment) {
        painter.setFont(font(points, bold));
        painter.drawText(QRectF(receiptMargin, y, width, points * 1.5), alignment | int(Qt::AlignVCenter),
                         QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width));
    };
    painter.setPen(Qt::black);
    cell(paper.house, 14, true, Qt::AlignHCenter);
    y += 22;
    cell(say("paper.receipt", language) + u' ' + paper.sale.label, 10, false, Qt::AlignHCenter);
    y += receiptRow;
    constexpr qint64 minuteMs = 60'000;
    cell(domain::wallClockText({paper.sale.placedAt.ms / minuteMs * minuteMs}, paper.zone), 9, false, Qt::AlignHCenter);
    y += 20;
    for (const Row& row : rowsOf(paper, language)) {
        if (row.what.isEmpty()) {
            painter.drawLine(QPointF(receiptMargin, y + receiptRow / 2), QPointF(receiptMargin + width, y + receiptRow / 2));
        } else {
            painter.setFont(font(10, row.isBold));
            const double amountWidth = QFontMetricsF(painter.font()).horizontalAdvance(row.amount) + 6;
            painter.drawText(QRectF(receiptMargin, y, width - amountWidth, receiptRow), Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetricsF(painter.font()).elidedText(row.what, Qt::ElideRight, width - amountWidth));
            painter.drawText(QRectF(receiptMargin, y, width, receiptRow), Qt::AlignRight | Qt::AlignVCenter, row.amount);
        }
        y += receiptRow;
    }
    y += receiptRow / 2;
    cell(say("paper.thanks", language), 9, false, Qt::AlignHCenter);
}

QByteArray receiptPdf(const domain::ReceiptPaper& paper, Language language)
{
    return pdfOf(receiptSize(paper), 1, [&](QPainter& painter, size_t) { paintReceipt(painter, paper, language); });
}

namespace
{

constexpr size_t thingsAPage = 12;

/// @p first: of the things on this page.
void paintPacking(QPainter& painter, const domain::PackingPaper& paper, size_t first, Language language)
{
    const double width = ticketSize().width() - 2 * margin;
    double y = margin;
    const auto line = [&](const QString& text, double points, bool bold, const QString& right = {}) {
        painter.setFont(font(points, bold));
        const double room = right.isEmpty() ? width : width - QFontMetricsF(painter.font()).horizontalAdvance(right) - 8;
        const QRectF row(margin, y, width, points * 1.5);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, room));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, right);
        y += points * 1.5;
    };
    painter.setPen(Qt::black);
    line(paper.house, 10, false, paper.pledge);
    y += 6;
    for (const QString& part : paper.address)
        line(part, 13, true);
    if (!paper.note.isEmpty())
        line(paper.note, 10, false);
    y += 6;
    painter.drawLine(QPointF(margin, y), QPointF(margin + width, y));
    y += 6;
    line(say("paper.packing", language), 10, false);
    for (size_t i = first; i < std::min(paper.items.size(), first + thingsAPage); ++i)
        line(paper.items[i].first, 12, false, QStringLiteral("× ") + QString::number(paper.items[i].second));
}

} // namespace

QByteArray packingPdf(const std::vector<domain::PackingPaper>& papers, Language language)
{
    std::vector<std::pair<size_t, size_t>> pages; // paper, first of its things
    for (size_t paper = 0; paper < papers.size(); ++paper) {
        for (size_t first = 0; first == 0 || first < papers[paper].items.size(); first += thingsAPage)
            pages.emplace_back(paper, first);
    }
    return pdfOf(ticketSize(), pages.size(), [&](QPainter& painter, size_t page) {
        paintPacking(painter, papers[pages[page].first], pages[page].second, language);
    });
}

} // namespace encore::raster
