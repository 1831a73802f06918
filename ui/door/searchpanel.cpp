// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchpanel.h"

#include "doorwords.h"
#include "guestdelegate.h"

#include <QAction>
#include <QEvent>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace encore::ui
{

SearchPanel::SearchPanel(const Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent), m_services(services), m_theme(theme), m_model(new SearchModel(this))
{
    setObjectName(QStringLiteral("searchPanel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("searchLineEdit"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumHeight(5 * Theme::grid);
    m_edit->setMaxLength(8192);
    m_edit->installEventFilter(this);
    layout->addWidget(m_edit);
    buildResults();
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, &SearchPanel::ask);
    connect(m_edit, &QLineEdit::textChanged, this, &SearchPanel::textEdited);
    connect(m_edit, &QLineEdit::returnPressed, this, &SearchPanel::enter);
    retranslate();
}

void SearchPanel::buildResults()
{
    m_results = new QWidget(this);
    m_results->setObjectName(QStringLiteral("searchResults"));
    auto* layout = new QVBoxLayout(m_results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    m_state = new QLabel(m_results);
    m_state->setObjectName(QStringLiteral("searchStateLabel"));
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    m_list = new QListView(m_results);
    m_list->setObjectName(QStringLiteral("searchListView"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new GuestDelegate(m_theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    layout->addWidget(m_list, 1);
    m_admit = new QPushButton(m_results);
    m_admit->setObjectName(QStringLiteral("admitByNameButton"));
    m_admit->setMinimumHeight(6 * Theme::grid);
    layout->addWidget(m_admit);
    connect(m_admit, &QPushButton::clicked, this, &SearchPanel::chooseReason);
    connect(m_list, &QListView::doubleClicked, this, &SearchPanel::chooseReason);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SearchPanel::updateState);
}

bool SearchPanel::looksLikeCode(const QString& text)
{
    const QString typed = text.trimmed();
    if (typed.startsWith(QStringLiteral("ENC1:")))
        return true;
    const auto isCodeCharacter = [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; };
    const bool hasDigit = std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
    return typed.size() >= 8 && hasDigit && !typed.contains(u'@') && std::all_of(typed.begin(), typed.end(), isCodeCharacter);
}

void SearchPanel::focusSearch()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchPanel::searchFor(const QString& text)
{
    m_edit->setText(text);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void SearchPanel::clearSearch()
{
    m_edit->clear();
}

bool SearchPanel::isSearching() const
{
    return !m_edit->text().trimmed().isEmpty();
}

void SearchPanel::textEdited()
{
    m_enterWaits = false;
    m_delay.start();
    updateState();
    Q_EMIT searchingChanged();
    if (!isSearching()) {
        m_delay.stop();
        m_answered = ++m_asked;
        m_model->setRows({});
        m_answeredText.clear();
    }
}

void SearchPanel::ask()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return;
    commands::FindTickets query;
    query.text = text;
    query.limit = 50;
    const int number = ++m_asked;
    m_services.queries->ask(query, this,
                            [this, number, text](const domain::Result<std::vector<commands::FindTickets::Row>>& found) {
                                if (number > m_answered) {
                                    m_answered = number;
                                    take(text, found);
                                }
                            });
}

void SearchPanel::take(const QString& text, const domain::Result<std::vector<commands::FindTickets::Row>>& found)
{
    m_answeredText = text;
    if (!found) {
        m_model->setRows({});
        m_state->setText(inWords(found.error().message));
        return;
    }
    m_model->setRows(*found);
    if (!found->empty() && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0, 0));
    updateState();
    if (m_enterWaits && text == m_edit->text().trimmed()) {
        m_enterWaits = false;
        enter();
    }
}

void SearchPanel::enter()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return;
    if (text.startsWith(QStringLiteral("ENC1:"))) {
        enterCode();
        return;
    }
    if (m_answeredText != text) {
        m_enterWaits = true;
        m_delay.stop();
        ask();
        return;
    }
    if (m_model->rowCount() > 0)
        m_list->setFocus(Qt::TabFocusReason);
    else if (looksLikeCode(text))
        enterCode();
}

void SearchPanel::enterCode()
{
    const QString code = m_edit->text();
    clearSearch();
    Q_EMIT codeTyped(code);
}

void SearchPanel::updateState()
{
    const QString text = m_edit->text().trimmed();
    const bool known = m_answeredText == text;
    m_admit->setEnabled(m_list->currentIndex().isValid());
    if (!known)
        m_state->setText(tr("Searching…"));
    else if (m_model->rowCount() > 0)
        m_state->setText(tr("%n ticket(s)", nullptr, m_model->rowCount()));
    else if (looksLikeCode(text))
        m_state->setText(tr("Nobody of that name. Press Enter to check it as a code."));
    else
        m_state->setText(tr("Nothing found. Try the beginning of a name, an order or a seat."));
}

void SearchPanel::chooseReason()
{
    if (!m_list->currentIndex().isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("admitReasonMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Why is there no code to scan?"));
    const std::pair<const char*, QString> reasons[] = {
        {"phoneAction", tr("Phone is dead or lost")},
        {"forgottenAction", tr("Ticket forgotten, ID checked")},
        {"unreadableAction", tr("Code cannot be read")},
    };
    for (const auto& [name, text] : reasons) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, reason = text] { admit(reason); });
    }
    QAction* other = menu->addAction(tr("Another reason…"));
    other->setObjectName(QStringLiteral("otherAction"));
    connect(other, &QAction::triggered, this, &SearchPanel::otherReason);
    menu->popup(m_admit->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void SearchPanel::otherReason()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("reasonDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Admit by name"));
    dialog->setLabelText(tr("Why is there no code to scan?"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& reason) {
        if (!reason.trimmed().isEmpty())
            admit(reason.trimmed().left(200));
    });
    dialog->open();
}

void SearchPanel::admit(const QString& reason)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const domain::TicketId ticket = m_model->row(current.row()).ticketId;
    clearSearch();
    Q_EMIT admitRequested(ticket, reason);
}

void SearchPanel::retranslate()
{
    m_edit->setPlaceholderText(tr("Name, order, seat or code"));
    m_edit->setAccessibleName(tr("Search guests or type a code"));
    m_edit->setToolTip(tr("Finds guests by name, order or seat; a typed code is checked with Enter (Ctrl+F)"));
    m_list->setAccessibleName(tr("Guests found"));
    m_list->setToolTip(tr("Choose a guest with the arrow keys, then Enter"));
    m_admit->setText(tr("Admit by name…"));
    m_admit->setAccessibleName(tr("Admit by name"));
    m_admit->setToolTip(tr("Admits the chosen guest without a code; asks for the reason (Enter)"));
    m_model->retranslate();
    updateState();
}

bool SearchPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && isSearching()) {
        clearSearch();
        m_edit->setFocus();
        return true;
    }
    if (watched == m_edit && key == Qt::Key_Down && m_model->rowCount() > 0) {
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        chooseReason();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SearchPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
