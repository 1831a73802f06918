// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorlistview.h"

#include "doorsession.h"
#include "doorwords.h"
#include "paperticksdialog.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace encore::ui
{

DoorListView::DoorListView(const Services& services, DoorSession& session, QWidget* parent)
    : QWidget(parent), m_services(services), m_session(session)
{
    setObjectName(QStringLiteral("doorListView"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    const auto addLabel = [&](QLabel*& label, const char* name) {
        label = new QLabel(this);
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        layout->addWidget(label);
    };
    addLabel(m_intro, "doorListIntroLabel");
    addLabel(m_which, "doorListPerformanceLabel");
    m_performance = new QComboBox(this);
    m_performance->setObjectName(QStringLiteral("doorListPerformanceComboBox"));
    m_which->setBuddy(m_performance);
    layout->addWidget(m_performance);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    const auto addButton = [&](QPushButton*& button, const char* name) {
        button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        button->setMinimumHeight(5 * Theme::grid);
        row->addWidget(button);
    };
    addButton(m_print, "printDoorListButton");
    addButton(m_pdf, "savePdfButton");
    row->addStretch();
    layout->addLayout(row);
    layout->addSpacing(3 * Theme::grid);
    addLabel(m_ticksIntro, "paperTicksIntroLabel");
    row = new QHBoxLayout;
    addButton(m_ticks, "paperTicksButton");
    row->addStretch();
    layout->addLayout(row);
    addLabel(m_state, "doorListStateLabel");
    layout->addStretch();
    connect(m_print, &QPushButton::clicked, this, &DoorListView::print);
    connect(m_pdf, &QPushButton::clicked, this, &DoorListView::choosePdf);
    connect(m_ticks, &QPushButton::clicked, this, &DoorListView::enterTicks);
    retranslate();
}

void DoorListView::setPerformances(const std::vector<commands::DoorPerformances::Row>& performances)
{
    m_performances = performances;
    fillCombo();
}

void DoorListView::fillCombo()
{
    const int chosen = m_performance->currentIndex();
    m_performance->clear();
    m_performance->addItem(tr("All performances"));
    for (const commands::DoorPerformances::Row& performance : m_performances) {
        const QString when = performance.startsAt ? DoorWords::dateAndTime(*performance.startsAt, m_zone) : QString();
        m_performance->addItem(DoorWords::joined({performance.title, when}));
    }
    m_performance->setCurrentIndex(std::max(0, chosen));
}

void DoorListView::withSheet(const std::function<void(const DoorListSheet&)>& use)
{
    commands::DoorList query;
    const int chosen = m_performance->currentIndex() - 1;
    if (chosen >= 0)
        query.performanceId = m_performances.at(size_t(chosen)).id;
    DoorListSheet sheet;
    sheet.title = chosen < 0 ? tr("Door list") : tr("Door list: %1").arg(m_performance->currentText());
    sheet.printedAt = DoorWords::dateAndTime(m_services.clock->now(), m_zone);
    m_state->setText(tr("Putting the list together…"));
    m_services.queries->ask(query, this, [this, sheet, use](const domain::Result<std::vector<commands::DoorList::Row>>& rows) {
        if (!rows) {
            m_state->setText(inWords(rows.error().message));
            return;
        }
        m_state->setText(tr("%n guest(s) on the list", nullptr, int(rows->size())));
        DoorListSheet filled = sheet;
        filled.rows = *rows;
        use(filled);
    });
}

void DoorListView::print()
{
    withSheet([this](const DoorListSheet& sheet) {
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        auto* dialog = new QPrintDialog(printer.get(), this);
        dialog->setObjectName(QStringLiteral("doorListPrintDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer, sheet] {
            const int pages = printDoorList(sheet, *printer);
            m_state->setText(pages > 0 ? tr("Printed: %n page(s)", nullptr, pages)
                                       : tr("The printer did not take the list. Try another, or save it as PDF."));
        });
        dialog->open();
    });
}

void DoorListView::choosePdf()
{
    auto* dialog = new QFileDialog(this, tr("Save the door list"));
    dialog->setObjectName(QStringLiteral("doorListFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &DoorListView::savePdf);
    dialog->open();
}

void DoorListView::savePdf(const QString& path)
{
    withSheet([this, path](const DoorListSheet& sheet) {
        QPdfWriter writer(path);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
        writer.setTitle(sheet.title);
        writer.setCreator(QStringLiteral("Encore"));
        const int pages = printDoorList(sheet, writer);
        m_state->setText(pages > 0 ? tr("Saved: %1").arg(path) : tr("%1 could not be written. Choose another folder.").arg(path));
    });
}

void DoorListView::enterTicks()
{
    auto* dialog = new PaperTicksDialog(m_services, m_session, m_zone, this);
    connect(dialog, &PaperTicksDialog::entered, this, &DoorListView::ticksEntered);
    dialog->open();
}

void DoorListView::retranslate()
{
    const auto say = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + 4 * Theme::grid);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    m_intro->setText(tr("A list on paper keeps the door going when a machine or the power fails."));
    m_which->setText(tr("Performance"));
    m_performance->setAccessibleName(tr("Performance of the door list"));
    m_performance->setToolTip(tr("Whose guests stand on the list"));
    say(m_print, tr("Print…"), tr("Prints the door list (choose the printer next)"));
    say(m_pdf, tr("Save as PDF…"), tr("Writes the door list into a PDF file"));
    m_ticksIntro->setText(tr("Ticks made by pen are entered here later, each with the time that was written beside it."));
    say(m_ticks, tr("Enter paper ticks…"), tr("Enters who came in while the list was used"));
    m_state->clear();
    fillCombo();
}

void DoorListView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
