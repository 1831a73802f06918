// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/projects/projectqueries.h"
#include "ui/common/rowmodel.h"

#include <map>

namespace encore::ui
{

class FundingModel final : public RowModel<commands::Projects::Row>
{
    Q_OBJECT

public:
    enum Column { Title, State, Raised, Goal, Percent, Backers, Left, Needed, ColumnCount };

    using RowModel::RowModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::Projects::Row& row) const override { return row.projectId.text(); }
};

class RewardOverviewModel final : public RowModel<domain::Reward>
{
    Q_OBJECT

public:
    enum Column { Title, Campaign, Price, Taken, Left, State, ColumnCount };

    using RowModel::RowModel;
    void setCampaigns(const std::vector<commands::Projects::Row>& campaigns);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const domain::Reward& row) const override { return row.id.text(); }

private:
    std::map<domain::ProjectId, std::pair<QString, QString>> m_campaigns; ///< title and currency
};

} // namespace encore::ui
