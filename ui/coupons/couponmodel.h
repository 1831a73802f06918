// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/salequeries.h"
#include "ui/common/rowmodel.h"

namespace encore::ui
{

class CouponModel final : public RowModel<commands::Coupons::Row>
{
    Q_OBJECT

public:
    enum Column { Name, Takes, Least, Claimed, Window, State, ColumnCount };

    using RowModel::RowModel;
    void setWorkspace(const QString& currency, const QString& zone);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::Coupons::Row& row) const override { return row.coupon.id.text(); }

private:
    QString m_currency = QStringLiteral("KRW");
    QString m_zone = QStringLiteral("Asia/Seoul");
};

} // namespace encore::ui
