// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagespage.h"

#include "commands/door/doorqueries.h"
#include "messagemodel.h"
#include "messageview.h"
#include "outgoingcards.h"
#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"

#include <QAbstractProxyModel>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTableView>

namespace encore::ui
{

MessagesPage::MessagesPage(const Services& services, LetterService& letters, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_letters(letters), m_theme(theme), m_model(new MessageModel(this))
{
    setObjectName(QStringLiteral("messagesPage"));
    build();
    say();
    constexpr int watchMs = 2'000;
    m_watch.setInterval(watchMs);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return m_watch.stop();
        ask();
        m_outgoing->askAgain();
    });
    connect(m_state, &QComboBox::activated, this, &MessagesPage::ask);
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MessagesPage::refresh);
    connect(m_message, &MessageView::messageChanged, this, &MessagesPage::reload);
    connect(m_outgoing, &OutgoingCards::letterGiven, this, &MessagesPage::reload);
    refresh();
}

void MessagesPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("messagesHeadingLabel"));
    column->addWidget(m_heading);
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("messagesAnswerLabel"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setProperty("fault", true);
    m_answer->setWordWrap(true);
    column->addWidget(m_answer);
    m_outgoing = new OutgoingCards(m_services, m_letters, m_theme, this);
    column->addWidget(m_outgoing);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * Theme::grid);
    m_table = new DataTable(*m_model, QStringLiteral("messages"), *m_services.settings, m_theme, this);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->keepWhole({MessageModel::At, MessageModel::Recipient});
    m_state = new QComboBox(m_table);
    m_state->setObjectName(QStringLiteral("messagesStateComboBox"));
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToContents); // in every language
    m_table->addTool(m_state);
    m_message = new MessageView(m_services, m_letters, m_theme, this);
    m_message->setFixedWidth(40 * Theme::grid);
    row->addWidget(m_table, 1);
    row->addWidget(m_message);
    column->addLayout(row, 1);
    m_state->addItem(QString());
    for (const auto& state : domain::enumNames<store::MessageState>())
        m_state->addItem(QString(), QLatin1String(state.name));
}

void MessagesPage::say()
{
    m_wording.label(m_heading, [] { return tr("Messages"); });
    m_wording.control(m_state, [] { return tr("State"); }, [] { return tr("Shows only messages in this state"); });
    m_wording.also([this] {
        m_table->setCaption(tr("Messages to people. Choose one with the arrow keys; it stands beside the table"));
        m_state->setItemText(0, tr("all messages"));
        for (int i = 1; i < m_state->count(); ++i)
            m_state->setItemText(i, MessageModel::stateText(*domain::enumFromText<store::MessageState>(m_state->itemData(i).toString())));
    });
}

void MessagesPage::retranslated()
{
    m_model->retranslate();
    m_outgoing->retranslate();
    m_message->retranslate();
    refresh();
}

void MessagesPage::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty()) {
            m_zone = rows->front().timeZone;
            m_model->setZone(m_zone);
        }
    });
    m_outgoing->reload();
    ask();
    m_watch.start();
}

void MessagesPage::ask()
{
    constexpr int mostShown = 1'000; // the newest; a letter older than those is with its order
    commands::Messages query;
    query.limit = mostShown;
    query.state = domain::enumFromText<store::MessageState>(m_state->currentData().toString());
    m_services.queries->ask<commands::Messages>(query, this, [this](const auto& rows) {
        if (rows)
            m_model->setRows(*rows);
        m_fault = rows ? QString() : inWords(rows.error().message);
        refresh();
    });
}

void MessagesPage::refresh()
{
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_answer->setText(m_fault);
    m_answer->setVisible(!m_fault.isEmpty());
    m_table->setEmptyText(m_state->currentIndex() > 0 ? tr("No message is in this state.")
                                                      : tr("Nothing was sent yet. Tickets, refunds and parcels write to people by themselves once a mail server is set."));
    m_state->setVisible(m_model->rowCount() > 0 || m_state->currentIndex() > 0); // where there is nothing, there is nothing to choose from
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(m_table->view()->model());
    const QModelIndex index = proxy->mapToSource(m_table->view()->currentIndex());
    const bool isChosen = index.isValid() && index.row() < m_model->rowCount();
    m_message->show(isChosen ? std::optional(m_model->row(index.row())) : std::nullopt, m_zone);
}

} // namespace encore::ui
