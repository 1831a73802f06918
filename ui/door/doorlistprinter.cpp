// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorlistprinter.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>

namespace encore::ui
{
namespace
{
struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(encore::ui::DoorListSheet)
};

// Lengths in points; the painter is scaled to them.
constexpr double rowHeight = 20;
constexpr double headHeight = 64;
constexpr double footHeight = 24;

QFont printFont(double points, bool bold)
{
    QFont font;
    font.setPixelSize(int(points));
    font.setBold(bold);
    return font;
}

class Sheet
{
public:
    Sheet(const DoorListSheet& sheet, QPainter& painter, const QSizeF& page) : m_sheet(sheet), m_painter(painter), m_page(page)
    {
        m_rowsPerPage = std::max(1, int((page.height() - headHeight - footHeight) / rowHeight));
        m_pages = std::max(1, (int(sheet.rows.size()) + m_rowsPerPage - 1) / m_rowsPerPage);
    }
    [[nodiscard]] int pages() const { return m_pages; }

    void paintPage(int page) const
    {
        paintHead();
        const int first = page * m_rowsPerPage;
        const int last = std::min(first + m_rowsPerPage, int(m_sheet.rows.size()));
        for (int row = first; row < last; ++row)
            paintRow(m_sheet.rows.at(size_t(row)), headHeight + (row - first) * rowHeight);
        m_painter.setFont(printFont(9, false));
        m_painter.drawText(QRectF(0, m_page.height() - footHeight, m_page.width(), footHeight), Qt::AlignRight | Qt::AlignBottom,
                           ListWords::tr("Page %1 of %2").arg(page + 1).arg(m_pages));
        m_painter.drawText(QRectF(0, m_page.height() - footHeight, m_page.width(), footHeight), Qt::AlignLeft | Qt::AlignBottom,
                           ListWords::tr("Printed %1. Write the time beside each tick.").arg(m_sheet.printedAt));
    }

private:
    enum Cell { Tick, Time, Name, Seat, Product, Order, CellCount };
    [[nodiscard]] QRectF cell(Cell which, double y) const
    {
        constexpr double shares[CellCount + 1] = {0, 0.05, 0.15, 0.45, 0.58, 0.82, 1};
        const double left = shares[which] * m_page.width();
        return {left, y, shares[which + 1] * m_page.width() - left - 6, rowHeight};
    }
    void write(Cell which, double y, const QString& text) const
    {
        const QRectF box = cell(which, y);
        m_painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                           QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideRight, box.width()));
    }
    void paintHead() const
    {
        m_painter.setFont(printFont(17, true));
        m_painter.drawText(QRectF(0, 0, m_page.width(), 26), Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetricsF(m_painter.font()).elidedText(m_sheet.title, Qt::ElideRight, m_page.width()));
        m_painter.setFont(printFont(10, true));
        const double y = headHeight - rowHeight - 2;
        write(Time, y, ListWords::tr("Time"));
        write(Name, y, ListWords::tr("Guest"));
        write(Seat, y, ListWords::tr("Seat"));
        write(Product, y, ListWords::tr("Product"));
        write(Order, y, ListWords::tr("Order"));
        m_painter.setPen(QPen(Qt::black, 1));
        m_painter.drawLine(QPointF(0, headHeight - 2), QPointF(m_page.width(), headHeight - 2));
    }
    void paintRow(const commands::DoorList::Row& row, double y) const
    {
        const QRectF box = cell(Tick, y);
        m_painter.setPen(QPen(Qt::black, 0.8));
        m_painter.drawRect(QRectF(box.left(), y + 4, 12, 12));
        if (row.inside) {
            m_painter.drawLine(QPointF(box.left() + 2, y + 10), QPointF(box.left() + 5, y + 14));
            m_painter.drawLine(QPointF(box.left() + 5, y + 14), QPointF(box.left() + 11, y + 5));
        }
        m_painter.setFont(printFont(10.5, true));
        write(Name, y, row.holder.isEmpty() ? row.ticketLabel : row.holder);
        m_painter.setFont(printFont(9.5, false));
        write(Seat, y, row.seat);
        write(Product, y, row.productName);
        write(Order, y, row.unpaid ? ListWords::tr("%1, not paid").arg(row.orderLabel) : row.orderLabel);
        m_painter.setPen(QPen(QColor(170, 170, 170), 0.5));
        m_painter.drawLine(QPointF(0, y + rowHeight), QPointF(m_page.width(), y + rowHeight));
        m_painter.setPen(Qt::black);
    }

    const DoorListSheet& m_sheet;
    QPainter& m_painter;
    QSizeF m_page;
    int m_rowsPerPage = 1;
    int m_pages = 1;
};

} // namespace

int printDoorList(const DoorListSheet& sheet, QPagedPaintDevice& device)
{
    QPainter painter;
    if (!painter.begin(&device))
        return 0;
    const double dotsPerPoint = device.logicalDpiX() / 72.0;
    painter.scale(dotsPerPoint, dotsPerPoint);
    const Sheet pages(sheet, painter, QSizeF(device.width() / dotsPerPoint, device.height() / dotsPerPoint));
    for (int page = 0; page < pages.pages(); ++page) {
        if (page > 0 && !device.newPage())
            return 0;
        pages.paintPage(page);
    }
    return painter.end() ? pages.pages() : 0;
}

} // namespace encore::ui
