// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/salequeries.h"
#include "commands/projects/projectqueries.h"
#include "ui/common/rowmodel.h"

namespace encore::ui
{

class AccountModel final : public RowModel<commands::LedgerBalances::Row>
{
    Q_OBJECT

public:
    enum Column { Account, Currency, Balance, ColumnCount };

    using RowModel::RowModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::LedgerBalances::Row& row) const override { return row.account + row.currency; }
};

class DrawerModel final : public RowModel<commands::DrawerDays::Row>
{
    Q_OBJECT

public:
    enum Column { Day, Drawer, Opened, Float, Closed, Counted, Difference, ColumnCount };

    using RowModel::RowModel;
    void setWorkspace(const QString& currency, const QString& zone);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::DrawerDays::Row& row) const override { return row.drawer + QString::number(row.openedAt.ms); }

private:
    QString m_currency = QStringLiteral("KRW");
    QString m_zone = QStringLiteral("Asia/Seoul");
};

} // namespace encore::ui
