// SPDX-License-Identifier: GPL-3.0-or-later
#include "paperticksdialog.h"

#include "doorsession.h"
#include "doorwords.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace encore::ui
{

PaperTicksDialog::PaperTicksDialog(const Services& services, DoorSession& session, const domain::EventZone& zone, QWidget* parent)
    : QDialog(parent), m_services(services), m_session(session), m_zone(zone), m_model(new PaperTickModel(this))
{
    setObjectName(QStringLiteral("paperTicksDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 520);
    m_model->setZone(zone);
    build();
    const QDateTime now = zone.local(services.clock->now());
    m_time->setDateTime(QDateTime(now.date(), QTime(now.time().hour(), now.time().minute())));
    retranslate();
    updateButtons();
    m_guest->setFocus();
}

void PaperTicksDialog::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    layout->setSpacing(Theme::grid);
    m_intro = new QLabel(this);
    m_intro->setObjectName(QStringLiteral("paperIntroLabel"));
    m_intro->setWordWrap(true);
    layout->addWidget(m_intro);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    m_guest = new QLineEdit(this);
    m_guest->setObjectName(QStringLiteral("paperGuestLineEdit"));
    m_time = new QDateTimeEdit(this);
    m_time->setObjectName(QStringLiteral("paperTimeDateTimeEdit"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_add = new QPushButton(this);
    m_add->setObjectName(QStringLiteral("paperAddButton"));
    m_add->setAutoDefault(false);
    row->addWidget(m_guest, 1);
    row->addWidget(m_time);
    row->addWidget(m_add);
    layout->addLayout(row);
    m_choice = new QComboBox(this);
    m_choice->setObjectName(QStringLiteral("paperChoiceComboBox"));
    m_choice->hide();
    layout->addWidget(m_choice);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("paperStateLabel"));
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("paperTableView"));
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    layout->addWidget(m_table, 1);
    row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    const auto add = [&](QPushButton*& button, const char* name) {
        button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        row->addWidget(button);
    };
    add(m_remove, "paperRemoveButton");
    row->addStretch();
    add(m_close, "paperCloseButton");
    add(m_enter, "paperEnterButton");
    layout->addLayout(row);
    connect(m_guest, &QLineEdit::returnPressed, this, &PaperTicksDialog::find);
    connect(m_guest, &QLineEdit::textEdited, this, [this] {
        m_found.clear();
        m_choice->hide();
    });
    connect(m_add, &QPushButton::clicked, this, &PaperTicksDialog::find);
    connect(m_remove, &QPushButton::clicked, this, &PaperTicksDialog::removeTick);
    connect(m_enter, &QPushButton::clicked, this, &PaperTicksDialog::enterAll);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void PaperTicksDialog::find()
{
    if (m_choice->isVisible() && !m_found.empty()) { // a second Enter takes the guest that is chosen
        addTick(m_found.at(size_t(std::max(0, m_choice->currentIndex()))));
        return;
    }
    const QString text = m_guest->text().trimmed();
    if (text.isEmpty())
        return;
    commands::FindTickets query;
    query.text = text;
    query.limit = 20;
    const int number = ++m_asked;
    m_services.queries->ask(query, this,
                            [this, number, text](const domain::Result<std::vector<commands::FindTickets::Row>>& found) {
                                if (number == m_asked)
                                    take(text, found);
                            });
}

void PaperTicksDialog::take(const QString& text, const domain::Result<std::vector<commands::FindTickets::Row>>& found)
{
    if (!found) {
        m_state->setText(inWords(found.error().message));
        return;
    }
    const auto exact = std::find_if(found->begin(), found->end(), [&](const auto& row) { return row.ticketLabel == text; });
    if (found->size() == 1 || exact != found->end()) {
        addTick(exact != found->end() ? *exact : found->front());
        return;
    }
    m_found = *found;
    m_choice->clear();
    for (const commands::FindTickets::Row& row : m_found) {
        m_choice->addItem(DoorWords::joined({row.holder.isEmpty() ? row.buyer : row.holder, row.seat, row.productName,
                                             row.performanceTitle, row.ticketLabel}));
    }
    m_choice->setVisible(!m_found.empty());
    m_state->setText(m_found.empty() ? tr("Nobody found for “%1”.").arg(text) : tr("Several fit: choose one and add it."));
}

void PaperTicksDialog::addTick(const commands::FindTickets::Row& ticket)
{
    PaperTick tick;
    tick.ticketId = ticket.ticketId;
    tick.holder = ticket.holder.isEmpty() ? ticket.buyer : ticket.holder;
    tick.ticketLabel = ticket.ticketLabel;
    tick.at = m_zone.fromLocal(m_time->date(), m_time->time());
    if (tick.at > m_services.clock->now()) {
        m_state->setText(tr("That time is still to come. Check the time beside the tick."));
        return;
    }
    m_model->add(tick);
    m_found.clear();
    m_choice->hide();
    m_guest->clear();
    m_guest->setFocus();
    m_state->clear();
    updateButtons();
}

void PaperTicksDialog::removeTick()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0 && !m_model->row(row).entered)
        m_model->remove(row);
    updateButtons();
}

void PaperTicksDialog::enterAll()
{
    m_isEntering = true;
    updateButtons();
    enterNext();
}

/// One after another, so that the door sees them in the order of the list.
void PaperTicksDialog::enterNext()
{
    const auto& rows = m_model->rows();
    const auto next = std::find_if(rows.begin(), rows.end(), [](const PaperTick& tick) { return !tick.entered && tick.answer.isEmpty(); });
    if (next == rows.end()) {
        m_isEntering = false;
        updateButtons();
        Q_EMIT entered();
        return;
    }
    commands::ScanInput input;
    input.ticketId = next->ticketId;
    input.reason = tr("Ticked on the paper list");
    input.gateId = m_session.gate();
    input.at = next->at;
    input.actor = m_session.actor();
    const domain::TicketId ticket = next->ticketId;
    m_services.door->scan(input, this, [this, ticket](const domain::Result<door::Verdict>& answer) {
        if (answer) {
            const bool admitted = answer->kind != door::VerdictKind::Refused;
            const QString why = answer->reason ? DoorWords::reason(domain::enumText(*answer->reason)) : QString();
            m_model->setAnswer(ticket, DoorWords::joined({DoorWords::signal(answer->signal()), why}), admitted);
        } else {
            m_model->setAnswer(ticket, inWords(answer.error().message), false);
        }
        enterNext();
    });
}

void PaperTicksDialog::updateButtons()
{
    const auto& rows = m_model->rows();
    const bool open = std::any_of(rows.begin(), rows.end(), [](const PaperTick& tick) { return tick.answer.isEmpty(); });
    m_enter->setEnabled(open && !m_isEntering);
    m_remove->setEnabled(!rows.empty() && !m_isEntering);
    m_add->setEnabled(!m_isEntering);
}

void PaperTicksDialog::retranslate()
{
    const auto say = [](QWidget* widget, const QString& name, const QString& hint) {
        widget->setAccessibleName(name);
        widget->setToolTip(hint);
    };
    setWindowTitle(tr("Enter paper ticks"));
    m_intro->setText(tr("Type who was ticked and the time written beside it, then Enter. The door checks all at their own times."));
    m_guest->setPlaceholderText(tr("Name, ticket, order or seat"));
    say(m_guest, tr("Guest"), tr("The beginning of a name, or a ticket, order or seat"));
    say(m_time, tr("Time of the tick"), tr("When the guest came in"));
    say(m_choice, tr("Which guest"), tr("Several guests fit; choose the right one"));
    say(m_table, tr("Ticks"), tr("The ticks to be entered"));
    m_add->setText(tr("Add"));
    say(m_add, tr("Add"), tr("Puts the guest on the list (Enter)"));
    m_remove->setText(tr("Remove"));
    say(m_remove, tr("Remove"), tr("Takes the chosen tick off the list"));
    m_enter->setText(tr("Enter all"));
    say(m_enter, tr("Enter all"), tr("Records every tick at its time"));
    m_close->setText(tr("Close"));
    say(m_close, tr("Close"), tr("Closes this window (Esc)"));
    m_model->retranslate();
}

void PaperTicksDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
