// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "ui/common/services.h"

#include <QAbstractListModel>
#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace encore::ui
{

/// A thing the palette can do: go to a screen, change something, open a ticket.
struct PaletteEntry {
    QString text;
    QString detail;
    std::function<void()> choose;
};

/// What fits the words typed so far; rows come and go one by one, so that a screen reader can follow.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    void show(std::vector<PaletteEntry> entries);
    [[nodiscard]] const PaletteEntry& entry(int row) const { return m_entries.at(size_t(row)); }

private:
    std::vector<PaletteEntry> m_entries;
};

/// Ctrl+K: one field that finds screens, actions and tickets.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const Services& services, QWidget* parent);
    void setActions(std::vector<PaletteEntry> actions) { m_actions = std::move(actions); }

Q_SIGNALS:
    void ticketChosen(const QString& label);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void look();
    void present(const std::vector<commands::FindTickets::Row>& tickets);
    void choose(const QModelIndex& index);

    Services m_services;
    std::vector<PaletteEntry> m_actions;
    QLineEdit* m_field = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_hint = nullptr;
    PaletteModel* m_model = nullptr;
    qint64 m_question = 0; ///< answers to older questions are dropped
};

} // namespace encore::ui
