// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"
#include "commands/orders/salequeries.h"
#include "commands/rewards/rewards.h"
#include "ui/common/rowmodel.h"

class QPushButton;

namespace encore::ui
{

class DataTable;

class RewardModel final : public RowModel<domain::Reward>
{
    Q_OBJECT

public:
    enum Column { Title, Price, Taken, Limit, Window, State, ColumnCount };

    using RowModel::RowModel;
    void setCampaign(const domain::Currency& currency, const QString& zone);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

Q_SIGNALS:
    /// Somebody dragged a row: it should stand at @p to, counted without it.
    void dragged(int from, int to);

protected:
    [[nodiscard]] QString keyOf(const domain::Reward& row) const override { return row.id.text(); }

private:
    domain::Currency m_currency = domain::Currency::krw();
    QString m_zone;
};

/// What backers may choose: added, edited, put in order, closed. Edits of this sitting can be taken back.
class RewardsTab final : public CampaignTab
{
    Q_OBJECT

public:
    RewardsTab(const Services& services, Theme& theme, QWidget* parent);

protected:
    void show(bool isAnother) override;

private:
    void build();
    void say();
    void refresh();
    [[nodiscard]] const domain::Reward* chosen() const;
    void ask(const domain::Reward& reward, bool isNew);
    void openDialog(const domain::Reward& begun, const std::vector<commands::Offers::Row>& offers);
    void move(int by);
    void moveTo(int from, int to);
    void toggleClosed();
    void askDelete();
    void openImport();

    RewardModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_delete = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace encore::ui
