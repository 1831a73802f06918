// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/paperdialog.h"

#include "commands/orders/salequeries.h"
#include "commands/tickets/reissueticket.h"
#include "raster/paperpdf.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QBuffer>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>

namespace encore::ui
{
namespace
{

constexpr double pictureScale = 1.25; ///< pixels a point: large enough for a phone or a scanner to read the code off the screen

} // namespace

PaperDialog::PaperDialog(const Services& services, Theme& theme, domain::OrderId order, const QString& zone, QWidget* parent) :
    QDialog(parent), m_services(services), m_theme(theme), m_order(order), m_zone(zone)
{
    setObjectName(QStringLiteral("paperDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    say();
    connect(m_close, &QPushButton::clicked, this, &PaperDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PaperDialog::chooseFile);
    connect(m_print, &QPushButton::clicked, this, &PaperDialog::choosePrinter);
    connect(m_before, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_after, &QPushButton::clicked, this, [this] { turn(1); });
    m_services.papers->tickets(order, this, [this](const auto& tickets) {
        if (tickets)
            m_tickets = *tickets;
        else
            m_answerText = inWords(tickets.error().message);
        refresh();
    });
    m_services.papers->receipt(order, this, [this](const auto& receipt) {
        if (receipt)
            m_receipt = *receipt;
        refresh();
    });
    m_services.queries->ask<commands::OrderDetails>({order}, this, [this](const auto& rows) {
        for (const commands::OrderDetails::Event& event : rows && !rows->empty() ? rows->front().history : std::vector<commands::OrderDetails::Event>()) {
            if (event.command == QLatin1String(commands::PrintTickets::name))
                m_printedAt = event.at; // the oldest one is the first
        }
        refresh();
    });
}

void PaperDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("paperHeadingLabel"));
    m_heading->setFont(m_theme.font(TextRole::Heading));
    m_picture = new QLabel(this);
    m_picture->setObjectName(QStringLiteral("paperPictureLabel"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFixedSize((raster::ticketSize() * pictureScale).toSize());
    m_pageLabel = new QLabel(this);
    m_pageLabel->setObjectName(QStringLiteral("paperPageLabel"));
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("paperAnswerLabel"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setProperty("fault", true);
    m_answer->setWordWrap(true);
    const auto button = [this](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        return made;
    };
    m_before = button("paperBeforeButton");
    m_after = button("paperAfterButton");
    m_close = button("paperCloseButton");
    m_save = button("paperSaveButton");
    m_print = button("paperPrintButton");
    Theme::makePrimary(m_print);
    auto* pages = new QHBoxLayout;
    pages->addWidget(m_before);
    pages->addStretch();
    pages->addWidget(m_pageLabel);
    pages->addStretch();
    pages->addWidget(m_after);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    row->addWidget(m_close);
    row->addStretch();
    row->addWidget(m_save);
    row->addWidget(m_print);
    column->addWidget(m_heading);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addLayout(pages);
    column->addWidget(m_answer);
    column->addLayout(row);
}

void PaperDialog::say()
{
    m_wording.label(m_heading, [] { return tr("Tickets"); });
    m_wording.button(m_before, [] { return tr("Before"); }, [] { return tr("The ticket before"); });
    m_wording.button(m_after, [] { return tr("Next"); }, [] { return tr("The next ticket"); });
    m_wording.button(m_close, [] { return tr("Close"); }, [] { return tr("Closes this (Esc)"); });
    m_wording.button(m_save, [] { return tr("Save as PDF…"); }, [] { return tr("Writes the tickets and the receipt into a file"); });
    m_wording.button(m_print, [this] { return m_printedAt ? tr("Print again…") : tr("Print…"); }, [] { return tr("Prints the tickets; the printer is remembered"); });
    m_wording.also([this] {
        setWindowTitle(m_heading->text());
        refresh();
    });
}

void PaperDialog::refreshPicture()
{
    if (m_tickets.empty()) {
        m_picture->setText(m_answerText.isEmpty() ? tr("Signing the codes…") : QString());
        return;
    }
    const qreal ratio = devicePixelRatioF();
    QImage image((raster::ticketSize() * pictureScale * ratio).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white); // paper
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(pictureScale * ratio, pictureScale * ratio);
    const domain::TicketPaper& paper = m_tickets[size_t(m_page)];
    const domain::Status painted = raster::paintTicket(painter, paper, currentLanguage());
    painter.end();
    image.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(image));
    m_picture->setAccessibleName(QStringList{paper.performance, paper.products.join(u' '), paper.seat, paper.holder}.join(u' '));
    if (!painted)
        m_answerText = inWords(painted.error().message);
}

void PaperDialog::refresh()
{
    refreshPicture();
    const bool areThere = !m_tickets.empty();
    m_pageLabel->setText(areThere ? tr("%1 of %2").arg(m_page + 1).arg(m_tickets.size()) : QString());
    m_before->setEnabled(m_page > 0);
    m_after->setEnabled(m_page + 1 < int(m_tickets.size()));
    m_save->setEnabled(areThere);
    m_print->setEnabled(areThere);
    m_print->setText(m_printedAt ? tr("Print again…") : tr("Print…"));
    m_print->setAccessibleName(m_print->text());
    QString words = m_answerText;
    if (words.isEmpty() && m_printedAt)
        words = tr("These tickets were printed before, %1. Two papers with one code: only the first is admitted.").arg(momentText(*m_printedAt, m_zone));
    m_answer->setText(words);
    m_answer->setVisible(!words.isEmpty());
}

void PaperDialog::turn(int by)
{
    m_page = std::clamp(m_page + by, 0, std::max(0, int(m_tickets.size()) - 1));
    refresh();
}

domain::Status PaperDialog::paintOn(QPagedPaintDevice& device) const
{
    QPainter painter;
    const auto fails = [] { return domain::error(domain::ErrorCode::Unavailable, domain::message("paper.not_printed")); };
    if (!painter.begin(&device))
        return fails();
    const double dotsPerPoint = device.logicalDpiX() / 72.0;
    painter.scale(dotsPerPoint, dotsPerPoint);
    for (size_t page = 0; page < m_tickets.size(); ++page) {
        if (page > 0 && !device.newPage())
            return fails();
        if (const domain::Status painted = raster::paintTicket(painter, m_tickets[page], currentLanguage()); !painted)
            return painted;
    }
    if (m_receipt) {
        if (!device.newPage())
            return fails();
        raster::paintReceipt(painter, *m_receipt, currentLanguage());
    }
    return painter.end() ? domain::done() : domain::Status(fails());
}

void PaperDialog::note()
{
    commands::PrintTickets command;
    command.orderId = m_order;
    m_services.commands->run(makeRequest(command, commands::owner()), this, [this](const domain::Result<commands::Outcome>& outcome) {
        if (outcome && !m_printedAt)
            m_printedAt = m_services.clock->now();
        if (!outcome)
            m_answerText = inWords(outcome.error().message);
        refresh();
        Q_EMIT printed();
    });
}

void PaperDialog::choosePrinter()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPrinterName(m_services.settings->value(QStringLiteral("print/printer")).toString());
    printer->setPageSize(QPageSize(raster::ticketSize(), QPageSize::Point, {}, QPageSize::ExactMatch));
    printer->setPageMargins(QMarginsF());
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        m_services.settings->setValue(QStringLiteral("print/printer"), printer->printerName());
        const domain::Status printedNow = paintOn(*printer);
        m_answerText = printedNow ? QString() : inWords(printedNow.error().message);
        if (printedNow)
            note();
        refresh();
    });
    connect(dialog, &QObject::destroyed, this, [printer] { }); // the printer outlives the dialog that changes it
    dialog->open();
}

void PaperDialog::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Save the tickets"));
    chooser->setObjectName(QStringLiteral("paperFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("pdf"));
    chooser->setNameFilter(tr("PDF files (*.pdf)"));
    connect(chooser, &QFileDialog::fileSelected, this, &PaperDialog::savePdf);
    chooser->open();
}

void PaperDialog::savePdf(const QString& path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    domain::Status painted = domain::done();
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(raster::ticketSize(), QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        painted = paintOn(writer);
    }
    QSaveFile file(path);
    const bool written = painted && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_answerText = !painted ? inWords(painted.error().message) : written ? tr("Saved: %1").arg(path) : tr("%1 could not be written: %2").arg(path, file.errorString());
    if (written)
        note();
    refresh();
}

void PaperDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_wording.sayAgain();
}

} // namespace encore::ui
