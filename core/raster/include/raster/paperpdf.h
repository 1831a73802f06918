// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/papers.h"
#include "domain/result.h"

#include <QSizeF>

class QPainter;

namespace encore::raster
{

// What a buyer takes home, drawn on any device: the painter is scaled so that one unit is a point (1/72 inch).

/// A6: 105 × 148 mm.
[[nodiscard]] QSizeF ticketSize();
/// Draws one ticket into a page of ticketSize() at the origin. Fails where the code does not fit a QR code.
[[nodiscard]] domain::Status paintTicket(QPainter& painter, const domain::TicketPaper& paper, domain::Language language);
/// One page a ticket; at least one.
[[nodiscard]] domain::Result<QByteArray> ticketPdf(const std::vector<domain::TicketPaper>& papers, domain::Language language);

/// 80 mm wide, as receipt printers are, and as long as it must be.
[[nodiscard]] QSizeF receiptSize(const domain::ReceiptPaper& paper);
void paintReceipt(QPainter& painter, const domain::ReceiptPaper& paper, domain::Language language);
[[nodiscard]] QByteArray receiptPdf(const domain::ReceiptPaper& paper, domain::Language language);

/// A slip for each parcel on a page of ticketSize(); many things go on to a second page. At least one paper.
[[nodiscard]] QByteArray packingPdf(const std::vector<domain::PackingPaper>& papers, domain::Language language);

} // namespace encore::raster
