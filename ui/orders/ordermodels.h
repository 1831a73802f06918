// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/salequeries.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/rowmodel.h"

#include <set>

namespace encore::ui
{

[[nodiscard]] QString orderStateText(domain::OrderState state);

/// Orders, newest first, page by page.
class OrderModel final : public PagedModel<commands::Orders::Row>
{
    Q_OBJECT

public:
    enum Column { Label, What, Buyer, Amount, State, Placed, ColumnCount };

    using PagedModel::PagedModel;
    void setZone(const QString& zone);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString m_zone = QStringLiteral("Asia/Seoul");
};

/// What an order is made of: one unit a row, which can be ticked for a refund.
struct OrderLine {
    int number = 1;
    domain::SaleLine line;
};

class OrderLineModel final : public RowModel<OrderLine>
{
    Q_OBJECT

public:
    enum Column { Title, Price, Discount, State, ColumnCount };

    using RowModel::RowModel;
    void setSale(const domain::Sale& sale);
    [[nodiscard]] std::vector<int> chosen() const; ///< lines that are ticked, from 1
    void unchoose();
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void choiceChanged();

protected:
    [[nodiscard]] QString keyOf(const OrderLine& row) const override { return QString::number(row.number); }

private:
    std::set<int> m_chosen;
    domain::OrderId m_order;
    domain::Currency m_currency = domain::Currency::krw();
    bool m_mayRefund = false;
};

} // namespace encore::ui
