// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandpalette.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace encore::ui
{

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PaletteEntry& entry = m_entries.at(size_t(index.row()));
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return entry.detail.isEmpty() ? entry.text : QString(entry.text + QStringLiteral("  —  ") + entry.detail);
    return {};
}

void PaletteModel::show(std::vector<PaletteEntry> entries)
{
    const int before = rowCount();
    const int now = int(entries.size());
    if (now < before) {
        beginRemoveRows({}, now, before - 1);
        m_entries.resize(size_t(now));
        endRemoveRows();
    } else if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_entries.resize(size_t(now));
        endInsertRows();
    }
    m_entries = std::move(entries);
    if (now > 0)
        Q_EMIT dataChanged(index(0), index(now - 1));
}

CommandPalette::CommandPalette(const Services& services, QWidget* parent) :
    QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_services(services)
{
    setObjectName(QStringLiteral("commandPalette"));
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("paletteLineEdit"));
    m_field->setMaxLength(200);
    m_field->installEventFilter(this);
    m_model = new PaletteModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("paletteListView"));
    m_list->setModel(m_model);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("paletteHintLabel"));
    m_hint->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    column->setSpacing(Theme::grid);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_hint);
    resize(640, 420);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::look);
    connect(m_list, &QListView::activated, this, &CommandPalette::choose);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    retranslate();
}

void CommandPalette::retranslate()
{
    setWindowTitle(tr("Search"));
    m_field->setPlaceholderText(tr("A name, an order, a seat, a screen …"));
    m_field->setAccessibleName(tr("Search for people, orders, tickets, screens"));
    m_field->setToolTip(tr("Type the beginnings of words; arrow keys choose, Enter opens"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setToolTip(tr("Enter opens the chosen line"));
    m_hint->setText(tr("Arrow keys choose, Enter opens, Esc closes."));
}

void CommandPalette::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_field->clear();
    m_field->setFocus();
    look();
}

void CommandPalette::look()
{
    const QString text = m_field->text().trimmed();
    const qint64 question = ++m_question;
    present({}); // at once, so that Enter never opens what was found for other words
    if (text.isEmpty())
        return;
    commands::FindTickets query;
    query.text = text;
    query.limit = 20;
    m_services.queries->ask<commands::FindTickets>(query, this, [this, question](const auto& rows) {
        if (question == m_question)
            present(rows ? *rows : std::vector<commands::FindTickets::Row>());
    });
}

void CommandPalette::present(const std::vector<commands::FindTickets::Row>& tickets)
{
    const QString text = m_field->text().trimmed();
    std::vector<PaletteEntry> entries;
    std::copy_if(m_actions.begin(), m_actions.end(), std::back_inserter(entries), [&](const PaletteEntry& action) {
        return text.isEmpty() || action.text.contains(text, Qt::CaseInsensitive);
    });
    for (const commands::FindTickets::Row& row : tickets) {
        const QString name = row.holder.isEmpty() ? row.ticketLabel : row.holder;
        QStringList parts{row.productName, row.seat, row.orderLabel};
        parts.removeAll(QString());
        const QString detail = parts.join(QStringLiteral(" · "));
        entries.push_back({name, detail, [this, label = row.ticketLabel] { Q_EMIT ticketChosen(label); }});
    }
    const bool nothing = entries.empty();
    m_model->show(std::move(entries));
    m_hint->setText(nothing ? tr("Nothing begins with these words.") : tr("Arrow keys choose, Enter opens, Esc closes."));
    if (!nothing)
        m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const auto action = m_model->entry(index.row()).choose;
    hide();
    action();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            choose(m_list->currentIndex());
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, std::max(0, m_model->rowCount() - 1));
            m_list->setCurrentIndex(m_model->index(row));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace encore::ui
